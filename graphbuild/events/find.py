"""Sentences, chains and times of one article to its claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.events.dating import claim_dates
from graphbuild.events.forms import Triggers, compile_triggers, find_anchors
from graphbuild.events.merge import group, merge
from graphbuild.events.reading import lay_out
from graphbuild.events.scorer import Scorer, load_scorer
from graphbuild.events.telling import tell
from graphbuild.model.text import Chain, Claim, Document, Sentence, TimeExpression
from graphbuild.ontology.types import Ontology


@dataclass(frozen=True, slots=True)
class Finder:
    """What is made once and used for every article: the triggers of the ontology and the learned weights."""

    triggers: Triggers
    scorer: Scorer

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        chains: Sequence[Chain],
        times: Sequence[TimeExpression],
    ) -> tuple[Claim, ...]:
        """The claims of an article, in the order of the text, each event once."""
        reading = lay_out(document, sentences, chains, times)
        tellings = tell(reading, find_anchors(reading, self.triggers), self.scorer)
        claims = [merge(reading, one, claim_dates(one)) for one in group(tellings)]
        return tuple(sorted(claims, key=lambda claim: (claim.trigger, claim.type, claim.arguments[0].chain or "")))


def make_finder(ontology: Ontology) -> Finder:
    """A finder with the bundled weights; ``SetupError`` if they cannot be read."""
    return Finder(compile_triggers(ontology), load_scorer())


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
    ontology: Ontology,
) -> tuple[Claim, ...]:
    """The claims of one article; for many articles make one ``Finder`` and keep it."""
    return make_finder(ontology).find(document, sentences, chains, times)
