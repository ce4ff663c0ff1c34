"""A file of the wrong kind under a right name, a file too large: one line that says what it is and what to do."""

import gzip
import io
import zipfile
from pathlib import Path

import docx
import pytest

from extractor.errors import LoadError
from extractor.load import load, read_documents
from extractor.load.signature import ending_of, kind_of
from extractor.model import Document


def package(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return data.getvalue()


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(600)


PDF = b"%PDF-1.7\n1 0 obj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
KINDS = [
    (PDF, "PDF"),
    (b"\n\n" + PDF, "PDF"),
    (PNG, "PNG"),
    (b"\xff\xd8\xff\xe0" + bytes(20), "JPEG"),
    (b"II*\x00" + bytes(20), "TIFF"),
    (package("[Content_Types].xml", "word/document.xml"), "DOCX"),
    (package("[Content_Types].xml", "xl/workbook.xml"), "XLSX"),
    (package("mimetype", "content.xml"), "ODT"),
    (package("a.txt"), "ZIP"),
    (package("word/document.xml")[:60], "DOCX"),
    (old_office("WordDocument"), "DOC"),
    (old_office("Workbook"), "XLS"),
    (old_office("EncryptedPackage"), "locked Office"),
    (b"{\\rtf1 x}", "RTF"),
    (gzip.compress(b"x", mtime=0), "gzip"),
    (b"<!DOCTYPE html><html>", "HTML"),
    ("\ufeff<html>".encode(), "HTML"),
    ("Số: 12/QĐ-UBND".encode(), None),
    (b"MM: mot bai bao", None),
    (b"", None),
]


@pytest.mark.parametrize(("data", "kind"), KINDS, ids=[f"{i}-{kind}" for i, (_, kind) in enumerate(KINDS)])  # a ZIP holds the time
def test_formats_are_told_by_their_bytes(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", PDF, "it is a PDF file under the name .docx: rename it to .pdf"),
        ("a.docx", old_office("WordDocument"), "it is a DOC file under the name .docx: rename it to .doc"),
        ("a.docx", package("xl/workbook.xml"), "it is an XLSX file under the name .docx: open it in the program that made it"),
        ("a.docx", "Kính gửi".encode(), "it is no such file under the name .docx"),
        ("a.docx", old_office("EncryptedPackage"), "locked with a password: open it in Word and save it again without one"),
        ("a.doc", PNG, "it is a PNG file under the name .doc: rename it to .png"),
        ("a.pdf", PNG, "it is a PNG file under the name .pdf: rename it to .png"),
        ("a.pdf", b"<html><body>404", "it is an HTML file under the name .pdf: rename it to .html"),
        ("a.png", PDF, "it is a PDF file under the name .png: rename it to .pdf"),
        ("a.txt", PDF, "it is a PDF file under the name .txt: rename it to .pdf"),
        ("a.txt", b"{\\rtf1 x}", "it is an RTF file under the name .txt: rename it to .rtf"),
        ("a.html", package("word/document.xml"), "it is a DOCX file under the name .html: rename it to .docx"),
        ("a.rtf", b"Kinh gui", "it is no such file under the name .rtf"),
    ],
)
def test_the_wrong_kind_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(LoadError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: {said}")
    assert "\n" not in str(caught.value)


def test_a_picture_under_the_ending_of_another_is_a_picture() -> None:
    from extractor.load.signature import check_kind

    for ending in (".png", ".jpg", ".jpeg", ".tif", ".tiff"):
        check_kind(ending, PNG)


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "a.png"])
def test_half_a_gigabyte_is_refused_before_it_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(500 << 20)  # a hole: it takes no place on the disk
    (tmp_path / "b.txt").write_text("bài", encoding="utf-8")
    bad, good = read_documents([str(path), str(tmp_path / "b.txt")])
    assert not isinstance(bad, Document)
    assert bad.message == f"{path}: it is larger than 256 MB: split it, or give it as a table of articles, which is read row by row"
    assert isinstance(good, Document)


def test_what_gzip_hides_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.load import single

    monkeypatch.setattr(single, "LARGEST", 1 << 20)
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"x" * (1 << 21)))
    with pytest.raises(LoadError, match="larger than 1 MB"):
        load(path)


def test_standard_input_is_read_as_what_it_is(tmp_path: Path) -> None:
    data = io.BytesIO()
    source = docx.Document()
    source.add_paragraph("Đạt 23/25 nhiệm vụ.")
    source.save(data)
    (document,) = read_documents(["-"], stdin=io.BytesIO(data.getvalue()))
    assert isinstance(document, Document)
    assert (document.text, document.doc_id) == ("Đạt 23/25 nhiệm vụ.", "stdin")
    assert ending_of(data.getvalue()) == ".docx"
