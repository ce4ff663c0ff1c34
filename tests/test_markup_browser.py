"""Highlighted text in a real browser: what is seen is the text, in colours that can be read on light and dark pages, and nothing runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from extractor import Document, extract, highlight
from extractor.markup.palette import COLOURS

BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed: `apt-get install chromium`")

TEXT = """Yêu cầu Sở Xây dựng <b>hoàn thành</b> 25 dự án,  đạt 45,03%, trước ngày 15/6.
<script>window.ran = 1</script><img src="x" onerror="window.ran = 2"> giải ngân "5 tỷ đồng" & 'hơn'\t23/25 nhiệm vụ."""
LOOK = """
const luminance = (colour) => {
  const parts = colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const look = (mark) => {
  const style = getComputedStyle(mark);
  return {
    text: mark.textContent,
    title: mark.title,
    colour: style.backgroundColor,
    contrast: contrast(luminance(style.backgroundColor), luminance(style.color)),
    seen: mark.getClientRects().length > 0,
  };
};
window.onload = () => {
  const text = document.querySelector("#result [lang=vi]");
  const seen = {
    ran: window.ran ?? null,
    foreign: document.querySelectorAll("#result b, #result script, #result img, #table script, #table img").length,
    text: text.innerText,
    marks: [...text.querySelectorAll("mark")].map(look),
    underlined: [...text.querySelectorAll("span")].map((span) => getComputedStyle(span).borderBottomStyle),
    rows: [...document.querySelectorAll("#table tbody tr")].map((row) => [...row.querySelectorAll("mark")].map(look)),
  };
  document.body.replaceChildren(JSON.stringify(seen));
};
"""


@pytest.fixture(scope="module", params=["light", "dark"])
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the browser makes of a result and of its table."""
    result = extract(Document(TEXT, doc_id="thông báo"), date="2024-06-03")
    page = tmp_path_factory.mktemp("page") / "page.html"
    dark = "background:#111;color:#ddd" if request.param == "dark" else ""
    table = highlight(result.to_frame()).html
    page.write_text(
        f"<!doctype html><meta charset='utf-8'><script>{LOOK}</script><body style='{dark}'>"
        f"<div id='result'>{result._repr_html_()}</div><div id='table'>{table}</div>",
        "utf-8",
    )
    return dump(page)


def dump(page: Path) -> dict[str, Any]:
    assert BROWSER
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={page.parent / 'profile'}", "--dump-dom"]
    done = subprocess.run([BROWSER, *options, page.as_uri()], capture_output=True, timeout=120, check=True)
    inside = done.stdout.decode("utf-8").partition("<body")[2].partition(">")[2].rpartition("</body>")[0]
    found: dict[str, Any] = json.loads(unescape(inside))
    return found


def test_nothing_runs_and_the_text_is_seen_as_it_is(seen: dict[str, Any]) -> None:
    assert seen["ran"] is None
    assert seen["foreign"] == 1  # the name of the document, in bold
    assert seen["text"] == TEXT


def test_facts_stand_on_their_colours_and_can_be_read(seen: dict[str, Any]) -> None:
    facts = extract(TEXT, date="2024-06-03").facts
    assert [mark["text"] for mark in seen["marks"]] == [fact.text for fact in facts]
    assert [mark["colour"] for mark in seen["marks"]] == [rgb(COLOURS[fact.kind]) for fact in facts]
    assert {fact.kind for fact in facts} >= {"agency", "quantity", "percent", "deadline", "money", "ratio"}
    assert all(mark["contrast"] >= 7 and mark["seen"] for mark in seen["marks"])
    assert all(mark["title"].startswith(f"{fact.kind}: ") for mark, fact in zip(seen["marks"], facts, strict=True))
    assert seen["underlined"]
    assert set(seen["underlined"]) == {"dotted"}


def test_each_row_of_the_table_has_its_words_marked(seen: dict[str, Any]) -> None:
    facts = extract(TEXT, date="2024-06-03").facts
    assert [[mark["text"] for mark in row] for row in seen["rows"]] == [[fact.text] for fact in facts]


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"
