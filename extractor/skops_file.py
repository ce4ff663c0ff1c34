"""Reads plain numbers and words out of a skops file, without skops and scikit-learn, whose import takes seconds.

A skops file is a zip archive of ``schema.json`` and one ``.npy`` file an array (https://skops.readthedocs.io/en/stable/persistence.html).
Only what is listed in ``TRUSTED`` is read: nothing in the file can name code that would be run.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

# Loaders of skops that hold plain data.
TRUSTED = frozenset({"JsonNode", "NdArrayNode"})


def read_plain(path: Path) -> dict[str, Any]:
    """The dictionary of strings, numbers and arrays that ``skops.io.dump`` wrote to ``path``.

    :raises ModelError: the file cannot be read, or holds anything else.
    """
    import numpy

    def value(archive: zipfile.ZipFile, node: Mapping[str, Any]) -> Any:
        if node["__loader__"] not in TRUSTED:
            raise ModelError(f"{path}: holds a {node['__module__']}.{node['__class__']}, which is not trusted")
        if node["__loader__"] == "JsonNode":
            return json.loads(node["content"])
        with archive.open(node["file"]) as stream:
            return numpy.load(stream, allow_pickle=False)

    try:
        with zipfile.ZipFile(path) as archive:
            root = json.loads(archive.read("schema.json"))
            if root["__loader__"] != "DictNode":
                raise ModelError(f"{path}: holds no dictionary")
            return {name: value(archive, node) for name, node in root["content"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path}: is no model of ours: {type(error).__name__}: {error}") from None
