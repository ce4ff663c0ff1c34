"""Word documents of well-formed nonsense: whatever stands where, the reader raises nothing but LoadError and its tables fit its text."""

import contextlib
import unicodedata

from docx_build import word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.errors import LoadError
from extractor.load import docx as reader

NAMES = (
    "w:p w:r w:t w:pPr w:rPr w:tbl w:tr w:tc w:tcPr w:trPr w:sdt w:sdtContent w:ins w:del w:br w:tab w:sym w:fldChar w:vMerge w:hMerge "
    "w:gridSpan w:gridBefore w:numPr w:numId w:ilvl w:lvlText w:numFmt w:start w:startOverride w:lvlRestart w:numStyleLink w:basedOn "
    "w:pStyle w:rStyle w:rFonts w:vanish w:vertAlign w:footnoteReference w:drawing w:txbxContent w:pict w:sectPr w:headerReference "
    "w:abstractNumId mc:AlternateContent mc:Choice mc:Fallback m:oMath m:f m:num m:den m:t w:ruby w:rubyBase"
).split()
VALUES = (
    "0 1 2 -1 99999999999 x begin separate end continue restart superscript decimal bullet upperRoman %1. .VnTime Symbol F0B3 rId0".split()
)
ATTRIBUTES = "val id type styleId numId ilvl abstractNumId fldCharType ascii hAnsi char font default".split()

leaves = st.sampled_from(["", "Sở Y tế", "Së", "\uf0b7", "12", " "])
attributes = st.dictionaries(st.sampled_from(ATTRIBUTES), st.sampled_from(VALUES), max_size=3)


def element(name: str, stated: dict[str, str], inside: list[str]) -> str:
    written = "".join(f' w:{key}="{value}"' for key, value in stated.items())
    return f"<{name}{written}>{''.join(inside)}</{name}>"


trees = st.recursive(
    leaves, lambda inner: st.builds(element, st.sampled_from(NAMES), attributes, st.lists(inner, max_size=4)), max_leaves=9
)


def nest(names: str, inner: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[str]:
    """Elements of these names with some of ``inner`` in each."""
    return st.builds(element, st.sampled_from(names.split()), attributes, st.lists(inner, max_size=most))


numbers = st.sampled_from(['<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="2"/></w:numPr>', ""])
paragraphs = nest("w:p", nest("w:pPr", numbers | trees) | nest("w:r w:ins w:del w:hyperlink", nest("w:rPr w:t", trees) | trees))
tables = nest("w:tbl", nest("w:tr", nest("w:trPr w:tc w:tc w:tc", nest("w:tcPr", trees) | paragraphs)))
bodies = st.lists(paragraphs | tables | nest("w:sdt", nest("w:sdtContent", paragraphs)), max_size=5).map("".join)
lists = nest("w:abstractNum w:num", nest("w:lvl w:lvlOverride", trees | nest("w:lvl", trees)) | trees).map(
    lambda one: one + '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
named = nest("w:style", nest("w:pPr w:rPr w:basedOn", numbers | trees))
notes = nest("w:footnote", paragraphs)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(bodies, named, lists, notes)
def test_nonsense(body: str, styles: str, numbering: str, footnotes: str) -> None:
    with contextlib.suppress(LoadError):
        read = reader.read(word(body, styles=styles, numbering=numbering, footnotes=footnotes))
        assert unicodedata.is_normalized("NFC", read.text)
        for table in read.tables:
            for cell in table.cells:
                words = read.text[cell.span.start : cell.span.end]
                assert words == words.strip()
                assert "\n" not in words
