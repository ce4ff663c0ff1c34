"""The second sheet: how many tasks each lead has, as formulas that follow what people type in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from extractor.office import sheet_live as live
from extractor.office.labels import STATES, Lang
from extractor.office.listed import ListedTask
from extractor.office.sheet_cells import write_across, write_header
from extractor.office.sheet_grid import Grid
from extractor.office.sheet_labels import COUNTS, COUNTS_NOTE, COUNTS_TITLE, TOTAL, WITHOUT_LEAD
from extractor.office.sheet_page import set_page
from extractor.office.sheet_styles import Styles
from extractor.office.shown import SEPARATOR, plain, state_word
from extractor.office.xml_text import xml_text
from extractor.write.cells_xlsx import shortened

_HEADER = 2
_WIDTHS = (44.0, 14.0)  # the leads, each count


class Count(NamedTuple):
    """A column of counts, or the choice that a row makes: the heading, a product of conditions in Excel, and the same reckoned here."""

    heading: str
    formula: str
    holds: Callable[[ListedTask], bool]


def write_counts(sheet: Any, styles: Styles, tasks: Sequence[ListedTask], grid: Grid, today: date) -> None:
    """Fill the sheet: a row for each lead, one for tasks without, the total."""
    lang = grid.lang
    counts, rows = _counts(grid, today), _rows(tasks, grid)
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, len(counts), _WIDTHS[1])
    width = _WIDTHS[0] + len(counts) * _WIDTHS[1]
    write_across(sheet, 0, len(counts), COUNTS_TITLE.text(lang), styles["title"], width)
    write_across(sheet, 1, len(counts), COUNTS_NOTE.text(lang), styles["remark"], width)
    headings = [(grid.fields[grid.index("lead")].heading, _WIDTHS[0]), *((count.heading, _WIDTHS[1]) for count in counts)]
    write_header(sheet, _HEADER, headings, styles["header"])
    for number, row in enumerate(rows):
        bold = "bold " if number == len(rows) - 1 else ""
        sheet.write_string(_HEADER + 1 + number, 0, shortened(row.heading), styles[bold.strip() or "cell"])
        for column, count in enumerate(counts, start=1):
            value = sum(live.is_counted(listed) and row.holds(listed) and count.holds(listed) for listed in tasks)
            conditions = [row.formula.format(row=_HEADER + 2 + number), count.formula, live.counted(grid.area, lang)]
            formula = f"=SUMPRODUCT({'*'.join(filter(None, conditions))})"
            sheet.write_formula(_HEADER + 1 + number, column, formula, styles[bold + "number"], value)
    set_page(sheet, _HEADER, (_HEADER + len(rows), len(counts)), lang)


def _counts(grid: Grid, today: date) -> list[Count]:
    of, lang = grid.area, grid.lang
    states = [state.text(lang) for state in STATES]
    return [
        Count(COUNTS["total"].text(lang), "", live.is_counted),
        Count(COUNTS["deadline"].text(lang), live.has_day(of), lambda listed: isinstance(listed.value("due"), date)),
        Count(COUNTS["overdue"].text(lang), live.overdue(of, lang), lambda listed: live.is_overdue(listed, today)),
        Count(COUNTS["soon"].text(lang), live.soon(of, lang), lambda listed: live.is_soon(listed, today)),
        Count(COUNTS["recurring"].text(lang), f'({of("rrule")}<>"")', lambda listed: bool(listed.value("rrule"))),
        *(Count(state, f'({of("state")}="{state}")', _in_state(state, lang)) for state in states),
    ]


def _rows(tasks: Sequence[ListedTask], grid: Grid) -> list[Count]:
    leads = sorted(dict.fromkeys(lead for listed in tasks for lead in lead_names(listed)))
    cells = grid.area("lead")
    # A name within the joined names, ends included: "Sở Y tế" is not in "Sở Y tế An Giang". FIND, unlike COUNTIF, knows no wildcards.
    inside = f'ISNUMBER(FIND(";"&$A{{row}}&";",";"&SUBSTITUTE({cells},"{SEPARATOR}",";")&";"))'
    return [
        *(Count(lead, inside, _led_by(lead)) for lead in leads),
        Count(WITHOUT_LEAD.text(grid.lang), f'({cells}="")', lambda listed: not lead_names(listed)),
        Count(TOTAL.text(grid.lang), "", live.is_counted),
    ]


def lead_names(listed: ListedTask) -> list[str]:
    """The leads as the cell of the list holds them."""
    value = listed.value("lead")
    names = value if isinstance(value, tuple) else str(plain(value) or "").split(";")
    return [name for name in (xml_text(name).strip() for name in names) if name]


def _led_by(lead: str) -> Callable[[ListedTask], bool]:
    return lambda listed: lead in lead_names(listed)


def _in_state(state: str, lang: Lang) -> Callable[[ListedTask], bool]:
    return lambda listed: state_word(listed.state, lang) == state
