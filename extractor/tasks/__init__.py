"""Tasks: who is to do what, with whom, by when, on which basis. ``assign`` is the stage of the line; the other modules are its parts."""

from extractor.tasks.assign import Assigned, assign, with_roles
from extractor.tasks.draft import Draft
from extractor.tasks.table_rows import table_rows

__all__ = ["Assigned", "Draft", "assign", "table_rows", "with_roles"]
