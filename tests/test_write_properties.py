"""Any text comes out of any format as it went in; text that looks like a formula is text."""

import csv
import json
import re
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.write import open_writer

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5)
FORMULAS = st.builds(
    str.__add__, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "=cmd|' /C calc'!A0", "-2+3"]), st.text("=+-@A1()\"',;| \t\r\n")
)


def through(ending: str, texts: list[str], read: Callable[[Path], list[str]]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"facts.{ending}"
        with open_writer(path) as writer:
            writer.write("facts", [{"text": text, "value": -5} for text in texts])
        return read(path)


def read_csv(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


def read_jsonl(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_bytes().decode().split("\n")[:-1]]


def read_parquet(path: Path) -> list[str]:
    return list(pq.read_table(path).column("text").to_pylist())


def read_xlsx(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path)["facts"]
    column = next(cell.column for cell in sheet[1] if cell.value == "text")
    # Excel's own escape of control characters, which openpyxl leaves in place (ECMA-376, ST_Xstring)
    return [re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), sheet.cell(row, column).value) for row in range(2, sheet.max_row + 1)]


def read_sqlite(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    rows = db.execute("select text from facts order by rowid").fetchall()
    db.close()
    return [text for (text,) in rows]


def read_duckdb(path: Path) -> list[str]:
    with duckdb.connect(str(path)) as db:
        return [text for (text,) in db.execute("select text from facts order by rowid").fetchall()]


READERS = {"jsonl": read_jsonl, "parquet": read_parquet, "xlsx": read_xlsx, "sqlite": read_sqlite, "duckdb": read_duckdb}


@pytest.mark.parametrize("ending", READERS)
@settings(max_examples=25, deadline=None)
@given(texts=st.one_of(TEXTS, st.lists(FORMULAS, min_size=1, max_size=5)))
def test_text_round_trips(ending: str, texts: list[str]) -> None:
    assert through(ending, texts, READERS[ending]) == texts


@settings(max_examples=100, deadline=None)
@given(texts=st.one_of(TEXTS, st.lists(FORMULAS, min_size=1, max_size=5)))
def test_text_round_trips_through_csv_but_for_the_apostrophe(texts: list[str]) -> None:
    found = through("csv", texts, read_csv)
    assert found == ["'" + text if text[0] in "=+-@\t\r" else text for text in texts]
    assert not any(text[0] in "=+-@\t\r" for text in found)


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(FORMULAS, min_size=1, max_size=5))
def test_no_formula_in_excel(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "facts.xlsx"
        with open_writer(path) as writer:
            writer.write("facts", [{"text": text, "sentence": text, "value": -5} for text in texts])
        cells = [cell for row in openpyxl.load_workbook(path)["facts"].iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {(cell.data_type, type(cell.value)) for cell in cells} == {("s", str), ("n", int)}
