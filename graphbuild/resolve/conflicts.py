"""Happenings to events: the value to believe for every date and role, and a record of what else articles say.

A value that the accepted one only makes finer is *coarser*; one that cannot be true beside it is *rejected*, and the
two conflict. Values on which articles agree need no record: the event itself says them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Modality
from graphbuild.model.world import Bounds, Event, Evidence, Statement
from graphbuild.ontology.iri import event_id, statement_id
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.bounds import best, meaning, possible
from graphbuild.resolve.happenings import Happening, Telling

ACCEPTED, COARSER, REJECTED, OPEN = "accepted", "coarser", "rejected", "open"

_EXCLUSIVE = frozenset({"predecessor", "successor", "office"})
"""Roles of which two fillers cannot both be true; elsewhere (place, by) one may be a part of the other."""

_NOTHING_CERTAIN = 0.99


@dataclass(frozen=True, slots=True)
class Value:
    """One value that articles state for one property, with the evidence and how many articles state it."""

    text: str
    evidence: tuple[Evidence, ...]
    articles: int


def event_of(happening: Happening, ontology: Ontology) -> tuple[Event, list[Statement]]:
    """The event of a happening, and the statements about it that are more than the event says."""
    first = happening.first
    identifier = event_id(first.type, happening.key)
    statements: list[Statement] = []
    stated = {
        name: settle_dates(identifier, name, dates_of(happening.tellings, name)) for name in ("date", "start", "end")
    }
    for _, told in stated.values():
        statements.extend(told)
    roles, told = _roles(identifier, happening, ontology)
    statements.extend(told)
    date, start, end = (stated[name][0] for name in ("date", "start", "end"))
    modifier = _modifier(happening, date or start or end)
    event = Event(
        id=identifier,
        type=first.type,
        roles=roles,
        evidence=evidence_of(happening.tellings),
        texts=_texts(happening.tellings),
        modality=first.modality,
        label=first.label,
        date=date,
        start=start,
        end=end,
        modifier=modifier,
        bounds=_bounds(date, start, end, meaning(modifier, ontology.lexicon)),
        confidence=confidence(happening.tellings),
    )
    return event, statements


def evidence_of(tellings: Iterable[Telling]) -> tuple[Evidence, ...]:
    """All evidence, each once, sorted."""
    return tuple(sorted({evidence for telling in tellings for evidence in telling.evidence}))


def confidence(tellings: Iterable[Telling]) -> float:
    """How sure it is that something happened, if each article may be wrong alone: below 1 unless one is sure."""
    by_article: dict[str, float] = defaultdict(float)
    for telling in tellings:
        article = telling.evidence[0].document
        by_article[article] = max(by_article[article], telling.confidence)
    doubt = 1.0
    for _, sure in sorted(by_article.items()):
        doubt *= 1.0 - sure
    return 1.0 if doubt == 0 else round(min(1.0 - doubt, _NOTHING_CERTAIN), 3)


def dates_of(tellings: Iterable[Telling], name: str) -> dict[PartialDate, Value]:
    """The dates that tellings state under one name, with who states them."""
    found: dict[PartialDate, list[Telling]] = defaultdict(list)
    for telling in tellings:
        date = {"date": telling.dates.date, "start": telling.dates.start, "end": telling.dates.end}[name]
        if date is not None:
            found[date].append(telling)
    return {date: _value(date.iso, said) for date, said in sorted(found.items())}


def _value(text: str, tellings: Sequence[Telling]) -> Value:
    return Value(text, evidence_of(tellings), len({telling.evidence[0].document for telling in tellings}))


def settle_dates(
    subject: str, predicate: str, dates: dict[PartialDate, Value]
) -> tuple[PartialDate | None, list[Statement]]:
    """The date to believe, and statements for the others: coarser ones it makes finer, rejected ones it excludes."""
    if not dates:
        return None, []
    chosen = best([(date, value.articles) for date, value in dates.items()])
    coarser = [value for date, value in dates.items() if date != chosen and date.contains(chosen)]
    rejected = [value for date, value in dates.items() if not date.contains(chosen) and not chosen.contains(date)]
    finer = [value for date, value in dates.items() if date != chosen and chosen.contains(date)]
    return chosen, settle(subject, predicate, dates[chosen], coarser=coarser, rejected=rejected, undecided=finer)


def settle(  # noqa: PLR0913 - one list per fate of a value
    subject: str,
    predicate: str,
    chosen: Value,
    *,
    coarser: Sequence[Value] = (),
    rejected: Sequence[Value] = (),
    undecided: Sequence[Value] = (),
) -> list[Statement]:
    """Statements for the accepted value and what stands beside it; none where nothing does."""
    if not (coarser or rejected or undecided):
        return []
    accepted = _identifier(subject, predicate, chosen)
    against = tuple(sorted(_identifier(subject, predicate, value) for value in rejected))
    finer_than = tuple(sorted(_identifier(subject, predicate, value) for value in coarser))
    found = [_statement(subject, predicate, chosen, ACCEPTED, refines=finer_than, conflicts=against)]
    found += [_statement(subject, predicate, value, COARSER) for value in coarser]
    found += [_statement(subject, predicate, value, REJECTED, conflicts=(accepted,)) for value in rejected]
    found += [_statement(subject, predicate, value, OPEN) for value in undecided]
    return found


def _identifier(subject: str, predicate: str, value: Value) -> str:
    return statement_id(f"{subject}|{predicate}|{value.text}")


def _statement(  # noqa: PLR0913 - one line per field of a statement
    subject: str,
    predicate: str,
    value: Value,
    status: str,
    *,
    refines: tuple[str, ...] = (),
    conflicts: tuple[str, ...] = (),
) -> Statement:
    return Statement(
        id=_identifier(subject, predicate, value),
        subject=subject,
        predicate=predicate,
        value=value.text,
        status=status,
        confidence=1.0 if status in {ACCEPTED, COARSER} else 0.5,
        evidence=value.evidence,
        refines=refines,
        conflicts_with=conflicts,
    )


def _roles(
    subject: str, happening: Happening, ontology: Ontology
) -> tuple[tuple[tuple[str, str], ...], list[Statement]]:
    """Who takes part: of a role that one fills, whom most articles name, with those named in one breath.

    Others that articles name are rejected where two cannot both be true, and left open elsewhere.
    """
    uses = {use.role: use for use in ontology.type(happening.first.type).roles}
    said: dict[str, dict[str, list[Telling]]] = defaultdict(lambda: defaultdict(list))
    for telling in happening.tellings:
        for role, entity in telling.roles:
            said[role][entity].append(telling)
    roles: list[tuple[str, str]] = []
    statements: list[Statement] = []
    for role, fillers in sorted(said.items()):
        values = [_value(entity, tellings) for entity, tellings in sorted(fillers.items())]
        if role not in uses or uses[role].many or len(values) == 1:
            roles.extend((role, value.text) for value in values)
            continue
        chosen = min(values, key=lambda value: (-value.articles, value.text))
        beside = {chosen.text}
        if not uses[role].required:
            beside.update(entity for telling in fillers[chosen.text] for entity in telling.fillers(role))
        others = [value for value in values if value.text not in beside]
        roles.extend((role, entity) for entity in beside)
        exclusive = role in _EXCLUSIVE and happening.first.modality is Modality.ACTUAL
        fate = {"rejected": others} if exclusive else {"undecided": others}
        statements.extend(settle(subject, role, chosen, **fate))
    return tuple(sorted(roles)), statements


def _texts(tellings: Sequence[Telling]) -> tuple[tuple[str, str], ...]:
    """For each role that words fill, the fullest words."""
    said: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        for role, text in telling.texts:
            said[role].add(text)
    return tuple((role, min(texts, key=lambda text: (-len(text), text))) for role, texts in sorted(said.items()))


def _modifier(happening: Happening, date: PartialDate | None) -> str:
    """The words beside the date that was chosen, where all who state it have such words."""
    if date is None:
        return ""
    chosen = [t.dates for t in happening.tellings if date in (t.dates.date, t.dates.start, t.dates.end)]
    words = sorted({dates.modifier for dates in chosen})
    return words[0] if words and words[0] else ""


def _bounds(date: PartialDate | None, start: PartialDate | None, end: PartialDate | None, modifier: str) -> Bounds:
    """The bounds of a point event, or of a spell whose beginning and end are stated."""
    if start is None and end is None:
        return possible(date, modifier)
    return spell_bounds(start, end)


def spell_bounds(start: PartialDate | None, end: PartialDate | None) -> Bounds:
    """The bounds of a stated stretch: 2000-2009 is certain from the last day of 2000 to the first of 2009."""
    not_before = None if start is None else start.first_day
    not_after = None if end is None else end.last_day
    if start is None or end is None or start.last_day > end.first_day:
        return Bounds(not_before, None, None, not_after)
    return Bounds(not_before, start.last_day, end.first_day, not_after)
