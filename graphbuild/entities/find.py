"""Labelled sentences to chains: the people, offices, organizations and places that an article names."""

from collections.abc import Sequence

from graphbuild.entities.chains import join_mentions
from graphbuild.entities.recover import add_mentions, glued_names, listed_titles, repeated_names
from graphbuild.entities.repair import majority_kinds, repair_mentions
from graphbuild.entities.spans import labelled_mentions, prose_only
from graphbuild.entities.vocabulary import Vocabulary, read_vocabulary
from graphbuild.model.text import Chain, Document, Mention, Sentence
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
    """The names and titles of an article in text order, free of overlaps and outside furniture."""
    mentions = repair_mentions(document, labelled_mentions(document, sentences), vocabulary)
    mentions = majority_kinds(mentions)
    mentions = add_mentions(mentions, listed_titles(document, sentences, mentions, vocabulary))
    mentions = add_mentions(mentions, glued_names(document, mentions))
    mentions = add_mentions(mentions, repeated_names(document, sentences, mentions))
    return prose_only(document, repair_mentions(document, mentions, vocabulary))
