"""How those who are told to do something are written in the table, where no agency fact says it."""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.provinces import province
from extractor.tasks.words import phrase, starts_with

_EACH = regex.compile(r"^(?:[Tt]ừng|[Mm]ỗi) ")
_NUMBERED = regex.compile(r"Đề án số (?=\d)")
_LEVEL = regex.compile(r"(?i:tỉnh|thành phố) ")
_BETWEEN = regex.compile(r", | và ")


def plural(name: str) -> str:
    """One spelling for who is told: ``từng sở, ngành`` are ``các sở, ngành``, ``Đề án số 06`` is ``Đề án 06``."""
    if starts_with("collectives").match(name):
        return f"các {name}"
    return _NUMBERED.sub("Đề án ", _EACH.sub("các ", name))


def group_name(words: str) -> str:
    """A group as the table has it: with a determiner; abbreviations are left as printed."""
    name = plural(words.strip(" ,"))
    return name if phrase("own_determiner").match(name) else f"các {name}"


def own_unit(context: Context, level: str) -> str | None:
    """Whom ``Tỉnh`` or ``Huyện`` alone means: the document's own; null where its place is not known."""
    if level in ("tỉnh", "thành phố"):
        own = context.place is not None and context.place.lower().startswith(level)
        return f"Ủy ban nhân dân {context.place}" if own else None
    return f"{level} {context.units[level]}" if level in context.units else None


def governments(printed: str, head: str) -> tuple[str, ...]:
    """The governments of the provinces and cities in ``printed`` (``Nghệ An, Quảng Ngãi và thành phố Huế``); ``head`` opens the list.

    The head of a list (``các tỉnh, thành phố``) holds for one or other of its names; before a single name it tells the city Hưng Yên from
    the province.
    """
    level = "thành phố" if "thành phố" in head or "tp" in head else "tỉnh"
    names = _BETWEEN.split(printed)
    return tuple(f"Ủy ban nhân dân {_unit(name, level, sole=len(names) == 1)}" for name in names)


def _unit(name: str, level: str, *, sole: bool) -> str:
    unit = province(name)
    if unit is not None and (unit.level == level or not sole):
        return unit.canonical
    return name if _LEVEL.match(name) else f"{level} {name}"
