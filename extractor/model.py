"""The records that travel down the pipeline. No logic beyond their own fields.

Offsets are half-open code points into ``Document.text``, the text exactly as read:
``document.text[fact.start:fact.end] == fact.text`` holds for every fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

# The kinds of the guideline; a pattern folder may bring others.
KINDS = ("ratio", "percent", "quantity", "money", "rank", "date", "deadline", "document", "agency")

Number = int | float
Value = Number | str | bool | date | tuple[str, ...] | None


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int


class Cell(NamedTuple):
    """One cell of a table in a document: its words and where it stands, rows and columns counted from 0.

    ``span`` holds the words without blanks around them, in offsets of the document's text; it is empty for an empty cell.
    ``rows`` and ``columns`` say how far a merged cell reaches; the places that it covers have no cell of their own.
    """

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a document: its cells, row by row, and how many of its first rows its source marks as header (0: it marks none)."""

    cells: tuple[Cell, ...]
    header: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One document as read, with what its source says about it.

    ``date`` and ``place`` are what the caller or the source table states; null means "find it in the text". So it is with every
    other field that describes the document. ``encoding`` names a legacy encoding that the text was turned into Unicode from.
    ``pages`` holds the start offset of every page of a paged source, the first one 0; it is empty where there are no pages.
    ``warnings`` are lines fit for a user: what was read with loss, by guess, or not at all.
    """

    text: str
    doc_id: str = "text"
    source: str | None = None
    media_type: str = "text/plain"
    sha256: str | None = None
    title: str | None = None
    date: date | None = None
    place: str | None = None
    publisher: str | None = None
    author: str | None = None
    number: str | None = None
    symbol: str | None = None
    signer: str | None = None
    tables: tuple[Table, ...] = ()
    doc_type: str | None = None
    issuer: str | None = None
    encoding: str | None = None
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One normalized fact. Fields are those of ``extractor.schema.FACTS``; which of them a kind fills is in the guideline."""

    kind: str
    text: str
    start: int
    end: int
    rule: str
    value: Number | None = None
    value_max: Number | None = None
    unit: str | None = None
    comparator: str | None = None
    change: str | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    rank: int | None = None
    out_of: int | None = None
    start_date: date | None = None
    end_date: date | None = None
    granularity: str | None = None
    due: date | None = None
    inclusive: bool | None = None
    rrule: str | None = None
    duration: str | None = None
    doc_type: str | None = None
    number: str | None = None
    symbol: str | None = None
    issued: date | None = None
    issuer: str | None = None
    name: str | None = None
    collective: bool | None = None
    role: str | None = None
    subject: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    place: str | None = None
    status: str | None = None
    item: str | None = None
    sentence: str | None = None
    confidence: float | None = None
    fact_id: str = ""
    doc_id: str = ""
    source: str | None = None
    page: int | None = None
    cell: str | None = None
    duplicate_of: str | None = None
    place_code: str | None = None
    place_now: str | None = None
    place_now_code: str | None = None
    name_now: str | None = None
    status_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work that somebody is told to do. Fields are those of ``extractor.schema.TASKS``.

    ``text`` is the sentence or list item without its marker, ``document.text[start:end]``. Names are canonical, as ``Fact.name``.
    """

    text: str
    start: int
    end: int
    rule: str
    item: str | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    report_to: tuple[str, ...] = ()
    assigner: str | None = None
    due: date | None = None
    inclusive: bool | None = None
    rrule: str | None = None
    due_text: str | None = None
    documents: tuple[str, ...] = ()
    product: str | None = None
    confidence: float | None = None
    duration: str | None = None
    sentence: str | None = None
    task_id: str = ""
    doc_id: str = ""
    source: str | None = None
    page: int | None = None
    cell: str | None = None
    duplicate_of: str | None = None


class Candidate(NamedTuple):
    """What a rule matched, in offsets of the folded text, before anyone has judged it.

    ``groups`` holds the named groups that took part, ``spans`` where they stand.
    """

    kind: str
    rule: str
    span: Span
    groups: Mapping[str, str]
    spans: Mapping[str, Span]
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a candidate is not a fact; the text is shown by ``trichluc explain``."""

    reason: str


class Found(NamedTuple):
    """An accepted candidate in folded offsets: its span may be narrower or wider than the match."""

    kind: str
    rule: str
    span: Span
    fields: dict[str, Value]
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """One document that could not be processed: a row of the ``errors`` table."""

    source: str
    stage: str
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A number that the numbers beside it contradict. Fields are those of ``extractor.schema.FINDINGS``."""

    doc_id: str
    check: str
    text: str
    start: int
    end: int
    printed: str
    expected: str
    formula: str
    basis: str
    basis_start: int
    basis_end: int
    difference: float | None = None
    tolerance: float | None = None
    sentence: str | None = None
    source: str | None = None
    duplicate_of: str | None = None
