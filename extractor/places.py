"""Provinces and cities before and after 1 July 2025, and which of them a document is about."""

from __future__ import annotations

from extractor.context import Context


def document_place(context: Context) -> str | None:
    """Canonical name (``tỉnh Nghệ An``) of the unit that the document is about, or null."""
    return None
