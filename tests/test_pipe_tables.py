"""Tables drawn with pipes: cells come back as written, wherever real texts leave the standard."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from extractor.model import Span, Table
from extractor.pipe_tables import pipe_tables

# Odd blanks, dashes, pipes and backslashes, but no line breaks: those are tested one by one.
WORDS = st.text("aăĐệ1 \u00a0-:.*|\\", max_size=8).map(lambda words: words.strip(" \u00a0\\").replace("|", "\\|"))
ROWS = st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=5))


def words(text: str, table: Table) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(1 + max(cell.row for cell in table.cells))]
    for cell in table.cells:
        assert cell.column == len(rows[cell.row])
        rows[cell.row].append(text[cell.span.start : cell.span.end])
    return rows


def test_header_row_and_spans() -> None:
    text = "Kèm theo:\n\n| TT | Nhiệm vụ |\n|---|:---:|\n| 1 | **Rà soát** |\n\nNơi nhận:"
    (table,) = pipe_tables(text)
    assert table.header == 1
    assert words(text, table) == [["TT", "Nhiệm vụ"], ["1", "**Rà soát**"]]
    assert table.cells[3].span == Span(text.index("**Rà"), text.index("**Rà") + len("**Rà soát**"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n| c | d |", [["a", "b"], ["c", "d"]]),  # no line of dashes
        ("| a | b |\r\n| c | d |\r\n", [["a", "b"], ["c", "d"]]),
        ("| a | b |\n| c |\n| d | e | f |", [["a", "b"], ["c"], ["d", "e", "f"]]),  # ragged
        ("| a || c |", [["a", "", "c"]]),
        ("a | b\n---|---\nc | d", [["a", "b"], ["c", "d"]]),  # no outer pipes
        ("1 | Họp | Sở Y tế\n2 | Báo cáo | Sở Y tế |", [["1", "Họp", "Sở Y tế"], ["2", "Báo cáo", "Sở Y tế"]]),
        (r"| a \| b | c |", [[r"a \| b", "c"]]),
        (
            "| Nơi nhận:\n- Như trên;\n- Lưu: VT. | ỦY BAN |\n| x | y |",
            [["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "ỦY BAN"], ["x", "y"]],
        ),
        ("| a | b\n| c | d", [["a", "b"], ["c", "d"]]),  # no closing pipe
        ("| a | b\nđoạn văn\n\nkhác |", [["a", "b"]]),
    ],
)
def test_shapes_of_real_texts(text: str, rows: list[list[str]]) -> None:
    (table,) = pipe_tables(text)
    assert words(text, table) == rows


@pytest.mark.parametrize(
    "text", ["", "không có bảng", "Ảnh: A | Báo B", "1.A | 2.B | 3.C", "|---|---|", "|  |  |\n|  |  |", "Ô số | :\nTrang | 2"]
)
def test_no_tables(text: str) -> None:
    assert pipe_tables(text) == ()


def test_tables_are_parted_by_other_lines_and_by_a_new_header() -> None:
    text = "| a | b |\n\n| c | d |\nchữ\n| e | f |\n| g | h |\n|---|---|\n| i | j |"
    assert [words(text, table) for table in pipe_tables(text)] == [[["a", "b"]], [["c", "d"]], [["e", "f"]], [["g", "h"], ["i", "j"]]]


@given(ROWS, st.booleans(), st.booleans())
def test_any_cells_come_back(rows: list[list[str]], dashes: bool, padded: bool) -> None:
    pad = " " if padded else ""
    rows[0][0] = rows[0][0] + "x"  # a first row of dashes alone would be no row
    lines = ["|" + "|".join(f"{pad}{cell}{pad}" for cell in row) + "|" for row in rows]
    if dashes:
        lines.insert(1, "|" + "---|" * len(rows[0]))
    text = "\n".join(lines)
    assume(not any(all(re.fullmatch(":?-+:?", cell) for cell in row) for row in rows))  # would be lines of dashes
    (table,) = pipe_tables(text)
    assert words(text, table) == rows
    assert table.header == dashes


@given(st.text("|-\n ab\\", max_size=60))
def test_any_text_gives_tight_spans_in_order(text: str) -> None:
    end = 0
    for cell in (cell for table in pipe_tables(text) for cell in table.cells):
        assert end <= cell.span.start <= cell.span.end <= len(text)
        assert text[cell.span.start : cell.span.end] == text[cell.span.start : cell.span.end].strip()
        end = cell.span.end


def test_long_lines_of_blanks_cost_no_time() -> None:
    text = "|" + " " * 300_000 + "x\n" + ("| " + "a" * 50 + "\n") * 3000
    assert len(pipe_tables(text)) == 1
