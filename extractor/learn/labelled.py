"""Labels of what numbers are about and of what bodies do, for texts that are no part of the project: offsets without a word of them.

A label file is JSON Lines, one document a line: ``corpus`` (the table that holds it, without ``.jsonl.gz``), ``doc_id``, ``sha256`` of
its text (UTF-8), and ``labels``, each with ``kind``, ``start``, ``end`` (code points of the text as read) and either ``role``, or
``period_start``, ``period_end``, ``place``, ``status`` and ``subject`` as a list of ``[start, end]``, or some of these; ``wrong`` marks
what is no fact.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extractor.errors import EvaluationError
from extractor.learn.gold import GoldDocument
from extractor.learn.score import SECOND
from extractor.load import read_documents
from extractor.model import Document

TEXTS = Path("../shared/corpora")
ENDING = ".jsonl"
TABLE_ENDING = ".jsonl.gz"


def read_labelled(path: Path, texts: Path = TEXTS) -> list[GoldDocument]:
    """The documents of a label file, by id, with their labels as rows of gold that have the second layer only.

    :param texts: the folder of the tables ``<corpus>.jsonl.gz``.
    :raises EvaluationError: the file is none, a table or a document is not there, or its text is another one.
    """
    rows = sorted(_lines(path), key=lambda row: str(row["doc_id"]))
    documents = {corpus: _documents(texts / f"{corpus}{TABLE_ENDING}", path) for corpus in sorted({row["corpus"] for row in rows})}
    return [_labelled(path, row, documents[row["corpus"]]) for row in rows]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read: {error.strerror}") from None
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            missing = {"corpus", "doc_id", "sha256", "labels"} - row.keys()
        except (ValueError, AttributeError) as error:
            raise EvaluationError(f"{path}:{number}: is no line of a label file: {error}") from None
        if missing:
            raise EvaluationError(f"{path}:{number}: is no line of a label file: {min(missing)!r} is missing")
        yield row


def _documents(table: Path, path: Path) -> dict[str, Document]:
    if not table.exists():
        raise EvaluationError(f"{path}: its texts are not here: {table} is missing (--texts says where they are)")
    return {item.doc_id: item for item in read_documents([str(table)]) if isinstance(item, Document)}


def _labelled(path: Path, row: Mapping[str, Any], documents: Mapping[str, Document]) -> GoldDocument:
    document = documents.get(row["doc_id"])
    if document is None or hashlib.sha256(document.text.encode()).hexdigest() != row["sha256"]:
        raise EvaluationError(f"{path}: the text of {row['doc_id']} is {'another one' if document else 'not there'}")
    labels: list[Mapping[str, Any]] = [_quoted(label, document.text) for label in row["labels"] if not label.get("wrong")]
    names = {"period" if name == "period_start" else name for label in labels for name in label}
    return GoldDocument(document, labels, [], frozenset(names & set(SECOND)))


def _quoted(label: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The label with its subject in words, as gold has it."""
    if "subject" not in label:
        return dict(label)
    return {**label, "subject": " … ".join(text[start:end] for start, end in label["subject"]) or None}
