"""Legacy text: every letter of every table, fonts by name, what is told from its words, and what is left alone."""

import gzip
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from legacy_encoders import LETTERS, LOWER, encode

from extractor.load import load, read_documents
from extractor.load.legacy.detect import detect
from extractor.load.legacy.fonts import font_encoding, from_font, mend
from extractor.load.legacy.syllables import is_syllable, judge
from extractor.load.legacy.tables import ENCODINGS, to_unicode
from extractor.model import Document

SENTENCE = "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành khẩn trương rà soát, báo cáo kết quả trước ngày 15/5/2024."
HEADING = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def cp1252(data: bytes) -> str:
    """As a Windows program shows the bytes: the five that cp1252 lacks are controls."""
    return "".join(chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252") for byte in data)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("reading", [lambda data: data.decode("latin-1"), cp1252], ids=["latin-1", "cp1252"])
def test_every_letter(reading: Callable[[bytes], str], encoding: str) -> None:
    held = {letter: letter if encoding != "TCVN3" or letter in "ĂÂĐÊÔƠƯ" else letter.lower() for letter in LETTERS}
    assert {letter: to_unicode(reading(encode(letter, encoding)), encoding) for letter in LETTERS} == held


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_ascii_is_itself(encoding: str) -> None:
    plain = "".join(map(chr, range(32, 127))) + "\t\r\n"
    assert to_unicode(plain, encoding) == plain


# A letter by its code in the standard itself: a slip in the encoder of the tests would show here.
@pytest.mark.parametrize(
    ("encoding", "data", "text"),
    [
        ("TCVN3", b"C\xe9ng ho\xb5 x\xb7 h\xe9i ch\xf1 ngh\xdca Vi\xd6t Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("TCVN3", b"\xa7\xe9c l\xcbp - T\xf9 do - H\xb9nh ph\xf3c", "Độc lập - Tự do - Hạnh phúc"),
        ("VNI", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam".encode("latin-1"), "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("VNI", "Töï do - Haïnh phuùc; chaúng, AÚ, kyõ, mî, Î".encode("latin-1"), "Tự do - Hạnh phúc; chẳng, Ẳ, kỹ, mỵ, Ỵ"),
        ("VNI", "aÙ Aù aÉ Aé eÄ Eä ÖÙ Öù öÙ".encode("latin-1"), "á Á ắ Ắ ệ Ệ Ứ Ứ ứ"),
        ("VISCII", b"Vi\xaet Nam \xd0\xb5c l\xa7p \x02\x05\x06\x14\x19\x1e", "Việt Nam Độc lập ẲẴẪỶỸỴ"),
        ("VPS", b"Vi\x8ct Nam \xf1\xb6c l\xc6p", "Việt Nam Độc lập"),
        ("cp1258", b"Vi\xea\xf2t Nam \xd0\xf4\xf2c l\xe2\xf2p", "Việt Nam Độc lập"),
    ],
)
def test_known_bytes(encoding: str, data: bytes, text: str) -> None:
    assert to_unicode(data.decode("latin-1"), encoding) == text


def test_signs_of_windows_stay_beside_letters_of_tcvn3_and_vni() -> None:
    for encoding in ("TCVN3", "VNI"):
        text = "“rõ việc” – ‘rõ người’…"
        for reading in (cp1252, lambda data: data.decode("latin-1")):
            assert to_unicode(reading(encode(text, encoding)), encoding) == text


def test_micro_signs_that_were_normalised_to_greek() -> None:
    assert mend("céng ho\u03bc x· héi chñ nghÜa")[0] == "cộng hoà xã hội chủ nghĩa"


def test_signs_that_pdf_readers_put_for_letters_of_tcvn3() -> None:
    assert to_unicode("n\u2212íc, x\u2219 \u2212 5 \u2212 3", "TCVN3") == "nước, xã \u2212 5 \u2212 3"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        (".VnTimeH", "TCVN3"),
        ("ABCDEF+.VnArial,Bold", "TCVN3"),
        (".vnArial NarrowH", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("XYZABC+VNI-Helve-Condense", "VNI"),
        ("VNI Times", "VNI"),
        ("VNITimes", "VNI"),
        ("VPS Times", "VPS"),
        ("VPSTimes,Bold", "VPS"),
        ("Times New Roman", None),
        ("VNtimes new roman", None),
        ("Vnizia", None),
        ("Arial", None),
        ("", None),
        (None, None),
    ],
)
def test_encoding_of_a_font(font: str | None, encoding: str | None) -> None:
    assert font_encoding(font) == encoding


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Céng hoµ", ".VnTime", "Cộng hoà"),
        ("céng hoµ x· héi", ".VnTimeH", "CỘNG HOÀ XÃ HỘI"),
        ("§éc lËp", "ABCDEF+.VnArialH,Bold", "ĐỘC LẬP"),
        ("CéNG HOµ", ".VnTime", "CỘNG HOÀ"),
        ("ë Hµ Néi. ë HuÕ", ".VnTime", "ở Hà Nội. Ở Huế"),
        ("Coäng hoøa", "VNI-Times", "Cộng hòa"),
        ("Công hòa", "Times New Roman", "Công hòa"),
        ("Độc lập có", ".VnTime", "Độc lập có"),
        ("", ".VnTime", ""),
    ],
)
def test_text_of_a_font(text: str, font: str, expected: str) -> None:
    assert from_font(text, font) == expected


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_one_sentence_is_enough(encoding: str) -> None:
    data = encode(SENTENCE, encoding)
    assert mend(data.decode("latin-1")) == (SENTENCE, encoding)
    assert mend(cp1252(data)) == (SENTENCE, encoding)
    assert detect(encode(HEADING, encoding).decode("latin-1")) == encoding


