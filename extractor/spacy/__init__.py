"""Trích Lục in spaCy: the component ``trichluc``, the tokenizer ``vi.underthesea`` and displaCy's colours, found by entry points.

    import spacy
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "vi.underthesea"}}})
    nlp.add_pipe("trichluc", config={"date": "2024-06-03"})
    doc = nlp("Yêu cầu Sở Xây dựng hoàn thành 25 dự án trước ngày 15/6.")
    [(span.label_, span._.fact.text) for span in doc.spans["facts"]], doc._.tasks

See docs/spacy.md. Importing this registers all three, where the distribution is not installed.
"""

from extractor.spacy.attributes import register
from extractor.spacy.colours import COLOURS, options
from extractor.spacy.component import TrichLuc
from extractor.spacy.tokenizer import UndertheseaTokenizer

__all__ = ["COLOURS", "TrichLuc", "UndertheseaTokenizer", "options", "register"]
