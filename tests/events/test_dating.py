import pytest

from graphbuild.events.dating import said_dates
from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Span, TimeExpression
from graphbuild.ontology.load import load_ontology

ONTOLOGY = load_ontology()
POINT = TimeExpression(Span(0, 4), "1999", date=PartialDate("1999"))
STRETCH = TimeExpression(Span(0, 9), "1986-1990", start=PartialDate("1986"), end=PartialDate("1990"))


@pytest.mark.parametrize(
    ("type_name", "time", "expected"),
    [
        ("tenure", STRETCH, (None, "1986", "1990")),
        ("tenure", POINT, ("1999", None, None)),
        ("membership", POINT, (None, "1999", None)),
        ("education", STRETCH, ("1990", None, None)),
        ("appointment", POINT, ("1999", None, None)),
        ("appointment", STRETCH, (None, None, None)),
    ],
)
def test_a_time_says_of_each_type_what_it_can(
    type_name: str, time: TimeExpression, expected: tuple[str | None, str | None, str | None]
) -> None:
    said = said_dates(ONTOLOGY.type(type_name), time)
    assert tuple(None if date is None else date.iso for date in said) == expected
