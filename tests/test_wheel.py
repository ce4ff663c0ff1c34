"""What is shipped: the wheel holds the patterns and models, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from command import ROOT


def test_the_wheel_brings_its_patterns(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    shipped = {path.name for path in (site / "extractor" / "_patterns").glob("*.toml")}
    assert shipped == {path.name for path in (ROOT / "patterns").glob("*.toml")}
    code = "import extractor as e, extractor.rules as r; print(e.__file__, r.pattern_folder(), len(e.extract('đạt 45%').facts))"
    code += "; print(e.extract('đạt 45%').facts[0].status_confidence > 0)"  # the model of status is there
    code += "; print(e.find_place('tỉnh Hà Tĩnh').code, e.find_agency('Bộ Y tế').until)"
    environment = {**os.environ, "PYTHONPATH": str(site)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment)
    package = site / "extractor"
    assert done.stdout.split() == [str(package / "__init__.py"), str(package / "_patterns"), "1", "True", "42", "None"]
