"""Old office formats: DOC and RTF through LibreOffice and without it; nothing is fetched, no macro runs."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest
from legacy_encoders import encode

from extractor.errors import LoadError
from extractor.load import libreoffice, load

needs_office = pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")

RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times New Roman;}}{\*\generator x;}\f0 "
    r"Gi\u7843?i ng\u226?n 45,03% k\u7871? ho\u7841?ch v\u7889?n.\par "
    r"\trowd\cellx3000\cellx6000\cellx9000 STT\cell S\u7903?\cell T\u7927? l\u7879?\cell\row "
    r"\trowd\cellx3000\cellx6000\cellx9000 1\cell S\u7903? Y t\u7871?\cell 12%\cell\row "
    r"\pard Ho\u224?n th\u224?nh 23/25 nhi\u7879?m v\u7909?.\par %s}"
)


@pytest.fixture
def without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)


def write_rtf(folder: Path, more: str = "", name: str = "cũ.rtf") -> Path:
    path = folder / name
    path.write_text(RTF.replace("%s", more), encoding="ascii")
    return path


def as_doc(path: Path) -> Path:
    """LibreOffice as a person has it turns the file into a DOC beside it."""
    profile = f"-env:UserInstallation={(path.parent / 'lo').as_uri()}"
    command = [str(libreoffice.program()), profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    return path.with_suffix(".doc")


def made_doc(folder: Path) -> Path:
    """A true DOC, written by LibreOffice from a DOCX with a numbered list and a table."""
    source = docx.Document()
    source.add_paragraph("Giao các đơn vị thực hiện:")
    source.add_paragraph("Sở Tài chính giải ngân 45,03% kế hoạch vốn.", style="List Number")
    source.add_paragraph("Sở Y tế hoàn thành 23/25 nhiệm vụ.", style="List Number")
    table = source.add_table(2, 3)
    for row, cells in zip(table.rows, (("STT", "Đơn vị", "Tỷ lệ"), ("1", "Sở Y tế", "12%")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    source.add_paragraph("Kèm theo phụ lục.")  # LibreOffice loses a table that ends a document
    source.save(str(folder / "cũ.docx"))
    as_doc(folder / "cũ.docx")
    (folder / "cũ.docx").unlink()
    return folder / "cũ.doc"


@needs_office
def test_a_doc_comes_in_with_its_numbers_and_cells(tmp_path: Path) -> None:
    document = load(made_doc(tmp_path))
    assert document.text == (
        "Giao các đơn vị thực hiện:\n\n1. Sở Tài chính giải ngân 45,03% kế hoạch vốn.\n\n2. Sở Y tế hoàn thành 23/25 nhiệm vụ.\n\n"
        "| STT | Đơn vị | Tỷ lệ |\n| 1 | Sở Y tế | 12% |\n\nKèm theo phụ lục."
    )
    assert (document.media_type, len(document.tables), document.warnings) == ("application/msword", 1, ())


@needs_office
def test_a_doc_without_libreoffice_keeps_its_words_and_says_what_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made_doc(tmp_path)
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    document = load(path)
    assert "Sở Tài chính giải ngân 45,03% kế hoạch vốn." in document.text
    assert "Sở Y tế hoàn thành 23/25 nhiệm vụ." in document.text
    assert len(document.warnings) == 1
    assert "LibreOffice is not installed (trichluc doctor" in document.warnings[0]


@needs_office
def test_rtf_with_its_table(tmp_path: Path) -> None:
    document = load(write_rtf(tmp_path))
    assert document.text == ("Giải ngân 45,03% kế hoạch vốn.\n\n| STT | Sở | Tỷ lệ |\n| 1 | Sở Y tế | 12% |\n\nHoàn thành 23/25 nhiệm vụ.")
    assert (document.media_type, document.doc_id) == ("application/rtf", "cũ")


@pytest.mark.usefixtures("without_office")
def test_rtf_without_libreoffice(tmp_path: Path) -> None:
    document = load(write_rtf(tmp_path))
    assert document.text.startswith("Giải ngân 45,03% kế hoạch vốn.")
    assert document.text.endswith("Hoàn thành 23/25 nhiệm vụ.")
    assert "read without its tables" in document.warnings[0]


LEGACY = "Uỷ ban nhân dân tỉnh yêu cầu Sở Tài chính giải ngân 45,03% kế hoạch vốn, ưu tiên các dự án trọng điểm."


@pytest.mark.parametrize("charset", [0, 1, 163])
@pytest.mark.parametrize(("encoding", "font"), [("TCVN3", ".VnTime"), ("VNI", "VNI-Times")])
@pytest.mark.parametrize("installed", [pytest.param(True, marks=needs_office), False])
def test_rtf_in_a_legacy_font_whatever_character_set_it_declares(
    tmp_path: Path, charset: int, encoding: str, font: str, installed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not installed:
        monkeypatch.setattr(libreoffice, "program", lambda: None)
    letters = "".join(chr(byte) if byte < 127 else f"\\'{byte:02x}" for byte in encode(LEGACY, encoding))
    path = tmp_path / "a.rtf"
    path.write_text(rf"{{\rtf1\ansi\ansicpg1258{{\fonttbl{{\f0\fnil\fcharset{charset} {font};}}}}\f0 {letters}\par}}", encoding="ascii")
    document = load(path)
    assert (document.text, document.encoding) == (LEGACY, encoding)


@pytest.mark.usefixtures("without_office")
def test_what_word_opens_as_doc_is_read_as_what_it_is(tmp_path: Path) -> None:
    rtf = write_rtf(tmp_path, name="a.doc")
    page = tmp_path / "b.doc"
    page.write_text("<html><body><p>Đạt 45,03% kế hoạch.</p></body></html>", encoding="utf-8")
    package = tmp_path / "c.doc"
    source = docx.Document()
    source.add_paragraph("Đạt 23/25 nhiệm vụ.")
    source.save(str(package))
    assert [load(path).warnings[-1] for path in (rtf, page, package)] == [
        f"the file is named .doc and is {kind}: read as that" for kind in ("RTF", "HTML", "DOCX")
    ]
    assert load(page).text == "Đạt 45,03% kế hoạch."
    assert load(package).text == "Đạt 23/25 nhiệm vụ."


@needs_office
@pytest.mark.parametrize("installed", [True, False])
def test_damaged_doc_is_one_line(tmp_path: Path, installed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = made_doc(tmp_path).read_bytes()
    if not installed:
        monkeypatch.setattr(libreoffice, "program", lambda: None)
    path = tmp_path / "hỏng.doc"
    path.write_bytes(whole[:1500])
    with pytest.raises(LoadError, match=r"hỏng\.doc: .*save it again") as caught:
        load(path)
    assert "\n" not in str(caught.value)


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{web.server_port}", asked
        web.shutdown()
        thread.join()


@needs_office
def test_a_picture_that_is_only_linked_is_not_fetched(tmp_path: Path, server: tuple[str, list[str]]) -> None:
    address, asked = server
    page = tmp_path / "a.html"
    page.write_text(f'<p>Đạt 45,03% kế hoạch.</p><img src="{address}/a.png" width="9" height="9">', encoding="utf-8")
    path = as_doc(page)
    assert asked  # a LibreOffice with its usual settings asks for it
    assert address.encode("utf-16-le") in path.read_bytes()
    asked.clear()
    assert load(path).text == "Đạt 45,03% kế hoạch."
    assert asked == []


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for LibreOffice")
def test_a_libreoffice_that_hangs_is_stopped_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher = tmp_path / "soffice"
    launcher.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/pid\nwait\n")
    launcher.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: str(launcher))
    monkeypatch.setattr(libreoffice, "_SECONDS", 1)
    with pytest.raises(LoadError, match="LibreOffice did not finish it in 1 s"):
        load(write_rtf(tmp_path))
    child = int((tmp_path / "pid").read_text())
    for _ in range(50):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        time.sleep(0.1)
    pytest.fail("what the launcher started runs on")


@needs_office
def test_a_pdf_with_a_password_is_one_line(tmp_path: Path) -> None:
    source = docx.Document()
    source.add_paragraph("Đạt 45,03% kế hoạch.")
    source.save(str(tmp_path / "a.docx"))
    lock = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    profile = f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}"
    command = [
        str(libreoffice.program()),
        profile,
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{lock}",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=170)
    with pytest.raises(LoadError, match=r"a\.pdf: locked with a password: ") as caught:
        load(tmp_path / "a.pdf")
    assert "\n" not in str(caught.value)
