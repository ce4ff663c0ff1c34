"""Rows and frames: order, nullable types, comparisons."""

from datetime import date

import pandas as pd
import pytest

from extractor.model import Document, Fact, Failure
from extractor.schema import DOCUMENTS, ERRORS, FACTS, Column
from extractor.table import document_row, fact_row, failure_row, to_frame

FACT = Fact(kind="rank", text="thứ 5", start=3, end=8, rule="rank.ordinal", rank=5, doc_id="a", due=date(2024, 5, 1), inclusive=False)


def test_fact_row_has_every_column_in_order() -> None:
    row = fact_row(FACT)
    assert list(row) == [column.name for column in FACTS]
    filled = {name: value for name, value in row.items() if value is not None and value != ""}
    assert filled == {
        **{"doc_id": "a", "kind": "rank", "text": "thứ 5", "start": 3, "end": 8, "rank": 5},
        **{"due": date(2024, 5, 1), "inclusive": False, "rule": "rank.ordinal"},
    }


def test_document_row() -> None:
    row = document_row(Document(text="Hòa 😀", doc_id="a", date=date(2024, 5, 1), place="tỉnh Nghệ An"))
    assert list(row) == [column.name for column in DOCUMENTS]
    assert (row["doc_date"], row["n_chars"], row["place"], row["title"]) == (date(2024, 5, 1), 5, "tỉnh Nghệ An", None)


def test_failure_row() -> None:
    row = failure_row(Failure("a.txt", "load", "LoadError", "a.txt: empty"))
    assert row == {"source": "a.txt", "stage": "load", "error": "LoadError", "message": "a.txt: empty"}
    assert list(row) == [column.name for column in ERRORS]


def test_frame_keeps_integers_integers() -> None:
    frame = to_frame([fact_row(FACT), {"kind": "percent", "value": 45.03}, {"kind": "quantity", "value": 23}], FACTS)
    assert list(frame.columns) == [column.name for column in FACTS]
    assert frame["rank"].dtype == "Int64"
    assert frame["rank"].astype(object).tolist() == [5, pd.NA, pd.NA]
    assert str(frame["rank"][0]) == "5"
    assert frame["inclusive"].tolist() == [False, pd.NA, pd.NA]
    assert frame["value"].dtype == "Float64"
    assert frame["value"].tolist()[1:] == [45.03, 23]
    assert frame["text"].dtype == "string"


def test_frame_dates_compare() -> None:
    days = [date(2024, 5, 1), None, date(1, 1, 1), date(9999, 12, 31)]
    frame = to_frame([{"due": day} for day in days], FACTS)
    assert (frame["due"] < "2024-06-01").tolist() == [True, False, True, False]
    assert (frame["due"] == pd.Timestamp("2024-05-01")).tolist() == [True, False, False, False]
    assert frame["due"].dt.year.tolist()[::2] == [2024, 1]
    assert frame["due"].isna().tolist() == [False, True, False, False]


def test_empty_frame_is_typed() -> None:
    frame = to_frame([], FACTS)
    assert (len(frame), frame["rank"].dtype, frame["due"].dtype) == (0, "Int64", "datetime64[s]")


def test_a_fraction_is_no_integer() -> None:
    with pytest.raises((TypeError, ValueError)):
        to_frame([{"n": 2.5}], [Column("n", "integer", "")])
