"""Several processes give what one gives, whatever becomes of them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from command import ROOT, trichluc
from trouble import ENDLESS, GOOD, make

import extractor.normalise
from extractor import BudgetExceeded, Document, Failure, Rules, TrichLucError, extract_many, read_documents
from extractor.budget import limited, uncounted
from extractor.rules import digest_of
from extractor.run import Settings, results
from extractor.run.pool import spawned

Run = Callable[..., list[str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What becomes of texts under rules that make trouble: the facts of each, or the error."""
    patterns, environment = make(tmp_path)
    monkeypatch.setattr(extractor.normalise, "__path__", [*extractor.normalise.__path__, str(Path(__file__).parent)])
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    def outcomes(*texts: str, jobs: int, timeout: float = 30.0) -> list[str]:
        documents = [Document(text, doc_id=f"d{number}") for number, text in enumerate(texts)]
        found = list(results(documents, Settings((patterns,), timeout=timeout), jobs))
        assert [item.source if isinstance(item, Failure) else item.document.doc_id for item in found] == [d.doc_id for d in documents]
        assert all(isinstance(item, Failure) or item.document.text == text for item, text in zip(found, texts, strict=True))
        return [item.error if isinstance(item, Failure) else " ".join(f.text for f in item.facts if f.kind == "percent") for item in found]

    return outcomes


FOUND = "2,5% 45,03%"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_fails_costs_only_itself(run: Run, jobs: int) -> None:
    assert run(GOOD, "gây lỗi", GOOD, "gây đầy", GOOD, jobs=jobs) == [FOUND, "ZeroDivisionError", FOUND, "MemoryError", FOUND]


# An alarm that happens to ring in a destructor is lost there, says so, and rings again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_passes_its_time_costs_only_itself(run: Run, jobs: int) -> None:
    begun = time.monotonic()
    found = run(GOOD, "gây chậm", GOOD, ENDLESS, GOOD, jobs=jobs, timeout=1.5)
    assert found == [FOUND, "BudgetExceeded", FOUND, "BudgetExceeded", FOUND]
    assert time.monotonic() - begun < 30


