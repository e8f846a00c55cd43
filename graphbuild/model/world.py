"""What the world is made of once all articles are read: entities, events, evidence, conflicts, graph."""

import datetime as dt
from dataclasses import dataclass, field

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Kind, Modality, Source, Span


@dataclass(frozen=True, slots=True)
class Article:
    """What the graph keeps of an article: enough to show and to find it again, not its text."""

    id: str
    title: str
    source: Source
    length: int
    sha256: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Why we believe an event: a sentence of an article, the trigger in it, and the rule that read it."""

    document: str
    sentence: Span
    quote: str
    trigger: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, office, organization or place of the world. ``id`` is the local part of its IRI.

    ``of`` is the organization or place an office belongs to; ``parent`` the larger organization a unit belongs to;
    ``members`` are the article chains it was merged from, as ``(document id, chain id)``.
    """

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...]
    members: tuple[tuple[str, str], ...]
    of: str | None = None
    parent: str | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The certain (``since``, ``until``) and possible (``not_before``, ``not_after``) days of an event or a spell.

    All four are inclusive days; None is open. For a point event only the possible bounds are used.
    """

    not_before: dt.date | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    not_after: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening or spell of the world, with every claim that tells it.

    ``roles`` are ``(role, entity id)`` pairs, ``texts`` are ``(role, words)`` pairs, both sorted.
    """

    id: str
    type: str
    roles: tuple[tuple[str, str], ...]
    evidence: tuple[Evidence, ...]
    texts: tuple[tuple[str, str], ...] = ()
    modality: Modality = Modality.ACTUAL
    label: str = ""
    date: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    modifier: str = ""
    bounds: Bounds = field(default_factory=Bounds)
    confidence: float = 1.0
    started_by: str | None = None
    ended_by: str | None = None
    replaces: str | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One value that articles claim for one property of an entity or event, and what became of it.

    ``status`` is accepted, coarser, rejected, denied, rumour or open; ``basis`` is stated, inferred or derived.
    """

    id: str
    subject: str
    predicate: str
    value: str
    status: str
    confidence: float
    evidence: tuple[Evidence, ...]
    basis: str = "stated"
    refines: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two chains, or two entities, are the same, why, and who said so (``machine`` or ``person``)."""

    left: str
    right: str
    verdict: str
    score: float
    reasons: tuple[str, ...]
    author: str = "machine"


@dataclass(frozen=True, slots=True)
class Graph:
    """The result: sorted by id throughout, so that equal input gives equal output."""

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...] = ()
    judgements: tuple[Judgement, ...] = ()
