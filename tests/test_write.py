"""Writers: read back by other libraries, the same values and types come out; files appear whole or not at all."""

import csv
import gc
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

import duckdb
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.errors import WriteError
from extractor.model import Value
from extractor.schema import DOCUMENTS, FACTS
from extractor.write import base, open_writer, xlsx
from extractor.write.cells_xlsx import CUT
from extractor.write.jsonl import json_line
from extractor.write.values import to_cells

ENDINGS = ["csv", "jsonl", "parquet", "xlsx", "sqlite", "duckdb"]
ROWS: list[dict[str, Value]] = [
    {"doc_id": "a", "kind": "ratio", "text": "=1+1", "start": 0, "value": 23, "value_max": 45.03, "rank": 5, "inclusive": False},
    {"doc_id": "b", "kind": "deadline", "text": "trước\r\n30/4", "value": -5, "due": date(2024, 4, 30), "inclusive": True},
    {"doc_id": "c", "value": 2850000.0, "value_max": 1.2e18, "due": date(1887, 1, 1), "numerator": 0.1},
]
DOCUMENT: dict[str, Value] = {"doc_id": "a", "title": "Tít, “thử”; 'x'", "doc_date": date(2024, 5, 1), "n_chars": 12}


def write(path: Path, rows: list[dict[str, Value]] | None = None, errors: int = 0) -> Path:
    with open_writer(path) as writer:
        for row in ROWS if rows is None else rows:
            writer.write("facts", [row])
        writer.write("documents", [DOCUMENT])
        writer.write("errors", [{"source": f"{n}.txt", "stage": "load", "error": "LoadError", "message": "hỏng"} for n in range(errors)])
    return path


def sheet_values(path: Path, sheet: str = "facts") -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(path)
    header, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_csv(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.csv")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdoc_id,fact_id,kind")
    with path.open(encoding="utf-8-sig", newline="") as file:
        first, second, third = csv.DictReader(file)
    assert list(first) == [column.name for column in FACTS]
    assert (first["text"], first["value"], first["value_max"], first["rank"], first["inclusive"]) == ("'=1+1", "23", "45.03", "5", "false")
    assert (second["text"], second["value"], second["due"], second["inclusive"]) == ("trước\r\n30/4", "-5", "2024-04-30", "true")
    assert (third["value"], third["value_max"], third["numerator"], third["text"]) == ("2850000", "1.2e+18", "0.1", "")
    frame = pd.read_csv(path)
    assert frame["doc_id"].tolist() == ["a", "b", "c"]
    assert frame["value"].tolist() == [23, -5, 2850000]
    assert duckdb.read_csv(str(path)).order("doc_id").project("due, inclusive").fetchall()[1] == (date(2024, 4, 30), True)


