"""What is told twice is named; what only sounds alike is not."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import extract, extract_many
from extractor.copies import Copies, prints
from extractor.model import Document, Fact, Failure
from extractor.run import Settings, results

LEAD = (
    "Tính đến ngày 15/8/2025, Sở Tài chính tỉnh Nghệ An đã giải ngân 1.250 tỷ đồng vốn đầu tư công, đạt 45,03% kế hoạch được giao,"
    " cao hơn cùng kỳ năm trước"
)
MORE = "Ba dự án trọng điểm chậm tiến độ vì vướng mặt bằng, trong đó có 12 hộ dân chưa nhận tiền đền bù và 4 hộ chờ tái định cư."


def repeated(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Words of each fact told again, and the words of the fact that it names."""
    facts = extract(Document(text, doc_id="d", title=title)).facts
    names = {f"d#{fact.fact_id}": fact for fact in facts}
    for fact in facts:
        assert fact.duplicate_of is None or names[fact.duplicate_of].start < fact.start
        assert fact.duplicate_of is None or names[fact.duplicate_of].duplicate_of is None
    return [(fact.text, names[fact.duplicate_of].text) for fact in facts if fact.duplicate_of]


ALL = ["ngày 15/8/2025", "Sở Tài chính tỉnh Nghệ An", "1.250 tỷ đồng", "45,03%"]


@pytest.mark.parametrize(
    "again",
    [
        f"{LEAD}.",
        f"{LEAD}. Ảnh: Minh Hà",
        f"{LEAD} (Ảnh: TTXVN).",
        f"{LEAD} - Ảnh minh họa",
        f"(TTXVN) - {LEAD}.",
        f"Nghệ An (TTXVN) – {LEAD}.",
        f"**{LEAD}**",
        LEAD.upper().replace("NGHỆ AN", "Nghệ An").replace("SỞ TÀI CHÍNH TỈNH", "Sở Tài chính tỉnh").replace("TỶ ĐỒNG", "tỷ đồng"),
    ],
)
def test_a_lead_repeated_as_a_caption(again: str) -> None:
    found = repeated(f"Giải ngân vốn\n\n{LEAD}.\n\n{MORE}\n\n{again}\n\nBài viết còn nữa.")
    assert {first for _, first in found} >= {"1.250 tỷ đồng", "45,03%"}
    assert len(found) >= 3


def test_every_fact_of_the_caption_names_its_own_first() -> None:
    assert repeated(f"{LEAD}.\n\n{MORE}\n\n{LEAD}. Ảnh: Minh Hà") == [(words, words) for words in ALL]


def test_a_paragraph_of_short_sentences_printed_twice() -> None:
    paragraph = "Đến nay đã có 23/25 xã đạt chuẩn. Tỷ lệ hộ nghèo còn 2,5%. Thu nhập đạt 62 triệu đồng mỗi người. Toàn tỉnh đều vậy."
    assert [words for words, _ in repeated(f"{paragraph}\n\n{MORE}\n\n{paragraph}")] == ["23/25", "2,5%", "62 triệu đồng"]


def test_short_sentences_that_recur_are_not_repetitions() -> None:
    fine = "Phạt tiền từ 10 triệu đồng đến 15 triệu đồng."
    assert repeated(f"1. Hành vi thứ nhất bị cấm.\n{fine}\n2. Hành vi thứ hai bị cấm.\n{fine}") == []


def test_the_title_printed_again_is_one() -> None:
    title = "Nghệ An giải ngân vốn đầu tư công đạt 45,03% kế hoạch"
    assert repeated(f"{title}\n\n{MORE}\n\n{title} (Ảnh: TTXVN)") == [("45,03%", "45,03%")]
    assert repeated(f"{MORE}\n\n{title}\n\nXem thêm.", title=title) == []


