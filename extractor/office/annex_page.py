"""The page of an annex as Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I has it.

Point 1: A4. Point 2: tables may lie across. Point 3: 20 to 25 mm above and below, 30 to 35 mm left, 15 to 20 mm right. Point 4: Times New
Roman, Unicode, black. Point 7: page numbers from 1 in Arabic numerals, size 13 to 14, upright, in the middle of the upper margin, not on
the first page. Mục III, point 1đ: each annex has its own numbering.
"""

from __future__ import annotations

from typing import Any

FONT = "Times New Roman"
SIZE = 13  # points: of the table, the page number and the line "Kèm theo"
HEADING_SIZE = 14

_PAPER = (297, 210)  # millimetres, A4 across
_ABOVE, _BELOW, _LEFT, _RIGHT = 20, 20, 30, 15
WIDTH = _PAPER[0] - _LEFT - _RIGHT  # what a table can fill


def new_document() -> Any:
    """An empty ``docx.Document`` with page, font and page number set."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(side) for side in _PAPER)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, (_ABOVE, _BELOW, _LEFT, _RIGHT))
    section.header_distance = Mm(_ABOVE / 2)
    _set_font(document)
    _number_pages(section)
    return document


def _set_font(document: Any) -> None:
    """Times New Roman for every script: Word draws some Vietnamese letters with the East Asian or complex font where only Latin is set."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for properties in (normal.element.rPr, defaults):
        fonts = properties.find(qn("w:rFonts"))
        fonts.attrib.clear()  # a theme's font would win
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)
    defaults.find(qn("w:lang")).set(qn("w:val"), "vi-VN")


def _number_pages(section: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run()
    for element in _field("PAGE"):
        run._r.append(element)


def _field(code: str) -> list[Any]:
    """A field that Word reckons: begin, code, end (ECMA-376, 17.16.18)."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    marks = [OxmlElement("w:fldChar") for _ in range(2)]
    for mark, kind in zip(marks, ("begin", "end"), strict=True):
        mark.set(qn("w:fldCharType"), kind)
    words = OxmlElement("w:instrText")
    words.text = code
    return [marks[0], words, marks[1]]
