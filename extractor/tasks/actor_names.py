"""How those who are told to do something are written in the table, where no agency fact says it."""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.tasks.words import phrase

_EACH = regex.compile(r"^(?:[Tt]ừng|[Mm]ỗi) ")
_NUMBERED = regex.compile(r"Đề án số (?=\d)")
_BETWEEN = regex.compile(r", | và ")
_LEVEL = regex.compile(r"^(?i:tỉnh|thành phố) ")
_CITIES = frozenset({"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"})  # cities of provincial rank, from 2025 on
_COLLECTIVES = ("cơ quan, đơn vị", "sở, ngành", "sở, ban, ngành", "bộ, ngành", "đơn vị liên quan", "cơ quan liên quan")


def plural(name: str) -> str:
    """One spelling for who is told: ``từng sở, ngành`` are ``các sở, ngành``, ``Đề án số 06`` is ``Đề án 06``."""
    if name.startswith(_COLLECTIVES):
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
    """The governments of the provinces and cities in ``printed`` (``Nghệ An, Quảng Ngãi và thành phố Huế``); ``head`` opens the list."""
    level = "thành phố" if "thành phố" in head or "tp" in head else "tỉnh"
    names = (_LEVEL.sub("", name) for name in _BETWEEN.split(printed))
    return tuple(f"Ủy ban nhân dân {'thành phố' if name in _CITIES else level} {name}" for name in names)
