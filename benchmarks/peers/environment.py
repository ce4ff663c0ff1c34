"""The environment of the tools that cannot live in ours: made on first use, one requirement after the other."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from peers.catalogue import Peer

ROOT = Path(__file__).parent.parent.parent
_REQUIREMENTS = Path(__file__).parent / "requirements.txt"
_MADE = ".made"  # in the environment: the requirements that it was made from
_VERSION = "import sys; from importlib.metadata import version; print(version(sys.argv[1]))"


def make(folder: Path) -> None:
    """The environment in ``folder`` with every requirement that can be had; a line to stderr for each that cannot."""
    wanted = _REQUIREMENTS.read_text("utf-8")
    made = folder / _MADE
    if made.exists() and made.read_text("utf-8") == wanted:
        return
    print(f"making {folder} (about 500 MB)", file=sys.stderr, flush=True)
    subprocess.run([sys.executable, "-m", "venv", folder], check=False)
    if not _python(folder).exists():
        return
    failed = [line for line in wanted.splitlines() if line and not line.startswith("#") and not _installed(folder, line.split())]
    if not failed:
        made.write_text(wanted, "utf-8")


def interpreter(peer: Peer, folder: Path) -> str:
    """The Python that runs ``peer``."""
    return sys.executable if peer.ours else str(_python(folder))


def version_of(peer: Peer, folder: Path) -> str | None:
    """The version of the distribution that ``peer`` comes from; null where it is not installed or has none."""
    if peer.distribution is None:
        return None
    if not peer.ours:
        if not _python(folder).exists():
            return None
        told = subprocess.run([_python(folder), "-c", _VERSION, peer.distribution], capture_output=True, text=True, check=False)
        return told.stdout.strip() or None
    try:
        return version(peer.distribution)
    except PackageNotFoundError:
        return None


def _installed(folder: Path, requirement: list[str]) -> bool:
    command = [str(_python(folder)), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *requirement]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{requirement[0]} cannot be installed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}", file=sys.stderr)
    return not done.returncode


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
