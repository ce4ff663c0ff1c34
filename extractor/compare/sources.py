"""Which documents are one source: the same article from two outlets, a release that several print."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from extractor.compare.union import Union
from extractor.fold import fold_text
from extractor.model import Fact

Source = tuple[str, str]  # doc_id and path: two tables may number their rows alike

_WORD = re.compile(r"\w+")
_SHINGLE = 3  # words
_FEWEST = 20  # shingles: shorter texts are alike by chance
_LIKELY = 0.3  # similarity from which two documents are compared
_COPY = 0.7  # of the shorter document's shingles that stand in the longer one
_SAME_SENTENCE = 0.8
_PERMUTATIONS = 128


def source_of(fact: Fact) -> Source:
    """The document that a fact stands in."""
    return fact.doc_id, fact.source or ""


def copies(facts: Iterable[Fact]) -> dict[Source, Source]:
    """For each document the first one that it is a copy of, itself where it is none.

    A table of facts holds no texts, but the sentences of all its facts (dates and bodies too), which are most of a document: their runs of
    three words are compared, by MinHash first. A copy may be shortened, or stand inside a longer article.
    """
    shingles = _shingles(facts)
    union = Union(sorted(shingles))
    for one, other in _likely({source: own for source, own in sorted(shingles.items()) if len(own) >= _FEWEST}):
        if len(shingles[one] & shingles[other]) >= _COPY * min(len(shingles[one]), len(shingles[other])):
            union.join(one, other)
    return {source: union.first(source) for source in shingles}


def independent(facts: Sequence[Fact], copied: Mapping[Source, Source]) -> list[list[Fact]]:
    """The facts by independent source: one group for copies of a document, and for documents that say it in the same sentence."""
    firsts: dict[Source, list[Fact]] = {}
    for fact in facts:
        firsts.setdefault(copied[source_of(fact)], []).append(fact)
    if len(firsts) == 1:
        return [list(facts)]
    union = Union(sorted(firsts))
    known = {source: [frozenset(_words(fact.sentence)) for fact in own] for source, own in firsts.items()}
    ordered = sorted(firsts)
    for i, one in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if any(_alike(a, b) for a in known[one] for b in known[other]):
                union.join(one, other)
    grouped: dict[Source, list[Fact]] = {}
    for source in ordered:
        grouped.setdefault(union.first(source), []).extend(firsts[source])
    return list(grouped.values())


def _likely(shingles: Mapping[Source, frozenset[int]]) -> Iterable[tuple[Source, Source]]:
    """Pairs of documents that MinHash finds alike."""
    if len(shingles) < 2:
        return
    import numpy as np
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_LIKELY, num_perm=_PERMUTATIONS)
    for source, own in shingles.items():
        print_ = MinHash(num_perm=_PERMUTATIONS, hashfunc=int)
        print_.update_batch(np.fromiter(own, dtype=np.uint64, count=len(own)))
        for known in sorted(index.query(print_)):
            yield known, source
        index.insert(source, print_)


def _shingles(facts: Iterable[Fact]) -> dict[Source, frozenset[int]]:
    from zlib import crc32

    sentences: dict[Source, set[str]] = {}
    for fact in facts:
        sentences.setdefault(source_of(fact), set()).add(fact.sentence or fact.text)
    found: dict[Source, frozenset[int]] = {}
    for source, own in sentences.items():
        runs: set[int] = set()
        for sentence in own:
            words = _words(sentence)
            runs.update(crc32(" ".join(words[i : i + _SHINGLE]).encode()) for i in range(len(words) - _SHINGLE + 1))
        found[source] = frozenset(runs)
    return found


def _words(sentence: str | None) -> list[str]:
    return _WORD.findall(fold_text(sentence or "").lower())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME_SENTENCE * max(len(one | other), 1)
