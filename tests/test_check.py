"""What does not add up in a text, and what does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import on_a_terminal, trichluc

from extractor import extract
from extractor.check import check
from extractor.check.masked import mask
from extractor.check.relations import relations, stated
from extractor.model import Document
from extractor.wordlists import table


def found_in(text: str) -> list[tuple[str, str, str]]:
    result = extract(text)
    return [(finding.check, finding.printed, finding.expected) for finding in check(result.document, result.facts)]


@pytest.mark.parametrize("each", table("check")["relation"], ids=lambda each: each["why"])
def test_a_relation_finds_its_own_example_and_agrees_with_it(each: dict[str, str]) -> None:
    result = extract(f"Huyện {each['why']}.")
    assert each["name"] in {s.check for s in stated(mask(result.document, result.facts))}
    assert check(result.document, result.facts) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Huyện hoàn thành 23/25 nhiệm vụ (đạt 95%).", ("share", "95%", "92%")),
        ("Tỉnh giải ngân 321,5 tỷ đồng, đạt 78,3% kế hoạch (470,6 tỷ đồng).", ("share", "78,3%", "68.32%")),
        ("Thu 84 tỷ đồng, đạt 84% dự toán (100 tỷ đồng), bằng 120% cùng kỳ (60 tỷ đồng).", ("share", "120%", "140.07%")),
        ("Tỉnh công nhận 45 xã trên tổng số 60 xã, đạt 85%.", ("share", "85%", "75%")),
        ("Thu đạt 1.200 tỷ đồng, tăng 200 tỷ đồng (25%) so với cùng kỳ.", ("growth", "25%", "20%")),
        ("Chỉ số tăng 12,5 điểm (10%), lên 1.262,5 điểm.", ("growth", "10%", "1%")),
        ("Toàn tỉnh tăng từ 10 xã lên 15 xã, tăng 6 xã.", ("difference", "6", "5")),
        ("Điểm số đạt 774,45 điểm, tăng 76,9 điểm so với năm 2022 (687,55 điểm).", ("difference", "76,9", "86.9")),
        ("Tỉnh đón 58 triệu lượt khách, gấp 4,9 lần so với năm trước (15 triệu lượt).", ("multiple", "4,9", "3.89")),
        ("Đoàn có 100 người, gồm 60 nam và 50 nữ.", ("sum", "100", "110")),
        ("Hội nghị diễn ra thứ Hai, ngày 12/9/2025.", ("weekday", "thứ hai", "thứ sáu")),
    ],
)
def test_what_does_not_add_up(text: str, found: tuple[str, str, str]) -> None:
    assert found_in(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Với 440/440 đại biểu có mặt tán thành, chiếm 91,8% tổng số đại biểu, nghị quyết được thông qua.",  # another base
        "Tỉnh thu hơn 300 tỷ đồng, đạt 70% kế hoạch (500 tỷ đồng).",  # hơn 300 may be 350
        "Huyện hoàn thành 2/3 nhiệm vụ (đạt 66%).",  # cut, not rounded
        "Ban tổ chức trao hai bộ giải, mỗi bộ gồm: 1 giải nhất, 1 giải nhì và 2 giải ba.",
        "Lực lượng có 90 phương tiện gồm 2 máy bay, 20 xuồng và nhiều thiết bị.",  # not all parts are counted
        "Thu đạt 1.200 tỷ đồng, tăng 200 tỷ đồng so với tháng trước, tăng 5% so với cùng kỳ.",  # two comparisons
        "Hội nghị diễn ra thứ Sáu, ngày 12/9/2025.",
        "Hội nghị diễn ra thứ Hai, ngày 12/9.",  # of which year nobody says
    ],
)
def test_what_is_no_contradiction(text: str) -> None:
    assert found_in(text) == []


def test_a_finding_quotes_both_sides_at_their_offsets() -> None:
    text = "Kết quả:\n\nHuyện  hoàn thành 23/25 nhiệm vụ (đạt 95%)."
    result = extract(Document(text, doc_id="a", source="a.txt"))
    (finding,) = check(result.document, result.facts)
    assert text[finding.start : finding.end] == finding.text == "95%"
    assert text[finding.basis_start : finding.basis_end] == finding.basis == "23/25"
    assert (finding.formula, finding.difference, finding.tolerance, finding.source) == ("23 / 25", -3, 1, "a.txt")


def test_every_relation_is_named_in_the_schema() -> None:
    from extractor.schema import FINDINGS

    (meaning,) = (column.meaning for column in FINDINGS if column.name == "check")
    assert {relation.name for relation in relations()} <= set(meaning.replace(",", "").split())


def test_the_command_writes_rows_to_a_pipe_a_file_and_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "tot.txt").write_text("Huyện hoàn thành 23/25 nhiệm vụ (đạt 92%).", "utf-8")
    (tmp_path / "xau.txt").write_text("Huyện hoàn thành 23/25 nhiệm vụ (đạt 95%).", "utf-8")
    done = trichluc("check", tmp_path)
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, row["doc_id"], row["printed"], row["expected"]) == (0, "xau", "95%", "92%")
    out = tmp_path / "out" / "kiem.csv"
    assert trichluc("check", tmp_path / "xau.txt", "-o", out).returncode == 0
    head, line = out.read_text("utf-8-sig").splitlines()
    assert head.startswith("doc_id,check,text,start,end,printed,expected,formula,basis")
    assert line.startswith("xau,share,95%,")
    seen = on_a_terminal("check", tmp_path / "xau.txt")
    assert "23 / 25" in seen
    assert "92%" in seen


def test_a_missing_file_is_one_line_and_code_two(tmp_path: Path) -> None:
    done = trichluc("check", tmp_path / "khong-co.txt")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
