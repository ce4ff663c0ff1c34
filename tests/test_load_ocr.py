"""Pictures of pages: what Tesseract reads on them, ruled tables, and files that are no pictures."""

import io
from pathlib import Path
from typing import Any

import pytest
from pdf_build import Page, build
from PIL import Image, ImageDraw, ImageFont

from extractor.errors import LoadError
from extractor.load import ocr, pdf
from extractor.load.ocr import engine
from extractor.load.ocr.mends import mended
from extractor.load.ocr.ruled import take_rulings
from extractor.load.pdf.boxes import Word

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
LINES = ("Số: 45/KH-UBND", "Giao Sở Thủy lợi kiểm tra 23 hồ chứa", "và báo cáo trước ngày 15/6/2025.")
needs_tesseract = pytest.mark.skipif(not engine.is_installed(), reason="tesseract-ocr with tesseract-ocr-vie is not installed")
needs_font = pytest.mark.skipif(not FONT.exists(), reason="the DejaVu fonts are not installed")


def picture(*lines: str, size: tuple[int, int] = (1240, 800)) -> Image.Image:
    """Lines on white, as a page of 150 dpi."""
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((120, 120 + 60 * number), line, fill=0, font=ImageFont.truetype(str(FONT), 30))
    return image


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


@needs_tesseract
@needs_font
@pytest.mark.parametrize(("form", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")])
def test_a_picture_is_read(form: str, media_type: str) -> None:
    document = ocr.read_image(saved(picture(*LINES), form, dpi=(150, 150)))
    assert document.text == "Số: 45/KH-UBND\n\nGiao Sở Thủy lợi kiểm tra 23 hồ chứa\nvà báo cáo trước ngày 15/6/2025."
    assert document.media_type == media_type
    assert document.pages == (0,)
    (warning,) = document.warnings
    assert warning.startswith("page 1 was read by OCR (mean confidence ")


@needs_tesseract
@needs_font
def test_a_tiff_of_several_pages_and_a_ruled_table() -> None:
    table = picture()
    draw = ImageDraw.Draw(table)
    for x in (100, 200, 700, 1100):
        draw.line((x, 100, x, 260), fill=0, width=3)
    for y in (100, 180, 260):
        draw.line((100, y, 1100, y), fill=0, width=3)
    font = ImageFont.truetype(str(FONT), 30)
    for x, y, words in ((120, 120, "TT"), (220, 120, "Nhiệm vụ"), (720, 120, "Thời hạn")):
        draw.text((x, y), words, fill=0, font=font)
    for x, y, words in ((120, 200, "12"), (220, 200, "Rà soát hồ sơ"), (720, 200, "30/6/2025")):
        draw.text((x, y), words, fill=0, font=font)
    data = saved(picture("Trang thứ nhất có chữ."), "TIFF", save_all=True, append_images=[table], dpi=(150, 150))
    document = ocr.read_image(data)
    assert document.text == "Trang thứ nhất có chữ.\n\n| TT | Nhiệm vụ | Thời hạn |\n| 12 | Rà soát hồ sơ | 30/6/2025 |"
    assert document.pages == (0, len("Trang thứ nhất có chữ.\n\n"))


def scan(*lines: str) -> Page:
    image = picture(*lines, size=(1240, 1754))
    page = Page()
    page.image(*image.size, image.tobytes())
    return page


def written() -> Page:
    page = Page()
    page.text(85, 100, "Trang này có chữ.")
    return page


@needs_tesseract
@needs_font
def test_pages_of_a_pdf_that_are_pictures_are_read_and_the_others_are_not() -> None:
    document = pdf.read(build(written(), scan(*LINES)))
    assert document.text.startswith("Trang này có chữ.\n\nSố: 45/KH-UBND\n\nGiao Sở")
    assert document.text[document.pages[1] :].startswith("Số: 45")
    (warning,) = document.warnings
    assert warning.startswith("page 2 was read by OCR")


@needs_font
def test_pictures_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    with pytest.raises(LoadError, match=r"page 1 is a picture: install tesseract-ocr tesseract-ocr-vie"):
        pdf.read(build(scan(*LINES)))
    with pytest.raises(LoadError, match=r"page 1 is a picture: install"):
        ocr.read_image(saved(picture(*LINES), "PNG"))
    document = pdf.read(build(written(), scan(*LINES), scan(*LINES)))
    assert document.text == "Trang này có chữ."
    (warning,) = document.warnings
    assert warning.startswith("pages 2, 3 are pictures and could not be read: install tesseract-ocr")


PNG = saved(Image.new("L", (60, 60), 255), "PNG")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"khong phai anh", "no picture"),
        (PNG[: len(PNG) // 2], "damaged picture"),
        (saved(Image.new("L", (20, 20)), "GIF"), "a picture of the sort GIF"),
        (saved(Image.new("1", (12_000, 12_000)), "PNG"), "too large"),
    ],
    ids=["text", "cut", "gif", "huge"],
)
def test_bad_pictures_are_one_line(data: bytes, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: True)
    with pytest.raises(LoadError, match=said) as caught:
        ocr.read_image(data)
    assert "\n" not in str(caught.value)


@needs_tesseract
def test_a_blank_picture_says_what_to_do() -> None:
    with pytest.raises(LoadError, match="finds no words"):
        ocr.read_image(PNG)


def test_rulings_are_found_and_wiped_out() -> None:
    image = Image.new("L", (600, 400), 255)
    ImageDraw.Draw(image).line((50, 100, 550, 100), fill=0, width=3)
    ImageDraw.Draw(image).line((50, 100, 50, 300), fill=0, width=3)
    ImageDraw.Draw(image).rectangle((200, 200, 240, 240), fill=0)
    wiped, edges = take_rulings(image, 150)
    (flat,), (upright,) = [e for e in edges if e.flat], [e for e in edges if not e.flat]
    assert (round(flat.top), round(flat.x1 - flat.x0)) == (48, 241)
    assert round(upright.x0) == 24
    assert wiped.getpixel((300, 100)) == 255
    assert wiped.getpixel((220, 220)) == 0


@pytest.mark.parametrize(
    ("read", "meant"),
    [("Só:", "Số:"), ("QÐ-UBND", "QĐ-UBND"), ("30/2020/NĐ-€P", "30/2020/NĐ-CP"), ("2O25", "2025"), ("1.2l5", "1.215"), ("Sóc", "Sóc")],
)
def test_certain_misreadings_are_mended(read: str, meant: str) -> None:
    assert [word.text for word in mended([Word(read, 0, 1, 1, 1)])] == [meant]


PARAGRAPH = (
    "Tính đến ngày 15/6/2025, toàn tỉnh có 23/25 hồ chứa",
    "được kiểm tra, đạt 92% kế hoạch; còn hai hồ chứa",
    "ở huyện miền núi phải chờ đến hết tháng 7 năm 2025.",
    "Giao Sở Nông nghiệp và Môi trường đôn đốc các xã.",
)


@needs_tesseract
@needs_font
@pytest.mark.parametrize("angle", [-3, -1.5, 2, 90, 180, 270])
def test_a_page_that_lies_askew_or_sideways_is_set_upright(angle: float) -> None:
    turned = picture(*PARAGRAPH).rotate(angle, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    document = ocr.read_image(saved(turned, "PNG", dpi=(150, 150)))
    assert " ".join(document.text.split()) == " ".join(PARAGRAPH)


def test_a_straight_page_is_left_as_it_is() -> None:
    from extractor.load.ocr.upright import straightened

    page = picture()
    ImageDraw.Draw(page).rectangle((100, 300, 1100, 310), fill=0)
    assert straightened(page) is page


@needs_tesseract
def test_a_page_of_nonsense_gives_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.load.ocr import page as pages

    sure = iter([55.0, 40.0, 50.0, 45.0])
    word = Word("9x%", 10, 20, 100, 10, False)
    monkeypatch.setattr(pages, "recognise", lambda *_: engine.Recognised((word,), next(sure)))
    with pytest.raises(LoadError, match="no words in the picture that it is sure of: scan the page again, upright and at 300 dpi"):
        ocr.read_image(saved(picture("~~"), "PNG"))
