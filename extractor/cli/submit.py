"""The file for ``spark-submit``: ``spark-submit …/extractor/cli/submit.py INPUT OUT`` is ``trichluc spark INPUT OUT``."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    sys.path.pop(0)  # Python put the folder of this file first, where its neighbours would pass for modules of that name
    from extractor.cli import main

    sys.argv.insert(1, "spark")
    main()
