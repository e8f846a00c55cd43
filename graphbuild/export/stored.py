"""A graph that was written as Turtle, read back as plain nodes: what the other forms are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import InputError
from graphbuild.ontology.iri import PREFIXES

_PREFIXES = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
_TYPE = PREFIXES["rdf"] + "type"


@dataclass(slots=True)
class Node:
    """A subject of the graph with the values of its properties; ids and properties are shortened by prefixes."""

    id: str
    types: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)

    def all(self, name: str) -> Sequence[str]:
        """The values of a property."""
        return self.values.get(name, ())

    def one(self, name: str) -> str:
        """The first value of a property, empty where there is none."""
        return next(iter(self.values.get(name, ())), "")

    @property
    def kind(self) -> str:
        """The most exact class, without prefix: types are written from the leaf up."""
        return self.types[0].removeprefix("gb:") if self.types else ""


def graph_file(folder: Path, stem: str = "graph") -> Path:
    """A Turtle file of a graph folder; a file stands for itself.

    Raises:
        InputError: it is not there.
    """
    path = folder if folder.is_file() else folder / f"{stem}.ttl"
    if not path.is_file():
        message = f"no graph in {folder}: name a folder with {stem}.ttl that `graphbuild build` wrote"
        raise InputError(message)
    return path


def nodes(path: Path) -> dict[str, Node]:
    """All subjects of a Turtle file by id, in the order of the file; ``InputError`` where it is not valid."""
    found: dict[str, Node] = {}
    for triple in triples(path):
        identifier = short(triple.subject)
        node = found.get(identifier)
        if node is None:
            node = found[identifier] = Node(identifier)
        if triple.predicate.value == _TYPE:
            node.types.append(short(triple.object))
        else:
            node.values.setdefault(short(triple.predicate), []).append(short(triple.object))
    return found


def triples(path: Path) -> Iterator[ox.Triple]:
    """The triples of a Turtle file, in its order; ``InputError`` where it is not valid."""
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield ox.Triple(quad.subject, quad.predicate, quad.object)
    except (SyntaxError, ValueError, OSError) as problem:
        message = f"cannot read {path} as Turtle: {problem}"
        raise InputError(message) from problem


def events(found: dict[str, Node]) -> Iterator[Node]:
    """The events among the nodes that are told as fact."""
    return (node for node in found.values() if "gb:Event" in node.types)


def entities(found: dict[str, Node]) -> Iterator[Node]:
    """The people, offices, organizations and places among the nodes."""
    return (node for node in found.values() if "gb:Entity" in node.types)


def roles(event: Node, found: dict[str, Node]) -> Iterator[tuple[str, Node]]:
    """Who takes part in an event, by role: the properties that say more than that somebody is involved."""
    involved = set(event.all("gb:involves"))
    for name, values in event.values.items():
        if name != "gb:involves":
            yield from ((name.removeprefix("gb:"), found[value]) for value in values if value in involved)


def short(term: object) -> str:
    """A literal's value, or an IRI shortened by the prefixes of graph files."""
    if isinstance(term, ox.NamedNode):
        for name, prefix in _PREFIXES:
            if term.value.startswith(prefix):
                return f"{name}:{term.value.removeprefix(prefix)}"
        return term.value
    return term.value if isinstance(term, ox.Literal) else str(term)
