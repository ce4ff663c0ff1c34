"""Roles of bodies outside of tasks: the rules of patterns/_roles.toml on their own examples, and issuers of documents."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from extractor import Document
from extractor.pipeline import Extractor
from extractor.wordlists import table

ROWS: list[dict[str, Any]] = table("roles")["rule"]
MATCHES = [(row, text) for row in ROWS for text in row["match"]]
REJECTS = [(row, text) for row in ROWS for text in row["reject"]]


@cache
def extractor() -> Extractor:
    return Extractor()


def roles(example: str) -> dict[str, str | None]:
    """The role of each body that ``example`` marks, by its words."""
    marked, parts = [], example.split("⟦")
    text = parts[0]
    for part in parts[1:]:
        words, rest = part.split("⟧")
        marked.append((len(text), len(text) + len(words)))
        text += words + rest
    found = {(f.start, f.end): f.role for f in extractor().analyse(Document(text)).facts if f.kind == "agency"}
    assert set(marked) <= set(found), f"not all marked bodies are facts: {found}"
    return {text[start:end]: found[start, end] for start, end in marked}


@pytest.mark.parametrize(("row", "example"), MATCHES, ids=[f"{row['id']}-{text[:30]}" for row, text in MATCHES])
def test_a_rule_gives_its_role_to_the_bodies_that_its_examples_mark(row: dict[str, Any], example: str) -> None:
    assert set(roles(example).values()) == {row["role"]}


@pytest.mark.parametrize(("row", "example"), REJECTS, ids=[f"{row['id']}-{text[:30]}" for row, text in REJECTS])
def test_a_rule_gives_no_role_where_its_examples_say_so(row: dict[str, Any], example: str) -> None:
    assert set(roles(example).values()) == {None}


@pytest.mark.parametrize(
    ("example", "role"),
    [
        ("Căn cứ Nghị định số 20/2024/NĐ-CP ngày 5/3/2024 của ⟦Chính phủ⟧ về giá.", "issuer"),
        ("NGHỊ QUYẾT SỐ 12-NQ/TW NGÀY 3/4/2024 CỦA ⟦BỘ CHÍNH TRỊ⟧ VỀ DÂN SỐ", "issuer"),
        ("⟦UBND tỉnh⟧ đã ban hành Quyết định số 15/QĐ-UBND về giá đất.", "issuer"),
        ("Việc này làm theo hướng dẫn của ⟦Bộ Tài chính⟧ tại Công văn số 77/BTC-NS.", "issuer"),
        ("⟦SỞ Y TẾ⟧\nSố: 12/SYT-NV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "issuer"),
        ("Hai nghị định của ⟦Chính phủ⟧ đã có hiệu lực.", None),
        ("Sáng nay, ⟦Sở Y tế⟧ cho biết dịch đã lui.", None),
    ],
)
def test_only_who_issued_a_document_that_is_named_is_its_issuer(example: str, role: str | None) -> None:
    assert set(roles(example).values()) == {role}


def test_what_a_task_says_goes_before_the_words_beside_a_body() -> None:
    text = "CHỈ THỊ\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế chỉ đạo các bệnh viện chuẩn bị thuốc trước ngày 5/6/2025."
    facts = extractor().analyse(Document(text)).facts
    assert {f.text: f.role for f in facts if f.kind == "agency"}["Sở Y tế"] == "lead"
