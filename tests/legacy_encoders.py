"""Vietnamese text as bytes of the old encodings, as UniKey writes them: written from the charts, apart from the tables of the reader.

Sources: TCVN 5712:1993 (VN3), RFC 1456 (VISCII), the VNI-Win and VPS charts of the Vietnamese Unicode project, Microsoft's code page 1258.
"""

from __future__ import annotations

import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
LOWER = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
LETTERS = LOWER + LOWER.upper()

# A dot: no Vietnamese letter there.
_TCVN3_FROM_A1 = "ĂÂÊÔƠƯĐăâêôơưđ......" + "àảãáạ.ằẳẵắ......." + "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."
_VISCII_FROM_80 = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VPS_FROM_80 = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ"
)
_TABLES = {
    "TCVN3": {letter: bytes([0xA1 + i]) for i, letter in enumerate(_TCVN3_FROM_A1) if letter != "."},
    "VISCII": {letter: bytes([0x80 + i]) for i, letter in enumerate(_VISCII_FROM_80)}
    | dict(zip("ẲẴẪỶỸỴ", (b"\x02", b"\x05", b"\x06", b"\x14", b"\x19", b"\x1e"), strict=True)),
    "VPS": {letter: bytes([0x80 + i]) for i, letter in enumerate(_VPS_FROM_80) if letter != "."}
    | dict(zip("ẠẬẶẸỆỊỌỘỢỤỰỴẪỮ", (bytes([b]) for b in b"\x02\x03\x04\x05\x06\x10\x11\x12\x13\x14\x15\x19\x1c\x1d"), strict=True)),
}
_TAKEN = {"VNI": set(), "cp1258": set()} | {name: set(table.values()) for name, table in _TABLES.items()}
_VNI_ALONE = {"đ": "ñ", "ơ": "ô", "ư": "ö", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
_VNI_MARKS = {
    **{"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0306": "ê"},
    **dict(zip((f"\u0302{t}" for t in "\u0301\u0300\u0309\u0303\u0323"), "áàåãä", strict=True)),
    **dict(zip((f"\u0306{t}" for t in "\u0301\u0300\u0309\u0303\u0323"), "éèúüë", strict=True)),
}


def encode(text: str, encoding: str) -> bytes:
    """The bytes; what the encoding lacks is a cp1252 byte or ``?``. TCVN3 has the small letter for a capital with a tone."""
    return b"".join(_char(char, encoding) for char in unicodedata.normalize("NFC", text))


def _char(char: str, encoding: str) -> bytes:
    if char.isascii():
        return char.encode()
    if char in LETTERS:
        if encoding == "VNI":
            return _vni(char).encode("latin-1")
        if encoding == "cp1258":
            return _cp1258(char)
        table = _TABLES[encoding]
        return table.get(char) or table[char.lower()]
    plain = {"VISCII": "ascii", "VPS": "ascii"}.get(encoding, "cp1252")  # those two have no room for “ ” – …
    simple = (
        char
        if plain == "cp1252"
        else {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "}.get(char, char)
    )
    coded = simple.encode(plain, "replace")
    return b"?" if coded in _TAKEN[encoding] else coded  # © and the soft hyphen are letters of TCVN3


def _vni(char: str) -> str:
    upper, low = char.isupper(), char.lower()
    if low in _VNI_ALONE:
        coded = _VNI_ALONE[low]
    else:
        whole = unicodedata.normalize("NFD", low)
        tone = "".join(c for c in whole if c in TONES)
        base = unicodedata.normalize("NFC", whole.replace(tone, "")) if tone else low
        if base in "ơư":
            coded = _VNI_ALONE[base] + _VNI_MARKS[tone]
        else:
            shape = unicodedata.normalize("NFD", base)
            coded = shape[0] + _VNI_MARKS[shape[1:] + tone]
    return coded.upper() if upper else coded


def _cp1258(char: str) -> bytes:
    whole = unicodedata.normalize("NFD", char)
    tone = "".join(c for c in whole if c in TONES)
    return (unicodedata.normalize("NFC", "".join(c for c in whole if c not in TONES)) + tone).encode("cp1258")
