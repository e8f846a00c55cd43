"""Pairs to judgements: the weights of a pair's reasons are added up; what is neither clear nor excluded stays apart."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graphbuild.model.world import Judgement
from graphbuild.resolve.nodes import Node

SAME, DIFFERENT, UNSURE = "positive", "negative", "unsure"
"""The verdicts. A person may also write ``same`` and ``different`` when correcting."""

ENOUGH = 3.0
"""Weights that make two names one thing: a name that fits and one strong link, or two weaker ones. Chosen so that the
pairs of names written for the project (tests/resolve/pairs.tsv) come out right; other values were not compared."""

TOO_LITTLE = 0.5
"""Weights at which two names are held to be two things; between the bounds nobody can tell."""

Context = TypeVar("Context")


@dataclass(frozen=True, slots=True)
class Reason(Generic[Context]):
    """A function that weighs one thing about a pair; its docstring is the explanation that a person reads."""

    weigh: Callable[[Node, Node, Context], float]

    @property
    def words(self) -> str:
        """The first line of the docstring, without its full stop."""
        return (self.weigh.__doc__ or self.weigh.__name__).splitlines()[0].rstrip(".")


def judge(
    pairs: Iterable[tuple[Node, Node]], reasons: Sequence[Reason[Context]], context: Context
) -> Iterator[Judgement]:
    """What the reasons say of each pair, with every reason that had weight; pairs must be distinct."""
    for left, right in pairs:
        told, score = [], 0.0
        for reason in reasons:
            weight = reason.weigh(left, right, context)
            if weight:
                score += weight
                told.append(f"{reason.words} ({weight:+.1f})")
        verdict = SAME if score >= ENOUGH else DIFFERENT if score <= TOO_LITTLE else UNSURE
        first, second = sorted((left.id, right.id))
        yield Judgement(first, second, verdict, round(score, 2), tuple(told))
