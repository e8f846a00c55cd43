"""Tenures: who held which post from when to when, from titles in dated articles, stated spans and office events.

A title in a dated article proves that the post was held that day; an appointment opens a tenure, a resignation or
dismissal closes it; *mantan* says that it ended before the article. Only what is told as fact counts.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Modality
from graphbuild.model.world import Bounds, Event, Evidence, Statement
from graphbuild.ontology.iri import event_id
from graphbuild.resolve.bounds import Interval, interval, ordered
from graphbuild.resolve.conflicts import Value, confidence, settle_dates
from graphbuild.resolve.happenings import Telling

OPENING = frozenset({"appointment"})
CLOSING = frozenset({"resignation", "dismissal"})

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


def tenures(
    tellings: Iterable[Telling], events: Iterable[Event], days: Mapping[str, dt.date]
) -> tuple[list[Event], list[Statement]]:
    """The tenures that tellings and office events give, with the statements that record coarser and rejected dates.

    ``days`` has the day of each dated article: what an article tells as fact without a date had happened by then.
    """
    found: list[Event] = []
    statements: list[Statement] = []
    for material in _gather(tellings, events, days):
        for number, part in enumerate(_terms(material)):
            event, told = _tenure(part, number)
            found.append(event)
            statements.extend(told)
    return found, statements


def _gather(tellings: Iterable[Telling], events: Iterable[Event], days: Mapping[str, dt.date]) -> list[Material]:
    """Titles, openings and closings by person and post."""
    found: dict[tuple[str, str], Material] = {}
    for telling in tellings:
        for person in telling.fillers("person"):
            for office in telling.fillers("office"):
                _of(found, person, office, days).tellings.append(telling)
    deaths: dict[str, Event] = {}
    for event in events:
        if event.modality is not Modality.ACTUAL:
            continue
        roles = dict(event.roles)
        if event.type == "death" and "person" in roles:
            deaths[roles["person"]] = event
        if "person" in roles and "office" in roles:
            _take(found, event, roles, days)
    for (person, _), material in found.items():
        if person in deaths:
            material.left_by.append(deaths[person])
    return [found[key] for key in sorted(found)]


def _of(found: dict[tuple[str, str], Material], person: str, office: str, days: Mapping[str, dt.date]) -> Material:
    return found.setdefault((person, office), Material(person, office, days=days))


def _take(
    found: dict[tuple[str, str], Material], event: Event, roles: Mapping[str, str], days: Mapping[str, dt.date]
) -> None:
    """Note an opening or closing; a predecessor had the post until someone else was appointed."""
    person, office = roles["person"], roles["office"]
    if event.type in OPENING:
        _of(found, person, office, days).opening.append(event)
        if roles.get("predecessor", person) != person:
            _of(found, roles["predecessor"], office, days).left_by.append(event)
    elif event.type in CLOSING:
        _of(found, person, office, days).closing.append(event)


def _terms(material: Material) -> list[Material]:
    """The material of each term: a post left on a dated day and held again later gives two tenures."""
    cuts = sorted({edge.when.last for edge in _edges(material.closing, (), "end")} | _stated_gaps(material.tellings))
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
    if any(edge.when.first > cut for edge in _edges(material.opening, material.tellings, "start")):
        return True
    return any(proof > cut + dt.timedelta(days=GRACE_DAYS) for proof in _proofs(material.tellings))


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


def _edges(events: Sequence[Event], tellings: Sequence[Telling], side: str) -> list[Edge]:
    """Beginnings or ends: dated events, and the dates that tellings state."""
    found = [Edge(interval(event.date), event.date, event) for event in events if event.date is not None]
    for telling in tellings:
        date = telling.dates.start if side == "start" else telling.dates.end
        if date is not None:
            found.append(Edge(interval(date), date, None, telling))
    return found


def _proofs(tellings: Sequence[Telling]) -> list[dt.date]:
    """The days on which the post was held for certain: of articles that give the title, of dates told with it."""
    days = set()
    for telling in tellings:
        date = telling.dates.date
        if date is not None and len(date.iso) == len("2024-08-13"):
            days.add(date.first_day)
        elif telling.told is not None and telling.label != FORMER and date is None and telling.dates.end is None:
            days.add(telling.told)
    return sorted(days)


def _tenure(material: Material, number: int) -> tuple[Event, list[Statement]]:
    """One term as an event with its bounds."""
    identifier = event_id("tenure", f"{material.person}|{material.office}|{_mark(material, number)}")
    proofs = _proofs(material.tellings)
    starts, ends = (
        _edges(material.opening, material.tellings, "start"),
        _edges(material.closing, material.tellings, "end"),
    )
    late = dt.timedelta(days=GRACE_DAYS)
    starts = [edge for edge in starts if not proofs or edge.when.first <= proofs[0] + late] or []
    start, told = settle_dates(identifier, "start", _values(starts))
    end, more = settle_dates(identifier, "end", _values(ends))
    limit = _limit(material, proofs)
    bounds = _bounds(start, end, limit, proofs)
    left = end is not None or limit is not None or bool(material.closing)
    event = Event(
        id=identifier,
        type="tenure",
        roles=_roles(material),
        evidence=_evidence(material),
        label=FORMER if left or _said_former(material) else CURRENT,
        start=start,
        end=end,
        bounds=bounds,
        confidence=_confidence(material),
        started_by=_maker(starts, start, material.opening),
        ended_by=_maker(ends, end, material.closing),
    )
    return event, [*told, *more]


def _mark(material: Material, number: int) -> str:
    """What tells a term from others of the same person and post: nothing for the first, else the year it begins."""
    if number == 0:
        return ""
    days = [edge.when.first for edge in _edges(material.opening, material.tellings, "start")] or _proofs(
        material.tellings
    )
    return f"{number}|{days[0].year if days else ''}"


def _values(edges: Sequence[Edge]) -> dict[PartialDate, Value]:
    """The dates of edges with the evidence for each."""
    said: dict[PartialDate, set[Evidence]] = defaultdict(set)
    for edge in edges:
        evidence = edge.event.evidence if edge.event is not None else edge.telling.evidence if edge.telling else ()
        said[edge.date].update(evidence)
    return {
        date: Value(date.iso, tuple(sorted(evidence)), len({item.document for item in evidence}))
        for date, evidence in sorted(said.items())
    }


def _said_former(material: Material) -> bool:
    return any(telling.label == FORMER for telling in material.tellings)


def _limit(material: Material, proofs: Sequence[dt.date]) -> dt.date | None:
    """The last possible day that *mantan*, a successor's appointment or a death sets; a later title overrules it."""
    days = [t.told for t in material.tellings if t.label == FORMER and t.told is not None and t.dates.end is None]
    ends = (_happened_by(event, material.days) for event in (*material.left_by, *material.closing))
    days += [day for day in ends if day is not None]
    latest = proofs[-1] - dt.timedelta(days=GRACE_DAYS) if proofs else dt.date.min
    return min((day for day in days if day >= latest), default=None)


