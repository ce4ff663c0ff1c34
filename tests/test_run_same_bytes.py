"""The same documents give the same bytes: whatever the number of processes, and whenever they are written."""

from __future__ import annotations

import json
import time
import zipfile
from pathlib import Path

import pytest
from command import trichluc

TEXT = (
    "Tính đến ngày 15/8/2025, Sở Tài chính tỉnh Nghệ An đã giải ngân {n} tỷ đồng, đạt {n},5% kế hoạch."
    " Yêu cầu Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát {n} dự án, báo cáo UBND tỉnh trước ngày 15/9/2025."
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """All formats, by one process and, later by more than the two seconds that a ZIP tells apart, by two."""
    table = tmp_path_factory.mktemp("in") / "tin.jsonl"
    table.write_text("\n".join(json.dumps({"id": f"a{n}", "date": "2025-08-20", "text": TEXT.format(n=n)}) for n in range(40)), "utf-8")
    folders = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("two")
    for jobs, folder in zip(("1", "2"), folders, strict=True):
        for ending in ("csv", "jsonl", "parquet", "sqlite", "xlsx"):
            trichluc("extract", table, "-o", folder / f"facts.{ending}", "--jobs", jobs)
        for ending in ("xlsx", "docx", "jsonl"):
            trichluc("tasks", table, "-o", folder / f"tasks.{ending}", "--jobs", jobs)
        time.sleep(2.1)
    return folders


def test_every_format_but_those_that_tell_the_time(written: tuple[Path, Path]) -> None:
    one, two = written
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in two.iterdir())
    assert len(names) == 5 + 3 + 4
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_an_office_file_is_whole(written: tuple[Path, Path]) -> None:
    for name in ("tasks.docx", "tasks.xlsx", "facts.xlsx"):
        with zipfile.ZipFile(written[0] / name) as package:
            assert package.testzip() is None
            assert {entry.date_time[0] for entry in package.infolist()} == {1980}
            assert package.namelist()[0] == "[Content_Types].xml"
