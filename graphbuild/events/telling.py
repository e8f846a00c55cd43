"""From anchors to tellings: which triggers tell an event, of whom, and who fills the other roles."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphbuild.events.candidates import main_candidates, main_role, role_candidates, time_candidates
from graphbuild.events.forms import Anchor
from graphbuild.events.questions import label_question, main_anchor, main_pair, role_question, time_question
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.events.scorer import Scorer, likelihood

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


def tell(reading: Reading, anchors: Iterable[Anchor], scorer: Scorer) -> list[Telling]:
    """The tellings that are likely enough, in the order of the text, each with its roles, label and times."""
    tellings = []
    for anchor in anchors:
        candidates = main_candidates(reading, anchor)
        if not candidates:
            continue
        threshold = scorer.threshold(f"main {anchor.type.name}")
        alone = scorer.total(main_anchor(reading, anchor))
        for one in candidates:
            probability = likelihood(alone + scorer.total(main_pair(reading, anchor, one)))
            if probability >= threshold:
                tellings.append(_fill(reading, Telling(anchor, Filler(one, probability)), scorer))
    return tellings


def title_office(reading: Reading, anchor: Anchor) -> Placed | None:
    """The office that is itself the trigger, where the saying is a title."""
    if anchor.saying.form != "title":
        return None
    return next(
        reading.placed[i] for i in reading.in_sentence[anchor.sentence] if reading.placed[i].first == anchor.first
    )


def _fill(reading: Reading, telling: Telling, scorer: Scorer) -> Telling:
    anchor, main = telling.anchor, telling.main.one
    own = title_office(reading, anchor)
    if own is not None:
        telling.roles[OFFICE] = [Filler(own, telling.main.probability)]
    uses = [use for use in anchor.type.roles if use.kinds and use is not main_role(anchor.type)]
    for use in sorted(uses, key=lambda use: use.role != OFFICE):
        if use.role in telling.roles:
            continue
        threshold = scorer.threshold(f"role {use.role} {anchor.type.name}")
        fillers = []
        for one in role_candidates(reading, anchor, main, use):
            question = role_question(reading, anchor, main, telling.office, (use.role, one))
            probability = likelihood(scorer.total(question))
            if probability >= threshold:
                fillers.append(Filler(one, probability))
        if fillers:
            telling.roles[use.role] = sorted(fillers, key=lambda filler: (-filler.probability, filler.one.first))
    telling.label = _label(reading, telling, scorer)
    telling.times = _times(reading, telling, scorer)
    return telling


def _label(reading: Reading, telling: Telling, scorer: Scorer) -> str:
    anchor, main = telling.anchor, telling.main.one
    scored = [
        (scorer.total(label_question(reading, anchor, main, label)), -order, label)
        for order, label in enumerate(anchor.type.labels)
    ]
    return max(scored)[2] if scored else ""


def _times(reading: Reading, telling: Telling, scorer: Scorer) -> list[tuple[PlacedTime, float]]:
    anchor, main = telling.anchor, telling.main.one
    threshold = scorer.threshold(f"time {anchor.type.name}")
    found = []
    for one in time_candidates(reading, anchor):
        probability = likelihood(scorer.total(time_question(reading, anchor, main, one)))
        if probability >= threshold:
            found.append((one, probability))
    return sorted(found, key=lambda pair: (-pair[1], pair[0].first))
