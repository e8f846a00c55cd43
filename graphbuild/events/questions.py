"""The questions that the scorer answers, each as features for tables of weights; asked alike in training and in use.

A question is a sequence of parts: names of tables, and the features looked up in every one of them. Tables go from the
general (all office events) to the particular (appointments told by *lantik*).
"""

from graphbuild.events.features import anchor_features, mention_features, range_of, relation_features
from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.ontology.types import EventType

Part = tuple[tuple[str, ...], list[str]]
"""Tables and the features to look up in them."""

_CROSSED = ("gist", "path", "lpath", "rank", "o", "m-1", "m+1", "m±", "so", "pp", "p1", "pn", "sk", "inside", "t")


def main_anchor(reading: Reading, anchor: Anchor) -> list[Part]:
    """Does this trigger tell an event of this participant? The part that the trigger answers alone."""
    return [(_main_tables(anchor.type), anchor_features(reading, anchor))]


def main_pair(reading: Reading, anchor: Anchor, one: Placed) -> list[Part]:
    """Does this trigger tell an event of this participant? The part that depends on the participant."""
    pair = [*mention_features(reading, one), *relation_features(reading, range_of(anchor), one)]
    return [(_main_tables(anchor.type), pair), (_crossed_tables("main", anchor), _crossable(pair))]


def role_question(
    reading: Reading, anchor: Anchor, main: Placed, office: Placed | None, filler: tuple[str, Placed]
) -> list[Part]:
    """Does this mention fill this role in the event of this trigger and participant?"""
    role, one = filler
    pair = [*mention_features(reading, one), *relation_features(reading, range_of(anchor), one)]
    found = ["bias", f"root={anchor.root}", f"voice={anchor.voice}", *pair]
    found += ["main " + feature for feature in relation_features(reading, range_of(main), one)]
    found += ["main-a " + feature for feature in relation_features(reading, range_of(anchor), main)[:6]]
    if office is not None:
        found += ["office " + feature for feature in relation_features(reading, range_of(office), one)]
        if office.chain.of is not None and office.chain.of == one.chain.id:
            found.append("office of this")
    tables = (f"role {role}", f"role {role} {anchor.type.name}")
    return [(tables, found), (_crossed_tables(f"role {role}", anchor), _crossable(pair))]


def label_question(reading: Reading, anchor: Anchor, main: Placed, label: str) -> list[Part]:
    """Is this the status, or the stage, of the event?"""
    pair = relation_features(reading, range_of(anchor), main)
    begin, stop = reading.bounds[anchor.sentence]
    low, high = min(anchor.first, main.first), max(anchor.end, main.end)
    found = [*anchor_features(reading, anchor), *pair, f"label={anchor.saying.label}"]
    found += [f"root={anchor.root} {feature}" for feature in pair[:4]]
    if anchor.sentence == main.sentence:
        found += [f"near:{reading.shape[i]}" for i in range(max(begin, low - 4), min(stop, high + 5))]
        found += [f"left:{' '.join(reading.lower[max(begin, low - 1) : low])}"]
    found += [f"t:{one.time.basis}" for one in reading.times if one.sentence == anchor.sentence]
    return [((f"label {anchor.type.name} {label}",), found)]


def time_question(reading: Reading, anchor: Anchor, main: Placed, one: PlacedTime) -> list[Part]:
    """Is this when the event happened?"""
    stand_in = Placed(main.chain, main.mention, one.first, one.end, one.sentence)
    pair = [*mention_features(reading, stand_in)[2:], *relation_features(reading, range_of(anchor), stand_in)]
    time = one.time
    kind = "stretch" if time.start or time.end else "point" if time.date else "vague"
    length = len(str(time.date or time.start or time.end or ""))
    found = ["bias", f"root={anchor.root}", *pair, f"basis={time.basis}", f"{kind}{length}"]
    found += [f"basis={time.basis} {kind}{length}", f"words={reading.lower[one.first]}"]
    found += ["main " + feature for feature in relation_features(reading, range_of(main), stand_in)[:8]]
    peers = [peer for peer in reading.times if peer.sentence == one.sentence]
    found += [f"peers={min(len(peers), 3)}", f"only={len(peers) == 1} same={one.sentence == anchor.sentence}"]
    found += ["shape " + "".join("#" if c.isdigit() else c for c in time.text.lower())[:30]]
    tables = ("time", f"time {anchor.type.name}")
    return [(tables, found), (_crossed_tables("time", anchor), _crossable(pair))]


def _main_tables(event_type: EventType) -> tuple[str, ...]:
    family = "office" if event_type.office_event else "other"
    return (f"main {family}", f"main {event_type.name}")


def _crossed_tables(question: str, anchor: Anchor) -> tuple[str, ...]:
    """The tables of a trigger's voice, of its saying, and of its root."""
    says = anchor.type.says.index(anchor.saying)
    name = anchor.type.name
    return (
        f"{question} {anchor.voice}",
        f"{question} {name} {anchor.voice}",
        f"{question} {name} {says}",
        f"{question} {name} = {anchor.root}",
    )


def _crossable(pair: list[str]) -> list[str]:
    return [feature for feature in pair if feature.startswith(_CROSSED)]
