"""Facts from tables, as ``trichluc extract`` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import MISSING, fields
from pathlib import Path

from extractor.errors import LoadError
from extractor.load.own import read_back
from extractor.model import Fact
from extractor.schema import FACTS

# What comparing asks of a fact; the rest is not read.
_USED = """doc_id fact_id kind text start end rule value value_max unit comparator change numerator denominator rank out_of subject
period_start period_end place status sentence source duplicate_of place_code place_now place_now_code""".split()
_COLUMNS = [column for column in FACTS if column.name in _USED]
_NEEDED = [field.name for field in fields(Fact) if field.default is MISSING]


def read_facts(paths: Iterable[Path]) -> Iterator[Fact]:
    """The facts of some tables (``.csv .jsonl .parquet .xlsx .sqlite .duckdb``) and dataset folders, in their order, as far as ``compare``
    asks for them.

    :raises LoadError: one cannot be read, or is no table of facts; the message names it.
    """
    for path in paths:
        for number, values in enumerate(read_back(path, "facts", _COLUMNS), 1):
            if empty := [name for name in _NEEDED if name not in values]:
                raise LoadError(f"{path}: row {number}: {', '.join(empty)}: empty, where every fact has a value")
            yield Fact(**values)
