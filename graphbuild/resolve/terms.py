"""What bears on one person in one post, and how it falls into terms: held, left, held again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graphbuild.model.dates import PartialDate
from graphbuild.model.world import Event
from graphbuild.resolve.bounds import Interval, interval
from graphbuild.resolve.happenings import Telling

GRACE_DAYS = 60
"""Days for which papers go on using the title of someone who has left: not taken as a second tenure."""

FORMER, CURRENT = "former", "current"


@dataclass(slots=True)
class Material:
    """All that bears on one person in one post."""

    person: str
    office: str
    tellings: list[Telling] = field(default_factory=list)
    opening: list[Event] = field(default_factory=list)
    closing: list[Event] = field(default_factory=list)
    left_by: list[Event] = field(default_factory=list)
    days: Mapping[str, dt.date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One beginning or end of a tenure: the days it may have been, the event that made it, or the words that say it."""

    when: Interval
    date: PartialDate
    event: Event | None
    telling: Telling | None = None


def terms_of(material: Material) -> list[Material]:
    """The material of each term: a post left on a dated day and held again later gives two tenures."""
    cuts = sorted({edge.when.last for edge in edges(material.closing, (), "end")} | _stated_gaps(material.tellings))
    cuts = [cut for cut in cuts if _begins_after(material, cut)]
    terms = [Material(material.person, material.office, days=material.days) for _ in range(len(cuts) + 1)]
    for name in ("opening", "closing", "left_by"):
        for event in getattr(material, name):
            terms[_term(_event_day(event), cuts, grace=0)].__getattribute__(name).append(event)
    for telling in material.tellings:
        terms[_telling_term(telling, cuts)].tellings.append(telling)
    return [term for term in terms if term.tellings or term.opening or term.closing or term.left_by] or [material]


def _stated_gaps(tellings: Sequence[Telling]) -> set[dt.date]:
    """The last days of stated spans that end before another stated span begins."""
    spans = sorted(
        {(interval(t.dates.start).first, interval(t.dates.end).last) for t in tellings if t.dates.start and t.dates.end}
    )
    return {left[1] for left, right in pairwise(spans) if left[1] < right[0]}


def _begins_after(material: Material, cut: dt.date) -> bool:
    """Whether the post was held again after a day: a later opening or stated start, or a title long afterwards."""
    if any(edge.when.first > cut for edge in edges(material.opening, material.tellings, "start")):
        return True
    return any(proof > cut + dt.timedelta(days=GRACE_DAYS) for proof in proofs_of(material.tellings))


def _term(day: dt.date | None, cuts: list[dt.date], *, grace: int) -> int:
    if day is None:
        return len(cuts)
    return sum(day > cut + dt.timedelta(days=grace) for cut in cuts)


def _telling_term(telling: Telling, cuts: list[dt.date]) -> int:
    """The term a title belongs to: of a stated span its own, of *mantan* the last that had ended, else the running."""
    stated = telling.dates.start or telling.dates.date or telling.dates.end
    if stated is not None:
        return _term(interval(stated).first, cuts, grace=0)
    if telling.label == FORMER:
        return max(_term(telling.told, cuts, grace=0) - 1, 0)
    return _term(telling.told, cuts, grace=GRACE_DAYS)


def _event_day(event: Event) -> dt.date | None:
    return None if event.date is None else event.date.first_day


def edges(events: Sequence[Event], tellings: Sequence[Telling], side: str) -> list[Edge]:
    """Beginnings or ends: dated events, and the dates that tellings state."""
    found = [Edge(interval(event.date), event.date, event) for event in events if event.date is not None]
    for telling in tellings:
        date = telling.dates.start if side == "start" else telling.dates.end
        if date is not None:
            found.append(Edge(interval(date), date, None, telling))
    return found


def proofs_of(tellings: Sequence[Telling]) -> list[dt.date]:
    """The days on which the post was held for certain: of articles that give the title, of dates told with it."""
    days = set()
    for telling in tellings:
        date = telling.dates.date
        if date is not None and len(date.iso) == len("2024-08-13"):
            days.add(date.first_day)
        elif telling.told is not None and telling.label != FORMER and date is None and telling.dates.end is None:
            days.add(telling.told)
    return sorted(days)
