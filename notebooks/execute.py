"""Executes the notebooks of this folder and stores in them what they print, without anything that changes from run to run.

python notebooks/execute.py [NAME ...]            executes and writes them
python notebooks/execute.py --check [NAME ...]    exit code 1 when one prints something else than is stored in it
"""

from __future__ import annotations

import difflib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from lxml import etree, html
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
SECONDS = 120  # for one cell
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_QUIET = "--Application.log_level=ERROR"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
Notebook = Any  # nbformat is not typed


def read(path: Path) -> Notebook:
    """The notebook as stored."""
    return nbformat.read(path, as_version=4)


def executed(path: Path) -> Notebook:
    """The notebook with fresh outputs: by this interpreter, in a folder of its own that has ``../corpora`` and ``../../shared`` as here.

    :raises CellExecutionError: a cell failed.
    """
    notebook = read(path)
    with tempfile.TemporaryDirectory() as made:
        folder = _laid_out(Path(made))
        own = KernelSpecManager(kernel_dirs=[])  # this interpreter's kernel, whatever else is installed
        kernel = AsyncKernelManager(kernel_spec_manager=own, transport="ipc", connection_file=str(Path(made) / "kernel.json"))
        place = {"metadata": {"path": str(folder)}}
        client = NotebookClient(notebook, km=kernel, timeout=SECONDS, record_timing=False, extra_arguments=[_QUIET], resources=place)
        client.execute(env=_environment(Path(made)))
    return _clean(notebook)


def missing(notebook: Notebook) -> str | None:
    """What the notebook needs, by its own word (``needs`` in its metadata), and is not here."""
    needed = notebook.metadata.get("needs")
    return needed if needed and not (ROOT / needed).exists() else None


def changes(stored: Notebook, fresh: Notebook) -> Iterator[str]:
    """For each cell that prints something else than is stored: its number and id, and the lines that differ.

    Pictures are not compared: another version of a library draws them otherwise. HTML is compared as a reader sees it, by its words.
    """
    for number, (before, after) in enumerate(zip(stored.cells, fresh.cells, strict=True), 1):
        if before.cell_type == "code" and (lines := _differing(printed(before), printed(after))):
            yield "\n".join([f"cell {number} ({before.id}) prints something else:", *lines])


def main(arguments: list[str]) -> int:
    """Execute the notebooks named, or all; write them, or say which are out of date."""
    check = "--check" in arguments
    names = [name for name in arguments if name != "--check"]
    paths = [HERE / name for name in names] or sorted(HERE.glob("*.ipynb"))
    failed = 0
    for path in paths:
        try:
            failed |= _check(path) if check else _write(path)
        except CellExecutionError as error:
            print(f"{path.name}: a cell fails: {_ANSI.sub('', str(error))}")
            failed = 1
    if failed and check:
        print("Read what has changed; where it is right, run make notebooks.")
    return failed


def _check(path: Path) -> int:
    stored = read(path)
    if needed := missing(stored):
        print(f"{path.name}: not checked: {needed} is not here")
        return 0
    found = list(changes(stored, executed(path)))
    for change in found:
        print(f"{path.name}: {change}")
    return int(bool(found))


def _write(path: Path) -> int:
    if needed := missing(read(path)):
        print(f"{path.name}: left as it is: {needed} is not here")
        return 0
    nbformat.write(executed(path), path)
    print(f"{path.name}: written")
    return 0


def _laid_out(made: Path) -> Path:
    """The folder to execute in, so that what a notebook writes stays out of the project."""
    folder = made / "project" / "notebooks"
    folder.mkdir(parents=True)
    (made / "project" / "corpora").symlink_to(ROOT / "corpora")
    if SHARED.exists():
        (made / "shared").symlink_to(SHARED)
    return folder


def _environment(made: Path) -> dict[str, str]:
    """This process's, with the program of this interpreter first, and nothing of a user's own settings that would show."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    settings = {"PATH": path, "IPYTHONDIR": str(made / "ipython"), "COLUMNS": "100", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**os.environ, **settings}


def _clean(notebook: Notebook) -> Notebook:
    """Without what belongs to one execution or one machine."""
    needs = {"needs": notebook.metadata["needs"]} if "needs" in notebook.metadata else {}
    notebook.metadata = nbformat.from_dict({**needs, "kernelspec": _KERNEL, "language_info": {"name": "python"}})
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.outputs = _merged(cell.outputs)
    return notebook


def _merged(outputs: list[Any]) -> list[Any]:
    """What is printed comes in pieces, cut by the clock: the pieces of one stream as one."""
    kept: list[Any] = []
    for output in outputs:
        if kept and output.output_type == "stream" == kept[-1].output_type and output.name == kept[-1].name:
            kept[-1].text += output.text
        else:
            kept.append(output)
    return kept


def printed(cell: Any) -> list[str]:
    """The lines that a reader of the cell's outputs sees, blanks within them folded; a picture is one line."""
    lines: list[str] = []
    for output in cell.outputs:
        data = output.get("data", {})
        words = output.get("text") or (_words(data["text/html"]) if "text/html" in data else data.get("text/plain", ""))
        lines += [" ".join(line.split()) for line in words.splitlines()]
        lines += [f"[{kind}]" for kind in sorted(data) if kind.startswith("image/")]
    return [line for line in lines if line]


def _words(source: str) -> str:
    """The text of HTML, a line for each row of a table and each block."""
    tree = html.fragment_fromstring(source, create_parent=True)
    etree.strip_elements(tree, "style", with_tail=False)
    for row in tree.iter("tr", "div"):
        row.tail = "\n" + (row.tail or "")
    for cell in tree.iter("td", "th"):
        cell.tail = " | "
    return str(tree.text_content())


def _differing(before: list[str], after: list[str]) -> list[str]:
    lines = difflib.unified_diff(before, after, n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
