"""Names of WordprocessingML (ECMA-376 part 1, clause 17), and how its properties are read.

Elements and attributes are named as lxml names them: ``{namespace}local``.
"""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_OFF = frozenset({"0", "false", "off", "none"})  # ST_OnOff, 22.9.2.7


def value(parent: Any, name: str) -> str | None:
    """``w:val`` of the child ``w:name`` of ``parent`` (which may be None); null where there is none."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def number(parent: Any, name: str) -> int | None:
    """Like ``value``, as a number; null also where it is none."""
    try:
        return int(value(parent, name) or "")
    except ValueError:
        return None


def flag(parent: Any, name: str) -> bool | None:
    """Whether the property ``w:name`` is switched on; null where ``parent`` (which may be None) says nothing of it."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in _OFF


def chosen(alternate: Any) -> Any:
    """What is read of an ``mc:AlternateContent``: its first choice, otherwise its fallback, never both; an empty tuple for neither."""
    return next(alternate.iterchildren(MC + "Choice"), next(alternate.iterchildren(MC + "Fallback"), ()))
