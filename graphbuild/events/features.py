"""What the learned scorer looks at: how a trigger and a mention, or two mentions, stand to each other, as words.

Every feature is a readable string, so that a weight can be read as a reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, Reading
from graphbuild.model.text import Kind

_FAR = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"), (12, "12"), (20, "20"), (35, "35"))
_PRONOUNS = frozenset({"ia", "dia", "nya", "-nya", "beliau", "keduanya", "mereka", "dirinya", "saya"})
_LONGEST_PATH = 6


@dataclass(frozen=True, slots=True)
class Range:
    """Words from ``first`` to ``end`` (exclusive) of a sentence, and a word for what they are."""

    first: int
    end: int
    sentence: int


def range_of(one: Anchor | Placed) -> Range:
    """The words of a trigger or a mention."""
    return Range(one.first, one.end, one.sentence)


def anchor_features(reading: Reading, anchor: Anchor) -> list[str]:
    """What the trigger itself and the words around it say."""
    surface = " ".join(reading.lower[anchor.first : anchor.end])
    begin, stop = reading.bounds[anchor.sentence]
    before = _shape_at(reading, anchor.first - 1, begin, stop)
    before2 = _shape_at(reading, anchor.first - 2, begin, stop)
    after = _shape_at(reading, anchor.end, begin, stop)
    after2 = _shape_at(reading, anchor.end + 1, begin, stop)
    found = [
        "bias",
        f"root={anchor.root}",
        f"surface={surface}",
        f"voice={anchor.voice}",
        f"a-1={before}",
        f"a+1={after}",
        f"a-2={before2} {before}",
        f"a+2={after} {after2}",
        f"root={anchor.root} a-1={before}",
        f"root={anchor.root} a+1={after}",
    ]
    if reading.quoted[anchor.first]:
        found.append("quoted")
    if anchor.sentence == 0:
        found.append("lead")
    found.extend(f"s:{word}" for word in _window(reading, anchor.first, begin, stop))
    return found


def mention_features(reading: Reading, one: Placed) -> list[str]:
    """What the mention itself says: kind, form, the words beside it, how central it is to the article."""
    begin, stop = reading.bounds[one.sentence]
    before = _shape_at(reading, one.first - 1, begin, stop)
    before2 = _shape_at(reading, one.first - 2, begin, stop)
    after = _shape_at(reading, one.end, begin, stop)
    after2 = _shape_at(reading, one.end + 1, begin, stop)
    found = [
        f"m={one.kind}",
        f"m={one.kind} form={one.mention.form}",
        f"m-1={before}",
        f"m+1={after}",
        f"m-2={before2} {before}",
        f"m+2={after} {after2}",
        f"m±={before} _ {after}",
    ]
    if one.kind is Kind.OFFICE:
        found.extend((f"office={reading.lower[one.first]}", f"office={reading.lower[one.end - 1]}$"))
    elif one.kind is not Kind.PERSON:
        found.append(f"head={reading.lower[one.first]}")
    if one.first == begin:
        found.append("m opens sentence")
    many = len(one.chain.mentions)
    found.append(f"mentions={'1' if many == 1 else '2' if many <= 3 else '4'}")
    return found


def relation_features(reading: Reading, one: Range, other: Placed) -> list[str]:
    """How a mention stands to a range: order, distance, the words between, and who else stands nearer."""
    if one.sentence != other.sentence:
        return _across(reading, one, other)
    if other.first < one.end and one.first < other.end:
        return ["inside"]
    order = "<" if other.end <= one.first else ">"
    left, right = (other.end, one.first) if order == "<" else (one.end, other.first)
    path = _path(reading, left, right)
    rank = _rank(reading, one, other, order)
    found = [
        f"o{order}",
        f"d{order}{_bucket(right - left)}",
        f"rank{order}{rank}",
        f"rank{order}{rank} d{_bucket(right - left)}",
    ]
    if len(path) <= _LONGEST_PATH:
        found.append(f"path{order}{' '.join(path)}")
    if path:
        found.append(f"p1{order}{path[0]}")
        found.append(f"pn{order}{path[-1]}")
        found.append(f"pp{order}{path[0]} .. {path[-1]}")
        skeleton = [item for item in path if item in _SKELETON]
        found.append(f"sk{order}{' '.join(skeleton[:8])}")
    found.extend(f"in{order}{item}" for item in sorted(set(path[:14])))
    return found


_SKELETON = frozenset(
    {
        "PER",
        "OFFICE",
        "ORG",
        "LOC",
        ",",
        ";",
        "dan",
        "serta",
        '"',
        "(",
        ")",
        "sebagai",
        "menjadi",
        "oleh",
        "dari",
        "yang",
    }
)


def _across(reading: Reading, one: Range, other: Placed) -> list[str]:
    offset = max(-3, min(3, other.sentence - one.sentence))
    peers = [reading.placed[i] for i in reading.in_sentence[other.sentence]]
    starts = [peer.first for peer in peers if peer.kind is other.kind] or [other.first]
    place = "only" if len(starts) == 1 else "first" if starts[0] == other.first else "mid"
    place = "last" if place == "mid" and starts[-1] == other.first else place
    begin, stop = reading.bounds[one.sentence]
    here = {reading.placed[i].kind for i in reading.in_sentence[one.sentence]}
    own = "own" if other.kind in here else "none"
    pronoun = next((word for word in reading.lower[begin:stop] if word in _PRONOUNS), "-")
    opening = reading.shape[begin] if begin < stop else "-"
    found = [
        f"so={offset}",
        f"so={offset} {place}",
        f"so={offset} {place} {own}",
        f"so={offset} {own} pronoun={pronoun}",
        f"so={offset} {place} {own} opening={opening}",
    ]
    if offset > 0 or other.sentence + 1 == one.sentence:
        found.append(f"next {place} {own} prn={pronoun}")
    return found


def _path(reading: Reading, left: int, right: int) -> list[str]:
    """The words between, each mention and time once, as what it is."""
    path: list[str] = []
    last = -1
    for index in range(left, right):
        cover = reading.cover[index]
        if cover >= 0:
            if cover != last:
                path.append(reading.shape[index])
            last = cover
            continue
        last = -1
        if reading.shape[index] == "TIME" and path and path[-1] == "TIME":
            continue
        path.append(reading.shape[index])
    return path


def _rank(reading: Reading, one: Range, other: Placed, order: str) -> str:
    """How many mentions of the same kind, of other chains, stand nearer on the same side."""
    nearer = {
        peer.chain.id
        for peer in (reading.placed[i] for i in reading.in_sentence[one.sentence])
        if peer.kind is other.kind
        and peer.chain.id != other.chain.id
        and (other.end <= peer.first < one.first if order == "<" else one.end <= peer.first < other.first)
    }
    return str(min(len(nearer), 4))


def _bucket(distance: int) -> str:
    return next((name for limit, name in _FAR if distance <= limit), "far")


def _shape_at(reading: Reading, index: int, begin: int, stop: int) -> str:
    return reading.shape[index] if begin <= index < stop else "|"


def _window(reading: Reading, center: int, begin: int, stop: int) -> Iterator[str]:
    words = {reading.shape[i] for i in range(max(begin, center - 7), min(stop, center + 8)) if reading.cover[i] < 0}
    return iter(sorted(words))
