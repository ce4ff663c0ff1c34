"""What a worker has to know of a run: it travels with every task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractor.load.columns import Columns
from extractor.rules import Rules
from extractor.run.messages import TIMEOUT

# Columns of our own beside those of the input: where a row stands, and the bytes of a line of JSON Lines.
SOURCE, NUMBER, LINE = "_trichluc_source", "_trichluc_number", "_trichluc_line"

Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read the rows of a frame, and with which rules.

    :param names: of the columns that a worker is given, in order: Spark stumbles over some names on the way there.
    :param columns: which column holds the text, the id, the date and what else a document states.
    :param overlays: pattern folders as their files (name and bytes), so that only the driver needs to have them.
    :param digest: of all rules as the driver has them; a worker with others is an installation gone wrong.
    :param carried: columns whose values stand beside every row that comes of a document, as text.
    :param timeout: seconds for a document; None is without limit.
    :param root: how a path begins in Spark's eyes, and how the user wrote it.
    """

    names: tuple[str, ...]
    columns: Columns
    overlays: tuple[Files, ...] = ()
    digest: str = ""
    carried: tuple[str, ...] = ()
    root: tuple[str, str] = ("", "")
    timeout: float | None = TIMEOUT


def rules_to_ship(folders: Iterable[str | Path]) -> tuple[tuple[Files, ...], str]:
    """Pattern folders as their files, and the digest of the rules that they and the shipped ones make.

    :raises PatternError: a folder is missing or one of its files malformed.
    """
    paths = [Path(folder) for folder in folders]
    digest = Rules.load(*paths).digest
    return tuple(tuple((path.name, path.read_bytes()) for path in sorted(folder.glob("*.toml"))) for folder in paths), digest
