"""The numbers of one document that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.check.bounds import Bounds
from extractor.check.masked import mask
from extractor.check.relations import Stated, stated
from extractor.check.weekdays import wrong_weekdays
from extractor.model import Document, Fact, Finding


def check(document: Document, facts: Sequence[Fact]) -> list[Finding]:
    """What does not add up in a document, by place.

    Numbers are compared only where the words say that they state each other (``patterns/_check.toml``), and a difference counts only
    where neither the rounding of the printed digits nor words such as ``hơn``, ``gần``, ``khoảng`` explain it.

    :param facts: all facts of the document, by start offset, as ``extract`` gives them.
    """
    found = [_finding(document, each) for each in stated(mask(document, facts)) if each.expected.apart(each.printed_bounds) > 0]
    return sorted([*found, *wrong_weekdays(document, facts)], key=lambda finding: (finding.start, finding.end))


def _finding(document: Document, each: Stated) -> Finding:
    fact, value = each.printed, each.printed.value
    start, end = each.basis[0].start, each.basis[-1].end
    return Finding(
        doc_id=document.doc_id,
        check=each.check,
        text=fact.text,
        start=fact.start,
        end=fact.end,
        printed=" ".join(fact.text.split()),
        expected=_shown(each.expected, fact),
        formula=each.formula,
        basis=document.text[start:end],
        basis_start=start,
        basis_end=end,
        difference=round(each.expected.middle - float(value or 0), 6),
        tolerance=round(each.expected.reach + each.printed_bounds.reach, 6),
        sentence=fact.sentence,
        source=document.source,
    )


def _shown(bounds: Bounds, fact: Fact) -> str:
    """The expected value in the unit of the printed one: ``92%``, ``12.5 tỷ đồng`` is left as the plain number ``12500000000``."""
    shown = f"{bounds.middle:.2f}".rstrip("0").rstrip(".")
    return f"{shown}%" if fact.kind == "percent" else shown
