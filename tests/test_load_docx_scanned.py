"""Word documents that are nothing but pictures of pages go to OCR, a page each; with any text in them they do not."""

import io
from typing import Any

import docx
import pytest
from PIL import Image

from extractor.errors import LoadError
from extractor.load import docx as reader
from extractor.load import ocr
from extractor.model import Cell, Document, Span, Table

PAGES = {
    1: Document("SỞ Y TẾ", pages=(0,), warnings=("page 1: 91 % sure",)),
    2: Document("| 1 | Họp |", tables=(Table((Cell(Span(2, 3), 0, 0), Cell(Span(6, 9), 0, 1))),), pages=(0,)),
}


def pictured(*widths: int, words: str = "") -> bytes:
    """A document with a picture of each width in pixels, by which ``read_as`` knows them."""
    document: Any = docx.Document()
    document.add_paragraph(words)
    for width in widths:
        stream = io.BytesIO()
        Image.new("RGB", (width, 9), "white").save(stream, "PNG")
        document.add_picture(io.BytesIO(stream.getvalue()))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def _no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_as(data: bytes) -> Document:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width not in PAGES:
                raise LoadError("OCR finds no words in the picture")
            return PAGES[picture.width]

    monkeypatch.setattr(ocr, "read_image", read_as)


@pytest.mark.usefixtures("_no_tesseract")
def test_pages_follow_one_another() -> None:
    read = reader.read(pictured(9, 1, 2, 1))
    assert (read.text, read.pages) == ("SỞ Y TẾ\n\n| 1 | Họp |", (0, 9))
    assert (read.media_type, read.warnings) == (reader.MEDIA_TYPE, ("picture 1: page 1: 91 % sure",))
    assert [read.text[cell.span.start : cell.span.end] for cell in read.tables[0].cells] == ["1", "Họp"]


@pytest.mark.usefixtures("_no_tesseract")
def test_pictures_beside_text_are_not_read() -> None:
    assert reader.read(pictured(1, words="Họp")).text == "Họp"


@pytest.mark.usefixtures("_no_tesseract")
def test_pictures_without_words_are_told() -> None:
    with pytest.raises(LoadError, match="it holds pictures and no text: OCR finds no words"):
        reader.read(pictured(9))
    assert reader.read(pictured()).text == ""
