import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.indonesian.calendar import (
    day_near,
    full_year,
    month_number,
    partial_date,
    read_date,
    weekday_number,
    weekday_of,
)
from graphbuild.model.dates import PartialDate

CASES = [
    ("2024-08-14", "2024-08-14"),
    ("2024-08-14T10:00:00+07:00", "2024-08-14"),
    ("2024-08-14 10:00", "2024-08-14"),
    ("20240814", "2024-08-14"),
    ("2024/08/14", "2024-08-14"),
    ("14/08/2024 16:54", "2024-08-14"),
    ("14.8.2024", "2024-08-14"),
    ("29 01-2022", "2022-01-29"),
    ("29\xa001-2022", "2022-01-29"),
    ("Rabu, 14 Agustus 2024 - 16:54 WIB", "2024-08-14"),
    ("14 Agt 2024", "2024-08-14"),
    ("14Agustus2024", "2024-08-14"),
    ("August 14, 2024", "2024-08-14"),
    ("Wed, 14 Aug 2024 10:00:00 GMT", "2024-08-14"),
    ("31 Februari 2024", None),
    ("2024-02-31", None),
    ("kemarin", None),
    ("", None),
    ("1723600000", None),
    ("0" * 1_000_000, None),
]


@pytest.mark.parametrize(("words", "date"), CASES)
def test_reads_dates_of_fields_and_headers(words: str, date: str | None) -> None:
    assert read_date(words) == (None if date is None else PartialDate(date))


@given(st.text(max_size=60))
def test_any_words_are_a_date_or_none(words: str) -> None:
    date = read_date(words)
    assert date is None or read_date(date.iso) == date


def test_names_of_months_and_weekdays() -> None:
    assert [month_number(name) for name in ("januari", "MEI", "Nopember", "Des.", "Budi")] == [1, 5, 11, 12, None]
    assert [weekday_number(name) for name in ("senin", "Jum'at", "Ahad", "Minggu", "Budi")] == [0, 4, 6, 6, None]


def test_dates_are_as_fine_as_given_and_possible() -> None:
    assert [partial_date(2024), partial_date(2024, 8)] == [PartialDate("2024"), PartialDate("2024-08")]
    assert [partial_date(2024, 13), partial_date(2023, 2, 29), partial_date(99), partial_date(9999)] == [None] * 4
    assert weekday_of(PartialDate("2024-08-14")) == 2
    assert weekday_of(PartialDate("2024-08")) is None


def test_two_digits_are_a_year_of_this_or_the_last_century() -> None:
    assert [full_year(digits) for digits in ("00", "49", "50", "99", "1998")] == [2000, 2049, 1950, 1999, 1998]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 1, 1)), st.integers(0, 6), st.booleans())
def test_the_nearest_weekday_is_less_than_a_week_away(anchor: dt.date, weekday: int, forward: bool) -> None:  # noqa: FBT001
    day = day_near(anchor, weekday, forward=forward)
    away = (day - anchor).days
    assert day.weekday() == weekday
    assert 0 <= (away if forward else -away) < 7
