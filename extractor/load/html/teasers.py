"""Teasers of other articles inside an article: linked headings with a few words, lists of links, and their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.load.html.blocks import Block
from extractor.load.html.furniture import is_cue, lead_in
from extractor.load.html.official import names_law
from extractor.load.html.tree import Tree, norm

_LINKED, _LISTED, _FOLLOWING = 0.8, 0.5, 0.3  # of the characters of a paragraph, of an item, of what follows on "Tin liên quan"
_BLURB = 350  # characters outside links beside each linked heading of a box
_CREDIT = re.compile(r"[\s\W]*\(?\b(?:ảnh|nguồn|photo|video|clip|đồ họa)(?: minh họa)?\s*:[^.]{0,60}\W*$", re.IGNORECASE)
_COMPARED = 3000  # blocks of an article whose captions are looked for inside its other words
_CREDITED = 100  # characters at the end of a caption that may name the photographer
_BOXES = frozenset("div section article li ul ol dl table td tr tbody figure blockquote center span".split())


def teasers(tree: Tree, core: Any, inside: Sequence[Block]) -> set[int]:
    """The ``id`` of each block of ``core`` that belongs to a teaser.

    :param inside: the blocks of ``core`` in their order.
    """
    cues = {id(block) for block in inside if is_cue(block.words)}
    links = {id(block) for block in inside if _is_link(tree, block)} | _listed(inside, cues)
    boxed = tree.below(_boxes(tree, core, inside, links, cues))
    found = links | cues | {id(block) for block in inside if block.element in boxed}
    kept = sum(len(block.words) for block in inside if id(block) not in found)
    return found if 2 * kept > sum(len(block.words) - block.linked for block in inside) else set()


def _is_link(tree: Tree, block: Block) -> bool:
    """Whether a paragraph is nothing but a link to another page, as no sentence of an article is; behind that of a list stands a date."""
    words = len(block.words) - lead_in(block.words)
    if block.cells is not None or not block.linked or names_law(block.words):
        return False
    if any(element.tag == "li" for element in list(tree.above(block.element))[:2]):
        return block.linked >= _LISTED * words
    return block.linked >= _LINKED * words and (len(block.words.split()) > 3 or block.linked >= words)


def _listed(inside: Sequence[Block], cues: set[int]) -> set[int]:
    """The blocks with links that follow on the heading of a list of other articles."""
    found, listing = set(), False
    for block in inside:
        least = _LINKED if names_law(block.words) else _FOLLOWING
        listing = id(block) in cues or (listing and block.linked >= least * len(block.words))
        if listing:
            found.add(id(block))
    return found - cues


def _boxes(tree: Tree, core: Any, inside: Sequence[Block], links: set[int], cues: set[int]) -> set[Any]:
    """For each linked heading the largest element of ``core`` around it that begins with one and holds little else."""
    first = _first(tree, core, inside)
    heads = tree.sums((block.element, 1) for block in inside if id(block) in links)
    prose = tree.prose(block for block in inside if id(block) not in cues)
    begun = links | cues
    return {
        element
        for element, block in first.items()
        if element.tag in _BOXES and id(block) in begun and prose[element] <= _BLURB * max(1, heads[element])
    }


def _first(tree: Tree, core: Any, inside: Sequence[Block]) -> dict[Any, Block]:
    """The first block in each element of ``core``."""
    first: dict[Any, Block] = {}
    for block in inside:
        for element in tree.above(block.element):
            if element is core or element in first:
                break
            first[element] = block
    return first


def once(kept: Sequence[Block], title: Any) -> list[Block]:
    """The blocks without captions that repeat other words of the article, and without the headline where it is printed again below."""
    captions = {id(block) for block in kept if _is_caption(block.element)}
    said = "".join(f" {norm(block.words)} \n" for block in kept if id(block) not in captions)
    equal: set[str] = set()
    found: list[Block] = []
    for number, block in enumerate(kept):
        if id(block) in captions:
            words = norm(_uncredited(block))
            if words and (words in equal or (number < _COMPARED and f" {words} " in said)):
                continue
            equal |= {words, norm(block.words)}
            said += f" {norm(block.words)} \n"
        found.append(block)
    if not found or title is None or found[0].element is not title:
        return found
    again = next((number for number, block in enumerate(found[1:4], 1) if norm(block.words) == norm(found[0].words)), 0)
    return found[:again] + found[again + 1 :] if again else found


def _uncredited(block: Block) -> str:
    """The words of a block; of a caption without whose picture it is."""
    if not _is_caption(block.element):
        return block.words
    return block.words[:-_CREDITED] + _CREDIT.sub("", block.words[-_CREDITED:])


def _is_caption(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag == "figcaption" or "caption" in names or any(over.tag == "figcaption" for over in element.iterancestors())
