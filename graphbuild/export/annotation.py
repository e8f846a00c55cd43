"""Facts in the format of annotated articles: entities with their surface forms, events with their roles."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphbuild.model.text import Argument, Chain, Claim, Facts, Form

LABELS = {"tenure": "status", "legal": "stage"}
"""What the label of a claim is called, by event type."""

LISTS = frozenset({"parties"})
"""Roles that are written as a list even when one filler is known."""


def annotate(facts: Facts, canonical: Mapping[tuple[str, str], str] | None = None) -> dict[str, Any]:
    """One article as a record of the annotation format.

    Args:
        facts: what the article says.
        canonical: the graph's id of each ``(document id, chain id)``, where a graph was built.
    """
    document = facts.document
    published = document.source.published
    record: dict[str, Any] = {"id": document.id, "date": None if published is None else published.iso}
    record["entities"] = [_entity(chain, document.id, canonical or {}) for chain in facts.chains if _forms(chain)]
    known = {entity["id"] for entity in record["entities"]}
    record["events"] = [_event(claim, facts, known) for claim in facts.claims]
    return record


def _forms(chain: Chain) -> list[str]:
    """The distinct names as written, longest first."""
    forms = dict.fromkeys(mention.text for mention in chain.mentions if mention.form is Form.NAME)
    return sorted(forms, key=lambda form: (-len(form), form))


def _entity(chain: Chain, document: str, canonical: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    entity: dict[str, Any] = {"id": chain.id, "type": chain.kind.value, "name": chain.name}
    if chain.of is not None:
        entity["of"] = chain.of
    entity["mentions"] = _forms(chain)
    if (document, chain.id) in canonical:
        entity["canonical"] = canonical[document, chain.id]
    return entity


def _event(claim: Claim, facts: Facts, known: Iterable[str]) -> dict[str, Any]:
    event: dict[str, Any] = {
        "type": claim.type,
        "modality": claim.modality.value,
        "trigger": facts.document.quote(claim.trigger),
        "evidence": facts.document.quote(claim.sentence),
        "roles": _roles(claim.arguments, frozenset(known)),
    }
    if claim.label and claim.type in LABELS:
        event[LABELS[claim.type]] = claim.label
    dates = claim.dates
    stated = {"date": dates.date, "start": dates.start, "end": dates.end}
    event |= {name: date.iso for name, date in stated.items() if date is not None}
    if dates.text:
        event["date_text"] = dates.text
    return event


def _roles(arguments: Iterable[Argument], known: frozenset[str]) -> dict[str, Any]:
    fillers: dict[str, list[str]] = {}
    for argument in arguments:
        filler = argument.chain if argument.chain in known else argument.text
        if filler is not None and filler not in fillers.setdefault(argument.role, []):
            fillers[argument.role].append(filler)
    return {
        role: values if len(values) > 1 or role in LISTS else values[0] for role, values in fillers.items() if values
    }
