"""A graph as tables: entities, events, who took part in what, and the sentences that say so."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.export.stored import Node, entities, events, graph_file, nodes, roles
from graphbuild.storage import whole_file

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs cells that begin like this
_TIMES = ("when", "date", "precision", "notBefore", "from", "to", "notAfter", "start", "end")
_WORDS = ("instrument", "cause", "role", "field", "award", "subject", "charge", "penalty", "causeOfDeath", "asWritten")

Row = Iterable[str]


def tables(folder: Path, output: Path) -> tuple[Path, ...]:
    """Write a graph as CSV tables into a folder; words that a spreadsheet would run get an apostrophe before them."""
    found = nodes(graph_file(folder))
    made = {
        "entities": (("id", "kind", "name", "aliases", "organization", "parent", "seats"), _entities(found)),
        "events": (("id", "type", "label", "confidence", *_TIMES, *_WORDS, "sentence"), _events(found)),
        "participants": (("event", "role", "entity", "name"), _participants(found)),
        "unconfirmed": (("id", "modality", "type", "label", "sentence"), _unconfirmed(found)),
        "evidence": (("event", "sentence", "text", "article", "begin", "stop"), _evidence(found)),
        "articles": (("id", "title", "publisher", "date", "url", "file"), _articles(found)),
    }
    for name, (columns, rows) in made.items():
        with whole_file(output / f"{name}.csv") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return tuple(output / f"{name}.csv" for name in made)


def _entities(found: dict[str, Node]) -> Iterator[Row]:
    for node in entities(found):
        parent = node.one("org:subOrganizationOf") or node.one("gb:within")
        aliases = " | ".join(node.all("skos:altLabel"))
        owner = node.one("gb:organization")
        yield node.id, node.kind, node.one("rdfs:label"), aliases, owner, parent, node.one("gb:seats")


def _events(found: dict[str, Node]) -> Iterator[Row]:
    for node in events(found):
        told = (" | ".join(node.all(f"gb:{name}")) for name in ("confidence", *_TIMES, *_WORDS))
        yield node.id, node.kind, node.one("rdfs:label"), *told, _sentence(node, found)


def _participants(found: dict[str, Node]) -> Iterator[Row]:
    for event in events(found):
        for role, entity in roles(event, found):
            yield event.id, role, entity.id, entity.one("rdfs:label")


def _unconfirmed(found: dict[str, Node]) -> Iterator[Row]:
    for node in found.values():
        if node.kind == "UnconfirmedEvent":
            kind = node.one("gb:eventType").removeprefix("gb:")
            yield node.id, node.one("gb:modality"), kind, node.one("rdfs:label"), _sentence(node, found)


def _evidence(found: dict[str, Node]) -> Iterator[Row]:
    for event in events(found):
        for sentence in event.all("gb:saidIn"):
            said = found.get(sentence, event)
            yield event.id, sentence, *(said.one(f"gb:{name}") for name in ("text", "article", "begin", "stop"))


def _articles(found: dict[str, Node]) -> Iterator[Row]:
    names = ("dcterms:title", "dcterms:publisher", "gb:date", "gb:url", "gb:file")
    return ((node.id, *map(node.one, names)) for node in found.values() if node.kind == "Article")


def _sentence(event: Node, found: dict[str, Node]) -> str:
    main = found.get(event.one("gb:mainSentence"))
    return "" if main is None else main.one("gb:text")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
