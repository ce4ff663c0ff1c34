"""What is said while a long run goes on: how far it is, how fast, how long it will take."""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest
from command import trichluc

from extractor.cli.terminal import Progress
from extractor.load.batch import Asked, Unread, plan
from extractor.load.meter import Meter
from extractor.load.zipped import Archives
from extractor.run import Counts


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Half(Meter):
    """A quarter was there before, half is done by now."""

    def __init__(self) -> None:
        super().__init__()
        self._shares = iter((0.25, 0.5))

    def share(self) -> float | None:
        return next(self._shares)


def shown(meter: Meter | None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    moments = iter((100.0, 101.0, 140.0))
    monkeypatch.setattr("extractor.cli.terminal.time.monotonic", lambda: next(moments))
    progress = Progress(quiet=False, to_file=True, meter=meter)
    progress.show(Counts(10, 50))
    progress.show(Counts(1200, 7000))
    return terminal.getvalue().split("\r\x1b[K")[1:]


def test_rate_share_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Half(), monkeypatch) == [
        "10 documents, 50 facts, 10 documents/s, 25%",
        "1,200 documents, 7,000 facts, 30 documents/s, 50%, 1:20 left",
    ]


def test_where_the_whole_is_unknown_only_the_rate_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(None, monkeypatch)[1] == "1,200 documents, 7,000 facts, 30 documents/s"


def test_the_reading_is_measured_in_bytes(tmp_path: Path) -> None:
    line = '{"id": "a", "text": "' + "đạt 45% " * 2000 + '"}\n'
    (tmp_path / "a.jsonl").write_text(line * 400, "utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(line * 400)
    (tmp_path / "c.txt").write_text("x" * 500_000, "utf-8")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("e.txt", "y" * 300_000)
    meter, shares, files = Meter(), [], 0
    with Archives() as archives:
        for item in plan([str(tmp_path)], Asked(None, None, None), archives, meter=meter):
            files += isinstance(item, Unread)
            shares.append(meter.share())
    assert files == 2
    known = [share for share in shares if share is not None]
    assert known == sorted(known)
    assert len(known) == len(shares) == 802
    assert 0.2 < known[0] < 0.3  # a hundred lines are read ahead
    assert 0.4 < known[200] < 0.5
    assert meter.share() == 1


def test_standard_input_has_no_measure() -> None:
    meter = Meter()
    with Archives() as archives:
        items = list(plan(["-"], Asked(None, None, None), archives, stdin=io.BytesIO(b"x"), meter=meter))
    assert len(items) == 1
    assert meter.share() is None


def test_dates_that_are_none_and_ids_that_come_again_are_one_line_each(tmp_path: Path) -> None:
    table = tmp_path / "tin.csv"
    table.write_text("id,date,text\na,2024-05-01,đạt 5%\nb,hôm qua,đạt 6%\na,,đạt 7%\nb,1714521600,đạt 8%\n", "utf-8")
    done = trichluc("extract", table, "-o", tmp_path / "facts.csv")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        f"trichluc: {table}: warning: 2 dates cannot be read and are left empty, first date 'hôm qua' in row 2:"
        " write 2024-05-31 or 31/5/2024",
        f"trichluc: {table}: warning: 2 rows have the id of an earlier one, first 'a' in row 3: all are kept, under the same doc_id",
    ]
    assert (tmp_path / "facts.csv").read_text("utf-8-sig").count("%,") >= 4
    assert trichluc("extract", table, "-o", tmp_path / "facts.csv", "--quiet").stderr == ""
