"""Tables of articles: columns found by name, rows streamed, a bad row one failure."""

import gzip
import hashlib
import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import LoadError
from extractor.load import read_documents
from extractor.load.columns import find_columns, fold_name
from extractor.load.dates import parse_date
from extractor.load.jsonl import read as read_jsonl
from extractor.load.tables import Row
from extractor.model import Document, Failure

NO_ONE_ASKED = {"text": None, "id": None, "date": None}


def write(path: Path, content: str | bytes) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def split(items: Iterator[Document | Failure]) -> tuple[list[Document], list[Failure]]:
    kept = list(items)
    return [i for i in kept if isinstance(i, Document)], [i for i in kept if isinstance(i, Failure)]


@pytest.mark.parametrize("name", ["Nội dung", "noi_dung", "NOI-DUNG", "articleText", "Article_Body", "content"])
def test_text_column_is_found_whatever_its_spelling(name: str) -> None:
    assert find_columns(["stt", name], NO_ONE_ASKED).text == name


def test_columns_are_found_by_what_they_hold() -> None:
    names = ["Mã bài", "Tiêu đề", "Nội dung", "Ngày đăng", "Tác giả", "Nguồn", "Địa phương", "created_at"]
    found = find_columns(names, NO_ONE_ASKED)
    assert found[:7] == ("Nội dung", "Mã bài", "Ngày đăng", "Tiêu đề", "Địa phương", "Nguồn", "Tác giả")
    assert found[7:] == (None,) * 4
    official = find_columns(["Toàn văn", "Số, ký hiệu", "Loại văn bản", "Cơ quan ban hành", "Người ký"], NO_ONE_ASKED)
    assert official[7:] == ("Số, ký hiệu", "Loại văn bản", "Cơ quan ban hành", "Người ký")


def test_given_columns_win_and_missing_ones_are_told() -> None:
    assert find_columns(["text", "Câu chuyện"], {"text": "cau chuyen"}).text == "Câu chuyện"
    with pytest.raises(LoadError, match=r"no column is named 'than'.*'text', 'id'"):
        find_columns(["text", "id"], {"text": "than"})
    with pytest.raises(LoadError, match="--text-column"):
        find_columns(["a", "b"], NO_ONE_ASKED)


def test_fold_name() -> None:
    assert fold_name("  Nội_Dung-bài viết ") == "noi dung bai viet"
    assert fold_name("Ngày đăng") == "ngay dang"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-05-01", date(2024, 5, 1)),
        ("2024-05-01T23:30:00Z", date(2024, 5, 1)),
        ("2024-5-1 07:00:00+07:00", date(2024, 5, 1)),
        ("1/5/2024", date(2024, 5, 1)),
        ("01/05/2024 10:30", date(2024, 5, 1)),
        (datetime(2024, 5, 1, 23), date(2024, 5, 1)),
        (date(2024, 5, 1), date(2024, 5, 1)),
        (pd.Timestamp("2024-05-01T10:00"), date(2024, 5, 1)),
        ("31/2/2024", None),
        ("1/5/24", None),
        ("1714521600", None),
        (1714521600, None),
        ("hôm qua", None),
        ("", None),
        (None, None),
    ],
)
def test_parse_date(cell: object, day: date | None) -> None:
    assert parse_date(cell) == day
    assert type(parse_date(cell)) in (date, type(None))


@settings(deadline=None)
@given(st.text())
def test_parse_date_never_fails(cell: str) -> None:
    assert parse_date(cell) is None or isinstance(parse_date(cell), date)


def test_jsonl_row_becomes_document(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "title": "Tít",
        "content": "Bài\r\nviết",
        "date": "1/5/2024",
        "place": "Nghệ An",
        "source": "Báo A",
        "authors": ["X", "Y"],
    }
    path = write(tmp_path / "tin.jsonl", json.dumps(row, ensure_ascii=False) + "\n")
    assert list(read_documents([path])) == [
        Document(
            text="Bài\r\nviết",
            doc_id="7",
            source=path,
            sha256=hashlib.sha256("Bài\r\nviết".encode()).hexdigest(),
            title="Tít",
            date=date(2024, 5, 1),
            place="Nghệ An",
            publisher="Báo A",
            author="X; Y",
        )
    ]


