"""quantulum3, which knows English only. A percentage, a currency and a number with a slash are told apart; the rest are quantities."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

from peers.answer import Answer, Find


def load() -> Find:
    """The parser without its classifier of units, whose stored model new releases of scikit-learn cannot read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser

        parser.parse("5 km")

    def find(text: str, day: date | None) -> list[Answer]:  # noqa: ARG001
        return list(_answers(parser.parse(text)))

    return find


def _answers(found: list[Any]) -> Iterator[Answer]:
    for quantity in found:
        start, end = quantity.span
        yield Answer(_kind(quantity), start, end, {"value": quantity.value})


def _kind(quantity: Any) -> str:
    if quantity.unit.name == "percentage":
        return "percent"
    if quantity.unit.entity.name == "currency":
        return "money"
    return "ratio" if "/" in quantity.surface else "quantity"
