"""Reader of saved web pages: ``.html``, ``.htm``, ``.mht``. Blocks become paragraphs, tables keep their cells; site furniture is left out.

Nothing but the file is read: no entity, style, script or frame is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.load.decode import guessed
from extractor.load.html.article import article
from extractor.load.html.blocks import Block, blocks
from extractor.load.html.date import published
from extractor.load.html.fonts import Fonts
from extractor.load.html.mend import mended
from extractor.load.html.meta import stated
from extractor.load.html.mhtml import is_mhtml, page_of
from extractor.load.html.parse import page_text, parse
from extractor.load.html.schema import schemas
from extractor.load.html.tree import Tree
from extractor.load.legacy.fonts import with_capitals
from extractor.load.typeset import Typesetter
from extractor.model import Document

MEDIA_TYPE = "text/html"
MHTML_MEDIA_TYPE = "multipart/related"


def read(data: bytes) -> Document:
    """The document of a web page: its article, or all of a page that has no furniture, and what the page states about it.

    :raises LoadError: it is no web page, in an encoding that is none that we read, or there is nothing to parse.
    """
    if is_mhtml(data):
        return read_mhtml(data)
    tree = Tree(parse(page_text(data)))
    fonts = Fonts(tree.root)
    found = blocks(tree.root, fonts)
    guess = mended(found)
    objects = schemas(tree)
    day = published(tree, found, objects)
    setter = _set(article(tree, found, day))
    encoding = next(iter(fonts.used), guess)
    return Document(
        text=with_capitals(setter.text, encoding),
        media_type=MEDIA_TYPE,
        tables=setter.tables,
        encoding=encoding,
        warnings=(guessed(guess),) if guess else (),
        **stated(tree, found, objects, day, setter.text)._asdict(),
    )


def read_mhtml(data: bytes) -> Document:
    """The document of a page that was saved in one file with its pictures (``.mht``, ``.mhtml``).

    :raises LoadError: it holds no page, or as ``read``.
    """
    return replace(read(page_of(data)), media_type=MHTML_MEDIA_TYPE)


def _set(kept: Sequence[Block]) -> Typesetter:
    """The blocks as text; those of different kinds or places are kept apart, for only lines of one paragraph may stand as neighbours."""
    setter = Typesetter()
    for before, block in zip([None, *kept], kept, strict=False):
        if before is None or block.apart or _place(before) != _place(block):
            setter.paragraph("")
        if block.cells is None:
            setter.paragraph(block.words)
        else:
            setter.table(block.cells, block.header)
    return setter


def _place(block: Block) -> tuple[object, object]:
    return block.element.tag, block.element.getparent()
