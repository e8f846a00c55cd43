"""Every value that an article states, accepted or not, with its sentences: the blocks of ``claims.ttl``."""

import zlib
from collections.abc import Iterator

from graphbuild.export.plain import TIMES, World, is_fact, property_of, told
from graphbuild.export.turtle import Pair, block, decimal, edtf, resource, text
from graphbuild.model.text import Modality
from graphbuild.model.world import Event, Evidence, Statement
from graphbuild.ontology.iri import passage_id

_STATUS = {
    Modality.ACTUAL: "accepted",
    Modality.PLANNED: "open",
    Modality.ALLEGED: "rumour",
    Modality.DENIED: "denied",
}
Triple = tuple[str, str, str]


def claim_blocks(world: World) -> Iterator[str]:
    """One claim per event, property and value; what resolution weighed itself takes the place of the plain one.

    Claims of events come first, in the order of the graph, then the weighed ones.
    """
    weighed = {_triple(statement, world) for statement in world.graph.statements}
    for event in world.graph.events:
        for predicate, value in sorted(set(told(event, world))):
            if (event.id, predicate, value) not in weighed:
                yield _plain_claim(event, (predicate, value))
    for statement in world.graph.statements:
        yield _weighed_claim(statement, world)


def _plain_claim(event: Event, pair: Pair) -> str:
    predicate, value = pair
    name = f"{event.id.removeprefix('event/')}.{predicate.removeprefix('gb:')}.{zlib.crc32(value.encode()):08x}"
    pairs = _claim((resource(event.id), predicate, value), _STATUS[event.modality], event.confidence, "stated")
    return block(resource(f"claim/{name}"), ["gb:Claim"], [*pairs, *_said_in(event.evidence)])


def _weighed_claim(statement: Statement, world: World) -> str:
    subject, predicate, value = _triple(statement, world)
    status = _status(statement, (predicate, value), world)
    pairs = _claim((resource(subject), predicate, value), status, statement.confidence, statement.basis)
    pairs += [("gb:refines", resource(other)) for other in statement.refines]
    pairs += [("gb:conflictsWith", resource(other)) for other in statement.conflicts_with]
    return block(resource(statement.id), ["gb:Claim"], [*pairs, *_said_in(statement.evidence)])


def _claim(triple: Triple, status: str, confidence: float, basis: str) -> list[Pair]:
    subject, predicate, value = triple
    return [
        ("rdf:subject", subject),
        ("rdf:predicate", predicate),
        ("rdf:object", value),
        ("gb:status", f"gb:{status}"),
        ("gb:confidence", decimal(confidence)),
        ("gb:basis", text(basis)),
    ]


def _said_in(evidence: tuple[Evidence, ...]) -> list[Pair]:
    return [("gb:saidIn", resource(passage_id(e.document, e.sentence))) for e in evidence]


def _status(statement: Statement, pair: Pair, world: World) -> str:
    """The status of a weighed claim, never higher than its event: nothing about a rumor is accepted.

    An accepted date that the event itself states more finely is coarser than what the graph says.
    """
    event = world.events.get(statement.subject)
    if statement.status != "accepted" or event is None:
        return statement.status
    if not is_fact(event):
        return _STATUS[event.modality]
    return "coarser" if pair[0] in TIMES and pair not in told(event, world) else "accepted"


def _triple(statement: Statement, world: World) -> Triple:
    """A weighed claim as subject id, property and value; its own date is spelled as the event spells it."""
    predicate = property_of(statement.predicate, world, statement.subject)
    if statement.value in world.entities or statement.value in world.events:
        return statement.subject, predicate, resource(statement.value)
    if predicate not in TIMES:
        return statement.subject, predicate, text(statement.value)
    event = world.events.get(statement.subject)
    if event is not None and str(getattr(event, statement.predicate)) == statement.value:
        for spelled, value in told(event, world):
            if spelled == predicate:
                return statement.subject, predicate, value
    return statement.subject, predicate, edtf(statement.value)
