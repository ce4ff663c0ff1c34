"""What runs on the workers: rows of a frame in, facts, tasks and failures out, a document at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from extractor.errors import PatternError, defect
from extractor.load.inputs import failure
from extractor.load.jsonl import row_of as json_row
from extractor.load.parquet import row_of
from extractor.load.tables import BadRow, Row, to_document
from extractor.model import Document, Failure
from extractor.pipeline import Extractor
from extractor.rules import Rules
from extractor.run.messages import Rows, Settings
from extractor.run.work import Work
from extractor.spark.batches import Pending, Product
from extractor.spark.paths import as_given
from extractor.spark.plan import LINE, NUMBER, SOURCE, Files, Plan


def run(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Record batches of ``batches.results_schema``, one row a document.

    :param batches: ``pyarrow.RecordBatch`` with the columns that the plan names, in its order.
    :raises PatternError: the worker has other rules than the driver. Nothing else is raised: what fails is a row.
    """
    work = Work(Settings(tables=("facts", "tasks", "documents"), timeout=plan.timeout), prepared(plan.overlays, plan.digest))
    pending = Pending(plan.carried)
    for batch in (batch.rename_columns(list(plan.names)) for batch in batches):
        for index in range(batch.num_rows):
            pending.add(_product(row_of(0, batch, index), plan, work))
            if pending.full:
                yield pending.take()
    if pending:
        yield pending.take()


@lru_cache(maxsize=2)  # Spark keeps its workers: a task of the same run finds the rules ready
def prepared(overlays: tuple[Files, ...], digest: str) -> Extractor:
    """The shipped rules and the overlays, ready to run.

    :raises PatternError: they are not those that ``digest`` is of.
    """
    with TemporaryDirectory(prefix="trichluc-") as folder:
        rules = Rules.load(*(_unpacked(files, Path(folder, str(number))) for number, files in enumerate(overlays)))
    if rules.digest != digest:
        raise PatternError("a worker has another version of trichluc than the driver: install the same one on every node")
    return Extractor(rules)


def _unpacked(files: Files, folder: Path) -> Path:
    folder.mkdir()
    for name, data in files:
        (folder / name).write_bytes(data)
    return folder


def _product(row: Row | BadRow, plan: Plan, work: Work) -> Product:
    """What came of one row, with the columns that it carries along."""
    if isinstance(row, BadRow):
        return Product(failure("a row", row.why), (None,) * len(plan.carried))
    where, number, line = (row.cells.pop(name, None) for name in (SOURCE, NUMBER, LINE))
    source = as_given(where, plan.root) if isinstance(where, str) else None
    read = of_line(line, row.cells) if isinstance(line, bytes) else Row(number if isinstance(number, int) else 0, row.cells)
    cells = read.cells if isinstance(read, Row) else row.cells
    return Product(_found(read, source, plan, work), tuple(_text(cells.get(name)) for name in plan.carried))


def of_line(line: bytes, beside: dict[str, object]) -> Row | BadRow:
    """The row that a line of JSON Lines holds; keys of its own go before the columns ``beside`` it."""
    read = json_row(0, line.decode("utf-8", "surrogateescape").removeprefix("\ufeff"))
    return Row(0, {**beside, **read.cells}) if isinstance(read, Row) else read


def _found(row: Row | BadRow, source: str | None, plan: Plan, work: Work) -> Rows | Failure:
    try:
        item = row if isinstance(row, BadRow) else _document(row, source, plan)
    except Exception as error:  # a defect of ours on a row that nobody has met: the others go on
        item = BadRow(row.number, f"defect in trichluc, please report it: {defect(error)}")
    if isinstance(item, BadRow):
        return _failure(item, row, source, plan)
    outcome = work(item)
    if isinstance(outcome, Failure):
        return outcome
    assert isinstance(outcome.product, Rows)  # noqa: S101 - by the settings
    return outcome.product


def _document(row: Row, source: str | None, plan: Plan) -> Document | BadRow:
    """The document of a row. Without an id and a number it is called by its text: the same in every run, however it is split."""
    prefix = "" if row.number else "\0"
    item = to_document(row, plan.columns, source, prefix)
    if isinstance(item, Document) and prefix and item.doc_id.startswith(prefix):
        return replace(item, doc_id=(item.sha256 or "")[:12])
    return item


def _failure(bad: BadRow, row: Row | BadRow, source: str | None, plan: Plan) -> Failure:
    """As ``extractor.load`` tells of a row that it cannot read; one without a number is named by its id."""
    if bad.number and source is not None:
        return failure(f"{source}:{bad.number}", f"row {bad.number}: {bad.why}")
    name = row.cells.get(plan.columns.id) if isinstance(row, Row) and plan.columns.id else None
    return failure(_text(name) or source or "a row without an id", bad.why)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
