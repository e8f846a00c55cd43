"""Sentences, chains and times of one article to its claims."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuild.events.dating import claim_dates
from graphbuild.events.forms import Triggers, compile_triggers, find_anchors
from graphbuild.events.merge import group, merge
from graphbuild.events.modality import ModalityCues, find_modality, load_modality_cues
from graphbuild.events.phrases import ArticlePhrases, PhraseFinder, load_phrase_weights, make_phrase_finder
from graphbuild.events.reading import lay_out
from graphbuild.events.scorer import Scorer, load_scorer
from graphbuild.events.sift import says_more, sift
from graphbuild.events.split import split, without_strangers
from graphbuild.events.stretches import Told
from graphbuild.events.telling import Telling, tell
from graphbuild.model.text import Chain, Claim, Document, Sentence, TimeExpression
from graphbuild.ontology.types import Ontology


@dataclass(frozen=True, slots=True)
class Finder:
    """What is made once and used for every article: triggers, cues and weights."""

    triggers: Triggers
    scorer: Scorer
    cues: ModalityCues
    phrases: PhraseFinder

    def find(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        chains: Sequence[Chain],
        times: Sequence[TimeExpression],
    ) -> tuple[Claim, ...]:
        """The claims of an article, in the order of the text, each event once."""
        reading = lay_out(document, sentences, chains, times)
        told = tell(reading, find_anchors(reading, self.triggers), self.scorer)
        tellings = split(reading, without_strangers(reading, told))
        phrases = self.phrases.open(reading)
        claims = [self._claim(phrases, one) for one in sift(group(tellings), self.scorer)]
        claims = [claim for claim in claims if says_more(claim)]
        return tuple(sorted(claims, key=lambda claim: (claim.trigger, claim.type, claim.arguments[0].chain or "")))

    def _claim(self, phrases: ArticlePhrases, tellings: Sequence[Telling]) -> Claim:
        best, reading = tellings[0], phrases.reading
        claim = merge(reading, tellings, claim_dates(tellings))
        words = [use.role for use in best.anchor.type.roles if not use.kinds]
        told = Told(reading, best.anchor, best.main.one, best.label, best.window)
        return replace(
            claim,
            arguments=claim.arguments + phrases.find(told, words),
            modality=find_modality(reading, best.anchor, self.cues, self.scorer),
        )


def make_finder(ontology: Ontology) -> Finder:
    """A finder with the bundled weights; ``SetupError`` if they cannot be read."""
    return Finder(
        triggers=compile_triggers(ontology),
        scorer=load_scorer(),
        cues=load_modality_cues(ontology.lexicon),
        phrases=make_phrase_finder(ontology.lexicon, load_phrase_weights()),
    )


def find_claims(
    document: Document,
    sentences: Sequence[Sentence],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
    ontology: Ontology,
) -> tuple[Claim, ...]:
    """The claims of one article; for many articles make one ``Finder`` and keep it."""
    return make_finder(ontology).find(document, sentences, chains, times)
