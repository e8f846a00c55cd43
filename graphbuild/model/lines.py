"""Facts to one line of JSON and back.

Where a span is meant to be read by people its words stand beside the offsets; reading a line back ignores the words.
"""

import json
from collections.abc import Mapping
from typing import Any

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import (
    Argument,
    Chain,
    Claim,
    ClaimDates,
    DateBasis,
    Document,
    Facts,
    Form,
    Furniture,
    Kind,
    Mention,
    Modality,
    Source,
    Span,
)

Record = dict[str, Any]


def facts_line(facts: Facts, fingerprint: str = "") -> str:
    """One line of JSON, without the line break; ``fingerprint`` names the text and the analysis it came from."""
    record = {
        "id": facts.document.id,
        "fingerprint": fingerprint,
        "document": document_record(facts.document),
        "sentences": [[span.start, span.end] for span in facts.sentences],
        "chains": [_chain_record(chain) for chain in facts.chains],
        "claims": [_claim_record(claim, facts.document) for claim in facts.claims],
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def read_facts(line: str) -> Facts:
    """The facts of one line; ``ValueError`` or ``KeyError`` where the line was not written by ``facts_line``."""
    record = json.loads(line)
    return Facts(
        document=_document(record["document"]),
        sentences=tuple(Span(start, end) for start, end in record["sentences"]),
        chains=tuple(_chain(chain) for chain in record["chains"]),
        claims=tuple(_claim(claim) for claim in record["claims"]),
    )


def document_record(document: Document) -> Record:
    """A document as plain data, its text included."""
    source = document.source
    return {
        "id": document.id,
        "title": document.title,
        "path": source.path,
        "outlet": source.outlet,
        "url": source.url,
        "published": _iso(source.published),
        "date_basis": source.date_basis,
        "text": document.text,
        "furniture": [[mark.span.start, mark.span.end, mark.rule] for mark in document.furniture],
        "notes": list(document.notes),
    }


def _document(record: Mapping[str, Any]) -> Document:
    basis = record["date_basis"]
    return Document(
        id=record["id"],
        source=Source(
            path=record["path"],
            outlet=record["outlet"],
            url=record["url"],
            published=_date(record["published"]),
            date_basis=None if basis is None else DateBasis(basis),
        ),
        title=record["title"],
        text=record["text"],
        furniture=tuple(Furniture(Span(start, end), rule) for start, end, rule in record["furniture"]),
        notes=tuple(record["notes"]),
    )


def _chain_record(chain: Chain) -> Record:
    return {
        "id": chain.id,
        "kind": chain.kind,
        "name": chain.name,
        "of": chain.of,
        "mentions": [
            {"start": m.span.start, "end": m.span.end, "text": m.text, "form": m.form} for m in chain.mentions
        ],
    }


def _chain(record: Mapping[str, Any]) -> Chain:
    kind = Kind(record["kind"])
    mentions = tuple(Mention(Span(m["start"], m["end"]), kind, m["text"], Form(m["form"])) for m in record["mentions"])
    return Chain(record["id"], kind, record["name"], mentions, record["of"])


def _claim_record(claim: Claim, document: Document) -> Record:
    return {
        "type": claim.type,
        "label": claim.label,
        "modality": claim.modality,
        "trigger": _quoted(claim.trigger, document),
        "sentence": _quoted(claim.sentence, document),
        "arguments": [_argument_record(argument) for argument in claim.arguments],
        "date": _iso(claim.dates.date),
        "start": _iso(claim.dates.start),
        "end": _iso(claim.dates.end),
        "date_words": None if claim.dates.span is None else _quoted(claim.dates.span, document),
        "date_text": claim.dates.text,
        "date_modifier": claim.dates.modifier,
        "rule": claim.rule,
        "confidence": round(claim.confidence, 3),
        "also": [_quoted(span, document) for span in claim.also],
    }


def _claim(record: Mapping[str, Any]) -> Claim:
    words = record["date_words"]
    dates = ClaimDates(
        date=_date(record["date"]),
        start=_date(record["start"]),
        end=_date(record["end"]),
        text=record["date_text"],
        span=None if words is None else _span(words),
        modifier=record["date_modifier"],
    )
    return Claim(
        type=record["type"],
        trigger=_span(record["trigger"]),
        sentence=_span(record["sentence"]),
        arguments=tuple(_argument(argument) for argument in record["arguments"]),
        modality=Modality(record["modality"]),
        label=record["label"],
        dates=dates,
        rule=record["rule"],
        confidence=record["confidence"],
        also=tuple(_span(span) for span in record["also"]),
    )


def _argument_record(argument: Argument) -> Record:
    record: Record = {"role": argument.role, "chain": argument.chain, "text": argument.text}
    if argument.span is not None:
        record |= {"start": argument.span.start, "end": argument.span.end}
    return record


def _argument(record: Mapping[str, Any]) -> Argument:
    span = Span(record["start"], record["end"]) if "start" in record else None
    return Argument(record["role"], record["chain"], record["text"], span)


def _quoted(span: Span, document: Document) -> Record:
    return {"start": span.start, "end": span.end, "text": document.quote(span)}


def _span(record: Mapping[str, Any]) -> Span:
    return Span(record["start"], record["end"])


def _iso(date: PartialDate | None) -> str | None:
    return None if date is None else date.iso


def _date(iso: str | None) -> PartialDate | None:
    return None if iso is None else PartialDate(iso)
