"""Which of the times found belong to a claim, and as what: a date, a start, an end."""

from collections.abc import Sequence

from graphbuild.events.telling import Telling
from graphbuild.model.dates import PartialDate
from graphbuild.model.text import ClaimDates, TimeExpression
from graphbuild.ontology.types import EventType


def claim_dates(tellings: Sequence[Telling]) -> ClaimDates:
    """The dates of one event from all its tellings: the surest time that says any; nothing where none does."""
    times = [pair for telling in tellings for pair in telling.times]
    for placed, _ in sorted(times, key=lambda pair: (-pair[1], pair[0].first)):
        date, start, end = said_dates(tellings[0].anchor.type, placed.time)
        if date or start or end:
            time = placed.time
            return ClaimDates(date, start, end, time.text, time.span, time.modifier)
    return ClaimDates()


def said_dates(
    event_type: EventType, time: TimeExpression
) -> tuple[PartialDate | None, PartialDate | None, PartialDate | None]:
    """What a time says of an event: its date, or the start and end of a spell.

    A lone point dates the holding of an office (*Kapolsek Menteng pada 1997*) but begins other spells (*bergabung pada
    1999*); a stretch told of a happening ends with it (*kuliah 1986-1990*), save of an office, whose term it is.
    """
    if event_type.spell and (time.start or time.end):
        return None, time.start, time.end
    if event_type.spell and not event_type.office_event:
        return None, time.date, None
    if time.date is None and not event_type.office_event:
        return time.end, None, None
    return time.date, None, None
