"""Pattern files: TOML in, rules out. Every way in which a file can be malformed is one line: file, rule, what is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import regex

from extractor.errors import PatternError
from extractor.fold import fold_text
from extractor.fragments import Fragments
from extractor.needed_groups import lacking
from extractor.rule import LETTER, NOTHING, NUMBER, Example, Rule
from extractor.schema import FACTS

_KIND = regex.compile(r"[a-z][a-z_]*")
_FILE_KEYS = {"kind", "summary", "rule"}
_PARTS = ("match", "reject", "todo_match", "todo_reject")
_RULE_KEYS = {"id", "why", "starts", "needs", "next", "regex", "priority", "part", "disabled", *_PARTS}
_EXAMPLE_KEYS = {"text", "on", "in", "facts"}
_FIELDS = {column.name for column in FACTS}
# Who wins where two candidates overlap; a rule may state its own.
_PRIORITY = {
    NOTHING: 70, "deadline": 60, "document": 56, "agency": 55, "date": 50,
    "rank": 45, "ratio": 40, "percent": 36, "money": 35, "quantity": 20,
}  # fmt: skip


def read_toml(path: Path) -> tuple[bytes, dict[str, Any]]:
    """The bytes of a TOML file and what they say."""
    try:
        data = path.read_bytes()
        return data, tomllib.loads(data.decode("utf-8"))
    except OSError as error:
        raise PatternError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise PatternError(f"{path}: is not UTF-8 at byte {error.start}: save it again as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise PatternError(f"{path}: is not TOML: {' '.join(str(error).split())}") from None


def read_rules(path: Path, data: Mapping[str, Any], fragments: Fragments) -> Iterator[Rule | str]:
    """The rules of one file, in its order; the bare id of a rule that it disables."""
    kind = data.get("kind")
    if not isinstance(kind, str) or not _KIND.fullmatch(kind):
        raise PatternError(f"{path}: kind {kind!r} is not a word of small letters" if "kind" in data else f"{path}: 'kind' is missing")
    if unknown := data.keys() - _FILE_KEYS:
        raise PatternError(f"{path}: unknown key {min(unknown)!r}: a file has {', '.join(sorted(_FILE_KEYS))}")
    rules = data.get("rule", [])
    if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
        raise PatternError(f"{path}: 'rule' is not a list of tables: begin each rule with [[rule]]")
    for number, raw in enumerate(rules, 1):
        yield _read_rule(_Reader(path, kind, raw, number), fragments)


class _Reader:
    """One rule as written, and how to ask for its keys by type."""

    def __init__(self, path: Path, kind: str, raw: Mapping[str, Any], number: int) -> None:
        self.path, self.kind, self.raw = path, kind, raw
        self.where = f"{path}: rule {raw['id'] if isinstance(raw.get('id'), str) else number}"

    def wrong(self, what: str) -> PatternError:
        return PatternError(f"{self.where}: {what}")

    def text(self, key: str) -> str:
        value = self.raw.get(key)
        if value is None:
            raise self.wrong(f"{key!r} is missing")
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"{key} = {value!r} is not a text")
        return value

    def literals(self, key: str) -> tuple[str, ...]:
        value = self.raw.get(key)
        if value is None:
            raise self.wrong(f"{key!r} is missing")
        words = [value] if isinstance(value, str) else value
        if not isinstance(words, list) or not words or not all(isinstance(word, str) and fold_text(word).strip() for word in words):
            raise self.wrong(f"{key} = {value!r} is not a text or a list of texts")
        return tuple(fold_text(word).lower() for word in words)

    def next(self) -> frozenset[str]:
        """The characters of ``next``, one of which must follow the number; "letter" stands for any letter."""
        value = self.raw.get("next", [])
        if not isinstance(value, list) or not all(isinstance(c, str) and (len(c) == 1 or c == LETTER) for c in value):
            raise self.wrong(f'next = {value!r} is not a list of single characters and "letter"')
        if value and NUMBER not in self.literals("starts"):
            raise self.wrong("next is for rules that start at a number")
        return frozenset(c.lower() if c != LETTER else c for c in value)

    def priority(self) -> int:
        value = self.raw.get("priority", _PRIORITY.get(self.kind, 30))
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(f"priority = {value!r} is not a whole number")
        return value

    def flag(self, key: str) -> bool:
        value = self.raw.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(f"{key} = {value!r} is not true or false")
        return value

    def examples(self, part: str) -> tuple[Example, ...]:
        value = self.raw.get(part, [])
        if not isinstance(value, list):
            raise self.wrong(f"{part} = {value!r} is not a list of examples")
        return tuple(self._example(part, raw) for raw in value)

    def _example(self, part: str, raw: object) -> Example:
        raw = {"text": raw} if isinstance(raw, str) else raw
        if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
            raise self.wrong(f"{part}: {raw!r} is an example without text")
        text, spans = self._unmark(raw["text"])
        day, place = raw.get("on"), raw.get("in")
        if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
            raise self.wrong(f"on = {day!r} is not a date (on = 2024-05-31, without quotes)")
        if place is not None and not isinstance(place, str):
            raise self.wrong(f"in = {place!r} is not a place")
        return Example(text, spans, self._values(raw, len(spans)), day, place)

    def _values(self, raw: dict[str, Any], marks: int) -> tuple[dict[str, Any], ...]:
        values = raw.get("facts") or [{k: v for k, v in raw.items() if k not in _EXAMPLE_KEYS}] * marks
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.wrong(f"facts = {values!r} is not a list of tables")
        if len(values) != marks:
            raise self.wrong(f"{marks} marks but {len(values)} facts in {raw['text']!r}")
        for unknown in sorted(raw.keys() - _EXAMPLE_KEYS if not marks else {name for value in values for name in value}):
            if unknown not in _FIELDS:
                raise self.wrong(f"unknown field {unknown!r} in the example {raw['text']!r}")
        return tuple(values)

    def _unmark(self, marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """``đã xong ⟦23/25⟧ việc`` -> the plain text and the half-open spans of its marks, which may nest."""
        plain: list[str] = []
        spans: list[tuple[int, int]] = []
        opened: list[int] = []
        for c in marked:
            if c == "⟦":
                opened.append(len(plain))
            elif c != "⟧":
                plain.append(c)
            elif not opened or opened[-1] == len(plain):
                raise self.wrong(f"a ⟧ too many, or nothing between ⟦ and ⟧, in {marked!r}")
            else:
                spans.append((opened.pop(), len(plain)))
        if opened:
            raise self.wrong(f"a ⟦ that is not closed in {marked!r}")
        return "".join(plain), tuple(sorted(spans))


def _read_rule(reader: _Reader, fragments: Fragments) -> Rule | str:
    if unknown := reader.raw.keys() - _RULE_KEYS:
        raise reader.wrong(f"unknown key {min(unknown)!r}: a rule has {', '.join(sorted(_RULE_KEYS))}")
    name = reader.text("id")
    if reader.flag("disabled"):
        return name
    written = reader.text("regex")
    pattern = fragments.compile(written, reader.where)
    if what := lacking(name, reader.kind, pattern.groupindex):
        raise reader.wrong(what)
    return Rule(
        id=name,
        kind=reader.kind,
        why=reader.text("why"),
        starts=reader.literals("starts"),
        needs=reader.literals("needs") if "needs" in reader.raw else (),
        next=reader.next(),
        source=written,
        pattern=pattern,
        heads=fragments.heads(written),
        priority=reader.priority(),
        file=reader.path,
        part=reader.flag("part"),
        **{part: reader.examples(part) for part in _PARTS},
    )
