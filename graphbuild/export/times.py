"""When an event was, in the properties of the ontology: as stated (EDTF), for sorting, and its bounds.

Only xsd:date without time zone stands where a FILTER may look: engines disagree on partial dates.
"""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from graphbuild.export.turtle import Pair, day, edtf, text
from graphbuild.model.dates import PartialDate, Precision
from graphbuild.model.world import Event
from graphbuild.ontology.types import Lexicon

PARTS = ("first", "middle", "last")
_PART_OF_MONTH = {"first": (1, 10), "middle": (11, 20), "last": (21, 31)}
_PART_OF_YEAR = {"first": (1, 4), "middle": (5, 8), "last": (9, 12)}


@dataclass(frozen=True, slots=True)
class Stated:
    """A date with the word beside it: its EDTF form, the day to sort it by, its precision and its outer days."""

    form: str
    sort: dt.date
    precision: str
    first: dt.date | None
    last: dt.date | None


class Shape(StrEnum):
    """How an event lies in time."""

    POINT = "on one day"
    SPELL = "over a stretch"
    FINISHED = "over a stretch whose end is its date"


def stated(date: PartialDate, modifier: str, lexicon: Lexicon) -> Stated:
    """What a date means with the word beside it: *akhir Oktober* is the days from the 21st to the 31st.

    A third of a month is ten days and a third of a year four months, the coarsest reading of *awal*, *pertengahan*
    and *akhir* that still tells them apart; they are no names of a day and are ignored there.
    """
    meaning = _meaning(modifier, lexicon)
    first, last = date.first_day, date.last_day
    if meaning in PARTS and date.precision is not Precision.DAY:
        first, last = _part(date, meaning)
        return Stated(f"[{first}..{last}]", first, "days", first, last)
    if meaning == "about":
        return Stated(f"{date.iso}~", first, str(date.precision), None, None)
    if meaning == "before":
        return Stated(f"[..{date.iso}]", first, "before", None, last)
    if meaning == "after":
        return Stated(f"[{date.iso}..]", first, str(date.precision), first, None)
    return Stated(date.iso, first, str(date.precision), first, last)


def when(event: Event, lexicon: Lexicon, shape: Shape = Shape.POINT) -> list[Pair]:
    """The time of an event as predicates and objects; empty where nothing is known of it."""
    pairs = _SHAPES[shape](event, lexicon)
    return [(predicate, value) for predicate, value in pairs if value]


def _point(event: Event, lexicon: Lexicon) -> list[Pair]:
    date = event.date or event.start or event.end
    first, last = event.bounds.not_before, event.bounds.not_after
    pairs = []
    if date is not None:
        said = stated(date, event.modifier, lexicon)
        inner = _later(first, said.first), _earlier(last, said.last)
        crossed = inner[0] is not None and inner[1] is not None and inner[0] > inner[1]
        first, last = (said.first, said.last) if crossed else inner
        pairs = [("gb:when", edtf(said.form)), ("gb:date", day(said.sort)), ("gb:precision", text(said.precision))]
    return [*pairs, ("gb:notBefore", _day(first)), ("gb:notAfter", _day(last))]


def _finished(event: Event, lexicon: Lexicon) -> list[Pair]:
    """A spell of which only the end is told: when it began is open."""
    date = event.date or event.end
    last = event.bounds.not_after
    pairs = []
    if date is not None:
        said = stated(date, event.modifier, lexicon)
        last = _earlier(last, said.last)
        pairs = [("gb:end", edtf(said.form)), ("gb:date", day(said.sort)), ("gb:precision", text(said.precision))]
    return [*pairs, ("gb:notAfter", _day(last))]


def _spell(event: Event, lexicon: Lexicon) -> list[Pair]:
    bounds = event.bounds
    pairs = [
        ("gb:notBefore", _day(bounds.not_before)),
        ("gb:from", _day(bounds.since)),
        ("gb:to", _day(bounds.until)),
        ("gb:notAfter", _day(bounds.not_after)),
    ]
    begin = _end_of_spell(event.start, event, lexicon)
    end = _end_of_spell(event.end, event, lexicon)
    if begin is not None:
        pairs += [("gb:start", edtf(begin.form)), ("gb:date", day(begin.sort)), ("gb:precision", text(begin.precision))]
    if end is not None:
        pairs.append(("gb:end", edtf(end.form)))
    if event.start is not None or event.end is not None:
        pairs.append(("gb:when", edtf(f"{event.start or ''}/{event.end or ''}")))
    if begin is None:
        pairs += _without_start(event, end, lexicon)
    return pairs


def _without_start(event: Event, end: Stated | None, lexicon: Lexicon) -> list[Pair]:
    """The day to sort a spell by whose beginning nobody tells: a day it held, else the end."""
    if event.date is not None:
        said = stated(event.date, event.modifier, lexicon)
        pairs = [("gb:date", day(said.sort)), ("gb:precision", text("as-of"))]
        return pairs if end is not None else [*pairs, ("gb:when", edtf(said.form))]
    if event.bounds.since is not None:
        pairs = [("gb:date", day(event.bounds.since)), ("gb:precision", text("as-of"))]
        return pairs if end is not None else [*pairs, ("gb:when", edtf(event.bounds.since.isoformat()))]
    if end is not None:
        return [("gb:date", day(end.sort)), ("gb:precision", text("before"))]
    if event.bounds.not_after is not None:
        limit = event.bounds.not_after
        return [("gb:date", day(limit)), ("gb:precision", text("before")), ("gb:end", edtf(f"[..{limit}]"))]
    return []


def _end_of_spell(date: PartialDate | None, event: Event, lexicon: Lexicon) -> Stated | None:
    """One end of a spell; the word beside the date is heeded only where the spell has a single date."""
    if date is None:
        return None
    alone = event.start is None or event.end is None
    return stated(date, event.modifier if alone else "", lexicon)


def _meaning(modifier: str, lexicon: Lexicon) -> str:
    if not modifier:
        return ""
    padded = f" {modifier.lower()} "
    for meaning, entries in lexicon.groups("modifiers"):
        if any(f" {entry} " in padded for entry in entries):
            return meaning
    return ""


def _part(date: PartialDate, part: str) -> tuple[dt.date, dt.date]:
    year, first = date.first_day.year, date.first_day
    if date.precision is Precision.MONTH:
        begin, end = _PART_OF_MONTH[part]
        return first.replace(day=begin), first.replace(day=min(end, date.last_day.day))
    begin, end = _PART_OF_YEAR[part]
    return dt.date(year, begin, 1), dt.date(year, end, calendar.monthrange(year, end)[1])


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max((date for date in (one, other) if date is not None), default=None)


def _earlier(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return min((date for date in (one, other) if date is not None), default=None)


def _day(date: dt.date | None) -> str:
    return "" if date is None else day(date)


_SHAPES = {Shape.POINT: _point, Shape.SPELL: _spell, Shape.FINISHED: _finished}
