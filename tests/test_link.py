"""Date, issuer and type that documents take from their neighbours: hand-made facts, so that only the linking is tried."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.context import Context
from extractor.link import link
from extractor.model import Found, Span, Value
from extractor.outline import outline

Row = tuple[str, dict[str, Value]]


def _linked(text: str, *rows: tuple[str, str, dict[str, Value]]) -> list[Found]:
    """``rows`` of (kind or rule, words, fields): each is the next place of its words in ``text``."""
    found, position = [], 0
    for kind, words, fields in rows:
        position = text.index(words, position)
        rule = kind if "." in kind else f"{kind}.test"
        base: dict[str, Value] = (
            {"doc_type": None, "number": None, "symbol": None, "issued": None, "issuer": None} if rule.startswith("document") else {}
        )
        found.append(Found(rule.partition(".")[0], rule, Span(position, position + len(words)), base | fields))
        position += len(words)
    context = Context(text, text.lower(), outline(text))
    return [f for f in link(found, context) if f.kind == "document"]


def _day(words: str, day: date) -> tuple[str, str, dict[str, Value]]:
    return "date", words, {"start_date": day, "end_date": day}


def _year(words: str, year: int) -> tuple[str, str, dict[str, Value]]:
    return "date", words, {"start_date": date(year, 1, 1), "end_date": date(year, 12, 31)}


def _body(words: str, name: str | None = None, collective: bool = False) -> tuple[str, str, dict[str, Value]]:
    return "agency", words, {"name": name or words, "collective": collective}


def _doc(
    words: str, doc_type: str = "quyết định", symbol: str | None = "QĐ-TTg", rule: str = "document.typed"
) -> tuple[str, str, dict[str, Value]]:
    return rule, words, {"doc_type": doc_type, "number": "1", "symbol": symbol}


D1, D2 = date(2024, 4, 8), date(2024, 4, 12)
DECISION = "Quyết định số 1/QĐ-TTg"


@pytest.mark.parametrize("gap", [" ", ", ", " (", " ban hành ", " được ban hành ", " ký "])
def test_date_after_the_mention(gap: str) -> None:
    (document,) = _linked(f"theo {DECISION}{gap}ngày 08/4/2024", _doc(DECISION), _day("ngày 08/4/2024", D1))
    assert document.fields["issued"] == D1


@pytest.mark.parametrize("gap", [" có hiệu lực từ ", " trước ", "; ", ". ", " áp dụng đến "])
def test_another_day_after_the_mention(gap: str) -> None:
    (document,) = _linked(f"theo {DECISION}{gap}ngày 08/4/2024", _doc(DECISION), _day("ngày 08/4/2024", D1))
    assert document.fields["issued"] is None


def test_date_then_issuer() -> None:
    text = f"{DECISION} (ngày 08/4/2024) của Thủ tướng Chính phủ"
    (document,) = _linked(text, _doc(DECISION), _day("ngày 08/4/2024", D1), _body("Thủ tướng Chính phủ"))
    assert (document.fields["issued"], document.fields["issuer"]) == (D1, "Thủ tướng Chính phủ")


def test_issuer_then_date() -> None:
    text = f"{DECISION} của Thủ tướng Chính phủ ngày 08/4/2024"
    (document,) = _linked(text, _doc(DECISION), _body("Thủ tướng Chính phủ"), _day("ngày 08/4/2024", D1))
    assert (document.fields["issued"], document.fields["issuer"]) == (D1, "Thủ tướng Chính phủ")


def test_a_year_is_no_day_of_issue_but_leads_to_the_issuer() -> None:
    text = f"{DECISION} năm 2024 của Thủ tướng Chính phủ"
    (document,) = _linked(text, _doc(DECISION), _year("năm 2024", 2024), _body("Thủ tướng Chính phủ"))
    assert (document.fields["issued"], document.fields["issuer"]) == (None, "Thủ tướng Chính phủ")


def test_day_and_issuer_before() -> None:
    text = f"Ngày 08/4/2024, Thủ tướng Chính phủ đã ban hành {DECISION} về việc khác"
    (document,) = _linked(text, _day("Ngày 08/4/2024", D1), _body("Thủ tướng Chính phủ"), _doc(DECISION))
    assert (document.fields["issued"], document.fields["issuer"]) == (D1, "Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "before",
    [
        "Từ ngày 08/4/2024, khi Thủ tướng Chính phủ ban hành",
        "Ngày 08/4/2024, Thủ tướng Chính phủ họp về",
        "Ngày 08/4/2024, Thủ tướng Chính phủ sẽ ban hành",
    ],
)
def test_another_day_before(before: str) -> None:
    (document,) = _linked(f"{before} {DECISION}", _day("08/4/2024", D1), _body("Thủ tướng Chính phủ"), _doc(DECISION))
    assert document.fields["issued"] is None


def test_the_date_behind_wins_over_the_date_before() -> None:
    text = f"Chiều 12/4, Thủ tướng Chính phủ đã có {DECISION} ngày 08/4/2024"
    (document,) = _linked(text, _day("12/4", D2), _body("Thủ tướng Chính phủ"), _doc(DECISION), _day("ngày 08/4/2024", D1))
    assert document.fields["issued"] == D1


def test_a_comma_and_a_new_clause() -> None:
    plan = "Kế hoạch 2/KH-UBND"
    text = f"Thực hiện {DECISION}, ngày 08/4/2024, UBND tỉnh ban hành {plan}"
    first, second = _linked(
        text,
        _doc(DECISION),
        _day("ngày 08/4/2024", D1),
        _body("UBND tỉnh", "Ủy ban nhân dân tỉnh Hà Nam"),
        _doc(plan, "kế hoạch", "KH-UBND"),
    )
    assert (first.fields["issued"], second.fields["issued"]) == (None, D1)
    assert second.fields["issuer"] == "Ủy ban nhân dân tỉnh Hà Nam"


def test_approved_in() -> None:
    plan = "Quyết định số 3/QĐ-UBND"
    (document,) = _linked(
        f"UBND tỉnh phê duyệt dự án nâng cấp hồ chứa tại {plan}",
        _body("UBND tỉnh", "Ủy ban nhân dân tỉnh Hà Nam"),
        _doc(plan, symbol="QĐ-UBND"),
    )
    assert document.fields["issuer"] == "Ủy ban nhân dân tỉnh Hà Nam"


def test_the_symbol_forbids_a_body_that_only_spoke() -> None:
    notice = "Thông báo số 5/TB-VPCP"
    (document,) = _linked(
        f"theo chỉ đạo của Phó Thủ tướng Chính phủ tại {notice}", _body("Phó Thủ tướng Chính phủ"), _doc(notice, "thông báo", "TB-VPCP")
    )
    assert document.fields["issuer"] is None


def test_a_group_issues_nothing() -> None:
    (document,) = _linked(f"{DECISION} của các bộ, ngành", _doc(DECISION), _body("các bộ, ngành", collective=True))
    assert document.fields["issuer"] is None


def test_pair_shares_type_and_issuer() -> None:
    text = "tại văn bản số 16/BTC-PTHT ngày 08/4/2024, số 13/BTC-PTHT ngày 12/4/2024 của Bộ Tài chính"
    first, second = _linked(
        text,
        _doc("văn bản số 16/BTC-PTHT", "văn bản", "BTC-PTHT"),
        _day("ngày 08/4/2024", D1),
        _doc("số 13/BTC-PTHT", "công văn", "BTC-PTHT", "document.symbol"),
        _day("ngày 12/4/2024", D2),
        _body("Bộ Tài chính"),
    )
    assert [f.fields["doc_type"] for f in (first, second)] == ["văn bản", "văn bản"]
    assert [f.fields["issued"] for f in (first, second)] == [D1, D2]
    assert [f.fields["issuer"] for f in (first, second)] == ["Bộ Tài chính", "Bộ Tài chính"]


def test_issuer_before_holds_for_the_second_too() -> None:
    text = "Bộ Tài chính đã có công văn số 16/BTC-PTHT và số 13/BTC-PTHT"
    first, second = _linked(
        text,
        _body("Bộ Tài chính"),
        _doc("công văn số 16/BTC-PTHT", "công văn", "BTC-PTHT"),
        _doc("số 13/BTC-PTHT", "công văn", "BTC-PTHT", "document.symbol"),
    )
    assert [f.fields["issuer"] for f in (first, second)] == ["Bộ Tài chính", "Bộ Tài chính"]


def test_a_symbol_with_a_type_keeps_it() -> None:
    _, second = _linked(
        "theo Nghị quyết 68-NQ/TW và 13/2023/NĐ-CP",
        _doc("Nghị quyết 68-NQ/TW", "nghị quyết", "NQ/TW"),
        _doc("13/2023/NĐ-CP", "nghị định", "2023/NĐ-CP", "document.symbol"),
    )
    assert second.fields["doc_type"] == "nghị định"
    _, second = _linked(
        "theo Nghị quyết 68-NQ/TW và 170/2024/QH15",
        _doc("Nghị quyết 68-NQ/TW", "nghị quyết", "NQ/TW"),
        _doc("170/2024/QH15", "luật", "2024/QH15", "document.symbol"),
    )
    assert second.fields["doc_type"] == "nghị quyết"


@pytest.mark.parametrize(
    ("head", "tail", "shared"), [("các ", " ngày 08/4/2024", True), ("", " cùng ngày 08/4/2024", True), ("", " ngày 08/4/2024", False)]
)
def test_one_day_for_a_list(head: str, tail: str, shared: bool) -> None:
    text = f"Xét {head}Tờ trình số 12/TTr-CP và số 13/TTr-CP{tail}"
    first, second = _linked(
        text,
        _doc("Tờ trình số 12/TTr-CP", "tờ trình", "TTr-CP"),
        _doc("số 13/TTr-CP", "tờ trình", "TTr-CP", "document.symbol"),
        _day("ngày 08/4/2024", D1),
    )
    assert second.fields["issued"] == D1
    assert first.fields["issued"] == (D1 if shared else None)


def test_documents_of_different_bodies_share_nothing() -> None:
    text = "Nghị quyết số 5/NQ-CP, Thông tư số 6/TT-BYT của Bộ Y tế"
    first, second = _linked(
        text, _doc("Nghị quyết số 5/NQ-CP", "nghị quyết", "NQ-CP"), _doc("Thông tư số 6/TT-BYT", "thông tư", "TT-BYT"), _body("Bộ Y tế")
    )
    assert [f.fields["issuer"] for f in (first, second)] == [None, "Bộ Y tế"]


def test_letterhead_takes_its_own_lines() -> None:
    text = "BỘ TÀI CHÍNH\nCỤC THUẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/CT-CS\n"
    text += "Hà Nội, ngày 08 tháng 4 năm 2024\nKính gửi: Thuế tỉnh. Ngày 12/4/2024 họp."
    (document,) = _linked(
        text,
        _body("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        _body("CỤC THUẾ", "Cục Thuế"),
        ("document.letterhead", "5/CT-CS", {"doc_type": "công văn", "number": "5", "symbol": "CT-CS"}),
        _day("ngày 08 tháng 4 năm 2024", D1),
        _day("Ngày 12/4/2024", D2),
    )
    assert (document.fields["issued"], document.fields["issuer"]) == (D1, "Cục Thuế")


def test_the_facts_given_stay_as_they_are() -> None:
    text = f"{DECISION} ngày 08/4/2024"
    given = [
        Found(
            "document",
            "document.typed",
            Span(0, len(DECISION)),
            {"doc_type": "quyết định", "number": "1", "symbol": "QĐ-TTg", "issued": None, "issuer": None},
        ),
        Found("date", "date.test", Span(len(DECISION) + 1, len(text)), {"start_date": D1, "end_date": D1}),
    ]
    linked = link(given, Context(text, text.lower(), outline(text)))
    assert given[0].fields["issued"] is None
    assert linked[0].fields["issued"] == D1
