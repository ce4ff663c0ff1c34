"""The list as an annex to a document of one's own, in the form of Nghị định 30/2020/NĐ-CP.

Phụ lục I, Phần I, Mục III, point 1 (and mẫu 2.1 of Phụ lục III): b) "Phụ lục" on a line of its own, centred, lower case, size 14, upright,
bold; the annex's name centred, in capitals, size 13 to 14, upright, bold. c) Below it, centred, size 13 to 14, italic, the document that it
is attached to; a rule under it. The page is in ``annex_page``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from extractor.model import Document
from extractor.office.annex_labels import ACCORDING_TO, ANNEX, ATTACHED, END
from extractor.office.annex_page import HEADING_SIZE, SIZE, WIDTH, new_document
from extractor.office.annex_table import add_table
from extractor.office.labels import TITLE, Lang
from extractor.office.listed import ListedTask
from extractor.office.naming import document_name, document_number
from extractor.office.xml_text import xml_text
from extractor.write.atomic import replacing
from extractor.write.timeless import write_package

_RULE = 40  # millimetres: between a third and a half of the line above it


def write_annex(
    path: Path, tasks: Sequence[ListedTask], documents: Sequence[Document], *, lang: Lang = "vi", today: date | None = None
) -> None:
    """Write the list to ``path`` (.docx), whole or not at all; its folder is made where there is none. Superseded tasks are left out.

    :param documents: those that the tasks stand in; several make a heading each in the table.
    :param today: its year is that of the document that the annex is to be attached to; the present day unless told.
    :raises WriteError: the file is open in another program, the disk is full, and the like.
    """
    page = new_document()
    page.core_properties.title = TITLE.text(lang).capitalize()
    page.core_properties.author = page.core_properties.comments = ""  # the template names the library
    _add_head(page, documents, lang, (today or date.today()).year)
    add_table(page, [listed for listed in tasks if listed.change != "superseded"], documents, lang)
    _add_line(page, END, "RIGHT")
    saved = BytesIO()
    page.save(saved)
    with replacing(path) as part:
        write_package(saved.getvalue(), part)


def _add_head(page: Any, documents: Sequence[Document], lang: Lang, year: int) -> None:
    _add_line(page, ANNEX.text(lang), size=HEADING_SIZE, bold=True)
    _add_line(page, TITLE.text(lang), size=HEADING_SIZE, bold=True)
    if len(documents) == 1 and (document_number(documents[0]) or documents[0].title):
        _add_line(page, ACCORDING_TO.text(lang).format(name=_in_capitals(documents[0], lang)), size=HEADING_SIZE, bold=True)
    _add_line(page, ATTACHED.text(lang).format(year=year), italic=True)
    _add_rule(page)


def _in_capitals(document: Document, lang: Lang) -> str:
    """The document's name in capitals, its symbol as it is written: ``QĐ-TTg``."""
    name, number = document_name(document, lang), document_number(document) or ""
    return xml_text(name.upper().replace(number.upper(), number))


def _add_line(page: Any, text: str, alignment: str = "CENTER", *, size: int = SIZE, bold: bool = False, italic: bool = False) -> None:
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
    from docx.shared import Pt

    line = page.add_paragraph()
    line.alignment = WD_PARAGRAPH_ALIGNMENT[alignment]
    run = line.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _add_rule(page: Any) -> None:
    """A short line in the middle: the upper border of an empty paragraph that is indented from both sides."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    line = page.add_paragraph()
    form = line.paragraph_format
    form.left_indent = form.right_indent = Mm((WIDTH - _RULE) / 2)
    form.space_before, form.line_spacing = Pt(3), Pt(10)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")
