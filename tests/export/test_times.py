import datetime as dt

import pytest
from graphs import date, day

from graphbuild.export.times import Shape, stated, when
from graphbuild.model.world import Bounds, Event
from graphbuild.ontology.load import load_ontology

LEXICON = load_ontology().lexicon


@pytest.mark.parametrize(
    ("iso", "modifier", "form", "first", "last", "precision"),
    [
        ("2024-08-13", "", "2024-08-13", "2024-08-13", "2024-08-13", "day"),
        ("2021-08", "", "2021-08", "2021-08-01", "2021-08-31", "month"),
        ("2021", "", "2021", "2021-01-01", "2021-12-31", "year"),
        ("2023-10", "akhir", "[2023-10-21..2023-10-31]", "2023-10-21", "2023-10-31", "days"),
        ("2023-02", "Akhir", "[2023-02-21..2023-02-28]", "2023-02-21", "2023-02-28", "days"),
        ("2023-02", "pada pertengahan", "[2023-02-11..2023-02-20]", "2023-02-11", "2023-02-20", "days"),
        ("2023", "awal", "[2023-01-01..2023-04-30]", "2023-01-01", "2023-04-30", "days"),
        ("2023-10-05", "akhir", "2023-10-05", "2023-10-05", "2023-10-05", "day"),  # a day has no parts
        ("2019", "sekitar", "2019~", None, None, "year"),
        ("2019", "sebelum", "[..2019]", None, "2019-12-31", "before"),
        ("2019", "setelah", "[2019..]", "2019-01-01", None, "year"),
        ("2019", "tahun", "2019", "2019-01-01", "2019-12-31", "year"),  # not a word that changes anything
    ],
)
def test_what_a_date_means_with_the_word_beside_it(  # noqa: PLR0913, PLR0917 - a column of the table each
    iso: str, modifier: str, form: str, first: str | None, last: str | None, precision: str
) -> None:
    said = stated(date(iso), modifier, LEXICON)
    outer = tuple(None if d is None else d.isoformat() for d in (said.first, said.last))
    assert (said.form, *outer, said.precision) == (form, first, last, precision)


def point(**more: object) -> dict[str, str]:
    return dict(when(Event("event/x", "death", (), (), **more), LEXICON))  # type: ignore[arg-type]


def spell(**more: object) -> dict[str, str]:
    return dict(when(Event("event/x", "tenure", (), (), **more), LEXICON, Shape.SPELL))  # type: ignore[arg-type]


def days(iso: str) -> str:
    return f'"{iso}"^^xsd:date'


def said(form: str) -> str:
    return f'"{form}"^^loc:edtf'


def test_an_undated_event_has_no_time_but_its_bounds() -> None:
    assert point() == {}
    assert point(bounds=Bounds(not_after=day("2024-08-14"))) == {"gb:notAfter": days("2024-08-14")}


def test_a_word_beside_the_date_narrows_the_bounds() -> None:
    bounds = Bounds(not_before=day("2023-10-01"), not_after=day("2023-10-31"))
    assert point(date=date("2023-10"), modifier="akhir", bounds=bounds) == {
        "gb:when": said("[2023-10-21..2023-10-31]"),
        "gb:date": days("2023-10-21"),
        "gb:precision": '"days"',
        "gb:notBefore": days("2023-10-21"),
        "gb:notAfter": days("2023-10-31"),
    }


def test_bounds_that_cross_what_was_stated_give_way_to_it() -> None:
    told = point(date=date("2023-10"), modifier="akhir", bounds=Bounds(not_after=day("2023-10-05")))
    assert told["gb:notAfter"] == days("2023-10-31")


def test_a_spell_with_both_ends() -> None:
    bounds = Bounds(day("2000-01-01"), day("2000-12-31"), day("2009-01-01"), day("2009-12-31"))
    assert spell(start=date("2000"), end=date("2009"), bounds=bounds) == {
        "gb:start": said("2000"),
        "gb:end": said("2009"),
        "gb:when": said("2000/2009"),
        "gb:date": days("2000-01-01"),
        "gb:precision": '"year"',
        "gb:notBefore": days("2000-01-01"),
        "gb:from": days("2000-12-31"),
        "gb:to": days("2009-01-01"),
        "gb:notAfter": days("2009-12-31"),
    }


def test_a_spell_that_an_article_knows_of_is_sorted_by_that_day() -> None:
    told = spell(bounds=Bounds(None, dt.date(2022, 1, 29), dt.date(2022, 1, 29), None))
    assert (told["gb:when"], told["gb:date"], told["gb:precision"]) == (
        said("2022-01-29"),
        days("2022-01-29"),
        '"as-of"',
    )
    assert "gb:notBefore" not in told


def test_a_spell_that_is_over_has_an_end_but_no_day_on_which_it_held() -> None:
    told = spell(bounds=Bounds(not_after=day("2024-08-14")))
    assert (told["gb:end"], told["gb:date"], told["gb:precision"]) == (
        said("[..2024-08-14]"),
        days("2024-08-14"),
        '"before"',
    )
    assert "gb:from" not in told


def test_a_spell_with_an_open_end_and_one_with_an_unknown_start() -> None:
    assert spell(start=date("2021-08"))["gb:when"] == said("2021-08/")
    told = spell(end=date("2021"))
    assert (told["gb:when"], told["gb:date"], told["gb:precision"]) == (said("/2021"), days("2021-01-01"), '"before"')


def test_a_spell_seen_in_a_year_of_which_no_day_is_certain() -> None:
    assert spell(date=date("2020")) == {
        "gb:when": said("2020"),
        "gb:date": days("2020-01-01"),
        "gb:precision": '"as-of"',
    }


def test_studies_end_on_the_day_that_is_told() -> None:
    event = Event("event/x", "education", (), (), date=date("1994"), bounds=Bounds(not_before=day("1994-01-01")))
    assert dict(when(event, LEXICON, Shape.FINISHED)) == {
        "gb:end": said("1994"),
        "gb:date": days("1994-01-01"),
        "gb:precision": '"year"',
        "gb:notAfter": days("1994-12-31"),
    }
