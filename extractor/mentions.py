"""Agencies named again: short forms and defined names take the full name that the document gives elsewhere.

"Ban Chỉ đạo" is the one board that the text has named in full, "Bộ" the ministry named last, "Hải quan Hải Phòng" the
"Cục Hải quan Hải Phòng" that stands elsewhere. Where several bodies would fit, the words stay as printed.
"""

from __future__ import annotations

import regex

from extractor.agencies import table
from extractor.boards import Boards
from extractor.context import Context
from extractor.model import Found

_OF_SHORT = regex.compile(r"(Văn phòng|Thanh tra|Đảng ủy|Công đoàn|Ban cán sự đảng) (Bộ|Sở|Cục|Tổng cục)$")
_DEFINED = regex.compile(r" ?\((?:(?:sau đây |dưới đây )?(?:gọi|viết) (?:tắt )?là|gọi chung là)[: ]+[\"“]?(?P<short>[^\"”()]+)[\"”]?\)")
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
    defined = _definitions(agencies, context, boards)
    full = {str(f.fields["name"]) for f in agencies if f.rule != "agency.short"}
    resolved: list[Found] = []
    own = _own_bodies(agencies, context)
    last: dict[str, str] = dict(own)
    for f in found:
        if f.kind == "agency" and not f.fields["collective"]:
            name = _name(f, defined, boards, full, last, agencies)
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


def _name(f: Found, defined: dict[str, str], boards: Boards, full: set[str], last: dict[str, str], agencies: list[Found]) -> str | None:
    name = str(f.fields["name"])
    if f.rule == "agency.short" or name in _SHORT:
        return _short(name, f, last, agencies)
    for short, long in defined.items():
        if name == short or name.endswith(f" {short}"):
            return name[: len(name) - len(short)] + long
    if tail := _OF_SHORT.match(name):
        body = _short(tail.group(2), f, last, agencies)
        return f"{tail.group(1)} {body}" if body else name
    name = boards.full_name(name)
    if name in ("Hội đồng", "Tổ công tác", "Ban Chỉ huy", "Ban chỉ huy"):  # any of its sort: the document does not say which
        return None
    return _longer(name, full)


def _short(name: str, f: Found, last: dict[str, str], agencies: list[Found]) -> str | None:
    """The body that a bare head stands for: the last one named before it, else the first one after it."""
    office, head = (f"{name} ", _LED_BY[name]) if name in _LED_BY else ("", _SHORT[name])
    if head in last:
        return office + last[head]
    after = (str(a.fields["name"]) for a in agencies if a.span.start > f.span.start)
    found = next((n for n in after if _is_body(n, head)), None)
    return office + found if found else None


def _is_body(name: str, head: str) -> bool:
    """Whether ``name`` is a body that ``head`` may stand for; "Bộ" means a ministry, never Bộ Chính trị or Bộ Tư lệnh."""
    if not name.startswith(head) or name.startswith(f"{head}trưởng"):
        return False
    return head != "Bộ " or name.removeprefix(head).lower() in table("MINISTRY")


def _longer(name: str, full: set[str]) -> str:
    """The one name of the document that says the same with its head or its parent added."""
    longer = {n for n in (f"Cục {name}", f"Chi cục {name}", f"Tổng cục {name}") if n in full}
    if name.startswith(("Phòng ", "Ban ", "Đội ", "Vụ ")):
        for n in full:  # the unit of an officer named with his house: "Trưởng phòng X - Cục Y"
            at = f" {n.lower()}".find(f" {name.lower()} - ")
            if at >= 0:
                longer.add(name + n[at + len(name) :])
    return longer.pop() if len(longer) == 1 else name


def _definitions(agencies: list[Found], context: Context, boards: Boards) -> dict[str, str]:
    """Short names that the text defines: "… (gọi tắt là Ban Chỉ đạo)"."""
    defined: dict[str, str] = {}
    for f in agencies:
        m = _DEFINED.match(context.text, f.span.end)
        if m and (inside := [a for a in agencies if m.start() < a.span.start < m.end()]):
            defined[str(inside[0].fields["name"])] = boards.full_name(str(f.fields["name"]))
    return defined
