"""Reader of old Word documents: ``.doc`` ([MS-DOC]), and what else Word opens under that name: DOCX, RTF and web pages.

With LibreOffice the structure comes in whole; without it the words alone, by legacy-doc.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.errors import LoadError
from extractor.load import docx, html, rtf
from extractor.load.libreoffice import LOST, to_docx
from extractor.load.signature import kind_of
from extractor.load.words import words_only
from extractor.model import Document

MEDIA_TYPE = "application/msword"
_OTHERS = {"DOCX": docx.read, "RTF": rtf.read, "HTML": html.read}


def read(data: bytes) -> Document:
    """The document in the bytes of a ``.doc`` file.

    :raises LoadError: it is damaged, locked with a password, or none of the formats that Word opens.
    """
    kind = kind_of(data)
    if kind in _OTHERS:
        document = _OTHERS[kind](data)
        return replace(document, warnings=(*document.warnings, f"the file is named .doc and is {kind}: read as that"))
    converted = to_docx(data, ".doc")
    if converted is None:
        return _words(data)
    return replace(docx.read(converted), media_type=MEDIA_TYPE)


def _words(data: bytes) -> Document:
    from legacy_doc import extract_text
    from legacy_doc.exceptions import LegacyDocError

    try:
        text = extract_text(data).text
    except LegacyDocError as error:
        raise LoadError(f"{str(error).rstrip('.')}: open it in Word and save it again as .docx") from None
    except (ValueError, IndexError, KeyError, OverflowError, MemoryError, RecursionError) as error:
        raise LoadError(f"a damaged DOC ({type(error).__name__}): open it in Word and save it again as .docx") from None
    return words_only(text, MEDIA_TYPE, LOST)
