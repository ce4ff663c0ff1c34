"""RTF: the character sets that legacy fonts declare. Files that are read whole are in test_load_office.py."""

import time

import pytest

from extractor.load.rtf import _with_latin_letters

FILE = rb"{\rtf1\ansi\ansicpg%d{\fonttbl%s}\f0 H\'e4p}"


@pytest.mark.parametrize(
    "entry",
    [
        rb"{\f0\fnil\fcharset%d .VnTime;}",
        rb"{\f0\fnil\fcharset%d VNI-Times;}",
        rb"{\f0\fnil\fcharset%d\fprq2 VPS Times;}",
        rb"{\f37\fbidi \fswiss\fcharset%d\fprq2{\*\panose 020b7200000000000000}{\*\falt Arial}.VnArialH;}",
        b"{\\f0\\fnil\\fcharset%d\r\n\\fprq2 .VnTime{\\*\\falt Arial};}",
        rb"\f0\fnil\fcharset%d .VnTime;\f1\fnil\fcharset2 Symbol;",
    ],
)
@pytest.mark.parametrize("declared", [0, 163])
def test_letters_of_a_legacy_font_are_those_of_latin_1(entry: bytes, declared: int) -> None:
    assert _with_latin_letters(FILE % (1258, entry % declared)) == FILE % (1252, entry % 0)


def test_other_fonts_keep_their_character_set() -> None:
    other = rb"{\f1\froman\fcharset163\fprq2{\*\panose 02020603050405020304}Times New Roman;}"
    assert _with_latin_letters(FILE % (1258, other)) == FILE % (1258, other)
    both = rb"{\f0\fcharset163 .VnTime;}" + other
    assert _with_latin_letters(FILE % (1258, both)) == FILE % (1252, rb"{\f0\fcharset0 .VnTime;}" + other)


@pytest.mark.parametrize(
    "entry",
    [
        rb"\fcharset0" + rb"\aaaaaaaaaaaaaaaa" * 6 + b"{}",
        rb"\fcharset0",
        rb"\fcharset0" + rb"{\*" + b"a" * 190 + b"}",
        rb"\fcharset0" + b" " * 500,
    ],
    ids="words bare groups blanks".split(),
)
def test_a_made_up_font_table_takes_no_time(entry: bytes) -> None:
    data = FILE % (1252, entry * (100_000 // len(entry)))
    began = time.process_time()
    assert _with_latin_letters(data) == data
    assert time.process_time() - began < 2
