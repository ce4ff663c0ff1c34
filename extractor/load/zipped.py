"""Archives: the files inside a ``.zip``, one after the other, each bounded before it is unpacked."""

from __future__ import annotations

import contextlib
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from extractor.errors import LoadError

LARGEST = 1 << 28  # bytes of a file, unpacked: what is larger is no document
_LARGEST_ARCHIVE = 1 << 35  # bytes of all files together, unpacked
_MOST = 1_000_000  # files in one archive
# Text packs to a twentieth, a table of like rows to a fiftieth; deflate ends at 1 : 1032, and bombs stay near it.
_RATIO, _RATIO_FROM = 200, 1 << 22
# What zipfile raises on a damaged package, a passworded one, or one that was made to break it.
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, LookupError, NotImplementedError, ValueError),
    *(OverflowError, RuntimeError),
)


class Member(NamedTuple):
    """A file in an archive: its number there, which opens it (names may occur twice), the name to show, and its bytes as packed."""

    number: int
    name: str
    size: int = 0


def is_bomb(size: int, packed: int) -> bool:
    """Whether so many bytes packed into so few were made to fill a disk rather than to be read."""
    return size > _RATIO_FROM and size > _RATIO * packed


class Archive:
    """An open ``.zip``; close it, or use it in a ``with`` statement.

    :raises LoadError: it is damaged, no ZIP at all, or holds absurdly much.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except DAMAGED as error:
            raise LoadError(f"a damaged or cut off ZIP, or none at all ({_said(error)}): pack it again") from None
        entries = self._zip.infolist()
        total = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST or total > _LARGEST_ARCHIVE:
            self.close()
            raise LoadError(f"it unpacks to {len(entries):,} files of {total >> 20:,} MB: no such archive is read; pack a part of it")

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def members(self) -> list[Member]:
        """The files inside, in the order of their names; folders, hidden files and what macOS adds are left out."""
        found = [Member(number, _shown(entry), entry.compress_size) for number, entry in enumerate(self._zip.infolist())]
        kept = sorted((m for m in found if m.name and not m.name.endswith("/") and not _is_hidden(m.name)), key=lambda member: member.name)
        times = Counter(posixpath.normpath(member.name) for member in kept)
        return [m if times[posixpath.normpath(m.name)] == 1 else m._replace(name=_numbered(m)) for m in kept]

    def read(self, number: int) -> bytes:
        """The bytes of a file inside.

        :raises LoadError: it is locked, damaged, too large, or packed so tightly that it can only be a bomb.
        """
        entry = self._zip.infolist()[number]
        if entry.flag_bits & 1:
            raise LoadError("locked with a password: unpack the archive with the password and give the files")
        if entry.file_size > LARGEST:
            raise LoadError(f"it unpacks to {entry.file_size >> 20:,} MB, and {LARGEST >> 20} MB are read at most: split it")
        if is_bomb(entry.file_size, entry.compress_size):
            raise LoadError(
                f"it unpacks from {entry.compress_size >> 10:,} kB to {entry.file_size >> 20:,} MB, as bombs do: it is not read"
            )
        try:
            return self._zip.read(entry)  # never more than the size stated above
        except DAMAGED as error:
            raise LoadError(f"damaged in the archive ({_said(error)}): pack it again") from None


class Archives:
    """Archives that are read file by file: the last one stays open until another is asked for, or to the end of the ``with`` block."""

    def __init__(self) -> None:
        self._path: Path | None = None
        self._open: Archive | None = None

    def __enter__(self) -> Archives:
        return self

    def __exit__(self, *_: object) -> None:
        if self._open is not None:
            self._open.close()

    def read(self, path: Path, number: int) -> bytes:
        """The bytes of a file in the archive at ``path``, by its ``Member.number``; errors as of ``Archive``."""
        if path != self._path or self._open is None:
            self.__exit__()
            self._path, self._open = path, Archive(path)
        return self._open.read(number)


def _said(error: Exception) -> str:
    """What the library complains of; it may quote pages of bytes."""
    return " ".join(str(error).split())[:60]


def _numbered(member: Member) -> str:
    """The name of one of several files of the same name, with its number in the archive before the ending."""
    stem, ending = posixpath.splitext(member.name)
    return f"{stem} ({member.number + 1}){ending}"


def _shown(entry: zipfile.ZipInfo) -> str:
    """The name in Unicode: macOS and Linux write UTF-8 without saying so, which Python then takes for code page 437."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/").replace("\0", "")


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts)
