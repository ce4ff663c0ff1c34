"""``trichluc compare`` through its real entry point: from articles to tables, in every format."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from command import ROOT, on_a_terminal, trichluc
from openpyxl import load_workbook

from extractor import Document, extract_many, read_documents
from extractor.table import document_row, fact_row
from extractor.write import open_writer

SAID = "tỷ lệ hồ sơ nộp trực tuyến"
ARTICLES = [
    {
        "id": "bao-a",
        "date": "2025-01-10",
        "text": f"Năm 2024, {SAID} của tỉnh Nghệ An đạt 92,54%. Năm 2023, {SAID} của tỉnh Nghệ An đạt 87,1%.",
    },
    {"id": "bao-b", "date": "2025-01-12", "text": f"Theo Sở Nội vụ, {SAID} năm 2024 của tỉnh Nghệ An đạt hơn 92%, vượt yêu cầu."},
    {"id": "bao-c", "date": "2025-01-15", "text": f"Tỉnh Nghệ An kết thúc năm 2024 với {SAID} là 89,1%."},
    {"id": "bao-d", "date": "2025-01-20", "text": f"Năm 2024, {SAID} của tỉnh Hà Tĩnh đạt 90,2%."},
]
PLACES = ["tỉnh Nghệ An", "tỉnh Hà Tĩnh"]


def extracted(articles: Path, *tables: Path) -> None:
    """What ``trichluc extract ARTICLES -o TABLE`` writes; the rules are loaded once for all."""
    results = list(extract_many(document for document in read_documents([articles]) if isinstance(document, Document)))
    for table in tables:
        with open_writer(table) as writer:
            writer.write("facts", [fact_row(fact) for result in results for fact in result.facts])
            writer.write("documents", [document_row(result.document) for result in results])


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same facts in every format that is written."""
    folder = tmp_path_factory.mktemp("compare")
    articles = folder / "articles.jsonl"
    articles.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in ARTICLES), "utf-8")
    extracted(articles, *(folder / f"facts.{ending}" for ending in ("parquet", "csv", "jsonl", "xlsx", "sqlite", "duckdb")))
    (folder / "dataset" / "facts").mkdir(parents=True)
    shutil.copy(folder / "facts.parquet", folder / "dataset" / "facts" / "part-00000.parquet")
    return folder


@pytest.fixture(scope="session")
def whole(tables: Path) -> str:
    """What all facts give, one source or several."""
    return trichluc("compare", tables / "facts.parquet", "--all").stdout


