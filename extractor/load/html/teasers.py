"""Teasers of other articles inside an article: linked headings with a few words, lists of links, and their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.load.html.blocks import Block
from extractor.load.html.furniture import is_cue, lead_in
from extractor.load.html.tree import Tree, norm

_LINKED, _LISTED, _FOLLOWING = 0.8, 0.5, 0.3  # of the characters of a paragraph, of an item, of what follows on "Tin liên quan"
_BLURB = 350  # characters outside links beside each linked heading of a box
_CREDIT = re.compile(r"[\s\W]*\(?\b(?:ảnh|nguồn|photo|video|clip|đồ họa)(?: minh họa)?\s*:[^.]{0,60}\W*$", re.IGNORECASE)
_CREDITED = 100  # characters at the end of a caption that may name the photographer
_BOXES = frozenset("div section article li ul ol dl table td tr tbody figure blockquote center span".split())


def teasers(tree: Tree, core: Any, inside: Sequence[Block]) -> set[int]:
    """The ``id`` of each block of ``core`` that belongs to a teaser.

    :param inside: the blocks of ``core`` in their order.
    """
    held = _held(tree, core, inside)
    cues = {id(block) for block in inside if is_cue(block.words)}
    links = {id(block) for block in inside if _is_link(tree, block)} | _listed(inside, cues)
    boxes = {box for block in inside if id(block) in links | cues and (box := _box(tree, block, held, links, cues)) is not None}
    boxed = tree.below(boxes)
    found = links | cues | {id(block) for block in inside if block.element in boxed}
    kept = sum(len(block.words) for block in inside if id(block) not in found)
    return found if 2 * kept > sum(len(block.words) - block.linked for block in inside) else set()


def _held(tree: Tree, core: Any, inside: Sequence[Block]) -> dict[Any, list[Block]]:
    """The blocks in each element of ``core``."""
    held: dict[Any, list[Block]] = {}
    for block in inside:
        for element in tree.above(block.element):
            if element is core:
                break
            held.setdefault(element, []).append(block)
    return held


def _is_link(tree: Tree, block: Block) -> bool:
    """Whether a paragraph is nothing but a link to another page, as no sentence of an article is; behind that of a list stands a date."""
    words = len(block.words) - lead_in(block.words)
    if block.cells is not None or not block.linked:
        return False
    if any(element.tag == "li" for element in list(tree.above(block.element))[:2]):
        return block.linked >= _LISTED * words
    return block.linked >= _LINKED * words and (len(block.words.split()) > 3 or block.linked >= words)


def _listed(inside: Sequence[Block], cues: set[int]) -> set[int]:
    """The blocks with links that follow on the heading of a list of other articles."""
    found, listing = set(), False
    for block in inside:
        listing = id(block) in cues or (listing and block.linked >= _FOLLOWING * len(block.words))
        if listing:
            found.add(id(block))
    return found - cues


def _box(tree: Tree, block: Block, held: dict[Any, list[Block]], links: set[int], cues: set[int]) -> Any:
    """The largest element around a linked heading that begins with one and holds little else; None where there is none."""
    best = None
    for element in tree.above(block.element):
        if element not in held:
            break
        heads = sum(id(other) in links for other in held[element])
        prose = sum(len(other.words) - other.linked for other in held[element] if id(other) not in cues)
        begins = id(held[element][0]) in links | cues
        if element.tag in _BOXES and begins and prose <= _BLURB * max(1, heads):
            best = element
    return best


def once(kept: Sequence[Block], title: Any) -> list[Block]:
    """The blocks without captions that repeat other words of the article, and without the headline where it is printed again below."""
    texts = [norm(_uncredited(block)) for block in kept]
    found: list[Block] = []
    for number, block in enumerate(kept):
        if _is_caption(block.element):
            others = [*(norm(b.words) for b in found), *(norm(b.words) for b in kept[number + 1 :] if not _is_caption(b.element))]
            if any(texts[number] and f" {texts[number]} " in f" {other} " for other in others):
                continue
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
