"""Decoding: every encoding that is read gives the text back unchanged, everything else is refused with a hint."""

import codecs
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import LoadError
from extractor.load.decode import codec_of, decode
from extractor.load.streams import text_lines

# A NUL in the text itself is what tells UTF-16 without a mark, and a leading U+FEFF is a mark.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(lambda t: t[0] != "\ufeff")
VIETNAMESE = st.text("abcdeghiklmnopqrstuvxy àáảãạăâđêếệôơưựỳ ABCĐÊ0123456789.,/%\r\n", min_size=8).filter(
    lambda t: sum(c.isascii() for c in t) >= 0.6 * len(t)
)
ARTICLE = "Ngày 15/5/2024, Ủy ban nhân dân tỉnh đã họp: người dân ở nơi đó mới nộp 23/25 hồ sơ.\r\nƯớc đạt “45,03%” – tăng…"


def cp1258(text: str) -> bytes:
    """As Windows writes it: base letters composed, the tone mark behind."""
    out = []
    for char in unicodedata.normalize("NFC", text):
        tone = [c for c in unicodedata.normalize("NFD", char) if c in "\u0300\u0301\u0303\u0309\u0323"]
        base = "".join(c for c in unicodedata.normalize("NFD", char) if c not in tone)
        out.append(unicodedata.normalize("NFC", base) + "".join(tone))
    return "".join(out).encode("cp1258")


@settings(deadline=None)
@given(TEXTS)
def test_utf8_round_trips(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(codecs.BOM_UTF8 + text.encode()) == text


@settings(deadline=None)
@given(TEXTS, st.sampled_from([("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]))
def test_utf16_with_mark_round_trips(text: str, form: tuple[str, bytes]) -> None:
    assert decode(form[1] + text.encode(form[0])) == text


@settings(deadline=None)
@given(TEXTS, st.sampled_from([("utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be", codecs.BOM_UTF32_BE)]))
def test_utf32_with_mark_round_trips(text: str, form: tuple[str, bytes]) -> None:
    assert decode(form[1] + text.encode(form[0])) == text


@settings(deadline=None)
@given(VIETNAMESE, st.sampled_from(["utf-16-le", "utf-16-be"]), st.sampled_from(["NFC", "NFD"]))
def test_utf16_without_mark_round_trips(text: str, codec: str, form: str) -> None:
    text = unicodedata.normalize("NFC", text) if form == "NFC" else unicodedata.normalize("NFD", text)
    assert decode(text.encode(codec)) == text


def test_only_the_first_mark_is_dropped() -> None:
    assert decode(codecs.BOM_UTF8 + "a\ufeffb".encode()) == "a\ufeffb"


def test_line_ends_and_unicode_forms_stay() -> None:
    text = "ho\u0300a hòa\r\nhoà\rhết\n\u00a0\u2028"
    assert decode(text.encode()) == text


def test_vietnamese_windows_is_read() -> None:
    assert unicodedata.normalize("NFC", decode(cp1258(ARTICLE))) == ARTICLE


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Les élèves ont déjà été à l'école".encode("cp1252"), "byte 4 (0xE9) is not UTF-8; the file is probably cp1252"),
        ("Größe und Straße".encode("cp1252"), "byte 2 (0xF6)"),
        ("così però più".encode("cp1252"), "cp1252"),
        (b"\xae\xad\xcb c ng\xad\xea i d\xa9n \xae\xac n", "byte 0 (0xAE) is not UTF-8; the file is probably TCVN3 (ABC)"),
        ("Vieät Nam ñöôïc ngöôøi daân".encode("latin-1"), "byte 3 (0xE4) is not UTF-8; the file is probably VNI"),
        (b"\xf0\xdf\xbeng ng\xdf\xb6i d\xe2n \xf0\xbdn", "VISCII"),
        (b"%PDF-1.7\n\xe2\xe3\xcf", "a PDF, not text"),
        (b"PK\x03\x04\x14\xff\xfe", "a ZIP, DOCX or XLSX, not text"),
        (bytes(range(256)), "byte 128 (0x80) is not UTF-8; the file is probably not text"),
        ("Ủy ban nhân dân tỉnh".encode()[:-2] + b"\xff", "UTF-8 that is damaged or cut off"),
        (
            codecs.BOM_UTF8 + "Ủy ban nhân dân tỉnh".encode()[:-3] + b"\xff",
            "byte 24 (0xE1) is not UTF-8; the file is probably UTF-8 that is damaged",
        ),
        ("Ủy ban nhân dân".encode("utf-16-le")[:-1], "byte 28 does not fit UTF-16-LE"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "does not fit UTF-16"),
    ],
)
def test_anything_else_is_refused_with_byte_and_likely_encoding(data: bytes, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        decode(data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        text = decode(data)
    except LoadError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either outcome is right
    else:
        text.encode()


def test_the_head_of_a_long_file_may_end_inside_a_character() -> None:
    head = "tỉnh".encode()[:-3]
    assert codec_of(head + b"\xe1\xbb", whole=False) == "utf-8"
    assert codec_of(cp1258(ARTICLE), whole=False) == "cp1258"


@settings(deadline=None)
@given(
    st.lists(VIETNAMESE.map(lambda t: t.replace("\r", "").replace("\n", "")), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_lines_of_a_stream_are_the_lines_of_the_text(lines: list[str], codec: str) -> None:
    import io

    text = "\n".join(lines) + "\n"
    assert "".join(text_lines(io.BytesIO(text.encode(codec)), "\n")) == text
