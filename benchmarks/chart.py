"""The comparison as a picture: how fast each tool is, and how much it finds of each kind.

python benchmarks/chart.py         draws docs/benchmarks.png from benchmarks/results/bench.json
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractor.model import KINDS
from page import CHART
from results import BENCH, read_json

_OURS, _OTHERS = "#0072B2", "#999999"  # of Okabe and Ito's palette, told apart by everyone


def main() -> None:
    """Draw the picture of the published run."""
    draw(read_json(BENCH)["compare"], CHART)


def draw(compare: dict[str, Any], path: Path) -> None:
    """The figures of ``compare.compare`` as a PNG: speed on the left, F1 by kind on the right, a row a tool."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    tools = [tool for tool in compare["tools"] if "rate" in tool]
    figure = Figure(figsize=(12, 4.6), layout="constrained")
    speed, quality = figure.subplots(1, 2, width_ratios=[1, 1.5], sharey=True)
    _speed(speed, tools)
    _quality(quality, tools)
    figure.suptitle(f"Trích Lục beside other tools: {compare['documents']} annotated texts, {compare['characters']:,} characters")
    figure.supxlabel("The texts are not held out for Trích Lục: its rules were written with them in view.", fontsize="small")
    FigureCanvasAgg(figure)
    figure.savefig(path, metadata={"Software": None})


def _speed(axes: Any, tools: list[dict[str, Any]]) -> None:
    rates = [tool["rate"] / 1000 for tool in tools]
    bars = axes.barh(range(len(tools)), rates, color=[_OURS, *[_OTHERS] * (len(tools) - 1)])
    axes.bar_label(bars, labels=[f"{rate:,.0f}" for rate in rates], padding=3)
    axes.set(xscale="log", xlim=(min(rates) / 2, max(rates) * 4), xlabel="thousand characters a second (log scale)", title="Speed")
    axes.set_yticks(range(len(tools)), [tool["name"].replace("`", "") for tool in tools])
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)


def _quality(axes: Any, tools: list[dict[str, Any]]) -> None:
    shown = [[tool["quality"].get(kind, {}).get("found", {}).get("f1") for kind in KINDS] for tool in tools]
    axes.imshow([[0.0 if f1 is None else f1 for f1 in row] for row in shown], cmap="cividis", vmin=0, vmax=1, aspect="auto")
    for y, row in enumerate(shown):
        for x, f1 in enumerate(row):
            _cell(axes, x, y, f1)
    axes.set_xticks(range(len(KINDS)), KINDS, rotation=30, ha="right")
    axes.tick_params(left=False)
    axes.set(title="F1 of what is found, by kind (blank: not attempted)")


def _cell(axes: Any, x: int, y: int, f1: float | None) -> None:
    if f1 is None:
        axes.add_patch(_blank(x, y))
    else:
        axes.text(x, y, f"{f1:.2f}", ha="center", va="center", color="black" if f1 > 0.5 else "white")


def _blank(x: int, y: int) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.5, y - 0.5), 1, 1, color="white")


if __name__ == "__main__":
    main()
