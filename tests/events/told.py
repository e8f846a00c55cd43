"""Readings made from marked sentences: every distinct name is a chain of its own."""

from collections.abc import Sequence

from factory import marked

from graphbuild.events.reading import Reading, lay_out
from graphbuild.model.text import Chain, Document, Kind, Mention, Sentence, Span, TimeExpression


def chains_of(document: Document, sentences: Sequence[Sentence]) -> tuple[Chain, ...]:
    """One chain for every kind and name that the labels mark."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for sentence in sentences:
        start = 0
        for token in sentence.tokens:
            place, _, kind = token.label.partition("-")
            if place in {"B", "S"}:
                start = token.span.start
            if place in {"E", "S"}:
                span = Span(start, token.span.end)
                mention = Mention(span, Kind(kind), document.quote(span))
                found.setdefault((kind, mention.text), []).append(mention)
    return tuple(
        Chain(f"{kind}:{name}", Kind(kind), name, tuple(mentions)) for (kind, name), mentions in sorted(found.items())
    )


def read(text: str, times: Sequence[TimeExpression] = ()) -> Reading:
    """The reading of a text such as ``[PER Ani] dilantik sebagai [OFFICE Camat].``"""
    document, sentences = marked(text)
    return lay_out(document, sentences, chains_of(document, sentences), times)
