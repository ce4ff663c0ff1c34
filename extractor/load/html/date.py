"""The day on which an article was published, as its page states it: the day printed, no time zone converted; never a day of change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as Date
from email.utils import parsedate

from extractor.load.dates import parse_date
from extractor.load.html.blocks import Block
from extractor.load.html.heads import CHANGED, LONGEST, STAMP, headline, is_stamp_line, words_of
from extractor.load.html.schema import Schema
from extractor.load.html.tree import Tree, norm

_NAMES = frozenset(
    "article:published_time og:article:published_time article:published og:published_time datepublished pubdate publishdate publish_date "
    "publish-date published_date publication_date dc.date.issued dcterms.issued dc.date.published parsely-pub-date sailthru.date "
    "citation_publication_date article_date_original article.published".split()
)
_AMERICAN = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\b.*\b[AP]M\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}\s?(?::|h|g|giờ)\s?\d{2}|gmt|thứ |chủ nhật|ngày đăng|đăng lúc|xuất bản", re.IGNORECASE)
_EARLIEST = 1990  # no page is older; systems print 0001-01-01 or 1970-01-01 for none
_NEAR = 14  # blocks after the headline among which the stamp stands
_BEFORE = 4
_LONGEST = 500  # characters in which a date is looked for


def published(tree: Tree, found: Sequence[Block], objects: Sequence[Schema]) -> Date | None:
    """The day of publication, or None where the page states none or several.

    Taken from the ``meta`` elements, then the description in JSON-LD, then what is marked as ``datePublished`` or stands as
    stamp beside the headline (``Thứ ba, 19/11/2024, 10:30 (GMT+7)``).

    :param found: all blocks of the page.
    """
    sources = (_metas(tree), _described(tree, objects), _marked(tree), _stamps(tree, found))
    for days in sources:
        stated = {day for day in days if day is not None}
        if stated:
            return stated.pop() if len(stated) == 1 else None
    return None


def day_of(text: str) -> Date | None:
    """The day that a machine wrote (ISO 8601, RFC 5322 or day/month/year); None where day and month may have changed places."""
    text = text[:_LONGEST]
    american = _AMERICAN.match(text)
    if american:
        month, day, year = map(int, american.groups())
        return _plausible(_calendar(year, month, day)) if day > 12 or day == month else None
    day_read = parse_date(text)
    if day_read is None and (parts := parsedate(text)) is not None:
        day_read = _calendar(*parts[:3])
    return _plausible(day_read)


def _calendar(year: int, month: int, day: int) -> Date | None:
    try:
        return Date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _plausible(day: Date | None) -> Date | None:
    return day if day is not None and day.year >= _EARLIEST else None


def _metas(tree: Tree) -> Iterator[Date | None]:
    for element in tree.elements:
        if element.tag == "meta" and (element.get("property") or element.get("name") or "").lower() in _NAMES:
            yield day_of(element.get("content") or "")


def _described(tree: Tree, objects: Sequence[Schema]) -> list[Date | None]:
    """Of the articles described, the one with the headline; without one, all, so that one day must be that of all."""
    title = headline(tree)
    words = "" if title is None else norm(words_of(title))
    own = [item for item in objects if words and norm(item.headline or "") == words]
    return [day_of(item.published) for item in own or objects if item.published]


def _marked(tree: Tree) -> Iterator[Date | None]:
    for element in tree.elements:
        if (element.get("itemprop") or "").lower() == "datepublished" or (element.tag == "time" and element.get("pubdate") is not None):
            yield day_of(element.get("datetime") or element.get("content") or "") or printed_day(words_of(element))


def _stamps(tree: Tree, found: Sequence[Block]) -> Iterator[Date | None]:
    """Dates in stamps near the headline; those of a change only count where there is no other."""
    title = headline(tree)
    below = tree.below([title]) if title is not None else set()
    place = next((number for number, block in enumerate(found) if block.element in below), None)
    if place is None:
        return iter(())
    near = [block for block in found[max(0, place - _BEFORE) : place + _NEAR] if block.element not in below]
    stamps = [block for block in near if _is_stamp(tree, block) and not CHANGED.search(block.words)]
    named = [block for block in stamps if is_stamp_line(tree, block)]
    apart = [block for block in stamps if block.element.tag != "p" and sum(other.element is block.element for other in near) == 1]
    return (printed_day(block.words) for block in named or apart or stamps)


def _is_stamp(tree: Tree, block: Block) -> bool:
    words = block.words
    if len(words) > LONGEST or not STAMP.search(words):
        return False
    timed = _CLOCK.search(words) is not None
    return (timed or STAMP.fullmatch(words) is not None) if is_stamp_line(tree, block) else timed and STAMP.fullmatch(words) is not None


def printed_day(words: str) -> Date | None:
    """The day in a stamp as a reader sees it, day before month."""
    found = STAMP.search(words[:_LONGEST])
    if found is None:
        return None
    day, month, year = (found[name] or found[f"{name}2"] for name in ("day", "month", "year"))
    return _plausible(_calendar(int(year), int(month), int(day)))
