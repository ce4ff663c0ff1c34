"""A long regex with each of its fragments once: defined at the end, called where it is used.

``{BODY} của {BODY}`` written out holds the word lists of BODY twice, and nested fragments multiply. The regex engine compiles
in time proportional to that length, so a long one becomes ``(?&F_BODY) của (?&F_BODY)(?(DEFINE)(?P<F_BODY>…))``, which matches
the same. A call does not inherit ``(?i:…)`` from where it stands, so there may be a second definition without case.
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

_TOKEN = regex.compile(
    r"\\[pPN]\{[^}]*\}|\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*+\]"
    r"|\{(?P<fragment>[A-Z][A-Z0-9_]*)\}"
    r"|\((?:\?(?P<on>[a-z]*)(?P<off>-[a-z]+)?:)?|.",
    regex.V1 | regex.DOTALL,
)
_NAMED_GROUP = regex.compile(r"\(\?P?<\w")
_SHORT = 100  # code points of a fragment written out that is not worth a call


def with_subroutines(source: str, written: Mapping[str, str], expanded: Mapping[str, str]) -> str:
    """``source`` and its fragments (each as written and written out) as one regex with subroutines.

    Fragments that capture something are written out, because a call gives no captures back.
    """
    defined: dict[str, str] = {}

    def call(name: str, ignore_case: bool) -> str:
        if len(expanded[name]) < _SHORT or _NAMED_GROUP.search(expanded[name]):
            return f"(?:{rewrite(written[name], ignore_case)})"
        group = f"F_{name}_I" if ignore_case else f"F_{name}"
        if group not in defined:
            body = rewrite(written[name], ignore_case)
            defined[group] = f"(?P<{group}>(?i:{body}))" if ignore_case else f"(?P<{group}>{body})"
        return f"(?&{group})"

    def rewrite(piece: str, ignore_case: bool) -> str:
        parts = []
        open_groups = [ignore_case]
        for m in _TOKEN.finditer(piece):
            if m["fragment"]:
                parts.append(call(m["fragment"], open_groups[-1]))
                continue
            parts.append(m.group())
            if m.group() == ")":
                open_groups.pop()
            elif m.group().startswith("("):
                open_groups.append((open_groups[-1] or "i" in (m["on"] or "")) and "i" not in (m["off"] or ""))
        return "".join(parts)

    main = rewrite(source, False)
    return f"{main}(?(DEFINE){''.join(defined.values())})" if defined else main
