"""What a model sees of one number: the words around it, its cues, what the rules say, and what kind of document it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from extractor.context import Context
from extractor.meaning.clue import Clue
from extractor.meaning.verdict import Verdict

_TOKEN = regex.compile(r"[\p{L}\p{M}]+|\d+(?:[.,/]\d+)*|[^\s\p{L}\p{M}\d]")
_HEAD, OPENING = 3000, 300  # code points of a document: of its letterhead, of its opening
_WIDE = 90  # code points before a number
_BEFORE, _AFTER = 8, 5  # words that are looked at
_PLACED = 3  # of these, on either side, that are told apart by their distance
_BETWEEN = (15, 40, 80)  # code points between a cue and its number: beside it, near, in its sentence
_TENSES = frozenset("đã sẽ đang chưa sắp từng vừa mới cần phải".split())


class Lexicon:
    """Words of more than a syllable, in lower case, found by their first two syllables."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._longest: dict[str, dict[str, int]] = {}  # by the first syllable, then the second
        for first, second, *more in (word.split(" ") for word in self.words if " " in word):
            following = self._longest.setdefault(first, {})
            following[second] = max(following.get(second, 0), len(more) + 2)

    def words_of(self, text: str) -> list[str]:
        """The words of folded ``text`` in lower case: the longest that is known at each syllable; numbers are ``0``."""
        tokens = ["0" if token[0].isdigit() else token for token in _TOKEN.findall(text)]
        found: list[str] = []
        at, end = 0, len(tokens)
        while at < end:
            word = tokens[at]
            following = self._longest.get(word)
            if following is not None and at + 1 < end and (length := following.get(tokens[at + 1])) is not None:
                word, length = self._word(tokens, at, length)
                at += length
            else:
                at += 1
            found.append(word)
        return found

    def _word(self, tokens: Sequence[str], at: int, longest: int) -> tuple[str, int]:
        """The longest known word at ``at``, and how many syllables it has."""
        for length in range(longest, 1, -1):
            if (word := " ".join(tokens[at : at + length])) in self.words:
                return word, length
        return tokens[at], 1


class Genre(NamedTuple):
    """What a document is like: a name for each thing that holds of it, and for each word that it opens with."""

    names: tuple[str, ...]
    opening: tuple[str, ...]


def genre(context: Context, verdicts: Sequence[Verdict], tasks: int, lexicon: Lexicon) -> Genre:
    """Whether the document is dated, orders work, is a law, how it opens, and what the rules say of most of its numbers.

    :param tasks: how many there are.
    """
    total = max(len(verdicts), 1)
    often = Counter(verdict.status for verdict in verdicts)
    names = [f"doc {status}={round(4 * often[status] / total)}" for status in ("result", "target", None)]
    names += ["doc dated" if context.date else "doc undated", f"doc tasks={min(tasks, 3)}"]
    if context.lower.count("\nđiều ") > 2:
        names.append("doc law")
    if "cộng hòa xã hội" in context.lower[:_HEAD] or "nơi nhận" in context.lower:
        names.append("doc official")
    return Genre(tuple(names), tuple({f"doc< {word}" for word in lexicon.words_of(context.lower[:OPENING])}))


def features(
    clue: Clue, verdict: Verdict, before: tuple[Clue, Verdict] | None, context: Context, document: Genre, lexicon: Lexicon
) -> set[str]:
    """The names of the features that a number has beside those of its document."""
    ruled, kind = str(verdict.status), clue.number.kind
    unit = clue.unit.lower().split()[:2]
    names = [f"ruled={ruled}", f"by={verdict.rule}", f"kind={kind}", f"{kind} {ruled}"]
    names += [f"unit={unit[0] if unit else ''}", f"unit2={' '.join(unit)}"]
    names += [f"{name} {ruled}" for name in document.names]
    names += _number(clue)
    names += _cues(clue)
    names += _words(clue, lexicon)
    names += _place(clue, before, context)
    return set(names)


def _number(clue: Clue) -> list[str]:
    fields = clue.number.fields
    value = fields.get("value")
    names = [f"about={fields.get('comparator')}", f"change={fields.get('change')}", f"list {clue.introduced}"]
    if clue.in_task:
        names.append("in task")
    if clue.number.kind == "quantity" and isinstance(value, (int, float)):
        names.append("size=1" if value == 1 else "size=few" if value < 6 else "size=some" if value < 100 else "size=many")
    return names


def _cues(clue: Clue) -> list[str]:
    if not clue.cues:
        return ["no cue"]
    start, last = clue.number.span.start, clue.cues[:-4:-1]
    names = [f"cue{rank}={cue.kind} {bisect_left(_BETWEEN, start - cue.end)}" for rank, cue in enumerate(last)]
    return [*names, f"cue={last[0].kind}", *[f"any {kind}" for kind in {cue.kind for cue in clue.cues}]]


def _words(clue: Clue, lexicon: Lexicon) -> list[str]:
    before = lexicon.words_of(clue.before[-_WIDE:].partition(" ")[2] if len(clue.before) > _WIDE else clue.before)
    after = lexicon.words_of(clue.after)
    names = [f"-{distance}={word}" for distance, word in enumerate(before[: -_PLACED - 1 : -1], 1)]
    names += [f"+{distance}={word}" for distance, word in enumerate(after[:_PLACED], 1)]
    names += [f"< {word}" for word in before[-_BEFORE:]]
    names += [f"> {word}" for word in after[:_AFTER]]
    clause = next((i for i in range(len(before) - 1, -1, -1) if before[i] in ",;:()"), -1)
    names.append(f"opens={before[clause] if clause >= 0 else '^'} {min(len(before) - clause - 1, 3)}")
    names += [f"tense> {word}" for word in after if word in _TENSES]
    names += [f"tense< {word}" for word in before if word in _TENSES]
    return names


def _place(clue: Clue, before: tuple[Clue, Verdict] | None, context: Context) -> list[str]:
    start = clue.number.span.start
    end = context.lower[max(clue.sentence.end - 4, clue.sentence.start) : clue.sentence.end].rstrip()[-1:]
    names = [f"ends {end if end in '.:;?!' else 'open'}", f"at={min((start - clue.sentence.start) // 60, 3)}"]
    if before is None:
        names.append("first")
    else:
        same = "same" if before[0].sentence == clue.sentence else "earlier"
        names += [f"{same} {before[1].status}", f"{same} {before[0].number.kind} {clue.number.kind}"]
    if context.outline.item(start):
        names.append("in item")
    if clue.before.endswith("("):
        names.append("bracket")
    return names
