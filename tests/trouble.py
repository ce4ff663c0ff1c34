"""A pattern folder with a kind that makes trouble: its rule never ends on some texts, its normaliser does what the text says."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from extractor.context import Context
from extractor.model import Candidate, Found

GOOD = "Đến nay, tỷ lệ hộ nghèo giảm còn 2,5%. Ngân sách bố trí 45,03% vốn."
ENDLESS = f"nặng {'a' * 60} c"  # (a|aa)+b tries every way to split the letters
_RULES = """
kind = "trouble"
summary = "a word that makes trouble"
[[rule]]
id = "trouble.word"
why = "for the test"
starts = ["gây"]
regex = '''gây (?P<what>\\w+)'''
[[rule.match]]
text = "⟦gây lỗi⟧"
[[rule]]
id = "trouble.regex"
why = "for the test"
starts = ["nặng"]
regex = '''nặng (?:a|aa)+b'''
[[rule.match]]
text = "⟦nặng aab⟧"
"""


def normalise(candidate: Candidate, context: Context) -> list[Found]:
    """Found by name as ``extractor.normalise.trouble`` where ``make`` has put it on the path."""
    match candidate.groups["what"]:
        case "lỗi":
            raise ZeroDivisionError("two\nlines")
        case "đầy":
            raise MemoryError
        case "chết":
            os.kill(os.getpid(), signal.SIGKILL)
        case "thoát":
            os._exit(3)
        case "chậm":
            while True:
                time.sleep(0.01)
        case "treo":  # as a library that hangs in C
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(600)
    return []


def make(folder: Path) -> tuple[Path, dict[str, str]]:
    """The pattern folder, and the environment in which processes find the normaliser."""
    patterns, site = folder / "patterns", folder / "site"
    patterns.mkdir()
    site.mkdir()
    (patterns / "trouble.toml").write_text(_RULES, "utf-8")
    here = Path(__file__).parent
    (site / "sitecustomize.py").write_text(f"import extractor.normalise as package\npackage.__path__.append({str(here)!r})\n", "utf-8")
    return patterns, {"PYTHONPATH": os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH", "")]))}
