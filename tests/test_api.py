"""The public names, and that using them starts instantly."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from command import PROGRAM, trichluc

import extractor
from extractor import Document, Result, extract, extract_many
from extractor.schema import FACTS

HEAVY = ("pandas", "underthesea", "spacy", "sklearn", "pyarrow", "rich", "duckdb", "xlsxwriter", "numpy")
TEXT = "Ngày 30/4, tỷ lệ đạt 45,03%."


def test_all_is_sorted_and_complete() -> None:
    assert extractor.__all__ == sorted(extractor.__all__)
    homes = {name for names in extractor._HOMES.values() for name in names} | {"load"}
    assert set(extractor.__all__) == homes
    assert set(dir(extractor)) == {*extractor.__all__, "__version__"}
    for name in extractor.__all__:
        assert getattr(extractor, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        _ = extractor.nope


def test_load_stays_the_function() -> None:
    code = "import extractor.load.batch, extractor; assert callable(extractor.load); from extractor import load; assert callable(load)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_extract_takes_dates_as_text_or_date() -> None:
    for day in ("2021-12-31", datetime.date(2021, 12, 31)):
        result = extract(TEXT, date=day, place="tỉnh Nghệ An")
        assert (result.document.date, result.document.place) == (datetime.date(2021, 12, 31), "tỉnh Nghệ An")
        (fact,) = (f for f in result.facts if f.kind == "date")
        assert (fact.start_date, fact.end_date) == (datetime.date(2021, 4, 30), datetime.date(2021, 4, 30))
        assert TEXT[fact.start : fact.end] == fact.text
    with pytest.raises(ValueError, match="31/12"):
        extract(TEXT, date="31/12/2021")


def test_extract_many_keeps_order_and_documents() -> None:
    documents: list[Document | str] = [Document("đạt 1%", doc_id="b", source="b.txt"), "đạt 2%", Document("", doc_id="a")]
    results = list(extract_many(documents))
    assert [r.document.doc_id for r in results] == ["b", "text", "a"]
    assert [[(f.value, f.doc_id, f.source) for f in r.facts if f.kind == "percent"] for r in results] == [
        [(1, "b", "b.txt")],
        [(2, "text", None)],
        [],
    ]


def test_to_frame_has_the_columns_of_the_schema() -> None:
    frame = extract(TEXT, date="2021-12-31").to_frame()
    assert list(frame.columns) == [column.name for column in FACTS]
    percent = frame[frame["kind"] == "percent"].iloc[0]
    assert (percent["value"], percent["text"]) == (45.03, "45,03%")
    assert Result(Document(""), [], []).to_frame().dtypes["start"] == "Int64"


def test_fact_ids_are_stable() -> None:
    code = "from extractor import extract; print(*(f.fact_id for f in extract('đạt 45,03%, giảm 2%').facts))"
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in range(2)}
    assert len(runs) == 1
    ids = runs.pop().split()
    assert len(ids) == len(set(ids)) >= 2


@pytest.mark.parametrize("code", ["import extractor", "from extractor import load, Rules, extract"])
def test_importing_is_light(code: str) -> None:
    probe = f"{code}\nimport sys; print([m for m in {HEAVY} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_help_reads_only_typer_and_the_commands() -> None:
    probe = (
        "import contextlib, runpy, sys, typer\n"
        "sys.argv = ['trichluc', '--help']; before = {name.split('.')[0] for name in sys.modules}\n"
        f"with contextlib.suppress(SystemExit): runpy.run_path({str(PROGRAM)!r}, run_name='__main__')\n"
        "read = [name for name in sys.modules if name.split('.')[0] not in before | sys.stdlib_module_names]\n"
        "print(*(name for name in read if not name.startswith('extractor.cli')))"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert "Usage: trichluc" in done.stdout
    assert set(done.stdout.splitlines()[-1].split()) == {"extractor", "extractor.errors", "extractor.load"}


def test_version() -> None:
    assert trichluc("--version").stdout == f"trichluc {extractor.__version__}\n"


def test_a_defect_in_one_document_is_a_row_and_not_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.model import Failure
    from extractor.pipeline import Extractor
    from extractor.run import Settings, results

    real = Extractor.analyse

    def broken(self: Extractor, document: Document, *, trace: bool = False) -> object:
        if document.doc_id == "bad":
            raise ZeroDivisionError("two\nlines")
        return real(self, document, trace=trace)

    monkeypatch.setattr(Extractor, "analyse", broken)
    documents = [Document("đạt 1%", doc_id="good"), Document("x", doc_id="bad", source="tin/bad.txt"), Document("đạt 2%", doc_id="last")]
    first, failure, last = results(documents, Settings())
    assert isinstance(first, Result)
    assert isinstance(last, Result)
    assert isinstance(failure, Failure)
    assert (failure.source, failure.stage, failure.error) == ("tin/bad.txt", "extract", "ZeroDivisionError")
    assert failure.message.startswith("tin/bad.txt: defect in trichluc, please report it: ZeroDivisionError at test_api.py:")
    assert failure.message.endswith(": two lines")


def test_a_reader_that_breaks_down_keeps_what_came_before() -> None:
    from extractor.model import Failure
    from extractor.run import Settings, results

    def reader() -> object:
        yield Document("đạt 1%")
        raise RuntimeError("the drive is gone")

    first, failure = results(reader(), Settings())  # type: ignore[arg-type]
    assert isinstance(first, Result)
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.error) == ("load", "RuntimeError")
    assert "the drive is gone" in failure.message


def test_data_folders_are_found_beside_the_package() -> None:
    from extractor.confidence import model_folder
    from extractor.rules import pattern_folder

    assert {pattern_folder().name, model_folder().name} <= {"patterns", "_patterns", "models", "_models"}
    assert list(Path(pattern_folder()).glob("percent.toml"))
