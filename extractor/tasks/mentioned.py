"""Roles of bodies that no task gives them: by the words beside them, and as issuers of the documents named beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from extractor.fact_view import FactView
from extractor.leading import leading, trailing
from extractor.model import Found, Span
from extractor.tasks.issuers import issuers, own_issuers
from extractor.tasks.words import phrase
from extractor.wordlists import table

_BEFORE, _AFTER = 150, 100  # code points that are looked at on either side of a row, within its sentence
_EDGE = 3  # code points right beside a row that tell which rules are tried
_LIGHT = regex.compile(r"(?<!\p{L})(?:các |đồng chí |bộ |ubnd )+", regex.V1 | regex.REVERSE)
# A person's name, brackets or the mark of a note may stand behind each of a row.
_JOIN = regex.compile(
    r"(?:(?: \p{Lu}\p{Ll}*){2,5}| ?\([^()\n]{0,80}\)| ?\[\d+\])?(?:,| và|, và| hoặc|;)(?: (?i:các|lãnh đạo|bộ|ubnd))* ", regex.V1
)

_ACTS = regex.compile(r" (?:đã|đang|vừa|sẽ|luôn|ban hành|tổ chức|triển khai)(?!\p{L})", regex.V1)


class Rule(NamedTuple):
    """A role and the words that give it; the role is null where they take it away.

    ``opens`` is how the sentence begins, ``body`` how the row itself does; the others are as in ``patterns/_roles.toml``.
    ``ends`` and ``begins`` are literals of which one ends ``before`` and one begins ``after``; of one that is null that is not known.
    """

    id: str
    role: str | None
    opens: regex.Pattern[str] | None
    body: regex.Pattern[str] | None
    before: regex.Pattern[str] | None
    unless: regex.Pattern[str] | None
    after: regex.Pattern[str] | None
    strong: bool
    ends: tuple[str, ...] | None
    begins: tuple[str, ...] | None


class Mentioned(NamedTuple):
    """Roles by span (null where one is taken away): those that count only where no task gives one, and those that count in any case."""

    weak: dict[Span, str | None]
    strong: dict[Span, str | None]


def mentioned_roles(view: FactView, bodies: list[Found]) -> Mentioned:
    """What the words beside ``bodies`` (all agency facts, by span) say; and who issued this document, or one that the text names."""
    weak: dict[Span, str | None] = {body.span: "issuer" for body in issuers(view)}
    strong: dict[Span, str | None] = {body.span: "issuer" for body in own_issuers(view, bodies)}
    for row in _rows(view, bodies):
        rule = _rule(view, row)
        if rule is not None and rule.role:
            roles = strong if rule.strong else weak
            meant = _meant(view, row, rule)
            roles |= {body.span: rule.role if body in meant else None for body in row if body.span not in strong and body.span not in weak}
    return Mentioned(weak, strong)


def _rows(view: FactView, bodies: list[Found]) -> Iterator[list[Found]]:
    """The bodies that stand in a row, with nothing but commas, ``và`` and light words between."""
    row: list[Found] = []
    for body in bodies:
        if row and not _JOIN.fullmatch(view.context.text, row[-1].span.end, body.span.start):
            yield row
            row = []
        row.append(body)
    if row:
        yield row


def _rule(view: FactView, row: list[Found]) -> Rule | None:
    text, lower = view.context.text, view.context.lower
    start, end = row[0].span.start, row[-1].span.end
    outline = view.context.outline
    opening = outline.sentence(start).start
    left = max(opening, start - _BEFORE)
    light = _LIGHT.match(lower, left, start)
    before = Span(left, light.start() if light else start)
    stop = max(end, outline.sentence(end - 1).end)
    behind = Span(_past_name(text, end, stop), min(stop, end + _AFTER))
    for rule in _likely(lower, before, behind):
        if _fits(rule, lower, opening, before, behind):
            return rule
    return None


def _likely(lower: str, before: Span, behind: Span) -> Iterator[Rule]:
    """The rules that the characters right beside a row do not exclude, in their order."""
    ending = _ending(lower[max(before.start, before.end - _EDGE) : before.end])
    beginning = _beginning(lower[behind.start : min(behind.end, behind.start + _EDGE)])
    return (rules()[i] for i in sorted(ending & beginning))


@lru_cache(4096)
def _ending(edge: str) -> frozenset[int]:
    """The rules whose ``before`` may end with ``edge``."""
    return frozenset(i for i, rule in enumerate(rules()) if rule.ends is None or edge.endswith(rule.ends))


@lru_cache(4096)
def _beginning(edge: str) -> frozenset[int]:
    """The rules whose ``after`` may begin with ``edge``."""
    return frozenset(i for i, rule in enumerate(rules()) if rule.begins is None or edge.startswith(rule.begins))


def _meant(view: FactView, row: list[Found], rule: Rule) -> list[Found]:
    """Those of a row that a rule means: only the last where the first belongs to words before (``ý kiến của A, B kết luận``),
    all but the last where that is the subject of what follows.
    """
    lower = view.context.lower
    if rule.before is None:
        return row[-1:] if lower.endswith("của ", 0, row[0].span.start) else row
    acts = len(row) > 1 and lower.startswith(", ", row[-2].span.end) and _ACTS.match(lower, row[-1].span.end)
    return row[:-1] if acts else row  # "Theo chỉ đạo của Bộ Y tế, UBND tỉnh đã …"


def _past_name(text: str, at: int, end: int) -> int:
    """Behind a person's name and brackets."""
    for name in ("person", "brackets"):
        m = phrase(name).match(text, at, end)
        at = m.end() if m else at
    return at


def _fits(rule: Rule, lower: str, opening: int, left: Span, right: Span) -> bool:
    if rule.after is not None and not rule.after.match(lower, *right):
        return False
    for pattern, at in ((rule.opens, opening), (rule.body, left.end)):
        if pattern is not None and not pattern.match(lower, at):
            return False
    start = left.end
    if rule.before is not None:
        m = rule.before.match(lower, *left)
        if m is None:
            return False
        start = m.start()
    return rule.unless is None or rule.unless.match(lower, left.start, start) is None


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of ``patterns/_roles.toml``, in their order; ``before`` and ``unless`` are matched backwards."""
    return tuple(
        Rule(
            row["id"],
            row["role"] or None,
            _forward(row.get("opens")),
            _forward(row.get("body")),
            _backward(row.get("before")),
            _backward(row.get("unless")),
            _forward(row.get("after")),
            row.get("strong", False),
            _literals(trailing(row.get("before", ""), _EDGE)),
            _literals(leading(row.get("after", ""), _EDGE)),
        )
        for row in table("roles")["rule"]
    )


def _literals(found: frozenset[str] | None) -> tuple[str, ...] | None:
    return tuple(found) if found is not None else None


def _forward(source: str | None) -> regex.Pattern[str] | None:
    return regex.compile(source, regex.V1) if source else None


def _backward(source: str | None) -> regex.Pattern[str] | None:
    return regex.compile(source, regex.V1 | regex.REVERSE) if source else None
