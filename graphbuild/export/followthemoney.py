"""A graph in the schema of followthemoney, for Aleph and OpenSanctions tools: one entity per line of JSON.

Offices are Positions and tenures Occupancies. What has no schema of its own becomes an Event, and studies become an
UnknownLink with the role *studi*. Dates are those stated, where they are a year, a month or a day.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from graphbuild.export.stored import Node, entities, events, graph_file, nodes, roles
from graphbuild.storage import write_whole

Properties = dict[str, list[str]]

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_SCHEMAS = {"Person": "Person", "Office": "Position", "Organization": "Organization", "Place": "Address"}
_LINKS = {
    "Tenure": ("Occupancy", "holder", "post", "gb:office", "Office"),
    "Employment": ("Employment", "employee", "employer", "gb:organization", "Organization"),
    "Affiliation": ("Membership", "member", "organization", "gb:organization", "Organization"),
    "Study": ("UnknownLink", "subject", "object", "gb:organization", "Organization"),
}


def followthemoney(folder: Path, output: Path) -> tuple[Path, ...]:
    """Write a graph as JSON lines of followthemoney entities."""
    found = nodes(graph_file(folder))
    write_whole(output, (json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n" for record in _records(found)))
    return (output,)


def _records(found: dict[str, Node]) -> Iterator[dict[str, object]]:
    for node in found.values():
        if node.kind == "Article":
            yield _record(node, "Article", _article(node))
    lives = _lives(found)
    for node in entities(found):
        yield _record(node, _SCHEMAS[node.kind], _entity(node, found) | lives.get(node.id, {}))
    for node in events(found):
        yield _link(node, found) or _record(node, "Event", _event(node, found))


def _record(node: Node, schema: str, properties: Properties) -> dict[str, object]:
    kept = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": _id(node.id), "schema": schema, "properties": {name: told for name, told in kept.items() if told}}


def _article(node: Node) -> Properties:
    return {
        "fileName": [node.one("gb:file")],
        "title": [node.one("dcterms:title")],
        "publisher": [node.one("dcterms:publisher")],
        "publishedAt": _dates(node, "gb:when"),
        "sourceUrl": [node.one("gb:url")],
    }


def _entity(node: Node, found: dict[str, Node]) -> Properties:
    name = [node.one("rdfs:label")]
    if node.kind == "Place":
        return {"full": name}
    told = {"name": name, "alias": list(node.all("skos:altLabel"))}
    owner = found.get(node.one("gb:organization"))
    if owner is not None and owner.kind == "Organization":
        told["organization"] = [_id(owner.id)]
    elif owner is not None:
        told["subnationalArea"] = [owner.one("rdfs:label")]
    if node.kind == "Organization":
        told["parent"] = [_id(parent) for parent in node.all("org:subOrganizationOf")]
    if node.kind == "Office":
        told["numberOfSeats"] = [node.one("gb:seats")]
    return told


def _lives(found: dict[str, Node]) -> dict[str, Properties]:
    """Births and deaths as properties of the people."""
    lives: dict[str, Properties] = {}
    for event in events(found):
        if event.kind in ("Birth", "Death"):
            life = lives.setdefault(event.one("gb:person"), {})
            life.setdefault(f"{event.kind.lower()}Date", []).extend(_dates(event, "gb:when"))
            if event.kind == "Birth":
                places = [found[place].one("rdfs:label") for place in event.all("gb:place") if place in found]
                life.setdefault("birthPlace", []).extend(places)
    return lives


def _link(event: Node, found: dict[str, Node]) -> dict[str, object] | None:
    """A spell as the schema that links its person to an office or organization; None where it names neither."""
    if event.kind not in _LINKS:
        return None
    schema, source, target, predicate, wanted = _LINKS[event.kind]
    other = found.get(event.one(predicate))
    if other is None or other.kind != wanted:
        return None
    told = _evidence(event, found) | {source: [_id(event.one("gb:person"))], target: [_id(other.id)]}
    if event.kind != "Tenure":
        role = [*event.all("gb:role"), *event.all("gb:field")]
        told["role"] = [", ".join(["studi", *role])] if event.kind == "Study" else role
    return _record(event, schema, told)


def _event(event: Node, found: dict[str, Node]) -> Properties:
    who = [_id(node.id) for _, node in roles(event, found) if node.kind in ("Person", "Organization")]
    where = [node.one("rdfs:label") for role, node in roles(event, found) if role == "place"]
    told = {"name": [event.one("rdfs:label")], "involved": who, "location": where, "date": _dates(event, "gb:when")}
    return told | _evidence(event, found)


def _evidence(event: Node, found: dict[str, Node]) -> Properties:
    said = [found[sentence] for sentence in event.all("gb:saidIn") if sentence in found]
    main = found.get(event.one("gb:mainSentence"))
    return {
        "startDate": _dates(event, "gb:start"),
        "endDate": _dates(event, "gb:end"),
        "summary": [] if main is None else [main.one("gb:text")],
        "proof": [_id(sentence.one("gb:article")) for sentence in said],
    }


def _dates(node: Node, name: str) -> list[str]:
    return [value for value in node.all(name) if _ISO.fullmatch(value)]


def _id(identifier: str) -> str:
    """An id with the characters that the tools accept."""
    return re.sub(r"[^A-Za-z0-9._-]", "-", identifier.rpartition("/id/")[2])
