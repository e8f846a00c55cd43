import datetime as dt

import pytest

from graphbuild.model.dates import PartialDate
from graphbuild.resolve.bounds import best, ordered, possible


def days(*isos: str) -> tuple[dt.date | None, ...]:
    return tuple(dt.date.fromisoformat(iso) if iso else None for iso in isos)


@pytest.mark.parametrize(
    ("date", "modifier", "first", "last"),
    [
        ("2024-08-13", "", "2024-08-13", "2024-08-13"),
        ("2023-10", "last", "2023-10-21", "2023-10-31"),
        ("2023-10", "first", "2023-10-01", "2023-10-10"),
        ("2020", "middle", "2020-05-01", "2020-08-31"),
        ("2020", "before", "", "2020-12-31"),
        ("2020-03", "after", "2020-03-01", ""),
        ("2005", "about", "2004-01-01", "2007-01-01"),
    ],
)
def test_possible_days(date: str, modifier: str, first: str, last: str) -> None:
    bounds = possible(PartialDate(date), modifier)
    assert (bounds.not_before, bounds.not_after) == days(first, last)


def test_bounds_never_contradict_each_other() -> None:
    early, late = dt.date(2020, 1, 1), dt.date(2021, 1, 1)
    assert ordered(late, early, late, None).since == late
    assert ordered(None, late, early, None).since is None
    assert ordered(late, None, None, early).not_before is None


@pytest.mark.parametrize(
    ("dates", "expected", "reason"),
    [
        ([("2021-08", 1), ("2021-08-10", 1)], "2021-08-10", "the coarser date supports the finer one"),
        ([("2021-08-10", 1), ("2021-08-11", 2)], "2021-08-11", "more articles"),
        ([("2021-08-11", 1), ("2021-08-10", 1)], "2021-08-10", "of equals the first"),
        ([("2020", 2), ("2021-08-10", 1)], "2020", "more articles, though coarser"),
    ],
)
def test_the_date_to_believe(dates: list[tuple[str, int]], expected: str, reason: str) -> None:
    assert str(best([(PartialDate(iso), count) for iso, count in dates])) == expected, reason
