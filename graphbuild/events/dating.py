"""Which of the times found belong to a claim, and as what: a date, a start, an end."""

from collections.abc import Sequence

from graphbuild.events.telling import Telling
from graphbuild.model.text import ClaimDates


def claim_dates(tellings: Sequence[Telling]) -> ClaimDates:
    """The dates of one event from all its tellings: the surest time with a date; nothing where none has one."""
    times = [pair for telling in tellings for pair in telling.times]
    spell = tellings[0].anchor.type.spell
    for placed, _ in sorted(times, key=lambda pair: (-pair[1], pair[0].first)):
        time = placed.time
        if spell and (time.start or time.end):
            return ClaimDates(start=time.start, end=time.end, text=time.text, span=time.span, modifier=time.modifier)
        if spell and time.date:
            return ClaimDates(start=time.date, text=time.text, span=time.span, modifier=time.modifier)
        if time.date:
            return ClaimDates(date=time.date, text=time.text, span=time.span, modifier=time.modifier)
    return ClaimDates()
