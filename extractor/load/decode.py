"""Bytes to text: UTF-8, UTF-16, UTF-32, and the legacy encodings of Vietnamese where the result plainly reads as Vietnamese.

Unicode is not changed: line ends and Unicode forms stay, only a byte order mark is dropped. Legacy text (``legacy.tables.ENCODINGS``, also
where it stands inside Unicode as look-alike letters) becomes Unicode NFC, and a warning says so: what names its encoding is its words
alone. What is neither is refused, with the byte and a hint.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from extractor.errors import LoadError
from extractor.load.legacy.likely import likely_encoding

# The UTF-32 mark comes first: its first two bytes are the UTF-16 mark.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

LEGACY = "latin-1"  # the codec for bytes in a legacy encoding: ``legacy.mend.mend`` tells which, and makes Unicode of the text
_SAMPLE = 4096  # bytes looked at for the NUL pattern of UTF-16


class Decoded(NamedTuple):
    """The text of a file; the legacy encoding that it was in, None for Unicode; and a line for the user where that was a guess."""

    text: str
    encoding: str | None = None
    warning: str | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """The warning in the form of ``Document.warnings``."""
        return (self.warning,) if self.warning else ()


def decode_text(data: bytes) -> Decoded:
    """The text of a whole file, and what it was converted from.

    :raises LoadError: the message names the first byte that does not fit (offset in bytes from 0) and the likely encoding.
    """
    from extractor.load.legacy.mend import mend

    codec = codec_of(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        mixed = _mixed(data)
        if mixed is None:
            raise LoadError(_complaint(data, error)) from None
        text = mixed
    mended, encoding = mend(text)
    return Decoded(mended, encoding, guessed(encoding) if encoding else None)


def guessed(encoding: str) -> str:
    """The warning for text whose encoding was told from its words."""
    return f"text in {encoding} was turned into Unicode; its words alone told the encoding: compare a few lines with the original"


def codec_of(data: bytes, *, whole: bool = True) -> str:
    """The Python codec that fits the bytes; ``utf-8`` where none does, so that decoding tells the offending byte.

    Bytes in a legacy encoding are ``LEGACY``: their text has to go through ``legacy.mend.mend`` then.

    :param whole: False for the head of a longer file, which may end inside a character.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    wide = _utf16_order(data)
    if wide is not None:
        return wide
    return "utf-8" if _is_utf8(data, whole) or not _is_legacy(data) else LEGACY


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


def _is_legacy(data: bytes) -> bool:
    from extractor.load.legacy.detect import detect

    return b"\0" not in data and detect(data.decode(LEGACY)) is not None


def _mixed(data: bytes) -> str | None:
    """The text of UTF-8 among whose lines some are in a legacy encoding, these as ``LEGACY``; None where it is nothing of the kind."""
    from extractor.load.legacy.detect import detect

    lines = data.split(b"\n")
    foreign = [line.decode(LEGACY) for line in lines if not _is_utf8(line, whole=True)]
    if b"\0" in data or detect("\n".join(foreign)) is None:
        return None
    return "\n".join(line.decode("utf-8" if _is_utf8(line, whole=True) else LEGACY) for line in lines)


def _complaint(data: bytes, error: UnicodeDecodeError) -> str:
    codec = error.encoding.upper().replace("UTF8", "UTF-8")
    if not codec.startswith("UTF-8"):
        return f"byte {error.start} does not fit {codec}: the file is damaged or cut off; save it again as UTF-8"
    # utf-8-sig counts from behind the mark.
    start = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
    return f"byte {start} (0x{data[start]:02X}) is not UTF-8; the file is probably {likely_encoding(data)}"
