"""What users would pick instead, each made to answer in the same terms: benchmarks/quality.py compares them.

Every module but the few that compare has ``load()``, which gives a function from a text and its document's date to the answers found.
They run in processes of their own (``serve``), most of them in an environment of their own: they are no dependencies of the project.
"""
