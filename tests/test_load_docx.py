"""Word documents: paragraphs and tables in their order, merged cells."""

import io
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractor.load import docx as reader
from extractor.model import Document


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def cells(document: Document) -> list[tuple[str, int, int, int, int]]:
    (table,) = document.tables
    return [(document.text[c.span.start : c.span.end], c.row, c.column, c.rows, c.columns) for c in table.cells]


def filled(document: Any, rows: list[list[str]]) -> Any:
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    return table


def test_body_order_breaks_and_blank_paragraphs() -> None:
    document = docx.Document()
    document.add_paragraph("Điều 1. Giao Sở Y tế:")
    document.add_paragraph("  ")
    document.add_paragraph("a) Rà soát;\nb) Báo cáo\ttrước 30/6.")
    filled(document, [["TT", "Việc"], ["1", "Họp"]])
    document.add_paragraph("Điều 2. Hiệu lực.")
    read = reader.read(saved(document))
    assert read.text == ("Điều 1. Giao Sở Y tế:\n\na) Rà soát;\nb) Báo cáo\ttrước 30/6.\n\n| TT | Việc |\n| 1 | Họp |\n\nĐiều 2. Hiệu lực.")
    assert read.media_type == reader.MEDIA_TYPE
    assert cells(read) == [("TT", 0, 0, 1, 1), ("Việc", 0, 1, 1, 1), ("1", 1, 0, 1, 1), ("Họp", 1, 1, 1, 1)]


def test_merged_cells_and_cells_of_several_paragraphs() -> None:
    document = docx.Document()
    table = filled(document, [["TT", "Cơ quan", ""], ["", "Chủ trì", "Phối hợp"], ["1", "Sở A", "- Sở B\n- Sở C"], ["2", "", "Sở | D"]])
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 1).merge(table.cell(3, 1))
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    table.cell(2, 2).add_paragraph("- Sở E")
    read = reader.read(saved(document))
    assert read.text == "| TT | Cơ quan |  |\n|  | Chủ trì | Phối hợp |\n| 1 | Sở A | - Sở B - Sở C - Sở E |\n| 2 |  | Sở \\| D |"
    assert read.tables[0].header == 1
    assert cells(read) == [
        ("TT", 0, 0, 2, 1),
        ("Cơ quan", 0, 1, 1, 2),
        ("Chủ trì", 1, 1, 1, 1),
        ("Phối hợp", 1, 2, 1, 1),
        ("1", 2, 0, 1, 1),
        ("Sở A", 2, 1, 2, 1),
        ("- Sở B - Sở C - Sở E", 2, 2, 1, 1),
        ("2", 3, 0, 1, 1),
        ("Sở \\| D", 3, 2, 1, 1),
    ]


def test_letterhead_and_frames_are_running_text_with_the_tables_inside_them() -> None:
    document = docx.Document()
    filled(document, [["UBND TỈNH\nSố: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
    frame = document.add_table(1, 1)
    frame.cell(0, 0).text = "Phụ lục"
    inner = frame.cell(0, 0).add_table(2, 2)
    for number, cell in enumerate(cell for row in inner.rows for cell in row.cells):
        cell.text = f"ô {number}"
    read = reader.read(saved(document))
    assert read.text == "UBND TỈNH\nSố: 12/KH-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nPhụ lục\n\n| ô 0 | ô 1 |\n| ô 2 | ô 3 |"
    assert len(read.tables) == 1


def test_content_controls_are_read() -> None:
    document = docx.Document()
    wrapped = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Kính gửi: Sở Nội vụ</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(0, parse_xml(wrapped))
    assert reader.read(saved(document)).text == "Kính gửi: Sở Nội vụ"
