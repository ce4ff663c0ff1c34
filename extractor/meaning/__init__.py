"""What a number is about: its subject, the period and place that it holds for, and its status (second layer of the guideline)."""

from extractor.meaning.about import with_meaning
from extractor.meaning.statuses import Statuses, read_statuses
from extractor.meaning.today import with_today

__all__ = ["Statuses", "read_statuses", "with_meaning", "with_today"]
