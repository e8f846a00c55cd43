"""The core shapes in pySHACL: an optional extra, and slow, because it works on an rdflib graph."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.namespace import SH

from graphbuild.errors import SetupError


@dataclass(frozen=True, slots=True)
class Breach:
    """One value that breaks a shape: IRIs in full, ``component`` the constraint without its namespace."""

    severity: str
    focus: str
    path: str
    value: str
    component: str


def core_breaches(files: Iterable[Path], shapes: Path) -> tuple[Breach, ...]:
    """What breaks the core shapes of a file, its SPARQL checks left aside; sorted.

    Raises:
        SetupError: pySHACL is not installed.
    """
    try:
        import pyshacl  # noqa: PLC0415 - an optional extra
    except ImportError as problem:
        message = "the core shapes need pySHACL: pip install graphbuild[check]"
        raise SetupError(message) from problem
    data = rdflib.Graph()
    for file in files:
        data.parse(file)
    _, report, _ = pyshacl.validate(data, shacl_graph=_core(shapes), inplace=True)
    breaches = (_breach(report, result) for result in report.subjects(rdflib.RDF.type, SH.ValidationResult))
    return tuple(sorted(breaches, key=lambda breach: (breach.focus, breach.path, breach.component, breach.value)))


def _core(shapes: Path) -> rdflib.Graph:
    graph = rdflib.Graph().parse(shapes)
    graph.remove((None, SH.sparql, None))
    return graph


def _breach(report: rdflib.Graph, result: rdflib.term.Node) -> Breach:
    def text(predicate: rdflib.URIRef) -> str:
        value = report.value(result, predicate)
        return "" if value is None else str(value)

    return Breach(
        severity=text(SH.resultSeverity).rpartition("#")[2].lower(),
        focus=text(SH.focusNode),
        path=text(SH.resultPath),
        value=text(SH.value),
        component=text(SH.sourceConstraintComponent).rpartition("#")[2].removesuffix("ConstraintComponent"),
    )
