"""A graph as QuickStatements (version 1) for Wikidata: what can be said without knowing Wikidata's own items.

A person becomes a new item with names, a birth and a death date. Tenures are left out: they need the items of the
offices, which only a person who looks them up knows. Check that nobody has an item already before anything is run.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from graphbuild.export.stored import Node, entities, events, graph_file, nodes
from graphbuild.storage import write_whole

_HUMAN, _INSTANCE, _REFERENCE = "Q5", "P31", "S854"
_DATES = {"Birth": "P569", "Death": "P570"}
_PRECISION = {4: 9, 7: 10, 10: 11}  # Wikidata's numbers for year, month and day
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def quickstatements(folder: Path, output: Path) -> tuple[Path, ...]:
    """Write the people of a graph as commands that create their items."""
    found = nodes(graph_file(folder))
    write_whole(output, (line + "\n" for line in _commands(found)))
    return (output,)


def _commands(found: dict[str, Node]) -> Iterator[str]:
    lives: dict[str, list[str]] = {}
    for event in events(found):
        if event.kind in _DATES:
            lives.setdefault(event.one("gb:person"), []).extend(_dated(event, found))
    for node in entities(found):
        if node.kind == "Person":
            yield "CREATE"
            yield _line("LAST", "Lid", _quoted(node.one("rdfs:label")))
            yield _line("LAST", "Len", _quoted(node.one("rdfs:label")))
            yield from (_line("LAST", "Aid", _quoted(alias)) for alias in node.all("skos:altLabel"))
            yield _line("LAST", _INSTANCE, _HUMAN)
            yield from lives.get(node.id, [])


def _dated(event: Node, found: dict[str, Node]) -> Iterator[str]:
    stated = event.one("gb:when")
    if _ISO.fullmatch(stated):
        time = f"+{(stated + '-00-00')[:10]}T00:00:00Z/{_PRECISION[len(stated)]}"
        yield _line("LAST", _DATES[event.kind], time, *_reference(event, found))


def _reference(event: Node, found: dict[str, Node]) -> tuple[str, ...]:
    """The address of the article that the main sentence is from, where it is known."""
    sentence = found.get(event.one("gb:mainSentence"))
    article = None if sentence is None else found.get(sentence.one("gb:article"))
    url = "" if article is None else article.one("gb:url")
    return (_REFERENCE, _quoted(url)) if url else ()


def _line(*parts: str) -> str:
    return "\t".join(parts)


def _quoted(words: str) -> str:
    """Words in quotes; the format has no escapes, so quotes in them become apostrophes and breaks become spaces."""
    return '"' + _BREAKS.sub(" ", words).replace('"', "'") + '"'
