"""Agencies named again: short forms and defined names take the full name that the document gives elsewhere.

"Ban Chỉ đạo" is the one board that the text has named in full, "Bộ" the ministry named last, "Hải quan Hải Phòng" the
"Cục Hải quan Hải Phòng" that stands elsewhere. Where several bodies would fit, the words stay as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import regex

from extractor.agencies import table
from extractor.boards import Boards
from extractor.context import Context
from extractor.model import Found

_OF_SHORT = regex.compile(r"(Văn phòng|Thanh tra|Đảng ủy|Công đoàn|Ban cán sự đảng) (Bộ|Sở|Cục|Tổng cục)$")
_DEFINED = regex.compile(
    r" ?\((?:(?:sau đây |dưới đây )?(?:gọi|viết) (?:tắt )?là|gọi chung là)[: ]+[\"“]?(?P<short>[^\"”()]{1,300})[\"”]?\)"
)
_UNIT = re.compile("(?<![^ ])(?:phòng|ban|đội|vụ) ")
_HOUSE = re.compile(" - ")
# How far down the letterhead reaches, in code points.
_LETTERHEAD = 200
# The head of the body that an office leads, where the office stands alone.
_LED_BY = {
    "Bộ trưởng": "Bộ ",
    "Thứ trưởng": "Bộ ",
    "Tổng cục trưởng": "Tổng cục ",
    "Phó Tổng cục trưởng": "Tổng cục ",
    "Cục trưởng": "Cục ",
    "Phó Cục trưởng": "Cục ",
}
_SHORT = {name: f"{name} " for name in ("Bộ", "Sở", "Cục", "Tổng cục", "Chi cục", "Liên Bộ")} | {"Liên bộ": "Liên Bộ "}


def resolve_mentions(found: list[Found], context: Context) -> list[Found]:
    """``found`` (sorted) with the names of single bodies resolved within the document; short forms of no body are left out."""
    agencies = [f for f in found if f.kind == "agency" and not f.fields["collective"]]
    if not agencies:
        return found
    boards = Boards(agencies, context)
    known = _Known(agencies, _definitions(agencies, context, boards), boards)
    resolved: list[Found] = []
    own = _own_bodies(agencies, context)
    last: dict[str, str] = dict(own)
    for f in found:
        if f.kind == "agency" and not f.fields["collective"]:
            name = known.name(f, last)
            if name is None:
                continue
            for head in _SHORT.values():
                if head in name and head not in own:
                    body = name[name.find(f" {head}") + 1 :]  # "Bộ trưởng Bộ Y tế" names the ministry too
                    if _is_body(body, head):
                        last[head] = body
            if name != f.fields["name"]:
                f = f._replace(fields={**f.fields, "name": name})
        resolved.append(f)
    return resolved


def _own_bodies(agencies: list[Found], context: Context) -> dict[str, str]:
    """Head to name of the body that issued the document, where its letterhead names one: "Bộ" means that one throughout."""
    own: dict[str, str] = {}
    for f in agencies:
        if f.span.start > _LETTERHEAD or not context.text[slice(*f.span)].isupper():
            break
        own |= {head: name for head in _SHORT.values() if _is_body(name := str(f.fields["name"]), head)}
    return own


class _Known:
    """The names that a document gives, to be asked for each mention: nothing here grows with the number of them."""

    def __init__(self, agencies: list[Found], defined: dict[str, str], boards: Boards) -> None:
        names = [(f.span.start, str(f.fields["name"])) for f in agencies]
        self._boards = boards
        self._defined = {short: (i, long) for i, (short, long) in enumerate(defined.items())}
        self._full = {str(f.fields["name"]) for f in agencies if f.rule != "agency.short"}
        self._houses = _houses(self._full)
        self._bodies = {head: [(start, name) for start, name in names if _is_body(name, head)] for head in _SHORT.values()}

    def name(self, f: Found, last: dict[str, str]) -> str | None:
        """The full name of ``f``; ``last`` has the body of each head that was named last before it. Null for a short form of no body."""
        name = str(f.fields["name"])
        if f.rule == "agency.short" or name in _SHORT:
            return self._short(name, f, last)
        if long := self._long(name):
            return long
        if tail := _OF_SHORT.match(name):
            body = self._short(tail.group(2), f, last)
            return f"{tail.group(1)} {body}" if body else name
        name = self._boards.full_name(name)
        if name in ("Hội đồng", "Tổ công tác", "Ban Chỉ huy", "Ban chỉ huy"):  # any of its sort: the document does not say which
            return None
        return self._longer(name)

    def _long(self, name: str) -> str | None:
        """``name`` with the short name at its end written out, if the document defines it; the first defined of several."""
        starts = (0, *(i + 1 for i, c in enumerate(name) if c == " ")) if self._defined else ()
        found = [(*self._defined[name[start:]], start) for start in starts if name[start:] in self._defined]
        _, long, start = min(found, default=(0, "", 0))
        return name[:start] + long if found else None

    def _short(self, name: str, f: Found, last: dict[str, str]) -> str | None:
        """The body that a bare head stands for: the last one named before it, else the first one after it."""
        office, head = (f"{name} ", _LED_BY[name]) if name in _LED_BY else ("", _SHORT[name])
        if head in last:
            return office + last[head]
        bodies = self._bodies[head]
        i = bisect_left(bodies, (f.span.start + 1,))
        return office + bodies[i][1] if i < len(bodies) else None

    def _longer(self, name: str) -> str:
        """The one name of the document that says the same with its head or its parent added."""
        longer = [n for n in (f"Cục {name}", f"Chi cục {name}", f"Tổng cục {name}") if n in self._full]
        if name.startswith(("Phòng ", "Ban ", "Đội ", "Vụ ")):
            longer += [name + house for house in self._houses.get(name.lower(), ())]
        return longer[0] if len(longer) == 1 else name


def _houses(names: set[str]) -> dict[str, set[str]]:
    """The unit of an officer named with his house, "Trưởng phòng X - Cục Y": `` - Cục Y`` by "phòng x"."""
    houses: dict[str, set[str]] = {}
    for name in names:
        lower = name.lower()
        units: dict[str, int] = {}
        for start in (m.start() for m in _UNIT.finditer(lower)):
            for m in _HOUSE.finditer(lower, start):
                units.setdefault(lower[start : m.start()], m.start())
        for unit, end in units.items():
            houses.setdefault(unit, set()).add(name[end:])
    return houses


def _is_body(name: str, head: str) -> bool:
    """Whether ``name`` is a body that ``head`` may stand for; "Bộ" means a ministry, never Bộ Chính trị or Bộ Tư lệnh."""
    if not name.startswith(head) or name.startswith(f"{head}trưởng"):
        return False
    return head != "Bộ " or name.removeprefix(head).lower() in table("MINISTRY")


def _definitions(agencies: list[Found], context: Context, boards: Boards) -> dict[str, str]:
    """Short names that the text defines: "… (gọi tắt là Ban Chỉ đạo)"."""
    defined: dict[str, str] = {}
    starts = [f.span.start for f in agencies]
    for f in agencies:
        m = _DEFINED.match(context.text, f.span.end)
        i = bisect_right(starts, m.start()) if m else len(starts)
        if m and i < len(starts) and starts[i] < m.end():
            defined[str(agencies[i].fields["name"])] = boards.full_name(str(f.fields["name"]))
    return defined
