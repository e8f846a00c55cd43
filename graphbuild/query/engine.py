"""SPARQL over the files of a graph, on pyoxigraph: loading, running under a time limit, and plain values out."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from graphbuild.errors import InputError, QueryError
from graphbuild.ontology.iri import PREFIXES
from graphbuild.query.result import Cell, Result

Row = TypeVar("Row")

FILES = ("graph", "claims", "mentions")
"""The stems of the files that a graph folder holds."""

_XSD = PREFIXES["xsd"]
_WHOLE = {f"{_XSD}{name}" for name in ("integer", "int", "long")}
_BROKEN = {f"{_XSD}{name}" for name in ("decimal", "double", "float")}
_SKIPPED = re.compile(
    r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|<[^<>\s]*>|#[^\n]*", re.DOTALL
)
_REMOTE = re.compile(r"(?<![\w?$:])SERVICE(?![\w:])", re.IGNORECASE)


def graph_files(place: Path | Sequence[Path], needs: Iterable[str] = FILES) -> tuple[Path, ...]:
    """The Turtle files of a graph: those of a folder that ``needs`` names, or the files given.

    Raises:
        InputError: there is no such file, or the folder holds no ``graph.ttl``.
    """
    if not isinstance(place, Path):
        return tuple(file for one in place for file in graph_files(one, needs))
    if place.is_file():
        return (place,)
    files = tuple(place / f"{stem}.ttl" for stem in FILES if stem in set(needs) and (place / f"{stem}.ttl").is_file())
    if not (place / "graph.ttl").is_file():
        message = f"no graph in {place}: name a Turtle file, or a folder with graph.ttl that `graphbuild build` wrote"
        raise InputError(message)
    return files


def load(files: Iterable[Path]) -> ox.Store:
    """A store in memory with the triples of RDF files; ``InputError`` names the file that is not valid."""
    store = ox.Store()
    for file in files:
        try:
            store.load(path=str(file))
        except (SyntaxError, ValueError, OSError) as problem:
            message = f"cannot read {file} as RDF: {problem}"
            raise InputError(message) from problem
    return store


def run(store: ox.Store, sparql: str, seconds: float | None = None) -> Result:
    """The answer to a SPARQL query; the prefixes of graph files need not be declared.

    The time limit is heeded between rows, so a query that sorts or counts is only stopped when its first row comes;
    ``run_apart`` of ``limits`` stops any query.

    Raises:
        QueryError: the query is not valid, asks another server, or runs longer than ``seconds``.
    """
    if _REMOTE.search(_SKIPPED.sub(" ", sparql)) is not None:
        message = "SERVICE would ask another server; graphbuild only reads the graph's own files"
        raise QueryError(message)
    try:
        answer = store.query(sparql, prefixes=PREFIXES)
    except (SyntaxError, ValueError) as problem:
        message = f"the query is not valid SPARQL: {problem}"
        raise QueryError(message) from problem
    if isinstance(answer, ox.QueryBoolean):
        return Result(("answer",), ((bool(answer),),))
    if isinstance(answer, ox.QueryTriples):
        rows = tuple((plain(t.subject), plain(t.predicate), plain(t.object)) for t in _timed(answer, seconds))
        return Result(("subject", "predicate", "object"), rows)
    columns = tuple(variable.value for variable in answer.variables)
    cells = _Cells()
    return Result(columns, tuple(tuple([cells[term] for term in row]) for row in _timed(answer, seconds)))


class _Cells(dict[object, Cell]):
    """Plain values by term: an answer of many rows has few terms."""

    def __missing__(self, term: object) -> Cell:
        self[term] = cell = plain(term)
        return cell


def plain(term: object) -> Cell:
    """An RDF term as a plain value: numbers and booleans as such, dates as ISO text, IRIs shortened."""
    if isinstance(term, ox.Literal):
        return plain_literal(term.value, term.datatype.value)
    if isinstance(term, ox.NamedNode):
        return shortened(term.value)
    return None if term is None else str(term)


def plain_literal(value: str, datatype: str) -> Cell:
    """The value of a literal by its datatype's IRI."""
    try:
        if datatype in _WHOLE:
            return int(value)
        if datatype in _BROKEN:
            return float(value)
    except ValueError:
        return value
    return value == "true" if datatype == f"{_XSD}boolean" else value


def shortened(iri: str) -> str:
    """An IRI with one of the prefixes, where one fits; the longest that does.

    >>> shortened("https://w3id.org/graphbuild/id/person/siti-rahma-1a2b3c4d")
    'person:siti-rahma-1a2b3c4d'
    """
    for name, prefix in sorted(PREFIXES.items(), key=lambda item: -len(item[1])):
        if iri.startswith(prefix):
            return f"{name}:{iri.removeprefix(prefix)}"
    return iri


def _timed(rows: Iterator[Row], seconds: float | None) -> Iterator[Row]:
    """The rows, as long as the time allows."""
    stop = None if seconds is None else time.monotonic() + seconds
    for row in rows:
        yield row
        if stop is not None and time.monotonic() > stop:
            raise QueryError(too_slow(seconds))


def too_slow(seconds: float | None) -> str:
    """What to tell when a query ran out of time."""
    return f"the query ran longer than {seconds:g} seconds; narrow it down, add LIMIT, or allow more time"
