"""Decoding: every encoding that is read gives the text back unchanged, everything else is refused with a hint."""

import codecs
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_encoders import encode

from extractor.errors import LoadError
from extractor.load.decode import LEGACY, Decoded, codec_of, decode_text
from extractor.load.streams import text_lines

# A NUL in the text itself is what tells UTF-16 without a mark, and a leading U+FEFF is a mark.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1).filter(lambda t: t[0] != "\ufeff")
VIETNAMESE = st.text("abcdeghiklmnopqrstuvxy àáảãạăâđêếệôơưựỳ ABCĐÊ0123456789.,/%\r\n", min_size=8).filter(
    lambda t: sum(c.isascii() for c in t) >= 0.6 * len(t)
)
ARTICLE = "Ngày 15/5/2024, Ủy ban nhân dân tỉnh đã họp: người dân ở nơi đó mới nộp 23/25 hồ sơ.\r\nƯớc đạt “45,03%” – tăng…"


def plain(data: bytes) -> str:
    return decode_text(data).text


@settings(deadline=None)
@given(TEXTS)
def test_utf8_round_trips(text: str) -> None:
    assert plain(text.encode()) == text
    assert plain(codecs.BOM_UTF8 + text.encode()) == text


@settings(deadline=None)
@given(TEXTS, st.sampled_from([("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)]))
def test_utf16_with_mark_round_trips(text: str, form: tuple[str, bytes]) -> None:
    assert plain(form[1] + text.encode(form[0])) == text


@settings(deadline=None)
@given(TEXTS, st.sampled_from([("utf-32-le", codecs.BOM_UTF32_LE), ("utf-32-be", codecs.BOM_UTF32_BE)]))
def test_utf32_with_mark_round_trips(text: str, form: tuple[str, bytes]) -> None:
    assert plain(form[1] + text.encode(form[0])) == text


@settings(deadline=None)
@given(VIETNAMESE, st.sampled_from(["utf-16-le", "utf-16-be"]), st.sampled_from(["NFC", "NFD"]))
def test_utf16_without_mark_round_trips(text: str, codec: str, form: str) -> None:
    text = unicodedata.normalize("NFC", text) if form == "NFC" else unicodedata.normalize("NFD", text)
    assert plain(text.encode(codec)) == text


def test_only_the_first_mark_is_dropped() -> None:
    assert plain(codecs.BOM_UTF8 + "a\ufeffb".encode()) == "a\ufeffb"


def test_line_ends_and_unicode_forms_stay() -> None:
    text = "ho\u0300a hòa\r\nhoà\rhết\n\u00a0\u2028"
    assert plain(text.encode()) == text


def test_vietnamese_windows_is_read() -> None:
    assert plain(encode(ARTICLE, "cp1258")) == ARTICLE


def test_legacy_text_is_named_and_warned_of() -> None:
    text, encoding, warning = decoded = decode_text(encode(ARTICLE, "TCVN3"))
    assert (text, encoding) == (ARTICLE, "TCVN3")
    assert warning is not None
    assert "TCVN3" in warning
    assert decoded.warnings == (warning,)


def test_unicode_is_neither_named_nor_warned_of() -> None:
    assert decode_text(ARTICLE.encode()) == Decoded(ARTICLE, None, None)
    assert decode_text(ARTICLE.encode()).warnings == ()


def test_look_alike_letters_in_utf8_are_converted() -> None:
    look_alike = encode(ARTICLE, "TCVN3").decode("cp1252")
    assert decode_text(look_alike.encode())[:2] == (ARTICLE, "TCVN3")
    assert decode_text(look_alike.encode("utf-16"))[:2] == (ARTICLE, "TCVN3")


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_lines_of_both_kinds_in_one_file(encoding: str) -> None:
    data = ("Phần thứ nhất\n" + ARTICLE + "\n").encode() + encode(ARTICLE + "\nHết phần này, tiếp tục thực hiện.", encoding)
    text, found, _ = decode_text(data)
    assert text == f"Phần thứ nhất\n{ARTICLE}\n{ARTICLE}\nHết phần này, tiếp tục thực hiện."
    assert found == encoding


def test_a_legacy_file_with_utf8_lines_is_mended_as_a_whole() -> None:
    data = encode("\n".join([ARTICLE] * 20), "VNI") + "\nPhụ lục được thêm sau".encode()
    assert decode_text(data)[:2] == ("\n".join([ARTICLE] * 20) + "\nPhụ lục được thêm sau", "VNI")


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_damaged_utf8_is_not_taken_for_a_legacy_encoding(cut: int) -> None:
    data = ARTICLE.encode()
    with pytest.raises(LoadError, match="damaged"):
        plain(data[:cut] + b"\xff\x81" + data[cut:])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Les élèves ont déjà été à l'école".encode("cp1252"), "byte 4 (0xE9) is not UTF-8; the file is probably cp1252"),
        ("Größe und Straße".encode("cp1252"), "byte 2 (0xF6)"),
        ("così però più".encode("cp1252"), "cp1252"),
        ("Кабинет министров принял решение".encode("cp1251"), "byte 0 (0xCA)"),
        ("中华人民共和国国务院办公厅关于印发".encode("gbk"), "byte 0 (0xD6)"),
        ("กระทรวงมหาดไทย".encode("cp874"), "byte 0 (0xA1)"),
        ("Rząd przyjął uchwałę o źródłach energii".encode("cp1250"), "byte 2 (0xB9)"),
        ("Año 2024: la región creció más rápido y después bajó".encode("latin-1"), "byte 1 (0xF1)"),
        (b"\xae\xad\xcb c ng\xad\xea i d\xa9n \xae\xac n", "byte 0 (0xAE) is not UTF-8; the file is probably TCVN3 (ABC)"),
        ("bbb ñöôïcx qqöôx ñwx".encode("latin-1"), "byte 4 (0xF1) is not UTF-8; the file is probably VNI"),
        (b"b\xf0\xdf\xbeqg zg\xdf\xb6i d\xe2d \xf0\xbdw", "VISCII"),
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
        plain(data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        text = plain(data)
    except LoadError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either outcome is right
    else:
        text.encode()


def test_the_head_of_a_long_file_may_end_inside_a_character() -> None:
    head = "tỉnh".encode()[:-3]
    assert codec_of(head + b"\xe1\xbb", whole=False) == "utf-8"
    assert codec_of(encode(ARTICLE, "cp1258"), whole=False) == LEGACY


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "cp1258"])
def test_lines_of_a_legacy_stream_are_unicode(encoding: str) -> None:
    data = encode(f"tiêu đề,nội dung\r\n{ARTICLE}\r\n", encoding)
    assert list(text_lines(io.BytesIO(data), "")) == [line + "\r\n" for line in ("tiêu đề,nội dung", *ARTICLE.split("\r\n"))]


@settings(deadline=None)
@given(
    st.lists(VIETNAMESE.map(lambda t: t.replace("\r", "").replace("\n", "")), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_lines_of_a_stream_are_the_lines_of_the_text(lines: list[str], codec: str) -> None:
    text = "\n".join(lines) + "\n"
    assert "".join(text_lines(io.BytesIO(text.encode(codec)), "\n")) == text
