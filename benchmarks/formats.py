"""The same text as DOCX, HTML, PDF and scan: how many of the facts of the plain text come out of each.

python benchmarks/formats.py [--shared N] [--formats docx html pdf scan]     over corpora/texts and N documents of ../shared/corpora

A fact counts as the same where kind and values are. Needs LibreOffice for ``pdf`` and ``scan``, Tesseract for ``scan``, which takes
half an hour for all.
"""

from __future__ import annotations

import argparse
import gzip
import html
import io
import json
import random
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from extractor import extract, load
from extractor.errors import LoadError
from extractor.load.libreoffice import program
from extractor.pipe_tables import pipe_tables
from extractor.schema import FACTS

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "corpora"
FORMATS = ("docx", "html", "pdf", "scan")
_SEED = 4
_DPI = 200
_PLACES = {"doc_id", "fact_id", "text", "start", "end", "item", "sentence", "source", "page", "cell"}
_NO_VALUES = {*_PLACES, "rule", "confidence", "status_confidence"}
_NO_VALUES |= {"duplicate_of", "subject", "place", "place_code", "place_now", "place_now_code", "status"}
_VALUES = [column.name for column in FACTS if column.name not in _NO_VALUES]

Facts = Counter[tuple[object, ...]]


class Compared(NamedTuple):
    """Of the facts of the plain text: how many there are, how many the format gives too, how many it gives besides."""

    name: str
    facts: int
    same: int
    more: int
    lost: str


def texts(shared: int) -> Iterator[tuple[str, str]]:
    """Names and texts of the shipped corpus, then of ``shared`` documents of ../shared/corpora, half of them official."""
    for path in sorted((ROOT / "corpora" / "texts").glob("*.txt")):
        yield path.stem, path.read_text("utf-8")
    chance = random.Random(_SEED)  # noqa: S311 - a sample, no secret
    for name in ("admin", "news") if shared else ():
        with gzip.open(SHARED / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        for row in chance.sample(rows, shared // 2):
            yield row["id"], row["text"]


def facts_of(path: Path) -> Facts:
    """Kind and values of every fact in a file."""
    return Counter(tuple(getattr(fact, name) for name in _VALUES) for fact in extract(load(path)).facts)


def blocks(text: str) -> Iterator[str | list[list[str]]]:
    """The lines of a text, and its pipe tables as rows of cells."""
    tables = {min(cell.span.start for cell in table.cells): table for table in pipe_tables(text)}
    position, skip = 0, 0
    for line in text.split("\n"):
        table = next((tables[start] for start in tables if position <= start <= position + len(line)), None)
        if table:
            skip = max(cell.span.end for cell in table.cells)
            rows: list[list[str]] = [[] for _ in range(max(cell.row for cell in table.cells) + 1)]
            for cell in table.cells:
                rows[cell.row].append(text[cell.span.start : cell.span.end].replace("\\|", "|"))
            yield rows
        elif position >= skip:
            yield line
        position += len(line) + 1


def write_docx(text: str, path: Path) -> None:
    """One paragraph a line, an empty one for an empty line; tables as tables."""
    import docx

    document = docx.Document()
    for block in blocks(text):
        if isinstance(block, str):
            document.add_paragraph(_printable(block))
            continue
        table = document.add_table(len(block), max(map(len, block)), style="Table Grid")
        for row, words in zip(table.rows, block, strict=True):
            for cell, word in zip(row.cells, words, strict=False):
                cell.text = _printable(word)
    document.save(str(path))


def write_html(text: str, path: Path) -> None:
    """One ``p`` a line, tables as tables, in the frame of a news site."""
    body = "".join(f"<p>{_escaped(block)}</p>" if isinstance(block, str) else _html_table(block) for block in blocks(text))
    head = "<!doctype html><html lang='vi'><head><meta charset='utf-8'></head><body>"
    site = "<header><nav><ul><li><a href='/'>Trang chủ</a></li><li><a href='/kt'>Kinh tế</a></li></ul></nav></header>"
    foot = "<footer><p>Giấy phép số 99/GP-BTTTT ngày 9/9/2019. Điện thoại: 024 9999 999</p></footer>"
    path.write_text(f"{head}{site}<main><article>{body}</article></main>{foot}</body></html>", encoding="utf-8")


def _html_table(rows: list[list[str]]) -> str:
    lines = ("".join(f"<td>{_escaped(cell)}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _escaped(line: str) -> str:
    return html.escape(_printable(line))


def _printable(line: str) -> str:
    """Without what no XML can hold."""
    return "".join(c for c in line if c >= " " or c == "\t")


def to_pdf(folder: Path) -> None:
    """Every DOCX of a folder as a PDF beside it, by LibreOffice."""
    office = program()
    if office is None:
        raise SystemExit("LibreOffice is not installed: leave pdf and scan out, or see trichluc doctor")
    command = [
        office,
        f"-env:UserInstallation={(folder / 'office').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True)


def to_scan(pdf: Path, scan: Path) -> None:
    """The pages of a PDF as pictures of 200 dpi in a PDF without text."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.render(scale=_DPI / 72, grayscale=True).to_pil() for page in document]
    written = io.BytesIO()
    pages[0].save(written, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI)
    scan.write_bytes(written.getvalue())


def compare(name: str, plain: Path, other: Path) -> Compared:
    """The facts of a file beside those of the plain text."""
    expected = facts_of(plain)
    try:
        found = facts_of(other)
    except LoadError as error:
        return Compared(name, expected.total(), 0, 0, str(error))
    lost = "; ".join(" ".join(str(v) for v in fact if v is not None) for fact in list(expected - found)[:4])
    return Compared(name, expected.total(), (expected & found).total(), (found - expected).total(), lost)


def _prepare(folder: Path, shared: int, formats: Sequence[str]) -> list[str]:
    names = []
    for name, text in texts(shared):
        names.append(name)
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        write_docx(text, folder / f"{name}.docx")
        write_html(text, folder / f"{name}.html")
    if {"pdf", "scan"} & set(formats):
        to_pdf(folder)
    if "scan" in formats:
        (folder / "scans").mkdir()
        for name in names:
            to_scan(folder / f"{name}.pdf", folder / "scans" / f"{name}.pdf")
    return names


def main() -> None:
    """Write the documents in every format, read them back, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=int, default=50 if SHARED.exists() else 0)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=list(FORMATS))
    parser.add_argument("--keep", type=Path, help="write the files here and leave them")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made, ProcessPoolExecutor() as pool:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        names = _prepare(folder, options.shared, options.formats)
        print(f"{len(names)} documents, {options.shared} of them from ../shared/corpora, seed {_SEED}")
        for kind in options.formats:
            others = [folder / "scans" / f"{name}.pdf" if kind == "scan" else folder / f"{name}.{kind}" for name in names]
            done = list(pool.map(compare, names, [folder / f"{name}.txt" for name in names], others))
            facts, same, more = (sum(column) for column in zip(*((c.facts, c.same, c.more) for c in done), strict=True))
            print(f"{kind:5} {same}/{facts} facts the same = {same / facts:.2%}, {more} besides")
            for each in sorted(done, key=lambda c: c.same - c.facts)[:12]:
                if each.same < each.facts or each.more:
                    print(f"      {each.name}: {each.same}/{each.facts}, {each.more} besides: {each.lost[:160]}")


if __name__ == "__main__":
    main()
