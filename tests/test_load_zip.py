"""Archives: their files are documents as those of a folder; what is wrong with one is one line and costs no other."""

import io
import struct
import warnings
import zipfile
from pathlib import Path

import pytest

from extractor.load import read_documents
from extractor.load.zipped import Archive
from extractor.model import Document, Failure


def pack(path: Path, files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def read(*paths: Path) -> tuple[dict[str, Document], list[str]]:
    items = list(read_documents([str(path) for path in paths]))
    return {item.doc_id: item for item in items if isinstance(item, Document)}, [i.message for i in items if isinstance(i, Failure)]


def test_files_of_an_archive_are_read_as_those_of_a_folder(tmp_path: Path) -> None:
    rows = b'{"id": "b1", "text": "b\xc3\xa0i m\xe1\xbb\x99t"}\n{"id": "b2", "text": "b\xc3\xa0i hai"}\n'
    path = pack(
        tmp_path / "thư.zip",
        {
            "Công văn/số 5.txt": "Đạt 45%.".encode(),
            "tin.jsonl": rows,
            "__MACOSX/._tin.jsonl": b"\x00",
            ".DS_Store": b"\x00",
            "logo.svg": b"<svg/>",
            "trống/": b"",
        },
    )
    documents, failures = read(path)
    assert {name: (d.text, d.source) for name, d in documents.items()} == {
        "số 5": ("Đạt 45%.", f"{path}/Công văn/số 5.txt"),
        "b1": ("bài một", f"{path}/tin.jsonl"),
        "b2": ("bài hai", f"{path}/tin.jsonl"),
    }
    assert failures == []


def test_archives_in_a_folder_are_opened_and_equal_names_told_apart(tmp_path: Path) -> None:
    pack(tmp_path / "a.zip", {"x.txt": b"mot", "y.txt": b"hai"})
    pack(tmp_path / "b.zip", {"x.txt": b"ba"})
    (tmp_path / "y2.txt").write_text("bốn", encoding="utf-8")
    documents, failures = read(tmp_path)
    assert {name: d.text for name, d in documents.items()} == {"a.zip/x": "mot", "b.zip/x": "ba", "y": "hai", "y2": "bốn"}
    assert failures == []


def test_names_written_by_macos_without_the_utf8_flag(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"Thong bao 123.txt": b"x"})
    name = "Thông báo 1.txt".encode()
    assert len(name) == len("Thong bao 123.txt")
    path.write_bytes(path.read_bytes().replace(b"Thong bao 123.txt", name))
    assert list(read(path)[0]) == ["Thông báo 1"]


def locked(path: Path) -> Path:
    """The archive with the flag of encryption set in both headers."""
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data[at] |= 1
    path.write_bytes(data)
    return path


def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "x")
    path = pack(tmp_path / "a.zip", {"0.zip": inner.getvalue(), "1.pdf": b"not a PDF", "2.txt": b"", "9.txt": b"hai"})
    documents, failures = read(path)
    assert list(documents) == ["9"]
    assert [line.removeprefix(f"{path}/") for line in failures] == [
        "0.zip: an archive inside an archive: unpack the outer one",
        "1.pdf: it is no such file under the name .pdf: open it in the program that made it and save it again",
        "2.txt: the file is empty: remove it or write it again",
    ]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"a.txt": b"0" * (1 << 25), "b.txt": b"hai"})
    documents, (line,) = read(path)
    assert list(documents) == ["b"]
    assert line == f"{path}/a.txt: it unpacks from 31 kB to 32 MB, as bombs do: it is not read"


def test_a_size_that_is_only_stated_is_not_trusted(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"a.txt": b"x" * 100})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 1 << 29)
    path.write_bytes(data)
    assert read(path)[1] == [f"{path}/a.txt: it unpacks to 512 MB, and 256 MB are read at most: split it"]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda data: data[:40], "a damaged or cut off ZIP, or none at all"),
        (lambda _: b"khong phai zip", "a damaged or cut off ZIP, or none at all"),
        (lambda _: b"", "a damaged or cut off ZIP, or none at all"),
    ],
)
def test_a_damaged_archive_is_one_line(tmp_path: Path, damage: object, said: str) -> None:
    path = pack(tmp_path / "a.zip", {"a.txt": b"x" * 100})
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    documents, (line,) = read(path)
    assert not documents
    assert line.startswith(f"{path}: {said}")


def test_locked_and_corrupt_members(tmp_path: Path) -> None:
    assert "locked with a password" in read(locked(pack(tmp_path / "a.zip", {"a.txt": b"x"})))[1][0]
    path = pack(tmp_path / "b.zip", {"a.txt": b"noi dung " * 50}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"noi dung", b"NOI DUNG", 1))
    assert "damaged in the archive (Bad CRC-32" in read(path)[1][0]


def test_an_archive_without_documents_says_so(tmp_path: Path) -> None:
    assert "holds nothing that can be read: give a .txt" in read(pack(tmp_path / "a.zip", {"a.svg": b"x"}))[1][0]


def test_an_archive_is_opened_once_however_many_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = Archive.__init__

    def counted(self: Archive, path: Path) -> None:
        opened.append(path)
        real(self, path)

    monkeypatch.setattr(Archive, "__init__", counted)
    path = pack(tmp_path / "a.zip", {f"{n}.txt": b"x" for n in range(30)})
    assert len(read(path)[0]) == 30
    assert opened == [path, path]  # once for the names, once for the files


def test_files_of_one_name_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, words in (("a.txt", "một"), ("a.txt", "hai"), ("b//c.txt", "ba"), ("b/c.txt", "bốn"), ("d.txt", "năm")):
            archive.writestr(name, words)
    documents, failures = read(path)
    assert {name: d.text for name, d in documents.items()} == {"a (1)": "một", "a (2)": "hai", "c (3)": "ba", "c (4)": "bốn", "d": "năm"}
    assert failures == []


def test_a_damaged_lzma_member_costs_no_other(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", {"a.txt": b"noi dung " * 50}, zipfile.ZIP_LZMA)
    data = bytearray(path.read_bytes())
    data[46:50] = b"\xff" * 4  # behind the header of the member and that of LZMA
    path.write_bytes(data)
    (tmp_path / "b.txt").write_text("bài")
    documents, (line,) = read(path, tmp_path / "b.txt")
    assert list(documents) == ["b"]
    assert line.startswith(f"{path}/a.txt: damaged in the archive (")
