"""Word documents in legacy fonts: TCVN3 and VNI runs, whatever states their font, become Unicode."""

import pytest
from docx_build import abstract, level, num, packed, para, run, style, table, unpacked, word

from extractor.load import docx as reader
from extractor.load.decode import guessed

# "Sở Y tế tỉnh báo cáo trước ngày 30" in both encodings, as their bytes read in Latin-1.
TCVN3 = "Së Y tÕ tØnh b¸o c¸o tr­íc ngµy 30"
VNI = "Sôû Y teá tænh baùo caùo tröôùc ngaøy 30"
UNICODE = "Sở Y tế tỉnh báo cáo trước ngày 30"


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


@pytest.mark.parametrize(("words", "font", "encoding"), [(TCVN3, ".VnTime", "TCVN3"), (VNI, "VNI-Times", "VNI")])
def test_fonts_of_runs(words: str, font: str, encoding: str) -> None:
    read = reader.read(word(para(run(words, fonts(font)) + run(" ngày", fonts("Times New Roman")))))
    assert (read.text, read.encoding, read.warnings) == (f"{UNICODE} ngày", encoding, ())


@pytest.mark.parametrize(
    "styles",
    [
        style("Normal", f"<w:rPr>{fonts('.VnTime')}</w:rPr>", default=True),
        style("Normal", "", default=True)
        + f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>",
        style("Base", f"<w:rPr>{fonts('.VnTime')}</w:rPr>") + style("Normal", "", "Base", default=True),
        style("Normal", '<w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr>', default=True),
    ],
    ids=["paragraph-style", "defaults", "based-on", "hAnsi-alone"],
)
def test_fonts_of_styles(styles: str) -> None:
    read = reader.read(word(para(TCVN3) + para(run("Sở Tư pháp", fonts("Times New Roman"))), styles=styles))
    assert (read.text, read.encoding) == (f"{UNICODE}\n\nSở Tư pháp", "TCVN3")


def test_fonts_of_character_styles_and_of_the_theme() -> None:
    styles = style("Old", f"<w:rPr>{fonts('.VnTime')}</w:rPr>", kind="character")
    assert reader.read(word(para(run(TCVN3, '<w:rStyle w:val="Old"/>')), styles=styles)).text == UNICODE
    files = unpacked(word(para(run(TCVN3, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'))))
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    theme = f'<a:theme {names}><a:fontScheme><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont></a:fontScheme></a:theme>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    relation = f'<Relationship Id="rId9" Type="{kind}" Target="theme/theme1.xml"/></Relationships>'.encode()
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(b"</Relationships>", relation)
    assert reader.read(packed(files | {"word/theme/theme1.xml": theme.encode()})).text == UNICODE


def test_runs_of_one_font_are_read_together() -> None:
    """A base and its mark, in VNI two characters, may lie in two runs; the soft hyphen is a letter in TCVN3."""
    bold = "<w:b/>" + fonts("VNI-Times")
    assert reader.read(word(para(run("Sô", fonts("VNI-Times")) + run("û Y teá", bold)))).text == "Sở Y tế"
    soft = f"<w:r><w:rPr>{fonts('.VnTime')}</w:rPr><w:t>tr</w:t><w:softHyphen/><w:t>íc 30/6</w:t></w:r>"
    assert reader.read(word(para(soft))).text == "trước 30/6"


def test_capitals_of_a_capital_font_labels_and_raised_digits() -> None:
    capitals = fonts(".VnTimeH")
    numbering = abstract(0, level(0, "§iÒu %1.", after=f"<w:rPr>{fonts('.VnTime')}</w:rPr>")) + num(1, 0)
    raised = run("2", fonts(".VnTime") + '<w:vertAlign w:val="superscript"/>')
    read = reader.read(word(para(run("Së y tÕ", capitals)) + para(run("Nhµ 12 m", fonts(".VnTime")) + raised, 1), numbering=numbering))
    assert read.text == "SỞ Y TẾ\n\nĐiều 1. Nhà 12 m²"


def test_unicode_in_a_legacy_font_stays() -> None:
    read = reader.read(word(para(run(UNICODE, fonts(".VnTime")))))
    assert (read.text, read.encoding) == (UNICODE, None)


def test_where_fonts_say_nothing_the_letters_are_asked() -> None:
    rows = ([para("TT"), para(run("C¬ quan"))], [para("1"), para(run(TCVN3))])
    read = reader.read(word(para(run(f"{TCVN3}.\n")) + para("<w:r><w:t>Hai\u00ad</w:t></w:r>") + table(*rows)))
    assert read.text.startswith(f"{UNICODE}.")
    assert read.text.endswith(f"| TT | Cơ quan |\n| 1 | {UNICODE} |")
    assert (read.encoding, read.warnings) == ("TCVN3", (guessed("TCVN3"),))
    cell = read.tables[0].cells[3]
    assert read.text[cell.span.start : cell.span.end] == UNICODE


def test_composed_form() -> None:
    assert reader.read(word(para("Sơ\u0309 Y tê\u0301"))).text == "Sở Y tế"
