"""Picture files that are damaged inside: whatever Pillow runs into is a LoadError."""

import io
import struct

import pytest
from PIL import Image

from extractor.errors import LoadError
from extractor.load.ocr.picture import pictures


def tiff() -> bytes:
    stream = io.BytesIO()
    frame = Image.new("L", (20, 20), 255)
    frame.save(stream, "TIFF", save_all=True, append_images=[frame])
    return stream.getvalue()


INTACT = tiff()


def with_entry(tag: int, new: int, kind: int, value: int) -> bytes:
    """The file with the last entry of a tag (that of its second page; TIFF 6.0, section 2) made another."""
    place = next(
        i for i in range(len(INTACT) - 12, 0, -1) if INTACT[i : i + 2] == struct.pack("<H", tag) and INTACT[i + 4 : i + 8] == b"\1\0\0\0"
    )
    return INTACT[:place] + struct.pack("<HHII", new, kind, 1, value) + INTACT[place + 12 :]


def test_the_pages_of_a_sound_file() -> None:
    media_type, pages = pictures(INTACT)
    assert (media_type, len(list(pages))) == ("image/tiff", 2)


@pytest.mark.parametrize(
    "entry", [(256, 250, 3, 20), (259, 259, 3, 9), (273, 250, 3, 9), (262, 262, 3, 77)], ids=["width", "compression", "strips", "colours"]
)
def test_a_damaged_page_is_one_line(entry: tuple[int, int, int, int]) -> None:
    with pytest.raises(LoadError, match="damaged picture") as caught:
        list(pictures(with_entry(*entry))[1])
    assert "\n" not in str(caught.value)
