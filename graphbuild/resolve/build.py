"""All facts to one graph: who and what is meant first, then what happened.

Block, compare, judge, cluster, merge (see the modules of these names). Every step is a pure function of the set of
facts: neither their order nor an earlier build matters.
"""

from collections.abc import Iterable, Sequence

from graphbuild.model.text import Facts
from graphbuild.model.world import Graph, Judgement
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.corrections import told_apart, wanted
from graphbuild.resolve.events import events_of
from graphbuild.resolve.identity import identify
from graphbuild.resolve.intake import take_in
from graphbuild.resolve.words import read_vocabulary


def resolve_facts(facts: Iterable[Facts], ontology: Ontology, corrections: Sequence[Judgement] = ()) -> Graph:
    """The graph of all facts.

    Args:
        facts: what each article says, in any order; they are read once and their text is not kept.
        ontology: its lexicon says which names mean the same, its event types which roles events have.
        corrections: judgements of a person (``same`` or ``different``) that overrule the machine's.
    """
    stock = take_in(facts)
    decided = wanted(corrections)
    known = identify(stock, read_vocabulary(ontology.lexicon), decided, told_apart(decided, stock))
    events, statements = events_of(stock, known, ontology)
    return Graph(
        articles=tuple(stock.articles),
        entities=tuple(known.entities),
        events=tuple(events),
        statements=tuple(statements),
        judgements=tuple(known.judgements),
    )
