"""The rows of a data frame as plain Python values, whether it was just made or read from a file."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from extractor.model import Value
from extractor.schema import FACTS

if TYPE_CHECKING:
    from pandas import DataFrame

Row = dict[str, Value]
_EMPTY: Row = {column.name: None for column in FACTS}


def plain_rows(frame: DataFrame) -> list[Row]:
    """The rows with every column of the facts: null where the frame has none or nothing."""
    return [{**_EMPTY, **{str(name): _plain(value) for name, value in row.items()}} for row in frame.to_dict("records")]


def _plain(value: Any) -> Value:
    """A value without the types of pandas and numpy: NaN, NaT and NA are null, a timestamp is a day."""
    import pandas as pd

    if pd.api.types.is_list_like(value):
        return tuple(map(str, value))
    if pd.isna(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    native = value.item() if hasattr(value, "item") else value
    return native if isinstance(native, (int, float, date)) else str(native)
