"""The figures as Markdown tables, for the terminal and for docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from extractor.model import KINDS

Figures = dict[str, Any]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose first column is text and the others are numbers."""
    lines = [list(head), ["---", *["---:"] * (len(head) - 1)], *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def tools_table(compare: Figures) -> str:
    """Each tool's speed, start and memory; or why it has none."""
    tools = compare["tools"]
    unit = next((tool["rate"] for tool in tools if "word_tokenize" in tool["name"] and "rate" in tool), None)
    head = ("tool", "version", "thousand characters a second", "of `word_tokenize`", "start, s", "memory, MB")
    return table(head, (_tool(tool, unit) for tool in tools))


def _tool(tool: Figures, unit: int | None) -> list[str]:
    version = tool["version"] or ""
    if "error" in tool:
        return [tool["name"], version, f"not run: {tool['error']}", "", "", ""]
    share = f"{tool['rate'] / unit:.2f}" if unit else ""
    return [tool["name"], version, f"{tool['rate'] / 1000:,.0f}", share, f"{tool['start_up']:.1f}", str(tool["mb"] or "")]


def quality_table(compare: Figures) -> str:
    """Each tool's precision, recall and F1 of what it finds, and the F1 of right values, by kind that it attempts."""
    head = ("kind", "tool", "precision", "recall", "F1", "F1 with values")
    lines = [_kind(kind, tool) for kind in KINDS for tool in compare["tools"] if kind in tool.get("quality", {})]
    return table(head, lines).replace("| --- | ---: |", "| --- | --- |", 1)


def _kind(kind: str, tool: Figures) -> list[str]:
    found, value = tool["quality"][kind]["found"], tool["quality"][kind]["value"]
    return [kind, tool["name"], *(f"{found[part]:.2f}" for part in ("p", "r", "f1")), f"{value['f1']:.2f}" if value else "-"]


def speed_table(speed: Figures) -> str:
    """The whole pipeline beside word segmentation, warm and cold, on every corpus."""
    warm = ("Trích Lục, warm", "`word_tokenize`, warm", "ratio")
    head = ("texts", "characters", *warm, "least-most", "Trích Lục, cold", "`word_tokenize`, cold", "ratio")
    return table(head, map(_corpus, speed["corpora"]))


def _corpus(corpus: Figures) -> list[str]:
    warm, cold = corpus["warm"], corpus["cold"]
    spread = f"{warm['least']:.1f}-{warm['most']:.1f}"
    return [corpus["name"], f"{corpus['characters']:,}", *_rates(warm), spread, *_rates(cold)]


def _rates(rates: Figures) -> list[str]:
    return [f"{rates['ours'] / 1000:,.0f} k/s", f"{rates['word_tokenize'] / 1000:,.0f} k/s", f"{rates['ratio']:.1f}"]


def linear_table(linear: Figures, worst: int = 12) -> str:
    """The joined documents, the ``worst`` of the monotonous texts, and a line for the others."""
    cases = sorted(linear["cases"], key=lambda case: (not case["name"].startswith("joined"), -(case["ratio"] or float("inf"))))
    shown, others = cases[: worst + 2], cases[worst + 2 :]
    head = ("text", "seconds as small documents or four quarters", "seconds as one", "ratio", "runs")
    rows = [_case(case, linear["limit"]) for case in shown]
    if others:
        rows.append([f"{len(others)} others", "", "", f"{others[-1]['ratio']:.2f}-{others[0]['ratio']:.2f}", ""])
    return table(head, rows)


def _case(case: Figures, limit: float) -> list[str]:
    seconds = [f"{case[part]:.2f}" if case[part] is not None else "" for part in ("parts", "whole")]
    ratio = f"{case['ratio']:.2f}" if case["ratio"] else f"stopped after {limit:.0f} s"
    return [case["name"], *seconds, ratio, str(case["runs"])]
