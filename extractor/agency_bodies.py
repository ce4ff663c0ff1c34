"""Names made of two bodies or of an office and its body: where the whole ends.

"Chánh Văn phòng UBND tỉnh" is an office, a part and a body, each with a rule of its own. What stands after the first is
asked of the rules at that place, so that no regex has to hold the whole grammar.
"""

from __future__ import annotations

import regex

from extractor.context import Context
from extractor.model import Candidate

# Rules whose match is a body by itself.
_WHOLE = frozenset(
    f"agency.{name}" for name in ("ministry", "department", "central", "cabinet", "government", "committee", "local", "front", "board")
)
_DIVISIONS = frozenset({"agency.division", "agency.small_division"})
_PARENTS = frozenset(
    {"agency.ministry", "agency.department", "agency.local", "agency.government", "agency.central", "agency.committee", "agency.division"}
)
_JOINT = regex.compile(r" - | (?:trực )?thuộc | \((?!CDC|WB|ADB)| ")
_SMALL_HEAD = regex.compile(r"(?i:phòng|ban|đội) $")
_OFFICE_OF = "Văn phòng "


def body_end(context: Context, position: int) -> int | None:
    """Where the longest body that begins at ``position`` ends; null where none begins there."""
    ends = (_end(candidate, context) for candidate in context.at("agency", position))
    return max((end for end in ends if end), default=None)


def office_end(candidate: Candidate, context: Context) -> int | None:
    """The end of an office and its body; in "Trưởng phòng thuế XNK" the body begins inside the title."""
    start, end = candidate.span
    inside = _SMALL_HEAD.search(context.text[start:end])
    return body_end(context, end) or (body_end(context, start + inside.start()) if inside else None)


def _end(candidate: Candidate, context: Context) -> int | None:
    if candidate.rule in _WHOLE:
        return candidate.span.end
    if candidate.rule == "agency.attached":
        return attached_end(candidate, context)
    return division_end(candidate, context) if candidate.rule in _DIVISIONS else None


def attached_end(candidate: Candidate, context: Context) -> int | None:
    """The end of a part and its body ("Văn phòng UBND tỉnh", "Văn phòng Bộ"); null where no body follows."""
    if "short" in candidate.groups:
        return candidate.span.end
    starts = {candidate.span.end, candidate.spans.get("joint", candidate.span).start}  # "Ban Chấp hành" + "Đảng bộ tỉnh"
    ends = (_longest(context, start, _WHOLE) for start in starts - {candidate.span.start})
    return max((end for end in ends if end), default=None)


def division_end(candidate: Candidate, context: Context) -> int:
    """The end of a division and of its parent, where one follows ("Phòng CSGT - Công an tỉnh", "Cục X (Bộ Y)")."""
    end = candidate.span.end
    joint = _JOINT.match(context.text, end)
    if joint is None:
        return end
    start = joint.end()
    office = start + len(_OFFICE_OF) if context.text.startswith(_OFFICE_OF, start) else start
    parent = _longest(context, office, _PARENTS)
    if parent is None:
        return end
    if joint.group() == " (":
        return parent + 1 if context.text.startswith(")", parent) else end
    return parent


def _longest(context: Context, position: int, rules: frozenset[str]) -> int | None:
    return max((c.span.end for c in context.at("agency", position) if c.rule in rules), default=None)
