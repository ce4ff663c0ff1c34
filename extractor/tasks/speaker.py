"""Who gives the orders of an official document."""

from __future__ import annotations

import regex

from extractor.fact_view import FactView
from extractor.model import Found, Span

_CONCLUDES = regex.compile(
    r"(?:[^\n]{0,60}?)(?:kết luận|yêu cầu|chỉ đạo|có ý kiến|quyết định|chỉ thị|giao|điện|đề nghị)(?!\p{L})[^\n:]{0,160}: *(?=\n|$)",
    regex.V1,
)
_TITLED = regex.compile(r"(?:kết luận|ý kiến chỉ đạo|ý kiến kết luận|chỉ đạo) của (?:đồng chí )?$", regex.V1 | regex.REVERSE)
_HEAD = 2500


def document_speaker(view: FactView) -> str | None:
    """The canonical name: whose conclusions the title says they are, who orders in the first words, else who issued it."""
    context = view.context
    bodies = view.within("agency", Span(0, min(_HEAD, context.outline.boundary)))
    titled = next((f for f in bodies if _is_title(view, f)), None)
    if titled is not None:
        return str(titled.fields["name"])
    for body in bodies:
        if not body.fields.get("collective") and _orders(view, body):
            return str(body.fields["name"])
    own = next((d for d in view.documents if d.rule == "document.letterhead"), None)
    issuer = own.fields.get("issuer") if own else None
    return str(issuer) if issuer else None


def _is_title(view: FactView, body: Found) -> bool:
    """Whether the body stands in capitals behind ``KẾT LUẬN CỦA``, or opens a title of its own line."""
    context, start = view.context, body.span.start
    m = _TITLED.search(context.lower, max(0, start - 40), start)
    if m is None:
        return False
    line = context.text.rfind("\n", 0, m.start()) + 1
    return context.text[start : body.span.end].isupper() or not context.text[line : m.start()].strip()


def _orders(view: FactView, body: Found) -> bool:
    lower = view.context.lower
    return _CONCLUDES.match(lower, body.span.end, min(len(lower), body.span.end + 260)) is not None


# How high a body stands, by the words of its name; the first that fits.
_RANKS = (
    (
        regex.compile(
            r"(?i)^(?:ban bí thư|bộ chính trị|trung ương|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước|tổng bí thư|(?:phó )?thủ tướng|chính phủ)"
        ),
        6,
    ),
    (
        regex.compile(
            r"(?i)^(?:(?:bộ trưởng|thứ trưởng|các bộ|bộ (?!chỉ huy|tư lệnh|phận)|văn phòng chính phủ|thanh tra chính phủ|ngân hàng nhà nước|ban .*trung ương|tổng cục))"
        ),
        5,
    ),
    (regex.compile(r"(?i)(?:tỉnh ủy|thành ủy|(?:ủy ban|hội đồng) nhân dân (?:tỉnh|thành phố))"), 4),
    (regex.compile(r"(?i)^(?:giám đốc )?sở "), 3),
    (regex.compile(r"(?i)(?:ủy ban|hội đồng) nhân dân (?:các )?(?:huyện|quận|thị xã|xã|phường|đặc khu)|^phòng "), 2),
)


def is_petition(order: str, speaker: str | None, told: tuple[str, ...]) -> bool:
    """Whether ``order`` (the words of the order verb) asks one who stands higher, or one office asks another: no task of the guideline."""
    if "đề nghị" not in order and "kiến nghị" not in order:
        return False
    own = _rank(speaker)
    others = [_rank(name) for name in told]
    return own > 0 and all(other > own or own == other == _OFFICE_RANK for other in others)


_OFFICE_RANK = 3


def _rank(name: str | None) -> int:
    return next((rank for pattern, rank in _RANKS if name and pattern.search(name)), 0)
