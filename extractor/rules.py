"""All rules of one or more pattern folders.

A pattern file holds the rules of one kind; its examples stand beside each rule and are run by ``trichluc patterns test``.
A rule is tried only where one of its ``starts`` stands in the text: the word ``number`` means any digit, everything else
is a literal (compared without case). Where a rule has ``needs``, one of those literals must stand within 100 characters
from there; where a rule that starts at a number has ``next``, one of those characters must follow the number or its first
run of digits, a blank between them or not. Both are cheap tests that spare most regexes. In ``regex`` a space is one
space of folded text, ``{NAME}`` a fragment of the ``_fragments*.toml`` files, a line that begins with ``#`` a comment;
line breaks and indentation are dropped.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import PatternError
from extractor.fragments import Fragments
from extractor.pattern_file import read_rules, read_toml
from extractor.rule import NOTHING, NUMBER, Example, Rule

__all__ = ["NOTHING", "NUMBER", "Example", "Rule", "Rules", "digest_of", "pattern_folder"]


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, later folders overriding rules of the same id; ``fragments`` by name, as a regex each."""

    rules: tuple[Rule, ...]
    folders: tuple[Path, ...]
    digest: str
    fragments: Fragments

    @classmethod
    def load(cls, *overlays: str | Path) -> Rules:
        """Read the shipped patterns, then each overlay folder in turn. Raises ``PatternError`` naming file and rule."""
        folders = (pattern_folder(), *(Path(o) for o in overlays))
        digest = hashlib.sha256()
        fragments = Fragments()
        rules: dict[str, Rule] = {}
        for folder in folders:
            for path in _files(folder):
                data, values = read_toml(path)
                digest.update(path.name.encode() + b"\0" + data)
                if path.name.startswith("_fragments"):
                    fragments.add(path, values)
                else:
                    _merge(rules, read_rules(path, values, fragments), folder)
        return cls(tuple(rules.values()), folders, digest.hexdigest()[:16], fragments)


def digest_of(*overlays: str | Path) -> str:
    """``Rules.load(*overlays).digest`` without compiling any rule: all that a process needs that only hands out work."""
    digest = hashlib.sha256()
    for folder in (pattern_folder(), *(Path(o) for o in overlays)):
        for path in _files(folder):
            digest.update(path.name.encode() + b"\0" + read_toml(path)[0])
    return digest.hexdigest()[:16]


def pattern_folder() -> Path:
    """The shipped ``patterns/``: inside an installed wheel, else beside the package (editable install, checkout)."""
    inside = Path(__file__).parent / "_patterns"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "patterns"


def _files(folder: Path) -> list[Path]:
    """Fragments first, then the rules that use them, each sorted by name."""
    if not folder.is_dir():
        raise PatternError(f"{folder}: {'is not a folder' if folder.exists() else 'no such pattern folder'}")
    files = sorted(folder.glob("_fragments*.toml")) + sorted(folder.glob("[!_]*.toml"))
    if not files:
        raise PatternError(f"{folder}: holds no pattern file (*.toml)")
    return files


def _merge(rules: dict[str, Rule], read: Iterable[Rule | str], folder: Path) -> None:
    for rule in read:
        name = rule if isinstance(rule, str) else rule.id
        before = rules.pop(name, None)
        if isinstance(rule, str):
            if before is None:
                raise PatternError(f"{folder}: there is no rule {name} to disable")
            continue
        if before is not None and before.file.parent == folder:
            raise PatternError(f"{rule.file}: rule {name}: the id is taken by another rule in {before.file.name}")
        rules[name] = rule
