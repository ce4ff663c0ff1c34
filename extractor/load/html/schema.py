"""What a page says about its article in JSON-LD (https://schema.org/Article)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.load.html.tree import Tree
from extractor.load.surrogates import whole

_ARTICLE = re.compile(r"Article$|^Report|Posting$")
_MOST = 2000  # objects of one page that are looked at
_DEEPEST = 5  # lists inside lists of names


class Schema(NamedTuple):
    """An article as the page describes it; null where it says nothing."""

    headline: str | None
    author: str | None
    publisher: str | None
    published: str | None


def schemas(tree: Tree) -> list[Schema]:
    """The articles that the page describes, of which one is its own; malformed descriptions are left out."""
    found = []
    for element in tree.elements:
        if element.tag == "script" and (element.get("type") or "").strip().lower() == "application/ld+json":
            found += [_schema(item) for item in _objects(element.text or "") if _is_article(item)]
    return found


def _objects(source: str) -> Iterator[dict[str, object]]:
    """Every object of a description, those inside others after them."""
    try:
        waiting: list[object] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, dict):
            yield item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item


def _is_article(item: dict[str, object]) -> bool:
    kinds = item.get("@type")
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _schema(item: dict[str, object]) -> Schema:
    return Schema(
        _text(item.get("headline") or item.get("name")),
        _name(item.get("author")),
        _name(item.get("publisher")),
        _text(item.get("datePublished")),
    )


def _name(value: object, depth: int = 0) -> str | None:
    """The name of a person or body, or of several, joined."""
    if isinstance(value, list):
        names = (_name(item, depth + 1) for item in value) if depth < _DEEPEST else ()
        return "; ".join(filter(None, names)) or None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: object) -> str | None:
    """The words of a string; half a surrogate pair, which no text may hold, as U+FFFD."""
    return " ".join(whole(value).split()) or None if isinstance(value, str) else None
