"""The day on which a document tells what it tells: what ``đến nay`` means in it."""

from __future__ import annotations

from datetime import date

from extractor.fact_view import FactView
from extractor.meaning.backwards import backwards
from extractor.model import Span

# A page that shows the reader's own day above an old article is known by a lead ("Sáng 19/1") that is so much older.
_STALE_DAYS = 30
_LEAD_WITHIN = 900  # code points
_LEAD = backwards(r"(?:^|[\n(–-] ?)(?:rạng sáng|sáng|trưa|chiều|tối|đêm)(?:,? ngày)? $")
_UP_TO = ("đến ", "đến hết ", "tới ")


def reporting_day(view: FactView) -> date | None:
    """The document's date, or the day of its lead where that is much older; without either the latest day up to which it counts."""
    stated = view.context.date
    if stated is None:
        return _latest_count(view)
    lead = _lead_day(view)
    return lead if lead and (stated - lead).days > _STALE_DAYS else stated


def _lead_day(view: FactView) -> date | None:
    lower = view.context.lower
    leads = (f for f in view.within("date", Span(0, _LEAD_WITHIN)) if _LEAD.search(lower, max(0, f.span.start - 20), f.span.start))
    return next((day for f in leads if (day := view.day(f))), None)


def _latest_count(view: FactView) -> date | None:
    lower = view.context.lower
    days = (view.day(f) for f in view.within("date", Span(0, len(lower))) if lower.endswith(_UP_TO, 0, f.span.start))
    return max((day for day in days if day), default=None)
