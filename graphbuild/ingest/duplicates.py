"""Articles told twice under other names: a stream of documents in, for each the earlier one that it repeats."""

import hashlib
import re
from collections.abc import Iterator

from graphbuild.model.text import Document

_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words that a shingle holds: long enough that two articles on one event share few, short enough to bear edits."""

_KEPT = 128
"""Smallest shingle hashes kept of an article (a bottom-k sketch): the overlap is known within 0.04."""

_KEYS = 24
"""Of these, the hashes by which an earlier article is looked up: two that share 0.8 of their shingles share one
with a chance of 1 - 0.2 ** 24."""

_SAME = 0.8
"""Share of the sketch that two articles must have in common to be one article."""


class Repeats:
    """The articles seen so far; memory grows by about 2 kB for each."""

    __slots__ = ("_names", "_places", "_sketches")

    def __init__(self) -> None:
        """Start with no article seen."""
        self._names: list[str] = []
        self._sketches: list[frozenset[int]] = []
        self._places: dict[int, list[int]] = {}

    def earlier(self, document: Document) -> str | None:
        """The id of the first earlier article that says the same in nearly the same words; None if it is new."""
        sketch = _sketch(_prose(document))
        match = next((place for place in self._candidates(sketch) if _alike(self._sketches[place], sketch)), None)
        if match is not None:
            return self._names[match]
        place = len(self._names)
        self._names.append(document.id)
        self._sketches.append(frozenset(sketch))
        for key in sketch[:_KEYS]:
            self._places.setdefault(key, []).append(place)
        return None

    def _candidates(self, sketch: list[int]) -> Iterator[int]:
        """Earlier articles with a key in common, the earliest first; a key that many share tells nothing."""
        found = {place for key in sketch[:_KEYS] for place in self._places.get(key, ())[:50]}
        return iter(sorted(found))


def _prose(document: Document) -> str:
    """The text without its furniture, so that two outlets' menus do not hide that the story is one."""
    pieces, start = [], 0
    for mark in document.furniture:
        pieces.append(document.text[start : mark.span.start])
        start = mark.span.end
    pieces.append(document.text[start:])
    return " ".join(pieces)


def _sketch(prose: str) -> list[int]:
    """The smallest hashes of the runs of words, in order; a text shorter than one run has one."""
    words = _WORD.findall(prose.casefold())
    runs = {" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1))}
    hashes = (int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)
    return sorted(hashes)[:_KEPT]


def _alike(left: frozenset[int], right: list[int]) -> bool:
    """Whether the smallest hashes of both together are mostly common to both."""
    smallest = sorted(left.union(right))[: min(_KEPT, max(len(left), len(right)))]
    common = sum(hash_ in left for hash_ in set(right).intersection(smallest))
    return common >= _SAME * len(smallest)
