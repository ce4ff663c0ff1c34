"""Unicode's composed form in time that grows with the text.

Marks that come in the wrong order are put in order by insertion, so that a pile of them takes the square of its height. Unicode's
Stream-Safe Text Format (UAX #15, section 13) has at most 30 marks in a row, and no language has more than a few.
"""

from __future__ import annotations

import re
import unicodedata

import regex

_MOST = 30
# No letter of Latin script or mark of punctuation stands in such a run, so that few texts are searched for marks. re is faster for it.
_MAY_PILE = re.compile(rf"[\u0300-\U0010ffff]{{{_MOST + 1}}}")
_PILE = regex.compile(rf"(\p{{M}}{{{_MOST}}})\p{{M}}++")


def nfc(text: str) -> str:
    """``text`` composed; of more than 30 marks in a row the first 30 are kept."""
    return unicodedata.normalize("NFC", _PILE.sub(r"\1", text) if _MAY_PILE.search(text) else text)
