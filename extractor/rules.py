"""Pattern files: TOML in, compiled rules out.

A pattern file holds the rules of one kind; its examples stand beside each rule and are run by ``trichluc patterns test``.
A rule is tried only where one of its ``starts`` stands in the text: the word ``number`` means any digit, everything else
is a literal (compared without case). In ``regex`` a space is one space of folded text, ``{NAME}`` a fragment of
the ``_fragments*.toml`` files, a line that begins with ``#`` a comment; line breaks and indentation are dropped.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import regex

from extractor.errors import PatternError
from extractor.fold import fold_text

NUMBER = "number"
NOTHING = "nothing"
_FRAGMENT = regex.compile(r"\{([A-Z][A-Z0-9_]*)\}")
_KIND = regex.compile(r"[a-z_]+")
_FILE_KEYS = {"kind", "summary", "rule"}
_RULE_KEYS = {"id", "why", "starts", "regex", "priority", "match", "reject", "todo_match", "todo_reject", "disabled"}
_EXAMPLE_KEYS = {"text", "on", "in", "facts"}
# Who wins where two candidates overlap; a rule may state its own.
_PRIORITY = {
    NOTHING: 70, "deadline": 60, "document": 56, "agency": 55, "date": 50, "rank": 45, "ratio": 40, "percent": 36, "money": 35, "quantity": 20,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its facts marked ``⟦…⟧`` (folded), the reference date and place, and the values of each mark."""

    text: str
    spans: tuple[tuple[int, int], ...]
    values: tuple[Mapping[str, Any], ...]
    on: date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One compiled rule; ``regex`` is matched at an anchor, its group ``fact`` (or the whole match) is the span."""

    id: str
    kind: str
    why: str
    starts: tuple[str, ...]
    source: str
    pattern: regex.Pattern[str]
    priority: int
    file: Path
    match: tuple[Example, ...] = ()
    reject: tuple[Example, ...] = ()
    todo_match: tuple[Example, ...] = ()
    todo_reject: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of one or more pattern folders, later folders overriding rules of the same id."""

    rules: tuple[Rule, ...]
    folders: tuple[Path, ...]
    digest: str

    @classmethod
    def load(cls, *overlays: str | Path) -> Rules:
        """Read the shipped patterns, then each overlay folder in turn. Raises ``PatternError`` naming file and rule."""
        folders = (pattern_folder(), *(Path(o) for o in overlays))
        fragments: dict[str, str] = {}
        rules: dict[str, Rule] = {}
        digest = hashlib.sha256()
        for folder in folders:
            if not folder.is_dir():
                raise PatternError(f"{folder}: no such pattern folder")
            fragments = _read_fragments(folder, digest, fragments)
            for path in sorted(folder.glob("[!_]*.toml")):
                for rule, disabled in _read_file(path, fragments, digest):
                    rules.pop(rule.id, None)
                    if not disabled:
                        rules[rule.id] = rule
        return cls(tuple(rules.values()), folders, digest.hexdigest()[:16])

    def of_kind(self, kind: str) -> tuple[Rule, ...]:
        """The rules of one kind, in file order."""
        return tuple(r for r in self.rules if r.kind == kind)


def pattern_folder() -> Path:
    """The shipped ``patterns/``: inside an installed wheel, else beside the package (editable install, checkout)."""
    inside = Path(__file__).parent / "_patterns"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "patterns"


def _read_toml(path: Path, digest: Any) -> dict[str, Any]:
    try:
        data = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + data)
        return tomllib.loads(data.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PatternError(f"{path}: {error}") from None


def _read_fragments(folder: Path, digest: Any, known: Mapping[str, str]) -> dict[str, str]:
    fragments = dict(known)
    for path in sorted(folder.glob("_fragments*.toml")):
        for name, value in _read_toml(path, digest).items():
            if isinstance(value, list):
                words = sorted((fold_text(str(v)) for v in value), key=len, reverse=True)
                value = "|".join(regex.escape(w, literal_spaces=True) for w in words)
            fragments[name] = f"(?:{_expand(_join_lines(str(value)), fragments, path, name)})"
    return fragments


def _join_lines(source: str) -> str:
    lines = (line.strip("\n") for line in source.split("\n"))
    return "".join(line.lstrip() for line in lines if not line.lstrip().startswith("#"))


def _expand(source: str, fragments: Mapping[str, str], path: Path, where: str) -> str:
    def fragment(m: regex.Match[str]) -> str:
        if m.group(1) not in fragments:
            raise PatternError(f"{path}: {where}: unknown fragment {{{m.group(1)}}}")
        return fragments[m.group(1)]

    return _FRAGMENT.sub(fragment, source)


def _read_file(path: Path, fragments: Mapping[str, str], digest: Any) -> Iterator[tuple[Rule, bool]]:
    data = _read_toml(path, digest)
    kind = data.get("kind")
    if not isinstance(kind, str) or not _KIND.fullmatch(kind):
        raise PatternError(f"{path}: kind {kind!r} is not a word of small letters")
    if unknown := data.keys() - _FILE_KEYS:
        raise PatternError(f"{path}: unknown key {min(unknown)!r}")
    for number, raw in enumerate(data.get("rule", []), 1):
        yield _read_rule(path, kind, raw, f"rule {raw.get('id', number)}", fragments), bool(raw.get("disabled"))


def _read_rule(path: Path, kind: str, raw: dict[str, Any], where: str, fragments: Mapping[str, str]) -> Rule:
    if unknown := raw.keys() - _RULE_KEYS:
        raise PatternError(f"{path}: {where}: unknown key {min(unknown)!r}")
    for key in ("id", "why", "starts", "regex"):
        if not raw.get(key) and not raw.get("disabled"):
            raise PatternError(f"{path}: {where}: {key!r} is missing")
    source = _expand(_join_lines(str(raw.get("regex", ""))), fragments, path, where)
    try:
        pattern = regex.compile(source, regex.V1)
    except regex.error as error:
        raise PatternError(f"{path}: {where}: the regex does not compile: {error}") from None
    starts = raw.get("starts", [])
    return Rule(
        id=str(raw["id"]),
        kind=kind,
        why=str(raw.get("why", "")),
        starts=tuple(fold_text(s).lower() for s in ([starts] if isinstance(starts, str) else starts)),
        source=str(raw.get("regex", "")),
        pattern=pattern,
        priority=int(raw.get("priority", _PRIORITY.get(kind, 30))),
        file=path,
        **{key: tuple(_example(path, where, e) for e in raw.get(key, ())) for key in ("match", "reject", "todo_match", "todo_reject")},
    )


def _example(path: Path, where: str, raw: str | dict[str, Any]) -> Example:
    raw = {"text": raw} if isinstance(raw, str) else raw
    if not isinstance(raw.get("text"), str):
        raise PatternError(f"{path}: {where}: an example without text")
    text, spans = _unmark(raw["text"])
    values = raw.get("facts") or [{k: v for k, v in raw.items() if k not in _EXAMPLE_KEYS}] * len(spans)
    if len(values) != len(spans):
        raise PatternError(f"{path}: {where}: {len(spans)} marks but {len(values)} facts in {raw['text']!r}")
    return Example(text, spans, tuple(values), raw.get("on"), raw.get("in"))


def _unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """``đã xong ⟦23/25⟧ việc`` -> the plain text and the half-open spans of its marks, which may nest."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for c in marked:
        if c == "⟦":
            opened.append(len(plain))
        elif c == "⟧":
            spans.append((opened.pop(), len(plain)))
        else:
            plain.append(c)
    return "".join(plain), tuple(sorted(spans))
