"""How many of the stated columns of ../shared/corpora the program finds again from the text alone.

    python benchmarks/metadata.py [--corpus admin|news] [--column text|text_wrapped] [--title] [--errors FIELD] [--limit N]

Only the text is given, with ``--title`` the title column too. ``doc_no`` is number and symbol together; letters that look alike and
leading zeros do not count. A row counts for a field where its column is given.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor import Document
from extractor.fold import fold_text
from extractor.pipeline import Extractor
from extractor.result import analyse

CORPORA = Path(__file__).parent.parent.parent / "shared" / "corpora"
VERDICTS = ("right", "wrong", "null")


def main() -> None:
    """Print right, wrong and null for every field, for official documents and for the press."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--column", choices=("text", "text_wrapped"), default="text")
    parser.add_argument("--corpus", choices=("admin", "news"), action="append", help="by default both")
    parser.add_argument("--title", action="store_true", help="give the title column too")
    parser.add_argument("--errors", metavar="FIELD", help="print the rows that are not right")
    parser.add_argument("--limit", type=int, help="so many rows of each corpus")
    arguments = parser.parse_args()
    extractor = Extractor()
    for corpus in arguments.corpus or ("admin", "news"):
        counts: Counter[tuple[str, str]] = Counter()
        seconds = 0.0
        for row in list(_rows(corpus))[: arguments.limit]:
            if not row.get(arguments.column):
                continue
            begun = time.perf_counter()
            document = Document(row[arguments.column], doc_id=row["id"], title=row["title"] if arguments.title else None)
            found = analyse(document, extractor).document
            seconds += time.perf_counter() - begun
            for field, said, got in _compared(row, found):
                verdict = "null" if got is None else "right" if got == said else "wrong"
                counts[field, verdict] += 1
                if arguments.errors == field and verdict != "right":
                    print(f"{verdict}\t{row['id']}\t{said}\t{got}")
        _print(corpus, counts, seconds)


def _rows(corpus: str) -> Iterator[dict[str, Any]]:
    with gzip.open(CORPORA / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _compared(row: dict[str, Any], found: Document) -> Iterator[tuple[str, str, str | None]]:
    """Field, stated and found value, of the columns that the row states."""
    if row.get("doc_no"):
        yield "doc_no", _plain(row["doc_no"]), _plain(f"{found.number}/{found.symbol}") if found.number else None
    if row.get("doc_type") and row["doc_type"] != "Văn bản khác":
        yield "doc_type", row["doc_type"].lower(), found.doc_type
    if row.get("date"):
        yield "date", row["date"][:10], found.date.isoformat() if found.date else None
    if row["id"] and row["text"].lstrip("# ").startswith(row["title"][:60]):
        yield "title", _plain(row["title"])[:60], _plain(found.title)[:60] if found.title else None


def _plain(words: str) -> str:
    return "".join(fold_text(words).lstrip("0").replace("-", "/").lower().split())


def _print(corpus: str, counts: Counter[tuple[str, str]], seconds: float) -> None:
    print(
        f"\n{corpus}: {seconds:.0f} s\n\n| field | rows | right | wrong | null | right of all | right of filled |\n| --- |{' ---: |' * 6}"
    )
    for field in dict.fromkeys(field for field, _ in counts):
        right, wrong, null = (counts[field, verdict] for verdict in VERDICTS)
        rows, filled = right + wrong + null, max(right + wrong, 1)
        print(f"| {field} | {rows} | {right} | {wrong} | {null} | {right / rows:.1%} | {right / filled:.1%} |")


if __name__ == "__main__":
    main()