def rows_of(stdout: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_from_articles_to_a_comparison(tables: Path, tmp_path: Path, whole: str) -> None:
    assert trichluc("extract", tables / "articles.jsonl", "-o", f"{tmp_path}/dataset/", "-q").returncode == 0
    assert trichluc("compare", tmp_path / "dataset", "--all").stdout == whole


def test_a_conflict_goes_into_a_pipe_with_both_quotations(tables: Path) -> None:
    done = trichluc("compare", tables / "facts.parquet")
    assert (done.returncode, done.stderr) == (0, "")
    most, other = rows_of(done.stdout)
    assert (most["value"], most["verdict"], most["sources"], most["documents"]) == (92.54, "conflict", 2, ["bao-a", "bao-b"])
    assert (other["value"], other["verdict"], other["against"]) == (89.1, "conflict", ["92,54% (bao-a, bao-b)"])
    assert other["quotations"] == [ARTICLES[2]["text"]]
    assert (other["place"], other["place_now_code"], other["period"]) == ("tỉnh Nghệ An", "40", "2024")


@pytest.mark.parametrize("name", ["facts.csv", "facts.jsonl", "facts.xlsx", "facts.sqlite", "facts.duckdb", "dataset"])
def test_every_format_of_facts_gives_the_same(tables: Path, name: str, whole: str) -> None:
    assert trichluc("compare", tables / name, "--all").stdout == whole


def test_several_tables_in_any_order_and_a_table_given_twice(tables: Path, tmp_path: Path, whole: str) -> None:
    lines = (tables / "facts.jsonl").read_text("utf-8").splitlines(keepends=True)
    names = [tmp_path / f"{each['id']}.jsonl" for each in ARTICLES]
    for name in names:
        name.write_text("".join(line for line in lines if json.loads(line)["doc_id"] == name.stem), "utf-8")
    assert trichluc("compare", *names, "--all").stdout == whole
    assert trichluc("compare", *reversed(names), names[0], "--all").stdout == whole


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".sqlite"])
def test_every_format_is_written(tables: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"so-sanh{ending}"
    assert trichluc("compare", tables / "facts.parquet", "-o", out).returncode == 0
    if ending == ".csv":
        head, *lines = out.read_text("utf-8-sig").splitlines()
        assert head.startswith("indicator,kind,unit,change,status,place,period_start")
        assert len(lines) == 2
    elif ending == ".xlsx":
        assert [row[9].value for row in load_workbook(out)["comparisons"].iter_rows(min_row=2)] == [92.54, 89.1]
    elif ending == ".sqlite":
        with sqlite3.connect(out) as database:
            assert database.execute("SELECT value, documents FROM comparisons").fetchall() == [(92.54, "bao-a; bao-b"), (89.1, "bao-c")]
        database.close()
    assert list(tmp_path.iterdir()) == [out]


def test_an_indicator_over_time(tables: Path) -> None:
    rows = rows_of(trichluc("compare", tables / "facts.parquet", "--indicator", "hồ sơ trực tuyến").stdout)
    assert [(row["period"], row["value"]) for row in rows if row["place"] == PLACES[0]] == [("2023", 87.1), ("2024", 92.54), ("2024", 89.1)]
    assert [row["value"] for row in rows if row["place"] == PLACES[1]] == [90.2]


def test_places_by_periods_in_a_pipe_and_in_files(tables: Path, tmp_path: Path) -> None:
    asked = ("compare", tables / "facts.parquet", "--pivot", SAID)
    rows = rows_of(trichluc(*asked).stdout)
    assert [(row["place"], row["2023"], row["2024"]) for row in rows] == [(PLACES[0], 87.1, 92.54), (PLACES[1], None, 90.2)]
    for name in ("p.csv", "p.xlsx"):
        assert trichluc(*asked, "-o", tmp_path / name).returncode == 0
    assert (tmp_path / "p.csv").read_text("utf-8-sig").splitlines()[
        0
    ] == "indicator,kind,unit,change,status,place,place_code,2023,2024,unsettled"
    (sheet,) = load_workbook(tmp_path / "p.xlsx").worksheets
    assert (sheet.title, sheet["F2"].value, sheet["I2"].value) == (SAID, PLACES[0], 92.54)


def test_a_terminal_gets_tables(tables: Path) -> None:
    seen = on_a_terminal("compare", tables / "facts.parquet")
    assert f"{SAID} · tỉnh Nghệ An · 2024" in seen
    assert "89,1%" in seen
    assert "bao-c" in seen
    assert "90,2%" not in seen  # only one source
    assert "90.2" in on_a_terminal("compare", tables / "facts.parquet", "--pivot", SAID)


def test_the_page_shows_what_a_terminal_shows(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "compare.md").read_text("utf-8")
    (articles,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    (tmp_path / "bai-bao.jsonl").write_text(articles, "utf-8")
    (asked,) = re.findall(r"^\$ trichluc compare facts.parquet --pivot \"(.*)\"$", page, re.MULTILINE)
    given = ((tmp_path / "bai-bao.jsonl", ()), (ROOT / "corpora" / "texts", ("--pivot", asked)))
    for (texts, options), expected in zip(given, re.findall(r"```text\n(.*?)```", page, re.DOTALL), strict=True):
        extracted(texts, tmp_path / "facts.parquet")
        seen = on_a_terminal("compare", tmp_path / "facts.parquet", *options, columns=100)
        assert "\n".join(line.rstrip() for line in seen.splitlines()).strip() == expected.strip()


def test_words_that_nothing_has_are_told(tables: Path) -> None:
    done = trichluc("compare", tables / "facts.parquet", "--pivot", "lạm phát")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no indicator has the words 'lạm phát'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["khong-co.csv"], "khong-co.csv: cannot be read: No such file or directory"),
        (["khong-co.sqlite"], "khong-co.sqlite: cannot be read: No such file or directory"),
        (["articles.jsonl"], "articles.jsonl: not a table of facts: columns are missing (doc_id, fact_id, kind, start, end and"),
        (["facts.documents.csv"], "facts.documents.csv: not a table of facts"),
        (["tin.docx"], "tin.docx: cannot read .docx: give a table of facts"),
        (["hong.xlsx"], "hong.xlsx: is no workbook"),
        (["hong.duckdb"], "hong.duckdb: is no database"),
        (["hong.sqlite"], "hong.sqlite: has no readable table 'facts'"),
        (["hong.csv"], "hong.csv: row 1: value: 'nhiều' is no number"),
        (["trong"], "trong: holds no facts"),
        (["facts.csv", "--pivot", "a", "--indicator", "b"], "give the words once"),
        (["facts.csv", "--pivot", SAID, "-o", "p.sqlite"], "p.sqlite: cannot write places by periods as .sqlite"),
        (["facts.csv", "-o", "p.txt"], "p.txt: cannot write .txt"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_cannot_be_used_is_one_line(tables: Path, tmp_path: Path, arguments: list[str], says: str) -> None:
    for name in ("facts.csv", "facts.documents.csv", "articles.jsonl"):
        shutil.copy(tables / name, tmp_path)
    for name in ("tin.docx", "hong.xlsx", "hong.duckdb", "hong.sqlite"):
        (tmp_path / name).write_bytes(b"khong phai " * 100)
    (tmp_path / "trong").mkdir()
    head, first, *_ = (tables / "facts.csv").read_text("utf-8-sig").splitlines()
    cells = first.split(",")
    cells[head.split(",").index("value")] = "nhiều"
    (tmp_path / "hong.csv").write_text(f"{head}\n{','.join(cells)}\n", "utf-8")
    done = trichluc("compare", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
