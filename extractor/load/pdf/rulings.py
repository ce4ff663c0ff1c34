"""The ruling lines that a PDF page draws: strokes, thin filled rectangles and the sides of boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from extractor.load.pdf.glyphs import Turn

_STRAIGHT = 1.0  # points that a line may lean
_THICKEST = 3.0  # points; a filled shape that is thicker is a background
_SHORTEST = 4.0  # points; the sides of letters drawn as outlines are shorter
_MOST = 20_000  # lines; more are a drawing or a map
_DEEPEST = 4  # forms inside forms


class Edge(NamedTuple):
    """A straight line on the upright page, in points; ``flat`` for a horizontal one."""

    x0: float
    top: float
    x1: float
    bottom: float
    flat: bool


Matrix = tuple[float, float, float, float, float, float]
_UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)


def read_edges(page: Any, turn: Turn) -> list[Edge]:
    """The horizontal and vertical lines of a ``pypdfium2.PdfPage``; none where there are more than a table could have."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    objects = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count))
    edges: list[Edge] = []
    for points, stroked in _paths(objects, _UNCHANGED, 0, pdfium):
        placed = [turn.place(x, y) for x, y in points]
        if stroked or _is_thin(placed):
            edges.extend(edge for start, end in pairwise(placed) if (edge := _edge(start, end)) is not None)
        if len(edges) > _MOST:
            return []
    return edges


def _is_thin(points: Sequence[tuple[float, float]]) -> bool:
    return any(max(side) - min(side) <= _THICKEST for side in zip(*points, strict=True))


def _edge(start: tuple[float, float], end: tuple[float, float]) -> Edge | None:
    (x0, x1), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    wide, high = x1 - x0, bottom - top
    if high <= _STRAIGHT and wide >= _SHORTEST:
        middle = (top + bottom) / 2
        return Edge(x0, middle, x1, middle, True)
    if wide <= _STRAIGHT and high >= _SHORTEST:
        middle = (x0 + x1) / 2
        return Edge(middle, top, middle, bottom, False)
    return None


def _paths(objects: Iterator[Any], outer: Matrix, depth: int, pdfium: Any) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The corners of each path in user space, and whether its outline is drawn; those inside forms among them."""
    for item in objects:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            stroked = _is_stroked(item, pdfium)
            yield from ((points, stroked) for points in _subpaths(item, _times(_matrix(item, pdfium), outer), pdfium))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(pdfium.FPDFFormObj_CountObjects(item)))
            yield from _paths(inside, _times(_matrix(item, pdfium), outer), depth + 1, pdfium)


def _subpaths(path: Any, matrix: Matrix, pdfium: Any) -> Iterator[list[tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    points: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _is_stroked(path: Any, pdfium: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _matrix(item: Any, pdfium: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
