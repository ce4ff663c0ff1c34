"""Boards of a purpose (ban chỉ đạo, tổ công tác): which of them a shorter mention means.

A board's name has a head ("Ban Chỉ đạo"), a purpose ("Chuyển đổi số") and a scope ("tỉnh Nghệ An", "Chính phủ").
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import regex

from extractor.context import Context
from extractor.model import Found
from extractor.provinces import province

_BOARD = regex.compile(r"(?:^|(?<= ))(?:Ban Chỉ đạo|Tổ công tác|Hội đồng(?! nhân dân)|Tiểu ban)(?=$| )")
_DOING = regex.compile(r"^(?:thực hiện|triển khai|về) ")
_SCOPE = regex.compile(
    r" ?(?:(?:cấp )?(?P<own>tỉnh|thành phố)(?: \p{Lu}.*)?|(?:của )?(?P<other>Chính phủ|Trung ương|quốc gia|Quốc gia|Nhà nước))$"
)

# What says inside the purpose whose board it is.
_PLACED = regex.compile(r"(?i:quốc gia|tối cao|trung ương)|\b(?:huyện|quận|thị xã|xã|phường|đặc khu) \p{Lu}")


class Boards:
    """The boards of a document: head, purpose and scope of each, and which of them a shorter mention means."""

    def __init__(self, agencies: list[Found], context: Context) -> None:
        self._place = context.place
        self._purposes: dict[str, Counter[str]] = {}
        self._forms: dict[tuple[str, str], Counter[str]] = {}
        for f, after in zip(agencies, [*agencies[1:], None], strict=True):
            head, purpose, _, _ = parts(str(f.fields["name"]))
            named_again = after and context.text[f.span.end : after.span.start] == " (" and parts(str(after.fields["name"]))[0] == head
            if head and purpose and not named_again:  # "Ban Chỉ đạo về … (Ban Chỉ đạo 751)": the short name is the one in use
                key = _DOING.sub("", purpose).lower()
                self._purposes.setdefault(head, Counter())[key] += 1
                self._forms.setdefault((head, key), Counter())[purpose] += 1

    def full_name(self, name: str) -> str:
        """``name`` with the purpose and the place that the document gives the board elsewhere."""
        head, purpose, scope, office = parts(name)
        if head is None:
            return name
        if not purpose:
            known = self._purposes.get(head, Counter())
            if len(known) != 1:
                return name
            purpose = next(iter(known))
        else:
            purpose = _DOING.sub("", purpose).lower()
        forms = self._forms.get((head, purpose))
        if forms is None:
            return name
        printed = max(forms, key=lambda form: (forms[form], len(form)))
        return f"{office}{head} {printed}{self._scope(printed, scope)}"

    def _scope(self, printed: str, scope: str) -> str:
        own = province(self._place) if self._place else None
        if scope in ("tỉnh", "cấp tỉnh", "thành phố") or (not scope and own and not printed[0].isdigit() and not _PLACED.search(printed)):
            return f" {own.canonical}" if own else f" {scope}"
        return f" {scope}" if scope else ""


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[str | None, str, str, str]:
    """Head, purpose, scope and the office before the head; null where the name is no board's."""
    m = _BOARD.search(name)
    if m is None:
        return None, "", "", ""
    rest = name[m.end() :].strip()
    s = _SCOPE.search(f" {rest}")
    scope = s.group().strip() if s else ""
    purpose = rest[: len(rest) - len(scope)].strip() if scope else rest
    return m.group(), purpose, scope.removeprefix("của "), name[: m.start()]
