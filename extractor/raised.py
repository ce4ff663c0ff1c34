"""Digits above and below the line, as Unicode has them (Superscripts and Subscripts): ``m²``, ``10⁻⁶``, ``nhiệm vụ¹``, ``CO₂``."""

from __future__ import annotations

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# For ``str.translate``; the signs that Word and web pages print for a minus are one.
RAISED = str.maketrans("0123456789()+=-−–", f"{RAISED_DIGITS}⁽⁾⁺⁼⁻⁻⁻")
LOWERED = str.maketrans("0123456789()+=-−–", "₀₁₂₃₄₅₆₇₈₉₍₎₊₌₋₋₋")
TO_DIGITS = str.maketrans(RAISED_DIGITS, "0123456789")