def test_a_worker_that_dies_or_hangs_costs_only_the_document_that_it_was_at(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.run.pool._GRACE", 0.5)
    found = run(*[GOOD] * 5, "gây chết", *[GOOD] * 5, "gây thoát", "gây treo", GOOD, jobs=2, timeout=2)
    assert found == [*[FOUND] * 5, "WorkerLost", *[FOUND] * 5, "WorkerLost", "BudgetExceeded", FOUND]


def test_a_worker_killed_from_outside_costs_one_document_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            begun.append(self)

    monkeypatch.setattr("extractor.run.pool.subprocess.Popen", Noted)
    stream = extract_many((f"Bản tin {number}: đạt {number},5% kế hoạch." for number in range(400)), jobs=2)
    found = [next(stream)]
    begun[0].kill()
    found += stream
    lost = [result for result in found if result.failure]
    assert len(lost) <= 1
    assert [r.facts[0].value for r in found if not r.failure] == [n + 0.5 for n, r in enumerate(found) if not r.failure]
    assert len(begun) == 3
    assert all(process.poll() is not None for process in begun)


def test_results_are_those_of_one_process_and_in_order() -> None:
    texts = sorted((ROOT / "corpora" / "texts").glob("*.txt"), key=lambda path: path.stat().st_size)[:8]
    documents = [item for item in read_documents([*map(str, texts), "không-có.txt"]) for _ in (1, 2)]
    one, two, three = (list(extract_many(documents, jobs)) for jobs in (None, 2, 3))
    assert one == two == three
    assert sum(len(result.facts) for result in one) > 50
    assert any(result.document.duplicate_of for result in one)
    missing = "không-có.txt: there is no such file or folder: check the path"
    assert [result.failure.message for result in one if result.failure] == [missing] * 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_callers_own_stream_raises_comes_behind_the_results(jobs: int) -> None:
    def documents() -> Iterator[str]:
        yield "đạt 45%"
        raise OSError("the drive is gone")

    with pytest.raises(OSError, match="the drive is gone"):
        list(extract_many(documents(), jobs))
    stream = extract_many(documents(), jobs)
    assert [fact.text for fact in next(stream).facts] == ["45%"]
    stream.close()  # type: ignore[attr-defined]


def test_a_plain_script_without_a_guard_and_standard_input_as_script(tmp_path: Path) -> None:
    script = "from extractor import extract_many\nprint([f.text for r in extract_many(['đạt 45%', 'giảm 2%'], jobs=2) for f in r.facts])\n"
    path = tmp_path / "script.py"
    path.write_text(script, "utf-8")
    for command, given in (([sys.executable, path], None), ([sys.executable, "-"], script.encode())):
        done = subprocess.run(command, input=given, capture_output=True, timeout=60)
        assert (done.stdout.decode(), done.stderr.decode(), done.returncode) == ("['45%', '2%']\n", "", 0)


def test_workers_end_with_the_stream_or_with_their_parent(tmp_path: Path) -> None:
    script = (
        "import os, signal\nfrom extractor import extract_many\nstream = extract_many(['đạt 45%'] * 5000, jobs=2)\n"
        "next(stream)\nprint('begun', flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, process_group=0)
    assert done.stdout is not None
    with done.stdout:
        assert done.stdout.read() == b"begun\n"  # until the last one that could write there has gone
    assert done.wait() == -signal.SIGKILL
    before = _children()
    stream = extract_many(["đạt 45%"] * 5000, jobs=2)
    next(stream)
    assert len(_children() - before) == 2
    stream.close()  # type: ignore[attr-defined]
    assert _children() == before


def _children() -> set[str]:
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    if not listed.exists():
        pytest.skip("the system does not list child processes")
    return set(listed.read_text().split())


def test_workers_that_find_other_rules_or_none_end_the_run(tmp_path: Path) -> None:
    with pytest.raises(TrichLucError, match="have changed since the run began"):
        list(spawned(iter([Document("x")]), Settings(digest="another"), 1))
    assert digest_of() == Rules.load().digest
    with pytest.raises(TrichLucError, match="no such pattern folder"):
        list(spawned(iter([Document("x")]), Settings((tmp_path / "none",)), 1))


def test_workers_that_do_not_start_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.run.pool._BOOT", "import sys; sys.exit(7)")
    with pytest.raises(TrichLucError, match=r"do not start \(they end with exit code 7\): try --jobs 1"):
        list(spawned(iter([Document("x")]), Settings(), 2))


def test_a_stream_is_read_a_bounded_way_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.run.pool._AHEAD", 20_000)
    read = 0

    def documents() -> object:
        nonlocal read
        for number in range(300):
            read += 1
            yield Document(f"Bản tin {number}: đạt {number}%.")

    ahead = [read - number for number, _ in enumerate(results(documents(), Settings(), 2))]  # type: ignore[arg-type]
    assert len(ahead) == 300
    assert max(ahead) <= 20_000 / 500 + 1


def test_a_budget_in_a_thread_that_no_alarm_reaches() -> None:
    said: list[str] = []

    def work() -> None:
        try:
            with limited(0.2):
                while True:
                    time.sleep(0.01)
        except BudgetExceeded as error:
            said.append(str(error))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20)
    assert said == ["not done in 0.2 s: allow more with --timeout, or look what is special about it"]


def test_a_budget_is_not_swallowed_and_leaves_nothing_behind() -> None:
    def stubborn() -> None:
        with limited(0.1):
            while True:
                with suppress(Exception):  # what readers do with damaged files
                    time.sleep(10)

    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(BudgetExceeded):
        stubborn()
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_what_other_programs_take_is_not_counted() -> None:
    def work(more: float) -> str:
        with limited(0.8):
            time.sleep(0.1)
            with uncounted():
                time.sleep(1.0)
            time.sleep(more)
        return "done"

    assert work(0.01) == "done"
    with pytest.raises(BudgetExceeded):
        work(0.8)


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_no_text_is_a_failure_and_not_the_end(jobs: int) -> None:
    found = list(extract_many(["Đạt 41% kế hoạch", None, 5, "Đạt 45% kế hoạch"], jobs=jobs))  # type: ignore[list-item]
    assert [[fact.text for fact in result.facts] for result in found] == [["41%"], [], [], ["45%"]]
    assert [result.failure and result.failure.message for result in found] == [
        None,
        "item 2: NoneType is no text and no document",
        "item 3: int is no text and no document",
        None,
    ]


def test_a_row_of_a_table_that_fails_is_named_by_file_and_id(tmp_path: Path) -> None:
    (tmp_path / "tin.jsonl").write_text(json.dumps({"id": "bài 7", "text": "một " * 200_000}) + "\n", "utf-8")
    done = trichluc("extract", tmp_path / "tin.jsonl", "-o", tmp_path / "out.csv", "--timeout", "0.05")
    assert done.returncode == 1
    assert f"{tmp_path / 'tin.jsonl'}:bài 7: not done in 0.05 s" in done.stderr
