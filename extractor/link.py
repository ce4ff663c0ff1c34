"""Facts that explain each other: what a fact takes from its neighbours once overlaps are settled.

Documents take their date (``issued``) and issuer from the words around the mention: after it (``Nghị định 58/2025/NĐ-CP ngày 3/3/2025 của
Chính phủ``), before it (``Ngày 26/11/2025, Thủ tướng Chính phủ ban hành Công điện 230/CĐ-TTg``), or from the list that it stands in.
"""

from __future__ import annotations

from extractor.context import Context
from extractor.doc_links import link_documents
from extractor.model import Found


def link(found: list[Found], context: Context) -> list[Found]:
    """``found`` (sorted by span) with the fields that neighbours supply; the list itself and its facts stay as they are."""
    if not any(f.kind == "document" for f in found):
        return found
    linked = [f._replace(fields=dict(f.fields)) if f.kind == "document" else f for f in found]
    link_documents(linked, context)
    return linked
