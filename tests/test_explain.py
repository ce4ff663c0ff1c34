"""``trichluc explain``: why, and why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import trichluc

from extractor import Document, Rules
from extractor.explain import Explanation
from extractor.fragments import Fragments
from extractor.near_miss import NearMiss, cut
from extractor.pipeline import Extractor

OWN = """
kind = "score"
[[rule]]
id = "score.points"
why = "điểm số"
starts = "number"
priority = 90
regex = '''
# a number, then the word
(?P<fact>(?P<value>{NUM}) ?(?P<unit>điểm|bàn(?: thắng)?)) (?:trên|/) sân'''
match = ["ghi ⟦3 bàn⟧ trên sân"]
"""


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    folder = tmp_path_factory.mktemp("patterns")
    (folder / "score.toml").write_text(OWN, "utf-8")
    return Extractor(Rules.load(folder))


def told(extractor: Extractor, text: str, offset: int, kinds: tuple[str, ...] = ()) -> list[str]:
    return list(Explanation(Document(text), extractor, kinds).at(offset))


def test_a_fact_tells_rule_groups_values_and_what_it_beat(extractor: Extractor) -> None:
    text = "đạt  2,5 điểm trên sân"
    lines = told(extractor, text, text.index("điểm"))
    assert lines[0].startswith("5-13 score ⟦2,5 điểm⟧ = ")
    assert lines[1].startswith("  rule   score.points: điểm số (")
    assert "  group  value = '2,5'" in lines
    assert "  group  unit = 'điểm'" in lines


def test_what_lost_names_the_winner_and_the_reason(tmp_path: Path) -> None:
    low = OWN.replace("score", "mark").replace("priority = 90", "priority = 80").replace(" (?:trên|/) sân", " trên")
    (tmp_path / "mark.toml").write_text(low.replace("3 bàn⟧ trên sân", "3 bàn⟧ trên"), "utf-8")
    (tmp_path / "score.toml").write_text(OWN, "utf-8")
    both = Extractor(Rules.load(tmp_path))
    text = "ghi 3 bàn trên sân"
    assert "  beat   mark.points ⟦3 bàn⟧: priority 90 over 80" in told(both, text, 5)
    assert told(both, text, 5, ("mark",)) == [
        "5 no fact: ghi 3⟦ ⟧bàn trên sân",
        "  dropped  mark.points ⟦3 bàn⟧: lost to score.points ⟦3 bàn⟧: priority 90 over 80",
    ]


def test_what_was_refused_names_the_reason(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor import pipeline
    from extractor.model import Refused

    monkeypatch.setattr(pipeline, "normaliser", lambda _: lambda *_: Refused("a score of nobody"))
    assert told(extractor, "ghi 3 bàn trên sân", 5, ("score",))[1:] == ["  refused  score.points ⟦3 bàn⟧: a score of nobody"]


def test_after_the_recipients_nothing_counts(extractor: Extractor) -> None:
    text = "ghi 3 bàn trên sân\nNơi nhận:\n- ghi 4 bàn trên sân"
    assert "Nơi nhận" in told(extractor, text, text.index("4"))[1]
    assert told(extractor, text, text.index("3"), ("score",))[0].startswith("4-9 score")


def test_a_stretch_without_a_fact_tells_the_nearest_rule_and_the_part_that_failed(extractor: Extractor) -> None:
    text = "đội nhà ghi 3 bàn ngoài hiệp"
    first, *lines = told(extractor, text, text.index("bàn"), ("score",))
    assert first == "14 no fact: đội nhà ghi 3 ⟦b⟧àn ngoài hiệp"
    assert lines == ["  nearest  score.points tried at 12: ⟦3 bàn ⟧ matched, then (?:trên|/) was wanted, there is 'ngoài hiệp'"]


def test_nothing_near_says_so(extractor: Extractor) -> None:
    assert told(extractor, "không có gì ở đây", 3, ("score",)) == [
        "3 no fact: khô⟦n⟧g có gì ở đây",
        "  no rule begins within 60 characters: neither a number nor a word that a rule starts with",
    ]


def test_offsets_are_those_of_the_source(extractor: Extractor) -> None:
    text = "\r\n  đội\u00a0 nha\u0300   ghi 3   ba\u0300n trên sân"
    (fact,) = Explanation(Document(text), extractor, ("score",)).facts
    assert (fact.start, fact.end) == (text.index("3"), text.index(" trên"))
    assert told(extractor, text, fact.start, ("score",))[0].startswith(f"{fact.start}-{fact.end} score ⟦3   ba")
    assert told(extractor, text, fact.end - 1, ("score",)) == told(extractor, text, fact.start, ("score",))
    assert told(extractor, text, fact.start - 1, ("score",))[0].startswith(f"{fact.start - 1} no fact: ")


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("abc", [["abc"]]),
        ("ab?c", [["a", "b?", "c"]]),
        ("a|(?:b|c)+d", [["a"], ["(?:b|c)+", "d"]]),
        (r"{NUM} ?%(?!\w|\d)", [["{NUM}", " ?", "%", r"(?!\w|\d)"]]),
        (r"[)|\]]\(x{2,3}+\p{L}*", [["[)|\\]]", "\\(", "x{2,3}+", "\\p{L}*"]]),
    ],
)
def test_a_regex_is_cut_into_parts(source: str, parts: list[list[str]]) -> None:
    assert cut(source) == parts


@pytest.mark.parametrize(
    ("written", "text", "reached"),
    [
        ("{NUM} ?%", "45 điểm", (3, "%")),
        ("(?P<a>{NUM}) (?:triệu|tỷ) đồng", "45 tỷ USD", (5, " đồng")),
        ("(?P<a>{NUM}) (?:triệu|tỷ) đồng", "45 xu", (3, "(?:triệu|tỷ)")),
        ("(?i:tăng (?P<n>{NUM})%)", "TĂNG 45 ", (7, "%")),
        ("a(?:b(?:c|d)|x)", "abe", (2, "(?:c|d)")),
        ("(?<!x)a", "xa", (0, "(?<!x)")),
        ("a", "a", None),
    ],
)
def test_how_far_a_regex_gets(written: str, text: str, reached: tuple[int, str] | None) -> None:
    fragments = Fragments()
    fragments.add(Path("f"), {"NUM": r"\d+"})
    start = 1 if written.startswith("(?<!x)") else 0
    got = NearMiss(text, fragments).reached(written, start)
    assert (None if got is None else (got.end - start, got.wanted)) == reached


def test_the_command(tmp_path: Path) -> None:
    path = tmp_path / "tin.txt"
    path.write_text("Tỷ lệ đạt 45,03% kế hoạch.", "utf-8")
    done = trichluc("explain", path, "--kind", "percent", "--date", "2024-05-31")
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0] == "tin: date 2024-05-31, place unknown, 1 facts"
    assert lines[1] == "10-16 percent ⟦45,03%⟧ = 45.03 %"
    assert lines[2].startswith("  rule   percent.sign: ")
    assert "  value  value = 45.03" in lines
    assert trichluc("explain", path, "--at", "12", "--kind", "percent", "--date", "2024-05-31").stdout == done.stdout
    line = b'{"id": "half", "text": "\\ud83d 45,03% \\u0111\\u1ea1t"}'
    half = trichluc("explain", "-", "--at", "0", "--kind", "percent", stdin=line)
    assert (half.returncode, half.stdout.splitlines()[1]) == (0, "0 no fact: ⟦\ufffd⟧ 45,03% đạt")
    refused = trichluc("explain", path, "--at", "20", "--kind", "percent")
    assert refused.stdout.splitlines()[1].startswith("20 no fact: ")
    assert "  nearest  percent.sign tried at 10" not in refused.stdout.splitlines()[1]
