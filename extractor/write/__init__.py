"""Write: the tables of facts, documents and errors into one file, or one file and its neighbours.

    with open_writer(Path("facts.xlsx")) as writer:
        writer.write("facts", rows)          # as often as there are rows

The file appears under its name when it is complete, and not before.
"""

from extractor.write.base import Writer
from extractor.write.formats import open_writer

__all__ = ["Writer", "open_writer"]
