"""What is left of the words between two places when asides, titles and list mates are gone.

Two mentions that belong together have few and telling words between them; which they are says how they belong:
*terdakwa A (30), B dan* C leaves nothing, *Peneliti* ICW*, Prof. Dr.* X leaves one body.
"""

from collections.abc import Sequence
from functools import cache

from graphbuild.events.reading import Reading
from graphbuild.indonesian.words import word_lists

LONGEST = 3
"""Words of the longest gist; what is longer tells nothing that the skeleton does not."""

_NAMES = {"ORG": "N", "LOC": "N", "PER": "P", "OFFICE": "O", "TIME": "T"}
_COMMA = ","


def gist(reading: Reading, left: int, right: int, mate: str = "", kind: str = "PER") -> str:
    """The gist of the words from ``left`` up to ``right``: *N* for a body or place, *P* person, *O* office, *T* time.

    ``mate`` names the end, ``<`` or ``>``, at which the mention of that kind stands whose fellows in a list are left
    out.
    """
    kept = _without_asides(reading, left, right)
    if mate == ">":
        kept = _without_mates(kept[::-1], _NAMES[kind])[::-1]
    elif mate == "<":
        kept = _without_mates(kept, _NAMES[kind])
    short: list[str] = []
    for item in kept:
        if item != _COMMA and item not in _joining() and (not short or item != short[-1]):
            short.append(item)
    return " ".join(short) if len(short) <= LONGEST else f"{short[0]} ... {short[-1]}"


def joins(reading: Reading, left: int, right: int) -> bool:
    """Whether the words between two mentions join them as members of a list: a comma or a joint, and no person."""
    kept = _without_asides(reading, left, right)
    return "P" not in kept and any(item == _COMMA or item in _joining() for item in kept)


def _without_asides(reading: Reading, left: int, right: int) -> list[str]:
    """The words, each mention once as what it is, without brackets, titles, harmless words and marks but commas."""
    kept: list[str] = []
    depth = 0
    last = -1
    for index in range(left, right):
        word = reading.lower[index]
        if word in {"(", ")"}:
            depth = max(0, depth + (1 if word == "(" else -1))
            continue
        cover = reading.cover[index]
        if depth or (cover >= 0 and cover == last):
            continue
        last = cover
        item = _NAMES.get(reading.shape[index], word)
        if item == word and word not in {_COMMA, ";"} and word not in _joining():
            if not word[0].isalnum() or word in _harmless():
                continue
            item = "#" if word[0].isdigit() else word
        kept.append(_COMMA if item == ";" else item)
    return kept


def _without_mates(items: Sequence[str], fellow: str) -> list[str]:
    """What comes after the list that the items begin with: *, P, P dan P* goes; each fellow needs a joint before it."""
    index = 0
    while True:
        joint = index
        while joint < len(items) and (items[joint] == _COMMA or items[joint] in _joining()):
            joint += 1
        if joint == index or joint >= len(items) or items[joint] != fellow:
            return list(items[index:])
        index = joint + 1


@cache
def _harmless() -> frozenset[str]:
    titles = (word for words in word_lists("titles").values() for entry in words for word in entry.split())
    return frozenset([*titles, *word_lists("asides")["between"]])


@cache
def _joining() -> frozenset[str]:
    return frozenset(word_lists("asides")["joining"])
