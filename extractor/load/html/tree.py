"""The elements of a page, who holds whom, and how many words each holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.load.html.blocks import Block

_WORDS = re.compile(r"\w+")


class Tree:
    """A page whose elements can be asked for what is around and inside them; made once for a page, for lxml forgets its elements."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.elements = list(root.iter())
        self.parent = {element: element.getparent() for element in self.elements}
        self.parent[root] = None
        self.metas = [element for element in self.elements if element.tag == "meta"]

    def above(self, element: Any) -> Iterator[Any]:
        """The element itself, what holds it, and so on up to the root."""
        while element is not None:
            yield element
            element = self.parent[element]

    def below(self, chosen: Iterable[Any]) -> set[Any]:
        """The chosen elements and all inside them."""
        found = set(chosen)
        for element in self.elements:
            if self.parent[element] in found:
                found.add(element)
        return found

    def prose(self, blocks: Iterable[Block]) -> Counter[Any]:
        """How many characters outside links each element holds."""
        return self.sums((block.element, len(block.words) - block.linked) for block in blocks)

    def linked(self, blocks: Iterable[Block]) -> Counter[Any]:
        """How many characters in links each element holds."""
        return self.sums((block.element, block.linked) for block in blocks)

    def sums(self, counts: Iterable[tuple[Any, int]]) -> Counter[Any]:
        """Of each element the sum of the counts of all inside it."""
        sums: Counter[Any] = Counter()
        for element, count in counts:
            sums[element] += count
        for element in reversed(self.elements):
            if element in sums and self.parent[element] is not None:
                sums[self.parent[element]] += sums[element]
        return sums


def norm(words: str) -> str:
    """The words alone, in small letters, one blank between them: what two readers of one page agree on."""
    return " ".join(_WORDS.findall(words.lower()))
