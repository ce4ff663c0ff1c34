"""``manifest.json``: what a dataset was made with, and what it holds. Times stand here and nowhere in the tables."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from extractor.run.ledger import Part, Signature
from extractor.write.atomic import replacing

NAME = "manifest.json"
_PACKAGES = ("regex", "pyahocorasick", "pyarrow", "numpy", "lxml", "pdfplumber", "pypdfium2", "trafilatura")


def write_manifest(folder: Path, signature: Signature, begun: str, ended: str, parts: Sequence[Part]) -> None:
    """Write the manifest of a dataset that is complete.

    ``seconds`` are those of work, over all the runs that it took.

    :param begun: and ``ended``: ISO 8601, UTC.
    """
    tallies = [part["tally"] for part in parts]
    seconds = sum(tally["seconds"] for tally in tallies)
    documents, characters = sum(tally["documents"] for tally in tallies), sum(tally["characters"] for tally in tallies)
    errors = sum((Counter(tally["errors"]) for tally in tallies), Counter[str]())
    manifest = {
        **signature,
        "python": platform.python_version(),
        "packages": {name: found for name in _PACKAGES if (found := _version(name))},
        "begun": begun,
        "ended": ended,
        "seconds": round(seconds, 3),
        "documents": documents,
        "characters": characters,
        "facts": sum(tally["facts"] for tally in tallies),
        "tasks": sum(tally["tasks"] for tally in tallies),
        "errors": dict(sorted(errors.items())),
        "documents_per_second": round(documents / seconds, 1) if seconds else None,
        "characters_per_second": round(characters / seconds) if seconds else None,
        "parts": parts,
    }
    with replacing(folder / NAME) as part:
        part.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
