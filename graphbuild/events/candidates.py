"""Who and what could take part in an event, and what the scorer is told about each: questions and their features."""

from collections.abc import Iterable

from graphbuild.events.features import anchor_features, mention_features, range_of, relation_features
from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.model.text import Form
from graphbuild.ontology.types import EventType, RoleUse

_BACK, _AHEAD = 2, 1
_CROSSED = ("path", "rank", "o", "m-1", "m+1", "so=", "pp", "p1", "pn", "sk", "inside")


def main_role(event_type: EventType) -> RoleUse:
    """The role without which there is no event: the first required one (person; the parties of an agreement)."""
    return next(use for use in event_type.roles if use.required)


def main_candidates(reading: Reading, anchor: Anchor) -> list[Placed]:
    """The mentions that may be the main participant, one per chain: the nearest, the trigger's own sentence first."""
    kinds = main_role(anchor.type).kinds
    if anchor.saying.form == "title":
        near = reading.near(anchor.sentence, 1, 1)
    else:
        near = reading.near(anchor.sentence, _BACK, _AHEAD)
    return _nearest(anchor, (one for one in near if one.kind in kinds))


def role_candidates(reading: Reading, anchor: Anchor, main: Placed, use: RoleUse) -> list[Placed]:
    """The mentions that may fill a role besides the main participant, one per chain."""
    near = reading.near(anchor.sentence, 1, 1)
    return _nearest(anchor, (one for one in near if one.kind in use.kinds and one.chain.id != main.chain.id))


def time_candidates(reading: Reading, anchor: Anchor) -> list[PlacedTime]:
    """The time expressions of the trigger's sentence and of the sentences beside it."""
    return [one for one in reading.times if abs(one.sentence - anchor.sentence) <= 1]


def main_features(reading: Reading, anchor: Anchor, one: Placed) -> list[str]:
    """What speaks for or against: this trigger tells an event of this participant."""
    found = anchor_features(reading, anchor)
    pair = mention_features(reading, one)
    pair += relation_features(reading, range_of(anchor), one)
    return found + pair + _crossed(anchor, pair)


def role_features(reading: Reading, anchor: Anchor, main: Placed, office: Placed | None, one: Placed) -> list[str]:
    """What speaks for or against: this mention fills the role in the event of this trigger and participant."""
    pair = mention_features(reading, one)
    pair += relation_features(reading, range_of(anchor), one)
    found = ["bias", f"root={anchor.root}", f"voice={anchor.voice}", *pair, *_crossed(anchor, pair)]
    found += ["main " + feature for feature in relation_features(reading, range_of(main), one)]
    found += ["main-a " + feature for feature in relation_features(reading, range_of(anchor), main)[:6]]
    if office is not None:
        found += ["office " + feature for feature in relation_features(reading, range_of(office), one)]
        if office.chain.of is not None and office.chain.of == one.chain.id:
            found.append("office of this")
    return found


def label_features(reading: Reading, anchor: Anchor, main: Placed) -> list[str]:
    """What tells the status or the stage of the event."""
    pair = relation_features(reading, range_of(anchor), main)
    begin, stop = reading.bounds[anchor.sentence]
    low, high = min(anchor.first, main.first), max(anchor.end, main.end)
    found = [*anchor_features(reading, anchor), *pair, f"label={anchor.saying.label}"]
    found += [f"root={anchor.root} {feature}" for feature in pair[:4]]
    if anchor.sentence == main.sentence:
        found += [f"near:{reading.shape[i]}" for i in range(max(begin, low - 4), min(stop, high + 5))]
        found += [f"left:{' '.join(reading.lower[max(begin, low - 1) : low])}"]
    found += [f"t:{one.time.basis}" for one in reading.times if one.sentence == anchor.sentence]
    return found


def time_features(reading: Reading, anchor: Anchor, main: Placed, one: PlacedTime) -> list[str]:
    """What speaks for or against: this time is when the event happened."""
    stand_in = _as_mention(one, main)
    pair = mention_features(reading, stand_in) + relation_features(reading, range_of(anchor), stand_in)
    time = one.time
    kind = "stretch" if time.start or time.end else "point" if time.date else "vague"
    length = len(str(time.date or time.start or time.end or ""))
    found = ["bias", f"root={anchor.root}", *pair, *_crossed(anchor, pair), f"basis={time.basis}", f"{kind}{length}"]
    found += [f"basis={time.basis} {kind}{length}", f"words={reading.lower[one.first]}"]
    found += ["main " + feature for feature in relation_features(reading, range_of(main), stand_in)[:8]]
    same = [peer for peer in reading.times if peer.sentence == one.sentence]
    found += [f"peers={min(len(same), 3)}", f"only={len(same) == 1} same={one.sentence == anchor.sentence}"]
    found += ["shape " + " ".join("#" if c.isdigit() else c for c in time.text.lower())[:30]]
    return found


def _as_mention(one: PlacedTime, main: Placed) -> Placed:
    return Placed(main.chain, main.mention, one.first, one.end, one.sentence)


def _crossed(anchor: Anchor, pair: Iterable[str]) -> list[str]:
    crossed = []
    for feature in pair:
        if feature.startswith(_CROSSED):
            crossed.append(f"{anchor.voice}&{feature}")
            crossed.append(f"{anchor.root}&{feature}")
    return crossed


def _nearest(anchor: Anchor, mentions: Iterable[Placed]) -> list[Placed]:
    best: dict[str, tuple[tuple[int, int, int], Placed]] = {}
    for one in mentions:
        away = max(one.first - anchor.end, anchor.first - one.end, 0)
        key = (abs(one.sentence - anchor.sentence), 0 if one.mention.form is Form.NAME else 1, away)
        if one.chain.id not in best or key < best[one.chain.id][0]:
            best[one.chain.id] = (key, one)
    return [one for _, one in sorted(best.values(), key=lambda pair: pair[1].first)]
