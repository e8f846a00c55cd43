import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model.dates import PartialDate, Precision


@given(st.dates())
def test_a_day_is_its_own_first_and_last_day(day) -> None:
    date = PartialDate(day.isoformat())
    assert (date.first_day, date.last_day, date.precision) == (day, day, Precision.DAY)


@given(st.dates())
def test_coarser_dates_contain_finer_ones(day) -> None:
    iso = day.isoformat()
    for length in (4, 7):
        coarse = PartialDate(iso[:length])
        assert coarse.contains(PartialDate(iso))
        assert not PartialDate(iso).contains(coarse)
        assert coarse.first_day <= day <= coarse.last_day


@pytest.mark.parametrize("iso", ["2021-02-31", "2021-13", "21", "2021-8", "", "2021-08-10T00:00", "２０２１", "0000"])
def test_what_is_no_date_of_the_calendar_is_refused(iso) -> None:
    with pytest.raises(ValueError, match="is not a year, a month or a day"):
        PartialDate(iso)
