"""What is left of the words between two places when asides and titles are gone: *Peneliti* ICW *(...), Prof. Dr.* X.

Two mentions that belong together have few and telling words between them; which they are says how they belong.
"""

from collections.abc import Sequence
from functools import cache

from graphbuild.events.reading import Reading
from graphbuild.indonesian.words import word_lists

LONGEST = 3
"""Words of the longest gist; what is longer tells nothing that the skeleton does not."""

_NAMES = {"ORG": "N", "LOC": "N", "PER": "P", "OFFICE": "O", "TIME": "T"}

def gist(reading: Reading, left: int, right: int) -> str:
    """The gist of the words from ``left`` up to ``right``: *N* for a body or place, *P* person, *O* office, *T* time."""
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
        if item == word and (not word[0].isalnum() or word in _harmless()):
            continue
        kept.append("#" if word[0].isdigit() and item == word else item)
    short = _joined(kept)
    return " ".join(short) if len(short) <= LONGEST else f"{short[0]} ... {short[-1]}"


def _joined(items: Sequence[str]) -> list[str]:
    """*P, P dan P* and *N, N* as one."""
    short: list[str] = []
    for item in items:
        if item in _joining() and short and short[-1] in {"P", "N"}:
            continue
        if short and item == short[-1]:
            continue
        short.append(item)
    return short


@cache
def _harmless() -> frozenset[str]:
    titles = (word for words in word_lists("titles").values() for entry in words for word in entry.split())
    return frozenset([*titles, *word_lists("asides")["between"]])


@cache
def _joining() -> frozenset[str]:
    return frozenset(word_lists("asides")["joining"])
