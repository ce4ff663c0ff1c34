"""The batch run: documents in, results or failures out, and from there into the tables."""

from extractor.run.batch import Collected, Counts, Notice, Sink, collect, record, results

__all__ = ["Collected", "Counts", "Notice", "Sink", "collect", "record", "results"]