def test_jsonl(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.jsonl")
    lines = path.read_text(encoding="utf-8").splitlines()
    first, second, _ = map(json.loads, lines)
    assert list(first) == [column.name for column in FACTS]
    assert {k: v for k, v in first.items() if v is not None} == ROWS[0]
    assert '"value": 23,' in lines[0]
    assert '"value_max": 45.03,' in lines[0]
    assert '"text": "trước\\r\\n30/4"' in lines[1]
    assert (second["due"], second["inclusive"], second["value"]) == ("2024-04-30", True, -5)
    assert '"value": 2850000,' in lines[2]
    assert json_line(to_cells([ROWS[0]], FACTS)[0], FACTS) == lines[0]


def test_parquet(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.parquet")
    table = pq.read_table(path)
    types = {"text": pa.string(), "start": pa.int64(), "value": pa.float64(), "inclusive": pa.bool_(), "due": pa.date32()}
    assert {name: table.schema.field(name).type for name in types} == types
    assert table.column("text").to_pylist() == ["=1+1", "trước\r\n30/4", None]
    assert table.column("due").to_pylist() == [None, date(2024, 4, 30), date(1887, 1, 1)]
    assert table.column("value_max").to_pylist() == [45.03, None, 1.2e18]
    assert pq.ParquetFile(path).metadata.row_group(0).column(0).compression == "ZSTD"
    assert table.schema.metadata[b"trichluc.schema_version"] == b"1"
    frame = pd.read_parquet(path)
    assert (frame["rank"].dtype, frame["inclusive"].dtype, frame["value"].dtype) == ("Int64", "boolean", "Float64")
    assert frame["rank"].tolist() == [5, pd.NA, pd.NA]


def test_xlsx(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.xlsx")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["facts", "documents", "errors"]
    sheet = book["facts"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(4, len(FACTS)).coordinate}"
    first, second, third = sheet_values(path)
    assert (first["text"], first["value"], first["value_max"], first["rank"], first["inclusive"]) == ("=1+1", 23, 45.03, 5, False)
    assert (second["value"], second["due"], second["inclusive"]) == (-5, datetime(2024, 4, 30), True)
    assert (third["due"], third["value"], third["numerator"], third["text"]) == ("1887-01-01", 2850000, 0.1, None)
    names = [column.name for column in FACTS]
    assert sheet.cell(2, names.index("text") + 1).data_type in ("s", "inlineStr")
    assert sheet.cell(3, names.index("due") + 1).number_format == "yyyy-mm-dd"
    assert sheet_values(path, "documents")[0]["title"] == DOCUMENT["title"]


def test_xlsx_text_that_looks_like_markup_stays_text(tmp_path: Path) -> None:
    texts = ["<r>đậm</r>", "<r><t>x</t></r>", " <r>", "&amp;", "_x000D_", "http://x.vn/#a", "mailto:a@b.vn", "{=1}", "=" * 300]
    path = write(tmp_path / "facts.xlsx", [{"text": text} for text in texts])
    found = [row["text"] for row in sheet_values(path)]
    assert [text.replace("_x005F_", "_") for text in found] == texts  # openpyxl leaves Excel's escape of _x000D_ as it is
    assert openpyxl.load_workbook(path)["facts"]._hyperlinks == []


def test_xlsx_goes_on_to_the_next_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 3)
    path = write(tmp_path / "facts.xlsx", [{"doc_id": str(n)} for n in range(7)])
    assert openpyxl.load_workbook(path).sheetnames == ["facts", "documents", "errors", "facts (2)", "facts (3)"]
    rows = [[row["doc_id"] for row in sheet_values(path, name)] for name in ("facts", "facts (2)", "facts (3)")]
    assert rows == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_xlsx_cuts_long_text_with_a_mark(tmp_path: Path) -> None:
    texts = ["a" * 32_767, "a" * 32_768, "😀" * 20_000]
    path = write(tmp_path / "facts.xlsx", [{"text": text} for text in texts])
    whole, cut, wide = [row["text"] for row in sheet_values(path)]
    assert whole == texts[0]
    assert len(cut) == 32_767
    assert cut.endswith("a" + CUT)
    assert wide == "😀" * ((32_767 - len(CUT)) // 2) + CUT


def test_sqlite(tmp_path: Path) -> None:
    with sqlite3.connect(write(tmp_path / "facts.sqlite", errors=1)) as db:
        types = {name: kind for _, name, kind, *_ in db.execute("pragma table_info(facts)")}
        assert (types["text"], types["start"], types["value"], types["due"]) == ("TEXT", "INTEGER", "NUMERIC", "DATE")
        rows = db.execute("select text, value, value_max, rank, due, inclusive, typeof(value), typeof(value_max) from facts").fetchall()
        assert rows[0] == ("=1+1", 23, 45.03, 5, None, 0, "integer", "real")
        assert rows[1] == ("trước\r\n30/4", -5, None, None, "2024-04-30", 1, "integer", "null")
        assert rows[2][1:3] == (2850000, 1.2e18)
        indices = {name for (name,) in db.execute("select name from sqlite_master where type = 'index'")}
        assert indices == {"facts_doc_id", "facts_kind", "documents_doc_id"}
        assert db.execute("pragma user_version").fetchone() == (1,)
        assert db.execute("select count(*) from errors").fetchone() == (1,)
    db.close()


def test_duckdb(tmp_path: Path) -> None:
    with duckdb.connect(str(write(tmp_path / "facts.duckdb", errors=2)), read_only=True) as db:
        types = {row[0]: row[1] for row in db.execute("describe facts").fetchall()}
        assert list(types) == [column.name for column in FACTS]
        assert [types[name] for name in ("text", "end", "value", "due", "inclusive")] == ["VARCHAR", "BIGINT", "DOUBLE", "DATE", "BOOLEAN"]
        rows = db.execute("select text, value, value_max, due, inclusive from facts order by doc_id").fetchall()
        assert rows[0] == ("=1+1", 23.0, 45.03, None, False)
        assert rows[1] == ("trước\r\n30/4", -5.0, None, date(2024, 4, 30), True)
        assert db.execute("select count(*) from errors").fetchone() == (2,)


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_other_tables_lie_beside(tmp_path: Path, ending: str) -> None:
    write(tmp_path / f"kq.{ending}", errors=1)
    assert {p.name for p in tmp_path.iterdir()} == {f"kq.{ending}", f"kq.documents.{ending}", f"kq.errors.{ending}"}
    write(tmp_path / f"kq.{ending}")
    assert {p.name for p in tmp_path.iterdir()} == {f"kq.{ending}", f"kq.documents.{ending}"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_rows_still_make_a_table(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path / "deep" / "er" / f"facts.{ending}", rows=[])
    names = [column.name for column in FACTS]
    if ending == "jsonl":
        assert path.read_bytes() == b""
    elif ending == "csv":
        assert path.read_text(encoding="utf-8-sig").strip() == ",".join(names)
    elif ending == "parquet":
        assert pq.read_table(path).column_names == names
    elif ending == "xlsx":
        assert sheet_values(path) == []
    else:
        with sqlite3.connect(path) if ending == "sqlite" else duckdb.connect(str(path)) as db:
            assert db.execute("select * from facts").fetchall() == []
        db.close()


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_exception_leaves_the_old_file_and_nothing_else(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "BATCH", 2)
    path = write(tmp_path / f"facts.{ending}")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


@pytest.mark.parametrize("ending", ENDINGS)
def test_rows_keep_their_order_over_batches(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "BATCH", 7)
    path = write(tmp_path / f"facts.{ending}", [{"doc_id": str(n), "start": n} for n in range(50)])
    readers = {
        "csv": lambda: pd.read_csv(path)["start"].tolist(),
        "jsonl": lambda: pd.read_json(path, lines=True)["start"].tolist(),
        "parquet": lambda: pd.read_parquet(path)["start"].tolist(),
        "xlsx": lambda: [row["start"] for row in sheet_values(path)],
        "sqlite": lambda: [n for (n,) in rows_of(sqlite3.connect(path))],
        "duckdb": lambda: [n for (n,) in rows_of(duckdb.connect(str(path)))],
    }
    assert readers[ending]() == list(range(50))


def interrupted(path: Path) -> None:
    with open_writer(path) as writer:
        writer.write("facts", ROWS)
        writer.write("errors", [{"source": "x"}] * 5)
        raise KeyboardInterrupt


def rows_of(db: Any) -> Iterator[Any]:
    rows = db.execute("select start from facts").fetchall()
    db.close()
    return iter(rows)


def test_unknown_endings_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"cannot write \.docx: end the name in \.csv \.jsonl \.parquet \.xlsx \.sqlite \.duckdb"):
        open_writer(tmp_path / "facts.docx")
    with pytest.raises(WriteError, match="a name without an ending"):
        open_writer(tmp_path / "facts")
    (tmp_path / "x.csv").mkdir()
    with pytest.raises(WriteError, match="is a folder"):
        open_writer(tmp_path / "x.csv")
    assert open_writer(tmp_path / "FACTS.CSV").path == tmp_path / "FACTS.CSV"


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path, ending: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(WriteError, match="cannot be written") as caught, open_writer(tmp_path / "file" / f"facts.{ending}"):
        pass
    assert "\n" not in str(caught.value)


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 200 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = sys.platform == "linux" and shutil.which("mount") and os.geteuid() == 0
    if not mounted or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)  # a library may still have the file open


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files of libraries that are thrown away
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_is_one_line_and_leaves_nothing_behind(
    full_disk: Path, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "BATCH", 500)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    path = full_disk / "deep" / "er" / f"facts.{ending}"
    rows: list[dict[str, Value]] = [{"doc_id": str(n), "text": token_hex(40), "subject": token_hex(40)} for n in range(20_000)]
    with pytest.raises(WriteError) as caught, open_writer(path) as writer:
        writer.write("facts", rows)
    assert str(caught.value) == f"{path}: cannot be written: the disk is full: make room, or name a place on another disk"
    assert list(full_disk.iterdir()) == []
    assert list(scratch.iterdir()) == []
    del caught, writer
    gc.collect()  # so that what libraries throw away warns here, and not in another test


def test_numbers_that_no_format_holds_are_left_empty(tmp_path: Path) -> None:
    rows: list[dict[str, Value]] = [{"value": float("nan")}, {"value": 10**400}, {"rank": 2**63}, {"value": 2**70, "text": "a\ud800b"}]
    for ending in ENDINGS:
        write(tmp_path / f"facts.{ending}", rows)
    lines = [json.loads(line) for line in (tmp_path / "facts.jsonl").read_text().splitlines()]
    assert [line["value"] for line in lines] == [None, None, None, 2**70]
    assert lines[2]["rank"] is None
    assert lines[3]["text"] == "a\ufffdb"
    assert pq.read_table(tmp_path / "facts.parquet").column("value").to_pylist() == [None, None, None, float(2**70)]
    assert [row["value"] for row in sheet_values(tmp_path / "facts.xlsx")][3] == pytest.approx(2**70)


def from_csv(path: Path) -> list[dict[str, Value]]:
    """The rows of a CSV of ours by the types of the schema."""
    read = {"string": str, "integer": int, "number": float, "boolean": "true".__eq__, "date": date.fromisoformat}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{c.name: read[c.type](row[c.name]) if row[c.name] else None for c in FACTS} for row in csv.DictReader(file)]  # type: ignore[operator]


def test_reading_and_writing_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "BATCH", 2)
    parquet, plain = write(tmp_path / "a.parquet"), write(tmp_path / "a.csv")
    again = write(tmp_path / "b.parquet", pq.read_table(parquet).to_pylist())
    assert again.read_bytes() == parquet.read_bytes()
    assert write(tmp_path / "b.csv", from_csv(plain)).read_bytes() == plain.read_bytes()
    assert write(tmp_path / "c.csv", pq.read_table(parquet).to_pylist()).read_bytes() == plain.read_bytes()


