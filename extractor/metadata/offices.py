"""Offices that sign documents, in capitals as signature blocks and titles print them (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7)."""

from __future__ import annotations

_HEADS = (
    *("CHỦ TỊCH", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG", "TỔNG BÍ THƯ", "BÍ THƯ", "THƯỜNG TRỰC BAN BÍ THƯ", "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC"),
    *(
        "CỤC TRƯỞNG",
        "TỔNG CỤC TRƯỞNG",
        "CHI CỤC TRƯỞNG",
        "VỤ TRƯỞNG",
        "VIỆN TRƯỞNG",
        "HIỆU TRƯỞNG",
        "TRƯỞNG BAN",
        "TRƯỞNG PHÒNG",
        "TRƯỞNG THUẾ",
    ),
    *(
        "CHÁNH VĂN PHÒNG",
        "CHÁNH ÁN",
        "CHÁNH THANH TRA",
        "TỔNG THANH TRA",
        "THỐNG ĐỐC",
        "CHỦ NHIỆM",
        "TỔNG KIỂM TOÁN NHÀ NƯỚC",
        "TỔNG KIỂM TOÁN",
    ),
    *("TỔNG THƯ KÝ", "TRƯỞNG ĐOÀN", "TƯ LỆNH", "CHÍNH ỦY", "CHỈ HUY TRƯỞNG", "ĐỘI TRƯỞNG", "TỔNG BIÊN TẬP"),
)
# A regular expression for an office, its deputy and its acting holder.
OFFICE = rf"(?:(?:PHÓ|QUYỀN|Q\.) )?(?:{'|'.join(sorted(_HEADS, key=len, reverse=True))})"
