"""Reader of Rich Text Format: ``.rtf`` (Microsoft's specification 1.9.1). With LibreOffice in whole, without it the words by striprtf."""

from __future__ import annotations

import re
from dataclasses import replace

import regex

from extractor.errors import LoadError
from extractor.load import docx
from extractor.load.libreoffice import LOST, to_docx
from extractor.load.words import words_only
from extractor.model import Document

MEDIA_TYPE = "application/rtf"
# Legacy fonts are declared with whatever character set the machine had; their letters are those of cp1252.
# An entry of the font table from there on: control words and groups such as {\*\panose …}, then the name. Possessive: never slow.
_FONT = regex.compile(
    rb"\\fcharset\d{1,3}+((?:[ \r\n]{0,3}+(?:\\[a-z]{1,32}+-?+\d{0,10}+|\{\\\*[^{}]{0,200}+\})){0,8}+([^{};\\]{1,100}+)[;{}])"
)
_CODE_PAGE = re.compile(rb"\\ansicpg\d{1,5}")


def read(data: bytes) -> Document:
    """The document in the bytes of an ``.rtf`` file.

    :raises LoadError: it is damaged.
    """
    data = _with_latin_letters(data)
    converted = to_docx(data, ".rtf")
    if converted is None:
        return _words(data)
    return replace(docx.read(converted), media_type=MEDIA_TYPE)


def _with_latin_letters(data: bytes) -> bytes:
    """The file with its legacy fonts declared as what their letters are; as it is where it has none."""
    from extractor.load.legacy.fonts import font_encoding

    parts: list[bytes] = []
    end = 0
    for entry in _FONT.finditer(data):
        if font_encoding(entry[2].decode("latin-1")) is not None:
            parts += (data[end : entry.start()], rb"\fcharset0")
            end = entry.start(1)
    return _CODE_PAGE.sub(rb"\\ansicpg1252", b"".join((*parts, data[end:]))) if parts else data


def _words(data: bytes) -> Document:
    from striprtf.striprtf import rtf_to_text

    try:
        text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, RecursionError) as error:
        raise LoadError(f"a damaged RTF ({error}): open it in Word and save it again as .docx") from None
    return words_only(text, MEDIA_TYPE, LOST)
