"""Prints what ``make demo`` wrote: how many facts of each kind, and a few of each. usage: demo.py FACTS.parquet"""

from __future__ import annotations

import sys

import pandas as pd

from extractor.reading import reading


def main(path: str) -> None:
    """Read the table of facts as any notebook would, and print it."""
    facts = pd.read_parquet(path)
    print(f"{len(facts)} facts in {facts['doc_id'].nunique()} documents, {path}\n")
    print(facts["kind"].value_counts().to_string(header=False), "\n")
    few = facts.groupby("kind").head(2).sort_values(["kind", "doc_id"])
    few = few.assign(
        read_as=[
            reading({str(name): value for name, value in row.items()})
            for row in few.astype(object).where(few.notna(), None).to_dict("records")
        ]
    )
    print(few[["doc_id", "kind", "text", "read_as", "start", "end", "rule"]].to_string(index=False, max_colwidth=48))


if __name__ == "__main__":
    main(sys.argv[1])
