"""``trichluc extract -o FOLDER``: the tables as a dataset of Parquet parts, which a run that was stopped can carry on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.cli.terminal import Progress, say

if TYPE_CHECKING:
    from extractor.load.batch import Asked
    from extractor.pipeline import Extractor
    from extractor.run import Counts, Item, Settings

INTERRUPTED = 130


def is_folder(output: str) -> bool:
    """Whether ``-o`` names a dataset: it is a folder, ends as one, or has no ending."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir() or not Path(output).suffix


def write(
    folder: Path,
    items: Iterator[Item],
    settings: Settings,
    columns: Asked,
    inputs: list[str],
    progress: Progress,
    jobs: int,
    extractor: Extractor,
    *,
    resume: bool,
) -> Counts:
    """Write the dataset; when it is interrupted, say how to carry on, and exit."""
    from extractor.run.dataset import write_dataset

    signature = _signature(settings, columns, extractor)
    try:
        return write_dataset(
            folder, items, settings, signature, progress.notice, inputs=inputs, jobs=jobs, extractor=extractor, resume=resume
        )
    except KeyboardInterrupt:
        progress.clear()
        say(f"stopped: the same command with --resume carries on with {folder}")
        raise typer.Exit(INTERRUPTED) from None


def _signature(settings: Settings, columns: Asked, extractor: Extractor) -> dict[str, object]:
    """What the rows depend on besides the documents. The time budget is left out: a document that failed has its row in any case."""
    from extractor import __version__
    from extractor.confidence import model_folder
    from extractor.schema import SCHEMA_VERSION

    measured = model_folder() / "rule_precision.json"
    return {
        "trichluc": __version__,
        "schema": SCHEMA_VERSION,
        "rules": extractor.rules.digest,
        "confidence": hashlib.sha256(measured.read_bytes()).hexdigest()[:16] if measured.exists() else None,
        "kinds": sorted(settings.kinds),
        "date": settings.date.isoformat() if settings.date else None,
        "place": settings.place,
        "columns": list(columns),
    }
