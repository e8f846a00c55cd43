"""Questions to a graph: a named one with its parameters, or SPARQL of the user's own.

>>> from pathlib import Path
>>> ask(Path("output"), "who-held", {"office": "Dirjen Pesisir", "on": "2023-12-04"})  # doctest: +SKIP
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.model.dates import PartialDate, Precision
from graphbuild.query.catalog import Parameter, Question, fill, question
from graphbuild.query.engine import graph_files, load, run
from graphbuild.query.limits import run_apart
from graphbuild.query.names import bearers
from graphbuild.query.result import Result

SECONDS = 60.0
"""How long a query may run after loading; the named ones take under a second on a million triples."""

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OpenGraph:
    """A graph in memory, for asking more than once."""

    store: ox.Store

    def ask(self, name: str, parameters: Values | None = None, seconds: float | None = SECONDS) -> Result:
        """The answer to a named question; errors as in ``run_query``."""
        return run(self.store, prepared(self.store, question(name), parameters or {}), seconds)

    def sparql(self, text: str, seconds: float | None = SECONDS) -> Result:
        """The answer to a SPARQL query; errors as in ``run_sparql``."""
        return run(self.store, text, seconds)


def open_graph(place: Path | Sequence[Path]) -> OpenGraph:
    """Load a graph folder, or RDF files, for many questions; ``InputError`` where there is no graph."""
    return OpenGraph(load(graph_files(place)))


def run_query(place: Path | Sequence[Path], name: str, parameters: Values, seconds: float | None = SECONDS) -> Result:
    """The answer to a named question on the files of a graph folder, or on RDF files.

    ``parameters`` are words as a user gives them: names, ids, ISO dates.

    Raises:
        InputError: there is no graph.
        QueryError: there is no such question, a parameter is missing, unknown or unusable, or nobody bears a name.
    """
    asked = question(name)
    store = load(graph_files(place, asked.needs))
    return run(store, prepared(store, asked, parameters), seconds)


def run_sparql(place: Path | Sequence[Path], text: str, seconds: float | None = SECONDS) -> Result:
    """The answer to a SPARQL query of the user's own, run in a process apart that is ended when its time is up.

    Raises:
        InputError: there is no graph.
        QueryError: the query is not valid, asks another server, or takes too long.
    """
    return run_apart(graph_files(place), text, seconds)


def prepared(store: ox.Store, asked: Question, parameters: Values) -> str:
    """The SPARQL of a named question with its parameters looked up and checked; nothing of them is pasted as it is."""
    given = {name: value for name, value in parameters.items() if value.strip()}
    missing = [parameter.name for parameter in asked.parameters if parameter.required and parameter.name not in given]
    if missing:
        message = f"the question {asked.name!r} needs: {', '.join(missing)}"
        raise QueryError(message)
    return fill(asked, {name: _bound(store, asked.parameter(name), value) for name, value in given.items()})


def _bound(store: ox.Store, parameter: Parameter, value: str) -> str:
    """A parameter's value as SPARQL: a date or text as a literal, a name as the IRIs that bear it."""
    if parameter.kind == "date":
        return f'"{_day(parameter, value)}"^^xsd:date'
    if parameter.kind == "text":
        return str(ox.Literal(value))
    return " ".join(str(ox.NamedNode(iri)) for iri in bearers(store, parameter.kind, value))


def _day(parameter: Parameter, value: str) -> str:
    try:
        date = PartialDate(value.strip())
    except ValueError as problem:
        message = f"{parameter.name}: {problem}"
        raise QueryError(message) from problem
    if date.precision is not Precision.DAY:
        message = f"{parameter.name}: {value!r} is no day; write it as 2023-12-04"
        raise QueryError(message)
    return date.iso
