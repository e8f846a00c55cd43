"""What a type of event gets before anything was learned about it: the nearest mentions, by rule.

So a new event file alone already finds events; training on annotated articles then tells apart what a rule cannot.
"""

from collections.abc import Iterable

from graphbuild.events.candidates import main_candidates, main_role, role_candidates
from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, Reading
from graphbuild.indonesian.verbs import Voice
from graphbuild.model.text import Kind

UNTRAINED = 0.5
"""The probability given to what only a rule says."""
AGENT = 2.5
"""What *oleh* before a mention adds to the weights that make it the one who acts: as much as the best learned ones."""


def plain_mains(reading: Reading, anchor: Anchor) -> list[Placed]:
    """The nearest participant in the sentence: before the trigger, after it for a noun; all where many may be."""
    here = [one for one in main_candidates(reading, anchor) if one.sentence == anchor.sentence]
    if main_role(anchor.type).many:
        return here
    before = [one for one in here if one.end <= anchor.first]
    after = [one for one in here if one.first >= anchor.end]
    sides = (after, before) if anchor.voice is Voice.NOUN else (before, after)
    for side in sides:
        if side:
            return [_nearest(anchor, side)]
    return []


def plain_role(reading: Reading, anchor: Anchor, main: Placed, role: str, taken: Iterable[str]) -> Placed | None:
    """The nearest mention of the right kind in the trigger's sentence that plays no other role yet."""
    use = next(use for use in anchor.type.roles if use.role == role)
    free = [
        one
        for one in role_candidates(reading, anchor, main, use)
        if one.sentence == anchor.sentence and one.chain.id not in set(taken)
    ]
    return _nearest(anchor, free) if free else None


def is_agent(reading: Reading, anchor: Anchor, one: Placed) -> bool:
    """Whether *oleh* makes the mention the one who acts: *dilantik oleh Wali Kota* Ani, titles in between aside."""
    if one.sentence != anchor.sentence or one.first < anchor.end or anchor.voice not in {Voice.PASSIVE, Voice.NOUN}:
        return False
    follower = reading.cover[one.end] if one.end < len(reading.cover) else -1
    if one.kind is Kind.OFFICE and follower >= 0 and reading.placed[follower].kind is Kind.PERSON:
        return False
    index = one.first - 1
    while index > anchor.end and (reading.cover[index] >= 0 or reading.words[index].text[:1].isupper()):
        if reading.cover[index] >= 0 and reading.placed[reading.cover[index]].kind is Kind.PERSON:
            return False
        index -= 1
    return reading.lower[index] == "oleh"


def _nearest(anchor: Anchor, mentions: list[Placed]) -> Placed:
    return min(mentions, key=lambda one: (max(one.first - anchor.end, anchor.first - one.end, 0), one.first))
