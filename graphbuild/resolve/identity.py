"""Who and what is meant: every chain of every article to an entity of the world.

Places and organizations come first, then posts, which belong to them, then people, who are known by their posts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from graphbuild.model.text import Kind
from graphbuild.model.world import Entity, Judgement
from graphbuild.resolve.acquaintance import acquaint
from graphbuild.resolve.bodies import Shared, Spellings, organization_nodes, parents, place_nodes
from graphbuild.resolve.cluster import Agrees, anchor, cluster
from graphbuild.resolve.compare import BODY_REASONS, PLACE_REASONS, BodyContext, body_context, body_pairs
from graphbuild.resolve.corrections import named_nodes, on_nodes
from graphbuild.resolve.intake import Stock
from graphbuild.resolve.judge import Reason, judge
from graphbuild.resolve.likeness import PEOPLE_REASONS, names_agree
from graphbuild.resolve.merge import merge
from graphbuild.resolve.namesakes import people_pairs
from graphbuild.resolve.nodes import Node, Nodes, give_ids
from graphbuild.resolve.offices import office_nodes
from graphbuild.resolve.people import people_nodes, take_census
from graphbuild.resolve.words import Vocabulary

Makes = Callable[[Stock, Spellings, frozenset[int]], tuple[Nodes, list[Node | None], Shared]]


@dataclass(slots=True)
class Identities:
    """The entities, and the entity's id of every chain of the stock; with the judgements that led to them."""

    of_chain: list[str]
    entities: list[Entity] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)


@dataclass(slots=True)
class _Work:
    """What is known so far: the node of every chain, the node that stands for each node's cluster."""

    stock: Stock
    words: Vocabulary
    corrections: tuple[Judgement, ...]
    alone: frozenset[int]
    of_chain: list[Node | None]
    stands: dict[str, Node] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)


def identify(stock: Stock, words: Vocabulary, corrections: tuple[Judgement, ...], alone: frozenset[int]) -> Identities:
    """The entities behind all chains; ``alone`` are chains that a person told from their namesakes."""
    work = _Work(stock, words, corrections, alone, [None] * len(stock.chains))
    spellings = Spellings(words)
    organizations = _bodies(work, spellings, organization_nodes, BODY_REASONS)
    _bodies(work, spellings, place_nodes, PLACE_REASONS)
    _offices(work)
    _people(work)
    above = {key: work.stands[node.id].id for key, node in parents(organizations, stock, work.of_chain, words).items()}
    entities = _belonging(
        work, {work.stands[node.id].id: above[node.key] for node in organizations.all() if node.key in above}
    )
    of_chain = ["" if node is None else work.stands[node.id].id for node in work.of_chain]
    judgements = sorted(work.judgements, key=lambda item: (item.left, item.right, item.author))
    return Identities(of_chain, entities, judgements)


def _bodies(work: _Work, spellings: Spellings, make: Makes, reasons: Sequence[Reason[BodyContext]]) -> Nodes:
    """Organizations or places."""
    nodes, of_chain, shared = make(work.stock, spellings, work.alone)
    give_ids(nodes.all(), work.stock.articles)
    context = body_context(shared, nodes)
    _settle(work, nodes, of_chain, judge(body_pairs(context, nodes), reasons, context))
    return nodes


def _offices(work: _Work) -> None:
    """Posts: the key says all, so only a person's corrections join nodes."""
    bodies = {}
    for index, node in enumerate(work.of_chain):
        if node is not None:
            body = work.stands[node.id]
            bodies[index] = (body.label if body.kind is Kind.PLACE else body.key, body)
    nodes, of_chain = office_nodes(work.stock, bodies, work.words, work.alone)
    give_ids(nodes.all(), work.stock.articles)
    _settle(work, nodes, of_chain, ())


def _people(work: _Work) -> None:
    """People, compared by their names and by what articles tell of them."""
    census = take_census(work.stock, work.words.people)
    nodes, of_chain = people_nodes(work.stock, census, work.words.people, work.alone)
    give_ids(nodes.all(), work.stock.articles)
    everyone = [
        person if person is not None else None if other is None else work.stands[other.id]
        for person, other in zip(of_chain, work.of_chain, strict=True)
    ]
    known = acquaint(nodes, census, work.stock.claims, everyone)
    judged = judge(people_pairs(nodes.all(), known), PEOPLE_REASONS, known)
    _settle(work, nodes, of_chain, judged, partial(names_agree, known))


def _settle(
    work: _Work,
    nodes: Nodes,
    of_chain: Sequence[Node | None],
    judged: Iterable[Judgement],
    agrees: Agrees | None = None,
) -> None:
    """Cluster nodes of one kind by judgements and corrections, and make the entities."""
    corrections = on_nodes(work.corrections, named_nodes(work.corrections, work.stock, of_chain))
    decided = {frozenset((item.left, item.right)) for item in corrections}
    judgements = [item for item in judged if frozenset((item.left, item.right)) not in decided]
    groups = cluster(nodes.all(), judgements, corrections, agrees)
    for group in groups:
        first = anchor(group)
        work.stands.update((node.id, first) for node in group)
    for index, node in enumerate(of_chain):
        if node is not None:
            work.of_chain[index] = node
    work.judgements += [*judgements, *corrections]
    work.entities += merge(groups, work.stock, work.words)


def _belonging(work: _Work, above: dict[str, str]) -> list[Entity]:
    """The entities, sorted, with what each post and each unit belongs to."""
    owners: dict[str, str] = {}
    for node in work.of_chain:
        if node is not None and node.of is not None:
            owners.setdefault(work.stands[node.id].id, work.stands[node.of.id].id)
    parent = {unit: body for unit, body in above.items() if unit != body and not _circles(unit, above)}
    return sorted(
        (replace(entity, of=owners.get(entity.id), parent=parent.get(entity.id)) for entity in work.entities),
        key=lambda entity: entity.id,
    )


def _circles(unit: str, above: dict[str, str]) -> bool:
    """Whether going up from a unit leads back to it."""
    seen, at = {unit}, above.get(unit)
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = above.get(at)
    return False
