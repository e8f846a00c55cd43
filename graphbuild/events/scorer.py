"""The learned scorer: features of a question in, the probability of a yes out.

A question is: does this trigger tell an event of this person? is this mention its office? Weights are data, made by
``train/events.py``; nothing but sums at run time.
"""

import gzip
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphbuild.errors import SetupError

MODEL = Path(__file__).parent / "models" / "events.json.gz"


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights by question and feature, and the threshold of each question.

    A question is asked of several tables at once, from the general to the particular, whose weights add up.
    """

    weights: Mapping[str, Mapping[str, float]]
    thresholds: Mapping[str, float]

    def total(self, parts: Iterable[tuple[Sequence[str], Sequence[str]]]) -> float:
        """What the features weigh together: above 0 they speak for yes."""
        total = 0.0
        for tables, features in parts:
            for name in tables:
                table = self.weights.get(name)
                if table is not None:
                    get = table.get
                    for feature in features:
                        total += get(feature, 0.0)
        return total

    def probability(self, tables: Sequence[str], features: Sequence[str]) -> float:
        """How likely the answer is yes, between 0 and 1."""
        return likelihood(self.total([(tables, features)]))

    def knows(self, table: str) -> bool:
        """Whether anything was learned for a table."""
        return table in self.weights

    def threshold(self, question: str) -> float:
        """The least probability that counts as yes: 0.5 unless training found a better one."""
        return self.thresholds.get(question, 0.5)


def likelihood(total: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def load_scorer(path: Path = MODEL) -> Scorer:
    """The scorer that comes with the package.

    Raises:
        SetupError: the file is missing or is not what ``train/events.py`` writes.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            content = json.load(lines)
    except (OSError, ValueError) as error:
        message = f"the events model {path} cannot be read ({error}); `graphbuild train events` makes it"
        raise SetupError(message) from error
    return Scorer(content["weights"], content["thresholds"])
