"""Dates as intervals of days: what a stated date allows, and what holds for certain.

All bounds are inclusive days; None is open.
"""

import datetime as dt
from dataclasses import dataclass

from graphbuild.model.dates import PartialDate, Precision
from graphbuild.model.world import Bounds
from graphbuild.ontology.types import Lexicon

_FINENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2}
_FIRST, _MIDDLE, _LAST, _ABOUT, _BEFORE, _AFTER = "first", "middle", "last", "about", "before", "after"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days on which something may have been; ``fineness`` 0 is a day, 1 a month, 2 a year, 3 an open stretch."""

    first: dt.date
    last: dt.date
    fineness: int = 0

    def meets(self, other: "Interval") -> bool:
        """Whether both may be the same day."""
        return self.first <= other.last and other.first <= self.last

    def days_to(self, other: "Interval") -> int:
        """Days between the two; 0 where they meet."""
        if self.meets(other):
            return 0
        return (other.first - self.last).days if self.last < other.first else (self.first - other.last).days


def interval(date: PartialDate) -> Interval:
    """The days that a stated date may mean."""
    return Interval(date.first_day, date.last_day, _FINENESS[date.precision])


def meaning(modifier: str, lexicon: Lexicon) -> str:
    """What words beside a date say of it: first, middle, last, about, before, after; empty where they say nothing."""
    padded = f" {modifier.casefold()} "
    for name, entries in lexicon.groups("modifiers") if modifier else ():
        if any(f" {entry} " in padded for entry in entries):
            return name
    return ""


def possible(date: PartialDate | None, modifier: str) -> Bounds:
    """The bounds of something that happened on a stated date; ``modifier`` is a meaning.

    *Akhir Oktober 2023* is 21 to 31 October; *sebelum 2020* is open at its beginning; *sekitar 2005* a year around it.
    """
    if date is None:
        return Bounds()
    first, last = date.first_day, date.last_day
    if modifier == _BEFORE:
        return Bounds(None, None, None, last)
    if modifier == _AFTER:
        return Bounds(first, None, None, None)
    if modifier == _ABOUT:
        around = {Precision.DAY: 7, Precision.MONTH: 31, Precision.YEAR: 366}[date.precision]
        return Bounds(_shift(first, -around), None, None, _shift(last, around))
    return _part(date, first, last, modifier)


def _part(date: PartialDate, first: dt.date, last: dt.date, modifier: str) -> Bounds:
    """The third of a month or year that a modifier means."""
    if date.precision is Precision.MONTH:
        tenth, eleventh, twentieth, next_day = (first.replace(day=day) for day in (10, 11, 20, 21))
    elif date.precision is Precision.YEAR:
        tenth, eleventh = first.replace(month=4, day=30), first.replace(month=5, day=1)
        twentieth, next_day = first.replace(month=8, day=31), first.replace(month=9, day=1)
    else:
        return Bounds(first, None, None, last)
    if modifier == _FIRST:
        return Bounds(first, None, None, tenth)
    if modifier == _MIDDLE:
        return Bounds(eleventh, None, None, twentieth)
    return Bounds(next_day if modifier == _LAST else first, None, None, last)


def _shift(day: dt.date, days: int) -> dt.date:
    """A day some days away, kept inside the calendar."""
    ordinal = min(max(day.toordinal() + days, dt.date.min.toordinal()), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def ordered(
    not_before: dt.date | None, since: dt.date | None, until: dt.date | None, not_after: dt.date | None
) -> Bounds:
    """Bounds that do not contradict each other: what is certain is cut to what is possible, or left out."""
    if not_before is not None and not_after is not None and not_before > not_after:
        not_before = None
    if since is not None and not_before is not None:
        since = max(since, not_before)
    if until is not None and not_after is not None:
        until = min(until, not_after)
    if since is None or until is None or since > until:
        since = until = None
    return Bounds(not_before, since, until, not_after)


def best(dates: list[tuple[PartialDate, int]]) -> PartialDate:
    """The date to believe of several: what the most articles say or say more coarsely; of equals the finest, the first.

    ``dates`` are dates with the number of articles that state each.
    """

    def support(date: PartialDate) -> int:
        return sum(count for other, count in dates if other.contains(date))

    return min((date for date, _ in dates), key=lambda date: (-support(date), -len(date.iso), date.iso))
