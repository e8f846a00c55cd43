import pytest
from events.told import read

from graphbuild.events.candidates import time_candidates
from graphbuild.events.dating import said_dates
from graphbuild.events.forms import compile_triggers, find_anchors
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


@pytest.mark.parametrize(
    ("text", "dated", "reason"),
    [
        ('"[PER Ani] dilantik," kata Budi, Senin.', False, "the day of the saying does not date what is said"),
        ('"[PER Ani] dilantik Senin," kata Budi.', True, "the day is said with the event"),
        ("[PER Ani] dilantik Senin.", True, "nothing is quoted"),
    ],
)
def test_the_day_of_the_saying_dates_nothing(text: str, dated: bool, reason: str) -> None:  # noqa: FBT001
    plain = text.replace("[PER ", "").replace("]", "")
    start = plain.index("Senin")
    day = TimeExpression(Span(start, start + len("Senin")), "Senin", date=PartialDate("2024-06-10"))
    reading = read(text, [day])
    (anchor,) = (one for one in find_anchors(reading, compile_triggers(ONTOLOGY)) if one.type.name == "appointment")
    assert bool(time_candidates(reading, anchor)) is dated, reason
