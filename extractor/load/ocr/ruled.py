"""Ruling lines in the picture of a page: long runs of dark pixels. They make tables, and are wiped out before letters are read."""

from __future__ import annotations

from typing import Any

from extractor.load.pdf.rulings import Edge

_DARK = 140  # of 255
_FLAT = 0.5  # inches: the shortest horizontal line of a table; dashes of letters are shorter
_UPRIGHT = 0.3  # inches: the shortest vertical line; letters are lower
_THICKEST = 0.05  # inches
_MOST = 2000  # lines; more are a picture
_POINTS = 72.0  # in an inch


def take_rulings(picture: Any, resolution: float) -> tuple[Any, list[Edge]]:
    """A grey ``PIL.Image`` without its ruling lines, and the lines in points; the image itself where it has none."""
    import numpy as np
    from PIL import Image

    pixels = np.asarray(picture)
    dark = pixels < _DARK
    edges: list[Edge] = []
    wiped = np.zeros(dark.shape, dtype=bool)
    for flat, shortest in ((True, _FLAT), (False, _UPRIGHT)):
        found, mask = _runs(dark, flat, round(shortest * resolution), max(2, round(_THICKEST * resolution)))
        edges += [_scaled(box, flat, _POINTS / resolution) for box in found]
        wiped |= mask
    if not edges or len(edges) > _MOST:
        return picture, []
    return Image.fromarray(np.where(wiped, np.uint8(255), pixels)), edges


def _runs(dark: Any, flat: bool, shortest: int, thickest: int) -> tuple[list[tuple[int, int, int, int]], Any]:
    """Boxes (left, top, right, bottom in pixels) of thin runs of dark pixels in one direction, and their pixels."""
    import numpy as np
    from scipy import ndimage

    axis = 1 if flat else 0
    core = ndimage.minimum_filter1d(dark.astype(np.uint8), shortest, axis=axis, mode="constant")
    runs = ndimage.maximum_filter1d(core, shortest, axis=axis, mode="constant")
    labels, _ = ndimage.label(runs, structure=np.ones((3, 3)))
    boxes = []
    mask = np.zeros(dark.shape, dtype=bool)
    for number, (rows, columns) in enumerate(ndimage.find_objects(labels), start=1):
        thick = (rows.stop - rows.start) if flat else (columns.stop - columns.start)
        if thick > thickest:
            continue
        boxes.append((columns.start, rows.start, columns.stop, rows.stop))
        mask[rows, columns] |= labels[rows, columns] == number
    # The blurred rim of a line is as wide again.
    return boxes, ndimage.binary_dilation(mask, iterations=2) if boxes else mask


def _scaled(box: tuple[int, int, int, int], flat: bool, scale: float) -> Edge:
    left, top, right, bottom = (side * scale for side in box)
    if flat:
        middle = (top + bottom) / 2
        return Edge(left, middle, right, middle, True)
    middle = (left + right) / 2
    return Edge(middle, top, middle, bottom, False)
