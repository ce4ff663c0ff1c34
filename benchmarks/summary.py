"""The figures that were asked for, each with its bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tables import table

Figures = dict[str, Any]
_NOT_MEASURED = "not measured"


def summary_table(figures: Figures) -> str:
    """One line a figure: what, how much, how much was asked for."""
    return table(("what", "measured", "asked for"), _lines(figures))


def many_documents(jobs: Figures, stream: Figures, spark: Figures) -> str:
    """A list of the runs over many documents: two processes, a long stream, Spark."""
    lines = (
        _two_processes(jobs) if "ratio" in jobs else f"Two processes beside one: {_not_measured(jobs)}.",
        _stream(stream) if "mb" in stream else f"A stream of 100,000 articles: {_not_measured(stream)}.",
        _spark(spark) if "ratio" in spark else f"Spark: {_not_measured(spark)}.",
    )
    return "\n".join(f"- {line}" for line in lines)


def _two_processes(jobs: Figures) -> str:
    seconds = f"{jobs['one']:.1f} s by one process, {jobs['two']:.1f} s by two"
    return f"{jobs['articles']:,} articles, file to file, start included: {seconds} (medians), {jobs['ratio']:.2f} times as fast."


def _stream(stream: Figures) -> str:
    done = f"{stream['documents']:,} articles, {stream['characters']:,} characters, by {stream['jobs']} processes"
    rows = f"{stream['facts']:,} facts and {stream['tasks']:,} tasks"
    return f"{done}: {stream['seconds']:,.0f} s, {rows}, at most {stream['mb']:.0f} MB a process (parent and workers)."


def _spark(spark: Figures) -> str:
    single, both = (f"{spark[name] / 1000:,.0f} k/s" for name in ("single", "spark"))
    done = f"Spark (`{spark['master']}`, two executors of one core) over {spark['characters']:,} characters"
    return f"{done}: {both}; one process without Spark: {single}; {spark['ratio']:.2f} times as fast."


def _not_measured(section: Figures) -> str:
    return str(section.get("error", _NOT_MEASURED))


def _lines(figures: Figures) -> Iterator[tuple[str, str, str]]:
    yield from _speed(figures.get("speed", {}))
    yield from _linear(figures.get("linear", {}))
    stream, jobs, spark = (figures.get(name, {}) for name in ("stream", "jobs", "spark"))
    yield "memory of a process over a stream of 100,000 articles", _figure(stream, "mb", "{:.0f} MB"), "under 400 MB"
    yield "two jobs beside one", _figure(jobs, "ratio", "{:.2f} times"), "at least 1.8 times"
    yield "Spark, two workers, beside one process", _figure(spark, "ratio", "{:.2f} times"), "-"


def _speed(speed: Figures) -> Iterator[tuple[str, str, str]]:
    for corpus in speed.get("corpora", ()):
        yield (
            f"speed beside `word_tokenize`, {corpus['name']}",
            f"{corpus['warm']['ratio']:.1f} times",
            f"at least {speed['bar']:.0f} times",
        )
    if "corpora" not in speed:
        yield "speed beside `word_tokenize`", speed.get("error", _NOT_MEASURED), ""


def _linear(linear: Figures) -> Iterator[tuple[str, str, str]]:
    cases = linear.get("cases", ())
    joined, alike = [c for c in cases if c["name"].startswith("joined")], [c for c in cases if not c["name"].startswith("joined")]
    for case in joined:
        yield f"a character in one document of 1 MB beside small ones, {case['name']}", _ratio(case), f"at most {case['bar']:.1f} times"
    if alike:
        worst = max(alike, key=lambda case: case["ratio"] or float("inf"))
        most = f"{_ratio(worst)} ({worst['name']})"
        yield (
            f"a character in 1 MB beside 250 kB, the worst of {len(alike)} monotonous texts",
            most,
            f"linear: at most {worst['bar']:.1f} times",
        )
    if not cases:
        yield "cost of a character in long documents", linear.get("error", _NOT_MEASURED), ""


def _ratio(case: Figures) -> str:
    return f"{case['ratio']:.2f} times" if case["ratio"] else "not finished"


def _figure(section: Figures, name: str, form: str) -> str:
    return form.format(section[name]) if name in section else _not_measured(section)
