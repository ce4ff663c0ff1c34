"""Task tables are read by their columns: the same rows from Word, HTML and Markdown, whatever the header and the merges look like."""

import io
from collections.abc import Sequence
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.fold import fold
from extractor.load import docx as word
from extractor.load import html, markdown
from extractor.load.typeset import Place, Typesetter
from extractor.model import Document
from extractor.pipe_tables import pipe_tables
from extractor.table_grid import Grid
from extractor.task_table_header import header_at
from extractor.task_tables import TableTask, read_task_tables

HEADER = "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời hạn |"


def said(text: str, tasks: Sequence[TableTask]) -> list[dict[str, str]]:
    """The words of each task's fields; those without words are left out."""
    fields = [{name: value for name, value in task._asdict().items() if value is not None} for task in tasks]
    return [{name: text[v[0] : v[1]] if isinstance(v, tuple) else v for name, v in task.items()} for task in fields]


def read(text: str) -> list[dict[str, str]]:
    return said(text, read_task_tables(pipe_tables(text), text))


def brief(text: str) -> list[tuple[str | None, str, str | None]]:
    return [(task.get("item"), task["task"], task.get("lead")) for task in read(text)]


# A table in three formats: sections, a header over two rows, columns counted, a lead and a due day for two rows.
GRID = [
    ["TT", "Nội dung công việc", "Cơ quan thực hiện", "", "Thời hạn hoàn thành", "Ghi chú"],
    ["", "", "Chủ trì", "Phối hợp", "", ""],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    ["I", "HOÀN THIỆN THỂ CHẾ", "", "", "", ""],
    ["1", "Rà soát quy chế phối hợp", "Sở Nội vụ", "Sở Tư pháp", "Tháng 6/2025", ""],
    ["2", "Lập danh mục dịch vụ công", "Sở Nội vụ", "", "Tháng 6/2025", "Mới"],
    ["II", "HẠ TẦNG SỐ", "", "", "", ""],
    ["1", "Nâng cấp trục liên thông", "Sở Khoa học và Công nghệ", "Các xã, phường", "Quý IV/2025", ""],
]
IN_HEADER = [((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (0, 3)), ((0, 4), (1, 4)), ((0, 5), (1, 5))]
MERGES = [*IN_HEADER, ((4, 2), (5, 2)), ((4, 4), (5, 4)), ((3, 1), (3, 5))]
TASKS = [
    {"task": "Rà soát quy chế phối hợp", "item": "I/1", "lead": "Sở Nội vụ", "support": "Sở Tư pháp", "due": "Tháng 6/2025"},
    {"task": "Lập danh mục dịch vụ công", "item": "I/2", "lead": "Sở Nội vụ", "due": "Tháng 6/2025"},
    {
        "task": "Nâng cấp trục liên thông",
        "item": "II/1",
        "lead": "Sở Khoa học và Công nghệ",
        "support": "Các xã, phường",
        "due": "Quý IV/2025",
    },
]


def in_word() -> Document:
    document: Any = docx.Document()
    table = document.add_table(len(GRID), len(GRID[0]))
    covered = {place for start, end in MERGES for place in _area(start, end)} - {start for start, _ in MERGES}
    for row, texts in enumerate(GRID):
        for column, text in enumerate(texts):
            if (row, column) not in covered:
                table.cell(row, column).text = text
    for start, end in MERGES:
        table.cell(*start).merge(table.cell(*end))
    stream = io.BytesIO()
    document.save(stream)
    return word.read(stream.getvalue())


def in_html() -> Document:
    spans = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in MERGES}
    covered = {place for start, end in MERGES for place in _area(start, end)} - spans.keys()
    rows = ""
    for row, texts in enumerate(GRID):
        cells = ""
        for column, text in enumerate(texts):
            high, wide = spans.get((row, column), (1, 1))
            cells += "" if (row, column) in covered else f'<td rowspan="{high}" colspan="{wide}"><p>{text}</p></td>'
        rows += f"<tr>{cells}</tr>"
    return html.read(f"<p>Phụ lục</p><table>{rows}</table>".encode())


def in_markdown() -> Document:
    lines = [f"| {' | '.join(row)} |" for row in GRID]
    return markdown.read("\n".join([lines[0], "|---|---|---|---|---|---|", *lines[1:]]).encode())


def _area(start: tuple[int, int], end: tuple[int, int]) -> list[tuple[int, int]]:
    return [(row, column) for row in range(start[0], end[0] + 1) for column in range(start[1], end[1] + 1)]


@pytest.mark.parametrize("made", [in_word, in_html, in_markdown])
def test_three_formats_give_the_same_tasks(made: Any) -> None:
    document = made()
    assert said(document.text, read_task_tables(document.tables, document.text)) == TASKS


