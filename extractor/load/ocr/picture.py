"""Picture files to pages: their frames, upright, of a size that OCR can bear."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from extractor.errors import LoadError

_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff", "MPO": "image/jpeg"}
_MOST_PIXELS = 100_000_000  # in one page: A3 at 600 dpi has 70 million
_MOST_PAGES = 500
_LEAST = 150.0  # dots per inch: Tesseract wants letters of 20 pixels and more
_BEST = 300.0
_PAGE = 11.7  # inches: the longer side of A4, for files that do not tell their resolution
_AGAIN = "scan or save it again as PNG, JPEG or TIFF"


def pictures(data: bytes) -> tuple[str, Iterator[tuple[Any, float]]]:
    """The media type of a picture file, and each page as a grey ``PIL.Image`` with its resolution in dots per inch.

    :raises LoadError: it is no picture, damaged, or too large; for a later page, when it is reached.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data))
    except UnidentifiedImageError:
        raise LoadError(f"no picture that can be read: {_AGAIN}") from None
    except Exception as error:  # Pillow lets out whatever its decoders run into
        raise LoadError(_damaged(error)) from None
    if image.format not in _MEDIA_TYPES:
        raise LoadError(f"a picture of the sort {image.format}: {_AGAIN}")
    count = _count(image)
    if count > _MOST_PAGES:
        raise LoadError(f"a picture of {count} pages, and {_MOST_PAGES} are read at most: split it")
    return _MEDIA_TYPES[image.format], _pages(image, count)


def _count(image: Any) -> int:
    try:
        return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    except Exception as error:  # as above: the frames are looked through one by one
        raise LoadError(_damaged(error)) from None


def _pages(image: Any, count: int) -> Iterator[tuple[Any, float]]:
    for number in range(count):
        yield _page(image, number)


def _page(image: Any, number: int) -> tuple[Any, float]:
    from PIL import ImageOps

    try:
        image.seek(number)
        width, height = image.size
        if width * height > _MOST_PIXELS:
            raise LoadError(f"page {number + 1} has {width} x {height} pixels, which is too large: scan it at 300 dpi")
        return _fitting(ImageOps.exif_transpose(_on_white(image)), _resolution(image))
    except LoadError:
        raise
    except Exception as error:  # as above
        raise LoadError(_damaged(error)) from None


def _on_white(image: Any) -> Any:
    """Grey, with white where a picture can be seen through."""
    from PIL import Image

    if image.mode not in ("LA", "RGBA", "PA") and "transparency" not in image.info:
        return image.convert("L")
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("L")


def _resolution(image: Any) -> float:
    """What the file states, where it is believable for a page of paper; else as if its longer side were that of A4."""
    stated = float(image.info.get("dpi", (0, 0))[1] or 0)
    longer = max(image.size)
    return stated if stated and 4 <= longer / stated <= 25 else longer / _PAGE


def _fitting(picture: Any, resolution: float) -> tuple[Any, float]:
    """Small pictures enlarged: Tesseract reads them better."""
    if resolution >= _LEAST:
        return picture, resolution
    factor = _BEST / resolution
    size = (round(picture.width * factor), round(picture.height * factor))
    if size[0] * size[1] > _MOST_PIXELS:
        return picture, resolution
    return picture.resize(size), _BEST


def _damaged(error: Exception) -> str:
    return f"a damaged picture ({' '.join(str(error).split())}): {_AGAIN}"
