"""What stands at the head of an article: its headline, its lead, and the stamp of its date."""

from __future__ import annotations

import re
from typing import Any

from extractor.load.html.blocks import Block
from extractor.load.html.tree import Tree, norm

_LEAD = re.compile(
    r"(?:^|[^a-z])(?:sapo|lead|summary|desc|description|chapeau|intro|teaser-lead|mo-?ta|tom-?tat|trich-?yeu|excerpt|abstract)(?:$|[^a-z])"
)
_STAMPED = re.compile(
    r"(?:^|[^a-z])(?:date|time|datetime|publish(?:ed|date)?|pubdate|pdate|ngay|stamp|meta|info|updated?|author)(?:$|[^a-z])"
)
_WEEKDAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn|t[2-7])"
_DAY = (
    r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
    r"|ngày (?P<day2>\d{1,2}) tháng (?P<month2>\d{1,2}),? năm (?P<year2>\d{4})"
)
_CLOCK = r"\d{1,2}\s?(?::|giờ|h|g)\s?\d{2}(?::\d{2})?(?:\s?(?:phút|p))?(?:\s?[ap]m|\s?[sc]h)?|\(?(?:gmt|utc)\s?\+?\d{0,2}(?::00)?\)?"
_SAID = (
    r"(?:ngày (?:đăng|xuất bản|phát hành|cập nhật|tạo|viết)|đăng (?:lúc|ngày)|xuất bản|thời gian(?: đăng)?|"
    r"cập nhật(?: lần cuối)?(?: lúc| ngày)?|ngày|lúc|publish(?:ed)?)"
)
STAMP = re.compile(
    rf"\W*(?:{_SAID}\W*)?(?:(?:{_CLOCK}|{_WEEKDAY}|ngày|lúc)\W*){{0,3}}(?:{_DAY})\W*(?:(?:{_CLOCK}|lúc)\W*){{0,3}}", re.IGNORECASE
)
LONGEST = 120  # characters of a stamp, with the name of the author in front of it
CHANGED = re.compile(r"cập nhật|sửa|update|modif", re.IGNORECASE)


def headline(tree: Tree) -> Any:
    """The ``h1`` of the article, or None: of several the one that the page's title begins with, or that stands in an article."""
    found = [element for element in tree.elements if element.tag == "h1" and words_of(element)]
    stated = norm(stated_title(tree) or "")
    fitting = [element for element in found if stated and norm(words_of(element)) and stated.startswith(norm(words_of(element)))]
    inside = [element for element in found if any(over.tag in ("article", "main") for over in tree.above(element))]
    plain = [element for element in found if element.find(".//a[@href]") is None and element.find(".//img") is None]
    return next(iter([*fitting, *inside, *(plain if len(plain) == 1 else [])]), None)


def stated_title(tree: Tree) -> str | None:
    """The title in the head of the page, the name of the site still behind it: ``og:title``, or else ``title``."""
    for element in tree.elements:
        if element.tag == "meta" and element.get("property") == "og:title" and (element.get("content") or "").strip():
            return str(element.get("content")).strip()
    title = next((element for element in tree.elements if element.tag == "title"), None)
    return None if title is None else words_of(title) or None


def words_of(element: Any) -> str:
    """The text of an element, one blank between words."""
    return " ".join("".join(element.itertext()).split())


def is_lead(tree: Tree, block: Block) -> bool:
    """Whether a block between headline and article is the lead: it says so, the page's description does, or it is long."""
    if says_lead(tree, block):
        return True
    words = norm(block.words)
    return len(block.words) >= 80 or any(words and words in norm(meta.get("content") or "") for meta in _descriptions(tree))


def says_lead(tree: Tree, block: Block) -> bool:
    """Whether a block stands in an element that is named after leads: ``sapo``, ``description``."""
    return any(_LEAD.search(_named(element)) for element in list(tree.above(block.element))[:3])


def is_stamp(block: Block) -> bool:
    """Whether a block is only the date and time of publication."""
    return len(block.words) < LONGEST and STAMP.fullmatch(block.words) is not None


def is_stamp_line(tree: Tree, block: Block) -> bool:
    """Whether a block is short and stands in an element for dates, times or authors."""
    return len(block.words) < 100 and any(_STAMPED.search(_named(element)) for element in list(tree.above(block.element))[:2])


def _descriptions(tree: Tree) -> list[Any]:
    return [e for e in tree.metas if (e.get("property") or e.get("name")) in ("og:description", "description")]


def _named(element: Any) -> str:
    return (
        f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-role') or ''} {element.get('itemprop') or ''}".lower()
    )
