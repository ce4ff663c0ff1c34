"""Excel formulas that follow the day and what people type, and the same answers reckoned here.

``of`` names a column: ``Grid.cell`` for a rule over rows, ``Grid.area`` within SUMPRODUCT. Products and comparisons in place of AND and OR,
since these would fold a whole area to one value. 1 stands for yes, 0 for no.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from extractor.office.labels import CHANGES, Lang
from extractor.office.listed import ListedTask
from extractor.office.timing import DONE, is_done, last_day

SOON = 7  # days

Of = Callable[[str], str]


def counted(of: Of, lang: Lang) -> str:
    """Whether there is a task in the row, and the new document still has it."""
    return f'({of("text")}<>"")*(1-{superseded(of, lang)})'


def superseded(of: Of, lang: Lang) -> str:
    """Whether the new document has the task no more."""
    return f'({of("change")}="{CHANGES["superseded"].text(lang)}")'


def done(of: Of) -> str:
    """Whether the state says that the task is done: as ``timing.is_done``, since Excel compares without regard to case."""
    return "(" + "+".join(f'(LEFT(TRIM({of("state")}),{len(word)})="{word}")' for word in DONE) + ">0)"


def day_too_late(of: Of) -> str:
    """Whether the due day itself is too late. An empty cell equals FALSE; ISLOGICAL would tell them apart, but LibreOffice asks it once for
    a whole area."""
    return f'({of("inclusive")}<>"")*({of("inclusive")}=FALSE)'


def overdue(of: Of, lang: Lang) -> str:
    """Whether the last day is past and the task not done."""
    return f"{has_day(of)}*({of('due')}<TODAY()+{day_too_late(of)})*(1-{done(of)})*{counted(of, lang)}"


def soon(of: Of, lang: Lang) -> str:
    """Whether the last day is today or one of the next seven, and the task not done."""
    late = day_too_late(of)
    window = f"({of('due')}>=TODAY()+{late})*({of('due')}<=TODAY()+{SOON}+{late})"
    return f"{has_day(of)}*{window}*(1-{done(of)})*{counted(of, lang)}"


def has_day(of: Of) -> str:
    """Whether a day is due, in place of words."""
    return f"ISNUMBER({of('due')})"


def is_counted(listed: ListedTask) -> bool:
    """``counted`` reckoned here."""
    return listed.change != "superseded"


def is_overdue(listed: ListedTask, today: date) -> bool:
    """``overdue`` reckoned here."""
    day = last_day(listed)
    return day is not None and day < today and not is_done(listed) and is_counted(listed)


def is_soon(listed: ListedTask, today: date) -> bool:
    """``soon`` reckoned here."""
    day = last_day(listed)
    return day is not None and today <= day <= today + timedelta(days=SOON) and not is_done(listed) and is_counted(listed)