def test_a_bad_row_is_one_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ['{"text": "một"}', '{"text": ', '{"title": "x"}', '{"text": 5}', "[1]", "", '{"text": "hai"}', "[" * 100_000, '{"text": "  "}']
    path = write(tmp_path / "tin.jsonl", "\n".join(lines).encode() + b'\n{"text": "\xff"}\n{"text": "ba"}')
    documents, failures = split(read_documents([path]))
    assert [(d.doc_id, d.text) for d in documents] == [("1", "một"), ("7", "hai"), ("11", "ba")]
    assert [f.source for f in failures] == [f"{path}:{n}" for n in (2, 3, 4, 5, 8, 9, 10)]
    said = ["not JSON", "holds no text", "holds int, not text", "a JSON array", "brackets too deep", "holds no text", "not UTF-8"]
    assert all(word in f.message and path in f.message and "\n" not in f.message for word, f in zip(said, failures, strict=True))
    assert {(f.stage, f.error) for f in failures} == {("load", "LoadError")}


def test_jsonl_columns_may_be_missing_from_the_first_objects() -> None:
    table = read_jsonl(io.BytesIO(b'{"id": 1}\n{"id": 2, "text": "x"}\n'))
    assert table.columns == ["id", "text"]
    assert list(table.rows([])) == [Row(1, {"id": 1}), Row(2, {"id": 2, "text": "x"})]


