"""From anchors to tellings: which triggers tell an event, of whom, and who fills the other roles."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphbuild.events.candidates import main_candidates, main_role, role_candidates, time_candidates
from graphbuild.events.forms import Anchor
from graphbuild.events.plain import AGENT, UNTRAINED, is_agent, plain_mains, plain_role
from graphbuild.events.questions import label_question, main_anchor, main_pair, role_question, time_question
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.events.scorer import Scorer, likelihood

OFFICE = "office"
ORGANIZATION = "organization"
BY = "by"
_RIVALS = (BY, "predecessor", "successor")


@dataclass(frozen=True, slots=True)
class Filler:
    """A mention in a role, and how sure that is."""

    one: Placed
    probability: float


@dataclass(slots=True)
class Telling:
    """One trigger telling one event of one participant; ``roles`` hold, per role, the candidates that are likely.

    ``window`` are the words that tell of this event, where the trigger tells several side by side.
    """

    anchor: Anchor
    main: Filler
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    label: str = ""
    times: list[tuple[PlacedTime, float]] = field(default_factory=list)
    window: tuple[int, int] | None = None

    @property
    def office(self) -> Placed | None:
        """The office of the event, where the telling names one."""
        fillers = self.roles.get(OFFICE)
        return fillers[0].one if fillers else None


def tell(reading: Reading, anchors: Iterable[Anchor], scorer: Scorer) -> list[Telling]:
    """The tellings that are likely enough, in the order of the text, each with its roles, label and times."""
    tellings: list[Telling] = []
    for anchor in anchors:
        if scorer.knows(f"main {anchor.type.name}"):
            tellings.extend(_fill(reading, Telling(anchor, main), scorer) for main in _mains(reading, anchor, scorer))
        else:
            mains = plain_mains(reading, anchor)
            tellings.extend(_fill_plainly(reading, Telling(anchor, Filler(one, UNTRAINED)), scorer) for one in mains)
    return tellings


def _mains(reading: Reading, anchor: Anchor, scorer: Scorer) -> list[Filler]:
    """The participants of whom the trigger is likely to tell an event."""
    candidates = main_candidates(reading, anchor)
    if not candidates:
        return []
    threshold = scorer.threshold(f"main {anchor.type.name}")
    alone = scorer.total(main_anchor(reading, anchor))
    totals = [alone + scorer.total(main_pair(reading, anchor, one)) for one in candidates]
    if anchor.saying.form != "title":
        totals = _shared(reading, candidates, totals)
    scored = [Filler(one, likelihood(total)) for one, total in zip(candidates, totals, strict=True)]
    best = max(filler.probability for filler in scored)
    needed = max(threshold, min(best, scorer.threshold(f"second {anchor.type.name}")))
    return [filler for filler in scored if filler.probability >= needed]


def _shared(reading: Reading, candidates: Sequence[Placed], totals: Sequence[float]) -> list[float]:
    """What is told of one name of a list is told of all: *terdakwa Ani, Budi, dan Cici*."""
    lists = [reading.listed[bisect_left(reading.placed, one.first, key=lambda peer: peer.first)] for one in candidates]
    best: dict[int, float] = {}
    for name, total in zip(lists, totals, strict=True):
        best[name] = max(total, best.get(name, total))
    return [best[name] for name in lists]


def _fill_plainly(reading: Reading, telling: Telling, scorer: Scorer) -> Telling:
    anchor, main = telling.anchor, telling.main.one
    taken = [main.chain.id]
    for use in anchor.type.roles:
        one = plain_role(reading, anchor, main, use.role, taken) if use.kinds and not use.required else None
        if one is not None:
            taken.append(one.chain.id)
            telling.roles[use.role] = [Filler(one, UNTRAINED)]
    telling.label = anchor.saying.label or next(iter(anchor.type.labels), "")
    telling.times = _times(reading, telling, scorer)
    return telling


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
            told = AGENT if use.role == BY and is_agent(reading, anchor, one) else 0.0
            probability = likelihood(scorer.total(question) + told)
            if probability >= threshold:
                fillers.append(Filler(one, probability))
        if not fillers and use.role == ORGANIZATION and telling.office is not None:
            fillers = _owner(reading, telling.office)
        if fillers:
            telling.roles[use.role] = sorted(fillers, key=lambda filler: (-filler.probability, filler.one.first))
    _one_role_each(telling)
    telling.label = _label(reading, telling, scorer)
    telling.times = _times(reading, telling, scorer)
    return telling


def _owner(reading: Reading, office: Placed) -> list[Filler]:
    """Whose post the office is, where the article names that: the mention nearest to the office."""
    own = [one for one in reading.placed if one.chain.id == office.chain.of]
    nearest = min(own, key=lambda one: (abs(one.first - office.first), one.first), default=None)
    return [] if nearest is None else [Filler(nearest, UNTRAINED)]


def _one_role_each(telling: Telling) -> None:
    """Nobody is both the one who appoints and the one who leaves: a person keeps the likeliest of these roles."""
    best: dict[str, float] = {}
    for role in _RIVALS:
        for filler in telling.roles.get(role, ()):
            best[filler.one.chain.id] = max(filler.probability, best.get(filler.one.chain.id, 0.0))
    for role in _RIVALS:
        if role in telling.roles:
            kept = [filler for filler in telling.roles[role] if filler.probability >= best[filler.one.chain.id]]
            telling.roles[role] = kept


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
