"""What is printed on page after page and belongs to none: running heads and feet, page numbers, the stamp of a signature.

Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I: the page number stands at the top, in the middle; older rules put it at the bottom.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.load.pdf.boxes import Line

_MARGIN = 0.12  # of the page's height, above and below: where furniture stands
_BUCKET = 6.0  # points by which the height of a running head may vary
_YEAR = 1900  # a bare number from here on is a year rather than a page
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:[Tt]rang|TRANG|Page)?\W{0,3}(\d{1,4})(?:\s?(?:/|of)\s?\d{1,4})?\W{0,3}")
_SET_OFF = 0.3  # of the width of the page's text: how far from the left a number of its own stands
_COUNTED = "\0"  # around a number that counts with the pages
_NUMBER = re.compile(r"\d{1,4}")
_STAMP = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Ngày ký|Thời gian ký|Giờ ký|Signature Not Verified|Signature Valid|Digitally signed by)\b[: ]?.*"
)
_STAMP_MORE = re.compile(
    r"(?:Email|E-mail|Cơ quan|Tổ chức|Chức vụ|Lý do|Địa điểm|Reason|Location|Date)\s?:.*|\d{2}[./]\d{2}[./]\d{4} \d{2}:\d{2}.*"
)


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of each page that belong to the document.

    :param pages: the height of each page in points, and its lines.
    """
    repeated = _repeated(pages)
    kept = []
    for number, (height, lines) in enumerate(pages):
        outer = _outer(lines, height)
        gone = {i for i in outer if any(key in repeated for key in _keys(lines[i], number))}
        gone |= {i for i in _edge_rows(lines, outer, gone) if _is_page_number(lines[i], number, lines)} | _stamps(lines)
        kept.append([line for i, line in enumerate(lines) if i not in gone])
    return kept


def _outer(lines: Sequence[Line], height: float) -> set[int]:
    """Which lines stand in the upper or lower margin."""
    return {i for i, line in enumerate(lines) if line.base < _MARGIN * height or line.base > (1 - _MARGIN) * height}


def _repeated(pages: Sequence[tuple[float, Sequence[Line]]]) -> set[tuple[str, int]]:
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
    for m in _NUMBER.finditer(line.text):
        texts.append(f"{line.text[: m.start()]}{_COUNTED}{int(m.group()) - number}{_COUNTED}{line.text[m.end() :]}")
    return ((text, bucket) for text in texts for bucket in (height, height + 1))


def _edge_rows(lines: Sequence[Line], outer: set[int], gone: set[int]) -> list[int]:
    """The first line in the upper margin and the last one in the lower, of those that remain, where each stands alone in its row."""
    left = [i for i in range(len(lines)) if i not in gone]
    ends = {left[0], left[-1]} if left else set()
    return [i for i in ends if i in outer and not any(j != i and abs(lines[j].base - lines[i].base) < 3 for j in left)]


def _is_page_number(line: Line, page: int, lines: Sequence[Line]) -> bool:
    """Whether a line at the edge of a page numbers it. A bare number at the left may be the end of a paragraph: it must be the page's."""
    m = _PAGE_NUMBER.fullmatch(line.text)
    if m is None or (m.group() == m[1] and int(m[1]) >= _YEAR):
        return False
    if m.group() != m[1] or int(m[1]) == page + 1:
        return True
    left, right = min(other.x0 for other in lines), max(other.x1 for other in lines)
    return line.x0 > left + _SET_OFF * (right - left)


def _stamps(lines: Sequence[Line]) -> set[int]:
    """The lines of a stamp, and what follows in it."""
    found: set[int] = set()
    for index, line in enumerate(lines):
        more = index - 1 in found and _STAMP_MORE.fullmatch(line.text)
        if more or _STAMP.fullmatch(line.text):
            found.add(index)
    return found
