"""PDF files made by hand for the tests: text at its place, ruling lines, pictures. Every letter is half its size wide."""

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0


@dataclass
class Page:
    """One page; ``y`` counts from its top. ``font`` is the name that the file gives to the font."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    parts: list[str] = field(default_factory=list)
    fonts: dict[str, str] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    mapped: bool = True  # False: the file does not tell which letters it draws
    picture: tuple[int, int, bytes] | None = None

    def text(self, x: float, y: float, words: str, size: float = 14, font: str = "TimesNewRoman", gap: float = 0) -> None:
        """Words from ``x`` on with their base line at ``y``; ``gap`` is added behind each letter."""
        name = self.fonts.setdefault(font, f"F{len(self.fonts)}")
        code = "".join(f"{self.codes.setdefault(letter, len(self.codes) + 1):04X}" for letter in words)
        self.parts.append(f"BT /{name} {size} Tf {gap} Tc 1 0 0 1 {x} {self.height - y} Tm <{code}> Tj ET")

    def lines(self, x: float, y: float, *lines: str, size: float = 14, leading: float = 18) -> float:
        """Lines one below the other; the base line after the last."""
        for line in lines:
            self.text(x, y, line, size)
            y += leading
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroke."""
        self.parts.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """The rulings of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def image(self, width: int, height: int, grey: bytes) -> None:
        """A grey picture that fills the page."""
        self.picture = (width, height, grey)
        self.parts.append(f"q {self.width} 0 0 {self.height} 0 0 cm /Im Do Q")


def build(*pages: Page) -> bytes:
    """The file that holds the pages."""
    objects: list[bytes] = [b"", b""]
    kids = [_page(page, objects) for page in pages]
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>".encode()
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
    return data + head.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()


def _add(objects: list[bytes], content: bytes) -> int:
    objects.append(content)
    return len(objects)


def _stream(objects: list[bytes], data: bytes, extra: str = "") -> int:
    packed = zlib.compress(data)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >>\nstream\n"
    return _add(objects, head.encode() + packed + b"\nendstream")


def _page(page: Page, objects: list[bytes]) -> int:
    fonts = " ".join(f"/{name} {_font(page, font, objects)} 0 R" for font, name in page.fonts.items())
    pictures = ""
    if page.picture:
        width, height, grey = page.picture
        extra = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
        pictures = f"/XObject << /Im {_stream(objects, grey, extra)} 0 R >>"
    content = _stream(objects, "\n".join(page.parts).encode())
    return _add(
        objects,
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] /Rotate {page.rotate} "
        f"/Contents {content} 0 R /Resources << /Font << {fonts} >> {pictures} >> >>".encode(),
    )


def _font(page: Page, font: str, objects: list[bytes]) -> int:
    descriptor = _add(objects, f"<< /Type /FontDescriptor /FontName /{font} /Flags 4 /Ascent 800 /Descent -200 >>".encode())
    system = "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    kind = f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font} /FontDescriptor {descriptor} 0 R /DW 500 {system} >>"
    descendant = _add(objects, kind.encode())
    mapping = f"/ToUnicode {_stream(objects, _cmap(page.codes))} 0 R" if page.mapped else ""
    whole = f"<< /Type /Font /Subtype /Type0 /BaseFont /{font} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] {mapping} >>"
    return _add(objects, whole.encode())


def _cmap(codes: dict[str, int]) -> bytes:
    rows = "\n".join(f"<{code:04X}> <{letter.encode('utf-16-be', 'surrogatepass').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()
