"""A file appears under its name when it is complete; what cannot be written is said in one line."""

from __future__ import annotations

import errno
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extractor.errors import WriteError

_FULL = (os.strerror(errno.ENOSPC), "disk is full")  # as the system says it, and as SQLite does


def neighbour(path: Path) -> Path:
    """A temporary name in the same folder, where renaming is atomic."""
    return path.with_name(f".trichluc-{uuid.uuid4().hex}.part")


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and those it lies in: which of them are new, the deepest first."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return new


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove those of the folders, deepest first, that hold nothing."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def cannot_write(path: Path, error: Exception) -> WriteError:
    """The one line for a user about ``error``, which a library raised while it wrote ``path``."""
    if any(words in str(error) for words in _FULL):
        return WriteError(f"{path}: cannot be written: the disk is full: make room, or name a place on another disk")
    what = error.strerror if isinstance(error, OSError) and error.strerror else str(error).splitlines()[0]
    return WriteError(f"{path}: cannot be written: {what}: check the folder, the space left, and that no program has it open")


@contextmanager
def replacing(path: Path, failures: tuple[type[Exception], ...] = (OSError,)) -> Iterator[Path]:
    """Give a temporary neighbour to write to; it takes the name ``path`` when the block ends well, and is removed when it does not.

    The folder is made where there is none. ``failures`` are what the library raises when it cannot write.

    :raises WriteError: the file is open in another program, the disk is full, and the like.
    """
    part = neighbour(path)
    new: list[Path] = []
    try:
        new = make_folder(path.parent)
        yield part
        part.replace(path)
    except failures as error:
        raise cannot_write(path, error) from error
    finally:
        with suppress(OSError):
            part.unlink()
        remove_empty(new)
