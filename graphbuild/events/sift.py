"""What does not stand beside what is surer: events that say too little, and two types told by the same words."""

from collections.abc import Sequence

from graphbuild.events.scorer import Scorer
from graphbuild.events.telling import OFFICE, Telling
from graphbuild.model.text import Claim

_OVER = {"employment": ("tenure", "membership"), "membership": ("tenure", "employment")}
"""Types that give way to others told by the same words: an office is no job besides, a player one or the other."""
_NEEDS_MORE = frozenset({"agreement", "award", "education", "employment", "membership"})
"""Types that say nothing of a participant alone."""


def says_more(claim: Claim) -> bool:
    """Whether a claim of a type that needs it names more than one participant: where, what, or with whom."""
    return claim.type not in _NEEDS_MORE or len(claim.arguments) > 1


def sift(groups: Sequence[list[Telling]], scorer: Scorer) -> list[list[Telling]]:
    """The events, each as its tellings, without those that are not sure enough beside the others."""
    named = [one for one in groups if _says_enough(one, scorer)]
    return [one for one in named if not any(_yields(one, other) for other in named if other is not one)]


def _says_enough(group: Sequence[Telling], scorer: Scorer) -> bool:
    """An office event that names no office in any telling must be likelier than others are."""
    event_type = group[0].anchor.type
    if not event_type.office_event or any(OFFICE in telling.roles for telling in group):
        return True
    return group[0].main.probability >= scorer.threshold(f"bare {event_type.name}")


def _yields(group: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Whether the same words tell, of the same person, an event of a type that comes first or is surer."""
    one, two = group[0], other[0]
    over = two.anchor.type.name
    if over not in _OVER.get(one.anchor.type.name, ()) or one.main.one.chain.id != two.main.one.chain.id:
        return False
    if not (one.anchor.first < two.anchor.end and two.anchor.first < one.anchor.end):
        return False
    return over == "tenure" or (two.main.probability, over) > (one.main.probability, one.anchor.type.name)
