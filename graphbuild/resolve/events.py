"""What happened: the claims of all articles to events and tenures, with what articles disagree about."""

import datetime as dt
from collections.abc import Iterator

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Modality
from graphbuild.model.world import Event, Statement
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.conflicts import event_of
from graphbuild.resolve.happenings import Telling, happenings
from graphbuild.resolve.identity import Identities
from graphbuild.resolve.intake import Stock
from graphbuild.resolve.succession import in_succession
from graphbuild.resolve.tenures import tenures


def events_of(stock: Stock, known: Identities, ontology: Ontology) -> tuple[list[Event], list[Statement]]:
    """The events of all claims and the statements on which articles differ; both sorted by id.

    A tenure that is told as fact is derived, with its bounds; one that is planned, alleged or denied is an event like
    any other that did not happen for certain.
    """
    types = {event_type.name for event_type in ontology.types}
    held: list[Telling] = []
    others: list[Telling] = []
    for telling in _tellings(stock, known):
        if telling.type not in types:
            continue
        actual_tenure = telling.type == "tenure" and telling.modality is Modality.ACTUAL
        (held if actual_tenure else others).append(telling)
    events: list[Event] = []
    statements: list[Statement] = []
    for happening in happenings(others):
        event, told = event_of(happening, ontology)
        events.append(event)
        statements.extend(told)
    spells, told = tenures(held, events, _days(stock))
    statements.extend(told)
    seats = {entity.id: entity.seats for entity in known.entities}
    events.extend(in_succession(spells, events, seats))
    return sorted(events, key=lambda event: event.id), sorted(statements, key=lambda item: item.id)


def _tellings(stock: Stock, known: Identities) -> Iterator[Telling]:
    """The claims with entities in the place of chains."""
    for claim in stock.claims:
        published = stock.articles[claim.article].source.published
        roles = {(role, known.of_chain[chain]) for role, chain in claim.roles if known.of_chain[chain]}
        yield Telling(
            type=claim.type,
            modality=claim.modality,
            label=claim.label,
            roles=tuple(sorted(roles)),
            texts=claim.texts,
            dates=claim.dates,
            evidence=claim.evidence,
            confidence=claim.confidence,
            told=published.first_day if published is not None and _is_day(published) else None,
        )


def _days(stock: Stock) -> dict[str, dt.date]:
    """The day of each article whose day is known."""
    dated = ((article.id, article.source.published) for article in stock.articles)
    return {document: date.first_day for document, date in dated if date is not None and _is_day(date)}


def _is_day(date: PartialDate) -> bool:
    return date.first_day == date.last_day
