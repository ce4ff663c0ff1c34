"""Office files that say nothing of when they were written: the same rows give the same bytes."""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

CREATED = datetime(1980, 1, 1)  # the earliest that a ZIP can state; XlsxWriter gives it to the parts of a workbook


def write_package(data: bytes, path: Path) -> None:
    """Write a ZIP (``.docx``) to ``path`` with all its parts in their order, each dated ``CREATED``."""
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in given.infolist():
            made.writestr(zipfile.ZipInfo(entry.filename, CREATED.timetuple()[:6]), given.read(entry), zipfile.ZIP_DEFLATED)