@pytest.mark.parametrize("twice", [cp1252, lambda data: data.decode("latin-1")], ids=["cp1252", "latin-1"])
def test_utf8_that_was_decoded_as_cp1252(twice: Callable[[bytes], str]) -> None:
    assert mend(f"{twice(SENTENCE.encode())}\nĐã đọc đúng") == (f"{SENTENCE}\nĐã đọc đúng", "UTF-8 read as cp1252")


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI", "cp1258"])
def test_a_legacy_paragraph_among_unicode(encoding: str) -> None:
    legacy = encode(SENTENCE, encoding).decode("latin-1")
    text = f"Đoạn đầu đã là Unicode.\r\nCông ty có hai cơ sở là\r\n{legacy}\r\ncó và là gì\r\nNguyễn Văn Tý"
    assert mend(text) == (text.replace(legacy, SENTENCE), encoding)


def test_short_lines_follow_their_neighbours_where_they_read_well() -> None:
    short, last = "Kính gửi: UBND", "Nơi nhận:"
    legacy = [encode(line, "TCVN3").decode("latin-1") for line in (short, SENTENCE, last)]
    text = "\n".join(["Dòng này là Unicode.", *legacy, "Dòng cuối cũng là Unicode.", "café", "có và là"])
    assert mend(text)[0].split("\n") == ["Dòng này là Unicode.", short, SENTENCE, last, "Dòng cuối cũng là Unicode.", "café", "có và là"]


def test_two_encodings_in_one_text() -> None:
    text = "\n".join([encode(SENTENCE, "TCVN3").decode("latin-1")] * 3 + [encode(SENTENCE, "VNI").decode("latin-1")])
    assert mend(text) == ("\n".join([SENTENCE] * 4), "TCVN3")


