"""Who *mereka*, *ketiga tersangka* and *empat orang* stand for: the persons of a list elsewhere in the article."""

from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.indonesian.numbers import number_value
from graphbuild.indonesian.words import word_lists

REACH = 8
"""Sentences between a group word and its list; lists farther away were other people's on the training articles."""
_NEAR = 4
_LARGEST = 20


def stand_ins(
    lower: Sequence[str], bounds: Sequence[tuple[int, int]], persons: Sequence[Sequence[tuple[int, str]]]
) -> tuple[tuple[int, ...], ...]:
    """For every sentence, the mentions that its group word stands for; ``persons`` are mentions with their chains.

    A sentence that names as many persons itself needs nobody from elsewhere.
    """
    found: list[tuple[int, ...]] = []
    for sentence, (begin, stop) in enumerate(bounds):
        size = _group(lower[begin:stop])
        own = len({chain for _, chain in persons[sentence]})
        if size is None or own >= max(size, 2):
            found.append(())
        else:
            found.append(_members(persons, sentence, size))
    return tuple(found)


def _group(words: Sequence[str]) -> int | None:
    """How many a group word of the sentence stands for, 0 if that is not said; None without a group word."""
    sizes = list(_groups(words))
    return max(sizes) if sizes else None


def _groups(words: Sequence[str]) -> Iterator[int]:
    pronouns, counts, nouns = _sizes("pronouns"), _sizes("counts"), frozenset(word_lists("groups")["nouns"])
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        if word in pronouns:
            yield pronouns[word]
        elif f"{word} {after}" in pronouns:
            yield pronouns[f"{word} {after}"]
        elif after in nouns:
            size = counts.get(word)
            size = number_value(word) if size is None else size
            if size is not None and (size == 0 or 2 <= size <= _LARGEST):
                yield size


def _members(persons: Sequence[Sequence[tuple[int, str]]], sentence: int, size: int) -> tuple[int, ...]:
    """The nearest run of sentences that names exactly so many; without a number, the last sentence that names two."""
    if size == 0:
        for other in range(sentence - 1, max(-1, sentence - 1 - _NEAR), -1):
            members = _distinct(persons[other : other + 1])
            if len(members) >= 2:
                return members
        return ()
    best: tuple[tuple[int, int], tuple[int, ...]] | None = None
    for first in range(max(0, sentence - REACH), min(len(persons), sentence + REACH + 1)):
        for last in range(first, min(len(persons), first + size)):
            if not persons[last]:
                break
            members = _distinct(persons[first : last + 1])
            away = first - sentence if first > sentence else max(0, sentence - last)
            key = (away, last - first)
            if len(members) == size and (best is None or key < best[0]):
                best = (key, members)
            if len(members) >= size:
                break
    return best[1] if best is not None else ()


def _distinct(rows: Sequence[Sequence[tuple[int, str]]]) -> tuple[int, ...]:
    first: dict[str, int] = {}
    for row in rows:
        for index, chain in row:
            first.setdefault(chain, index)
    return tuple(first.values())


@cache
def _sizes(key: str) -> dict[str, int]:
    pairs = (entry.split(" = ") for entry in word_lists("groups")[key])
    return {word: int(size) for word, size in pairs}
