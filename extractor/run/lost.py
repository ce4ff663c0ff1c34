"""Documents that took their process along (its memory, a library that crashed) are tried again when a run is carried on.

Their rows are taken out of ``errors``: the part gets a new file of another name first, and is entered with it then. Whichever of the two
is not in the ledger is removed when it is opened next, so the run may be killed at any moment.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from extractor.errors import WorkerLost
from extractor.run.ledger import Ledger, Part
from extractor.schema import ERRORS
from extractor.write.atomic import replacing
from extractor.write.parquet import ParquetFile
from extractor.write.parts import PartFile
from extractor.write.values import to_cells

LOST = WorkerLost.__name__


def try_again(folder: Path, ledger: Ledger) -> None:
    """Have the dataset forget the documents whose process was lost."""
    for part in ledger.parts():
        if LOST in part["tally"]["errors"]:
            tally = {**part["tally"], "errors": {name: count for name, count in part["tally"]["errors"].items() if name != LOST}}
            files = [_without(folder, file) if file["path"].startswith("errors/") else file for file in part["files"]]
            ledger.forget(Part(number=part["number"], tally=tally, files=files), LOST)  # type: ignore[typeddict-item]  # as it was
            for file in part["files"]:
                if file not in files:
                    (folder / file["path"]).unlink(missing_ok=True)


def _without(folder: Path, file: PartFile) -> PartFile:
    """A file of errors without those of lost processes, written beside it."""
    import pyarrow.parquet as pq

    old = folder / file["path"]
    new = old.with_name(f"{old.stem}-again.parquet")
    rows = [row for row in pq.read_table(old).to_pylist() if row["error"] != LOST]
    with replacing(new) as half:
        table = ParquetFile(half, ERRORS)
        if rows:
            table.write(to_cells(rows, ERRORS))
        table.close()
        with half.open("rb+") as written:
            os.fsync(written.fileno())
    data = new.read_bytes()
    return PartFile(path=f"errors/{new.name}", bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
