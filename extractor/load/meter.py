"""How far the reading of all inputs has come, in bytes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from extractor.load.inputs import STDIN, Source


class Meter:
    """Told by the reader, asked by whoever shows progress. The whole is unknown where standard input is read."""

    def __init__(self) -> None:
        self.remarks: list[str] = []  # what is odd about the tables that were read to their end
        self._sizes: dict[Source, int] = {}
        self._total = self._done = self._reached = self._size = 0
        self._stream: BinaryIO | None = None

    def expect(self, sources: Iterable[Source]) -> None:
        """These are what there is to read."""
        self._sizes = {source: _size(source) for source in sources}
        self._total = 0 if any(source.given == STDIN for source in self._sizes) else sum(self._sizes.values())

    def follow(self, source: Source, stream: BinaryIO) -> None:
        """A source is being read now, from this stream."""
        self._stream, self._size = stream, self._sizes.get(source, 0)

    def finished(self, source: Source) -> None:
        """A source has been read to its end."""
        self._stream = None
        self._done += self._sizes.get(source, 0)

    def share(self) -> float | None:
        """How much of all bytes has been read, 0 to 1; it never falls. Null where that is not known."""
        if not self._total:
            return None
        self._reached = max(self._reached, min(self._done + self._position(), self._total))
        return self._reached / self._total

    def _position(self) -> int:
        if self._stream is None or self._stream.closed:
            return 0
        packed = getattr(self._stream, "fileobj", None)  # of a gzip file: how far it has read what is packed
        return min(int((packed or self._stream).tell()), self._size)


def _size(source: Source) -> int:
    try:
        return source.size or (0 if source.given == STDIN else source.path.stat().st_size)
    except OSError:
        return 0
