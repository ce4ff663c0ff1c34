"""Paths as Spark names them, and as the user did."""

from __future__ import annotations

import glob
import os
import re
from urllib.parse import unquote, urlsplit

_PARTITION = re.compile(r"/[^/=]+=[^/]*/")


def root_of(given: str) -> tuple[str, str]:
    """How the files below ``given`` begin as absolute paths, and what to write instead: the beginning that the user wrote."""
    if urlsplit(given).scheme:
        return "", ""
    if glob.has_magic(given):
        return ("", "") if os.path.isabs(given) else (f"{os.getcwd()}/", "")  # noqa: PTH109, PTH117
    return os.path.abspath(given), given.rstrip("/") or "/"  # noqa: PTH100 - resolve() would follow links


def as_given(uri: str, root: tuple[str, str]) -> str:
    """A file's path below the root as the user wrote it; an address on another file system as it is."""
    parts = urlsplit(uri)
    if parts.scheme not in ("", "file"):
        return uri
    path = unquote(parts.path)
    begins, written = root
    return written + path[len(begins) :] if begins and path.startswith(begins) else path


def is_partitioned(uri: str) -> bool:
    """Whether a file lies in a folder such as ``publisher=VnExpress``."""
    return _PARTITION.search(uri) is not None
