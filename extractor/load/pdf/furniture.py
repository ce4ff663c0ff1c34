"""What is printed on page after page and belongs to none: running heads and feet, page numbers, the stamp of a signature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractor.load.pdf.boxes import Line
from extractor.load.pdf.page_numbers import counters, is_page_number
from extractor.load.pdf.stamps import stamps

_MARGIN = 0.12  # of the page's height, above and below: where furniture stands
_EDGE = 0.065  # of the page's height: less than the least margin of 20 mm (Nghị định 30/2020/NĐ-CP, Phụ lục I), where no text stands
_BUCKET = 6.0  # points by which the height of a running head may vary
_SMALLER = 0.93  # of the size of the body: small print
_APART = 3.0  # of the usual distance of base lines: what stands so far from the body is no part of it
_ONE_ROW = 3.0  # points by which the base lines of a row differ at most
_COUNTED = "\0"  # around a number that counts with the pages

Page = tuple[float, Sequence[Line]]


def without_furniture(pages: Sequence[Page]) -> list[list[Line]]:
    """The lines of each page that belong to the document.

    What is repeated but looks like text (the head of a table, say) stays where it stands first.

    :param pages: the height of each page in points, and its lines.
    """
    repeated = _repeated(pages)
    body = _body_size(pages)
    kept: list[list[Line]] = []
    seen: set[str] = set()
    for number, (height, lines) in enumerate(pages):
        outer = _outer(lines, height)
        heads = {i for i in outer if any(key in repeated for key in _keys(lines[i], number))}
        counted = {i for i in heads if any(_COUNTED in key[0] and key in repeated for key in _keys(lines[i], number))}
        apart = counted | {i for i in heads if _is_apart(i, heads, height, lines, body) or _is_beside(i, counted, lines)}
        texts = {lines[i].text for i in heads - apart}
        first = texts - seen if len(pages) > 2 else texts
        seen |= texts
        gone = {i for i in heads if i in apart or lines[i].text not in first}
        gone |= {i for i in _edge_rows(lines, outer, gone) if is_page_number(lines[i], number, lines)} | stamps(lines, body)
        kept.append([line for i, line in enumerate(lines) if i not in gone])
    return kept


def _body_size(pages: Sequence[Page]) -> float:
    """The type size in points that most letters have."""
    sizes: Counter[float] = Counter()
    for _, lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _outer(lines: Sequence[Line], height: float) -> set[int]:
    """Which lines stand in the upper or lower margin."""
    return {i for i, line in enumerate(lines) if line.base < _MARGIN * height or line.base > (1 - _MARGIN) * height}


def _repeated(pages: Sequence[Page]) -> set[tuple[str, int]]:
    counts: Counter[tuple[str, int]] = Counter()
    for number, (height, lines) in enumerate(pages):
        counts.update({key for i in _outer(lines, height) for key in _keys(lines[i], number)})
    # Books have one head on the left pages and another on the right ones.
    least = max(3, 0.4 * len(pages))
    return {key for key, count in counts.items() if count >= least or (count == len(pages) == 2 and _COUNTED not in key[0])}


def _keys(line: Line, number: int) -> Iterator[tuple[str, int]]:
    """What a line has in common with the same line on other pages: its words as they are, or with one number counted from the page's."""
    height = round(line.base / _BUCKET)
    texts = [line.text]
    for start, end in counters(line):
        texts.append(f"{line.text[:start]}{_COUNTED}{int(line.text[start:end]) - number}{_COUNTED}{line.text[end:]}")
    return ((text, bucket) for text in texts for bucket in (height, height + 1))


def _is_apart(index: int, heads: set[int], height: float, lines: Sequence[Line], body: float) -> bool:
    """Whether a repeated line is no part of the text by its looks: small print, at the very edge, or far from every other line."""
    line = lines[index]
    if line.size < _SMALLER * body or not _EDGE * height <= line.base <= (1 - _EDGE) * height:
        return True
    steps = [step for a, b in pairwise(lines) if 0.5 * body < (step := b.base - a.base) < 3 * body]
    usual = median(steps) if steps else 1.2 * body
    return all(abs(other.base - line.base) > _APART * usual for i, other in enumerate(lines) if i not in heads)


def _is_beside(index: int, counted: set[int], lines: Sequence[Line]) -> bool:
    """Whether a line stands in a row with a page number."""
    return any(abs(lines[i].base - lines[index].base) < _ONE_ROW for i in counted)


def _edge_rows(lines: Sequence[Line], outer: set[int], gone: set[int]) -> list[int]:
    """The first line in the upper margin and the last one in the lower, of those that remain, where each stands alone in its row."""
    left = [i for i in range(len(lines)) if i not in gone]
    ends = {left[0], left[-1]} if left else set()
    return [i for i in ends if i in outer and not any(j != i and abs(lines[j].base - lines[i].base) < _ONE_ROW for j in left)]