def test_two_numbers_in_one_sentence_do_not_repeat_each_other() -> None:
    twice = "huyện Đô Lương có 12 xã đạt chuẩn và huyện Yên Thành có 12 xã đạt chuẩn năm nay."
    assert repeated(f"Hai huyện cùng có 12 xã đạt chuẩn: {twice}") == []


def article(*paragraphs: str, doc_id: str) -> Document:
    return Document("\n\n".join(paragraphs), doc_id=doc_id)


BODY = tuple(
    f"Ông {name} cho biết trong quý II năm nay đơn vị đã hoàn thành {n} dự án lớn trên địa bàn huyện, tăng {n},5% so với cùng kỳ."
    for name, n in (("Hòa", 21), ("Bình", 32), ("An", 43), ("Thái", 54))
)


def test_the_same_article_from_two_outlets() -> None:
    documents = [
        article("Tít của báo thứ nhất", LEAD + ".", *BODY, doc_id="a"),
        article("Chuyện khác hẳn ở một huyện miền núi, nơi 17 hộ dân vừa dời nhà.", doc_id="b"),
        article("Báo thứ hai đặt tít khác", f"(TTXVN) - {LEAD}.", *BODY, "Đoạn thêm có 99 hộ dân.", doc_id="c"),
    ]
    first, other, second = extract_many(documents)
    assert [r.document.duplicate_of for r in (first, other, second)] == [None, None, "a"]
    assert not [f for r in (first, other) for f in r.facts if f.duplicate_of]
    names = {f"a#{fact.fact_id}": fact.text for fact in first.facts}
    assert [(f.text, names[f.duplicate_of]) for f in second.facts if f.duplicate_of] == [(f.text, f.text) for f in first.facts]
    assert [f.text for f in second.facts if not f.duplicate_of] == ["TTXVN", "99"]


def test_a_third_copy_names_the_first() -> None:
    copies = [article(*BODY, doc_id=name) for name in ("a", "b", "c")]
    assert [{f.duplicate_of and f.duplicate_of[0] for f in result.facts} for result in extract_many(copies)] == [{None}, {"a"}, {"a"}]


def test_documents_that_share_a_few_sentences_are_not_copies() -> None:
    basis = "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025 và các văn bản hướng dẫn thi hành;"
    pair = [article(basis, *BODY[:2], doc_id="a"), article(basis, *BODY[2:], doc_id="b")]
    results_of = list(extract_many(pair))
    assert [r.document.duplicate_of for r in results_of] == [None, None]
    assert not [f for r in results_of for f in r.facts if f.duplicate_of]


def test_a_run_marks_copies_and_keeps_every_fact() -> None:
    bad = Failure("x", "load", "LoadError", "x")
    items: Iterator[Document | Failure] = iter([article(*BODY, doc_id="a"), bad, article(*BODY, doc_id="b")])
    first, failure, second = results(items, Settings())
    assert isinstance(failure, Failure)
    assert not isinstance(first, Failure)
    assert not isinstance(second, Failure)
    assert len(first.facts) == len(second.facts)
    assert {fact.duplicate_of is not None for fact in second.facts} == {True}


def test_what_is_seen_is_forgotten_at_the_end() -> None:
    with Copies() as copies:
        copies.seen(prints(Document("x"), [], []))
    with pytest.raises(sqlite3.ProgrammingError):
        copies.seen(prints(Document("x"), [], []))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from([f"{LEAD}.", MORE, *BODY, "Đạt 45%.", "Ảnh: TTXVN"]), max_size=8), st.sampled_from(["\n", "\n\n", " "]))
def test_a_fact_names_an_earlier_one_of_the_same_kind_and_values(parts: list[str], joint: str) -> None:
    facts = extract(Document(joint.join(parts), doc_id="d", date=None)).facts
    first: dict[str, Fact] = {}
    for fact in facts:
        if fact.duplicate_of:
            original = first[fact.duplicate_of]
            assert (original.kind, original.value, original.unit, original.name) == (fact.kind, fact.value, fact.unit, fact.name)
        first[f"d#{fact.fact_id}"] = fact
