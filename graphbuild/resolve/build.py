"""All facts to one graph: people, offices, organizations and places told apart and put together, then what happened.

Block, compare, judge, cluster, merge (see the modules of these names). Every step is a pure function of the set of
facts: neither their order nor an earlier build matters.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from graphbuild.model.text import Facts
from graphbuild.model.world import Graph, Judgement
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.acquaintance import acquaint
from graphbuild.resolve.bodies import Shared, Spellings, organization_nodes, parents, place_nodes
from graphbuild.resolve.cluster import anchor, cluster
from graphbuild.resolve.compare import BODY_REASONS, PLACE_REASONS, BodyContext, body_context, body_pairs
from graphbuild.resolve.intake import Stock, take_in
from graphbuild.resolve.judge import Reason, judge
from graphbuild.resolve.likeness import PEOPLE_REASONS, names_agree
from graphbuild.resolve.merge import merge
from graphbuild.resolve.namesakes import people_pairs
from graphbuild.resolve.nodes import Node, Nodes, give_ids
from graphbuild.resolve.offices import office_nodes
from graphbuild.resolve.people import people_nodes, take_census
from graphbuild.resolve.words import Vocabulary, read_vocabulary


def resolve_facts(facts: Iterable[Facts], ontology: Ontology, corrections: Sequence[Judgement] = ()) -> Graph:
    """The graph of all facts.

    Args:
        facts: what each article says, in any order; they are read once and their text is not kept.
        ontology: its lexicon says which names mean the same, its event types which roles events have.
        corrections: judgements of a person (``same`` or ``different``) that overrule the machine's.
    """
    words = read_vocabulary(ontology.lexicon)
    stock = take_in(facts)
    return Graph((), (), ())
