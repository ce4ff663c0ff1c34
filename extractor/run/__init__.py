"""The batch run: documents in, results or failures out, and from there into the tables."""

from extractor.run.batch import Collected, Counts, Notice, Seen, Sink, collect, record, results
from extractor.run.messages import Item, Settings

__all__ = ["Collected", "Counts", "Item", "Notice", "Seen", "Settings", "Sink", "collect", "record", "results"]
