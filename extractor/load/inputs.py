"""What a user names (files, folders, patterns, standard input) becomes a list of files with document ids."""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.errors import LoadError
from extractor.load.formats import ADVICE, ARCHIVE, OTHERS, TABLES, inner_ending, readable, split_ending
from extractor.load.zipped import Archive
from extractor.model import Failure

STDIN = "-"


class Source(NamedTuple):
    """One file to read: where it is, its path as named, its path below the folder that was named, and whether a folder held it.

    A file in a ZIP stands below the archive as below a folder; ``archive`` is where that is, ``number`` the file's number in it,
    ``size`` its bytes as packed there.
    """

    path: Path
    given: str
    relative: str
    in_folder: bool = False
    archive: Path | None = None
    number: int = 0
    size: int = 0

    @property
    def is_table(self) -> bool:
        """Whether the file holds many documents."""
        return inner_ending(self.path) in TABLES


def expand(inputs: Sequence[str]) -> list[Source | Failure]:
    """Every file that the inputs name, each once, in the order named and sorted within a folder or a pattern."""
    found: list[Source | Failure] = []
    seen: set[str] = set()
    for item in (item for name in inputs for item in _expand_one(name)):
        key = os.path.abspath(item.path) if isinstance(item, Source) and item.given != STDIN else repr(item)  # noqa: PTH100  # resolve() would merge links
        if key not in seen:
            seen.add(key)
            found.append(item)
    return found


def failure(source: str, message: str) -> Failure:
    """A row of the errors table for something that cannot be read."""
    shown = "".join(c if c.isprintable() else "\ufffd" for c in source)  # names may hold line breaks, and codes that move a cursor
    return Failure(source=shown, stage="load", error="LoadError", message=f"{shown}: {message}")


def _expand_one(name: str) -> Iterator[Source | Failure]:
    path = Path(name)
    if name == STDIN:
        yield Source(path, STDIN, STDIN)
    elif os.path.exists(name):  # noqa: PTH110  # Path.exists raises on a name too long to be one
        yield from _expand_path(path)
    elif glob.has_magic(name):
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute pattern
        for match in matches:
            yield from _expand_path(Path(match))
        if not matches:
            yield failure(readable(name), "no file matches this pattern: check the folder and the ending")
    else:
        yield failure(readable(name), "there is no such file or folder: check the path")


def _expand_path(path: Path) -> Iterator[Source | Failure]:
    if path.is_dir():
        yield from _expand_folder(path)
    elif not path.is_file():
        yield failure(readable(path), "it is no regular file: give the file itself")
    elif split_ending(path)[1] == ARCHIVE:
        yield from _expand_archive(path, path.name)
    elif inner_ending(path) is None:
        yield failure(readable(path), f"cannot read {split_ending(path)[1] or 'a file without an ending'}: {ADVICE}")
    else:
        yield Source(path, readable(path), path.name)


def _expand_folder(folder: Path) -> Iterator[Source | Failure]:
    unreadable: list[Failure] = []
    files = 0

    def note(error: OSError) -> None:
        unreadable.append(failure(readable(error.filename), f"the folder cannot be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _belongs_to_page(name, names))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = list(_expand_entry(Path(parent, name), folder))
            files += len(found)
            yield from found
    yield from unreadable
    if not files and not unreadable:
        yield failure(readable(folder), f"the folder holds nothing that can be read: {ADVICE}")


def _expand_entry(path: Path, folder: Path) -> Iterator[Source | Failure]:
    """A file that lies in a folder; nothing where it is no document."""
    relative = readable(path.relative_to(folder))
    if not path.is_file():
        if inner_ending(path) is not None:
            yield failure(readable(path), "it is no regular file, or a link that leads nowhere: remove it")
    elif split_ending(path)[1] == ARCHIVE:
        yield from _expand_archive(path, relative)
    elif inner_ending(path) is not None:
        yield Source(path, readable(path), relative, in_folder=True)
    elif split_ending(path)[1] in OTHERS:
        yield failure(readable(path), f"cannot read {split_ending(path)[1]}: {OTHERS[split_ending(path)[1]]}")


def _belongs_to_page(folder: str, names: Sequence[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that a browser saved beside it: ``tin.html`` and ``tin_files``."""
    stem = next((folder.removesuffix(end) for end in ("_files", ".files") if folder.endswith(end)), None)
    return stem is not None and any(f"{stem}.{ending}" in names for ending in ("html", "htm"))


def _expand_archive(path: Path, relative: str) -> Iterator[Source | Failure]:
    shown = readable(path)
    try:
        with Archive(path) as archive:
            members = archive.members()
    except (LoadError, OSError) as error:
        yield failure(shown, str(error) if isinstance(error, LoadError) else f"cannot be read: {error.strerror}")
        return
    found = False
    for member in members:
        inside = path / member.name
        given = f"{shown}/{member.name}"
        if split_ending(inside)[1] == ARCHIVE:
            found = True
            yield failure(given, "an archive inside an archive: unpack the outer one")
        elif inner_ending(inside) is not None:
            found = True
            yield Source(inside, given, f"{relative}/{member.name}", True, path, member.number, member.size)
        elif split_ending(inside)[1] in OTHERS:
            found = True
            yield failure(given, f"cannot read {split_ending(inside)[1]}: {OTHERS[split_ending(inside)[1]]}")
    if not found:
        yield failure(shown, f"the archive holds nothing that can be read: {ADVICE}")


def document_ids(sources: Iterable[Source]) -> dict[Path, str]:
    """A document id for each file that is one document.

    It is the stem of the file. Where several files of one run have the same stem, all of them take the first of these that
    tells them apart: the path below the folder that was named, the path as named, both without ending, the path with ending.
    So an id depends on the set of files alone, never on their order.
    """
    by_stem: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if not source.is_table:
            by_stem[readable(split_ending(source.path)[0])].append(source)
    return {source.path: doc_id for stem, group in by_stem.items() for source, doc_id in zip(group, _distinct(stem, group), strict=True)}


def _distinct(stem: str, group: Sequence[Source]) -> list[str]:
    if len(group) == 1:
        return [stem]
    relative = [_without_ending(source.relative) for source in group]
    given = [_without_ending(source.given) for source in group]
    choices = (relative, given, [source.given for source in group])
    return next((names for names in choices if len(set(names)) == len(group)), choices[-1])


def _without_ending(name: str) -> str:
    return name[: len(name) - len(split_ending(Path(name))[1])]
