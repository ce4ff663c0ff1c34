"""Bytes to text: UTF-8, UTF-16, UTF-32, and Vietnamese Windows (cp1258) where the result reads as Vietnamese.

Nothing else is changed: line ends and Unicode forms stay, only a byte order mark is dropped. An encoding is never
guessed silently from statistics alone: what is neither Unicode nor plainly cp1258 is refused, with the byte and a hint.
"""

from __future__ import annotations

import codecs

from extractor.errors import LoadError
from extractor.load.legacy import is_vietnamese, likely_encoding

# The UTF-32 mark comes first: its first two bytes are the UTF-16 mark.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAMPLE = 4096  # bytes looked at for the NUL pattern of UTF-16


def decode(data: bytes) -> str:
    """The text of a whole file.

    :raises LoadError: the message names the first byte that does not fit (offset in bytes from 0) and the likely encoding.
    """
    try:
        return data.decode(codec_of(data))
    except UnicodeDecodeError as error:
        raise LoadError(_complaint(data, error)) from None


def codec_of(data: bytes, *, whole: bool = True) -> str:
    """The Python codec that fits the bytes; ``utf-8`` where none does, so that decoding tells the offending byte.

    :param whole: False for the head of a longer file, which may end inside a character.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    wide = _utf16_order(data)
    if wide is not None:
        return wide
    if _is_utf8(data, whole):
        return "utf-8"
    return "cp1258" if _is_cp1258(data) else "utf-8"


def _utf16_order(data: bytes) -> str | None:
    """UTF-16 without a mark: in Latin script most high bytes are NUL, and few low ones (U+0300 in NFD text)."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if second > 0.4 * pairs and second > 2 * first:
        return "utf-16-le"
    if first > 0.4 * pairs and first > 2 * second:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
    except UnicodeDecodeError:
        return False
    return True


def _is_cp1258(data: bytes) -> bool:
    try:
        return is_vietnamese(data.decode("cp1258"))
    except UnicodeDecodeError:
        return False


def _complaint(data: bytes, error: UnicodeDecodeError) -> str:
    codec = error.encoding.upper().replace("UTF8", "UTF-8")
    if not codec.startswith("UTF-8"):
        return f"byte {error.start} does not fit {codec}: the file is damaged or cut off; save it again as UTF-8"
    # utf-8-sig counts from behind the mark.
    start = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
    return f"byte {start} (0x{data[start]:02X}) is not UTF-8; the file is probably {likely_encoding(data)}"