@pytest.mark.parametrize("made", [in_word, in_html, in_markdown])
def test_folded_text_gives_the_same_tasks(made: Any) -> None:
    folded = fold(made().text).text
    tasks = read(folded)
    if made is in_markdown:
        assert tasks == TASKS
    else:  # the text alone does not tell merged cells from empty ones
        assert [task["item"] for task in tasks] == ["I/1", "I/2", "II/1"]


def test_all_columns() -> None:
    text = (
        "| Số TT | Tên văn bản, đề án | Đơn vị chủ trì tham mưu | Đơn vị phối hợp thực hiện "
        "| Hình thức văn bản | Thời gian trình | Cấp trình | Căn cứ | Ghi chú |\n"
        "| 1. | **Đề án** số hóa | Sở Y tế | Sở Tài chính | Quyết định | 9/2025 | UBND tỉnh | Nghị quyết 05 | gấp |"
    )
    assert read(text) == [
        {
            "task": "**Đề án** số hóa",
            "item": "1",
            "lead": "Sở Y tế",
            "support": "Sở Tài chính",
            "product": "Quyết định",
            "due": "9/2025",
            "report_to": "UBND tỉnh",
            "basis": "Nghị quyết 05",
        }
    ]


@pytest.mark.parametrize(
    "header",
    [
        "| # | Họ tên | Đơn vị chủ trì |",
        "| STT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan chủ trì theo dõi |",
        "| Ô số | : | Thành phần thể thức |",
        "| TT | Họ và tên | Đơn vị | Ghi chú |",
        "| TT | Nội dung | Kinh phí thực hiện | Địa điểm |",
        "| Nội dung | Thời gian | Địa điểm |",
        "| 1 | Phân công nhiệm vụ cho các phòng | Nội dung báo cáo | Sở Nội vụ |",
    ],
)
def test_other_tables_give_nothing(header: str) -> None:
    assert read(f"{header}\n| 1 | Mét vuông | Sở Y tế | 12 | 30/6/2025 |") == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # A title over the whole row, without a number; numbers go on or begin again.
        (["| NHIỆM VỤ CHUNG | | | | | |", "| 1 | Họp | Sở A | | | |"], [("1", "Họp", "Sở A")]),
        (["| A. GIẢI PHÁP | | | | | |", "| II | Thể chế | | | | |", "| 3 | Họp | Sở A | | | |"], [("A/II/3", "Họp", "Sở A")]),
        # A task of which nobody is named stays a task; one with parts below is their title.
        (["| 1 | Họp | | | | |", "| 2 | Báo cáo | Sở A | | | |"], [("1", "Họp", None), ("2", "Báo cáo", "Sở A")]),
        (["| 1 | Thể chế | | | | |", "| 1.1 | Họp | Sở A | | | |", "| 2 | Làm | | | | |"], [("1/1.1", "Họp", "Sở A"), ("2", "Làm", None)]),
        (["| 1 | Thể chế | | | | |", "| a) | Họp | Sở A | | | |"], [("1/a)", "Họp", "Sở A")]),
        (["| I.1 | Thể chế | | | | |", "| I.1.2 | Họp | Sở A | | | |", "| I.2 | Làm | | | | |"],
         [("I.1/I.1.2", "Họp", "Sở A"), ("I.2", "Làm", None)]),
        # Parts without a number, with bullets; they take from the whole row what they leave open.
        (["| 1 | Lập: | Sở A | | | |", "| | - Đề án | | | | |", "| | - Tờ trình | Sở B | | | |"],
         [("1", "Lập:", "Sở A"), ("1/-1", "Đề án", "Sở A"), ("1/-2", "Tờ trình", "Sở B")]),
        # Bullets inside one cell are one task: they share who leads and by when.
        (["| 1 | Lập: - Đề án; - Tờ trình | Sở A | | | |"], [("1", "Lập: - Đề án; - Tờ trình", "Sở A")]),
        (["| 1 | Họp | Sở A | | | |", "| 2 | Làm | nt | | | |"], [("1", "Họp", "Sở A"), ("2", "Làm", "Sở A")]),
        # The number in the cell of the task.
        (["| | 1. Họp | Sở A | | | |", "| | 2. Làm | Sở B | | | |"], [("1", "Họp", "Sở A"), ("2", "Làm", "Sở B")]),
        # The header again, columns counted, rows without a task.
        (["| 1 | Họp | Sở A | | | |", HEADER, "| 1 | 2 | 3 | 4 | 5 | 6 |", "| 2 | Làm | Sở B | | | |"],
         [("1", "Họp", "Sở A"), ("2", "Làm", "Sở B")]),
        (["| 1 | | Sở A | | | |", "| 2 |", "| | | | | | gấp |"], []),
        (["| 1a | Họp | Sở A | | | |", "| 1b | Làm | Sở B | | | |"], [("1a", "Họp", "Sở A"), ("1b", "Làm", "Sở B")]),
        # A stray word in the row of a section.
        (["| II | THỂ CHẾ | | | | tiếp |", "| 9 | Họp | Sở A | | | |"], [("II/9", "Họp", "Sở A")]),
    ],
)  # fmt: skip
def test_rows(rows: list[str], found: list[tuple[str | None, str, str | None]]) -> None:
    assert brief("\n".join([HEADER, *rows])) == found


