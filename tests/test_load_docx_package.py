"""Word documents as packages: variants that Word opens, and files that are damaged, locked, dangerous or something else."""

import contextlib
import io
import zipfile
from pathlib import Path

import pytest
from docx_build import packed, para, run, style, unpacked, word
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import LoadError
from extractor.load import docx as reader
from extractor.load import load

WHOLE = word(para("Họp giao ban") * 200)
EMBEDDED = '<w:altChunk r:id="rId9"/>'


def with_body(xml: str) -> bytes:
    """A Word document whose main part is ``xml``."""
    return packed(unpacked(WHOLE) | {"word/document.xml": xml.encode()})


def without(name: str) -> bytes:
    return packed({other: data for other, data in unpacked(WHOLE).items() if other != name})


def nested(depth: int) -> str:
    return "<w:sdt><w:sdtContent>" * depth + para("Họp") + "</w:sdtContent></w:sdt>" * depth


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Day la van ban", "no DOCX"),
        (WHOLE[: len(WHOLE) // 2], "cut off"),
        (WHOLE[:60] + bytes(500) + WHOLE[560:], "damaged"),
        (packed({"xl/workbook.xml": b"x"}), "no Word document"),
        (packed({"word/document.xml": b"x"}), "damaged"),
        (without("word/document.xml"), "word/document.xml is missing"),
        (with_body("<w:document"), "damaged"),
        (with_body("<document/>"), "has no body"),
        (word("<w:p>" * 300 + "</w:p>" * 300), "damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (packed({"word/document.xml": bytes(300 << 20)}), "unpacks to 300 MB"),
        (packed({"word/document.xml": bytes(20 << 20)}), "packed 1"),
    ],
    ids="text cut overwritten xlsx not-xml no-body-part cut-xml no-body deep doc encrypted bomb dense".split(),
)
def test_bad_files_are_one_line(data: bytes, said: str) -> None:
    with pytest.raises(LoadError) as caught:
        reader.read(data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_deep_but_whole_documents_are_read() -> None:
    assert reader.read(word(nested(100))).text == "Họp"


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(with_body("<w:document"))
    with pytest.raises(LoadError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: a damaged DOCX (word/document.xml: ")


@settings(deadline=None)
@given(st.binary(min_size=1, max_size=40), st.integers(0, len(WHOLE) - 1))
def test_damage_anywhere_raises_nothing_but_load_errors(junk: bytes, place: int) -> None:
    with contextlib.suppress(LoadError):
        reader.read(WHOLE[:place] + junk + WHOLE[place + len(junk) :])


def test_a_part_with_a_dtd_is_refused_and_its_entities_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    main = unpacked(WHOLE)["word/document.xml"].decode().partition("?>")[2].replace("Họp", "Họp &x; ", 1)
    with pytest.raises(LoadError, match="has a DTD") as caught:
        reader.read(with_body(f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{main}'))
    assert "bí mật" not in str(caught.value)
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    with pytest.raises(LoadError, match=r"DTD|damaged"):
        reader.read(with_body(f'<!DOCTYPE w [<!ENTITY e0 "aaaaaaaaaa">{entities}]>{main.replace("&x;", "&e9;")}'))
    with pytest.raises(LoadError, match="has a DTD"):
        reader.read(packed(unpacked(WHOLE) | {"_rels/.rels": b"<!DOCTYPE r><r/>"}))


def test_relationships_that_lead_outside_are_not_followed(tmp_path: Path) -> None:
    for target in ((tmp_path / "styles.xml").as_uri(), "../../../../etc/passwd", "/etc/passwd"):
        files = unpacked(word(para("Họp"), styles=style("A", "")))
        rels = files["word/_rels/document.xml.rels"].replace(b'"styles.xml"', f'"{target}" TargetMode="External"'.encode())
        assert reader.read(packed(files | {"word/_rels/document.xml.rels": rels})).text == "Họp"
        rels = rels.replace(b' TargetMode="External"', b"")
        assert reader.read(packed(files | {"word/_rels/document.xml.rels": rels})).text == "Họp"


@pytest.mark.parametrize("main_type", ["template", "application/vnd.ms-word.document.macroEnabled.main+xml"])
def test_templates_and_macro_documents(main_type: str) -> None:
    assert reader.read(word(para("Họp"), main_type)).text == "Họp"


def test_strict_documents_and_parts_under_other_names() -> None:
    files = unpacked(word(para(run("m") + run("2", '<w:vertAlign w:val="superscript"/>')), styles=style("A", "")))
    names = (b"http://schemas.openxmlformats.org/wordprocessingml/2006/", b"http://purl.oclc.org/ooxml/wordprocessingml/")
    offices = (b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/")
    strict = {name: data.replace(*names).replace(*offices) for name, data in files.items()}
    assert b"purl.oclc.org" in strict["word/document.xml"] + strict["_rels/.rels"]
    assert reader.read(packed(strict)).text == "m²"
    moved = {name.replace("word/document.xml", "word/Document2.xml"): data for name, data in files.items()}
    moved["_rels/.rels"] = files["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml")
    assert reader.read(packed(moved)).text == "m²"
    without_relations = {name: data for name, data in files.items() if name == "word/document.xml"}
    assert reader.read(packed(without_relations)).text == "m²"


def test_utf16_parts() -> None:
    files = unpacked(word(para("Sở Y tế")))
    main = files["word/document.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert reader.read(packed(files | {"word/document.xml": main})).text == "Sở Y tế"


def test_an_embedded_document_is_told() -> None:
    told = "a document embedded in this one (w:altChunk) was not read: open it in Word and save it again as .docx"
    read = reader.read(word(para("Họp") + EMBEDDED))
    assert (read.text, read.warnings) == ("Họp", (told,))
    with pytest.raises(LoadError) as caught:
        reader.read(word(EMBEDDED))
    assert str(caught.value) == told


def test_a_locked_part_is_one_line() -> None:
    stream = io.BytesIO(WHOLE)
    with zipfile.ZipFile(stream) as package:
        offset = package.getinfo("word/document.xml").header_offset
        directory = package.start_dir
    data = bytearray(WHOLE)
    data[offset + 6] |= 1  # general purpose bit 0: encrypted
    for place in range(directory, len(data) - 4):
        if data[place : place + 4] == b"PK\x01\x02":
            data[place + 8] |= 1
    with pytest.raises(LoadError, match="a damaged DOCX"):
        reader.read(bytes(data))


def test_damage_in_any_compression_is_one_line() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as package:
        for name, data in unpacked(WHOLE).items():
            package.writestr(name, data)
    with zipfile.ZipFile(stream) as package:
        entry = package.getinfo("word/document.xml")
    data = stream.getvalue()
    start = entry.header_offset + 30 + len(entry.filename)
    assert reader.read(data).text.startswith("Họp giao ban")
    told = set()
    for place in range(start, start + 40):
        try:
            reader.read(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        except LoadError as error:  # anything else escapes, as lzma.LZMAError did
            told.add(str(error).partition(" (")[0])
    assert told == {"a damaged DOCX"}
