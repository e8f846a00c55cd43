"""Who and what could take part in an event: the mentions and times near a trigger."""

from collections.abc import Iterable

from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.model.text import Form
from graphbuild.ontology.types import EventType, RoleUse

_BACK, _AHEAD = 2, 1
_RECENT = 3
"""Of the sentences beside the trigger's, only the nearest participants are asked about: others took part in 3 of
4,000 training questions. The rows of a list are asked about in full."""


def main_role(event_type: EventType) -> RoleUse:
    """The role without which there is no event: the first required one (person; the parties of an agreement)."""
    return next(use for use in event_type.roles if use.required)


def main_candidates(reading: Reading, anchor: Anchor) -> list[Placed]:
    """The mentions that may be the main participant, one per chain: the nearest, the trigger's own sentence first."""
    kinds = main_role(anchor.type).kinds
    near = [one for one in reading.near(anchor.sentence, _BACK, _AHEAD) if one.kind in kinds]
    recent: list[str] = []
    following: list[str] = []
    for one in reversed(near):
        if one.sentence < anchor.sentence and one.chain.id not in recent:
            recent.append(one.chain.id)
    for one in near:
        if one.sentence > anchor.sentence and one.chain.id not in following and not reading.rows[one.sentence]:
            following.append(one.chain.id)
    dropped = set(recent[_RECENT:])
    late = set(following[_RECENT:])
    kept = [
        one
        for one in near
        if one.sentence == anchor.sentence
        or (one.sentence < anchor.sentence and one.chain.id not in dropped)
        or (one.sentence > anchor.sentence and one.chain.id not in late)
    ]
    members = [reading.placed[index] for index in reading.groups[anchor.sentence]]
    return _nearest(anchor, [*kept, *(one for one in members if one.kind in kinds)])


def role_candidates(reading: Reading, anchor: Anchor, main: Placed, use: RoleUse) -> list[Placed]:
    """The mentions that may fill a role besides the main participant, one per chain."""
    low, high = min(anchor.sentence, main.sentence), max(anchor.sentence, main.sentence)
    near = reading.near(anchor.sentence, anchor.sentence - low + 1, 1)
    if high > anchor.sentence + 1:
        near = reading.near(anchor.sentence, 1, 0) + reading.near(high, 0, 0)
    return _nearest(anchor, (one for one in near if one.kind in use.kinds and one.chain.id != main.chain.id), main)


def time_candidates(reading: Reading, anchor: Anchor) -> list[PlacedTime]:
    """The time expressions of the trigger's sentence and of the sentences beside it.

    The day on which somebody said it (*"... ada MoU," kata Ani, Senin (4/12/2023)*) does not date what was said.
    """
    said = reading.quoted[anchor.first]
    near = (one for one in reading.times if abs(one.sentence - anchor.sentence) <= 1)
    return [one for one in near if not said or one.sentence != anchor.sentence or reading.quoted[one.first]]


def _nearest(anchor: Anchor, mentions: Iterable[Placed], main: Placed | None = None) -> list[Placed]:
    best: dict[str, tuple[tuple[int, int, int], Placed]] = {}
    for one in mentions:
        away = max(one.first - anchor.end, anchor.first - one.end, 0)
        apart = abs(one.sentence - anchor.sentence)
        if main is not None:
            apart = min(apart, abs(one.sentence - main.sentence))
        key = (apart, 0 if one.mention.form is Form.NAME else 1, away)
        if one.chain.id not in best or key < best[one.chain.id][0]:
            best[one.chain.id] = (key, one)
    return [one for _, one in sorted(best.values(), key=lambda pair: pair[1].first)]
