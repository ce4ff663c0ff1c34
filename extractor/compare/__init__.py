"""The same indicator, place and period in several documents: who agrees, who does not, and how it went on.

from extractor.compare import compare, pivot, read_facts
rows = compare(read_facts([Path("facts.parquet")]))
pivot(rows, "tỷ lệ giải ngân")[0].to_frame()
"""

from extractor.compare.compare import compare
from extractor.compare.comparison import Comparison, to_frame
from extractor.compare.facts_in import read_facts
from extractor.compare.pivot import Pivot, named, pivot

__all__ = ["Comparison", "Pivot", "compare", "named", "pivot", "read_facts", "to_frame"]
