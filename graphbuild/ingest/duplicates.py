"""Articles told twice under other names: a stream of documents in, for each the earlier one that it repeats."""

import hashlib
import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.model.text import Document

_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words that a shingle holds: long enough that two articles on one event share few, short enough to bear edits."""

_KEPT = 128
"""Smallest shingle hashes kept of an article (a bottom-k sketch): the overlap is known within 0.04."""

_KEYS = 6
"""Of these, the hashes by which an article is looked up: two that share 0.8 of their shingles miss each other with
a chance of 0.2 ** 6, one in 15,000."""

_CROWD = 50
"""Earlier articles looked at for one hash: one that more share is a phrase of the trade and tells nothing."""

_SAME = 0.8
"""Share of the sketch that two articles must have in common to be one article."""

_NEW_NAMES = 0.02
"""Share of an article's names and numbers that a repeat may have beside the earlier article's (and one more): news on
two officials in the same words is no repeat, a reprint with its own reporter is."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of an article: its id, its smallest hashes in order, the hashes of its names and numbers."""

    id: str
    sketch: "array[int]"
    names: "array[int]"


class Repeats:
    """The articles seen so far; memory grows by about 3 kB for each."""

    __slots__ = ("_places", "_seen")

    def __init__(self) -> None:
        """Start with no article seen."""
        self._seen: list[_Seen] = []
        self._places: dict[int, tuple[int, ...]] = {}

    def earlier(self, document: Document) -> str | None:
        """The id of the first earlier article that tells the same in nearly the same words; None if it is new."""
        words = _WORD.findall(_prose(document))
        article = _Seen(document.id, _sketch(words), _names(words))
        for place in sorted({place for key in article.sketch[:_KEYS] for place in self._places.get(key, ())}):
            if _repeats(article, self._seen[place]):
                return self._seen[place].id
        for key in article.sketch[:_KEYS]:
            places = self._places.get(key, ())
            if len(places) < _CROWD:
                self._places[key] = (*places, len(self._seen))
        self._seen.append(article)
        return None


def _prose(document: Document) -> str:
    """The text without its furniture, so that two outlets' menus do not hide that the story is one."""
    pieces, start = [], 0
    for mark in document.furniture:
        pieces.append(document.text[start : mark.span.start])
        start = mark.span.end
    pieces.append(document.text[start:])
    return " ".join(pieces)


def _sketch(words: list[str]) -> "array[int]":
    """The smallest hashes of the runs of words, in order; a text shorter than one run has one."""
    small = [word.casefold() for word in words]
    runs = (" ".join(small[place : place + _SHINGLE]) for place in range(max(1, len(small) - _SHINGLE + 1)))
    return array("Q", _hashes(runs)[:_KEPT])


def _names(words: list[str]) -> "array[int]":
    """The hashes of the words with a capital and of the numbers."""
    return array("Q", _hashes(word for word in words if not word.islower()))


def _hashes(words: Iterable[str]) -> list[int]:
    return sorted({int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest()) for word in words})


def _repeats(article: _Seen, earlier: _Seen) -> bool:
    """Whether the smallest hashes of both are mostly common, and hardly a name or number is new."""
    left, right = set(article.sketch), set(earlier.sketch)
    smallest = sorted(left | right)[: max(len(left), len(right))]
    common = len(left & right & set(smallest))
    new = len(set(article.names).difference(earlier.names))
    return common >= _SAME * len(smallest) and new <= 1 + _NEW_NAMES * len(article.names)
