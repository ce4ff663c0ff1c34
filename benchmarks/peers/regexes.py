"""Forty regular expressions in a loop, as an analyst writes them in an afternoon: the honest alternative to a library.

Written from the list of kinds in gold/GUIDELINES.md and common knowledge of how the press and offices write, not tuned on the gold texts.
It gives spans alone. Within a kind the expressions are in order of trust: what an earlier one has taken is not taken again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from peers.answer import Answer, Find

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỵ"  # the range holds small letters too, which costs a false find now and then
_NAME = rf"[{_UPPER}]\w*(?:[ -][{_UPPER}]\w*)*"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_LARGE = r"(?: (?:trăm|nghìn|ngàn|triệu|tỷ|tỉ))*"
_DAY = r"\d{1,2}[/-]\d{1,2}[/-]\d{4}"
_SHORT_DAY = r"\d{1,2}[/-]\d{1,2}"
_WHEN = (
    rf"(?:ngày {_DAY}|ngày \d{{1,2}} tháng \d{{1,2}} năm \d{{4}}|ngày {_SHORT_DAY}|{_DAY}|{_SHORT_DAY}"
    r"|tháng \d{1,2}(?:/\d{4})?|năm \d{4}|quý [IV]+(?:/\d{4})?)"
)
_TYPES = (
    "Luật|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Công văn|Công điện|Thông báo|Kế hoạch|Thông tư|Tờ trình"
    "|Báo cáo|Kết luận|Đề án|Văn bản|Hướng dẫn"
)
_NOUNS = (
    "người|cán bộ|công dân|học sinh|hộ|hồ sơ|nhiệm vụ|dự án|đề án|kế hoạch|văn bản|thủ tục|dịch vụ|tài khoản|trường hợp|vụ"
    "|xã|phường|huyện|tỉnh|thành phố|địa phương|đơn vị|cơ quan|sở|bộ|ngành|doanh nghiệp|công trình|mô hình|nhóm|lượt|điểm"
    "|ngày|tuần|tháng|năm|giờ|phút|km|m2|m|ha|tấn|kg"
)
_UNITS = "nghìn|triệu|tỷ|tỉ"
_OFFICE = "(?:Thủ tướng|Phó Thủ tướng|Chủ tịch|Phó Chủ tịch|Giám đốc|Bí thư|Bộ trưởng)"
_LEVEL = "(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
_BODIES = "sở, ban, ngành|bộ, ngành|sở, ngành|bộ, ban, ngành|cơ quan liên quan|đơn vị liên quan|địa phương"
_CURRENCY = "đồng|VNĐ|VND|USD|đô la|EUR|euro"

# (kind, expression); the group ``fact`` is the span where context is needed to know it.
_TABLE: tuple[tuple[str, str], ...] = (
    ("deadline", rf"(?:trước|chậm nhất|muộn nhất)(?: là| vào)?(?: \d+ giờ)? {_WHEN}"),
    ("deadline", rf"(?:đến hết|hết|hoàn thành trong|xong trong|trong) (?:{_WHEN})"),
    ("deadline", rf"(?:trong vòng|trong thời hạn|chậm nhất) (?:{_NUMBER}) (?:ngày|tháng|tuần|giờ)(?: làm việc)?(?: kể từ ngày [\w ]+)?"),
    ("deadline", r"(?:định kỳ )?(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)(?: \(trước ngày [\w /]+\))?"),
    ("deadline", r"định kỳ \d+ (?:tuần|tháng|ngày|quý)(?:/\d+ lần)?"),
    ("date", r"ngày \d{1,2} tháng \d{1,2} năm \d{4}"),
    ("date", rf"(?:ngày )?\b{_DAY}\b"),
    ("date", r"\bngày \d{1,2}[/-]\d{1,2}\b"),
    ("date", rf"\b(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối)(?: ngày)? (?P<fact>{_SHORT_DAY})\b"),
    ("date", r"\d+ tháng (?:đầu|cuối) năm \d{4}"),
    ("date", r"\btháng \d{1,2}(?:/| năm )\d{4}"),
    ("date", r"\b[Qq]uý (?:[IV]+|[1-4])(?:/| năm )\d{4}"),
    ("date", r"\b(?:giai đoạn|nhiệm kỳ) \d{4} ?[-–] ?\d{4}"),
    ("date", r"\b[Nn]ăm (?:19|20)\d{2}\b"),
    ("document", rf"\b(?:{_TYPES}) số:? ?\d+(?:/\d{{4}})?[/-][A-ZĐ]\w*(?:[-/]\w+)*"),
    ("document", rf"\b(?:{_TYPES}) số \d+"),
    ("document", rf"\b(?:{_TYPES}) \d+(?:/\d{{4}})?[/-][A-ZĐ]\w*(?:[-/]\w+)*"),
    ("document", r"\bSố:? (?P<fact>\d+(?:/\d{4})?[/-][A-ZĐ]\w*(?:[-/]\w+)*)"),
    ("document", r"\b\d+(?:/\d{4})?/[A-ZĐ][A-ZĐa-z]*(?:-[A-ZĐ]\w*)+"),
    ("document", r"\bĐề án 0?\d+\b"),
    ("document", rf"\bLuật {_NAME}(?: [a-zà-ỹ]+){{0,3}} (?:năm )?\d{{4}}"),
    ("percent", rf"(?:{_NUMBER}) ?% ?(?:đến|-|–) ?(?:{_NUMBER}) ?%"),
    ("percent", rf"(?:{_NUMBER}) ?%"),
    ("percent", rf"(?:{_NUMBER}) (?:điểm )?phần trăm"),
    ("money", rf"(?:{_NUMBER}){_LARGE} (?:{_CURRENCY})\b"),
    ("money", rf"[$€] ?(?:{_NUMBER})(?: (?:{_UNITS}))*"),
    ("rank", r"(?:đứng|xếp)(?: vị trí)?(?: hạng)? (?P<fact>thứ \d+(?:/\d+)?)"),
    ("rank", r"(?:xếp hạng|đứng hạng|hạng|vị trí) (?P<fact>\d+(?:/\d+)?)\b"),
    ("rank", r"một trong (?P<fact>\d+) (?:tỉnh|địa phương|đơn vị|thành phố)"),
    ("ratio", rf"(?<![\w/.-])(?P<fact>\d+/\d+) (?:{_NOUNS})\b"),
    ("ratio", r"(?:đạt|hoàn thành|có|được) (?P<fact>\d+/\d+)(?![/\w-])"),
    ("quantity", rf"(?<![\w/.,-])(?P<fact>(?:{_NUMBER}){_LARGE}) (?:{_NOUNS})\b"),
    ("quantity", rf"(?<![\w/.,-])(?P<fact>(?:{_NUMBER})(?: (?:{_UNITS}))+)\b(?! (?:{_CURRENCY}))"),
    ("quantity", rf"\b(?P<fact>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:{_NOUNS})\b"),
    ("agency", rf"\b{_OFFICE} (?:Chính phủ|UBND|Ủy ban nhân dân|Công an|Sở|Tỉnh ủy|HĐND|Bộ)(?: (?:tỉnh|thành phố|huyện|xã))?(?: {_NAME})?"),
    ("agency", rf"\b(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ủy ban MTTQ)(?: (?:các )?{_LEVEL})?(?: {_NAME})?"),
    ("agency", rf"\b(?:Bộ|Sở|Cục|Vụ|Tổng cục|Ban|Văn phòng|Thanh tra|Kho bạc|Chi cục|Phòng) {_NAME}(?: và {_NAME})?(?: tỉnh {_NAME})?"),
    ("agency", rf"\b(?:Công an|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Tòa án|Viện [Kk]iểm sát)(?: (?:tỉnh|thành phố|huyện))?(?: {_NAME})?"),
    ("agency", r"\b(?:Chính phủ|Quốc hội|Thủ tướng|Văn phòng Chính phủ|Bộ Chính trị|Trung ương Đảng)\b"),
    ("agency", rf"\b[Cc]ác (?:{_BODIES})(?:,? (?:các )?(?:cấp|huyện|địa phương))*"),
)  # fmt: skip


def load() -> Find:
    """The loop over the compiled expressions."""
    table = [(kind, re.compile(expression)) for kind, expression in _TABLE]

    def find(text: str, day: date | None) -> list[Answer]:  # noqa: ARG001
        return list(_answers(text, table))

    return find


def _answers(text: str, table: list[tuple[str, re.Pattern[str]]]) -> Iterator[Answer]:
    taken: dict[str, set[int]] = {}
    for kind, expression in table:
        held = taken.setdefault(kind, set())
        for m in expression.finditer(text):
            start, end = m.span("fact" if "fact" in expression.groupindex else 0)
            if held.isdisjoint((start, end - 1)):
                held.update(range(start, end))
                yield Answer(kind, start, end, {})
