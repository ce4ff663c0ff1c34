"""Load: files, folders, patterns and tables of articles become documents.

    load(path)               one file             -> Document, or LoadError
    read_documents(inputs)   whatever a user names -> Document | Failure, one after the other

A bad file or row is one ``Failure`` and the rest goes on. The text is kept exactly as decoded.
Both read their code when they are first called or named, so that starting stays instant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from extractor.load.batch import read_documents
    from extractor.model import Document

__all__ = ["load", "read_documents"]


def load(path: str | os.PathLike[str]) -> Document:
    """One file as a document: one of ``formats.DOCUMENTS``, text ones also packed (``.txt.gz``).

    :param path: a file; its stem becomes ``doc_id`` and its path ``source``.
    :return: the document, the text of text files exactly as decoded; ``sha256`` is of the unpacked bytes, so packing changes no document.
        Its fields hold what the file states of it; what its text says (number, issuer, signer …) ``extract`` finds.
    :raises LoadError: the file is missing, empty, of an ending or an encoding that is not read, or a table or a folder.
    """
    from extractor.load.single import load_file

    return load_file(path)


def __getattr__(name: str) -> object:
    if name == "read_documents":
        from extractor.load.batch import read_documents

        globals()[name] = read_documents
        return read_documents
    raise AttributeError(f"module 'extractor.load' has no attribute {name!r}")
