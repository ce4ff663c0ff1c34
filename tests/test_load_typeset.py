"""The typesetter: how large the tables of a document may be."""

import pytest

from extractor.errors import LoadError
from extractor.load import typeset
from extractor.load.typeset import Place, Room, Typesetter


def wide(columns: int) -> list[tuple[str, Place]]:
    """A row of which only the first and the last cell have words."""
    return [("Việc", Place(0, 0)), ("Hạn", Place(0, columns - 1))]


@pytest.fixture(autouse=True)
def few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "LARGEST", 12)


def test_places_without_a_cell_are_left_empty() -> None:
    setter = Typesetter()
    setter.table(wide(4))
    assert setter.text == "| Việc |  |  | Hạn |"
    assert [(cell.column, setter.text[cell.span.start : cell.span.end]) for cell in setter.tables[0].cells] == [(0, "Việc"), (3, "Hạn")]


def test_the_tables_of_a_document_count_together() -> None:
    setter = Typesetter()
    setter.table(wide(6))
    setter.table(wide(6))
    with pytest.raises(LoadError, match=r"^its tables are too large \(more than 12 places\): .*save it again$"):
        setter.table(wide(2))


def test_texts_may_share_their_room() -> None:
    room = Room()
    Typesetter(room).table(wide(8))
    with pytest.raises(LoadError, match="too large"):
        Typesetter(room).table(wide(8))
    Typesetter().table(wide(8))
