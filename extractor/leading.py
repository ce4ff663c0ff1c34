"""With which literals a regex can begin or end: what a cheap test may look for before the regex is tried.

``leading`` and ``trailing`` read the syntax of the module ``regex`` as the pattern files use it. They never say too little: where they
cannot tell, the answer is shorter literals, or none at all. (The literal pre-filter of eyecite and of LexNLP's dictionaries, found in
the regex itself.)
"""

from __future__ import annotations

import re

import regex

# A beginning (read backwards: an ending), and whether more may follow that is not known: an open one is not prolonged.
_Beginning = tuple[str, bool]
_Beginnings = frozenset[_Beginning]

_NOTHING: _Beginnings = frozenset({("", False)})
_ANYTHING: _Beginnings = frozenset({("", True)})
_MOST = 3000  # beginnings of one regex: nested lists multiply
_WIDEST = 40  # characters of a class that are told apart
_QUANTIFIER = regex.compile(r"(?:(?P<optional>\?)|(?P<any>\*|\{0?(?:,\d*)?\})|\+|\{\d+(?:,\d*)?\})[?+]?")
_GROUP = regex.compile(r"\((?:\?(?:(?P<on>[a-z]*)(?P<off>-[a-z]+)?(?P<flags>\))|(?P<on>[a-z]*)(?P<off>-[a-z]+)?:|P?<\w+>|>))?")
_FLAGS = regex.compile(r"\(\?([a-z]+)\)")
_LOOK = regex.compile(r"\(\?<?[=!]")
_CLASS = regex.compile(r"\[(?P<not>\^?)(?P<body>\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*+)\]")
_STRUCTURE = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|[()|]", re.DOTALL)
_RANGE = regex.compile(r"([0-9a-zđ])-([0-9a-zđ])")
_NOT_LITERAL = regex.compile(r"\\[a-zA-Z]|\[|\w-\w|--|&&|\|\||~~")
_ZERO_WIDTH = frozenset("bBAZzmMG")
_SPACES = {"n": "\n", "t": "\t", "r": "\r"}


def leading(source: str, longest: int) -> frozenset[str] | None:
    """Strings of 1 to ``longest`` code points, with one of which all that ``source`` matches begins; null where one cannot tell."""
    return _strings(_Reader(source, longest).alternation(False))


def trailing(source: str, longest: int) -> frozenset[str] | None:
    """Strings of 1 to ``longest`` code points, with one of which all that ``source`` matches ends; null where one cannot tell."""
    return _strings(_BackwardReader(source, longest).alternation(False))


def _strings(found: _Beginnings) -> frozenset[str] | None:
    strings = frozenset(text for text, _ in found)
    return None if "" in strings else strings


def equally_long(beginnings: frozenset[str] | None) -> frozenset[str]:
    """``beginnings`` cut to the length of the shortest, so that one look at a text is enough; ``{""}`` where there are none."""
    width = min(map(len, beginnings)) if beginnings else 0
    return frozenset(beginning[:width] for beginning in beginnings or ("",))


