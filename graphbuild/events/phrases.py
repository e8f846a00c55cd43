"""The words that fill a text role (charge, sentence, reason, subject, degree ...): exact stretches of the article.

Candidates start after a cue word of ``ontology/lexicon/phrases.yaml`` and end before a boundary word; a linear
ranker trained by ``train/phrases.py`` says how likely each is, and the one most like all likely ones is taken.
"""

import gzip
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.errors import SetupError
from graphbuild.events.instruments import find_instrument
from graphbuild.events.reading import Reading
from graphbuild.events.stretches import Candidate, Told, none_features, own_features, place_features
from graphbuild.model.text import Argument, Kind
from graphbuild.ontology.types import Lexicon

MODEL = Path(__file__).parent / "models" / "phrases.json.gz"
INSTRUMENT = "instrument"
LONGEST = 40
"""Words of the longest phrase considered; the longest charge of the training articles has 38."""
LIKELY = 0.4
"""The least probability of a phrase, chosen out of fold on the training articles (0.3 to 0.45 differ little)."""
_RIVALS = 16
"""Candidates among which likeness is counted; the rest are too unlikely to matter."""


@dataclass(frozen=True, slots=True)
class PhraseFinder:
    """The word lists of ``phrases.yaml``, as word tuples, and the ranker's weights by feature."""

    starts: Mapping[str, frozenset[tuple[str, ...]]]
    ends: frozenset[str]
    in_trigger: frozenset[str]
    in_article: frozenset[str]
    never_edge: frozenset[str]
    nameless: frozenset[str]
    weights: Mapping[str, float]

    def open(self, reading: Reading) -> "ArticlePhrases":
        """The phrases of one article, whose stretches are looked at once for all its events."""
        return ArticlePhrases(self, reading)

    def score(self, names: Sequence[str]) -> float:
        """The sum of the weights of the features."""
        get = self.weights.get
        return sum([get(name, 0.0) for name in names])


@dataclass(slots=True)
class ArticlePhrases:
    """One article's stretches and what the ranker thinks of them by themselves, kept between its events."""

    finder: PhraseFinder
    reading: Reading
    _scored: dict[tuple[str, int], list[tuple[float, Candidate]]] = field(default_factory=dict)

    def find(self, telling: Told, roles: Sequence[str]) -> tuple[Argument, ...]:
        """At most one phrase for every role asked for, as the article has it."""
        found = []
        for role in roles:
            if role == INSTRUMENT:
                words = find_instrument(self.reading, telling.anchor.sentence)
            else:
                words = self._likeliest(telling, role)
            if words is not None:
                span = self.reading.span(*words)
                found.append(Argument(role, text=self.reading.document.quote(span), span=span))
        return tuple(found)

    def _likeliest(self, telling: Told, role: str) -> tuple[int, int] | None:
        scored = self._own_scores(telling, role)
        if not scored:
            return None
        nothing = self.finder.score(none_features(telling, role))
        values = [own + self.finder.score(place_features(telling, role, one)) for own, one in scored]
        top = max(nothing, *values)
        odds = [math.exp(value - top) for value in values]
        total = sum(odds) + math.exp(nothing - top)
        if sum(odds) < LIKELY * total:
            return None
        ranked = sorted(range(len(odds)), key=lambda index: (-odds[index], index))[:_RIVALS]
        kept = [(odds[i] / total, scored[i][1], self._bag(scored[i][1])) for i in ranked if odds[i] > total / 200]
        best, highest = None, LIKELY
        for weight, one, words in kept:
            value = weight / 1000 + sum([other for other, _, peer in kept if alike(words, peer)])
            if value > highest:
                best, highest = (one.first, one.end), value
        return best

    def _own_scores(self, telling: Told, role: str) -> list[tuple[float, Candidate]]:
        found: list[tuple[float, Candidate]] = []
        for sentence in sentences_for(telling, role, self.finder):
            key = (role, sentence)
            if key not in self._scored:
                stretches = candidates_in(self.reading, sentence, role, self.finder)
                self._scored[key] = [
                    (self.finder.score(own_features(self.reading, role, one)), one) for one in stretches
                ]
            found += self._scored[key]
        inside = in_trigger(telling, role, self.finder)
        if telling.window is not None:
            low, high = telling.window
            found = [(own, one) for own, one in found if low <= one.first and one.end <= high]
        return found + [(self.finder.score(own_features(self.reading, role, one)), one) for one in inside]

    def _bag(self, one: Candidate) -> frozenset[str]:
        return frozenset(word for word in self.reading.lower[one.first : one.end] if word[0].isalnum())


