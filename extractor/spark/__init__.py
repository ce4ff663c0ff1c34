"""The extraction on Spark: frames of articles in, typed frames of facts and tasks out.

    from extractor.spark import extract, facts
    facts(df, text="content", id="url", date="published").where("kind = 'money'").show()

PySpark is an extra (``pip install 'trichluc[spark]'``) and is imported when a function is called. See docs/spark.md.
"""

from extractor.spark.frames import Frames, documents, errors, extract, facts, tasks

__all__ = ["Frames", "documents", "errors", "extract", "facts", "tasks"]
