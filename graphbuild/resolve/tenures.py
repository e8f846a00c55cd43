"""Tenures: who held which post from when to when, from titles in dated articles, stated spans and office events.

A title in a dated article proves that the post was held that day; an appointment opens a tenure, a resignation or
dismissal closes it; *mantan* says that it ended before the article. Only what is told as fact counts.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Modality
from graphbuild.model.world import Bounds, Event, Evidence, Statement
from graphbuild.ontology.iri import event_id
from graphbuild.resolve.bounds import ordered
from graphbuild.resolve.conflicts import Value, confidence, settle_dates
from graphbuild.resolve.happenings import Telling
from graphbuild.resolve.terms import CURRENT, FORMER, GRACE_DAYS, Edge, Material, edges, proofs_of, terms_of

OPENING = frozenset({"appointment"})
CLOSING = frozenset({"resignation", "dismissal"})


def tenures(
    tellings: Iterable[Telling], events: Iterable[Event], days: Mapping[str, dt.date]
) -> tuple[list[Event], list[Statement]]:
    """The tenures that tellings and office events give, with the statements that record coarser and rejected dates.

    ``days`` has the day of each dated article: what an article tells as fact without a date had happened by then.
    """
    found: list[Event] = []
    statements: list[Statement] = []
    for material in _gather(tellings, events, days):
        for number, part in enumerate(terms_of(material)):
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


def _tenure(material: Material, number: int) -> tuple[Event, list[Statement]]:
    """One term as an event with its bounds."""
    identifier = event_id("tenure", f"{material.person}|{material.office}|{_mark(material, number)}")
    proofs = proofs_of(material.tellings)
    starts, ends = (
        edges(material.opening, material.tellings, "start"),
        edges(material.closing, material.tellings, "end"),
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
    days = [edge.when.first for edge in edges(material.opening, material.tellings, "start")] or proofs_of(
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
