"""Labelled sentences to chains: the people, offices, organizations and places that an article names."""

from collections.abc import Sequence

from graphbuild.entities.chains import join_mentions
from graphbuild.entities.people import trim_person
from graphbuild.entities.spans import labelled_mentions
from graphbuild.entities.vocabulary import Vocabulary, read_vocabulary
from graphbuild.model.text import Chain, Document, Kind, Mention, Sentence
from graphbuild.ontology.types import Lexicon


def find_chains(document: Document, sentences: Sequence[Sentence], lexicon: Lexicon) -> tuple[Chain, ...]:
    """The chains of an article, in order of first mention, ids ``E1``, ``E2`` ...

    Args:
        document: the article; nothing is found in its furniture.
        sentences: its sentences in order; the labels of their tokens (BIOES with PER, OFFICE, ORG, LOC) are the start.
        lexicon: the word lists of the ontology.
    """
    vocabulary = read_vocabulary(lexicon)
    mentions = _find_mentions(document, sentences, vocabulary)
    return join_mentions(document, sentences, mentions, vocabulary)


def _find_mentions(document: Document, sentences: Sequence[Sentence], vocabulary: Vocabulary) -> list[Mention]:
    found = []
    for mention in labelled_mentions(document, sentences):
        trimmed = trim_person(mention, vocabulary) if mention.kind is Kind.PERSON else mention
        if trimmed is not None:
            found.append(trimmed)
    return found
