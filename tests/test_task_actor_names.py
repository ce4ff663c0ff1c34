"""Governments that are named by their places alone."""

from __future__ import annotations

import pytest

from extractor.tasks.actor_names import governments


@pytest.mark.parametrize(
    ("printed", "head", "places"),
    [
        ("Nghệ An, Quảng Ngãi và thành phố Huế", "các tỉnh", ["tỉnh Nghệ An", "tỉnh Quảng Ngãi", "thành phố Huế"]),
        ("Hồ Chí Minh, tỉnh Lâm Đồng", "thành phố", ["Thành phố Hồ Chí Minh", "tỉnh Lâm Đồng"]),
        ("Hưng Yên", "thành phố", ["thành phố Hưng Yên"]),  # the city, no province
        ("Hưng Yên", "tỉnh", ["tỉnh Hưng Yên"]),
        ("Biên Hòa", "tp. biên hòa", ["thành phố Biên Hòa"]),
    ],
)
def test_each_place_has_its_own_level(printed: str, head: str, places: list[str]) -> None:
    assert governments(printed, head) == tuple(f"Ủy ban nhân dân {place}" for place in places)
