"""Old office formats by way of LibreOffice, where it is installed: it turns ``.doc`` and ``.rtf`` into ``.docx`` with everything in them.

It runs without a window, under a profile of its own, in which macros are off, links are never followed and every connection goes to
a proxy that does not exist.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from extractor.budget import uncounted
from extractor.errors import LoadError

LOST = "read without its tables, automatic numbers and notes: LibreOffice is not installed (trichluc doctor tells how)"
_SECONDS = 180  # a document of a thousand pages takes a minute
_NAMES = ("soffice", "libreoffice")
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_NO_PROXY = "http://127.0.0.1:9"  # the discard port (RFC 863): nobody listens
# Paths and names of LibreOffice's own configuration schema (officecfg).
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
_ITEM = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_REGISTRY = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
    'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</oor:items>'
)


def program() -> str | None:
    """The path of LibreOffice, or None where there is none."""
    found = (shutil.which(name) for name in _NAMES)
    return next((path for path in (*found, *_PLACES) if path and Path(path).exists()), None)


def to_docx(data: bytes, ending: str) -> bytes | None:
    """The bytes of a ``.doc`` or ``.rtf`` (its ``ending``) as those of a ``.docx``; None where LibreOffice is not installed.

    :raises LoadError: LibreOffice cannot read it, or takes more than three minutes.
    """
    office = program()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="trichluc-") as folder:
        given = Path(folder, f"document{ending}")
        given.write_bytes(data)
        _convert(office, given)
        made = given.with_suffix(".docx")
        if not made.exists():
            raise LoadError("LibreOffice cannot read it: the file is damaged; open it in Word and save it again as .docx")
        return made.read_bytes()


@uncounted()
def _convert(office: str, given: Path) -> None:
    command = [office, f"-env:UserInstallation={_profile().as_uri()}", "--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML"]
    blocked = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), _NO_PROXY)
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that the user installed, on a file name of our own
            [*command, "--outdir", str(given.parent), str(given)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, **blocked, "no_proxy": "", "NO_PROXY": ""},
        )
    except OSError as error:
        raise LoadError(f"LibreOffice does not start ({error.strerror}): see trichluc doctor") from None
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        raise LoadError(f"LibreOffice did not finish it in {_SECONDS} s: open it in Word and save it again as .docx") from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice whole: what was started is only its launcher, and the program itself would run on."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    _profile.cache_clear()  # the profile is left locked


@cache
def _profile() -> Path:
    """One profile a process: two runs of LibreOffice at once cannot share one, and a new one takes seconds to make."""
    folder = Path(tempfile.mkdtemp(prefix="trichluc-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "user").mkdir()
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (folder / "user" / "registrymodifications.xcu").write_text(_REGISTRY.format(items), encoding="utf-8")
    return folder
