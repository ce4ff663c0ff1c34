"""``trichluc check``: numbers of a text that state each other and do not agree."""

from __future__ import annotations

from extractor.cli import options
from extractor.cli.terminal import Progress


def check(
    inputs: options.Inputs,
    output: options.OutputTable = None,
    patterns: options.Patterns = None,
    date: options.DocumentDate = None,
    text_column: options.TextColumn = None,
    id_column: options.IdColumn = None,
    date_column: options.DateColumn = None,
    jobs: options.Jobs = 1,
    timeout: options.Timeout = 30.0,
    quiet: options.Quiet = False,
) -> None:
    """List numbers that contradict each other: what is printed, what the numbers beside it make of it, and both quotations.

    Compared are a ratio and its percentage, a part and its share of a whole, a change and the values before and after, parts and
    their sum, a weekday and its date. Rounding and words such as "hơn", "gần", "khoảng" are allowed for. Without -o a readable
    table goes to the terminal, JSON Lines into a pipe. Exit code 0: all documents were read, whatever was found; 1: some
    documents failed; 2: unusable arguments.
    """
    from extractor.cli.output import opened
    from extractor.load.batch import Asked
    from extractor.rules import digest_of
    from extractor.run import Settings, record

    day = options.check_date(date)
    options.check_inputs(inputs)
    jobs = options.check_jobs(jobs)
    extractor = options.extractor(patterns, jobs)
    overlays = tuple(patterns or ())
    settings = Settings(overlays, ("findings", "documents"), date=day, timeout=timeout, digest=digest_of(*overlays))
    with options.reading(inputs, Asked(text_column, id_column, date_column)) as (items, meter):
        progress = Progress(quiet, output is not None, "findings", meter)
        with opened(output, "findings") as sink:
            counts = record(items, settings, sink, progress.notice, jobs, extractor)
    progress.end(counts, output)
