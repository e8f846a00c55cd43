"""What a graph says as plain facts: the classes and the participants of its events, in the terms of the ontology.

Both ``graph.ttl`` and ``claims.ttl`` are written from here, so that an accepted claim is always a plain triple too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.errors import OutputError
from graphbuild.export.times import Shape, when
from graphbuild.export.turtle import Pair, block, resource, text
from graphbuild.model.text import Kind, Modality, Span
from graphbuild.model.world import Entity, Event, Evidence, Graph
from graphbuild.ontology.iri import article_id, passage_id
from graphbuild.ontology.types import EventType, Ontology
from graphbuild.ontology.vocabulary import Vocabulary, load_vocabulary

TIMES = ("gb:when", "gb:start", "gb:end")
"""The properties of an event's time that articles can claim."""

_OTHER_PREDICATES = {"date": "gb:when", "start": "gb:start", "end": "gb:end", "of": "gb:organization"}
_PARENT = {Kind.ORGANIZATION: "org:subOrganizationOf", Kind.PLACE: "gb:within"}
_SHOWN_NAMES = 3
_DOUBT = {Modality.PLANNED: "Direncanakan: ", Modality.ALLEGED: "Dikabarkan: ", Modality.DENIED: "Dibantah: "}


@dataclass(frozen=True, slots=True)
class World:
    """A graph and its ontology, with what is looked up all the time."""

    graph: Graph
    ontology: Ontology
    entities: dict[str, Entity]
    events: dict[str, Event]
    types: dict[str, EventType]
    properties: dict[str, str]
    classes: dict[Kind, str]
    entity_roles: frozenset[str]
    vocabulary: Vocabulary


def open_world(graph: Graph, ontology: Ontology) -> World:
    """Index a graph by the ontology it was made with."""
    return World(
        graph=graph,
        ontology=ontology,
        entities={entity.id: entity for entity in graph.entities},
        events={event.id: event for event in graph.events},
        types={event_type.name: event_type for event_type in ontology.types},
        properties={role.name: f"gb:{role.term or role.name}" for role in ontology.roles},
        classes={kind.kind: f"gb:{kind.term}" for kind in ontology.kinds},
        entity_roles=frozenset(role.name for role in ontology.roles if role.kinds),
        vocabulary=load_vocabulary(),
    )


def type_of(event: Event, world: World) -> EventType:
    """The type of an event; ``OutputError`` where the ontology does not have it."""
    found = world.types.get(event.type)
    if found is None:
        message = f"event {event.id} is a {event.type!r}, and ontology/events has {', '.join(sorted(world.types))}"
        raise OutputError(message)
    return found


def leaf_class(event: Event, world: World) -> str:
    """The most exact class of an event: a legal step is named by its stage."""
    event_type = type_of(event, world)
    return f"gb:{dict(event_type.label_terms).get(event.label, event_type.term)}"


def classes(event: Event, world: World) -> list[str]:
    """All classes of an event from the leaf up, so that no query needs a reasoner."""
    event_type = type_of(event, world)
    above = [f"gb:{event_type.term}", f"gb:{event_type.broader}" if event_type.broader else ""]
    above += ["gb:Spell" if event_type.spell else "", "gb:Event"]
    return list(dict.fromkeys(name for name in (leaf_class(event, world), *above) if name))


def participants(event: Event, world: World) -> list[Pair]:
    """Who takes part, by role; the organization of an office is written beside it."""
    pairs = [(property_of(role, world), resource(who)) for role, who in event.roles]
    if not any(predicate == "gb:organization" for predicate, _ in pairs):
        owners = {world.entities[who].of for role, who in event.roles if role == "office" and who in world.entities}
        pairs += [("gb:organization", resource(owner)) for owner in sorted(o for o in owners if o is not None)]
    return pairs


def told(event: Event, world: World) -> list[Pair]:
    """Everything about an event that an article can be right or wrong about."""
    pairs = participants(event, world)
    for role, words in event.texts:
        filled_by_entities = role in world.entity_roles
        value = text(f"{role}: {words}" if filled_by_entities else words)
        pairs.append(("gb:asWritten" if filled_by_entities else property_of(role, world), value))
    pairs += [pair for pair in times(event, world) if pair[0] in TIMES]
    return pairs


