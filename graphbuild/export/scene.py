"""A graph as the tables that the page reads: short keys, indexes instead of ids, every text stored once and made safe.

The page gets no markup and no coordinates to guess: positions are computed here, so that the picture is the same from
build to build.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from graphbuild.export.layout import place
from graphbuild.model.text import Kind, Modality
from graphbuild.model.world import Entity, Event, Evidence, Graph
from graphbuild.ontology.types import EventType, Label, Ontology

Json = dict[str, object]
Pair = tuple[int, int]

OPENING = 250
"""Nodes in the opening view of a large graph: about what a screen can label without zooming."""

WHOLE = 400
"""Up to so many nodes the opening view shows the whole graph."""

LONGEST_NAME = 300
LONGEST_QUOTE = 1200
LONGEST_FIELD = 400
"""Characters shown of a name, a quote and any other words; no true one in 42,000 articles is longer."""

_TARGETS = ("office", "organization", "institution", "place", "parties", "by", "predecessor", "successor")
"""Where an event without a declared edge leads to, best first."""


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn: the pairs that each event joins, all places, and the places of the opening view."""

    edges: tuple[tuple[Pair, ...], ...]
    everywhere: dict[int, tuple[int, int]]
    places: dict[int, tuple[int, int]]


def scene(graph: Graph, ontology: Ontology, focus: str | None = None) -> Json:
    """Everything that the page needs to know of a graph; ``focus`` is the id of the entity to open on."""
    number = {entity.id: index for index, entity in enumerate(graph.entities)}
    quotes = _Quotes(graph)
    view = opening(graph, ontology, focus)
    whole = view.places is view.everywhere
    return {
        **_terms(ontology),
        **quotes.outlets_and_articles(),
        "entities": [_entity(entity, number, view.everywhere.get(i)) for i, entity in enumerate(graph.entities)],
        "events": [_event(event, ends, number, quotes) for event, ends in zip(graph.events, view.edges, strict=True)],
        "statements": list(_statements(graph, number, quotes)),
        "quotes": quotes.rows,
        "home": None if whole else [(node, x, y) for node, (x, y) in view.places.items()],
        "focus": number.get(focus or ""),
    }


def opening(graph: Graph, ontology: Ontology, focus: str | None = None) -> View:
    """What is drawn and where, for all nodes and for the view that the page opens on."""
    number = {entity.id: index for index, entity in enumerate(graph.entities)}
    edges = tuple(_ends(event, ontology, number) for event in graph.events)
    pairs = sorted({*_structure(graph.entities, number), *(pair for ends in edges for pair in ends)})
    shown = sorted({node for pair in pairs for node in pair})
    everywhere = _positions(graph.entities, shown, pairs)
    home = _home(shown, pairs, number.get(focus or ""))
    if len(home) == len(shown):
        return View(edges, everywhere, everywhere)
    inside = set(home)
    return View(edges, everywhere, _positions(graph.entities, home, [p for p in pairs if inside.issuperset(p)]))


