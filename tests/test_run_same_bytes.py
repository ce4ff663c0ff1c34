"""The same documents give the same bytes: whatever the number of processes, and whenever they are written."""

from __future__ import annotations

import time
import zipfile
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from extractor import Document
from extractor.office.listed import ListedTask
from extractor.office.lists import write_list
from extractor.run import Settings, collect, record, results
from extractor.write import Writer, open_writer
from extractor.write.values import Cells

TEXT = (
    "Tính đến ngày 15/8/2025, Sở Tài chính tỉnh Nghệ An đã giải ngân {n} tỷ đồng, đạt {n},5% kế hoạch."
    " Yêu cầu Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát {n} dự án, báo cáo UBND tỉnh trước ngày 15/9/2025."
)


class All:
    """Every writer at once."""

    def __init__(self, writers: list[Writer]) -> None:
        self._writers = writers

    def add(self, table: str, cells: list[Cells]) -> None:
        for writer in self._writers:
            writer.add(table, [list(row) for row in cells])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """All formats, by one process and, later by more than the two seconds that a ZIP tells apart, by two."""
    documents = [Document(TEXT.format(n=n), doc_id=f"a{n}", date=date(2025, 8, 20)) for n in range(40)]
    folders = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("two")
    for jobs, folder in enumerate(folders, 1):
        with ExitStack() as stack:
            endings = ("csv", "jsonl", "parquet", "sqlite", "xlsx")
            sink = All([stack.enter_context(open_writer(folder / f"facts.{ending}")) for ending in endings])
            record(documents, Settings(), sink, lambda _counts, _seen: None, jobs)
        run = collect(results(documents, Settings(), jobs), lambda _counts, _seen: None)
        for ending in ("xlsx", "docx"):
            write_list(folder / f"tasks.{ending}", [ListedTask(task) for task in run.tasks], run.documents, "vi")
        time.sleep(2.1)
    return folders


def test_every_format_but_those_that_tell_the_time(written: tuple[Path, Path]) -> None:
    one, two = written
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in two.iterdir())
    assert len(names) == 5 + 3 + 2
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_an_office_file_is_whole(written: tuple[Path, Path]) -> None:
    for name in ("tasks.docx", "tasks.xlsx", "facts.xlsx"):
        with zipfile.ZipFile(written[0] / name) as package:
            assert package.testzip() is None
            assert {entry.date_time[0] for entry in package.infolist()} == {1980}
            assert package.namelist()[0] == "[Content_Types].xml"