def test_bytes_do_not_depend_on_how_rows_arrive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "BATCH", 4)
    rows: list[dict[str, Value]] = [{"doc_id": str(n)} for n in range(11)]
    one_by_one = write(tmp_path / "a.parquet", rows).read_bytes()
    with open_writer(tmp_path / "a.parquet") as writer:
        writer.write("facts", rows)
        writer.write("documents", [DOCUMENT])
    assert (tmp_path / "a.parquet").read_bytes() == one_by_one


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx", "sqlite"])
def test_memory_does_not_grow_with_the_rows(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "BATCH", 50)
    tracemalloc.start()
    with open_writer(tmp_path / f"facts.{ending}") as writer:
        for n in range(100):
            writer.write("facts", [{"doc_id": f"{n}", "text": f"{n} " * 1000, "sentence": f"{n}"}] * 50)  # 15 MB in all
        _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 6_000_000


def test_documents_follow_their_schema(tmp_path: Path) -> None:
    write(tmp_path / "facts.jsonl")
    (row,) = map(json.loads, (tmp_path / "facts.documents.jsonl").read_text(encoding="utf-8").splitlines())
    assert list(row) == [column.name for column in DOCUMENTS]
    assert (row["doc_date"], row["n_chars"]) == ("2024-05-01", 12)
