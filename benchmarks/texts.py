"""The texts that the benchmarks run over. Those of ../shared are not part of the project; where they are absent its own stand in."""

from __future__ import annotations

import gzip
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from extractor.fold import fold
from extractor.outline import outline

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
OWN = ROOT / "corpora"
_SEED = 5
_RECIPIENTS = re.compile(r"^[\s|_]*N(?:ơi\s+nhận|ƠI\s+NHẬN|ơi\s+gửi)", re.MULTILINE)


def seed_texts() -> list[str]:
    """The five articles that the project began with; none where ../shared is absent."""
    return _folder(GOLD / "texts", "seed-*.txt")


def gold_texts() -> list[str]:
    """The annotated texts of ../shared; none where it is absent."""
    return _folder(GOLD / "texts", "*.txt")


def own_texts() -> list[str]:
    """The texts of ``corpora/texts`` that are UTF-8 (one is kept in a legacy encoding)."""
    return _folder(OWN / "texts", "*.txt")


def articles(count: int) -> list[str]:
    """``count`` texts out of all of ../shared/corpora, always the same ones; none where it is absent."""
    texts = [text for name in ("admin", "news") for text in corpus(name)]
    return random.Random(_SEED).sample(texts, min(count, len(texts)))  # noqa: S311 (a sample, no secret)


def corpus(name: str) -> list[str]:
    """Every text of ``../shared/corpora/NAME.jsonl.gz``, in its order; none where it is absent."""
    path = SHARED / "corpora" / f"{name}.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line)["text"] for line in stream]


def small_documents(name: str, size: int) -> list[str]:
    """Documents of 1,000 to 20,000 characters with ``size`` characters together, always the same ones.

    They can be joined to one: each ends before its recipients (``Nơi nhận``), from which on a document tells no facts.
    Without ../shared these are the project's own texts, over and over.
    """
    bodies = [_body(text) for text in corpus(name)]
    fitting = [body for body in bodies if 1_000 <= len(body) <= 20_000 and _tells_to_its_end(body)]
    random.Random(_SEED).shuffle(fitting)  # noqa: S311
    return list(_until(size, fitting or [_body(text) for text in own_texts()]))


def _until(size: int, texts: list[str]) -> Iterator[str]:
    left = size
    while left > 0:
        for text in texts:
            if left <= 0:
                return
            yield text[:left]
            left -= len(text)


def _body(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    recipients = _RECIPIENTS.search(composed)
    return composed[: recipients.start()] if recipients else composed


def _tells_to_its_end(text: str) -> bool:
    """Whether the program sees no recipients: some are written in letters that look like others."""
    folded = fold(text).text
    return outline(folded).boundary == len(folded)


def _folder(folder: Path, pattern: str) -> list[str]:
    return [text for path in sorted(folder.glob(pattern)) if (text := _utf8(path)) is not None]


def _utf8(path: Path) -> str | None:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        return None
