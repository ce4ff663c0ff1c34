"""The stamp of an electronic signature: who signed, where and when, printed small over the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.load.pdf.boxes import Line

_SMALL = 0.8  # of the size of the body: what a stamp alone is printed in at most
_OPENING = re.compile(
    r"(?:Người ký|Ký bởi|Được ký bởi|Ngày ký|Thời gian ký|Giờ ký)\s?:.*|(?:Signature Not Verified|Signature Valid|Digitally signed by)\b.*"
)
_MORE = re.compile(
    r"(?:Email|E-mail|Cơ quan|Tổ chức|Chức vụ|Lý do|Địa điểm|Reason|Location|Date)\s?:.*|\d{2}[./]\d{2}[./]\d{4} \d{2}:\d{2}.*"
)


def stamps(lines: Sequence[Line], body: float) -> set[int]:
    """Which of the lines belong to a stamp: two and more together, or small beside ``body``, the type size of the text in points."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        if _OPENING.fullmatch(line.text) or (run and _MORE.fullmatch(line.text)):
            run.append(index)
            continue
        found.update(_sure(run, lines, body))
        run = []
    return found.union(_sure(run, lines, body))


def _sure(run: list[int], lines: Sequence[Line], body: float) -> list[int]:
    return run if len(run) > 1 else [index for index in run if lines[index].size < _SMALL * body]
