"""Pages that lie askew or sideways in the scanner, set upright before they are read."""

from __future__ import annotations

from typing import Any

_WIDTH = 800  # pixels to which a page is made smaller to measure it: lines of text are still apart
_FURTHEST, _STEP = 4.0, 0.25  # degrees to either side that are tried
_LEAST = 0.3  # degrees: what lies straighter is read as well as it is
_DARK = 160  # of 255
_GAIN = 1.02  # how much sharper the lines must stand out than in the page as it is


def straightened(picture: Any) -> Any:
    """A grey ``PIL.Image`` turned by the few degrees that make its lines of text level; the same one where they are.

    The angle is the one at which rows of pixels differ most (projection profile; Postl 1986).
    """
    from PIL import Image

    small = picture.resize((_WIDTH, max(1, round(picture.height * _WIDTH / picture.width))), Image.Resampling.BILINEAR)
    steps = round(_FURTHEST / _STEP)
    sharp = {step * _STEP: _sharpness(small, step * _STEP) for step in range(-steps, steps + 1)}
    angle = max(sharp, key=lambda each: (sharp[each], -abs(each)))
    if abs(angle) < _LEAST or sharp[angle] < _GAIN * sharp[0.0]:
        return picture
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


def turns(picture: Any) -> list[int]:
    """The quarter turns, in degrees counterclockwise, that may set a sideways page upright, the likeliest first.

    Tesseract's detection of scripts tells where its data are installed; else all three are tried.
    """
    import pytesseract

    try:
        found = pytesseract.image_to_osd(picture, output_type=pytesseract.Output.DICT)
    except (pytesseract.TesseractError, OSError):
        return [90, 270, 180]
    clockwise = int(found["rotate"])
    return [360 - clockwise] if clockwise else []


def _sharpness(picture: Any, angle: float) -> float:
    """How much the darkness of neighbouring rows differs when the picture is turned by ``angle``."""
    import numpy as np

    dark = np.asarray(picture.rotate(angle, fillcolor=255)) < _DARK
    rows = dark.sum(axis=1).astype(float)
    return float(np.square(np.diff(rows)).sum())
