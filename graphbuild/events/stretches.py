"""What the ranker of phrases is told about a stretch of words: its cue, its edges, its words and where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Placed, Reading


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger in its article with its main participant and, for a legal step, the stage.

    ``window`` are the words in which phrases may stand, where one trigger tells several events side by side.
    """

    reading: Reading
    anchor: Anchor
    main: Placed
    label: str = ""
    window: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words ``first`` to ``end`` (exclusive) of the reading; ``cue`` is the word before, or ``^`` in the trigger."""

    first: int
    end: int
    cue: str


def none_features(telling: Told, role: str) -> list[str]:
    """What speaks for there being no phrase."""
    kind = f"{telling.anchor.type.name}|{telling.label}"
    return [f"{role}|none", f"{role}|none|{kind}", f"{role}|none|{telling.anchor.root}"]


_SHARED = ("next=", "last=", "length=", "case=", "cue=", "has=")


def features(telling: Told, role: str, one: Candidate) -> list[str]:
    """What speaks for a candidate: its cues, its edges, its length and where it stands."""
    return own_features(telling.reading, role, one) + place_features(telling, role, one)


def own_features(reading: Reading, role: str, one: Candidate) -> list[str]:
    """What speaks for a stretch by itself, whatever the trigger."""
    sentence = reading.sentence_of[one.first]
    begin, stop = reading.bounds[sentence]
    lower = reading.lower
    before = lower[one.first - 2] if one.first - 2 >= begin else "<"
    after = reading.words[one.end].text if one.end < stop else "."
    names = [
        "any",
        f"cue={one.cue}",
        f"cue2={before} {one.cue}",
        f"first={lower[one.first]}",
        f"starts={lower[one.first][:2]}-{lower[one.first][-2:]}",
        f"last={lower[one.end - 1]}",
        f"next={after.lower() if one.end < stop else '>'}",
        f"length={_bucket(one.end - one.first)}",
        f"case={reading.words[one.first].text[0].isupper()}{after[0].isupper()}",
        *_inside(lower[one.first : one.end]),
        *sorted({f"has={reading.placed[i].kind}" for i in reading.cover[one.first : one.end] if i >= 0}),
    ]
    if sentence < 3:
        names.append("early")
    return [f"{role}|{name}" for name in names] + [name for name in names if name.startswith(_SHARED)]


def place_features(telling: Told, role: str, one: Candidate) -> list[str]:
    """What speaks for a stretch because of where it stands to the trigger and the participant."""
    names = list(_place(telling, one))
    return [f"{role}|{name}" for name in names] + [name for name in names if name.startswith("at=")]


def _bucket(number: int) -> str:
    return next((f"<={limit}" for limit in (1, 2, 3, 4, 6, 8, 11, 15, 20, 30) if number <= limit), ">30")


_MARKS = ("yang", ",", "dan", "di", "oleh", "kasus", "dugaan", "itu", "pada", "(", "tahun", "penjara", "bulan")


def _inside(words: Sequence[str]) -> Iterator[str]:
    yield from (f"has={mark}" for mark in _MARKS if mark in words)
    if any(word[0].isdigit() for word in words):
        yield "has=number"
    yield from (f"word={word}" for word in dict.fromkeys(words))


def _place(telling: Told, one: Candidate) -> Iterator[str]:
    reading, anchor = telling.reading, telling.anchor
    sentence = reading.sentence_of[one.first]
    away = sentence - anchor.sentence
    kind = f"{anchor.type.name}{telling.label}"
    if away:
        about = {reading.placed[i].chain.id for i in reading.in_sentence[sentence]}
        yield f"at=sentence{'+' if away > 0 else '-'}{min(abs(away), 4)}"
        yield f"named={telling.main.chain.id in about}"
        yield f"kind={kind}|{one.cue}|far"
    else:
        side = "after" if one.first >= anchor.end else "before" if one.end <= anchor.first else "in"
        between = max(one.first - anchor.end, anchor.first - one.end, 0)
        yield f"at={side}"
        yield f"at={side}{_bucket(between)}"
        yield f"kind={kind}|{one.cue}|{side}"
