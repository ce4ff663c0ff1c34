"""Markdown: the text stays as it is, its tables are found."""

from pathlib import Path

import pytest

from extractor.errors import LoadError
from extractor.load import load

TEXT = "# Kế hoạch\r\n\r\n**Điều 1.** Rà soát.\r\n\r\n| TT | Việc |\r\n| --- | --- |\r\n| 1 | Họp&nbsp;giao ban |\r\n"


def test_text_is_unchanged_and_tables_point_into_it(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.md"
    path.write_bytes(TEXT.encode("utf-16"))
    document = load(path)
    assert document.text == TEXT
    assert (document.doc_id, document.media_type) == ("ke-hoach", "text/markdown")
    (table,) = document.tables
    assert [TEXT[cell.span.start : cell.span.end] for cell in table.cells] == ["TT", "Việc", "1", "Họp&nbsp;giao ban"]


def test_unreadable_encoding_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(LoadError, match=r"a\.md: .*UTF-16"):
        load(path)
