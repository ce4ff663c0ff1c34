"""Names of press outlets and what articles print for them.

Source: the mastheads and datelines of the outlets themselves (general knowledge; Cục Báo chí keeps the register of licences).
"""

from __future__ import annotations

import regex

_NAMES: dict[str, str] = {
    "ttxvn": "TTXVN",
    "thông tấn xã việt nam": "TTXVN",
    "vietnam+": "VietnamPlus",
    "vietnamplus": "VietnamPlus",
    "đcsvn": "Báo điện tử Đảng Cộng sản Việt Nam",
    "báo điện tử đảng cộng sản việt nam": "Báo điện tử Đảng Cộng sản Việt Nam",
    "ndo": "Báo Nhân Dân",
    "nhân dân": "Báo Nhân Dân",
    "qđnd": "Báo Quân đội nhân dân",
    "quân đội nhân dân": "Báo Quân đội nhân dân",
    "cand": "Báo Công an nhân dân",
    "công an nhân dân": "Báo Công an nhân dân",
    "tto": "Tuổi Trẻ",
    "tuổi trẻ": "Tuổi Trẻ",
    "tno": "Thanh Niên",
    "thanh niên": "Thanh Niên",
    "nlđo": "Người Lao Động",
    "nld": "Người Lao Động",
    "nlđ": "Người Lao Động",
    "người lao động": "Người Lao Động",
    "plo": "Pháp Luật TP. Hồ Chí Minh",
    "sggpo": "Sài Gòn Giải Phóng",
    "sggp": "Sài Gòn Giải Phóng",
    "sài gòn giải phóng": "Sài Gòn Giải Phóng",
    "hnmo": "Hànộimới",
    "hnm": "Hànộimới",
    "hà nội mới": "Hànộimới",
    "hànộimới": "Hànộimới",
    "vov": "VOV",
    "vov.vn": "VOV",
    "vtv": "VTV",
    "vtv.vn": "VTV",
    "vtc": "VTC News",
    "vtc news": "VTC News",
    "vnexpress": "VnExpress",
    "vietnamnet": "VietNamNet",
    "dân trí": "Dân trí",
    "dân việt": "Dân Việt",
    "tiền phong": "Tiền Phong",
    "tpo": "Tiền Phong",
    "lao động": "Lao Động",
    "lđo": "Lao Động",
    "zing": "Zing",
    "znews": "Znews",
    "infonet": "Infonet",
    "tin tức": "Báo Tin tức",
    "chinhphu.vn": "Báo điện tử Chính phủ",
    "báo chính phủ": "Báo điện tử Chính phủ",
    "baochinhphu.vn": "Báo điện tử Chính phủ",
    "cafef": "CafeF",
    "vneconomy": "VnEconomy",
    "đầu tư": "Báo Đầu tư",
    "vietnam news": "Việt Nam News",
    "an ninh thủ đô": "An ninh Thủ đô",
    "đại đoàn kết": "Đại Đoàn Kết",
    "sức khỏe & đời sống": "Sức khỏe và Đời sống",
    "sức khỏe và đời sống": "Sức khỏe và Đời sống",
    "kinh tế đô thị": "Kinh tế và Đô thị",
    "vietnambiz": "VietnamBiz",
}
_BY_NAME = {name.lower(): full for name, full in _NAMES.items()}
# A name that says itself what it is, and the address of a site.
_TITLED = regex.compile(r"(?:Báo|Tạp chí|Đài|Thời báo|(?:Cổng|Trang) (?:TTĐT|(?i:thông )?(?i:tin điện tử))) \p{Lu}[\p{L}\d&. -]{2,50}")
_SITE = regex.compile(r"[a-z\d-]{2,30}(?:\.(?:com|gov|org|net|edu))?\.vn")


def outlet(printed: str) -> str | None:
    """The usual name of the outlet that ``printed`` stands for; null where it names none that is known as one."""
    words = " ".join(printed.split()).strip(" .")
    known = _BY_NAME.get(words.lower()) or _BY_NAME.get(words.lower().removeprefix("báo "))
    if known:
        return known
    return words if _TITLED.fullmatch(words) or _SITE.fullmatch(words.lower()) else None
