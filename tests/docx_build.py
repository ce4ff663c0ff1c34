"""Word documents for tests, written part by part so that every element in them is known."""

import io
import zipfile

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr"}


def word(body: str, main_type: str = "document", **parts: str) -> bytes:
    """A document with this ``w:body``; ``parts`` are the insides of ``styles``, ``numbering``, ``endnotes`` …; a ``header`` is ``rId0``."""
    files = {"word/document.xml": _root("document", f"<w:body>{body}</w:body>")}
    files |= {f"word/{name}.xml": _root(_ROOTS[name], inside) for name, inside in parts.items()}
    files["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
    files["word/_rels/document.xml.rels"] = _relations({name: f"{name}.xml" for name in parts})
    overrides = {"/word/document.xml": main_type} | {f"/word/{name}.xml": name for name in parts}
    files["[Content_Types].xml"] = (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="{part}" ContentType="{_content_type(kind)}"/>' for part, kind in overrides.items())
        + "</Types>"
    )
    return packed({name: files[name].encode() for name in ("[Content_Types].xml", *(name for name in files if name[0] != "["))})


def packed(files: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def run(text: str, properties: str = "") -> str:
    """A ``w:r`` with these ``w:rPr``."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, num: int | None = None, level: int | None = 0, style: str = "", mark: str = "") -> str:
    """A ``w:p`` of runs, or of plain text; ``num`` and ``level`` put it in a list, ``mark`` are the properties of its end."""
    inside = content if content.startswith("<") or not content else run(content)
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    numbered = "" if num is None else f'<w:numPr>{ilvl}<w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{styled}{numbered}<w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>"


def level(place: int, text: str, form: str = "decimal", start: int = 1, more: str = "", suffix: str = "", after: str = "") -> str:
    """A ``w:lvl``; ``more`` stands behind the format, ``after`` behind the text."""
    suff = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    inside = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}{suff}<w:lvlText w:val="{text}"/>{after}'
    return f'<w:lvl w:ilvl="{place}">{inside}</w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    """A ``w:abstractNum``."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, abstract_number: int, overrides: str = "") -> str:
    """A ``w:num``."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>'


def restart(place: int, start: int) -> str:
    """A ``w:lvlOverride`` that starts a level anew."""
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def table(*rows: list[str]) -> str:
    """A ``w:tbl`` of cells given as their blocks."""
    width = len(rows[0])
    grid = "<w:tblGrid>" + '<w:gridCol w:w="2000"/>' * width + "</w:tblGrid>"
    lines = ("<w:tr>" + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{grid}{''.join(lines)}</w:tbl>"


def style(name: str, inside: str, based_on: str = "", kind: str = "paragraph", default: bool = False) -> str:
    """A ``w:style``."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{first}><w:name w:val="{name}"/>{base}{inside}</w:style>'


def _root(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMESPACES}>{inside}</w:{name}>'


def _relations(targets: dict[str, str]) -> str:
    relations = (
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for place, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{_OFFICE.replace("officeDocument", "package")}">{"".join(relations)}</Relationships>'
    )


def _content_type(kind: str) -> str:
    if kind.startswith("application/"):
        return kind
    return f"{_TYPE}.{kind}{'.main' if kind in ('document', 'template') else ''}+xml"
