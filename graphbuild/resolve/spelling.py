"""How names of people fit each other, word by word: equal, the same sound, an initial, a letter apart, left out."""

from dataclasses import dataclass

from graphbuild.indonesian.names import is_variant

_SOUNDS = (
    ("ie", "i"),
    ("y", "i"),
    ("ph", "f"),
    ("v", "f"),
    ("q", "k"),
    ("z", "s"),
    ("x", "ks"),
    ("ck", "k"),
    ("sh", "s"),
)
"""Letters that stand for one sound in Indonesian names: Syarief, Syarif; Luqman, Lukman; Faizal, Faisal."""

_SHORTEST_SLIP = 6


@dataclass(frozen=True, slots=True)
class Fit:
    """How the shorter of two names fits into the longer, counted in words.

    ``left_out`` are words of the longer name that the shorter lacks, ``dropped`` initials that only one of them has.
    """

    equal: int = 0
    sounds: int = 0
    initials: int = 0
    slips: int = 0
    left_out: int = 0
    dropped: int = 0
    ends: bool = False


def sound(word: str) -> str:
    """A word with one letter per sound, for blocking and comparing.

    >>> sound("syarief") == sound("sarif"), sound("luqman") == sound("lukman")
    (False, True)
    """
    for letters, plain in _SOUNDS:
        word = word.replace(letters, plain)
    if word[:1] == "j":
        word = "i" + word[1:]
    return word.rstrip("h") or word


def fit(left: str, right: str) -> Fit | None:
    """How two keys of names fit, None where each has a word that the other lacks.

    >>> fit("siti rahma", "siti nur rahma").left_out
    1
    >>> fit("budi santoso", "budi hartono") is None
    True
    """
    short, long = sorted((left.split(), right.split()), key=lambda words: (sum(len(w) > 1 for w in words), len(words)))
    found = _fit(short, long)
    return found if found is not None or len(short) != len(long) else _fit(long, short)


def _fit(short: list[str], long: list[str]) -> Fit | None:
    counts = {"equal": 0, "sounds": 0, "initials": 0, "slips": 0}
    place, dropped, used = 0, 0, []
    for word in short:
        kind, where = _next(word, long, place)
        if kind is None:
            if len(word) > 1:
                return None
            dropped += 1
            continue
        counts[kind] += 1
        used.append(where)
        place = where + 1
    rest = [word for index, word in enumerate(long) if index not in used]
    if dropped and any(len(word) == 1 for word in rest):
        return None
    left_out = sum(len(word) > 1 for word in rest)
    ends = bool(used) and used[0] == 0 and used[-1] == len(long) - 1
    return Fit(**counts, left_out=left_out, dropped=dropped + len(rest) - left_out, ends=ends)


def _next(word: str, long: list[str], place: int) -> tuple[str | None, int]:
    """The next word that a word can be, the surest kind of likeness first."""
    for kind, like in (("equal", _equal), ("sounds", _sounds), ("initials", _initial), ("slips", _slip)):
        for index in range(place, len(long)):
            if like(word, long[index]):
                return kind, index
    return None, -1


def _equal(word: str, other: str) -> bool:
    return word == other


def _sounds(word: str, other: str) -> bool:
    return len(word) > 1 and len(other) > 1 and sound(word) == sound(other)


def _initial(word: str, other: str) -> bool:
    return len(word) != len(other) and min(len(word), len(other)) == 1 and word[0] == other[0]


def _slip(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= _SHORTEST_SLIP and is_variant(word, other)
