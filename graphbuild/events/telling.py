"""From anchors to tellings: which triggers tell an event, of whom, and who fills the other roles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphbuild.events.candidates import (
    label_features,
    main_candidates,
    main_features,
    main_role,
    role_candidates,
    role_features,
    time_candidates,
    time_features,
)
from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.events.scorer import Scorer
from graphbuild.ontology.types import EventType

OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a role, and how sure that is."""

    one: Placed
    probability: float


@dataclass(slots=True)
class Telling:
    """One trigger telling one event of one participant; ``roles`` hold, per role, the candidates that are likely."""

    anchor: Anchor
    main: Filler
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    label: str = ""
    times: list[tuple[PlacedTime, float]] = field(default_factory=list)

    @property
    def office(self) -> Placed | None:
        """The office of the event, where the telling names one."""
        fillers = self.roles.get(OFFICE)
        return fillers[0].one if fillers else None


def main_tables(event_type: EventType) -> tuple[str, ...]:
    """The weight tables for: does this trigger tell an event of this participant?"""
    family = "office" if event_type.office_event else "other"
    return (f"main {family}", f"main {event_type.name}")


def role_tables(event_type: EventType, role: str) -> tuple[str, ...]:
    """The weight tables for: does this mention fill the role?"""
    return (f"role {role}", f"role {role} {event_type.name}")


def label_tables(event_type: EventType, label: str) -> tuple[str, ...]:
    """The weight tables for: is this the status, or the stage, of the event?"""
    return (f"label {event_type.name} {label}",)


def time_tables(event_type: EventType) -> tuple[str, ...]:
    """The weight tables for: is this when it happened?"""
    return ("time", f"time {event_type.name}")


def tell(reading: Reading, anchors: Iterable[Anchor], scorer: Scorer) -> list[Telling]:
    """The tellings that are likely enough, in the order of the text, each with its roles, label and times."""
    tellings = []
    for anchor in anchors:
        threshold = scorer.threshold(f"main {anchor.type.name}")
        for one in main_candidates(reading, anchor):
            features = main_features(reading, anchor, one)
            probability = scorer.probability(main_tables(anchor.type), features)
            if probability >= threshold:
                tellings.append(_fill(reading, Telling(anchor, Filler(one, probability)), scorer))
    return tellings


def _fill(reading: Reading, telling: Telling, scorer: Scorer) -> Telling:
    anchor, main = telling.anchor, telling.main.one
    if anchor.saying.form == "title":
        own = next(
            one
            for one in (reading.placed[i] for i in reading.in_sentence[anchor.sentence])
            if one.first == anchor.first
        )
        telling.roles[OFFICE] = [Filler(own, telling.main.probability)]
    uses = [use for use in anchor.type.roles if use.kinds and use is not main_role(anchor.type)]
    for use in sorted(uses, key=lambda use: use.role != OFFICE):
        if use.role in telling.roles:
            continue
        threshold = scorer.threshold(f"role {use.role} {anchor.type.name}")
        fillers = []
        for one in role_candidates(reading, anchor, main, use):
            features = role_features(reading, anchor, main, telling.office, one)
            probability = scorer.probability(role_tables(anchor.type, use.role), features)
            if probability >= threshold:
                fillers.append(Filler(one, probability))
        if fillers:
            telling.roles[use.role] = sorted(fillers, key=lambda filler: (-filler.probability, filler.one.first))
    telling.label = _label(reading, telling, scorer)
    telling.times = _times(reading, telling, scorer)
    return telling


def _label(reading: Reading, telling: Telling, scorer: Scorer) -> str:
    labels = telling.anchor.type.labels
    if not labels:
        return ""
    features = label_features(reading, telling.anchor, telling.main.one)
    scored = [
        (scorer.probability(label_tables(telling.anchor.type, label), features), -order, label)
        for order, label in enumerate(labels)
    ]
    return max(scored)[2]


def _times(reading: Reading, telling: Telling, scorer: Scorer) -> list[tuple[PlacedTime, float]]:
    anchor = telling.anchor
    threshold = scorer.threshold(f"time {anchor.type.name}")
    found = []
    for one in time_candidates(reading, anchor):
        features = time_features(reading, anchor, telling.main.one, one)
        probability = scorer.probability(time_tables(anchor.type), features)
        if probability >= threshold:
            found.append((one, probability))
    return sorted(found, key=lambda pair: (-pair[1], pair[0].first))
