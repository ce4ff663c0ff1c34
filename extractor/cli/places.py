"""``trichluc places``: a unit or a body, its code, its time, and what it is today."""

from __future__ import annotations

import json
import sys
from datetime import date as Date
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from extractor.gazetteer import Body, Place

Row = dict[str, str | list[str] | None]

Name = Annotated[
    str, typer.Argument(metavar="NAME", help='For instance "xã Tân Lập, huyện Vũ Thư" or "Bộ Kế hoạch và Đầu tư".', show_default=False)
]
Within = Annotated[str | None, typer.Option("--in", metavar="UNIT", help="The unit that it lies in.", show_default=False)]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day on which the name was used (2024-05-31).", show_default=False)
]


def places(name: Name, within: Within = None, on: On = None) -> None:
    """Look up a province, district, commune or public body: its code, its time, what it is today.

    Every unit that bears the name is listed. A table goes to the terminal, JSON Lines into a pipe.
    """
    from extractor.cli.output import closed_pipe_is_fine
    from extractor.gazetteer import find_agency, find_places

    day = _day(on)
    rows = [_unit(place) for place in find_places(name, within, day)]
    if not rows and (body := find_agency(name, within, day)):
        rows = [_body(body)]
    if not rows:
        raise typer.BadParameter(f"{name!r} is not known: write it out, with the units that it lies in", param_hint="NAME")
    with closed_pipe_is_fine():
        if sys.stdout.isatty():
            _show(rows)
        else:
            sys.stdout.buffer.writelines(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for row in rows)
            sys.stdout.buffer.flush()


def _unit(place: Place) -> Row:
    above = place.parent
    within: list[str] = []
    while above:
        within.append(above.name)
        above = above.parent
    return {
        "name": place.name,
        "code": place.code,
        "within": within,
        "since": place.since.isoformat() if place.since else None,
        "until": place.until.isoformat() if place.until else None,
        "now": place.now.name,
        "now_code": place.now.code,
        "parts": [part.name for part in place.parts],
        "act": place.act,
        "note": None,
    }


def _body(body: Body) -> Row:
    until = body.until.isoformat() if body.until else None
    empty: Row = {"code": None, "within": [], "since": None, "now_code": None, "parts": []}
    return {"name": body.name, **empty, "until": until, "now": body.now, "act": body.act, "note": body.note}


def _show(rows: list[Row]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    titles = {"name": "Tên", "within": "Thuộc", "code": "Mã", "since": "Từ", "until": "Đến"}
    titles |= {"now": "Nay", "now_code": "Mã nay", "act": "Căn cứ"}
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for key, title in titles.items():
        shown.add_column(title, overflow="fold", no_wrap=key in ("code", "now_code", "since", "until"))
    for row in rows:
        cells = (row[key] for key in titles)
        shown.add_row(*(Text(", ".join(cell) if isinstance(cell, list) else cell or "") for cell in cells))
    Console(highlight=False).print(shown)


def _day(given: str | None) -> Date | None:
    try:
        return Date.fromisoformat(given) if given else None
    except ValueError:
        raise typer.BadParameter(f"{given!r} is not a date: write year-month-day, for instance 2024-05-31", param_hint="--on") from None
