"""What a page states about its document: title, author, publisher and day of publication. Nothing is guessed: null rather than wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from typing import NamedTuple

from extractor.load.html.blocks import Block
from extractor.load.html.heads import headline, stated_title, words_of
from extractor.load.html.schema import Schema
from extractor.load.html.tree import Tree, norm
from extractor.motto import MOTTO, PARTY

# NĐ 30/2020/NĐ-CP, Phụ lục I: what stands over every official document; Hướng dẫn 36-HD/VPTW for those of the Party.
_OFFICIAL = re.compile(rf"{MOTTO}|^\W*{PARTY}\W*$", re.IGNORECASE | re.MULTILINE)
_HEAD = 1500  # characters in which the motto stands
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "dable:author",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "byl",
    "article_author",
)
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dc:publisher", "dcterms.publisher", "application-name")
_NOBODY = re.compile(
    r"https?:|www\.|@|\.(?:vn|com|net|org)\b|^(?:admin(?:istrator)?|user|root|editor|quan ?tri|webmaster|guest|unknown|owner|pc|hp|dell)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:^|[^a-z])(?:author|authors|byline|tac-?gia|author-name|cms-author)(?:$|[^a-z])")
_SAID = re.compile(r"^\W*(?:tác giả|bài viết|bài và ảnh|bài, ảnh|bài|theo|thực hiện|by)\s*:?\s+", re.IGNORECASE)
_NAMES = re.compile(r"(?:[A-ZĐÀ-ỸƯƠĂÂÊÔ][\w.’'-]*(?:\s+|\s*[-–/,&]\s*|\s+và\s+|$)){1,8}")
_SITE = re.compile(r"(?:báo|tạp chí|cổng|trang|đài|thông tấn|chuyên trang|hệ thống)\b", re.IGNORECASE)
_CREDITED = re.compile(r"\s*\(\s*(?:theo|nguồn|tổng hợp)\b[^()]*\)\s*$", re.IGNORECASE)
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)
_END = 200  # characters at the end of an article in which its author signs
_SEPARATOR = re.compile(r"\s+[-–—|»:]\s+")


class Stated(NamedTuple):
    """Fields of a document as the page states them; null where it states none."""

    title: str | None = None
    author: str | None = None
    date: Date | None = None
    publisher: str | None = None


def stated(tree: Tree, found: Sequence[Block], objects: Sequence[Schema], day: Date | None, text: str) -> Stated:
    """What the page states.

    :param found: all blocks of the page, the headline among them.
    :param objects: the articles that the page describes.
    :param day: the day of publication that it states.
    :param text: the document. Where it is an official document its author and date are left to the text: those of the page
        tell who put it on the site, and when.
    """
    publisher = _publisher(tree, objects)
    if _OFFICIAL.search(text, 0, _HEAD):
        return Stated(title=_title(tree, found, text), publisher=publisher)
    return Stated(_title(tree, found, text), _author(tree, objects, publisher, _signed(found, text)), day, publisher)


def _metas(tree: Tree, names: Sequence[str]) -> Iterator[str]:
    """The contents of the page's ``meta`` elements of these names, in the order of the names."""
    contents: dict[str, str] = {}
    for element in tree.elements:
        if element.tag == "meta":
            key = (element.get("property") or element.get("name") or "").lower()
            contents.setdefault(key, " ".join((element.get("content") or "").split()))
    return (contents[name] for name in names if contents.get(name))


def _title(tree: Tree, found: Sequence[Block], text: str) -> str | None:
    """The headline as printed; else the title in the head of the page, without the name of the site."""
    element = headline(tree)
    if element is not None:
        below = tree.below([element])
        return " ".join(" ".join(block.words for block in found if block.element in below).split()) or words_of(element)
    title = stated_title(tree)
    if title is None or (norm(text).startswith(norm(title)) and _OFFICIAL.search(text, 0, _HEAD)):
        return None  # Word names a page after its first words, which are those of the letterhead
    site = next(_metas(tree, _PUBLISHERS), None)
    parts = _SEPARATOR.split(title)
    if len(parts) > 1 and (_SITE.match(parts[-1]) or norm(parts[-1]) == norm(site or "")):
        return title[: title.rindex(parts[-1])].rstrip(" -–—|»:") or None
    return title


def _publisher(tree: Tree, objects: Sequence[Schema]) -> str | None:
    names = [*_metas(tree, _PUBLISHERS[:1]), *(item.publisher for item in objects if item.publisher), *_metas(tree, _PUBLISHERS[1:])]
    named = next((name for name in names if not _NOBODY.search(name)), None)
    if named or names:
        return named or names[0]
    element, title = headline(tree), stated_title(tree)
    rest = _SEPARATOR.split(title)[-1] if title and element is not None and title.startswith(words_of(element)) else ""
    return rest if _SITE.match(rest) or (rest and _is_home(tree, rest)) else None


def _is_home(tree: Tree, name: str) -> bool:
    """Whether a link to the first page of the site bears the name."""
    return any(e.tag == "a" and (e.get("href") or "").strip() == "/" and norm(words_of(e)) == norm(name) for e in tree.elements)


def _author(tree: Tree, objects: Sequence[Schema], publisher: str | None, signed: Sequence[str]) -> str | None:
    """The author in the head of the page, else in the byline, else who ``signed`` below the text; never the outlet itself."""
    names = [*_metas(tree, _AUTHORS), *(item.author for item in objects if item.author)]
    for name in [*names, *_bylines(tree), *signed]:
        same = publisher is not None and (norm(name) in norm(publisher) or norm(publisher) in norm(name))
        if not same and not _NOBODY.search(name) and not _SITE.match(name) and len(name) < 100:
            return name
    return None


def _bylines(tree: Tree) -> Iterator[str]:
    """Names in elements for authors, from the headline on."""
    title = headline(tree)
    elements = tree.elements[tree.elements.index(title) :] if title is not None else []
    for element in elements:
        named = " ".join(element.get(name) or "" for name in ("class", "itemprop", "rel", "data-role")).lower()
        if element.tag not in ("meta", "link", "script", "img") and _BYLINE.search(named):
            words = _SAID.sub("", words_of(element)).strip(" -–|,;")
            if 3 < len(words) < 60 and _NAMES.fullmatch(words):
                yield words


def _signed(found: Sequence[Block], text: str) -> list[str]:
    """Names that stand alone on the right at the end of the text: ``Lê Hà (theo Báo Mẫu)``."""
    names = []
    for block in found:
        words = _SAID.sub("", _CREDITED.sub("", block.words)).strip(" -–|,;")
        right = _RIGHT.search(block.element.get("style") or "") or (block.element.get("align") or "").lower() == "right"
        if (
            right
            and 3 < len(words) < 60
            and " " in words
            and not words.isupper()
            and _NAMES.fullmatch(words)
            and block.words in text[-_END:]
        ):
            names.append(words)
    return names
