"""What bytes that cannot be read probably are: for messages.

Byte values from TCVN 5712:1993 (TCVN3 or ABC), RFC 1456 (VISCII), the VNI-Win table, and Microsoft's code page 1258.
"""

from __future__ import annotations

from extractor.load.signature import named

# The bytes of đ, ư and ơ: frequent in any Vietnamese text, and together rare in any other.
_MARKERS = {
    "TCVN3 (ABC)": b"\xae\xad\xac",
    "VNI": b"\xf1\xf6\xf4",
    "VISCII": b"\xf0\xdf\xbd",
    "cp1258 (Vietnamese Windows) with damaged bytes": b"\xf0\xfd\xf5",
}


def likely_encoding(data: bytes) -> str:
    """A phrase for a message: what the bytes probably are, and how to turn them into UTF-8."""
    if (kind := named(data)) is not None:
        return f"{kind}, not text"
    if _mostly_utf8(data):
        return "UTF-8 that is damaged or cut off there: save it again"
    for name, markers in _MARKERS.items():
        if _frequent(data, markers):
            return f"{name}: convert it to Unicode UTF-8, for instance with the UniKey toolkit"
    if _has_control(data.decode("latin-1")):
        return "not text: give it the ending of what it is, or leave it out"
    return "cp1252 or another 8-bit code page: save it as UTF-8"


def _has_control(text: str) -> bool:
    return any(c < " " and c not in "\t\n\r\f\v\x1a" for c in text)


def _mostly_utf8(data: bytes) -> bool:
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count("\ufffd")
    sound = sum(ord(c) > 127 for c in decoded) - broken
    return sound > broken  # by chance, text of another code page is hardly ever valid


def _frequent(data: bytes, markers: bytes) -> bool:
    """Whether each marker byte occurs and together they make a tenth of the bytes above 127, as in running Vietnamese."""
    counts = [data.count(marker) for marker in markers]
    return min(counts) > 0 and sum(counts) >= 0.1 * sum(byte > 127 for byte in data)
