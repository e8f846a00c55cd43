"""Trains the ranker of ``events.phrases`` from annotated articles: which words fill a text role.

``fit_phrases(examples)`` gives the weights; ``write_weights`` keeps them where ``events/models`` is read from. The
order of examples is shuffled with a fixed seed, so the same articles give the same weights.
"""

import gzip
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graphbuild.events.forms import Triggers, find_anchors
from graphbuild.events.phrases import INSTRUMENT, PhraseFinder, candidates
from graphbuild.events.stretches import Told, features, none_features
from graphbuild.train.alignment import Record
from graphbuild.train.events import Case, answers

EPOCHS = 8
"""Rounds over the examples; with 25 the ranker had learned the training articles by heart (charge 0.60, not 0.62)."""
RATE = 0.15
"""First step of AdaGrad; 0.05 and 0.3 gave the same within 0.01."""
_DECAY = 1e-6


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one question, none first, as feature lists; how good each is; how much the example counts."""

    features: list[list[str]]
    goodness: list[float]
    weight: float


def phrase_examples(cases: Iterable[Case], triggers: Triggers, finder: PhraseFinder) -> list[Example]:
    """One example for every annotated event and every text role that its type has."""
    examples = []
    for case in cases:
        told = list(_told(case, triggers))
        same = Counter((role, str(words)) for _, role, words in told)
        for telling, role, words in told:
            rivals = candidates(telling, role, finder)
            rows = [none_features(telling, role), *(features(telling, role, one) for one in rivals)]
            quotes = [_bag(telling.reading.quote(one.first, one.end)) for one in rivals]
            wanted = [_bag(word) for word in words]
            goodness = [float(not words), *(max((_likeness(q, w) for w in wanted), default=0.0) for q in quotes)]
            examples.append(Example(rows, goodness, same[role, str(words)] ** -0.5))
    return examples


def _told(case: Case, triggers: Triggers) -> Iterator[tuple[Told, str, list[str]]]:
    seen: set[int] = set()
    for anchor, one, events in answers(case, tuple(find_anchors(case.reading, triggers))):
        for event in events or ():
            if id(event) in seen:
                continue
            seen.add(id(event))
            for use in anchor.type.roles:
                if not use.kinds and use.role != INSTRUMENT:
                    yield Told(case.reading, anchor, one, _label(event)), use.role, _words(event, use.role)


def _label(event: Record) -> str:
    label: str = event.get("stage") or event["roles"].get("stage") or ""
    return label


def _words(event: Record, role: str) -> list[str]:
    value = event["roles"].get(role, [])
    return value if isinstance(value, list) else [value]


def _bag(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return Counter(re.sub(r"[^\w\s]|_", " ", plain).split())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * sum((one & other).values()) / max(1, sum(one.values()) + sum(other.values()))


def fit_phrases(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which the good candidates are likeliest: a softmax over each example's candidates."""
    names: dict[str, int] = {}
    prepared = []
    for example in examples:
        rows = [[names.setdefault(name, len(names)) for name in row] for row in example.features]
        columns = np.array([column for row in rows for column in row])
        owners = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        goal = np.array([value**3 if value >= 0.5 else 0.0 for value in example.goodness])
        goal[0] = 1.0 if not goal.any() else goal[0]
        used, places = np.unique(columns, return_inverse=True)
        prepared.append((columns, owners, goal, used, places, example.weight))
    weights, squares, mean = np.zeros(len(names)), np.full(len(names), 1e-6), np.zeros(len(names))
    order = list(range(len(prepared)))
    shuffle = random.Random(1).shuffle  # noqa: S311 - an order of training, no secret
    for epoch in range(EPOCHS):
        shuffle(order)
        for index in order:
            columns, owners, goal, used, places, weight = prepared[index]
            slope = weight * _slope(weights[columns], owners, goal)
            step = np.bincount(places, slope[owners]) + _DECAY * weights[used]
            squares[used] += step * step
            weights[used] -= RATE * step / np.sqrt(squares[used])
        if 2 * epoch >= EPOCHS:
            mean += weights
    mean /= EPOCHS - (EPOCHS + 1) // 2
    return {name: round(float(mean[index]), 3) for name, index in names.items() if abs(mean[index]) >= 0.01}


def _slope(values: NDArray[np.float64], owners: NDArray[np.int64], goal: NDArray[np.float64]) -> NDArray[np.float64]:
    """How the likelihood of the good candidates changes with the score of each candidate, its sign turned."""
    scores = np.bincount(owners, values, len(goal))
    odds = np.exp(scores - scores.max())
    odds /= odds.sum()
    target = odds * goal
    total = float(target.sum())
    slope: NDArray[np.float64] = odds - (target / total if total > 0 else target)
    return slope


def write_weights(weights: Mapping[str, float], path: Path) -> None:
    """Keep the weights as compressed JSON, the same bytes for the same weights."""
    text = json.dumps(dict(sorted(weights.items())), ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
