"""What a user names: files, folders, patterns, standard input; ids; everything that goes wrong is one clear line."""

import gzip
import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import LoadError
from extractor.load import load, read_documents
from extractor.load.inputs import Source, document_ids
from extractor.model import Document, Failure


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``tin`` with what real folders hold, and the working directory above it."""
    for name in ("tin/b.txt", "tin/a.txt", "tin/sub/c.TXT", "tin/.hidden.txt", "tin/.git/x.txt", "tin/notes.css", "tin/d.txt.gz"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = f"bài {path.name}".encode()
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(*inputs: str) -> list[str]:
    return [item.doc_id if isinstance(item, Document) else f"! {item.message}" for item in read_documents(inputs)]


def test_load_one_file(tmp_path: Path) -> None:
    path = tmp_path / "bài 1.v2.txt"
    path.write_bytes("\ufeffHòa\r\nBình".encode())
    assert load(path) == Document(
        text="Hòa\r\nBình", doc_id="bài 1.v2", source=str(path), sha256=hashlib.sha256("\ufeffHòa\r\nBình".encode()).hexdigest()
    )


def test_packing_changes_nothing_but_the_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("bài", encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/a.txt.gz").write_bytes(gzip.compress("bài".encode()))
    plain, packed = load(tmp_path / "a.txt"), load(tmp_path / "b/a.txt.gz")
    assert (plain.text, plain.doc_id, plain.sha256) == (packed.text, packed.doc_id, packed.sha256)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \n", "no text"),
        ("a.txt", b"\xff\xfe\xfd\xfc\xfb", "does not fit UTF-16"),
        ("a.odt", b"x", "cannot read .odt: give a .txt, .md, .html, .htm, .mht"),
        ("README", b"x", "cannot read a file without an ending"),
        ("a.txt.gz", b"x", "gzip"),
        ("a.parquet.gz", b"x", "cannot read .parquet.gz"),
    ],
)
def test_unusable_files_are_named_in_one_line(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(LoadError) as caught:
        load(path)
    (item,) = read_documents([str(path)])
    assert item == Failure(source=str(path), stage="load", error="LoadError", message=str(caught.value))
    assert item.message.startswith(f"{path}: ")
    assert said in item.message
    assert "\n" not in item.message


def test_load_refuses_what_holds_many_documents(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nx\n")
    for path in (tmp_path, tmp_path / "a.csv"):
        with pytest.raises(LoadError, match="read_documents"):
            load(path)
    with pytest.raises(LoadError, match="no such file"):
        load(tmp_path / "không có.txt")


def test_folder_is_recursive_sorted_and_skips_hidden_and_foreign_files(folder: Path) -> None:
    assert ids("tin") == ["a", "b", "d", "c"]


def test_patterns_are_expanded_here(folder: Path) -> None:
    assert ids("tin/*.txt") == ["a", "b"]
    assert ids("tin/**/*.[tT][xX][tT]") == ["a", "b", "c"]


def test_a_file_with_the_name_of_a_pattern_is_a_file(folder: Path) -> None:
    (folder / "tin[1].txt").write_text("x")
    assert ids("tin[1].txt") == ["tin[1]"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert ids("tin/b.txt", "./tin/b.txt", "tin", str(folder / "tin" / "a.txt")) == ["b", "a", "d", "c"]


def test_what_is_missing_does_not_stop_the_rest(folder: Path) -> None:
    (folder / "empty").mkdir()
    found = ids("nowhere.txt", "tin/*.pdf", "empty", "tin/a.txt", "chữ " * 3000)
    assert found[0] == "! nowhere.txt: there is no such file or folder: check the path"
    assert found[1].startswith("! tin/*.pdf: no file matches this pattern")
    assert found[2].startswith("! empty: the folder holds nothing that can be read: give a .txt, .md")
    assert found[3] == "a"
    assert "no such file" in found[4]


def test_equal_stems_take_as_much_path_as_they_need(folder: Path) -> None:
    for name in ("x/1/tin.txt", "x/2/tin.txt", "y/1/tin.txt", "x/khác.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")
    assert ids("x") == ["khác", "1/tin", "2/tin"]
    assert ids("x", "y") == ["khác", "x/1/tin", "x/2/tin", "y/1/tin"]
    assert ids("x/1/tin.txt", "y/1/tin.txt") == ["x/1/tin", "y/1/tin"]
    (folder / "x/1/tin.txt.gz").write_bytes(gzip.compress(b"x"))
    assert ids("x/1") == ["x/1/tin.txt", "x/1/tin.txt.gz"]


@settings(deadline=None)
@given(st.sets(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map("/".join), min_size=1))
def test_ids_are_distinct_and_independent_of_order(names: set[str]) -> None:
    sources = [Source(Path(f"tin/{name}.txt"), f"tin/{name}.txt", f"{name}.txt", True) for name in sorted(names)]
    found = document_ids(sources)
    assert len(set(found.values())) == len(names)
    assert found == document_ids(reversed(sources))


def test_own_results_in_a_folder_are_not_read_again(folder: Path) -> None:
    from extractor.schema import FACTS

    (folder / "tin/facts.csv").write_text(",".join(column.name for column in FACTS) + "\n")
    assert ids("tin") == ["a", "b", "d", "c"]
    assert "written by trichluc" in ids("tin/facts.csv")[0]


def test_standard_input_is_one_document() -> None:
    (document,) = read_documents(["-"], stdin=io.BytesIO("Hòa\r\nBình".encode("utf-16")))
    assert isinstance(document, Document)
    assert (document.text, document.doc_id, document.source) == ("Hòa\r\nBình", "stdin", "-")


def test_standard_input_may_be_json_lines() -> None:
    lines = "".join(f'{{"id": "d{n}", "text": "bài {n} {"x" * 50_000}"}}\n' for n in range(5))
    items = list(read_documents(["-"], stdin=io.BytesIO(lines.encode())))
    assert [item.doc_id for item in items if isinstance(item, Document)] == ["d0", "d1", "d2", "d3", "d4"]


def test_empty_standard_input_is_a_failure() -> None:
    assert [item.message for item in read_documents(["-"], stdin=io.BytesIO())] == ["-: the file is empty: remove it or write it again"]


@pytest.mark.skipif(os.name != "posix" or os.uname().sysname != "Linux", reason="only Linux has file names that are not Unicode")
def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe0i.txt")).write_text("x")
    (document,) = read_documents([str(tmp_path)])
    assert isinstance(document, Document)
    assert document.doc_id == "b\ufffdi"


def test_one_string_is_one_input(folder: Path) -> None:
    assert [item.source for item in read_documents("tin/a.txt")] == ["tin/a.txt"]


def test_documents_of_a_kind_that_is_not_read_are_told_in_folders(folder: Path) -> None:
    (folder / "tin/e.xlsx").write_bytes(b"x")
    assert ids("tin") == [
        "a",
        "b",
        "d",
        "! tin/e.xlsx: cannot read .xlsx: save the sheet as .csv, or as .pdf to read it as a document",
        "c",
    ]


def test_what_a_browser_saved_beside_a_page_is_no_document(folder: Path) -> None:
    for name in ("tin/x.html", "tin/x_files/logo.png", "tin/x_files/frame.html", "tin/y_files/z.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("<p>x</p>")
    assert ids("tin") == ["a", "b", "d", "x", "c", "z"]


def test_pipes_and_dead_links_are_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "tin/e.txt")
    (folder / "tin/f.txt").symlink_to("nowhere.txt")
    assert ids("tin") == [
        *("a", "b", "d"),
        "! tin/e.txt: it is no regular file, or a link that leads nowhere: remove it",
        "! tin/f.txt: it is no regular file, or a link that leads nowhere: remove it",
        "c",
    ]
    assert ids("tin/e.txt") == ["! tin/e.txt: it is no regular file: give the file itself"]


def test_what_no_reader_foresaw_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.load import formats

    def broken(data: bytes) -> Document:
        raise KeyError("IHDR\nx")

    monkeypatch.setitem(formats.DOCUMENTS, ".txt", broken)
    with pytest.raises(
        LoadError, match=r"^tin/a\.txt: damaged in a way .* \(KeyError at test_load_inputs\.py:\d+: .*please report it$"
    ) as caught:
        load("tin/a.txt")
    assert "\n" not in str(caught.value)


def test_a_reader_that_breaks_down_costs_its_own_file_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.load import formats

    def broken(stream: object) -> object:
        raise RuntimeError("x")

    (folder / "tin/e.csv").write_text("text\nx\n")
    monkeypatch.setitem(formats.TABLES, ".csv", broken)
    a, b, d, e, c = ids("tin")
    assert (a, b, d, c) == ("a", "b", "d", "c")
    assert e.startswith("! tin/e.csv: defect in trichluc, please report it: RuntimeError at test_load_inputs.py:")


def test_halves_of_characters_are_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.load import formats

    monkeypatch.setitem(formats.DOCUMENTS, ".txt", lambda _: Document("a\ud800b", author="\udfff"))
    document = load("tin/a.txt")
    assert (document.text, document.author) == ("a\ufffdb", "\ufffd")
