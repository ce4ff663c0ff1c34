"""``trichluc patterns``, and every way in which a pattern file can be malformed."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import trichluc

from extractor import PatternError, Rules
from extractor.examples import verdicts
from extractor.fragments import Fragments
from extractor.pattern_file import read_rules, read_toml
from extractor.pipeline import Extractor

FILE = (
    'kind = "dozen"\n[[rule]]\nid = "dozen.word"\nwhy = "tá"\nstarts = "tá"\nregex = "tá (?P<unit>[a-zà-ỹ]+)"\nmatch = ["mua ⟦tá trứng⟧"]\n'
)
SHIPPED_KIND = FILE.replace("dozen", "quantity")


def overlay(folder: Path, text: str, name: str = "own.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_list_shows_the_rules_of_a_kind() -> None:
    done = trichluc("patterns", "list", "--kind", "percent")
    rules = [rule for rule in Rules.load().rules if rule.kind == "percent"]
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == [rule.id for rule in rules]
    sign = next(rule for rule in rules if rule.id == "percent.sign")
    line = next(line for line in done.stdout.splitlines() if line.startswith("percent.sign "))
    assert f" {sign.examples} examples  at number: {sign.why}" in line


def test_examples_of_an_overlay_are_run(tmp_path: Path) -> None:
    todo = 'todo_match = ["một ⟦tá trứng⟧", "hai ⟦chục trứng⟧"]\n'
    wrong = FILE + todo + '[[rule]]\nid = "dozen.pair"\nwhy = "cặp"\nstarts = "cặp"\nregex = "cặp"\nreject = ["một cặp"]\n'
    done = trichluc("patterns", "test", "--kind", "dozen", "--patterns", overlay(tmp_path / "p", wrong))
    assert done.returncode == 1
    assert [line.split(": ", 1)[1] for line in done.stdout.splitlines()[:-1]] == [
        "dozen.word: todo_match: right by now, move it to match: 'một tá trứng'",
        "dozen.pair: reject: found ['cặp'], in 'một cặp'",
        "dozen.pair: no example that it matches: add one",
    ]
    assert done.stdout.splitlines()[-1] == "4 examples, 3 problems, 2 known misses"
    right = overlay(tmp_path / "q", FILE)
    assert trichluc("patterns", "test", "--kind", "dozen", "--patterns", right).stdout == "1 examples, 0 problems, 0 known misses\n"


def test_try_shows_keywords_in_context(tmp_path: Path) -> None:
    text = tmp_path / "tin.txt"
    text.write_text("đạt  45,03% vốn\r\nvà 7 % thu; 9% chi", "utf-8")
    done = trichluc("patterns", "try", "(?P<n>{NUM}) ?%", text, "--width", "6", "--limit", "2")
    assert done.stdout.splitlines() == [
        "tin:5-11    đạt ⟦45,03%⟧ vốn v  n='45,03'",
        "tin:20-23  ốn và ⟦7 %⟧ thu;   n='7'",
        "… more: --limit 2 reached",
    ]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("{NUM}(%", "REGEX: the regex does not compile: missing ) at position 7: {NUM}(%⟨here⟩"),
        ("đạt {NUMM}", "REGEX: unknown fragment {NUMM}"),
        ("[a-z]*", "REGEX: the regex matches the empty text"),
    ],
)
def test_a_bad_regex_is_one_line(tmp_path: Path, written: str, message: str) -> None:
    text = tmp_path / "tin.txt"
    text.write_text("đạt 5%", "utf-8")
    done = trichluc("patterns", "try", written, text)
    assert (done.returncode, done.stderr) == (2, f"trichluc: {message}\n")


def test_an_overlay_overrides_disables_and_adds(tmp_path: Path) -> None:
    text = 'kind = "percent"\n[[rule]]\nid = "percent.sign"\ndisabled = true\n'
    folder = overlay(tmp_path / "p", text)
    overlay(folder, FILE, "dozen.toml")
    rules = Rules.load(folder)
    shipped = {rule.id for rule in Rules.load().rules}
    assert {rule.id for rule in rules.rules} == shipped - {"percent.sign"} | {"dozen.word"}
    own = tmp_path / "tin.txt"
    own.write_text("đạt 45%, mua tá trứng", "utf-8")
    done = trichluc("extract", own, "--patterns", folder, "--kind", "dozen", "--kind", "percent")
    assert [line.split('"kind": ')[1].split(", ")[:2] for line in done.stdout.splitlines()] == [['"dozen"', '"text": "tá trứng"']]


def rule(key: str, value: str) -> str:
    """A good file, one key of its rule replaced."""
    lines = [line for line in FILE.splitlines() if not line.startswith(f"{key} ")]
    return "\n".join([*lines, f"{key} = {value}"]) + "\n"


MALFORMED = [
    (b"kind = ", "is not TOML: Invalid value (at end of document)"),
    (b'kind = "\xff"', "is not UTF-8 at byte 8"),
    (b"", "'kind' is missing"),
    (b"kind = 3", "kind 3 is not a word of small letters"),
    (b'kind = "Dozen"', "kind 'Dozen' is not a word of small letters"),
    (b'kind = "dozen"\ncolour = 1', "unknown key 'colour'"),
    (b'kind = "dozen"\nrule = 3', "'rule' is not a list of tables: begin each rule with [[rule]]"),
    (b'kind = "dozen"\n[rule]\nid = "x"', "'rule' is not a list of tables: begin each rule with [[rule]]"),
    (b'kind = "dozen"\nrule = ["x"]', "'rule' is not a list of tables"),
    (b'kind = "dozen"\n[[rule]]\nwhy = "x"', "rule 1: 'id' is missing"),
    (rule("id", "3"), "rule 1: id = 3 is not a text"),
    (rule("colour", "3"), "rule dozen.word: unknown key 'colour'"),
    (rule("why", "[]"), "rule dozen.word: why = [] is not a text"),
    (rule("starts", "3"), "rule dozen.word: starts = 3 is not a text or a list of texts"),
    (rule("needs", "3"), "rule dozen.word: needs = 3 is not a text or a list of texts"),
    (rule("starts", "[]"), "rule dozen.word: starts = [] is not"),
    (rule("starts", '["tá", 3]'), "rule dozen.word: starts = ['tá', 3] is not"),
    (rule("starts", '" "'), "rule dozen.word: starts = ' ' is not"),
    (rule("regex", "3"), "rule dozen.word: regex = 3 is not a text"),
    (rule("regex", '"(a"'), "rule dozen.word: the regex does not compile: missing ) at position 2: (a⟨here⟩"),
    (rule("regex", "'''\n# why\n(?P<a>b)\n[c'''"), "rule dozen.word: the regex does not compile: unterminated character set at position"),
    (rule("regex", '"a{NOPE}"'), "rule dozen.word: unknown fragment {NOPE}"),
    (rule("regex", '"a?"'), "rule dozen.word: the regex matches the empty text"),
    (rule("priority", '"high"'), "rule dozen.word: priority = 'high' is not a whole number"),
    (rule("priority", "true"), "rule dozen.word: priority = True is not a whole number"),
    (rule("disabled", '"yes"'), "rule dozen.word: disabled = 'yes' is not true or false"),
    (rule("match", '"x"'), "rule dozen.word: match = 'x' is not a list of examples"),
    (rule("match", "[3]"), "rule dozen.word: match: 3 is an example without text"),
    (rule("match", "[{unit = 3}]"), "rule dozen.word: match: {'unit': 3} is an example without text"),
    (rule("match", '["tá⟧ trứng"]'), "rule dozen.word: a ⟧ too many, or nothing between ⟦ and ⟧, in 'tá⟧ trứng'"),
    (rule("match", '["⟦tá trứng"]'), "rule dozen.word: a ⟦ that is not closed in '⟦tá trứng'"),
    (rule("match", '["⟦⟧tá"]'), "rule dozen.word: a ⟧ too many, or nothing between ⟦ and ⟧"),
    (rule("match", '[{text = "⟦tá⟧", on = "2024-05-01"}]'), "rule dozen.word: on = '2024-05-01' is not a date"),
    (rule("match", '[{text = "⟦tá⟧", in = 3}]'), "rule dozen.word: in = 3 is not a place"),
    (rule("match", '[{text = "⟦tá⟧", units = 3}]'), "rule dozen.word: unknown field 'units' in the example '⟦tá⟧'"),
    (rule("match", '[{text = "⟦tá⟧", facts = "x"}]'), "rule dozen.word: facts = 'x' is not a list of tables"),
    (rule("match", '[{text = "⟦tá⟧", facts = [{}, {}]}]'), "rule dozen.word: 1 marks but 2 facts in '⟦tá⟧'"),
]


@pytest.mark.parametrize(("data", "message"), MALFORMED, ids=range(len(MALFORMED)))
def test_a_malformed_file_is_one_line_with_file_and_rule(tmp_path: Path, data: bytes | str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(PatternError) as raised:
        list(read_rules(path, read_toml(path)[1], Fragments()))
    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("num = '''a'''", "fragment num: the name must be of capitals, digits and _"),
        ("NUM = 3", "fragment NUM: is neither a regex, nor a list of words, nor a table"),
        ('NUM = ["a", 3]', "fragment NUM: is neither a regex"),
        ("NUM = []", "fragment NUM: is neither a regex"),
        ("NUM = '''{LATER}'''\nLATER = '''b'''", "fragment NUM: unknown fragment {LATER}"),
    ],
)
def test_a_malformed_fragment_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "_fragments.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(PatternError, match=r"^[^\n]*$") as raised:
        Fragments().add(path, read_toml(path)[1])
    assert f"{path}: {message}" in str(raised.value)


def test_a_broken_fragment_is_named_by_the_rule_that_uses_it() -> None:
    fragments = Fragments()
    fragments.add(Path("_fragments.toml"), {"GOOD": "a+", "BAD": "{GOOD}(b"})
    with pytest.raises(PatternError, match=r"^own: the regex does not compile: fragment BAD: missing \) at position"):
        fragments.compile("x {BAD}", "own")


def test_folders_that_cannot_be_overlays(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="holds no pattern file"):
        Rules.load(tmp_path)
    twice = overlay(tmp_path, FILE + FILE[FILE.index("[[rule]]") :])
    with pytest.raises(PatternError, match=r"rule dozen\.word: the id is taken by another rule in own\.toml"):
        Rules.load(twice)
    overlay(tmp_path, 'kind = "dozen"\n[[rule]]\nid = "dozen.nope"\ndisabled = true\n')
    with pytest.raises(PatternError, match=r"there is no rule dozen\.nope to disable"):
        Rules.load(tmp_path)


def test_words_of_lists_and_tables_are_literals_longest_first() -> None:
    fragments = Fragments()
    fragments.add(Path("f"), {"LIST": ["Sở", "Sở Y tế", "a.b"], "TABLE": {"Tài chính": ["TC"], "Nội vụ": []}})
    assert fragments["LIST"] == r"(?:Sở Y tế|a\.b|Sở)"
    assert fragments.compile("{TABLE}", "x").findall("TC, Nội vụ, Tài chính") == ["TC", "Nội vụ", "Tài chính"]


def test_long_regexes_match_as_if_they_were_written_out() -> None:
    fragments = Fragments()
    words = [f"đơn vị {n} {'x' * 40}" for n in range(300)]
    fragments.add(Path("f"), {"WORD": words, "PAIR": "{WORD}(?: và {WORD})?"})
    pattern = fragments.compile("(?P<first>(?i:{PAIR}))[.;] (?P<second>{WORD})?", "x")
    assert "(?&" in pattern.pattern
    text = f"{words[1].upper()} và {words[299]}; {words[2]}"
    assert pattern.fullmatch(text).groupdict()["first"] == text.split(";")[0]  # type: ignore[union-attr]
    assert pattern.match(text.replace(words[2], words[2].upper()))["second"] is None  # type: ignore[index]


def test_verdicts_compare_values(tmp_path: Path) -> None:
    folder = overlay(tmp_path, FILE.replace('"mua ⟦tá trứng⟧"', '{text = "mua ⟦tá trứng⟧", value = 12}'))
    extractor = Extractor(Rules.load(folder))
    (verdict,) = verdicts(extractor, next(r for r in extractor.rules.rules if r.kind == "dozen"))
    assert verdict.problem == "value of 'tá trứng' is None, not 12"


@pytest.mark.parametrize(
    ("kind", "regex", "lacking"),
    [
        ("percent", "(?P<low>{NUM}) điểm phần trăm", "group (?P<sign>…), which"),
        ("ratio", "{NUM} trên {NUM}", "group (?P<denominator>…) and (?P<numerator>…), which"),
        ("quantity", "{NUM} ki lô", "group (?P<"),
    ],
)
def test_a_rule_without_the_groups_that_its_kind_reads_is_one_line(tmp_path: Path, kind: str, regex: str, lacking: str) -> None:
    rule = f"""[[rule]]\nid = "{kind}.x"\nwhy = "thử"\nstarts = "number"\nregex = '{regex}'\n"""
    (tmp_path / "x.toml").write_text(f'kind = "{kind}"\nsummary = "thử"\n{rule}', "utf-8")
    (tmp_path / "tin.txt").write_text("đạt 5 trên 6 ki lô, 7 điểm phần trăm", "utf-8")
    done = trichluc("extract", tmp_path / "tin.txt", "--patterns", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(f"trichluc: {tmp_path / 'x.toml'}: rule {kind}.x: the regex lacks the {lacking}")
    assert done.stderr.endswith(f"is read of a {kind}\n")
    assert done.stderr.count("\n") == 1
