"""Documents of every format at the command line: what was read with loss is said, and copies are counted once."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
from command import PROGRAM, trichluc

TEXT = "Đến ngày 31/5/2024, Sở Tài chính tỉnh Nghệ An đã hoàn thành 23/25 nhiệm vụ được giao, đạt tỷ lệ 92% so với kế hoạch của cả năm."


def made_docx(path: Path) -> Path:
    source = docx.Document()
    source.add_paragraph(TEXT)
    source.save(str(path))
    return path


def test_an_archive_of_mixed_formats_makes_one_table(tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>"
    with zipfile.ZipFile(tmp_path / "thư.zip", "w") as archive:
        archive.write(made_docx(tmp_path / "a.docx"), "a.docx")
        archive.writestr("b.html", page)
        archive.writestr("c.pdf", "no PDF")
    done = trichluc("extract", tmp_path / "thư.zip", "-k", "ratio", "-k", "percent")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"trichluc: {tmp_path}/thư.zip/c.pdf: it is no such file under the name .pdf: open it in the program that made it and save it again"
    ]
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["doc_id"], row["text"]) for row in rows] == [("a", "23/25"), ("a", "92%"), ("b", "23/25"), ("b", "92%")]
    assert [row["duplicate_of"] for row in rows[2:]] == [f"a#{row['fact_id']}" for row in rows[:2]]


def test_a_document_read_under_another_kind_is_told_and_goes_into_the_documents_table(tmp_path: Path) -> None:
    path = made_docx(tmp_path / "a.doc")
    out = tmp_path / "facts.csv"
    done = trichluc("extract", path, "-o", out)
    said = "the file is named .doc and is DOCX: read as that"
    assert (done.returncode, done.stderr) == (0, f"trichluc: {path}: warning: {said}\n")
    with out.with_name("facts.documents.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["warnings"], row["media_type"].rsplit(".", 1)[-1]) == (said, "document")
    assert trichluc("extract", path, "-o", out, "--quiet").stderr == ""


def test_doctor_says_what_is_missing_and_how_to_get_it(tmp_path: Path) -> None:
    here = trichluc("doctor")
    assert here.returncode in (0, 1)
    assert (here.returncode == 0) == ("missing" not in here.stdout)
    bare = subprocess.run(
        [PROGRAM, "doctor"], capture_output=True, text=True, env={**os.environ, "PATH": str(tmp_path), "HOME": str(tmp_path)}, check=False
    )
    assert bare.returncode == 1
    assert "missing  Tesseract" in bare.stdout
    assert "sudo apt-get install tesseract-ocr tesseract-ocr-vie" in bare.stdout
    assert "missing  LibreOffice" in bare.stdout or sys.platform != "linux"


def test_doctor_tells_a_tesseract_without_vietnamese(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "tesseract 5.9" || echo "List of available languages (1):\neng"\n')
    program.chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}:/usr/bin:/bin"}
    done = subprocess.run([PROGRAM, "doctor"], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert "ok       Tesseract                    tesseract 5.9" in done.stdout
    assert "missing  Tesseract for Vietnamese" in done.stdout
