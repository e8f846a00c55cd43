"""Whether a graph keeps to the shapes of the ontology, in plain words.

Both halves come from one file, ``shapes.ttl``: its SPARQL checks run as plain queries on pyoxigraph, thousands of times
faster than inside a SHACL engine, and its core shapes run in pySHACL where that is installed.
"""

import importlib.util
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.iri import PREFIXES
from graphbuild.query.engine import graph_files, load, run, shortened
from graphbuild.query.shacl import Breach, core_breaches

_CHECKS = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?severity ?message ?select {
  ?shape sh:severity ?severity ; sh:sparql ?check .
  ?check sh:message ?message ; sh:select ?select .
  FILTER (LANG(?message) = "%s")
} ORDER BY ?select
"""
_LABELS = "SELECT ?term ?label { ?term rdfs:label ?label FILTER (LANG(?label) = '%s') }"
_WORDS = {
    "MinCount": {"en": "has no {path}", "id": "tidak punya {path}"},
    "MaxCount": {"en": "has more than one {path}", "id": "punya lebih dari satu {path}"},
    "Class": {"en": "{path}: {value} is not of the right kind", "id": "{path}: {value} bukan jenis yang tepat"},
    "Or": {"en": "{path}: {value} is not of the right kind", "id": "{path}: {value} bukan jenis yang tepat"},
    "In": {"en": "{path}: {value} is not allowed", "id": "{path}: {value} tidak diperbolehkan"},
    "LessThanOrEquals": {"en": "{path}: {value} is later than its limit", "id": "{path}: {value} melewati batasnya"},
}
_NAME = {"en": "name", "id": "nama"}
_OTHERWISE = {"en": "{path}: {value} is not a proper value", "id": "{path}: {value} bukan nilai yang benar"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (``violation``) or that a person should look at (``warning``), and where."""

    severity: str
    message: str
    where: str
    name: str = ""

    def __str__(self) -> str:
        """The finding as one line for a reader."""
        named = f"{self.name} ({self.where})" if self.name else self.where
        return f"{self.severity}: {named}: {self.message}"


def check_graph(place: Path, language: str = "en", *, core: bool | None = None) -> tuple[Finding, ...]:
    """Everything that a graph folder or file breaks, violations first; ``language`` is ``en`` or ``id``.

    ``core`` says whether to run the core shapes in pySHACL, which takes about 10 seconds per 100,000 triples; None runs
    them where pySHACL is installed (``pip install graphbuild[check]``).

    Raises:
        InputError: there is no graph.
        SetupError: ``core`` is wanted and pySHACL is not installed.
    """
    files = graph_files(place)
    store = load(files)
    findings = list(_checked(store, language))
    if core or (core is None and importlib.util.find_spec("pyshacl") is not None):
        labels = dict(_labels(language)) | {PREFIXES["rdfs"] + "label": _NAME[language]}
        findings += [_finding(breach, labels, language) for breach in core_breaches(files, _shapes())]
    named = {finding: _named(store, finding) for finding in dict.fromkeys(findings)}
    return tuple(sorted(named.values(), key=lambda f: (f.severity, f.message, f.where)))


def _shapes() -> Path:
    return ontology_folder() / "shapes.ttl"


def _checked(store: ox.Store, language: str) -> Iterator[Finding]:
    """What the SPARQL checks of the shapes file find."""
    for severity, message, select in run(load([_shapes()]), _CHECKS % language).rows:
        for found in run(store, str(select)).rows:
            where = " + ".join(str(cell) for cell in found if cell is not None)
            yield Finding(str(severity).rpartition("#")[2].lower(), str(message), where)


def _finding(breach: Breach, labels: Mapping[str, str], language: str) -> Finding:
    words = _WORDS.get(breach.component, _OTHERWISE)[language]
    path = labels.get(breach.path, shortened(breach.path))
    value = shortened(breach.value) if breach.value else ""
    return Finding(breach.severity, words.format(path=path, value=value), shortened(breach.focus))


def _labels(language: str) -> Iterator[tuple[str, str]]:
    ontology = load([ontology_folder() / "graphbuild.ttl"])
    answer = ontology.query(_LABELS % language, prefixes=PREFIXES)
    assert isinstance(answer, ox.QuerySolutions)
    for row in answer:
        yield row["term"].value, row["label"].value


def _named(store: ox.Store, finding: Finding) -> Finding:
    """The finding with the name of what it is about, where that has one."""
    first = finding.where.split(" + ")[0]
    prefix, _, rest = first.partition(":")
    iri = PREFIXES.get(prefix, f"{prefix}:") + rest
    label = next(iter(store.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(PREFIXES["rdfs"] + "label"), None)), None)
    name = "" if label is None else getattr(label.object, "value", "")
    return Finding(finding.severity, finding.message, finding.where, name)
