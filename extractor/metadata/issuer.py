"""The canonical name of the body that issued a document, from the lines of its letterhead.

The lower body of the letterhead issues, the upper one is its superior (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.2). The superior is joined
to the name where the name alone is none ("VĂN PHÒNG" below a ministry), as the agency facts write it.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractor.agencies import written_out
from extractor.agency_places import placed
from extractor.context import Context
from extractor.outline import outline
from extractor.provinces import mentions

# Words that open the name of a body where a line opens with them.
_OPENS = regex.compile(
    r"(?:BỘ|SỞ|CỤC|TỔNG|CHI CỤC|VỤ|PHÒNG|VĂN PHÒNG|ỦY BAN|UBND|HỘI ĐỒNG|HĐND|BAN|TIỂU BAN|TỔ|ĐOÀN|ĐỘI|TRUNG TÂM|TRƯỜNG|HỌC VIỆN"
    r"|ĐẠI HỌC|VIỆN|BỆNH VIỆN|THANH TRA|CÔNG AN|KHO BẠC|NGÂN HÀNG|BẢO HIỂM|TÒA ÁN|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|CHỦ TỊCH|THUẾ|HẢI QUAN"
    r"|KIỂM TOÁN|THÔNG TẤN|ĐÀI|BÁO|MẶT TRẬN|LIÊN ĐOÀN|HỘI|TẬP ĐOÀN|CÔNG TY|QUÂN KHU|BINH CHỦNG|ĐẢNG ỦY|ĐẢNG BỘ|CHI BỘ|TỈNH ỦY|THÀNH ỦY"
    r"|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|TỈNH ĐOÀN|THÀNH ĐOÀN|TRUNG ƯƠNG|THỐNG KÊ|QUỸ|NHÀ XUẤT BẢN|CẢNG VỤ|HẠT|TRẠM|XÍ NGHIỆP)(?!\p{L})"
)
# A line that ends so goes on in the next one, whatever that opens with.
_OPEN_END = regex.compile(r"(?:THƯỜNG VỤ|VĂN PHÒNG|ỦY BAN|HỘI ĐỒNG|THANH TRA|THỦ TƯỚNG|CHỦ TỊCH|TRUNG ƯƠNG|VÀ|CỦA|,|CHẤP HÀNH|GIÁM ĐỐC)$")
_COMPLETE = regex.compile(r"(?:BAN CHẤP HÀNH TRUNG ƯƠNG|ĐẢNG ỦY.* TRUNG ƯƠNG)$")
# Two bodies on one line: the second opens with one of these words and the first does not govern it.
_GOVERNS = (
    r"VĂN PHÒNG|THANH TRA|ĐẢNG ỦY|CÔNG ĐOÀN|CHI BỘ|ĐẢNG BỘ|GIÁM ĐỐC|CHỦ TỊCH|LÃNH ĐẠO|BỘ|TỔNG|CHI|VĂN|QUỐC|HẢI|DỰ|TRƯỞNG"
    r"|CÁN SỰ ĐẢNG|VÀ"
)
_SECOND = regex.compile(
    rf"(?<!(?:^|[ -])(?:{_GOVERNS})) (?=(?:CỤC|TỔNG CỤC|CHI CỤC|SỞ|VĂN PHÒNG|TRUNG TÂM|THANH TRA|PHÒNG|CÔNG AN|HẢI QUAN KHU VỰC"
    r"|THUẾ (?:TỈNH|THÀNH PHỐ|CƠ SỞ)|BAN (?:QUẢN LÝ|TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|CHÍNH SÁCH|KINH TẾ))(?!\p{L})"
    r"(?! (?:CHÁY|KHÔNG|NGỪA|DỊCH|BỆNH|THỦ|THƯƠNG|CHỐNG)))"
)
_JOINT = regex.compile(
    r" ?[-–] ?(?=(?:BỘ|TÒA ÁN|VIỆN KIỂM SÁT|ỦY BAN|CHÍNH PHỦ|ĐOÀN CHỦ TỊCH|MẶT TRẬN|HỘI|THANH TRA|NGÂN HÀNG|KIỂM TOÁN|SỞ"
    r"|LIÊN ĐOÀN)(?!\p{L}))"
)
# Names that are none without the superior's.
_PART = regex.compile(
    r"(?i:Văn phòng|Thanh tra|Ban Thường vụ|Ban Chấp hành|Ban Tổ chức|Ban Tuyên giáo|Ban Tuyên giáo và Dân vận|Ban Dân vận|Ban Nội chính"
    r"|Ủy ban Kiểm tra|Công đoàn|Đảng ủy|Văn phòng Thường trực)"
)
_UNIT = regex.compile(r"(?:Phòng|Đội|Tổ|Vụ) (?!.* - )")
_OF_CENTRE = {"Ban Chấp hành Trung ương Đảng": "Trung ương"}
_LEVEL = regex.compile(r"(?P<level>huyện|quận|thị xã|thành phố|thị trấn|xã|phường|đặc khu) (?P<name>\p{Lu}.*|\d+)$")
_LEVELS = regex.compile(r"(?<= )(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)(?= )")
_SMALL = regex.compile(r"(?<= )(?:VÀ|CỦA|VỀ|THUỘC|CÁC|VỚI|TẠI|CHO|TRONG|THEO)(?= |$)")


def issuer_name(lines: Sequence[str], place: str | None) -> str | None:
    """The canonical name; null where the lines name no body.

    :param lines: the issuer's lines of the head, folded, in capitals, from top to bottom.
    :param place: the document's own place, canonical, which completes a name that leaves it out.
    """
    bodies = [_cased(body) for body in split_bodies(lines)]
    if not bodies:
        return None
    if any(_JOINT.search(line) for line in lines):
        return "; ".join(bodies)
    *above, own = bodies
    superior = above[-1] if above else None
    context = _context(superior, place)
    if superior and _PART.fullmatch(own):
        return _joined(own, placed(superior, context))
    name = placed(own, context)
    return f"{name} - {placed(superior, context)}" if superior and name == own and _UNIT.match(name) else name


def split_bodies(lines: Sequence[str]) -> list[str]:
    """The bodies that the lines name, from top to bottom: a body may take several lines, and a line hold two bodies."""
    bodies: list[str] = []
    for part in (part for line in lines for part in _JOINT.split(line)):
        first, *others = _SECOND.split(part)
        if bodies and (not _OPENS.match(first) or (_OPEN_END.search(bodies[-1]) and not _COMPLETE.search(bodies[-1]))):
            bodies[-1] = f"{bodies[-1]} {first}"
        elif _OPENS.match(first):
            bodies.append(first)
        bodies += others
    return bodies


def _joined(part: str, superior: str) -> str:
    of = _OF_CENTRE.get(superior)
    if of is None:
        return f"{part} {superior}"
    return f"{part} {of} Đảng" if part == "Văn phòng" else f"{part} {of}"


def _context(superior: str | None, place: str | None) -> Context:
    """What is known of the place: that of the superior comes before the document's."""
    named = next(mentions(superior), None) if superior else None
    level = _LEVEL.search(superior) if superior and not named else None
    units = {level.group("level"): level.group("name")} if level else {}
    return Context("", "", outline(""), place=named[2].canonical if named else place, units=units)