def clean(text: str, longest: int) -> str:
    r"""The text without control and direction characters, in one line, cut where it is absurdly long.

    >>> clean("Budi\x00\u202e Santoso\n", 40)
    'Budi Santoso'
    """
    kept = "".join(
        " " if char.isspace() else char
        for char in text.encode("utf-8", "replace").decode("utf-8")
        if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or char in "\u200c\u200d"
    )
    line = " ".join(kept.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _label(label: Label) -> Json:
    return {"id": label.id, "en": label.en}


def _terms(ontology: Ontology) -> Json:
    """The words of the ontology in both languages."""
    kinds = {term.kind: _label(term.label) for term in ontology.kinds}
    return {
        "kinds": [
            {"name": kind.value, "label": kinds.get(kind, {"id": kind.value, "en": kind.value})} for kind in Kind
        ],
        "modalities": [modality.value for modality in Modality],
        "roles": {role.name: _label(role.label) for role in ontology.roles},
        "types": [
            {
                "name": event_type.name,
                "label": _label(event_type.label),
                "spell": event_type.spell,
                "edge": _label(event_type.edge.label if event_type.edge is not None else event_type.label),
            }
            for event_type in ontology.types
        ],
    }


def _entity(entity: Entity, number: dict[str, int], position: tuple[int, int] | None) -> Json:
    others = (clean(name, LONGEST_NAME) for name in entity.names if name != entity.name)
    row: Json = {
        "id": entity.id,
        "k": list(Kind).index(entity.kind),
        "n": clean(entity.name, LONGEST_NAME) or "—",
        "a": [name for name in others if name],
        "of": number.get(entity.of or ""),
        "up": number.get(entity.parent or ""),
        "p": position,
    }
    return {key: value for key, value in row.items() if value not in (None, [], ())}


def _event(event: Event, ends: tuple[Pair, ...], number: dict[str, int], quotes: "_Quotes") -> Json:
    bounds = (event.bounds.not_before, event.bounds.since, event.bounds.until, event.bounds.not_after)
    row: Json = {
        "id": event.id,
        "t": event.type,
        "r": [(role, number[entity]) for role, entity in event.roles if entity in number],
        "w": [(role, clean(words, LONGEST_FIELD)) for role, words in event.texts],
        "m": list(Modality).index(event.modality) or None,
        "l": clean(event.label, 40) or None,
        "d": str(event.date) if event.date is not None else None,
        "s": str(event.start) if event.start is not None else None,
        "e": str(event.end) if event.end is not None else None,
        "q": clean(event.modifier, 40) or None,
        "b": [day.isoformat() if day is not None else None for day in bounds] if any(bounds) else None,
        "c": round(event.confidence, 2) if event.confidence < 1 else None,
        "v": quotes.add(event.evidence),
        "g": ends,
        "sb": event.started_by,
        "eb": event.ended_by,
        "rp": event.replaces,
        "fl": event.follows,
    }
    return {key: value for key, value in row.items() if value not in (None, [], ())}


def _statements(graph: Graph, number: dict[str, int], quotes: "_Quotes") -> Iterator[Json]:
    """What articles claim besides or against the accepted facts; plainly accepted values show in the event itself."""
    contested = {other for statement in graph.statements for other in statement.conflicts_with}
    for statement in graph.statements:
        if statement.status == "accepted" and not statement.conflicts_with and statement.id not in contested:
            continue
        yield {
            "id": statement.id,
            "s": statement.subject,
            "p": statement.predicate,
            "o": number.get(statement.value, clean(statement.value, LONGEST_FIELD)),
            "t": statement.status,
            "v": quotes.add(statement.evidence),
            "x": [*statement.conflicts_with],
        }


def _ends(event: Event, ontology: Ontology, number: dict[str, int]) -> tuple[Pair, ...]:
    """The pairs of entities that the picture joins for an event."""
    fillers: dict[str, list[int]] = {}
    for role, entity in event.roles:
        if entity in number:
            fillers.setdefault(role, []).append(number[entity])
    event_type = _type(event.type, ontology)
    edge = event_type.edge if event_type is not None else None
    source, target = (edge.source, edge.target) if edge is not None else ("person", "office")
    starts = fillers.get(source) or fillers.get("person") or []
    if source == target:
        return tuple((a, b) for i, a in enumerate(starts[:4]) for b in starts[i + 1 : 4])
    goals = fillers.get(target) or next((fillers[role] for role in _TARGETS if role in fillers and role != source), [])
    return tuple(sorted({(a, b) for a in starts for b in goals if a != b}))


def _type(name: str, ontology: Ontology) -> EventType | None:
    return next((event_type for event_type in ontology.types if event_type.name == name), None)


def _structure(entities: tuple[Entity, ...], number: dict[str, int]) -> set[Pair]:
    """The pairs of a post and its organization, and of a unit and what it is part of."""
    return {
        (i, number[other])
        for i, entity in enumerate(entities)
        for other in (entity.of, entity.parent)
        if other is not None and other in number and number[other] != i
    }


def _positions(entities: tuple[Entity, ...], shown: list[int], pairs: list[Pair]) -> dict[int, tuple[int, int]]:
    rank = {node: index for index, node in enumerate(shown)}
    return dict(zip(shown, place([entities[i].id for i in shown], [(rank[a], rank[b]) for a, b in pairs]), strict=True))


def _home(shown: list[int], pairs: list[Pair], focus: int | None) -> list[int]:
    """The nodes to open on: all of a small graph, else what lies closest to the focus or to the most connected node."""
    if len(shown) <= WHOLE and focus is None:
        return shown
    neighbors: dict[int, set[int]] = {node: set() for node in shown}
    for left, right in pairs:
        neighbors[left].add(right)
        neighbors[right].add(left)
    size = Counter({node: len(others) for node, others in neighbors.items()})
    start = focus if focus is not None else max(shown, key=lambda node: (size[node], -node))
    found, front = {start: None}, [start]
    while front and len(found) < OPENING:
        reached = {other for node in front for other in neighbors.get(node, ()) if other not in found}
        front = sorted(reached, key=lambda node: (-size[node], node))[: OPENING - len(found)]
        found.update(dict.fromkeys(front))
    return sorted(found)


class _Quotes:
    """Articles and quoted sentences, each stored once, in the order in which they are first needed."""

    def __init__(self, graph: Graph) -> None:
        self.rows: list[tuple[int, str]] = []
        self._known: dict[tuple[str, int, str], int] = {}
        self._graph = graph
        self._number = {article.id: index for index, article in enumerate(graph.articles)}

    def add(self, evidence: Iterable[Evidence]) -> list[tuple[int, int, int]]:
        """Rows ``(quote, start, end)``: the index of the quote and the stretch of it that names the event."""
        return [row for item in evidence if (row := self._add(item)) is not None]

    def _add(self, evidence: Evidence) -> tuple[int, int, int] | None:
        article = self._number.get(evidence.document)
        if article is None:
            return None
        inside = evidence.sentence.holds(evidence.trigger)
        start = evidence.trigger.start - evidence.sentence.start if inside else 0
        end = evidence.trigger.end - evidence.sentence.start if inside else 0
        before, middle, after = evidence.quote[:start], evidence.quote[start:end], evidence.quote[end:]
        left, word, right = (clean(part, LONGEST_QUOTE) for part in (before, middle, after))
        left += " " if left and (before[-1:].isspace() or middle[:1].isspace()) else ""
        word += " " if word and (middle[-1:].isspace() or after[:1].isspace()) else ""
        key = (evidence.document, evidence.sentence.start, left + word + right)
        if key not in self._known:
            self._known[key] = len(self.rows)
            self.rows.append((article, left + word + right))
        return self._known[key], _units(left), _units(left + word.rstrip())

    def outlets_and_articles(self) -> Json:
        """The outlets by name and the articles as ``(title, outlet, link, date)``."""
        sources = [article.source for article in self._graph.articles]
        outlets = sorted({clean(source.outlet or "", LONGEST_FIELD) for source in sources})
        rows = [
            (
                clean(article.title, LONGEST_FIELD) or "—",
                outlets.index(clean(article.source.outlet or "", LONGEST_FIELD)),
                link(article.source.url),
                str(article.source.published or ""),
            )
            for article in self._graph.articles
        ]
        return {"outlets": outlets, "articles": rows}


def link(url: str | None) -> str:
    """The address if it is one of the web that can be followed safely, else nothing.

    >>> link("javascript:alert(1)"), link("https://koran.example/a")
    ('', 'https://koran.example/a')
    """
    if url is None or any(unicodedata.category(char)[0] == "C" or char.isspace() for char in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname else ""


def _units(text: str) -> int:
    """The length of a text as the browser counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "replace")) // 2
