"""Recurrences (RFC 5545) and durations (ISO 8601) in words: "Hằng quý (ngày 20)", "5 ngày làm việc"."""

from __future__ import annotations

import re

from extractor.office.labels import Label, Lang

_EVERY = {
    ("HOURLY", 1): Label("Hằng giờ", "Every hour"),
    ("DAILY", 1): Label("Hằng ngày", "Every day"),
    ("WEEKLY", 1): Label("Hằng tuần", "Every week"),
    ("MONTHLY", 1): Label("Hằng tháng", "Every month"),
    ("MONTHLY", 3): Label("Hằng quý", "Every quarter"),
    ("YEARLY", 1): Label("Hằng năm", "Every year"),
}
_EVERY_SO_MANY = Label("{count} {unit} một lần", "Every {count} {unit}s")
_UNITS = {
    "HOURLY": Label("giờ", "hour"),
    "DAILY": Label("ngày", "day"),
    "WEEKLY": Label("tuần", "week"),
    "MONTHLY": Label("tháng", "month"),
    "YEARLY": Label("năm", "year"),
}
_WEEKDAYS = {
    "MO": Label("thứ Hai", "Monday"),
    "TU": Label("thứ Ba", "Tuesday"),
    "WE": Label("thứ Tư", "Wednesday"),
    "TH": Label("thứ Năm", "Thursday"),
    "FR": Label("thứ Sáu", "Friday"),
    "SA": Label("thứ Bảy", "Saturday"),
    "SU": Label("Chủ nhật", "Sunday"),
}
_MONTHS = tuple("January February March April May June July August September October November December".split())
_LAST_DAY = Label("ngày cuối tháng", "last day of the month")
_BEFORE = Label("trước ", "before ")
_RRULE = re.compile(r"[A-Z]+=[^;=]+(?:;[A-Z]+=[^;=]+)*")
_SPOKEN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY"}

_DURATION = re.compile(r"P(?P<count>[1-9]\d*)(?P<unit>[YMWDB])|PT(?P<times>[1-9]\d*)(?P<clock>[HM])")
_LENGTHS = {
    "Y": Label("năm", "year"),
    "M": Label("tháng", "month"),
    "W": Label("tuần", "week"),
    "D": Label("ngày", "day"),
    "B": Label("ngày làm việc", "working day"),
    "TH": Label("giờ", "hour"),
    "TM": Label("phút", "minute"),
}


def spoken_recurrence(rrule: str, lang: Lang, *, inclusive: bool = True) -> str:
    """``FREQ=WEEKLY;BYDAY=TH`` as "Hằng tuần (thứ Năm)"; with ``inclusive`` false, the day itself being too late, "(trước thứ Năm)".

    What has no short wording (COUNT, BYSETPOS, the second Monday) comes back as it is: nothing is left out of a deadline.
    """
    if not _RRULE.fullmatch(rrule):
        return rrule
    parts = dict(part.split("=") for part in rrule.split(";"))
    try:
        often, days = _often(parts, lang), _days(parts, lang)
    except (KeyError, ValueError):
        return rrule
    if parts.keys() - _SPOKEN:
        return rrule
    before = "" if inclusive else _BEFORE.text(lang)
    return f"{often} ({before}{days})" if days else often


def spoken_duration(duration: str, lang: Lang) -> str:
    """``P15D`` as "15 ngày", ``P5B`` as "5 ngày làm việc"; a duration of several units comes back as it is."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    count = int(found["count"] or found["times"])
    unit = _LENGTHS[found["unit"] or "T" + found["clock"]].text(lang)
    return f"{count} {unit}s" if lang == "en" and count > 1 else f"{count} {unit}"


def _often(parts: dict[str, str], lang: Lang) -> str:
    often, interval = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    if label := _EVERY.get((often, interval)):
        return label.text(lang)
    return _EVERY_SO_MANY.text(lang).format(count=interval, unit=_UNITS[often].text(lang))


def _days(parts: dict[str, str], lang: Lang) -> str:
    weekdays = ", ".join(_WEEKDAYS[code].text(lang) for code in _listed(parts, "BYDAY"))
    numbers = [int(number) for number in _listed(parts, "BYMONTHDAY")]
    months = [int(number) for number in _listed(parts, "BYMONTH")]
    if months:
        dates = [_of_year(number, month, lang) for month in months for number in numbers or (None,)]
    else:
        dates = [_of_month(number, lang) for number in numbers]
    return ", ".join(filter(None, [weekdays, *dates]))


def _listed(parts: dict[str, str], name: str) -> list[str]:
    return parts[name].split(",") if name in parts else []


def _of_month(number: int, lang: Lang) -> str:
    if number == -1:
        return _LAST_DAY.text(lang)
    if not 1 <= number <= 31:
        raise ValueError(number)
    return f"ngày {number}" if lang == "vi" else f"day {number}"


def _of_year(number: int | None, month: int, lang: Lang) -> str:
    name = _MONTHS[month - 1] if 1 <= month <= 12 else ""
    if name and number == -1:
        return f"ngày cuối tháng {month}" if lang == "vi" else f"last day of {name}"
    if not name or (number is not None and not 1 <= number <= 31):
        raise ValueError(number, month)
    if lang == "en":
        return name if number is None else f"{number} {name}"
    return f"tháng {month}" if number is None else f"ngày {number}/{month}"