def _cased(body: str) -> str:
    """A name printed in capitals as the body writes itself: known names by the tables, places in title case, others as one phrase."""
    name = written_out(body)
    if not any(word.isupper() and len(word) > 1 for word in name.split()):
        return name
    known = list(mentions(name))
    for start, end, unit in reversed(known):
        name = name[:start] + unit.name + name[end:]
    name = _LEVELS.sub(lambda m: m.group().lower(), name)
    name = _LEVEL.sub(lambda m: f"{m.group('level')} {m.group('name').title() if not known else m.group('name')}", name)
    return written_out(_phrase(_SMALL.sub(lambda m: m.group().lower(), name))).replace("Việt Nam Việt Nam", "Việt Nam")


def _phrase(name: str) -> str:
    """What is still in capitals, in small letters but for the first word and the first behind a head; abbreviations stay."""
    words = name.split()
    for i, word in enumerate(words):
        if _SYLLABLE.fullmatch(word):
            words[i] = word.capitalize() if i == 0 or words[i - 1] in _HEAD_ENDS else word.lower()
    return _NAMES.sub(lambda m: _NAMED[m.group()], " ".join(words))


# A Vietnamese syllable in capitals, which no abbreviation of consonants is: "DU", "GIA", but not "PCTT", "UBND".
_VOWELS = "AEIOUYĂÂÊÔƠƯÀÁẢÃẠẦẤẨẪẬẰẮẲẴẶÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
_SYLLABLE = regex.compile(rf"(?!\p{{L}}$)[BCDĐGHKLMNPQRSTVX]{{0,3}}[{_VOWELS}]{{1,3}}(?:CH|NH|NG|[CMNPT])?,?")
_HEAD_ENDS = frozenset(("Bộ", "Sở", "Cục", "cục", "Vụ", "Phòng", "tâm", "Viện", "Trường", "học", "Ban", "đạo", "huy", "ty", "đoàn", "Đoàn"))
# Names inside a name that keep their capitals.
_NAMED = {
    "ủy ban": "Ủy ban",
    "trung ương": "Trung ương",
    "việt nam": "Việt Nam",
    "mặt trận": "Mặt trận",
    "tổ quốc": "Tổ quốc",
    "nhà nước": "Nhà nước",
}
_NAMES = regex.compile("|".join(_NAMED))
