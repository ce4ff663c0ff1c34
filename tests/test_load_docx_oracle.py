"""Word documents against LibreOffice, which prints list numbers too: generated lists, and the decree of the shared folder."""

import random
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from docx_build import abstract, level, num, para, restart, word

from extractor.load import docx as reader

SHARED = Path("/work/shared/files/30_2020_ND_CP.docx")
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared folder is not there")
FORMS = ("decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal")


def by_office(folder: Path, files: list[Path]) -> list[list[str]]:
    """The lines of each file as LibreOffice prints them, without blanks at their ends and runs of blanks."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [lines((folder / f"{file.stem}.txt").read_text("utf-8-sig")) for file in files]


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).split("\n") if line.strip()]


def random_lists(seed: int) -> bytes:
    """Three definitions of four levels, five lists of which one begins anew, and sixty paragraphs in them."""
    chance = random.Random(seed)  # noqa: S311
    definitions = ""
    for number in range(3):
        places = (
            level(
                place,
                chance.choice(
                    [f"%{place + 1}.", f"%{place + 1})", f"(%{place + 1})", "Điều %1." if place == 0 else f"%{place}.%{place + 1}."]
                ),
                chance.choice(FORMS),
                chance.randint(1, 9),
                suffix=chance.choice(["", "space"]),
            )
            for place in range(4)
        )
        definitions += abstract(number, *places)
    lists = "".join(num(number + 1, number) for number in range(3)) + num(4, 0) + num(5, 1, restart(0, 3))
    begun = "".join(para("Phần", number) for number in range(1, 6))  # how a level counts that was passed over is for another test
    body = "".join(para(f"Việc {index}", chance.randint(1, 5), chance.choice([0, 0, 1, 1, 2, 3])) for index in range(60))
    return word(begun + body, numbering=definitions + lists)


@needs_office
def test_random_lists_are_numbered_as_libreoffice_numbers_them(tmp_path: Path) -> None:
    files = [tmp_path / f"lists{seed}.docx" for seed in range(8)]
    for seed, file in enumerate(files):
        file.write_bytes(random_lists(seed))
    for file, printed in zip(files, by_office(tmp_path, files), strict=True):
        assert lines(reader.read(file.read_bytes()).text) == printed


@needs_office
@needs_shared
def test_a_decree_reads_word_for_word_as_in_libreoffice(tmp_path: Path) -> None:
    (printed,) = by_office(tmp_path, [SHARED])
    assert lines(reader.read(SHARED.read_bytes()).text) == printed


@needs_shared
def test_the_articles_of_a_decree_are_in_order() -> None:
    text = reader.read(SHARED.read_bytes()).text
    articles = [int(number) for number in re.findall(r"^Điều (\d+)\. ", text, re.MULTILINE)]
    assert articles == list(range(1, len(articles) + 1))
    assert len(articles) == 38
