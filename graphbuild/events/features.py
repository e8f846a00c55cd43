"""What the learned scorer looks at: how a trigger and a mention, or two mentions, stand to each other, as words.

Every feature is a readable string, so that a weight can be read as a reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.events.forms import Anchor
from graphbuild.events.gist import gist
from graphbuild.events.reading import Placed, Reading
from graphbuild.model.text import Kind

_FAR = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"), (12, "12"), (20, "20"), (35, "35"))
_PRONOUNS = frozenset({"ia", "dia", "nya", "-nya", "beliau", "keduanya", "mereka", "dirinya", "saya"})
_LONGEST_PATH = 6
_KINDS = frozenset(kind.value for kind in Kind)
_JOINS = frozenset({",", "dan", "serta", ";", "&", "maupun", "beserta", "/"})


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
    found.extend(f"w:{word}" for word in sorted(set(reading.shape[begin:stop])))
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


def relation_features(reading: Reading, one: Range, other: Placed) -> tuple[str, ...]:
    """How a mention stands to a range: order, distance, the words between, and who else stands nearer."""
    key = (one.first, one.end, other.first, other.end, other.chain.id)
    known = reading.memo.get(key)
    if known is None:
        known = reading.memo[key] = tuple(_relation(reading, one, other))
    return known


def _relation(reading: Reading, one: Range, other: Placed) -> list[str]:
    if one.sentence != other.sentence:
        return _across(reading, one, other)
    if other.first < one.end and one.first < other.end:
        return ["inside"]
    order = "<" if other.end <= one.first else ">"
    left, right = (other.end, one.first) if order == "<" else (one.end, other.first)
    path = _path(reading, left, right)
    rank = _rank(reading, one, other)
    core = gist(reading, left, right, order, other.kind.value)
    found = [
        f"o{order}",
        f"gist{order}{core}",
        f"gist{order}{core} after={_shape_at(reading, one.end, *reading.bounds[one.sentence])}",
        f"gist{order}{core} before={_shape_at(reading, one.first - 1, *reading.bounds[one.sentence])}",
        f"d{order}{_bucket(right - left)}",
        f"rank{order}{rank}",
        f"t{order}{rank} {_shape_at(reading, other.first - 1, *reading.bounds[other.sentence])}",
        f"t{order}{rank} {_shape_at(reading, one.end, *reading.bounds[one.sentence])}",
        f"rank{order}{rank} d{_bucket(right - left)}",
    ]
    if len(path) <= _LONGEST_PATH:
        found.append(f"path{order}{' '.join(path)}")
    short = _listless(path)
    if len(short) < len(path) and len(short) <= _LONGEST_PATH:
        found.append(f"lpath{order}{' '.join(short)}")
    if path:
        found.append(f"p1{order}{path[0]}")
        found.append(f"pn{order}{path[-1]}")
        found.append(f"pp{order}{path[0]} .. {path[-1]}")
        skeleton = _listless([item for item in path if item in _SKELETON])
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
    offset = max(-3, min(2, other.sentence - one.sentence))
    so = f"so={offset}"
    if offset > 0 and reading.rows[other.sentence]:
        so = "so=row"
    peers = [reading.placed[i] for i in reading.in_sentence[other.sentence]]
    starts = [peer.first for peer in peers if peer.kind is other.kind] or [other.first]
    place = "only" if len(starts) == 1 else "first" if starts[0] == other.first else "mid"
    place = "last" if place == "mid" and starts[-1] == other.first else place
    begin, stop = reading.bounds[one.sentence]
    here = [reading.placed[i] for i in reading.in_sentence[one.sentence]]
    own = "own" if any(peer.kind is other.kind for peer in here) else "none"
    pronoun = next((word for word in reading.lower[begin:stop] if word in _PRONOUNS), "-")
    opening = reading.shape[begin] if begin < stop else "-"
    after = _shape_at(reading, one.end, begin, stop)
    rank = _rank(reading, one, other)
    return [
        *_in_group(reading, one, other),
        so,
        f"{so} {place}",
        f"{so} {place} {own}",
        f"{so} {own} pronoun={pronoun}",
        f"{so} {place} {own} opening={opening}",
        f"{so} rank={rank}",
        f"so rank={rank} {own} pronoun={pronoun}",
        f"so rank={rank} {own} after={after}",
        f"so rank={rank} {place} opening={opening}",
        f"{so} rank={rank} opens={other.first == reading.bounds[other.sentence][0]}",
    ]


def _in_group(reading: Reading, one: Range, other: Placed) -> list[str]:
    """Whether the *mereka* or *ketiga tersangka* of the range's sentence stands for the mention, where it has one."""
    members = {reading.placed[index].chain.id for index in reading.groups[one.sentence]}
    return [f"so group={other.chain.id in members}"] if members else []


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


def _listless(path: list[str]) -> list[str]:
    """The path with *PER, PER dan PER* as one item, and what stands in brackets left out."""
    short: list[str] = []
    depth = 0
    for item in path:
        if item in {"(", ")"}:
            depth = max(0, depth + (1 if item == "(" else -1))
        elif depth == 0 and not (item in _KINDS and item + "+" in short[-2:]):
            joined = item in _KINDS and len(short) >= 2 and short[-1] in _JOINS and short[-2] in {item, item + "+"}
            if joined:
                del short[-2:]
                short.append(item + "+")
            else:
                short.append(item)
    return short


def _rank(reading: Reading, one: Range, other: Placed) -> str:
    """How many other chains of the same kind are mentioned between the two."""
    left, right = (other.end, one.first) if other.end <= one.first else (one.end, other.first)
    nearer = set()
    for sentence in range(min(one.sentence, other.sentence), max(one.sentence, other.sentence) + 1):
        for index in reading.in_sentence[sentence]:
            peer = reading.placed[index]
            if left <= peer.first < right and peer.kind is other.kind and peer.chain.id != other.chain.id:
                nearer.add(peer.chain.id)
    return str(min(len(nearer), 4))


def _bucket(distance: int) -> str:
    return next((name for limit, name in _FAR if distance <= limit), "far")


def _shape_at(reading: Reading, index: int, begin: int, stop: int) -> str:
    return reading.shape[index] if begin <= index < stop else "|"


def _window(reading: Reading, center: int, begin: int, stop: int) -> Iterator[str]:
    words = {reading.shape[i] for i in range(max(begin, center - 7), min(stop, center + 8)) if reading.cover[i] < 0}
    return iter(sorted(words))
