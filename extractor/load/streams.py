"""Byte streams that may not be rewound (standard input, gzip) as text lines."""

from __future__ import annotations

import io
from typing import BinaryIO

from extractor.load.decode import LEGACY, codec_of

HEAD = 1 << 16  # bytes that decide on the encoding


class Rejoined(io.RawIOBase):
    """A stream with the bytes that were read ahead put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's WriteableBuffer is private
        """Fill the buffer as far as the next read goes; 0 at the end."""
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def text_lines(stream: BinaryIO, newline: str) -> io.TextIOBase:
    """The lines of a stream, decoded by what its first 64 KiB are; ``newline`` as in ``open``.

    Bytes that do not fit UTF-8 become U+DC80 to U+DCFF (``surrogateescape``): ``has_bad_bytes`` tells the row they spoil. A stream in a
    legacy encoding is read whole, and its lines are Unicode NFC.
    """
    head = stream.read(HEAD)
    codec = codec_of(head, whole=len(head) < HEAD)
    if codec == LEGACY:
        from extractor.load.legacy.mend import mend

        return io.StringIO(mend((head + stream.read()).decode(LEGACY))[0], newline)
    joined = io.BufferedReader(Rejoined(head, stream), HEAD)
    return io.TextIOWrapper(joined, codec, "surrogateescape", newline)


def has_bad_bytes(text: str) -> bool:
    """Whether a line from ``text_lines`` holds bytes that could not be decoded."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
