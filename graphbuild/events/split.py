"""Which tellings of one trigger stand: *lulusan* A *pada 1994 dan* B *pada 2005* are two studies, of nobody else."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphbuild.events.candidates import main_role
from graphbuild.events.forms import Anchor
from graphbuild.events.gist import joins
from graphbuild.events.merge import SAME_PLACE
from graphbuild.events.reading import Placed, Reading
from graphbuild.events.telling import Filler, Telling


def split(reading: Reading, tellings: Iterable[Telling]) -> list[Telling]:
    """The tellings, with one of its own for every member of a list of schools or employers."""
    return [part for telling in tellings for part in _parts(reading, telling)]


def without_strangers(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, without those of people from another sentence where the trigger's own names somebody surer.

    Whom a group word of the sentence stands for is no stranger, and the parties of an agreement are not touched.
    """
    surest: dict[Anchor, float] = {}
    for telling in tellings:
        if telling.main.one.sentence == telling.anchor.sentence:
            surest[telling.anchor] = max(surest.get(telling.anchor, 0.0), telling.main.probability)
    return [
        telling
        for telling in tellings
        if telling.main.one.sentence == telling.anchor.sentence
        or main_role(telling.anchor.type).many
        or telling.main.probability > surest.get(telling.anchor, 0.0)
        or _in_group(reading, telling)
    ]


def _in_group(reading: Reading, telling: Telling) -> bool:
    members = reading.groups[telling.anchor.sentence]
    return any(reading.placed[index].chain.id == telling.main.one.chain.id for index in members)


def _parts(reading: Reading, telling: Telling) -> list[Telling]:
    role = SAME_PLACE.get(telling.anchor.type.name)
    fillers = telling.roles.get(role, []) if role is not None else []
    row = _row(reading, telling, fillers)
    if role is None or len(row) < 2:
        return [telling]
    begin, stop = reading.bounds[telling.anchor.sentence]
    edges = [begin, *(filler.one.end for filler in row[:-1])], [*(filler.one.first for filler in row[1:]), stop]
    return [
        replace(
            telling,
            roles={**telling.roles, role: [filler]},
            times=[pair for pair in telling.times if _about(pair[0].first, filler.one, low, high, row[0].one)],
            window=(low, high),
        )
        for filler, low, high in zip(row, *edges, strict=True)
    ]


def _row(reading: Reading, telling: Telling, fillers: Sequence[Filler]) -> list[Filler]:
    """The fillers that make a list: in the trigger's sentence, one after the other, each joined to the one before."""
    here = [filler for filler in fillers if filler.one.sentence == telling.anchor.sentence]
    here.sort(key=lambda filler: filler.one.first)
    row = here[:1]
    for filler in here[1:]:
        if joins(reading, row[-1].one.end, filler.one.first):
            row.append(filler)
    return row


def _about(place: int, one: Placed, low: int, high: int, first: Placed) -> bool:
    """Whether a time belongs to this member: it stands after it and before the next, or before the whole list."""
    return place < first.first or one.end <= place < high or (one is first and low <= place < high)
