"""A graph folder in the forms of other tools: one function per form, all reading the Turtle that was written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.export.followthemoney import followthemoney
from graphbuild.export.networks import gexf, graphml
from graphbuild.export.quickstatements import quickstatements
from graphbuild.export.stored import graph_file, triples
from graphbuild.export.tables import tables
from graphbuild.ontology.iri import BASE
from graphbuild.storage import whole_file, write_whole

STEMS = ("graph", "claims", "mentions")


def export_graph(folder: Path, to: str, output: Path) -> tuple[Path, ...]:
    """Write a graph folder in another form and give the paths: one file, or for ``csv`` a folder of tables.

    Raises:
        InputError: the folder holds no graph.
        OutputError: the output cannot be written.
        QueryError: there is no such form; the message lists those there are.
    """
    if to not in FORMS:
        message = f"no form is called {to!r}; there are: {', '.join(FORMS)}"
        raise QueryError(message)
    return FORMS[to](folder, output)


def _stored(folder: Path) -> list[tuple[str, Path]]:
    """The Turtle files that a folder has, the facts first."""
    first = graph_file(folder)
    return [("graph", first)] + [
        (stem, folder / f"{stem}.ttl") for stem in STEMS[1:] if (folder / f"{stem}.ttl").is_file()
    ]


def _n_triples(folder: Path, output: Path) -> tuple[Path, ...]:
    return _serialized(folder, output, ox.RdfFormat.N_TRIPLES)


def _json_ld(folder: Path, output: Path) -> tuple[Path, ...]:
    return _serialized(folder, output, ox.RdfFormat.JSON_LD)


def _serialized(folder: Path, output: Path, form: ox.RdfFormat) -> tuple[Path, ...]:
    """All triples of the folder in one file, written beside its place first."""
    every = (triple for _, path in _stored(folder) for triple in triples(path))
    with whole_file(output) as out:
        ox.serialize(every, out.buffer, format=form)
    return (output,)


def _trig(folder: Path, output: Path) -> tuple[Path, ...]:
    """The facts as the default graph, claims and mentions as graphs of their own."""
    write_whole(output, _trig_pieces(folder))
    return (output,)


def _trig_pieces(folder: Path) -> Iterator[str]:
    for at, (stem, path) in enumerate(_stored(folder)):
        if at:
            yield f"\n<{BASE}graph/{stem}> {{\n"
        with path.open(encoding="utf-8") as lines:
            yield from (line for line in lines if not at or not line.startswith("@"))
        if at:
            yield "}\n"


FORMS: dict[str, Callable[[Path, Path], tuple[Path, ...]]] = {
    "nt": _n_triples,
    "trig": _trig,
    "jsonld": _json_ld,
    "graphml": graphml,
    "gexf": gexf,
    "csv": tables,
    "followthemoney": followthemoney,
    "quickstatements": quickstatements,
}
"""What ``graphbuild export --to`` can write."""