def test_a_task_over_several_rows_is_one_for_each_who_leads() -> None:
    page = (
        "<table><tr><th>TT<th>Nhiệm vụ<th>Chủ trì<th>Thời hạn</tr><tr><td rowspan=2>1<td rowspan=2>Tập huấn<td>Sở A<td>5/2025</tr>"
        "<tr><td>Sở B<td>6/2025</tr><tr><td>2<td>Họp<td>Sở C<td></tr></table>"
    )
    document = html.read(page.encode())
    assert said(document.text, read_task_tables(document.tables, document.text)) == [
        {"task": "Tập huấn", "item": "1", "lead": "Sở A", "due": "5/2025"},
        {"task": "Tập huấn", "item": "1", "lead": "Sở B", "due": "6/2025"},
        {"task": "Họp", "item": "2", "lead": "Sở C"},
    ]


def test_sub_columns_without_a_role_are_not_taken_for_the_one_above_them() -> None:
    text = "| TT | Nhiệm vụ | Chủ trì | Thời gian | |\n| | | | Bắt đầu | Kết thúc |\n| 1 | Họp | Sở A | 3/2025 | 5/2025 |"
    assert read(text) == [{"task": "Họp", "item": "1", "lead": "Sở A", "due": "5/2025"}]


def test_a_table_goes_on_behind_a_page_break_and_only_there() -> None:
    first = f"{HEADER}\n| I | CHUNG | | | | |\n| 1 | Họp | Sở A | | | 5/2025 |"
    rest = "| 2 | Làm | Sở B | | | 6/2025 |"
    assert [task[0] for task in brief(f"{first}\n\n12\n\n{rest}")] == ["I/1", "I/2"]
    assert [task[0] for task in brief(f"{first}\n\nBiểu số liệu kèm theo kế hoạch\n\n{rest}")] == ["I/1"]
    assert [task[0] for task in brief(f"{first}\n\n| 2 | Làm | Sở B |")] == ["I/1"]


def test_columns_are_told_by_the_longest_entry() -> None:
    text = "| TT | Nội dung phối hợp | Cơ quan, đơn vị chủ trì, phối hợp | Kết quả thực hiện | Sản phẩm dự kiến hoàn thành | Tiến độ |"
    (table,) = pipe_tables(text)
    columns = header_at(Grid(table, text), 0)
    assert columns is not None
    assert columns.ranges == {"no": (0, 1), "task": (1, 2), "lead": (2, 3), "other": (3, 4), "product": (4, 5), "due": (5, 6)}


def test_no_tables_no_tasks() -> None:
    assert read_task_tables((), "Giao Sở Y tế báo cáo.") == []


HEADINGS = ["TT", "#", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Cơ quan thực hiện"]
NUMBERS = ["I", "II.", "A", "1", "1.1", "1a", "a)", "(1)", "-", "**II**", "I.1", "2/"]
VOCABULARY = st.sampled_from(["", *HEADINGS, *NUMBERS, "- Họp", "1. Họp", "HẠ TẦNG", "Rà soát quy chế", "Sở Y tế", "nt", "6/2025"])


@given(st.data(), st.integers(1, 6), st.integers(1, 9))
def test_any_table_gives_spans_of_its_cells(data: st.DataObject, width: int, height: int) -> None:
    setter = Typesetter()
    header = [("TT", Place(0, 0)), ("Nhiệm vụ", Place(0, 1)), ("Chủ trì", Place(0, 2))] if data.draw(st.booleans()) else []
    places = [Place(row, column) for row in range(bool(header), height) for column in range(width)]
    merged = st.tuples(st.integers(1, 3), st.integers(1, 3))
    setter.table(header + [(data.draw(VOCABULARY), Place(p.row, p.column, *data.draw(merged))) for p in places])
    spans = {cell.span for table in setter.tables for cell in table.cells}
    ends = {span.end for span in spans}
    for task in read_task_tables(setter.tables, setter.text):
        assert task.task.start < task.task.end
        assert task.task.end in ends
        assert all(value is None or value in spans for value in task[2:])
        assert task.item is None or not task.item.startswith("/")
