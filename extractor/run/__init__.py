"""The batch run: documents in, results or failures out, and from there into the tables."""

from extractor.run.batch import Counts, Sink, record, results

__all__ = ["Counts", "Sink", "record", "results"]
