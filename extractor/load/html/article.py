"""Which blocks of a page belong to its document.

A page without the furniture of a site (a decree saved from Word or a print view) is kept whole, and so is one of an official
document but for what is furniture by name. On a page of a site, furniture is
taken out first; trafilatura then says what the article is. Its paragraphs, found again among the blocks, vote for the element
that holds the article; of that element everything is kept but teasers of other articles, for trafilatura may drop short
paragraphs and letterheads, and around it the headline, the lead and what else was voted for.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from datetime import date as Date
from typing import Any

from extractor.load.html.blocks import Block
from extractor.load.html.date import printed_day
from extractor.load.html.furniture import by_name, is_counter, is_cue, is_discussion, is_doubtful
from extractor.load.html.heads import headline, is_lead, is_stamp, is_stamp_line, says_lead
from extractor.load.html.official import is_official, names_law
from extractor.load.html.teasers import once, teasers
from extractor.load.html.tree import Tree, norm

_PARAGRAPHS = frozenset("p pre h1 h2 h3 h4 h5 h6".split())
_LINES = 3  # so many paragraphs that are nothing but links make a page one of a site
_FEW = 0.25  # of the words of a page: linked words beyond that make it one of a site
_MOST = 0.5
_CORE = 0.8  # of the voted words: the element that holds so many is the article's
_TEXT = 80  # characters of a paragraph that is running text
_LARGEST = 20_000  # blocks given to trafilatura; beyond them it takes minutes
_PAGE_TYPE = re.compile(r"article|news|website", re.IGNORECASE)


def article(tree: Tree, found: Sequence[Block], day: Date | None = None) -> list[Block]:
    """The blocks of the document, in their order: all of them where the page is no page of a site, or nothing else is found.

    :param found: all blocks of the page.
    :param day: the day of publication that the page states; the stamp that says it is no part of the document.
    """
    furniture = _furniture(tree, found)
    if _is_bare(tree, found, furniture):
        return list(found)
    out = tree.below(furniture)
    inside = [block for block in found if block.element not in out]
    if not inside:
        return list(found)
    page = _Page(tree, inside, furniture, day)
    boxes = _boxes(tree, found, furniture, page.core)
    if boxes:
        out = tree.below(furniture - boxes)
        page.inside = [block for block in found if block.element not in out]
    return page.selected()


def _boxes(tree: Tree, found: Sequence[Block], furniture: set[Any], core: Any) -> set[Any]:
    """What is furniture by name but stands in the article, has words of its own and few links: ``aside``, ``div.story``."""
    if core.tag in ("html", "body"):
        return set()
    below = tree.below([core])
    doubtful = {element for element in furniture if element in below and is_doubtful(element)}
    if not doubtful:
        return set()
    prose, linked = tree.prose(found), tree.linked(found)
    headings = tree.sums((block.element, 1) for block in found if is_cue(block.words))
    return {element for element in doubtful if not headings[element] and linked[element] <= _FEW * (prose[element] + linked[element])}


def _is_bare(tree: Tree, found: Sequence[Block], furniture: set[Any]) -> bool:
    if furniture:
        return False
    others = [block for block in found if not names_law(block.words)]
    linked = sum(block.linked for block in others) / max(1, sum(len(block.words) for block in found))
    if is_official(found) and linked <= _MOST:
        return True
    if linked > _FEW or sum(2 * block.linked > len(block.words) for block in others) >= _LINES:
        return False
    return not any(_PAGE_TYPE.search(e.get("content") or "") for e in tree.metas if e.get("property") == "og:type")


def _furniture(tree: Tree, found: Sequence[Block]) -> set[Any]:
    """Elements with words that are furniture by name; never one that holds the headline, the marked body, or most running words."""
    title = headline(tree)
    guarded = {tree.root} | {element for element in tree.elements if element.tag in ("body", "main")}
    bodies = list(filter(_is_body, tree.elements))
    for element in [*([] if title is None else [title]), *bodies]:
        guarded |= set(tree.above(element))
    prose, linked = tree.prose(found), tree.linked(found)
    named = [element for element in tree.elements if prose[element] + linked[element] and element not in guarded and by_name(element)]
    return {element for element in named if bodies or is_discussion(element) or prose[element] <= _MOST * prose[tree.root]}


def _is_body(element: Any) -> bool:
    return "articlebody" in (element.get("itemprop") or "").lower().split()


class _Page:
    """A page of a site without its furniture."""

    def __init__(self, tree: Tree, inside: list[Block], furniture: set[Any], day: Date | None) -> None:
        self._tree = tree
        self._day = day
        self.inside = inside
        self._title = headline(tree)
        self._voted = _voted(tree, inside, furniture)
        self.core = self._body()

    def selected(self) -> list[Block]:
        """The blocks of the article."""
        below = self._tree.below([self.core])
        places = [number for number, block in enumerate(self.inside) if block.element in below]
        core = [self.inside[number] for number in places]
        dropped = self._stamps(core) | (set() if is_official(core) else teasers(self._tree, self.core, core))
        kept = [block for block in core if id(block) not in dropped and not is_counter(block.words)]
        return once([*self._head(places[0]), *kept, *self._tail(places[-1] + 1)], self._title)

    def _body(self) -> Any:
        """The innermost element, but no single block, that holds most of what was voted for."""
        prose = self._tree.prose(block for block in self.inside if id(block) in self._voted)
        core, total = self._tree.root, prose[self._tree.root]
        counts = self._tree.sums((block.element, 1) for block in self.inside)
        whole = {block.element for block in self.inside if block.cells is not None or counts[block.element] == 1}
        marked = next((element for element in self._tree.elements if _is_body(element) and prose[element] > _MOST * total), None)
        while marked is None:
            below = next((child for child in core if prose[child] >= _CORE * total), None)
            if below is None or below.tag in _PARAGRAPHS or below in whole:
                return core
            core = below
        return marked

    def _head(self, end: int) -> list[Block]:
        """The headline, and from there to the article the lead and what was voted for."""
        if self._title is None:
            near = self._tree.below([self._around()])
            return [b for b in self.inside[:end] if b.element in near and id(b) in self._voted and self._is_text(b)]
        title = self._tree.below([self._title])
        begin = next((number for number, block in enumerate(self.inside[:end]) if block.element in title), end)
        return [
            block
            for number, block in enumerate(self.inside[begin:end])
            if number == 0 or block.element in title or (self._is_text(block) and (id(block) in self._voted or is_lead(self._tree, block)))
        ]

    def _tail(self, start: int) -> list[Block]:
        """What was voted for below the article, where it stands in no list of links."""
        near = self._tree.below([self._around()])
        below = [b for b in self.inside[start:] if b.element in near and id(b) in self._voted and self._is_text(b)]
        prose, linked = self._tree.prose(self.inside), self._tree.linked(self.inside)
        over = set(self._tree.above(self.core))

        def is_clean(block: Block) -> bool:  # the part of the page that holds the block beside the article has few links
            part = block.element
            while part not in over and self._tree.parent[part] not in over:
                part = self._tree.parent[part]
            return linked[part] <= _FEW * (prose[part] + linked[part])

        return [block for block in below if is_clean(block)]

    def _stamps(self, core: Sequence[Block]) -> set[int]:
        """The ``id`` of stamps that stand in the article itself: in elements named after them, or alone in one above its text.

        The latter must say the day of publication: a line of the article that looks so is not lost. Of several below the text each
        is that of an entry.
        """
        title = set() if self._title is None else self._tree.below([self._title])
        texts = [number for number, block in enumerate(core) if len(block.words) >= _TEXT and block.element not in title]
        begin = min(texts, default=len(core))
        alone = Counter(block.element for block in core)
        stamps = [(number, block) for number, block in enumerate(core) if is_stamp(block) and block.element.tag != "p"]
        single = sum(number > begin for number, _ in stamps) == 1
        return {
            id(block)
            for number, block in stamps
            if (number < begin or single)
            and (is_stamp_line(self._tree, block) or (alone[block.element] == 1 and number < begin and self._is_day(block)))
        }

    def _is_day(self, block: Block) -> bool:
        return self._day is not None and printed_day(block.words) == self._day

    def _is_text(self, block: Block) -> bool:
        words = block.words
        if (2 * block.linked > len(words) and not names_law(words)) or is_cue(words) or is_counter(words):
            return False
        return says_lead(self._tree, block) or not (is_stamp(block) or is_stamp_line(self._tree, block))

    def _around(self) -> Any:
        """The element that holds both the article and its headline; without a headline, the ``article`` or ``main`` around it."""
        above = list(self._tree.above(self.core))
        if self._title is not None:
            over = set(self._tree.above(self._title))
            return next(element for element in above if element in over)
        return next((element for element in above if element.tag in ("article", "main")), self.core)


def _voted(tree: Tree, inside: Sequence[Block], furniture: set[Any]) -> set[int]:
    """The ``id`` of the blocks whose words are in what trafilatura takes for the article; of all where it finds too little."""
    text = f" {norm(_article_text(tree, furniture))} " if len(inside) <= _LARGEST else ""
    voted = [block for block in inside if (words := norm(block.words)) and f" {words} " in text]
    enough = sum(len(block.words) - block.linked for block in voted) > 0.1 * sum(len(block.words) - block.linked for block in inside)
    return {id(block) for block in (voted if enough else inside)}


def _article_text(tree: Tree, furniture: set[Any]) -> str:
    """What trafilatura takes for the article on the page without its furniture; empty where it fails.

    Its memory of repeated text is cleared first, for it lets earlier pages change later ones (adbar/trafilatura#778); its other
    caches keep what functions of their arguments alone return, and ``reset_caches`` costs more than the page.
    """
    from trafilatura import bare_extraction
    from trafilatura.deduplication import LRU_TEST

    places = {number for number, element in enumerate(tree.elements) if element in furniture}
    page = deepcopy(tree.root)
    for element in [element for number, element in enumerate(page.iter()) if number in places]:
        element.drop_tree()
    with _silent():
        LRU_TEST.clear()
        try:
            found = bare_extraction(page, include_comments=False, include_tables=True, deduplicate=False)
        except Exception:  # a page that it cannot read is read without it
            return ""
    return getattr(found, "text", None) or ""


@contextmanager
def _silent() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("trafilatura", "htmldate", "courlan")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
