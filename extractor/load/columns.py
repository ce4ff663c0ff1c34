"""Which column of a table of articles holds the text, the id, the date and what else a document states."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractor.errors import LoadError
from extractor.schema import TABLES

# Columns of schema version 1 as first published.
_FIRST = {"facts": 40, "tasks": 19, "documents": 13, "errors": 4, "findings": 16, "comparisons": 23}
# Names met in published Vietnamese and English news tables, folded (see ``fold_name``); the earlier one wins.
# Dates of crawling (created_at, crawled_at) are left out: years in the text would be resolved against the wrong day.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "full text", "fulltext", "article text", "article body", "content", "body", "article", "plain text", "raw text"),
        *("noi dung", "noidung", "noi dung bai viet", "noi dung van ban", "toan van", "van ban", "bai viet", "content text", "main text"),
    ),
    "id": ("id", "doc id", "docid", "document id", "article id", "uid", "uuid", "guid", "ma", "ma bai", "ma bai viet", "ma van ban"),
    "date": (
        *("date", "doc date", "published", "published date", "publish date", "published at", "date published", "date publish"),
        *("publication date", "pub date", "pubdate", "issued", "issue date"),
        *("ngay", "ngay dang", "ngay dang bai", "ngay xuat ban", "ngay ban hanh", "ngay phat hanh", "thoi gian dang"),
    ),
    "title": ("title", "headline", "tieu de", "tieude", "tit", "ten bai", "trich yeu"),
    "place": ("place", "province", "dia phuong", "tinh", "tinh thanh", "noi"),
    "publisher": ("publisher", "outlet", "newspaper", "source", "site", "bao", "toa soan", "nguon", "co quan bao chi"),
    "author": ("author", "authors", "byline", "tac gia", "nguoi viet"),
    "number": (
        *("doc no", "doc number", "document number", "document no", "so hieu", "so ky hieu", "so va ky hieu", "so hieu van ban"),
        *("so ky hieu van ban", "so van ban"),
    ),
    "doc_type": ("doc type", "document type", "loai van ban", "hinh thuc van ban"),
    "issuer": ("issuer", "issuing body", "issuing agency", "co quan ban hanh", "noi ban hanh", "don vi ban hanh"),
    "signer": ("signer", "signed by", "nguoi ky"),
}

# The columns that tables of every version had: later ones were added behind them.
_OWN = [{column.name for column in columns[: _FIRST[name]]} for name, columns in TABLES.items()]


class Columns(NamedTuple):
    """Names of the columns to read, as the table spells them; None where there is none."""

    text: str
    id: str | None = None
    date: str | None = None
    title: str | None = None
    place: str | None = None
    publisher: str | None = None
    author: str | None = None
    number: str | None = None
    doc_type: str | None = None
    issuer: str | None = None
    signer: str | None = None

    def names(self) -> list[str]:
        """The columns to read, each once."""
        return list(dict.fromkeys(name for name in self if name is not None))


def find_columns(names: Sequence[str], given: Mapping[str, str | None]) -> Columns:
    """The columns of a table with these names.

    :param given: the columns that the user named, by field (``text``, ``id``, ``date``); None where he named none.

    :raises LoadError: there is no text column, or one that was asked for is missing.
    """
    folded = {fold_name(name): name for name in reversed(names)}
    found = {field: _column(names, folded, field, given.get(field)) for field in NAMES}
    body = found.pop("text")
    if body is None:
        raise LoadError(f"no column is known to hold the text among {_listed(names) or 'none'}: name it with --text-column")
    return Columns(body, **found)


def _column(names: Sequence[str], folded: dict[str, str], field: str, given: str | None) -> str | None:
    if given is None:
        return next((folded[name] for name in NAMES[field] if name in folded), None)
    column = given if given in names else folded.get(fold_name(given))
    if column is None:
        raise LoadError(f"no column is named {given!r}: the table has {_listed(names)}")
    return column


def fold_name(name: str) -> str:
    """A column name for comparison: no case, no accents, one space between words (``Nội_dung`` is ``noi dung``)."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)  # articleBody
    bare = "".join(c for c in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", bare.casefold().replace("đ", "d").replace("_", " ")))


def is_own_result(names: Sequence[str]) -> bool:
    """Whether the table is one that Trích Lục wrote, which must not become its own input."""
    return any(first <= set(names) for first in _OWN)


def _listed(names: Sequence[str], most: int = 12) -> str:
    shown = ", ".join(repr(name) for name in names[:most])
    return shown + (f" and {len(names) - most} more" if len(names) > most else "")
