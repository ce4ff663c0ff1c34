"""Highlighted text: a document with its facts and tasks marked, and a table of facts with their words marked in their sentences.

Everything is HTML with its styles inline, which notebooks, mails and pages show alike; whatever the text holds is escaped.
"""

from __future__ import annotations

from extractor.markup.frame import Highlighted, highlight

__all__ = ["Highlighted", "highlight"]
