"""Texts of any length that are hard on a rule-based reader: one thing over and over, with nothing that would end it.

Each is told by what it repeats. ``{n}`` counts up from 1, so that the pieces differ.
"""

from __future__ import annotations

from itertools import count

_ALIKE = {
    "digits": "1234567890",
    "one digit": "7",
    "slashes": "/",
    "opening brackets": "(",
    "closing brackets": ")",
    "nested brackets": "((1) [2] {{3}} ",
    "một một một": "một ",
    "hai mươi ba": "hai mươi ba nghìn ",
    "1.1.1.1": "1.",
    "1,1,1,1": "1,",
    "1 1 1 1": "1 ",
    "per cent signs": "%",
    "5% 5% 5%": "5% ",
    "ngày ngày ngày": "ngày ",
    "từ ngày … đến ngày": "từ ngày 1/2/2024 đến ngày 3/4/2024 ",
    "00/00/00": "00/00/",
    "23/25 23/25": "23/25 ",
    "Ủy ban nhân dân": "Ủy ban nhân dân ",
    "Sở A, Sở B": "Sở Tài chính, Sở Tư pháp, ",
    "chủ trì, phối hợp": "Sở Y tế chủ trì, phối hợp với Sở Công Thương ",
    "15/2020/NĐ-CP": "15/2020/NĐ-CP ",
    "Nghị định số, dash": "Nghị định số 15/2020/NĐ-CP-",
    "căn cứ": "căn cứ Quyết định số 422/QĐ-TTg ngày 4/4/2022 của Thủ tướng Chính phủ; ",
    "tỷ đồng": "1,5 tỷ đồng ",
    "trước ngày": "trước ngày 15/5, ",
    "Nơi nhận": "Nơi nhận: Sở A\n",
    "Kính gửi": "Kính gửi: ",
    "pipes": "|",
    "pipe rows": "| 1 | Sở Y tế | 15/5 |\n",
    "empty lines": "\n",
    "blanks": " ",
    "no-break spaces": "\u00a0",
    "tabs": "\t",
    "capitals": "A",
    "capital words": "UBND ",
    "one word": "ươ",
    "one sentence": "tỉnh đã hoàn thành nhiều nhiệm vụ, đồng thời tiếp tục triển khai kế hoạch, ",
    "short lines": "dòng ngắn\n",
    "wrapped lines": "tỉnh đã hoàn thành nhiều nhiệm vụ và đồng thời tiếp tục triển khai\nkế hoạch ",
    "combining marks": "a\u0301\u0323",
    "marks alone": "\u0301",
    "opening quotes": "“",
    "quoted words": '"kế hoạch ',
    "a) b) c)": "a) b) c) ",
    "dashes": "- ",
    "hyphens": "-",
    "full stops": ".",
    "sentences of one word": "Có. ",
    "colons": "gồm: ",
    "semicolons": ";",
    "viết tắt": "(gọi tắt là Ban Chỉ đạo) ",
    "web addresses": "http://a.vn/",
    "zero-width spaces": "\u200b",
}

_COUNTED = {
    "numbered items": "{n}. Sở Y tế chủ trì thực hiện trước ngày 15/5.\n",
    "nested list markers": "1. Nhóm {n}:\na) Sở Y tế rà soát:\n- Kế hoạch;\n+ Báo cáo;\n",
    "decimal markers": "1.{n}. Rà soát kế hoạch.\n",
    "run-in items": "giao: ({n}) rà soát; ",
    "different bodies": "Ủy ban nhân dân xã Số {n} ",
    "different documents": "Công văn số {n}/UBND-NC ",
    "different numbers": "{n} xã ",
    "table of tasks": "| {n} | Rà soát kế hoạch số {n} | Sở Y tế | 15/5/2024 |\n",
    "different lines": "Xã số {n} đã hoàn thành kế hoạch năm 2024.\n",
}

NAMES = (*_ALIKE, *_COUNTED)


def long_text(name: str, size: int) -> str:
    """``size`` characters of the case ``name``."""
    if name in _ALIKE:
        unit = _ALIKE[name]
        return (unit * (size // len(unit) + 1))[:size]
    pieces: list[str] = []
    length = 0
    for n in count(1):
        if length >= size:
            break
        pieces.append(_COUNTED[name].format(n=n))
        length += len(pieces[-1])
    return "".join(pieces)[:size]
