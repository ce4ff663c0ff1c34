"""What people call a document."""

from __future__ import annotations

from extractor.doc_codes import parse_symbol
from extractor.model import Document
from extractor.office.labels import Label, Lang

_NUMBERED = Label("{kind} số {number}", "{kind} {number}")
_DATED = Label(" ngày {day:%d/%m/%Y}", " of {day:%d/%m/%Y}")


def document_number(document: Document) -> str | None:
    """The number with its symbol: ``05/TB-VPCP``, in party documents ``29-NQ/TW``; null where one of them is unknown.

    Numbers below 10 have a zero before them (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3).
    """
    number, symbol = document.number, document.symbol
    if number and number.isdecimal():
        number = number.zfill(2)
    if not (number and symbol):
        return None
    party = "/" in symbol and "-" not in symbol and not symbol[0].isdigit()  # 57-NQ/TW; but 193/2025/QH15
    return f"{number}{'-' if party else '/'}{symbol}"


def document_name(document: Document, lang: Lang) -> str:
    """``Thông báo số 15/TB-VPCP ngày 12/01/2026``; the title with its date where there is no number; else the ``doc_id``."""
    number = document_number(document)
    if number is None or document.symbol is None:
        name = document.title or document.doc_id
    else:
        kind = parse_symbol(document.symbol).doc_type.capitalize()
        name = _NUMBERED.text(lang).format(kind=kind, number=number)
    dated = _DATED.text(lang).format(day=document.date) if document.date else ""
    return f"{name}{dated}"


def document_heading(document: Document, lang: Lang) -> str:
    """The name, and the title where the name does not hold it."""
    name = document_name(document, lang)
    return f"{name}: {document.title}" if document.title and document_number(document) else name
