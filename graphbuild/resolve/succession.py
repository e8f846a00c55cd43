"""Who followed whom in posts with one seat: told, or compelled by the dates; never guessed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphbuild.model.text import Modality
from graphbuild.model.world import Event
from graphbuild.resolve.bounds import ordered

_MOST_HOLDERS = 300
"""Holders of one post that are put in order; a post with more is no post of one seat, whatever its name says."""


def in_succession(tenures: Iterable[Event], events: Iterable[Event], seats: Mapping[str, int | None]) -> list[Event]:
    """The tenures with ``replaces`` (told, or the day after) and ``follows`` (later, perhaps not next) filled in."""
    by_post: dict[str, list[Event]] = defaultdict(list)
    for tenure in tenures:
        by_post[dict(tenure.roles)["office"]].append(tenure)
    told = _told(events)
    found: list[Event] = []
    for office, holders in sorted(by_post.items()):
        linked = _replacing(holders, told.get(office, []))
        if seats.get(office) == 1 and len(holders) <= _MOST_HOLDERS:
            linked = _following(_adjacent(linked))
        found.extend(linked)
    return sorted(found, key=lambda event: event.id)


def _told(events: Iterable[Event]) -> dict[str, list[tuple[str, str, dt.date | None]]]:
    """For each post, who is said to have replaced whom, and when."""
    told: dict[str, list[tuple[str, str, dt.date | None]]] = defaultdict(list)
    for event in events:
        roles = dict(event.roles)
        if event.modality is not Modality.ACTUAL or "office" not in roles or "person" not in roles:
            continue
        day = None if event.date is None else event.date.last_day
        if event.type == "appointment" and "predecessor" in roles:
            told[roles["office"]].append((roles["person"], roles["predecessor"], day))
        elif event.type in {"resignation", "dismissal"} and "successor" in roles:
            told[roles["office"]].append((roles["successor"], roles["person"], day))
    return told


def _replacing(holders: list[Event], told: list[tuple[str, str, dt.date | None]]) -> list[Event]:
    """Tenures with the told predecessor's tenure as the one they replace; the predecessor's ended by then."""
    found = {tenure.id: tenure for tenure in holders}
    people: dict[str, list[str]] = defaultdict(list)
    for tenure in holders:
        people[dict(tenure.roles)["person"]].append(tenure.id)
    for new, old, day in sorted(set(told), key=str):
        if new == old or not people[new] or not people[old]:
            continue
        later = _around([found[key] for key in people[new]], day, begins=True)
        earlier = _around([found[key] for key in people[old]], day, begins=False)
        if later.replaces is None and earlier.replaces != later.id:
            found[later.id] = replace(later, replaces=earlier.id)
    return [found[key] for key in sorted(found)]


def _around(tenures: list[Event], day: dt.date | None, *, begins: bool) -> Event:
    """Of several terms the one that begins, or ends, nearest to a day."""
    if day is None or len(tenures) == 1:
        return tenures[0]

    def distance(tenure: Event) -> tuple[int, str]:
        bounds = tenure.bounds
        edge = (bounds.not_before or bounds.since) if begins else (bounds.not_after or bounds.until)
        return (abs((edge - day).days) if edge is not None else 10**6, tenure.id)

    return min(tenures, key=distance)


def _adjacent(holders: list[Event]) -> list[Event]:
    """One seat, left when it was taken or right before: 13 and 14 August, 2016-2018 and 2019-2021."""
    ended: dict[dt.date, Event] = {}
    same: dict[str, Event] = {}
    for tenure in holders:
        if tenure.end is not None:
            ended.setdefault(tenure.end.last_day, tenure)
            same.setdefault(tenure.end.iso, tenure)
    found = []
    for tenure in holders:
        before = None
        if tenure.start is not None and tenure.replaces is None:
            before = same.get(tenure.start.iso) or ended.get(tenure.start.first_day - dt.timedelta(days=1))
        if before is None or before.id == tenure.id or _person(before) == _person(tenure):
            found.append(tenure)
        else:
            found.append(replace(tenure, replaces=before.id))
    return found


def _following(holders: list[Event]) -> list[Event]:
    """One seat: a tenure follows the latest one that must have been over when it began."""
    found = []
    for tenure in holders:
        earlier = [other for other in holders if other is not tenure and _must_precede(other, tenure)]
        if tenure.replaces is None and earlier:
            last = max(earlier, key=_lateness)
            if last.follows != tenure.id and _person(last) != _person(tenure):
                found.append(replace(tenure, follows=last.id))
                continue
        found.append(tenure)
    return [_closed(tenure, found) for tenure in found]


def _lateness(tenure: Event) -> tuple[dt.date, dt.date, str]:
    """How late a tenure is known to have run; what is only known to be over says less."""
    return (tenure.bounds.until or dt.date.min, tenure.bounds.not_after or dt.date.min, tenure.id)


def _must_precede(first: Event, second: Event) -> bool:
    """Whether a tenure was over when another began: it had ended by a day on which the other ran in the seat."""
    over, began = first.bounds.not_after, second.bounds.since
    if over is None or began is None or second.bounds.until is None:
        return False
    started = first.bounds.since is None or first.bounds.since < began
    return started and over <= second.bounds.until and (first.bounds.until is None or first.bounds.until <= began)


def _closed(tenure: Event, holders: list[Event]) -> Event:
    """The tenure ended at the latest on the day that the one which replaces it is known to have run."""
    begun = [other.bounds.since for other in holders if other.replaces == tenure.id and other.bounds.since is not None]
    if not begun:
        return tenure
    bounds = tenure.bounds
    last = min(begun) if bounds.not_after is None else min(bounds.not_after, *begun)
    if bounds.until is not None and bounds.until > last:
        return tenure
    return replace(tenure, bounds=ordered(bounds.not_before, bounds.since, bounds.until, last))


def _person(tenure: Event) -> str:
    return dict(tenure.roles)["person"]
