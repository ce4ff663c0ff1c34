"""What the model of status learns from: the features of numbers with the labels of annotators and the answers of the rules."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from extractor.context import Context
from extractor.learn.gold import GoldDocument, read_gold
from extractor.learn.labelled import ENDING, read_labelled
from extractor.meaning.status import verdicts
from extractor.meaning.status_features import OPENING, Lexicon
from extractor.meaning.statuses import Status, by_rules, seen
from extractor.model import Found, Span
from extractor.pipeline import Extractor

_LONGEST, _OFTEN = 4, 2  # syllables of a word that counts as one; times that it is met


class Example(NamedTuple):
    """One number: the file or folder and the document that it is of, its features, the right status and that of the rules.

    ``blind``: the label was given without a view of what the rules say, and the rules were not written with it in view.
    """

    part: str
    doc_id: str
    blind: bool
    features: list[str]
    right: str
    ruled: str


class _Read(NamedTuple):
    """A document as the readers of status saw it."""

    item: GoldDocument
    part: str
    blind: bool
    labels: list[str | None]
    chosen: list[int]
    numbers: Sequence[Found]
    context: Context
    tasks: Sequence[Span]


class _Recorder:
    """Reads statuses by the rules, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: tuple[Sequence[Found], Context, Sequence[Span]] | None = None

    def __call__(self, numbers: Sequence[Found], context: Context, tasks: Sequence[Span]) -> list[Status]:
        self.asked = (numbers, context, tasks)
        return by_rules(numbers, context, tasks)


def examples(gold: Sequence[Path], labels: Sequence[Path], texts: Path) -> tuple[list[Example], frozenset[str]]:
    """The examples of gold folders and label files, and the words of more than a syllable that their features hold.

    :raises EvaluationError: a folder is no gold folder, a file no label file, or its texts are missing.
    """
    sources = [(folder.name, False, read_gold(folder)) for folder in gold]
    sources += [(path.name.removesuffix(ENDING), True, read_labelled(path, texts)) for path in labels]
    read = list(_read(sources))
    known = _words(text for document in read for text in _texts(document))
    lexicon = Lexicon(known)
    return [example for document in read for example in _examples(document, lexicon)], known


def _read(sources: Iterable[tuple[str, bool, list[GoldDocument]]]) -> Iterator[_Read]:
    recorder = _Recorder()
    extractor = Extractor(statuses=recorder)
    for part, blind, items in sources:
        for item in (item for item in items if "status" in item.second):
            recorder.asked = None
            facts = extractor.analyse(item.document).facts
            if recorder.asked is None:
                continue
            kinds = {number.kind for number in recorder.asked[0]}
            labels = {(row["kind"], row["start"], row["end"]): row.get("status") for row in item.facts}
            found = [labels.get(key, "-") for f in facts if (key := (f.kind, f.start, f.end)) and f.kind in kinds]
            chosen = [i for i, label in enumerate(found) if label != "-"]
            yield _Read(item, part, blind, [found[i] for i in chosen], chosen, *recorder.asked)


def _texts(document: _Read) -> Iterator[str]:
    yield document.context.lower[:OPENING]
    clues = [clue for clue, _ in verdicts(document.numbers, document.context, document.tasks)]
    yield from (f"{clues[i].before} 1 {clues[i].after}" for i in document.chosen)


def _words(texts: Iterable[str]) -> frozenset[str]:
    """The words of several syllables in ``texts``, by underthesea."""
    from underthesea import word_tokenize

    met: Counter[str] = Counter()
    for text in texts:
        met.update({word.lower() for word in word_tokenize(unicodedata.normalize("NFC", text)) if " " in word})
    return frozenset(
        word for word, times in met.items() if times >= _OFTEN and len(word.split()) <= _LONGEST and word.replace(" ", "").isalpha()
    )


def _examples(document: _Read, lexicon: Lexicon) -> Iterator[Example]:
    like, about = seen(document.numbers, document.context, document.tasks, lexicon)
    for i, label in zip(document.chosen, document.labels, strict=True):
        verdict, names = about[i]
        features = sorted({*names, *like.names, *like.opening})
        yield Example(document.part, document.item.document.doc_id, document.blind, features, str(label), str(verdict.status))