def test_half_a_character_in_json_becomes_the_replacement_character(tmp_path: Path) -> None:
    path = write(tmp_path / "tin.jsonl", '{"text": "a\\ud83d", "title": "\\ude00"}\n{"text": "\\ud83d\\ude00"}\n')
    assert [(d.text, d.title) for d in split(read_documents([path]))[0]] == [("a\ufffd", "\ufffd"), ("😀", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_dress(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = f'id{delimiter}nội dung\r\na{delimiter}"Bài, một; ""hai""\tba\r\ndòng hai"\r\n\r\nb{delimiter}Bài hai\r\n'
    documents, failures = split(read_documents([write(tmp_path / "tin.csv", table.encode(encoding))]))
    assert [(d.doc_id, d.text) for d in documents] == [("a", 'Bài, một; "hai"\tba\r\ndòng hai'), ("b", "Bài hai")]
    assert failures == []


def test_csv_bad_rows(tmp_path: Path) -> None:
    table = b'id,text\n1,mot\n2,hai, ba\n3,"bon" nam\n4,\n5,s\xff\n6,bay\n7\n8,"tam'
    documents, failures = split(read_documents([write(tmp_path / "tin.csv", table)]))
    assert [d.doc_id for d in documents] == ["1", "6"]
    assert [f.source.rpartition(":")[2] for f in failures] == ["2", "3", "4", "5", "7", "8"]
    assert "3 cells under 2 columns" in failures[0].message
    assert "not UTF-8" in failures[3].message


def test_long_articles_pass_the_limit_of_the_csv_module(tmp_path: Path) -> None:
    text = "dài " * 100_000
    (document,) = split(read_documents([write(tmp_path / "tin.tsv", f"text\tid\n{text}\t1\n")]))[0]
    assert document.text == text


def test_parquet_types(tmp_path: Path) -> None:
    frame = pd.DataFrame({"id": [1.0, 2.0, None], "text": ["một", None, "ba"], "date": pd.to_datetime(["2024-05-01", None, "2024-05-03"])})
    frame.to_parquet(tmp_path / "tin.parquet")
    documents, failures = split(read_documents([str(tmp_path / "tin.parquet")]))
    assert [(d.doc_id, d.text, d.date) for d in documents] == [("1", "một", date(2024, 5, 1)), ("3", "ba", date(2024, 5, 3))]
    assert [f.source for f in failures] == [f"{tmp_path / 'tin.parquet'}:2"]


def test_parquet_text_that_is_not_utf8_spoils_its_row_alone(tmp_path: Path) -> None:
    bad = pa.StringArray.from_buffers(2, pa.py_buffer(b"\0\0\0\0\1\0\0\0\2\0\0\0"), pa.py_buffer(b"\xffb"))
    pq.write_table(pa.table({"text": bad}), tmp_path / "tin.parquet")
    documents, failures = split(read_documents([str(tmp_path / "tin.parquet")]))
    assert [(d.doc_id, d.text) for d in documents] == [("2", "b")]
    assert len(failures) == 1


def test_packed_tables(tmp_path: Path) -> None:
    path = write(tmp_path / "tin.csv.gz", gzip.compress("id,text\nx,bài\n".encode()))
    assert [(d.doc_id, d.text) for d in split(read_documents([path]))[0]] == [("x", "bài")]
    packed = gzip.compress(("\n".join(json.dumps({"text": f"{n:x}" * 50, "n": hash(str(n))}) for n in range(5000))).encode())
    documents, failures = split(read_documents([write(tmp_path / "cut.jsonl.gz", packed[: len(packed) // 2])]))
    assert len(documents) > 100
    assert [f.source for f in failures] == [str(tmp_path / "cut.jsonl.gz")]
    assert "cut off gzip" in failures[0].message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", "a,b\n1,2\n", "no column is known to hold the text among 'a', 'b'"),
        ("a.jsonl", '{"a": 1}\n', "no column is known to hold the text among 'a'"),
        ("a.csv", "id,text\n", "no rows"),
        ("a.jsonl", "", "empty"),
        ("a.csv.gz", gzip.compress(b"", mtime=0), "empty"),
        ("a.csv.gz", "not gzip", "gzip"),
        ("a.parquet", "not parquet", "not a readable Parquet file"),
        (
            "a.csv",
            "doc_id,source,media_type,sha256,title,doc_date,place,publisher,author,number,symbol,signer,n_chars\n",
            "written by trichluc",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_one_failure(tmp_path: Path, name: str, content: str | bytes, said: str) -> None:
    (item,) = read_documents([write(tmp_path / name, content)])
    assert isinstance(item, Failure)
    assert item.source == str(tmp_path / name)
    assert said in item.message
    assert "\n" not in item.message


def test_rows_without_ids_of_several_tables_stay_apart(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, "text\nx\ny\n") for name in ("a.csv", "b.csv")]
    assert [d.doc_id for d in split(read_documents(paths))[0]] == ["a:1", "a:2", "b:1", "b:2"]
    assert [d.doc_id for d in split(read_documents(paths[:1]))[0]] == ["1", "2"]


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_big_tables_are_streamed(tmp_path: Path, ending: str) -> None:
    text, rows = "x" * 10_000, 4_000  # 40 MB
    path = tmp_path / f"big.{ending}"
    if ending == "parquet":
        with pq.ParquetWriter(
            path, pa.schema([("text", pa.string()), ("n", pa.int64())]), compression="none", use_dictionary=False
        ) as writer:
            writer.write_table(pa.table({"text": [f"{n}{text}" for n in range(rows)], "n": range(rows)}))
    else:
        header, line = ("text\n", "{n}{t}\n") if ending == "csv" else ("", '{{"text": "{n}{t}"}}\n')
        path.write_text(header + "".join(line.format(n=n, t=text) for n in range(rows)))
    tracemalloc.start()
    arrow = pa.total_allocated_bytes()
    highest = 0
    count = 0
    for item in read_documents([str(path)]):
        count += isinstance(item, Document)
        highest = max(highest, pa.total_allocated_bytes() - arrow)
    assert count == rows
    assert tracemalloc.get_traced_memory()[1] < 15_000_000  # a page of such a Parquet file is 10 MB
    tracemalloc.stop()
    assert highest < 25_000_000
