"""``trichluc places`` through its real entry point."""

from __future__ import annotations

import json

import pytest
from command import on_a_terminal, trichluc


def test_json_lines_go_into_a_pipe() -> None:
    done = trichluc("places", "tỉnh Bình Định")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "name": "tỉnh Bình Định",
        "code": "52",
        "within": [],
        "since": None,
        "until": "2025-06-30",
        "now": "tỉnh Gia Lai",
        "now_code": "52",
        "parts": ["tỉnh Gia Lai"],
        "act": None,
        "note": None,
    }


def test_a_name_that_many_bear_is_narrowed_by_what_it_lies_in_and_by_the_day() -> None:
    every = trichluc("places", "xã Tân Lập").stdout.splitlines()
    assert len(every) > 20
    (one,) = trichluc("places", "xã Tân Lập", "--in", "huyện Vũ Thư", "--on", "2024-05-31").stdout.splitlines()
    assert json.loads(one)["within"] == ["huyện Vũ Thư", "tỉnh Thái Bình"]


def test_a_body_with_the_act_that_ended_it() -> None:
    row = json.loads(trichluc("places", "Bộ KH&ĐT").stdout)
    assert (row["name"], row["now"]) == ("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính")
    assert (row["until"], row["act"]) == ("2025-02-28", "Nghị quyết 176/2025/QH15")


def test_a_terminal_gets_a_table() -> None:
    shown = on_a_terminal("places", "tỉnh Bắc Giang")
    assert "Thuộc" in shown
    assert "thành phố Bắc Ninh" in shown


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(["huyện Nghệ An"], "'huyện Nghệ An' is not known"), (["Huế", "--on", "2024"], "is not a date")],
)
def test_what_is_not_known_is_one_line(arguments: list[str], says: str) -> None:
    done = trichluc("places", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
