"""The component and the tokenizer in spaCy: what they give, and that it survives files and processes."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import unicodedata
import zipfile
from datetime import date
from pathlib import Path

import pytest
import spacy
from command import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from extractor import extract
from extractor.model import KINDS
from extractor.spacy import COLOURS, UndertheseaTokenizer, options

TEXT = "Yêu cầu Sở Xây dựng chủ trì, phối hợp với Sở Tài chính\nhoàn thành 25 dự án,  đạt trên 45,03% kế hoạch, trước ngày 15/6."
WORDS = UndertheseaTokenizer(Vocab())
BITS = st.sampled_from(["Sở", "Y tế", "hoà", "số hoá", "ế", "\u0301", "e\u0323\u0302", " ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u200b",
                        "12/2024/NĐ-CP", "…", "“", "1.200.000", "ﬁ", "\u1100\u1161"])  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def pipeline(**config: str) -> Language:
    made = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "vi.underthesea"}}})
    made.add_pipe("trichluc", config={"date": "2024-06-03", **config})
    return made


def facts_of(doc: Doc) -> list[object]:
    return [span._.fact for span in doc.spans["facts"]]


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(), st.lists(BITS).map("".join)))
@example("")
@example(" \n ")
@example("e\u0323\u0302\u0301" * 40)
def test_no_character_is_lost(text: str) -> None:
    doc = WORDS(text)
    assert doc.text == text
    assert all(token.text == token.text.strip() or token.text.isspace() for token in doc)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_are_those_of_underthesea_in_the_spelling_of_the_source(form: str) -> None:
    text = unicodedata.normalize(form, "Uỷ ban hoà giải  hoàn thành 23/25\nnhiệm vụ.")
    words = [token.text for token in WORDS(text) if not token.text.isspace()]
    assert [unicodedata.normalize("NFC", word) for word in words] == ["Uỷ ban", "hoà giải", "hoàn thành", "23/25", "nhiệm vụ", "."]
    assert all(unicodedata.is_normalized(form, word) for word in words)


def test_a_word_never_goes_on_over_a_line_break() -> None:
    assert [token.text for token in WORDS("hoàn\nthành")] == ["hoàn", "\n", "thành"]


def test_facts_and_tasks_are_those_of_extract(nlp: Language) -> None:
    doc, result = nlp(TEXT), extract(TEXT, date="2024-06-03")
    assert facts_of(doc) == result.facts
    assert doc._.tasks == result.tasks
    assert [(span.label_, span.text) for span in doc.spans["facts"]] == [
        ("agency", "Sở Xây dựng"), ("agency", "Sở Tài chính"), ("quantity", "25"), ("percent", "45,03%"), ("deadline", "trước ngày 15/6"),
    ]  # fmt: skip
    assert (doc._.doc_date, doc._.doc_place) == (date(2024, 6, 3), None)
    assert doc[:2]._.fact is None


def test_each_fact_lies_in_its_span_in_every_text_of_the_corpus(nlp: Language) -> None:
    for path in sorted((ROOT / "corpora" / "texts").glob("*.txt"))[::6]:
        doc = nlp(path.read_text("utf-8"))
        assert doc.spans["facts"], path.name
        for span in doc.spans["facts"]:
            fact = span._.fact
            assert doc.text[fact.start : fact.end] == fact.text
            assert span.start_char <= fact.start < fact.end <= span.end_char
            assert (span.label_, span.id_) == (fact.kind, fact.fact_id)


def test_date_and_place_of_one_document_go_before_those_of_the_pipeline(nlp: Language) -> None:
    doc = nlp.make_doc("Sở Xây dựng báo cáo trước ngày 15/6.")
    doc._.doc_date, doc._.doc_place = date(2021, 1, 2), "tỉnh Nghệ An"
    agency, deadline = facts_of(nlp(doc))
    assert (agency.name, deadline.due) == ("Sở Xây dựng tỉnh Nghệ An", date(2021, 6, 15))


def test_rules_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "street.toml").write_text(
        'kind = "street"\nsummary = "streets"\n[[rule]]\nid = "street.named"\nwhy = "a street"\nstarts = "đường"\n'
        "regex = '''(?P<fact>đường\\s\\p{Lu}\\w+)'''\nmatch = [{text = 'mở rộng ⟦đường Láng⟧'}]\n",
        "utf-8",
    )
    doc = pipeline(patterns=str(tmp_path))("Mở rộng đường Láng trong 12 tháng.")
    assert ("street", "đường Láng") in [(span.label_, span.text) for span in doc.spans["facts"]]


def test_doc_bin_and_bytes_keep_everything(nlp: Language) -> None:
    doc = nlp(TEXT)
    (binned,) = DocBin(store_user_data=True).from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(Vocab())
    for other in (binned, Doc(Vocab()).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))):  # noqa: S301 - our own
        assert facts_of(other) == facts_of(doc)
        assert (other._.tasks, other._.doc_date, other.text) == (doc._.tasks, doc._.doc_date, TEXT)


def test_a_pipeline_is_saved_with_its_config(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    for again in (spacy.load(tmp_path), pipeline(date="1999-01-01").from_bytes(nlp.to_bytes())):
        assert [token.text for token in again(TEXT)] == [token.text for token in nlp(TEXT)]
    assert facts_of(spacy.load(tmp_path)(TEXT)) == facts_of(nlp(TEXT))


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="3/6/2024"):
        pipeline(date="3/6/2024")


def test_every_kind_has_its_colour_in_displacy(nlp: Language) -> None:
    assert set(COLOURS) == set(KINDS)
    assert len(set(COLOURS.values())) == len(KINDS)
    html = displacy.render(nlp(TEXT), style="span", options=options(), jupyter=False)
    shown = {kind for kind in KINDS if f"background: {COLOURS[kind]}" in html}
    assert shown == {"agency", "quantity", "percent", "deadline"}


PROGRAM = """
import multiprocessing, sys
import spacy
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "vi.underthesea"}}})
    nlp.add_pipe("trichluc", config={"date": "2024-06-03"})
    docs = nlp.pipe(["Đạt 45,03% kế hoạch.", "Không có gì.", "Sở Y tế báo cáo trước ngày 15/6."], n_process=2, batch_size=1)
    print([[f"{span._.fact.kind} {span._.fact.text}" for span in doc.spans["facts"]] for doc in docs])
    print(spacy.registry.displacy_colors.get("trichluc")["agency"])
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, entry points and all."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "site")
    (folder / "program.py").write_text(PROGRAM, "utf-8")
    return folder


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_found_by_entry_points_and_run_in_two_processes(site: Path, start: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(site / "site")}
    done = subprocess.run([sys.executable, site / "program.py", start], capture_output=True, text=True, env=environment, cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    found = [["percent 45,03%"], [], ["agency Sở Y tế", "deadline trước ngày 15/6"]]
    assert done.stdout == f"{found}\n{COLOURS['agency']}\n"
