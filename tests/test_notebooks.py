"""The notebooks show what the program does: each is executed, and prints what is stored in it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
import pytest
from command import ROOT

from execute import printed

FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
named = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def script(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, FOLDER / "execute.py", *arguments], capture_output=True, text=True, encoding="utf-8")


def test_they_are_those_that_the_page_tells_of() -> None:
    told = re.findall(r"\]\((\d\d-[a-z]+\.ipynb)\)", (FOLDER / "README.md").read_text("utf-8"))
    assert told == [path.name for path in NOTEBOOKS]
    assert len(told) == 6


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest) -> Iterator[dict[Path, Future[subprocess.CompletedProcess[str]]]]:
    """Each notebook that is asked for being checked, two at a time."""
    items = [item for item in request.session.items if isinstance(item, pytest.Function) and "runs" in item.fixturenames]
    with ThreadPoolExecutor(2) as pool:
        yield {path: pool.submit(script, "--check", path.name) for item in items for path in [item.callspec.params["path"]]}


@named
def test_it_prints_what_is_stored(path: Path, runs: dict[Path, Future[subprocess.CompletedProcess[str]]]) -> None:
    done = runs[path].result()
    needs = nbformat.read(path, as_version=4).metadata.get("needs")
    if needs and not (ROOT / needs).exists():
        assert done.stdout == f"{path.name}: not checked: {needs} is not here\n"
        pytest.skip(f"{needs} is not here")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@named
def test_it_is_stored_without_what_changes_from_run_to_run(path: Path) -> None:
    stored = path.read_text("utf-8")
    notebook = nbformat.reads(stored, as_version=4)
    nbformat.validate(notebook)
    assert stored == json.dumps(json.loads(stored), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert set(notebook.metadata) <= {"kernelspec", "language_info", "needs"}
    assert notebook.metadata.language_info == {"name": "python"}
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in notebook.cells:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", cell.id), f"{cell.id}: name the cell for what it does, so that it keeps its name"
        assert not cell.metadata
    assert not [output for cell in code for output in cell.outputs if output.output_type == "error"]
    shown = "\n".join(json.dumps(cell.outputs, ensure_ascii=False) for cell in code)
    assert not re.search(r"(?<![\w./<])/(?:tmp|home|root|work|usr|Users|opt)/|Warning:|\[pyarrow\]", shown)


@named
def test_its_links_lead_somewhere(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for link in re.findall(r"\]\((?!https?:)([^)#]+)", cell.source):
                assert (FOLDER / link).exists(), link


def test_the_real_articles_are_shown_by_their_numbers_and_not_by_their_sentences() -> None:
    notebook = nbformat.read(FOLDER / "06-compare.ipynb", as_version=4)
    shown = [part for cell in notebook.cells if cell.cell_type == "code" for line in printed(cell) for part in line.split(" | ")]
    assert len(shown) > 100
    assert [part for part in shown if len(part) > 60 or part.endswith(".")] == []


def notebook(path: Path, *sources: str, stored: str = "") -> Path:
    """A notebook of these cells, the last of which is said to have printed ``stored``."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source, id=f"cell-{n}") for n, source in enumerate(sources, 1)])
    made.cells[-1].outputs = [nbformat.v4.new_output("stream", text=stored)]
    nbformat.write(made, path)
    return path


def test_a_cell_that_prints_something_else_is_named_with_what_differs(tmp_path: Path) -> None:
    path = notebook(tmp_path / "stale.ipynb", "count = 20", "print('Đạt')\nprint(count)", stored="Đạt\n19\n")
    done = script("--check", path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "stale.ipynb: cell 2 (cell-2) prints something else:",
        "-19",
        "+20",
        "Read what has changed; where it is right, run make notebooks.",
    ]


def test_a_cell_that_fails_is_shown(tmp_path: Path) -> None:
    done = script("--check", notebook(tmp_path / "broken.ipynb", "1 / 0"))
    assert done.returncode == 1
    assert done.stdout.startswith("broken.ipynb: a cell fails: ")
    assert "ZeroDivisionError: division by zero" in done.stdout
    assert "\x1b" not in done.stdout


def test_writing_stores_what_is_printed_and_nothing_that_changes(tmp_path: Path) -> None:
    cells = ["import sys\nprint('a', flush=True)\nprint('b')", "from IPython.display import HTML\nHTML('<b>1</b>')"]
    path = notebook(tmp_path / "new.ipynb", *cells)
    assert script(path).stdout == "new.ipynb: written\n"
    first = path.read_bytes()
    printed, shown = nbformat.read(path, as_version=4).cells
    assert [(output.output_type, output.text) for output in printed.outputs] == [("stream", "a\nb\n")]
    assert shown.outputs[0].data["text/html"] == "<b>1</b>"
    assert script(path).returncode == 0
    assert path.read_bytes() == first


def test_a_notebook_runs_in_a_folder_of_its_own_beside_the_corpora(tmp_path: Path) -> None:
    source = "from pathlib import Path\n_ = Path('left').write_text('x')\n"
    source += "print(Path('../corpora/README.md').exists(), [path.name for path in Path().iterdir()])"
    stored = "True ['left']\n"
    assert script("--check", notebook(tmp_path / "where.ipynb", source, stored=stored)).stdout == ""
    assert not (FOLDER / "left").exists()
