"""Tellings of the same event in one article become one claim, with its best sentence and the roles of all of them."""

from collections.abc import Iterable, Sequence

from graphbuild.events.candidates import main_role
from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, Reading
from graphbuild.events.telling import OFFICE, Filler, Telling
from graphbuild.model.text import Argument, Chain, Claim, ClaimDates, Span

SAME_PLACE = {"employment": "organization", "membership": "organization", "education": "institution"}
"""Types whose events of one person are told apart by one role."""

DOUBTFUL = 0.5
"""A filler less likely than this does not tell two events apart."""


def group(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of each event, surest first; tellings that name less join the surest that they agree with."""
    groups: list[list[Telling]] = []
    for telling in sorted((one for one in tellings if not main_role(one.anchor.type).many), key=_rank):
        home = next((one for one in groups if all(_same(telling, other) for other in one)), None)
        if home is None:
            groups.append([telling])
        else:
            home.append(telling)
    groups += _joint([one for one in tellings if main_role(one.anchor.type).many])
    return [sorted(one, key=lambda telling: -telling.main.probability) for one in groups]


def _joint(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of events with several main participants: triggers that share two of them, or their only one."""
    by_anchor: dict[Anchor, list[Telling]] = {}
    for telling in tellings:
        by_anchor.setdefault(telling.anchor, []).append(telling)
    groups: list[list[Telling]] = []
    for anchor, told in sorted(by_anchor.items(), key=lambda item: (-_surest(item[1]), item[0].first)):
        home = next((one for one in groups if one[0].anchor.type is anchor.type and _meet(one, told)), None)
        if home is None:
            groups.append(told)
        else:
            home.extend(told)
    return groups


def _surest(tellings: Iterable[Telling]) -> float:
    return sum(telling.main.probability for telling in tellings)


def _meet(one: Iterable[Telling], other: Iterable[Telling]) -> bool:
    left, right = ({telling.main.one.chain.id for telling in tellings} for tellings in (one, other))
    return len(left & right) >= min(2, len(left), len(right))


def _rank(telling: Telling) -> tuple[bool, float, int, int]:
    key = OFFICE if telling.anchor.type.office_event else SAME_PLACE.get(telling.anchor.type.name, "")
    return (
        bool(key) and key not in telling.roles,
        -telling.main.probability,
        telling.anchor.first,
        telling.main.one.first,
    )


def _same(one: Telling, other: Telling) -> bool:
    if one.anchor.type.name != other.anchor.type.name:
        return False
    if one.main.one.chain.id != other.main.one.chain.id or (
        one.label != other.label and one.anchor.type.name == "legal"
    ):
        return False
    if one.anchor.type.office_event:
        return _agree(one, other, OFFICE)
    role = SAME_PLACE.get(one.anchor.type.name)
    return role is None or _agree(one, other, role)


def _agree(one: Telling, other: Telling, role: str) -> bool:
    """Whether both name the same, or one names nothing, or nothing surely: a doubtful post makes no second event."""
    left, right = one.roles.get(role), other.roles.get(role)
    if not left or not right or same_chain(left[0].one.chain, right[0].one.chain):
        return True
    return one.anchor.saying.form != "title" and min(left[0].probability, right[0].probability) < DOUBTFUL


def same_chain(one: Chain, other: Chain) -> bool:
    """Whether two chains are, or are called, the same: *Ketua* of one article beside *Ketua KPK* of it."""
    if one.id == other.id:
        return True
    if one.of is not None and other.of is not None and one.of != other.of:
        return False
    names = {mention.text.lower() for mention in one.mentions}
    return any(mention.text.lower() in names for mention in other.mentions)


def merge(reading: Reading, tellings: Sequence[Telling], dates: ClaimDates) -> Claim:
    """One claim of the tellings of one event, the first of which is the surest."""
    best = tellings[0]
    anchor = best.anchor
    use = main_role(anchor.type)
    mains = [telling.main for telling in tellings] if use.many else [best.main]
    arguments = [_argument(use.role, filler.one) for filler in _distinct(mains)]
    for other in anchor.type.roles:
        if other is use or not other.kinds:
            continue
        fillers = _distinct(filler for telling in tellings for filler in telling.roles.get(other.role, ()))
        arguments.extend(_argument(other.role, filler.one) for filler in (fillers if other.many else fillers[:1]))
    also = {reading.sentences[telling.anchor.sentence].span for telling in tellings[1:]}
    sentence = reading.sentences[anchor.sentence].span
    return Claim(
        type=anchor.type.name,
        trigger=reading.span(anchor.first, anchor.end),
        sentence=sentence,
        arguments=tuple(arguments),
        label=best.label,
        dates=dates,
        rule=f"{anchor.saying.form}: {anchor.root}",
        confidence=round(best.main.probability, 3),
        also=tuple(sorted(also - {sentence})),
    )


def _distinct(fillers: Iterable[Filler]) -> list[Filler]:
    found: dict[str, Filler] = {}
    for filler in sorted(fillers, key=lambda filler: -filler.probability):
        found.setdefault(filler.one.chain.id, filler)
    return list(found.values())


def _argument(role: str, one: Placed) -> Argument:
    return Argument(role, chain=one.chain.id, span=Span(one.mention.span.start, one.mention.span.end))
