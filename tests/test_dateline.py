"""The document's own date, and the year of dates that leave it out."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.context import Context
from extractor.dateline import document_date
from extractor.fold import fold_text
from extractor.outline import outline
from extractor.years import dated_year, likely_year, year_of


def context(text: str, on: date | None = None) -> Context:
    folded = fold_text(text)
    return Context(folded, folded.lower(), outline(folded), date=on)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND\nHà Nội, ngày 28 tháng 11 năm 2025\nKẾ HOẠCH", date(2025, 11, 28)),
        ("Số: 5/TB-VP | TP. Hồ Chí Minh, ngày 04 tháng 4 năm 2022 |\nTHÔNG BÁO", date(2022, 4, 4)),
        ("Thứ năm, 13/06/2024, 03:07\n\nTỉnh A: Sơ kết đề án\n\nSáng 19/1, tỉnh họp.", date(2024, 6, 13)),
        ("Bài báo hay\n\n03:12, 25/12/2022\n\n(ĐN)- Sáng 25-12, hội nghị khai mạc.", date(2022, 12, 25)),
        ("Tin mới\n15/03/2023 | 10:15\nNội dung", date(2023, 3, 15)),
        ("Cập nhật: 20/5/2021\nNội dung", date(2021, 5, 20)),
        ("Chiều 22/10/2013, Bộ Tài chính họp báo.", date(2013, 10, 22)),
        ("SỞ Y TẾ\nSố: 5/SYT-VP\nHà Nội ngày 01 tháng 12 năm 2025.\nKính gửi: Các trạm", date(2025, 12, 1)),
        ("SỞ Y TẾ\nSố: 5/SYT-VP\nHà Nội, ngày 5/3/2024\nKính gửi: Các trạm", date(2024, 3, 5)),
        ("QUỐC HỘI\nLuật số: 9/2024/QH15\nLUẬT\nLuật này được Quốc hội khóa XV thông qua ngày 2 tháng 7 năm 2024.", date(2024, 7, 2)),
        ("PHỤ LỤC I\nDANH MỤC\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2020 của UBND tỉnh)", date(2020, 3, 5)),
        ("Kính gửi: Các xã.\nĐề nghị báo cáo.\n(Kèm\ntheo Công văn số 8/SYT-VP ngày 4/5/2024)", date(2024, 5, 4)),
        ("QUYẾT ĐỊNH\nVề kè đá\n" + "Điều 1. Kè đá.\n" * 900 + "| Số: 3/QĐ-UBND | Huế, ngày 4 tháng 5 năm 2023 |", date(2023, 5, 4)),
        ("Tỉnh thông xe tuyến đường.\nNgười dân phấn khởi.\nGiờ đăng: 16/07/2025 16:04", date(2025, 7, 16)),
        ("Sáng 19/1, tỉnh họp về Quyết định ngày 5/1/2024 và Công văn ngày 8/1/2024.", date(2024, 1, 19)),
    ],
)
def test_stated_dates(text: str, day: date) -> None:
    assert document_date(context(text)) == day


@pytest.mark.parametrize(
    "text",
    [
        "Không có ngày nào ở đây.",
        "Sáng 19/1, tỉnh họp mà không ai nhắc tới năm.",
        "Ngày 23/4/2023, huyện họp về nhiệm vụ theo Công văn ngày 8/4/2024.",
        "Sáng 23/4/2023, huyện họp về nhiệm vụ theo Công văn ngày 8/4/2024.",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
        "Hà Nội, ngày 31 tháng 11 năm 2025\nKẾ HOẠCH",
        "Rạng sáng 21/5/1968, đoàn tàu cập bến.",
        "Kính gửi: Các xã.\nThực hiện kế hoạch kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2020.",
        "Nghị quyết này sửa Luật số 9/2024/QH15 được Quốc hội khóa XV thông qua ngày 2 tháng 7 năm 2024.",
    ],
)
def test_null_rather_than_wrong(text: str) -> None:
    assert document_date(context(text)) is None


def test_the_documents_day_decides_the_year() -> None:
    resolve = year_of(context("Sáng 19/1, tỉnh họp.", date(2024, 6, 13)), 5)
    assert resolve(19, 1, None) == 2024
    assert resolve(25, 12, None) == 2023
    assert resolve(1, 2, "năm ngoái") == 2023
    assert resolve(1, 2, "năm tới") == 2025


def test_a_year_at_the_head_of_the_sentence_decides() -> None:
    text = "Năm 2020, tỉnh có lũ ngày 15/10."
    assert year_of(context(text, date(2021, 4, 20)), text.index("15/10"))(15, 10, None) == 2020


def test_undated_texts_bear_the_year_of_their_full_dates() -> None:
    assert dated_year("từ 31/10/2020 đến 26/10/2020, so với ngày 1/1/2019") == 2020
    assert dated_year("ngày 5/3/2019, ngày 6/4/2019 và ngày 7/5/2021") is None
    assert likely_year("ngày 5/3/2019, ngày 6/4/2019 và ngày 7/5/2021") == 2021
    assert likely_year("Năm 2020 khó khăn; mục tiêu đến năm 2030") == 2020
    assert likely_year("Năm 1954") is None
