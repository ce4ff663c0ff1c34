"""Paragraphs, sentences, list paths as printed, and where the text that counts ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.outline import outline


def paths(text: str) -> list[str | None]:
    """The path of each line, by what stands at its end."""
    read = outline(text)
    ends = [i for i, c in enumerate(text) if c == "\n"] + [len(text)]
    return [read.item(end - 1) for end in ends]


def sentences(text: str) -> list[str]:
    read = outline(text)
    return [text[a:b].strip() for a, b in zip(read.sentences, [*read.sentences[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mở đầu.\n(1) Giao sở.\n- Việc một;\n- Việc hai;\n- Việc ba.", [None, "(1)", "(1)/-1", "(1)/-2", "(1)/-3"]),
        ("(4) Việc:\n- Một\n(5) Việc:\n- Một", ["(4)", "(4)/-1", "(5)", "(5)/-1"]),
        ("1. Việc\n- Một\n+ Nhỏ\n+ Nhỏ\n- Hai\n+ Nhỏ", ["1", "1/-1", "1/-1/+1", "1/-1/+2", "1/-2", "1/-2/+1"]),
        ("II. Nhiệm vụ\n1. Sở\na) Soạn\nb) Trình\n2. Xã", ["II", "II/1", "II/1/a)", "II/1/b)", "II/2"]),
        ("I. Đầu\n1. Một\nII. Sau\n1. Một", ["I", "I/1", "II", "II/1"]),
        ("(1) Kết quả\n(2) Tồn tại\nI. Nhiệm vụ\n1. Sở\n(1) Soạn", ["(1)", "(2)", "I", "I/1", "I/1/(1)"]),
        ("Điều 1. Duyệt\nI. Quan điểm\n1. Một", ["Điều 1", "Điều 1/I", "Điều 1/I/1"]),
        ("1. Một\n1.1. Con\n1.2. Con\n2. Hai", ["1", "1/1.1", "1/1.2", "2"]),
        ("Điều 2. Phân công\n1. Sở\na) Soạn\nĐiều 3. Hiệu lực", ["Điều 2", "Điều 2/1", "Điều 2/1/a)", "Điều 3"]),
        ("Thứ nhất, rà soát.\nThứ hai, báo cáo.", ["Thứ nhất", "Thứ hai"]),
        ("- Một\n- Hai", ["-1", "-2"]),
        ("đ) Mục đ\ne) Mục e", ["đ)", "e)"]),
        ("(a) Một\n(b) Hai", ["(a)", "(b)"]),
        ("(i) Một\n(iv) Bốn", ["(i)", "(iv)"]),
        ("12/5 là ngày họp\n3,5 tấn lúa\n1.234 hộ", [None, None, None]),
        ("Lời thường", [None]),
    ],
)
def test_paths_as_printed(text: str, expected: list[str | None]) -> None:
    assert paths(text) == expected


def test_items_that_run_on_in_a_line() -> None:
    text = "Chủ tịch giao: (1) Sở Y tế soạn; (2) Sở Tài chính duyệt.\nKết thúc."
    read = outline(text)
    assert [read.item(text.index(word)) for word in ("Chủ", "Y tế", "Tài", "Kết")] == [None, "(1)", "(2)", None]


def test_items_that_go_on_from_the_head_of_their_line() -> None:
    text = "1. Sở Y tế:\n(i) Soạn; (ii) duyệt; (iii) gửi.\n2. Xã:\n(1) Họp; (2) báo cáo."
    read = outline(text)
    found = [read.item(text.index(word)) for word in ("Soạn", "duyệt", "gửi", "Họp", "báo")]
    assert found == ["1/(i)", "1/(ii)", "1/(iii)", "2/(1)", "2/(2)"]


def test_small_roman_numbers_inside_a_sentence_count_its_parts() -> None:
    text = "1. Hoàn thiện các báo cáo: (i) tình hình; (ii) kết quả."
    assert outline(text).item(text.index("kết")) == "1"


def test_a_dash_count_begins_anew_under_each_head() -> None:
    assert paths("1. A\n- x\n- y\n2. B\n- z\n1. C\n- w") == ["1", "1/-1", "1/-2", "2", "2/-1", "1", "1/-1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Họp xong. Mọi người về.", ["Họp xong.", "Mọi người về."]),
        ("Tại TP. Vinh có mưa. Nước lên.", ["Tại TP. Vinh có mưa.", "Nước lên."]),
        ("GS.TS. Trần Văn An nói. Ông cười.", ["GS.TS. Trần Văn An nói.", "Ông cười."]),
        ("PGS. TS. Lê Hoa và ThS. Bùi Nam dự. Xong.", ["PGS. TS. Lê Hoa và ThS. Bùi Nam dự.", "Xong."]),
        ("Ở Q. 5, P. 12 có lửa. Đã dập.", ["Ở Q. 5, P. 12 có lửa.", "Đã dập."]),
        ("Ông N. V. T. bị phạt. Hết.", ["Ông N. V. T. bị phạt.", "Hết."]),
        ("Đạt 2.85 triệu. Tăng 5.000 hộ.", ["Đạt 2.85 triệu.", "Tăng 5.000 hộ."]),
        ("Ai làm? Sở làm! Bao giờ… Ngay.", ["Ai làm?", "Sở làm!", "Bao giờ…", "Ngay."]),
        ("“Xong rồi.” Bà nói.", ["“Xong rồi.”", "Bà nói."]),
        ("Gồm gạo, muối, v.v. và dầu. Hết.", ["Gồm gạo, muối, v.v. và dầu.", "Hết."]),
        ("Hỏi… rồi thôi. Về.", ["Hỏi… rồi thôi.", "Về."]),
        ("Thiếu dấu\nDòng sau", ["Thiếu dấu", "Dòng sau"]),
        ("Dính liền.Câu sau.", ["Dính liền.", "Câu sau."]),
        ("Năm 2024. Tháng sau.", ["Năm 2024.", "Tháng sau."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("first", ["Cuộc họp diễn ra ngày 15/5.", "Đã xong 23/25.", "Hồ sơ nộp trong quý 2.", "Hẹn trước 5/12/24."])
def test_a_sentence_may_end_in_a_short_number(first: str) -> None:
    assert sentences(f"{first} Sở Y tế theo dõi.") == [first, "Sở Y tế theo dõi."]


@pytest.mark.parametrize("word", ["Nơi nhận:", "NƠI NHẬN:", "Nơi nhận :", "Nơi gửi:", "__Nơi nhận:__", "| Nơi nhận:"])
def test_the_recipients_end_what_counts(word: str) -> None:
    text = f"Sở Y tế báo cáo.\n{word}\n- UBND tỉnh;\n- Lưu: VT."
    read = outline(text)
    assert text[: read.boundary] == "Sở Y tế báo cáo."
    assert read.size == len(text)


@pytest.mark.parametrize("text", ["Nơi nhận hồ sơ: bộ phận một cửa", "Ghi rõ Nơi nhận: xã A", "Không có gì"])
def test_other_places_do_not_end_it(text: str) -> None:
    assert outline(text).boundary == len(text)


def test_paragraph_and_sentence_of_a_position() -> None:
    text = "Một hai. Ba bốn.\nNăm sáu."
    read = outline(text)
    assert [text[slice(*read.paragraph(i))] for i in (0, 12, 17)] == ["Một hai. Ba bốn."] * 2 + ["Năm sáu."]
    assert [text[slice(*read.sentence(i))] for i in (0, 12, 20)] == ["Một hai. ", "Ba bốn.\n", "Năm sáu."]


LINES = st.lists(st.sampled_from(["- ", "+ ", "(1) ", "1. ", "2.1. ", "a) ", "II. ", "Điều 4. ", "", "TP. ", "“"]), max_size=8)


@given(LINES, st.text(st.sampled_from('abcĐ .!?…\n"”)-1'), max_size=60))
def test_every_position_has_one_paragraph_and_one_sentence_within_it(marks: list[str], tail: str) -> None:
    text = "\n".join([*(f"{mark}Việc này. Việc kia" for mark in marks), tail])
    read = outline(text)
    assert list(read.paragraphs) == sorted(set(read.paragraphs))
    assert list(read.sentences) == sorted(set(read.sentences))
    assert list(read.item_starts) == sorted(read.item_starts)
    assert set(read.paragraphs) <= {*read.sentences, len(text)}
    for i in range(len(text)):
        paragraph, sentence = read.paragraph(i), read.sentence(i)
        assert paragraph.start <= i <= paragraph.end
        assert sentence.start <= i < sentence.end
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end + 1
        assert "\n" not in text[slice(*paragraph)]


@given(LINES)
def test_a_path_ends_in_the_marker_of_its_line(marks: list[str]) -> None:
    text = "\n".join(f"{mark}Việc" for mark in marks)
    for line, path in zip(text.split("\n"), paths(text), strict=True):
        marker = line.removesuffix("Việc").strip().removesuffix(".")
        if marker in ("-", "+"):
            assert path is not None
            assert path.split("/")[-1].startswith(marker)
        elif marker and marker not in ("TP", "“"):
            assert path is not None
            assert path.split("/")[-1] == marker


def test_a_line_with_a_colon_introduces_the_items_behind_it() -> None:
    text = "Năm 2024. Kết quả như sau:\n1. Sở đã làm:\n- Việc một;\n\n- Việc hai.\nHết.\n- Việc lẻ."
    read = outline(text)
    lines = [[text[slice(*span)].strip() for span in read.introductions(read.paragraph(start))] for start in read.paragraphs]
    first, second = "Kết quả như sau:", "1. Sở đã làm:"
    assert lines == [[], [first], [second, first], [], [second, first], [], []]
