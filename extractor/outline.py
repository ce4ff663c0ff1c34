"""Paragraphs, sentences and list items of a folded text.

A paragraph is a line of folded text. An item is a path of list markers as printed: ``(4)/-3`` is the third dash under ``(4)``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import regex

from extractor.model import Span
from extractor.sentence_starts import sentence_starts

_MARKER = regex.compile(
    r"(?:(?P<bullet>[-+•▪●·►➢✓○o§*])(?: |(?=\p{Lu}))"
    r"|(?P<mark>\(\d{1,2}\)|\([a-zđ]\)|\([ivx]{1,4}\)|(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)](?![\d\p{Ll}]) ?"
    r"|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?=[,:] )|Điều \d{1,3}\.))"
)
_BULLETS = "-+•▪●·►➢✓○o§*"
_RUN_IN = re.compile(r"\((?<=[:;,.] \()(?:\d{1,2}|[ivx]{1,4})\)(?= )")
_RUN_IN_ORDINAL = re.compile(r"T(?<=[.;:] T)hứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?=[,:] )")
_DEEPEST = 3  # lists in lists whose introductions are looked up
# From the recipients on nothing counts; the word must open its line.
_RECIPIENTS = re.compile(r"N(?:ơi nhận|ƠI NHẬN|ơi gửi)_* ?:")


@dataclass(frozen=True, slots=True)
class Outline:
    """Sorted start offsets of paragraphs and sentences, the end of the text that counts, and the item path of each marker.

    ``introduced`` leads from the start of each paragraph that is an item to the start of the line that introduces its list.
    """

    size: int
    boundary: int
    paragraphs: tuple[int, ...]
    sentences: tuple[int, ...]
    item_starts: tuple[int, ...]
    item_paths: tuple[str | None, ...]
    introduced: Mapping[int, int]

    def paragraph(self, position: int) -> Span:
        """The paragraph that holds ``position``, without its line break."""
        i = bisect_right(self.paragraphs, position) - 1
        end = self.paragraphs[i + 1] - 1 if i + 1 < len(self.paragraphs) else self.size
        return Span(self.paragraphs[i], end)

    def sentence(self, position: int) -> Span:
        """The sentence that holds ``position``, with the blank that may follow it."""
        i = bisect_right(self.sentences, position) - 1
        return Span(self.sentences[i], self.sentences[i + 1] if i + 1 < len(self.sentences) else self.size)

    def item(self, position: int) -> str | None:
        """The list path of ``position`` as printed, or null outside any list."""
        i = bisect_right(self.item_starts, position) - 1
        return self.item_paths[i] if i >= 0 else None

    def introductions(self, paragraph: Span) -> list[Span]:
        """The last sentences of the lines that introduce ``paragraph``, the nearest first; none outside of lists."""
        found: list[Span] = []
        start = paragraph.start
        while len(found) < _DEEPEST and start in self.introduced:
            start = self.introduced[start]
            found.append(self.sentence(max(start, self.paragraph(start).end - 1)))
        return found


def outline(text: str) -> Outline:
    """Outline of folded ``text``."""
    paragraphs = [0, *(m.end() for m in re.finditer("\n", text))]
    starts, paths, introduced = _items(text, paragraphs)
    return Outline(len(text), _boundary(text), tuple(paragraphs), tuple(sentence_starts(text)), tuple(starts), tuple(paths), introduced)


def marker_end(text: str, start: int) -> int:
    """Behind the list marker that begins at ``start`` and the blank after it; ``start`` itself where there is none."""
    m = _MARKER.match(text, start) or _RUN_IN.match(text, start)
    return m.end() + (text[m.end() : m.end() + 1] in (" ", ":", ",")) if m else start


def _boundary(text: str) -> int:
    """Where the recipients begin; the end of the text where it names none."""
    for m in _RECIPIENTS.finditer(text):
        start = m.start()
        while start and (text[start - 1] in "|_" or text[start - 1].isspace()):
            start -= 1
        line = text.find("\n", start, m.start()) if start else 0
        if line >= 0:
            return line
    return len(text)


def _items(text: str, paragraphs: list[int]) -> tuple[list[int], list[str | None], dict[int, int]]:
    """Where the item path changes, and to what, and the line that introduces each item.

    A marker of a shape already open closes what was opened after it.
    """
    starts: list[int] = []
    paths: list[str | None] = []
    introduced: dict[int, int] = {}
    introduction: int | None = None
    stack: list[tuple[str, str]] = []  # (shape, printed)
    counts: list[dict[str, int]] = [{}]  # how many bullets of each shape stand below each of the stack, the text itself first
    runs = sorted((m.start(), m.group()) for pattern in (_RUN_IN, _RUN_IN_ORDINAL) for m in pattern.finditer(text))[::-1]
    for start, end in zip(paragraphs, [*paragraphs[1:], len(text) + 1], strict=True):
        m: regex.Match[str] | None = _MARKER.match(text, start)
        if m is not None and introduction is not None:
            introduced[start] = introduction
        if introduces := text[end - 2 : end - 1] == ":":
            introduction = start
        elif m is None and end - start > 1:
            introduction = None
        if m is None:
            while stack and (stack[-1][0] == "run" or stack[-1][0][0] in _BULLETS):
                stack.pop()  # a paragraph without a marker belongs to no bullet
            if introduces:  # another list begins
                counts[len(stack) :] = [{}]
        else:
            shape, printed = _shape(m)
            while stack and shape[0] not in _BULLETS and stack[-1][0][0] in _BULLETS:
                stack.pop()  # a number opens no list inside a bullet: the bullets are over
            while stack and shape == "I" and stack[-1][0] not in ("I", "Điều"):
                stack.pop()  # a Roman number opens a part of the document, no item of a list before it
            _open(stack, counts, shape, printed)
        starts.append(start)
        paths.append("/".join(printed for _, printed in stack) or None)
        while runs and runs[-1][0] < end:
            position, printed = runs.pop()
            run = _run_shape(printed, stack)
            if run is None:
                continue
            _open(stack, counts, run, printed)
            starts.append(position)
            paths.append("/".join(printed for _, printed in stack))
    return starts, paths, introduced


def _run_shape(printed: str, stack: list[tuple[str, str]]) -> str | None:
    """The shape of a marker inside a line: that of the marker at the head of the line where they count on from it.

    Null for ``(ii)`` elsewhere, which mostly counts the parts of one thing.
    """
    if printed[0] != "(":
        return "Thứ"
    over, before = stack[-1] if stack else ("", "")
    if printed[1].isdigit():
        return "(d)" if over == "(d)" and before == f"({int(printed[1:-1]) - 1})" else "run"
    return "(a)" if over == "(a)" and before[1] in "ivx" else None


def _shape(m: regex.Match[str]) -> tuple[str, str]:
    if m.group("bullet"):
        return m.group("bullet"), m.group("bullet")
    printed = m.group("mark").strip()
    core = printed.rstrip(".") if not printed.startswith("(") else printed
    if printed[0] == "(":
        return "(d)" if printed[1].isdigit() else "(a)", printed
    if printed[0] in "TĐ":
        return printed.split()[0], core
    if printed[0].isdigit():
        return f"1{core.count('.')}", core.rstrip(")")
    return ("I" if printed[0].isupper() else "a"), printed if printed.endswith(")") else core


def _open(stack: list[tuple[str, str]], counts: list[dict[str, int]], shape: str, printed: str) -> None:
    shapes = [s for s, _ in stack]
    if shape in shapes:
        del stack[shapes.index(shape) :]
    if len(shape) == 1 and not shape.isalnum():
        below = counts[len(stack)]
        below[shape] = below.get(shape, 0) + 1
        printed = f"{shape}{below[shape]}"
    stack.append((shape, printed))
    counts[len(stack) :] = [{}]
