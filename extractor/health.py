"""What this machine has of the programs that Trích Lục works with but does not bring along."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import NamedTuple

_SECONDS = 20


class Check(NamedTuple):
    """One thing that may be missing.

    ``found`` says which version there is, null where there is none; ``without`` what is lost then; ``remedies`` are pairs of a system
    and the command or page that gets it.
    """

    name: str
    found: str | None
    without: str
    remedies: tuple[tuple[str, str], ...] = ()


_TESSERACT = (
    ("Debian, Ubuntu", "sudo apt-get install tesseract-ocr tesseract-ocr-vie"),
    ("Fedora", "sudo dnf install tesseract tesseract-langpack-vie"),
    ("macOS", "brew install tesseract tesseract-lang"),
    ("Windows", "https://github.com/UB-Mannheim/tesseract/wiki (choose Vietnamese among the additional languages)"),
)
_LIBREOFFICE = (
    ("Debian, Ubuntu", "sudo apt-get install libreoffice-writer-nogui"),
    ("Fedora", "sudo dnf install libreoffice-writer"),
    ("macOS", "brew install --cask libreoffice"),
    ("Windows", "winget install TheDocumentFoundation.LibreOffice"),
)


def checks() -> Iterator[Check]:
    """What is there and what is not, most needed first."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Check("Python", version, "")
    yield Check("text, web pages, DOCX, PDF", "read without further programs", "")
    tesseract = _first_line("tesseract", "--version")
    yield Check("Tesseract", tesseract, "scans (.pdf .png .jpg .tif) are not read", _TESSERACT)
    if tesseract:
        yield Check("Tesseract for Vietnamese", _vietnamese(), "scans (.pdf .png .jpg .tif) are not read", _TESSERACT)
    yield Check("LibreOffice", _libreoffice(), ".doc and .rtf are read without tables, automatic numbers and notes", _LIBREOFFICE)


def _vietnamese() -> str | None:
    listed = _output("tesseract", "--list-langs") or ""
    return "vie" if "vie" in listed.split() else None


def _libreoffice() -> str | None:
    from extractor.load.libreoffice import program

    path = program()
    return None if path is None else _first_line(path, "--version") or path


def _first_line(program: str, option: str) -> str | None:
    return next((line for line in (_output(program, option) or "").splitlines() if line.strip()), None)


def _output(program: str, option: str) -> str | None:
    """What a program prints, or None where it is not there or does not run."""
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a program of the user's, with a fixed option
            [path, option], capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout or done.stderr