class _Reader:
    """Reads a regex from left to right."""

    def __init__(self, source: str, longest: int) -> None:
        self._source = source
        self._longest = longest
        self._at = 0

    def alternation(self, ignore_case: bool) -> _Beginnings:
        found: set[_Beginning] = set()
        branch = _NOTHING
        while self._at < len(self._source) and self._source[self._at] != ")":
            if self._source[self._at] == "|":
                self._at += 1
                found |= branch
                branch = _NOTHING
                continue
            if flags := _FLAGS.match(self._source, self._at):
                self._at = flags.end()
                ignore_case = ignore_case or "i" in flags[1]
                continue
            branch = self._joined(branch, self._quantified(self._atom(ignore_case)))
            if all(is_open for _, is_open in branch):
                self._skip_branch()
        return frozenset(found | branch)

    def _skip_branch(self) -> None:
        """To the next alternative or the end of the group: what stands there tells nothing more."""
        depth = 0
        for m in _STRUCTURE.finditer(self._source, self._at):
            c = m.group()
            if not depth and c in ("|", ")"):
                self._at = m.start()
                return
            depth += (c == "(") - (c == ")")
        self._at = len(self._source)

    def _joined(self, before: _Beginnings, behind: _Beginnings) -> _Beginnings:
        if len(before) * len(behind) > _MOST:
            behind = _ANYTHING
        joined: set[_Beginning] = set()
        for text, is_open in before:
            for more, goes_on in [("", True)] if is_open else behind:
                whole = text + more
                joined.add((whole[: self._longest], goes_on or len(whole) >= self._longest))
        return frozenset(joined)

    def _quantified(self, atom: _Beginnings) -> _Beginnings:
        m = _QUANTIFIER.match(self._source, self._at)
        if m is None:
            return atom
        self._at = m.end()
        if m["optional"]:
            return atom | _NOTHING
        repeated = frozenset((text, True) for text, _ in atom)
        return repeated | _NOTHING if m["any"] else repeated

    def _atom(self, ignore_case: bool) -> _Beginnings:
        c = self._source[self._at]
        if c == "(":
            return self._group(ignore_case)
        if c == "[":
            return self._class(ignore_case)
        self._at += 1
        if c == "\\":
            return self._escaped(ignore_case)
        if c in "^$":
            return _NOTHING
        return _ANYTHING if c == "." else self._literals(c, ignore_case)

    def _group(self, ignore_case: bool) -> _Beginnings:
        look = _LOOK.match(self._source, self._at)
        m = look or _GROUP.match(self._source, self._at)
        if m is None or (m.group() == "(" and self._source.startswith("(?", self._at)):
            self._at = len(self._source)  # a call, a condition, a reference
            return _ANYTHING
        self._at = m.end()
        if look is None:
            ignore_case = (ignore_case or "i" in (m["on"] or "")) and "i" not in (m["off"] or "")
        inner = self.alternation(ignore_case)
        self._at += 1
        return _NOTHING if look else inner

    def _class(self, ignore_case: bool) -> _Beginnings:
        m = _CLASS.match(self._source, self._at)
        if m is None:
            self._at = len(self._source)
            return _ANYTHING
        self._at = m.end()
        body = _RANGE.sub(lambda m: "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1))), m["body"])
        if m["not"] or len(body) > _WIDEST or _NOT_LITERAL.search(body):
            return _ANYTHING
        return self._literals(body.replace("\\", ""), ignore_case)

    def _escaped(self, ignore_case: bool) -> _Beginnings:
        c = self._source[self._at]
        self._at += 1
        if c in "pPN" and self._source.startswith("{", self._at):
            self._at = self._source.index("}", self._at) + 1
            return _ANYTHING
        if c in _ZERO_WIDTH:
            return _NOTHING
        if c in _SPACES or not c.isalnum():
            return self._literals(_SPACES.get(c, c), ignore_case)
        return _ANYTHING

    @staticmethod
    def _literals(characters: str, ignore_case: bool) -> _Beginnings:
        cased = {*characters.lower(), *characters.upper()} if ignore_case else {*characters}
        return frozenset((c, False) for c in cased)


class _BackwardReader(_Reader):
    """Reads a regex from left to right too, and keeps the end of what it has read."""

    def _skip_branch(self) -> None:
        """Nothing: what stands there is the end."""

    def _joined(self, before: _Beginnings, behind: _Beginnings) -> _Beginnings:
        if len(before) * len(behind) > _MOST:
            before = _ANYTHING
        joined: set[_Beginning] = set()
        for text, is_open in behind:
            for less, goes_on in [("", True)] if is_open else before:
                whole = less + text
                joined.add((whole[-self._longest :], goes_on or len(whole) >= self._longest))
        return frozenset(joined)
