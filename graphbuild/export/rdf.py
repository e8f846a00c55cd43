"""A graph as Turtle in three files: the facts, the claims behind them, and the mentions of every name.

The files are sorted and hold nothing that changes from run to run: equal graphs give equal bytes. They are written
subject by subject, a million triples in a few seconds, without an RDF library.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.export.claims import claim_blocks
from graphbuild.export.mentions import mention_blocks
from graphbuild.export.plain import (
    World,
    classes,
    is_fact,
    label,
    leaf_class,
    main_evidence,
    open_world,
    parent_property,
    participants,
    passage,
    passages,
    times,
    told,
)
from graphbuild.export.turtle import HEADER, Pair, block, day, decimal, edtf, resource, text
from graphbuild.model.dates import Precision
from graphbuild.model.text import Facts
from graphbuild.model.world import Article, Entity, Event, Graph
from graphbuild.ontology.iri import article_id, passage_id
from graphbuild.ontology.types import Ontology
from graphbuild.storage import write_whole

GRAPH, CLAIMS, MENTIONS = "graph.ttl", "claims.ttl", "mentions.ttl"


def write_turtle(graph: Graph, ontology: Ontology, folder: Path, facts: Iterable[Facts] = ()) -> tuple[Path, ...]:
    """Write ``graph.ttl``, ``claims.ttl`` and ``mentions.ttl`` into a folder and give their paths.

    ``facts`` are what the graph was resolved from; their chains are the mentions, written in the order they come.

    Raises:
        OutputError: a file cannot be written, or the graph uses a type or role that the ontology does not have.
    """
    world = open_world(graph, ontology)
    parts = ((GRAPH, fact_blocks(world)), (CLAIMS, claim_blocks(world)), (MENTIONS, mention_blocks(world, facts)))
    for name, blocks in parts:
        write_whole(folder / name, _with_header(blocks))
    return tuple(folder / name for name, _ in parts)


def fact_blocks(world: World) -> Iterator[str]:
    """The facts, block by block: articles, entities, events, sentences, each in the order of the graph."""
    for article in world.graph.articles:
        yield _article(article)
    for entity in world.graph.entities:
        yield _entity(entity, world)
    for event in world.graph.events:
        yield _event(event, world) if is_fact(event) else _unconfirmed(event, world)
    for evidence in passages(world.graph):
        yield passage(evidence.document, evidence.sentence, evidence.quote)


def _with_header(blocks: Iterable[str]) -> Iterator[str]:
    yield HEADER
    for piece in blocks:
        yield "\n"
        yield piece


def _article(article: Article) -> str:
    source = article.source
    pairs = [("gb:length", str(article.length)), ("gb:sha256", text(article.sha256)), ("gb:file", text(source.path))]
    words = (("dcterms:title", article.title), ("dcterms:publisher", source.outlet), ("gb:url", source.url))
    pairs += [(predicate, text(value)) for predicate, value in words if value]
    if source.published is not None:
        pairs.append(("gb:when", edtf(source.published.iso)))
        if source.published.precision is Precision.DAY:
            pairs.append(("gb:date", day(source.published.first_day)))
    if source.date_basis is not None:
        pairs.append(("gb:dateBasis", text(source.date_basis)))
    return block(resource(article_id(article.id)), ["gb:Article"], pairs)


def _entity(entity: Entity, world: World) -> str:
    pairs = [("rdfs:label", text(entity.name))]
    pairs += [("skos:altLabel", text(name)) for name in entity.names if name != entity.name]
    if entity.of is not None:
        pairs.append(("gb:organization", resource(entity.of)))
        owner = world.entities.get(entity.of)
        if owner is not None and world.classes[owner.kind] == "gb:Organization":
            pairs.append(("org:postIn", resource(entity.of)))
    if entity.parent is not None:
        pairs.append((parent_property(entity), resource(entity.parent)))
    if entity.seats is not None:
        pairs.append(("gb:seats", str(entity.seats)))
    return block(resource(entity.id), [world.classes[entity.kind], "gb:Entity"], pairs)


def _event(event: Event, world: World) -> str:
    pairs = told(event, world) + times(event, world) + _evidence(event, world)
    pairs += [("gb:involves", who) for _, who in participants(event, world)]
    links = (
        ("gb:startedBy", event.started_by),
        ("gb:endedBy", event.ended_by),
        ("gb:replaces", event.replaces),
        ("gb:follows", event.replaces),
        ("gb:follows", event.follows),
    )
    pairs += [(predicate, resource(other)) for predicate, other in links if other is not None]
    return block(resource(event.id), classes(event, world), pairs)


def _unconfirmed(event: Event, world: World) -> str:
    """What is planned, rumored or denied: whom it concerns, and not one triple that reads like a fact."""
    pairs = _evidence(event, world)
    pairs += [("gb:modality", text(event.modality)), ("gb:eventType", leaf_class(event, world))]
    pairs += [("gb:concerns", who) for _, who in participants(event, world)]
    return block(resource(event.id), ["gb:UnconfirmedEvent"], pairs)


def _evidence(event: Event, world: World) -> list[Pair]:
    main = main_evidence(event, world)
    pairs = [("gb:saidIn", resource(passage_id(e.document, e.sentence))) for e in event.evidence]
    pairs += [("gb:mainSentence", resource(passage_id(main.document, main.sentence)))]
    return [*pairs, ("rdfs:label", text(label(event, world))), ("gb:confidence", decimal(event.confidence))]
