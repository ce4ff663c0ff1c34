"""The package of a Word document: its parts, parsed, and how they lead to one another (ECMA-376 part 2).

Nothing outside the package is ever read: relationships that lead outside it are left out, a part with a DTD is refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import Any

from extractor.errors import LoadError
from extractor.load.signature import LOCKED, OLD_OFFICE, kind_of
from extractor.load.zipped import DAMAGED, LARGEST, is_bomb

AGAIN = "open it in Word and save it again as .docx"
_LARGEST_PART = 1 << 27  # bytes of one part; the tree of an XML part takes eight times as much memory
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")  # ISO/IEC 29500 Strict names the same elements so
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_BROKEN = (*DAMAGED, OSError)


class Package:
    """The parts of a Word document. ``main`` is the name of the part that holds its body.

    :raises LoadError: on opening: it is no Word document, locked, damaged or too large; on reading a part: it is damaged or has a DTD.
    """

    def __init__(self, data: bytes) -> None:
        self._zip = _opened(data)
        self._names = {name.lower().lstrip("/"): name for name in self._zip.namelist()}
        if not any(name.startswith("word/") for name in self._names):
            raise LoadError(f"a ZIP that holds no Word document: {AGAIN}")
        self.main = next(iter(self.related("", "officeDocument").values()), "word/document.xml")

    def part(self, name: str) -> Any:
        """The root element of a part, its names those of transitional OOXML; None where the package has no such part."""
        data = self.file(name)
        return None if data is None else _parsed(data, name)

    def file(self, name: str) -> bytes | None:
        """The bytes of a part; None where the package has no such part."""
        found = self._names.get(name.lower())
        return None if found is None else self._bytes(found)

    def one(self, kind: str) -> Any:
        """The root element of the part that the main part names as its ``kind`` (``styles``, ``numbering`` …), or None."""
        name = next(iter(self.related(self.main, kind).values()), None)
        return None if name is None else self.part(name)

    def related(self, source: str, kind: str = "") -> dict[str, str]:
        """The names of the parts that ``source`` leads to, by relationship id; of one ``kind``, the last step of the type's URI."""
        folder, base = posixpath.split(source)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, str] = {}
        for relation in () if root is None else root.iter(_RELATIONSHIP):
            if relation.get("TargetMode") != "External" and kind in ("", relation.get("Type", "").rpartition("/")[2]):
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
                found[relation.get("Id", "")] = target.lstrip("/")
        return found

    def _bytes(self, name: str) -> bytes:
        size = self._zip.getinfo(name).file_size
        if size > _LARGEST_PART:
            raise LoadError(f"its part {name} has {size >> 20} MB, and {_LARGEST_PART >> 20} MB are read at most: split the document")
        try:
            return self._zip.read(name)
        except _BROKEN as error:
            raise LoadError(f"a damaged DOCX ({_line(error)}): {AGAIN}") from None


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(OLD_OFFICE):
        locked = kind_of(data) == LOCKED
        raise LoadError(f"locked with a password: {AGAIN} without one" if locked else f"an old Word file (.doc): {AGAIN}")
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise LoadError(f"damaged or cut off, or no DOCX at all ({_line(error)}): {AGAIN}") from None
    size = sum(part.file_size for part in package.infolist())
    if size > LARGEST:
        raise LoadError(f"it unpacks to {size >> 20} MB, and {LARGEST >> 20} MB are read at most: split it, or take out its pictures")
    for part in package.infolist():
        if is_bomb(part.file_size, part.compress_size):
            raise LoadError(
                f"its part {part.filename!r} is packed {part.file_size // max(part.compress_size, 1)} times: no Word wrote that"
            )
    return package


def _parsed(data: bytes, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
        if "purl.oclc.org" in root.tag:
            root = etree.fromstring(_STRICT.sub(_TRANSITIONAL, etree.tostring(root)), parser)
    except (etree.LxmlError, ValueError) as error:
        raise LoadError(f"a damaged DOCX ({name}: {_line(error)}): {AGAIN}") from None
    if root.getroottree().docinfo.doctype:
        raise LoadError(f"its part {name} has a DTD, which no Word document has: {AGAIN}")
    return root


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
