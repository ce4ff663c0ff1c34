"""What a line that introduces a list hands down to its items, by item path."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.tasks.timing import NONE, Timing


@dataclass(frozen=True, slots=True)
class Frame:
    """What a line above says for the lines below.

    ``active``: they assign work; ``ordered``: in so many words. ``intro``: it ends in a colon, so that support, report and time hold below
    as well.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    report_to: tuple[str, ...] = ()
    timing: Timing = NONE
    assigner: str | None = None
    active: bool = False
    intro: bool = False
    idle: bool = False
    ordered: bool = False


NO_FRAME = Frame()


class Frames:
    """The frames that hold at the present place of the text."""

    def __init__(self) -> None:
        self._by_path: dict[str, Frame] = {}
        self._below: dict[str, list[str]] = {}  # the paths that have had frames below each path
        self._pending: Frame | None = None

    def enter(self, path: str | None) -> None:
        """A piece with a marker begins at ``path``: what held for its elder brother and below is over."""
        own = path or ""
        for key in (own, *self._below.pop(own, ())):
            self._by_path.pop(key, None)
        if self._pending is not None:
            self._put(_parent(own), self._pending)
            self._pending = None

    def introduce(self, frame: Frame, path: str | None, *, marked: bool) -> None:
        """A line at ``path`` introduces what follows: the items below it or, where it has no marker, the next list."""
        if not marked:
            self._pending = frame
        self._put(path or "", frame)

    def _put(self, path: str, frame: Frame) -> None:
        if path not in self._by_path:
            over = path
            while over := _parent(over):
                self._below.setdefault(over, []).append(path)
        self._by_path[path] = frame

    def above(self, path: str | None) -> Frame:
        """What the lines over an item at ``path`` say together: the nearest word on each point holds, up to one that only tells."""
        key, together = path or "", NO_FRAME
        while key:
            key = _parent(key)
            frame = self._by_path.get(key)
            if frame is None:
                continue
            together = frame if together is NO_FRAME else _merged(together, frame)
            if together.lead or frame.idle:
                break
        return together

    def at(self, path: str | None) -> Frame:
        """The frame of the item at ``path`` itself, for a further paragraph of it."""
        return self._by_path.get(path or "", NO_FRAME)


def _merged(near: Frame, far: Frame) -> Frame:
    """A near frame without bodies takes those of the far one."""
    if far.idle:
        return near
    return Frame(far.lead, near.support or far.support, near.report_to or far.report_to, near.timing or far.timing,
                 near.assigner or far.assigner, near.active or far.active, near.intro, ordered=near.ordered)  # fmt: skip


def _parent(path: str) -> str:
    return path.rpartition("/")[0]