def times(event: Event, world: World) -> list[Pair]:
    """When the event was."""
    event_type = type_of(event, world)
    shape = Shape.FINISHED if event_type.broader == "Spell" else Shape.POINT
    return when(event, world.ontology.lexicon, Shape.SPELL if event_type.spell else shape)


def property_of(name: str, world: World, subject: str = "") -> str:
    """The property of a role or of another claimable value; ``OutputError`` for what the ontology does not have."""
    found = world.properties.get(name) or _OTHER_PREDICATES.get(name)
    if name == "parent" and subject in world.entities:
        found = _PARENT.get(world.entities[subject].kind)
    if found is None:
        known = ", ".join(sorted({*world.properties, *_OTHER_PREDICATES, "parent"}))
        message = f"{name!r} is no role of ontology/core.yaml; known are {known}"
        raise OutputError(message)
    return found


def parent_property(entity: Entity) -> str:
    """How an entity is tied to the larger one: as its unit, or as a place within it."""
    return _PARENT.get(entity.kind, "gb:within")


def is_fact(event: Event) -> bool:
    """Whether the event is told as fact, and not as a plan, a rumor or a denial."""
    return event.modality is Modality.ACTUAL


def label(event: Event, world: World) -> str:
    """An event in a few Indonesian words, e.g. *Siti Rahma dilantik sebagai Gubernur*; no fact is named like one."""
    return _DOUBT.get(event.modality, "") + _label(event, world)


def _label(event: Event, world: World) -> str:
    event_type = type_of(event, world)
    edge, stages = event_type.edge, dict(event_type.label_terms)
    words = "; ".join(words for _, words in event.texts)
    told = f" ({words})" if words else ""
    kind = event_type.label.id.capitalize()
    if event.label in stages:
        kind, edge = world.vocabulary.class_label(stages[event.label]).id, None
    if edge is not None:
        source, target = (_names(event, role, world) for role in (edge.source, edge.target))
        if edge.source == edge.target:
            return f"{kind}: {source}{told}"
        if source and target:
            return f"{source} {edge.label.id} {target}"
    everyone = ", ".join(dict.fromkeys(_name(who, world) for _, who in event.roles))
    return f"{kind}: {everyone}{told}" if everyone else kind


def main_evidence(event: Event, world: World) -> Evidence:
    """The evidence that holds the trigger and names most participants; of equals the shortest, then the first."""
    names = [world.entities[who].names for _, who in event.roles if who in world.entities]

    def rank(evidence: Evidence) -> tuple[bool, int, int, Evidence]:
        named = sum(any(name in evidence.quote for name in forms) for forms in names)
        return not has_trigger(evidence), -named, len(evidence.quote), evidence

    return min(event.evidence, key=rank)


def has_trigger(evidence: Evidence) -> bool:
    """Whether the event was read in this sentence; others only tell it again."""
    return len(evidence.trigger) > 0 and evidence.sentence.holds(evidence.trigger)


def passages(graph: Graph) -> Iterator[Evidence]:
    """One evidence per sentence that an event or a claim rests on, in the order of articles and offsets."""
    seen: dict[tuple[str, int, int], Evidence] = {}
    for source in (graph.events, graph.statements):
        for item in source:
            for evidence in item.evidence:
                span = evidence.sentence
                seen.setdefault((evidence.document, span.start, span.end), evidence)
    for key in sorted(seen):
        yield seen[key]


def passage(document: str, span: Span, words: str) -> str:
    """A sentence of an article with its words and offsets, as a block."""
    pairs = [
        ("gb:article", resource(article_id(document))),
        ("gb:begin", str(span.start)),
        ("gb:stop", str(span.end)),
        ("gb:text", text(words)),
    ]
    return block(resource(passage_id(document, span)), ["gb:Sentence"], pairs)


def _names(event: Event, role: str, world: World) -> str:
    names = [_name(who, world) for name, who in event.roles if name == role]
    names = names or [words for name, words in event.texts if name == role]
    more = f" dan {len(names) - _SHOWN_NAMES} lainnya" if len(names) > _SHOWN_NAMES else ""
    return ", ".join(names[:_SHOWN_NAMES]) + more


def _name(identifier: str, world: World) -> str:
    entity = world.entities.get(identifier)
    return identifier if entity is None else entity.name
