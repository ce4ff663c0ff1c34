"""The letterhead of a document that keeps it in the header of its first page. Any other header is page furniture and is not read."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from extractor.load.docx.names import R, W, flag
from extractor.load.docx.package import Package
from extractor.motto import PARTY, STATE

_LETTERHEAD = re.compile(f"{STATE}|{PARTY}", re.IGNORECASE)


def letterhead(package: Package, body: Any) -> Any:
    """The ``w:hdr`` that holds the letterhead; None where the body has one of its own, or the first page none."""
    section = next(body.iter(W + "sectPr"), None)
    if section is None or _is_letterhead(body):
        return None
    kind = "first" if flag(section, "titlePg") else "default"
    parts = package.related(package.main)
    for reference in section.iterchildren(W + "headerReference"):
        if reference.get(W + "type", "default") == kind:
            header = package.part(parts.get(reference.get(R + "id", ""), ""))
            return header if header is not None and _is_letterhead(header) else None
    return None


def _is_letterhead(root: Any) -> bool:
    paragraphs = ("".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in root.iter(W + "p"))
    return any(_LETTERHEAD.search(" ".join(unicodedata.normalize("NFC", words).split())) for words in paragraphs)
