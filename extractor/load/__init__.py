"""Load: files, folders, patterns and tables of articles become documents.

    load(path)               one file             -> Document, or LoadError
    read_documents(inputs)   whatever a user names -> Document | Failure, one after the other

A bad file or row is one ``Failure`` and the rest goes on. The text is kept exactly as decoded.
"""

from extractor.load.batch import read_documents
from extractor.load.single import load

__all__ = ["load", "read_documents"]
