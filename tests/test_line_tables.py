"""Task tables that stand in a text as one cell a line: the cells come back, or their row is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.line_tables import line_tables
from extractor.task_tables import read_task_tables

HEADER = "STT\nTên nhiệm vụ\nCơ quan chủ trì\nCơ quan phối hợp\nThời gian hoàn thành"


def read(text: str) -> list[dict[str, str]]:
    """The fields of each task; those without words are left out."""
    tasks = read_task_tables(line_tables(text), text)
    fields = [{name: value for name, value in task._asdict().items() if value is not None} for task in tasks]
    return [{name: text[v[0] : v[1]] if isinstance(v, tuple) else v for name, v in task.items()} for task in fields]


def brief(rows: str) -> list[tuple[str | None, ...]]:
    found = read(f"PHỤ LỤC\nDanh mục nhiệm vụ\n{HEADER}\n{rows}")
    return [tuple(task.get(name) for name in ("item", "task", "lead", "support", "due")) for task in found]


def test_sections_numbers_and_all_columns() -> None:
    text = (
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\nTT\n\nNội dung công việc\n\nĐơn vị chủ trì\n\nĐơn vị phối hợp\n\nThời hạn\n\nSản phẩm\n\nGhi chú\n\n"
        "(1)\n\n(2)\n\n(3)\n\n(4)\n\n(5)\n\n(6)\n\n(7)\n\n"
        "I.\n\nHẠ TẦNG CHỢ\n\n1.\n\nSửa mái chợ Đông\n\nSở Công Thương\n\nUBND phường Đông\n\nQuý II/2026\n\nBiên bản nghiệm thu\n\nMới\n\n"
        "II. VỆ SINH\n\n2.\n\nThu gom rác ở chợ\n\nUBND các xã, phường\n\nSở Y tế\n\nHằng ngày\n\nBáo cáo tháng\n\nGấp\n\n"
        "Nơi nhận:\n- Như trên;\n3\nLưu: VT\n"
    )
    assert read(text) == [
        {"item": "I/1", "task": "Sửa mái chợ Đông", "lead": "Sở Công Thương", "support": "UBND phường Đông", "due": "Quý II/2026",
         "product": "Biên bản nghiệm thu"},
        {"item": "II/2", "task": "Thu gom rác ở chợ", "lead": "UBND các xã, phường", "support": "Sở Y tế", "due": "Hằng ngày",
         "product": "Báo cáo tháng"},
    ]  # fmt: skip
    (table,) = line_tables(text)
    assert table.header == 1


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # Cells that are missing: the words tell which.
        ("1\nVẽ bản đồ ngập\nSở Xây dựng\nThường xuyên", [("1", "Vẽ bản đồ ngập", "Sở Xây dựng", None, "Thường xuyên")]),
        ("1\nVẽ bản đồ ngập\nSở Xây dựng\nCông an tỉnh\n2\nĐo mực nước\nSở Y tế\nCông an tỉnh\n2026",
         [("1", "Vẽ bản đồ ngập", "Sở Xây dựng", "Công an tỉnh", None), ("2", "Đo mực nước", "Sở Y tế", "Công an tỉnh", "2026")]),
        ("1\nVẽ bản đồ ngập\n2\nĐo mực nước\nSở Y tế\nCông an tỉnh\n2026",
         [("1", "Vẽ bản đồ ngập", None, None, None), ("2", "Đo mực nước", "Sở Y tế", "Công an tỉnh", "2026")]),
        # A dash for an empty cell, a ditto mark.
        ("1\nVẽ bản đồ ngập\nSở Xây dựng\n-\n2026\n2\nĐo mực nước\nnt\nSở Y tế\nnt",
         [("1", "Vẽ bản đồ ngập", "Sở Xây dựng", None, "2026"), ("2", "Đo mực nước", "Sở Xây dựng", "Sở Y tế", "2026")]),
        # Who only takes part elsewhere, and whoever else is concerned, do not lead: the row is left out.
        ("1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026\n2\nVẽ bản đồ ngập\nBan Dân tộc\n2026\n3\nĐặt biển báo\nCác đơn vị liên quan\n2026\n"
         "4\nPhát tờ rơi\nSở Y tế\nBan Dân tộc\n2026",
         [("1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026"), ("4", "Phát tờ rơi", "Sở Y tế", "Ban Dân tộc", "2026")]),
        # Three bodies on three lines could be one and two, or two and one; bullets and marks at the end tell.
        ("1\nĐo mực nước\nSở Y tế\nBan Dân tộc\nSở Nội vụ\n2026\n2\nPhát tờ rơi\nSở Y tế\nCông an tỉnh\n2026",
         [("2", "Phát tờ rơi", "Sở Y tế", "Công an tỉnh", "2026")]),
        ("1\nĐo mực nước\nSở Y tế\n- Ban Dân tộc;\n- Sở Nội vụ\n2026",
         [("1", "Đo mực nước", "Sở Y tế", "- Ban Dân tộc;\n- Sở Nội vụ", "2026")]),
        ("1\nĐo mực nước\nSở Y tế;\nBan Dân tộc\nSở Nội vụ\n2026", [("1", "Đo mực nước", "Sở Y tế;\nBan Dân tộc", "Sở Nội vụ", "2026")]),
        # A task over several lines, which may begin with a body.
        ("1\nBộ Y tế chủ trì, phối hợp với các bộ lập:\n- Danh mục thuốc;\n- Danh mục vật tư\nBộ Y tế\nBộ Tài chính\nTrước ngày 15/4/2026",
         [("1", "Bộ Y tế chủ trì, phối hợp với các bộ lập:\n- Danh mục thuốc;\n- Danh mục vật tư", "Bộ Y tế", "Bộ Tài chính",
           "Trước ngày 15/4/2026")]),
        # The header again, with and without the number; numbers that begin again; a title without a number.
        (f"1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026\n{HEADER}\n2\nPhát tờ rơi\nSở Y tế\nBan Dân tộc\n2027",
         [("1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026"), ("2", "Phát tờ rơi", "Sở Y tế", "Ban Dân tộc", "2027")]),
        ("1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026\nViệc của cấp xã\n1\nPhát tờ rơi\nSở Y tế\nBan Dân tộc\n2027",
         [("1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026"), ("1", "Phát tờ rơi", "Sở Y tế", "Ban Dân tộc", "2027")]),
        # A number that does not go on is no row; numbers with points, letters below them.
        ("I\nĐÊ ĐIỀU\n1.1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026\n1.2\nĐắp đê\nSở Y tế\nBan Dân tộc\n2026",
         [("I/1.1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026"), ("I/1.2", "Đắp đê", "Sở Y tế", "Ban Dân tộc", "2026")]),
        ("1\nĐê điều\n1.1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026", [("1/1.1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026")]),
        ("1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026\n87\nLời cuối\n", [("1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026")]),
        ("1\nĐo mực nước\n57\nSở Y tế\nBan Dân tộc\n2026\n2\nĐắp đê\nSở Y tế\nBan Dân tộc\n2026",
         [("2", "Đắp đê", "Sở Y tế", "Ban Dân tộc", "2026")]),
        # What stands below the table is not part of its last cell.
        ("1\nĐo mực nước\nSở Y tế\nBan Dân tộc\n2026\nGhi chú: các cột do đơn vị tự ghi.\n",
         [("1", "Đo mực nước", "Sở Y tế", "Ban Dân tộc", "2026")]),
    ],
)  # fmt: skip
def test_rows(rows: str, found: list[tuple[str | None, ...]]) -> None:
    assert brief(rows) == found


def test_a_header_of_two_rows_and_broken_headings() -> None:
    text = (
        "TT\nNội dung\ncông việc\nPhân công thực hiện\nThời hạn\n(dự kiến)\nChủ trì\nPhối hợp\n"
        "1\nKiểm đếm tàu cá\nSở Nông nghiệp và Môi trường\nBộ đội biên phòng tỉnh\nTháng 9/2026"
    )
    assert read(text) == [
        {"item": "1", "task": "Kiểm đếm tàu cá", "lead": "Sở Nông nghiệp và Môi trường", "support": "Bộ đội biên phòng tỉnh",
         "due": "Tháng 9/2026"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "STT",
        "Không có bảng nào.\nSTT",
        "STT\nHọ và tên\nChức vụ\n1\nTrần Văn Tám\nChuyên viên",
        "STT\nNội dung\nĐơn vị tính\nSố lượng\n1\nGiấy\nRam\n5",
        f"{HEADER}\nBảng này để trống.",
        f"{HEADER}\n1\n2\n3\n4\n5",
        f"{HEADER}\n1\nTờ rơi\nxanh\nđỏ\ntím\n2\nÁo\nxanh\nđỏ\ntím",
    ],
)
def test_other_texts_give_nothing(text: str) -> None:
    assert line_tables(text) == ()


TASKS = ["Rà soát hộ nghèo", "Lập hồ sơ bến thuyền.", "Bộ Y tế chủ trì, trình đề án nước sạch", "Ban hành quy chế làm việc của tổ lưu động"]
LEADS = ["Sở Y tế", "Công an tỉnh", "Bộ Tài chính; UBND tỉnh", "Cục Thủy lợi", "Ban Quản lý khu bảo tồn", "Trung tâm Khuyến nông"]
SUPPORTS = ["Các sở, ban, ngành có liên quan", "UBND các xã, phường", "Hội Nông dân", "Viện Lúa"]
TIMES = ["Quý I/2026", "Thường xuyên", "Trước ngày 30/6/2026", "2026 - 2030", "Tháng 12/2025", "31/8/2026", "Hằng năm", "Năm 2027"]
PRODUCTS = ["Báo cáo", "Quyết định của UBND tỉnh", "Bản đồ số", "Văn bản hướng dẫn"]
HEADS = {"task": "Nhiệm vụ", "lead": "Cơ quan chủ trì", "support": "Cơ quan phối hợp", "due": "Thời hạn", "product": "Sản phẩm"}
CELLS = {"task": TASKS, "lead": LEADS, "support": SUPPORTS, "due": TIMES, "product": PRODUCTS}
ORDERS = st.permutations(["lead", "support", "due", "product"]).flatmap(
    lambda names: st.sampled_from([["task", *names], ["task", *names[:3]]])
)
ROWS = st.lists(st.fixed_dictionaries({name: st.sampled_from(cells) for name, cells in CELLS.items()}), min_size=1, max_size=6)


@given(ORDERS.filter(lambda names: "lead" in names), ROWS, st.sampled_from(["\n", "\r\n", "\n\n", " \n\t"]), st.booleans())
def test_any_table_comes_back(names: list[str], rows: list[dict[str, str]], end: str, sections: bool) -> None:
    lines = ["Kế hoạch", "TT", *(HEADS[name] for name in names)]
    for at, row in enumerate(rows):
        lines += [*(["I" * (at // 2 + 1) + ".", "Việc chung"] if sections and at % 2 == 0 and at < 6 else []), str(at + 1)]
        lines += [row[name] for name in names]
    found = read(end.join(lines))
    assert [{name: task[name] for name in names} for task in found] == [{name: row[name] for name in names} for row in rows]


@given(ROWS, st.data())
def test_a_row_with_cells_lost_is_right_or_left_out(rows: list[dict[str, str]], data: st.DataObject) -> None:
    names = ["task", "lead", "support", "due", "product"]
    lines, kept = ["TT", *(HEADS[name] for name in names)], {}
    for at, row in enumerate(rows):
        lost = data.draw(st.sets(st.sampled_from(["support", "due", "product"]), max_size=2))
        kept[str(at + 1)] = {name: row[name] for name in names if name not in lost}
        lines += [str(at + 1), *kept[str(at + 1)].values()]
    for task in read("\n".join(lines)):
        told = kept[task.pop("item")]
        assert task["lead"] == told["lead"]
        assert task.get("due") == told.get("due")
        assert {name: value for name, value in told.items() if name in task} == task


@given(
    st.lists(
        st.sampled_from([*HEADER.split("\n"), "1", "2", "I", "1.1", "a)", "-", "nt", "....", *TASKS[:2], *LEADS[:2], *TIMES[:2]]),
        max_size=30,
    )
)
def test_any_text_gives_tight_spans(lines: list[str]) -> None:
    text = "\n".join([*HEADER.split("\n"), *lines])
    for cell in (cell for table in line_tables(text) for cell in table.cells):
        words = text[cell.span.start : cell.span.end]
        assert words == words.strip() != ""
    read(text)


def test_a_long_article_holds_no_table() -> None:
    assert line_tables("Một dòng chữ dài của bài báo, không có bảng nào.\n" * 10_000) == ()
