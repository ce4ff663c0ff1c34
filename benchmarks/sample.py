"""Random facts of one kind from the raw corpora, in context, for reading: docs/quality.md records the verdicts.

    python benchmarks/sample.py KIND [--count 50] [--seed 1]

At most one fact a document is drawn, from all documents of ../shared/corpora. The same seed draws the same documents;
which facts they hold depends on the rules.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from extractor import Document, Fact, extract_many

CORPORA = Path(__file__).parent.parent.parent / "shared" / "corpora"
FIELDS = (
    *("value", "value_max", "unit", "comparator", "change", "numerator", "denominator", "rank", "out_of", "start_date", "end_date"),
    *("due", "inclusive", "rrule", "duration", "doc_type", "number", "symbol", "issued", "issuer", "name", "collective"),
)


def main() -> None:
    """Print the sample, one fact a line: document, offsets, rule, words in context, values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    pick = random.Random(arguments.seed)  # noqa: S311 (a sample, no secret)
    documents = list(_documents())
    pick.shuffle(documents)
    left = arguments.count
    for result in extract_many(documents):
        facts = [fact for fact in result.facts if fact.kind == arguments.kind]
        if facts and left:
            print(_line(result.document, pick.choice(facts)))
            left -= 1
        if not left:
            return


def _documents() -> Iterator[Document]:
    for path in sorted(CORPORA.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                yield Document(row["text"], doc_id=row["id"], date=_day(row.get("date")))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _line(document: Document, fact: Fact) -> str:
    before, after = document.text[max(0, fact.start - 90) : fact.start], document.text[fact.end : fact.end + 60]
    values = {name: str(value) for name in FIELDS if (value := getattr(fact, name)) is not None}
    shown = f"{before}⟦{fact.text}⟧{after}".replace("\n", "↵")
    return f"{document.doc_id} {fact.start}-{fact.end} {fact.rule} | {shown} | {values}"


if __name__ == "__main__":
    main()