FOREIGN = [
    "item,price\na,£5\nb,¥7\nc,¢9",
    "Gia xang: £5 o Anh, ¥300 o Nhat, ¢20 o My",
    "x = 5 × 3 ÷ 2 ± 1 § 4 ¶ ¢ ¥ ¤ ¦ ¬",
    "Les élèves ont déjà été à l'école où ça va très bien; « Voilà » dit-elle, à côté du café.",
    "Où est le garçon né à Orléans? Là-bas, à Besançon, près de la forêt.",
    "Die Bürger müssen größere Straßen über Köln nach Düsseldorf führen; schön wär’s für Jürgen.",
    "El niño está aquí más tarde también; años después, él volvió a Bogotá con María y José.",
    "Così è, se vi pare: più città, perché no? È già là, però.",
    "Não há razão, já está às três; você vê a manhã lá.",
    "Året är slut på ön; ålen går åt, sa Åke från Malmö.",
    "The naïve café owner’s résumé cost £5 — a cliché, © 2024 ® 25°C ±2 µm × 3 m² § 4 ¶ 2.",
    "中华人民共和国国务院办公厅",
    "Nà wáng lì zhè guó duì; mā má mà",
    "Công ty có và là gì, tôi và bà đã hà",
    "Tà Cú, Bà Nà, Sa Pa, Hà Nam và bà con có gì thì cho là tài",
    "Ông Lê Thanh và bà Hà Thu có hai con trai là Nam và Tú",
    "1,234;5,678;9.0\n11;22;33\n",
    "id,value\n1,“a”\n2,…\n",
]


@pytest.mark.parametrize("text", FOREIGN)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_other_text_is_left_alone(text: str, form: str) -> None:
    shaped = unicodedata.normalize("NFC" if form == "NFC" else "NFD", text)
    assert mend(shaped) == (shaped, None)


def test_all_foreign_lines_together_are_left_alone() -> None:
    text = "\n".join(FOREIGN)
    assert mend(text) == (text, None)


@settings(deadline=None)
@given(st.text(st.sampled_from(LOWER + "abcdeghiklmnopqrstuvxy       \n.,"), min_size=1).filter(lambda t: set(t) & set("ăđĩũơưạảấầế")))
def test_lines_with_letters_of_unicode_are_never_touched(text: str) -> None:
    before, after = text.split("\n"), mend(text)[0].split("\n")
    assert [old for old in before if set(old) & set("ăđĩũơưạảấầế")] == [
        new for old, new in zip(before, after, strict=True) if set(old) & set("ăđĩũơưạảấầế")
    ]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_mended_or_itself(text: str) -> None:
    mended, encoding = mend(text)
    assert encoding is not None or mended == text
    assert mended.count("\n") == text.count("\n")


@pytest.mark.parametrize("word", "nghiêng khuỷu hoà hòa quốc quyền giếng gì giữa ươm oẳn yếu ở ủy Đắk Lắk Kạn THƯỜNG xã".split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", "céng héi été für más cê ngi mot hocj ngh x hoạ́ stỏ ééc cat".split())
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("token", "judgement"),
    [("“Việt", 1), ("UBND", 0), ("QĐ-TTg", -1), ("HĐND", 0), ("25", 0), ("hoµ", -1), ("th¸ng", -1), ("tỉnh/thành", 1)],
)
def test_judgement_of_a_token(token: str, judgement: int) -> None:
    assert judge(token) == judgement


@pytest.mark.parametrize("ending", [".txt", ".md", ".txt.gz"])
def test_a_file_states_its_encoding_and_warns(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"bao-cao{ending}"
    data = encode(f"{HEADING}\n{SENTENCE}\n", "VNI")
    path.write_bytes(gzip.compress(data) if ending.endswith(".gz") else data)
    document = load(path)
    assert (document.text, document.encoding) == (f"{HEADING}\n{SENTENCE}\n", "VNI")
    assert len(document.warnings) == 1
    assert "VNI" in document.warnings[0]
    assert str(tmp_path) not in document.warnings[0]


def test_a_table_of_articles_in_a_legacy_encoding(tmp_path: Path) -> None:
    path = tmp_path / "tin.csv"
    path.write_bytes(encode(f'id,tiêu đề,nội dung\r\n1,Ổn định,"{SENTENCE}"\r\n', "TCVN3"))
    (document,) = read_documents([str(path)])
    assert isinstance(document, Document)
    assert (document.text, document.title, document.doc_id) == (SENTENCE, "ổn định", "1")