def _happened_by(event: Event, days: Mapping[str, dt.date]) -> dt.date | None:
    """The last day on which an event can have happened: of its date, else of the first article that tells it."""
    if event.date is not None:
        return event.date.last_day
    return min((days[item.document] for item in event.evidence if item.document in days), default=None)


def _bounds(
    start: PartialDate | None, end: PartialDate | None, limit: dt.date | None, proofs: Sequence[dt.date]
) -> Bounds:
    not_before = None if start is None else start.first_day
    not_after = (
        limit if end is None else end.last_day if limit is None else min(end.last_day, max(limit, end.first_day))
    )
    inside = [
        day for day in proofs if (not_before is None or day >= not_before) and (not_after is None or day <= not_after)
    ]
    since = start.last_day if start is not None else None
    until = end.first_day if end is not None else None
    if inside:
        since = min(inside[0], since) if since is not None else inside[0]
        until = max(inside[-1], until) if until is not None else inside[-1]
    elif since is not None and until is None and start is not None and start.first_day == start.last_day:
        until = since
    elif until is not None and since is None and end is not None and end.first_day == end.last_day:
        since = until
    return ordered(not_before, since, until, not_after)


def _roles(material: Material) -> tuple[tuple[str, str], ...]:
    """Person and post, and the organization that most tellings name with them."""
    votes: dict[str, int] = defaultdict(int)
    for telling in material.tellings:
        for body in telling.fillers("organization"):
            votes[body] += 1
    for event in (*material.opening, *material.closing):
        for role, body in event.roles:
            if role == "organization":
                votes[body] += 1
    roles = [("person", material.person), ("office", material.office)]
    if votes:
        roles.append(("organization", min(votes, key=lambda body: (-votes[body], body))))
    return tuple(sorted(roles))


def _evidence(material: Material) -> tuple[Evidence, ...]:
    """The evidence of titles and of what opens and closes the tenure; of a successor only where nothing else is."""
    own = {item for telling in material.tellings for item in telling.evidence}
    own.update(item for event in (*material.opening, *material.closing) for item in event.evidence)
    return tuple(sorted(own or {item for event in material.left_by for item in event.evidence}))


def _confidence(material: Material) -> float:
    if material.tellings:
        return confidence(material.tellings)
    return max(event.confidence for event in (*material.opening, *material.closing, *material.left_by))


def _maker(edges: Sequence[Edge], date: PartialDate | None, undated: Sequence[Event]) -> str | None:
    """The event that made the edge that was chosen; where no date is known, the only event there is."""
    made = sorted(edge.event.id for edge in edges if edge.event is not None and edge.date == date)
    if made:
        return made[0]
    finer = sorted(e.event.id for e in edges if e.event is not None and date is not None and e.date.contains(date))
    if finer:
        return finer[0]
    return undated[0].id if date is None and len(undated) == 1 else None
