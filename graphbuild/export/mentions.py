"""Where every name stands, and the words that gave every event: the blocks of ``mentions.ttl``."""

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from graphbuild.export.plain import World, has_trigger, passage, passages
from graphbuild.export.turtle import Pair, block, decimal, resource, text
from graphbuild.model.text import Facts, Mention, Span
from graphbuild.model.world import Evidence
from graphbuild.ontology.iri import passage_id


def mention_blocks(world: World, facts: Iterable[Facts]) -> Iterator[str]:
    """Triggers of events in the order of the graph, then the mentions article by article, in the order they come."""
    for event in world.graph.events:
        for evidence in dict.fromkeys(filter(has_trigger, event.evidence)):
            yield _trigger(event.id, event.confidence, evidence)
    members = {member: entity.id for entity in world.graph.entities for member in entity.members}
    written = {(evidence.document, evidence.sentence) for evidence in passages(world.graph)}
    for found in facts:
        yield from _article(found, members, written)


def _trigger(event: str, confidence: float, evidence: Evidence) -> str:
    start = evidence.trigger.start - evidence.sentence.start
    pairs = [
        ("gb:tells", resource(event)),
        ("gb:rule", text(evidence.rule)),
        ("gb:confidence", decimal(confidence)),
        ("gb:text", text(evidence.quote[start : start + len(evidence.trigger)])),
        *_place(evidence.document, evidence.trigger, evidence.sentence),
    ]
    key = zlib.crc32(passage_id(evidence.document, evidence.trigger).encode())
    return block(resource(f"trigger/{event.removeprefix('event/')}.{key:08x}"), ["gb:Trigger"], pairs)


def _article(facts: Facts, members: dict[tuple[str, str], str], written: set[tuple[str, Span]]) -> Iterator[str]:
    document = facts.document
    starts = [sentence.start for sentence in facts.sentences]
    for chain in facts.chains:
        entity = members.get((document.id, chain.id))
        if entity is None:
            continue
        sentences: dict[Span, None] = {}
        for mention in chain.mentions:
            at = bisect_right(starts, mention.span.start) - 1
            sentence = facts.sentences[at] if at >= 0 else None
            if sentence is None or not sentence.holds(mention.span):
                continue
            sentences[sentence] = None
            yield _mention(document.id, entity, mention, sentence)
        said = [("gb:mentionedIn", resource(passage_id(document.id, sentence))) for sentence in sentences]
        if said:
            yield block(resource(entity), [], said)
        for sentence in sentences:
            if (document.id, sentence) not in written:
                written.add((document.id, sentence))
                yield passage(document.id, sentence, document.quote(sentence))


def _mention(document: str, entity: str, mention: Mention, sentence: Span) -> str:
    pairs = [
        ("gb:refersTo", resource(entity)),
        ("gb:text", text(mention.text)),
        ("gb:form", text(mention.form)),
        *_place(document, mention.span, sentence),
    ]
    return block(resource(passage_id(document, mention.span)), ["gb:Mention"], pairs)


def _place(document: str, span: Span, sentence: Span) -> list[Pair]:
    return [
        ("gb:begin", str(span.start)),
        ("gb:stop", str(span.end)),
        ("gb:inSentence", resource(passage_id(document, sentence))),
    ]
