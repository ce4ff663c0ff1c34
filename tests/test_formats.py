"""The same text in every format gives the same facts: all of them from DOCX and HTML, 99 % from PDF, 92 % from a scan.

benchmarks/formats.py measures the same over all documents, those of ../shared/corpora among them; docs/quality.md has its table.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command import ROOT

from extractor.load.libreoffice import program
from extractor.load.ocr.engine import is_installed

sys.path.insert(0, str(ROOT / "benchmarks"))
from formats import compare, to_pdf, to_scan, write_docx, write_html

TEXTS = sorted((ROOT / "corpora" / "texts").glob("*.txt"))
PRINTED = TEXTS[::7]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(("ending", "write"), [("docx", write_docx), ("html", write_html)])
def test_word_and_web_give_every_fact(path: Path, ending: str, write: Callable[[str, Path], None], tmp_path: Path) -> None:
    other = tmp_path / f"{path.stem}.{ending}"
    write(path.read_text("utf-8"), other)
    found = compare(path.stem, path, other)
    assert (found.same, found.more, found.lost) == (found.facts, 0, "")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if program() is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    for path in PRINTED:
        write_docx(path.read_text("utf-8"), folder / f"{path.stem}.docx")
    to_pdf(folder)
    shutil.rmtree(folder / "office")
    return folder


def test_pdf_gives_99_in_100(printed: Path) -> None:
    found = [compare(path.stem, path, printed / f"{path.stem}.pdf") for path in PRINTED]
    facts, same, more = (sum(column) for column in zip(*((each.facts, each.same, each.more) for each in found), strict=True))
    assert facts > 400
    assert same >= 0.99 * facts, [each for each in found if each.lost]
    assert more <= 0.01 * facts


@pytest.mark.skipif(not is_installed(), reason="Tesseract for Vietnamese is not installed")
def test_a_scan_gives_92_in_100(printed: Path) -> None:
    path = min(PRINTED, key=lambda each: each.stat().st_size)
    to_scan(printed / f"{path.stem}.pdf", printed / "scan.pdf")
    found = compare(path.stem, path, printed / "scan.pdf")
    assert found.facts >= 30
    assert found.same >= 0.92 * found.facts, found.lost
    assert found.more <= 0.08 * found.facts
