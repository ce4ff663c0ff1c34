"""What stands over every official document: the name of the state and its motto, or the name of the Party.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1; Hướng dẫn 36-HD/VPTW for documents of the Party. Both places of the tone mark and all dashes,
so that it fits text as read and folded text.
"""

from __future__ import annotations

STATE = "cộng (?:hòa|hoà) xã hội chủ nghĩa việt nam"
MOTTO = r"độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc"
PARTY = "đảng cộng sản việt nam"
