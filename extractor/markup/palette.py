"""One colour a kind of fact, wherever facts are shown: highlighted text, displaCy."""

from __future__ import annotations

# The "light" scheme of Paul Tol (SRON/EPS/TN/09-002): nine colours told apart by the colour-blind, behind black letters.
COLOURS = {
    "ratio": "#bbcc33",
    "percent": "#aaaa00",
    "quantity": "#eedd88",
    "money": "#ee8866",
    "rank": "#ffaabb",
    "date": "#99ddff",
    "deadline": "#77aadd",
    "document": "#dddddd",
    "agency": "#44bb99",
}
OTHER = "#ccbbee"  # kinds of a pattern folder of one's own
INK = "#000000"  # letters on any of these: a page in dark colours would put white ones there


def colour(kind: str) -> str:
    """The colour behind the facts of ``kind``, as ``#rrggbb``."""
    return COLOURS.get(kind, OTHER)
