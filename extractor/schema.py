"""The tables: column names, types and meanings. The only place that knows them.

Types are logical: ``string``, ``integer``, ``number``, ``boolean``, ``date``, ``list`` (of strings). ``extractor.table`` maps them to
pandas, the writers to their formats. Columns are only ever added, at the end.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

SCHEMA_VERSION = 1

Type = Literal["string", "integer", "number", "boolean", "date", "list"]


class Column(NamedTuple):
    """One column: its name, its logical type, what it means."""

    name: str
    type: Type
    meaning: str


FACTS: tuple[Column, ...] = (
    Column("doc_id", "string", "the document: the file's stem or the table's id"),
    Column("fact_id", "string", "stable: the same text, rules and offsets give the same id on every machine"),
    Column("kind", "string", "ratio, percent, quantity, money, rank, date, deadline, document or agency"),
    Column("text", "string", "the exact words: document.text[start:end]"),
    Column("start", "integer", "first code point of the words in the text as read"),
    Column("end", "integer", "one past the last code point"),
    Column("value", "number", "the number as read, multiplied out (2,85 triệu is 2850000)"),
    Column("value_max", "number", "the upper end of a range"),
    Column("unit", "string", "%, pp or ‰; ISO 4217 for money; otherwise the noun phrase counted"),
    Column("comparator", "string", "eq, gt, ge, lt, le, about or almost"),
    Column("change", "string", "up or down when the number is the size of a change"),
    Column("numerator", "number", "the part of a ratio"),
    Column("denominator", "number", "the whole of a ratio"),
    Column("rank", "integer", "the place taken"),
    Column("out_of", "integer", "of how many"),
    Column("start_date", "date", "first day, inclusive"),
    Column("end_date", "date", "last day, inclusive"),
    Column("granularity", "string", "day, month, quarter, half, year or range"),
    Column("due", "date", "the last day that the words of a deadline name"),
    Column("inclusive", "boolean", "false for trước …: the due day itself is too late"),
    Column("rrule", "string", "RFC 5545 recurrence"),
    Column("duration", "string", "ISO 8601 duration (P15D; P15B for working days)"),
    Column("doc_type", "string", "type of the document named, lower case Vietnamese"),
    Column("number", "string", "its number as printed, without leading zeros except for đề án"),
    Column("symbol", "string", "its symbol, look-alike letters mended"),
    Column("issued", "date", "its date"),
    Column("issuer", "string", "canonical name of the body that issued it"),
    Column("name", "string", "canonical name of an agency, or a collective as printed with abbreviations written out"),
    Column("collective", "boolean", "whether the mention names a group of bodies"),
    Column("role", "string", "lead, support, report_to, assigner or issuer"),
    Column("subject", "string", "what the number measures, quoted from the text"),
    Column("period_start", "date", "first day that the number holds for"),
    Column("period_end", "date", "last day that the number holds for"),
    Column("place", "string", "administrative unit that the number holds for, canonical"),
    Column("status", "string", "result, target or baseline"),
    Column("item", "string", "list path as printed, for instance (4)/-3"),
    Column("sentence", "string", "the sentence that holds the words"),
    Column("rule", "string", "the rule that found it"),
    Column("confidence", "number", "measured precision of the rule on gold; null where it has not been measured"),
    Column("source", "string", "path of the file"),
    Column("page", "integer", "page of a paged source (PDF, scan), from 1"),
    Column("cell", "string", "cell of a table in the document: T1R3C2 is table 1, row 3, column 2, each from 1"),
    Column("duplicate_of", "string", "doc_id#fact_id of the first fact in the same words: not to be counted again"),
    Column("place_code", "string", "Statistics Office code of the place at the document's date: province 2 digits, district 3, commune 5"),
    Column("place_now", "string", "smallest unit of today that holds all of the place, canonical (trichluc places)"),
    Column("place_now_code", "string", "its code"),
    Column("name_now", "string", "name today of the body, or of the one that took over its work; null where that is not known"),
    Column(
        "status_confidence", "number", "probability that status is right, a null one too (models/status.md); null where rules alone decide"
    ),
)

TASKS: tuple[Column, ...] = (
    Column("doc_id", "string", "the document: the file's stem or the table's id"),
    Column("task_id", "string", "stable: the same text, rules and offsets give the same id on every machine"),
    Column("item", "string", "list path as printed, for instance (4)/-3"),
    Column("text", "string", "the exact words of the sentence or item: document.text[start:end]"),
    Column("start", "integer", "first code point of the words in the text as read"),
    Column("end", "integer", "one past the last code point"),
    Column("lead", "list", "who is to do it, canonical names"),
    Column("support", "list", "who is to help (phối hợp)"),
    Column("report_to", "list", "who is to be told or sent the result (báo cáo, gửi về)"),
    Column("assigner", "string", "who gives the order"),
    Column("due", "date", "the last day that the words name, counted from the document's date where they count from its signing"),
    Column("inclusive", "boolean", "false for trước …: the due day itself is too late"),
    Column("rrule", "string", "RFC 5545 recurrence"),
    Column("due_text", "string", "the words of the deadline as printed"),
    Column("documents", "list", "numbers of the documents that it rests on, as printed"),
    Column("product", "string", "what is to be delivered, where the document says so"),
    Column("rule", "string", "the rule that found it"),
    Column("confidence", "number", "measured precision of the rule on gold; null where it has not been measured"),
    Column("source", "string", "path of the file"),
    Column("duration", "string", "ISO 8601 duration of a deadline counted from an event (P15D; P15B for working days)"),
    Column("sentence", "string", "the whole sentence that holds the words"),
    Column("page", "integer", "page of a paged source (PDF, scan), from 1"),
    Column("cell", "string", "cell of a table in the document that the words begin in, as in the table of facts"),
    Column("duplicate_of", "string", "doc_id#task_id of the first task in the same words"),
)

DOCUMENTS: tuple[Column, ...] = (
    Column("doc_id", "string", "the document"),
    Column("source", "string", "path of the file"),
    Column("media_type", "string", "IANA media type that it was read as"),
    Column("sha256", "string", "of the bytes read (of the UTF-8 text for rows of a table)"),
    Column("title", "string", "title: stated, or found in the text"),
    Column("doc_date", "date", "the document's own date: stated, or found in its text"),
    Column("place", "string", "the document's own place, canonical: stated, or found in its text"),
    Column("publisher", "string", "outlet: stated, or named plainly in the text"),
    Column("author", "string", "author"),
    Column("number", "string", "own number of an official document"),
    Column("symbol", "string", "own symbol of an official document"),
    Column("signer", "string", "who signed it, without the office"),
    Column("n_chars", "integer", "code points of the text"),
    Column("doc_type", "string", "type of an official document, lower case Vietnamese"),
    Column("issuer", "string", "canonical name of the body that issued an official document"),
    Column("encoding", "string", "legacy encoding that the text was turned into Unicode from; null where it was Unicode"),
    Column("warnings", "list", "what was read with loss or by guess"),
    Column("duplicate_of", "string", "doc_id of the first document that this one repeats"),
)

ERRORS: tuple[Column, ...] = (
    Column("source", "string", "path of the file, and row where it is a table"),
    Column("stage", "string", "load, extract or write"),
    Column("error", "string", "name of the exception"),
    Column("message", "string", "one line: what is wrong and what to do"),
)

FINDINGS: tuple[Column, ...] = (
    Column("doc_id", "string", "the document"),
    Column("check", "string", "share, growth, difference, multiple, sum, equation or weekday"),
    Column("text", "string", "the exact words of the number in question: document.text[start:end]"),
    Column("start", "integer", "first code point of the words in the text as read"),
    Column("end", "integer", "one past the last code point"),
    Column("printed", "string", "what it says"),
    Column("expected", "string", "what the numbers beside it make of it, in the same unit"),
    Column("formula", "string", "how: the numbers as printed"),
    Column("basis", "string", "the exact words that hold these numbers: document.text[basis_start:basis_end]"),
    Column("basis_start", "integer", "first code point of the basis"),
    Column("basis_end", "integer", "one past its last code point"),
    Column("difference", "number", "expected less printed; null for a weekday"),
    Column("tolerance", "number", "what the rounding of all these numbers and words such as hơn, gần, khoảng allow; null for a weekday"),
    Column("sentence", "string", "the sentence that holds the words"),
    Column("source", "string", "path of the file"),
    Column("duplicate_of", "string", "doc_id of the first document that this one repeats"),
)

COMPARISONS: tuple[Column, ...] = (
    Column("indicator", "string", "what is measured, in the words that the documents use most"),
    Column("kind", "string", "ratio, percent, quantity, money or rank"),
    Column("unit", "string", "as in the table of facts"),
    Column("change", "string", "up or down when the number is the size of a change"),
    Column("status", "string", "result, target or baseline; null where the numbers describe"),
    Column("place", "string", "administrative unit that the number holds for, canonical"),
    Column("period_start", "date", "first day that the number holds for"),
    Column("period_end", "date", "last day that the number holds for"),
    Column("period", "string", "the same in short: 2024, 2024-H1, 2024-Q1, 2024-05, 2024-05-31, or both days with a slash between"),
    Column("value", "number", "the number: of a ratio its part, of a rank the place; the most exact of those that agree"),
    Column("value_max", "number", "the upper end of a range"),
    Column("out_of", "number", "the whole of a ratio; of how many is the rank"),
    Column("verdict", "string", "agree: several sources give it; conflict: another gives one that cannot be the same; single: one source"),
    Column("sources", "integer", "independent sources that give the value: copies of a text, and of a sentence, count as one"),
    Column("documents", "list", "doc_id of each document that gives it"),
    Column("printed", "list", "the number as each of the facts prints it"),
    Column("quotations", "list", "the sentence of each of the facts, in the same order"),
    Column("facts", "list", "doc_id#fact_id of each of the facts, in the same order"),
    Column("against", "list", "in a conflict, the other values and the documents that give them"),
    Column("wordings", "list", "the subjects of the facts, each once"),
    Column("place_code", "string", "code of the place, as in the table of facts"),
    Column("place_now", "string", "unit of today that holds all of the place"),
    Column("place_now_code", "string", "its code"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "facts": FACTS,
    "tasks": TASKS,
    "documents": DOCUMENTS,
    "errors": ERRORS,
    "findings": FINDINGS,
    "comparisons": COMPARISONS,
}
