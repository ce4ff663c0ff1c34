"""docs/benchmarks.md, from the figures of a run.

python benchmarks/page.py            writes it from benchmarks/results/bench.json
python benchmarks/page.py --check    exit code 1 where it is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from results import BENCH, RESULTS, read_json
from summary import many_documents, summary_table
from tables import linear_table, quality_table, speed_table, tools_table
from texts import ROOT

PAGE = ROOT / "docs" / "benchmarks.md"
CHART = ROOT / "docs" / "benchmarks.png"
STREAM = RESULTS / "stream.json"  # make stream: an hour's run, not part of make bench
_WORDS = RESULTS.parent / "page.md"
Figures = dict[str, Any]


def main() -> int:
    """Write the page, or say that it is out of date."""
    wanted = page(read_json(BENCH))
    if PAGE.exists() and PAGE.read_text("utf-8") == wanted:
        return 0
    if "--check" in sys.argv:
        print("docs/benchmarks.md is out of date: python benchmarks/page.py")
        return 1
    PAGE.write_text(wanted, "utf-8")
    return 0


def page(figures: Figures) -> str:
    """The words of benchmarks/page.md with the figures in their places."""
    text = _WORDS.read_text("utf-8")
    for name, part in _parts(figures):
        text = text.replace(f"{{{name}}}", part)
    return text


def _parts(figures: Figures) -> Iterator[tuple[str, str]]:
    machine = figures["machine"]
    cores = f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, Python {machine['python']}, {machine['day']}"
    yield "machine", cores
    yield "runs", _runs(figures.get("speed", {}).get("runs", 0))
    stream = read_json(STREAM) if STREAM.exists() else {}
    yield "summary", summary_table({**figures, "stream": stream})
    yield "many", many_documents(figures.get("jobs", {}), stream, figures.get("spark", {}))
    for name, shown in (("speed", speed_table), ("linear", linear_table), ("compare", _compared)):
        section = figures.get(name, {"error": "not measured"})
        yield name, f"Not measured: {section['error']}." if "error" in section else shown(section)


def _runs(count: int) -> str:
    return "1 run" if count == 1 else f"{count} runs"


def _compared(compare: Figures) -> str:
    about = (
        f"{compare['documents']} texts of {compare['texts']}, {compare['characters']:,} characters, medians of {_runs(compare['runs'])}."
    )
    missing = "\n".join(f"- **{tool['name']}**: {tool['missing']}." for tool in compare["tools"] if tool["missing"])
    return "\n\n".join((about, tools_table(compare), quality_table(compare), "What each does not attempt:", missing))


if __name__ == "__main__":
    sys.exit(main())
