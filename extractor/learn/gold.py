"""A gold folder: ``<doc_id>.gold.json`` files, and their texts in ``texts/`` or, with dates, in ``gold.jsonl``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import EvaluationError
from extractor.learn.score import SECOND
from extractor.load import load, read_documents
from extractor.model import Document

_ENDING = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and what annotators found in it; ``second`` names the fields of the second layer that they gave too."""

    document: Document
    facts: list[Mapping[str, Any]]
    tasks: list[Mapping[str, Any]]
    second: frozenset[str]


def read_gold(folder: Path) -> list[GoldDocument]:
    """The gold documents of ``folder``, by id.

    Texts and dates come from ``gold.jsonl`` where it exists; otherwise texts from ``texts/<doc_id>.txt``, and the date has to
    be found in the text.

    :raises EvaluationError: there is none, a file is no gold file, a text is missing, or a fact does not stand where it says.
    """
    files = sorted(folder.glob(f"*{_ENDING}"))
    if not files:
        raise EvaluationError(f"{folder}: {'holds no *' + _ENDING + ' file' if folder.is_dir() else 'there is no such folder'}")
    texts = _table(folder / "gold.jsonl")
    gold = []
    for path in files:
        doc_id = path.name.removesuffix(_ENDING)
        document = texts.get(doc_id) or load(folder / "texts" / f"{doc_id}.txt")
        item = _annotation(path, document)
        _check(path, document, [*item.facts, *item.tasks])
        gold.append(item)
    return gold


def _table(path: Path) -> dict[str, Document]:
    """The documents of ``gold.jsonl`` by id; empty where there is no such file."""
    if not path.exists():
        return {}
    return {item.doc_id: item for item in read_documents([str(path)]) if isinstance(item, Document)}


def _annotation(path: Path, document: Document) -> GoldDocument:
    try:
        raw = json.loads(path.read_text("utf-8"))
        return GoldDocument(document, list(raw["facts"]), list(raw.get("tasks", [])), _second(raw))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError(f"{path}: is no gold file: {type(error).__name__}: {error}") from None


def _second(raw: Mapping[str, Any]) -> frozenset[str]:
    """All fields where the file says ``"second": true``, else those that it lists as ``second_fields``; the scorer knows only the first."""
    return frozenset(SECOND if raw.get("second") else raw.get("second_fields", ()))


def _check(path: Path, document: Document, rows: list[Mapping[str, Any]]) -> None:
    for row in rows:
        try:
            start, end = row["start"], row["end"]
            there = document.text[start:end]
        except (KeyError, TypeError):
            raise EvaluationError(f"{path}: a row without start and end: {json.dumps(row, ensure_ascii=False)[:100]}") from None
        if there != row.get("text", there):
            raise EvaluationError(f"{path}: {start}-{end} says {row['text']!r}, the text has {there!r}: annotation and text do not fit")
