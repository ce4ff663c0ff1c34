"""Page and cell of a fact."""

from extractor import extract
from extractor.load.typeset import Place, Typesetter
from extractor.model import Document
from extractor.where import Where


def test_pages_are_counted_from_one_and_may_be_empty() -> None:
    document = Document("một\n\nba", pages=(0, 5, 5))
    assert [Where(document, ()).page(at) for at in (0, 4, 5, 6)] == [1, 1, 3, 3]
    assert Where(Document("một"), ()).page(1) is None


def test_cells_are_numbered_from_one_with_their_table() -> None:
    setter = Typesetter()
    setter.paragraph("Kết quả đạt 45%:")
    setter.table([("Đơn vị", Place(0, 0)), ("Tỷ lệ", Place(0, 1)), ("Sở Y tế", Place(1, 0)), ("12%", Place(1, 1))])
    setter.table([("Sở Nội vụ", Place(0, 0, 2, 1)), ("7%", Place(0, 1)), ("9%", Place(1, 1))])
    document = Document(setter.text, tables=setter.tables)
    found = {fact.text: fact.cell for fact in extract(document).facts}
    assert found == {"45%": None, "Sở Y tế": "T1R2C1", "12%": "T1R2C2", "Sở Nội vụ": "T2R1C1", "7%": "T2R1C2", "9%": "T2R2C2"}


def test_pipe_tables_of_plain_text_have_cells_too() -> None:
    facts = extract("| Đơn vị | Tỷ lệ |\n|---|---|\n| Sở Y tế | 12% |\n").facts
    assert [(fact.text, fact.cell) for fact in facts] == [("Sở Y tế", "T1R2C1"), ("12%", "T1R2C2")]


def test_a_task_knows_its_page() -> None:
    setter = Typesetter()
    setter.paragraph("THÔNG BÁO")
    second = setter.length + 2
    setter.paragraph("1. Giao Sở Y tế rà soát các dự án, báo cáo trước ngày 15/6/2026.")
    (task,) = extract(Document(setter.text, pages=(0, second))).tasks
    assert (task.page, task.cell) == (2, None)
