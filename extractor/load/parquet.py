"""Reader of Parquet tables, a batch of rows and only the wanted columns at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from extractor.errors import LoadError
from extractor.load.tables import BadRow, Row, Table

_BATCH = 256  # rows held at once: articles are long
_BUFFER = 1 << 20  # bytes of a column read ahead; a row group is never read whole


def read(stream: BinaryIO) -> Table:
    """The table in a seekable stream.

    :raises LoadError: the file is not Parquet or is damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
    except (pa.ArrowException, OSError) as error:
        raise LoadError(f"not a readable Parquet file ({_first_line(error)}): write it again") from None

    def rows(wanted: Sequence[str]) -> Iterator[Row | BadRow]:
        try:
            yield from _rows(file, wanted)
        except (pa.ArrowException, OSError) as error:
            raise LoadError(f"damaged Parquet ({_first_line(error)}): the rows from there on are lost; write it again") from None

    return Table(file.schema_arrow.names, rows)


def _rows(file: Any, wanted: Sequence[str]) -> Iterator[Row | BadRow]:
    number = 0
    for batch in file.iter_batches(_BATCH, columns=list(wanted)):
        for index in range(batch.num_rows):
            number += 1
            yield row_of(number, batch, index)


def row_of(number: int, batch: Any, index: int) -> Row | BadRow:
    """The row at ``index`` of a ``pyarrow.RecordBatch``, as number ``number`` of its table."""
    try:
        return Row(number, {name: batch.column(name)[index].as_py() for name in batch.schema.names})
    except (ValueError, OverflowError) as error:  # text that is not UTF-8, a date out of range
        return BadRow(number, f"cannot be read: {_first_line(error)}")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
