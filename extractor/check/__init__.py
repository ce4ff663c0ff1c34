"""Numbers of one document that state each other and do not agree: a ratio beside its percentage, parts beside their sum."""

from extractor.check.contradictions import check

__all__ = ["check"]