def make_phrase_finder(lexicon: Lexicon, weights: Mapping[str, float]) -> PhraseFinder:
    """A finder with the cues of the lexicon file ``phrases``: every list that is not about where to look is a role."""
    groups = dict(lexicon.groups("phrases"))
    special = ("ends", "in-trigger", "in-article", "never-edge", "nameless")
    starts = {role: frozenset(tuple(w.split()) for w in words) for role, words in groups.items() if role not in special}
    lists = {name: frozenset(groups[name]) for name in special}
    return PhraseFinder(
        starts=starts,
        ends=lists["ends"],
        in_trigger=lists["in-trigger"],
        in_article=lists["in-article"],
        never_edge=lists["never-edge"],
        nameless=lists["nameless"],
        weights=weights,
    )


def load_phrase_weights(path: Path = MODEL) -> dict[str, float]:
    """The bundled ranker's weights by feature.

    Raises:
        SetupError: the file is missing or is not what ``train/phrase_model.py`` writes.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            weights: dict[str, float] = json.load(lines)
    except (OSError, ValueError) as error:
        message = f"the phrases model {path} cannot be read ({error}); `graphbuild train phrases` makes it"
        raise SetupError(message) from error
    return weights


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases share at least half of their words."""
    return 4 * len(one & other) >= len(one) + len(other)


def candidates(telling: Told, role: str, finder: PhraseFinder) -> list[Candidate]:
    """Every stretch that the cues allow for a role."""
    places = sentences_for(telling, role, finder)
    found = [one for sentence in places for one in candidates_in(telling.reading, sentence, role, finder)]
    return found + in_trigger(telling, role, finder)


def sentences_for(telling: Told, role: str, finder: PhraseFinder) -> range:
    """The sentences in which the phrase of a role is looked for."""
    home, count = telling.anchor.sentence, len(telling.reading.bounds)
    return range(count) if role in finder.in_article else range(max(0, home - 1), min(count, home + 2))


def candidates_in(reading: Reading, sentence: int, role: str, finder: PhraseFinder) -> list[Candidate]:
    """The stretches of one sentence that follow a cue of the role."""
    lower, (begin, stop) = reading.lower, reading.bounds[sentence]
    starts = finder.starts.get(role, frozenset())
    found = []
    for first in range(begin + 1, stop):
        cue = next(
            (lower[first - n : first] for n in (3, 2, 1) if lower[max(begin, first - n) : first] in starts), None
        )
        if cue is not None and _may_begin(lower[first], finder):
            found += [Candidate(first, end, " ".join(cue)) for end in _ends(reading, first, stop, finder)]
    return _fit(reading, found, role, finder)


def in_trigger(telling: Told, role: str, finder: PhraseFinder) -> list[Candidate]:
    """The stretches that begin in the trigger itself, for roles that may."""
    anchor, reading = telling.anchor, telling.reading
    if role not in finder.in_trigger:
        return []
    stop = reading.bounds[anchor.sentence][1]
    found = [
        Candidate(first, end, "^")
        for first in range(anchor.first, anchor.end)
        if _may_begin(reading.lower[first], finder)
        for end in sorted({*_ends(reading, first, stop, finder), anchor.end})
    ]
    return _fit(reading, found, role, finder)


def _fit(reading: Reading, found: list[Candidate], role: str, finder: PhraseFinder) -> list[Candidate]:
    """The stretches without those that hold a name, for roles that hold none."""
    if role not in finder.nameless:
        return found
    kept = []
    for one in found:
        kinds = {reading.placed[index].kind for index in reading.cover[one.first : one.end] if index >= 0}
        if not kinds & {Kind.ORGANIZATION, Kind.PLACE, Kind.PERSON}:
            kept.append(one)
    return kept


def _may_begin(word: str, finder: PhraseFinder) -> bool:
    return word[0].isalnum() and word not in finder.never_edge


def _ends(reading: Reading, first: int, stop: int, finder: PhraseFinder) -> Iterator[int]:
    lower = reading.lower
    for end in range(first + 1, min(stop, first + LONGEST) + 1):
        if lower[end - 1] == "," and end < stop and reading.shape[end] == "TIME":
            return
        if lower[end - 1] in finder.never_edge or not (lower[end - 1][0].isalnum() or lower[end - 1] == ")"):
            continue
        if end < stop and -1 < reading.cover[end] == reading.cover[end - 1]:
            continue
        if (
            end == stop
            or lower[end] in finder.ends
            or not lower[end][0].isalnum()
            or reading.words[end].text[0].isupper()
            or reading.cover[end] >= 0
        ):
            yield end
