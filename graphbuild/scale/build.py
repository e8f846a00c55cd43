"""From a folder of articles to a folder of results: facts, graph, page, report."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graphbuild.errors import InputError
from graphbuild.export.annotation import annotate
from graphbuild.export.html import write_page
from graphbuild.export.rdf import write_turtle
from graphbuild.model.text import Facts
from graphbuild.model.world import Graph
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.pipeline import Stopwatch
from graphbuild.resolve.build import resolve_facts
from graphbuild.resolve.judgements import corrections, write_judgements
from graphbuild.scale.report import Report
from graphbuild.scale.run import Options, collect_facts, stored_facts, versions
from graphbuild.storage import write_whole

FACTS, ANNOTATION, JUDGEMENTS = "facts.jsonl", "annotation.jsonl", "judgements.jsonl"
PAGE, REPORT = "graph.html", "report.json"


@dataclass(frozen=True, slots=True)
class Result:
    """What a build made: the graph, the folder that holds it, and the report."""

    graph: Graph
    folder: Path
    report: dict[str, Any]

    @property
    def rejected(self) -> int:
        """How many inputs gave no article."""
        return len(self.report["rejected"])


def build(inputs: Sequence[Path], folder: Path, options: Options, focus: str | None = None) -> Result:
    """Read articles and write everything that is made of them into a folder.

    Facts that the folder already holds are not made again, and lines of its ``judgements.jsonl`` that a person
    has corrected are obeyed; apart from timings the result is the same as from scratch.

    Args:
        inputs: files and folders of articles.
        folder: where the results go; it is created.
        options: how the run is carried out.
        focus: the name of the person, office or organization that the page opens on.

    Raises:
        InputError: not one article could be read.
        OutputError: the folder cannot be written.
        SetupError: the models or the ontology are not usable.
    """
    watch = Stopwatch()
    ontology = load_ontology()
    with watch("facts"):
        report = collect_facts(inputs, folder / FACTS, options, watch)
    options.progress("resolve", report.built)
    with watch("resolve"):
        graph = resolve_facts(_counted(folder, report), ontology, corrections(folder / JUDGEMENTS))
    options.progress("write", report.built)
    with watch("export"):
        write_turtle(graph, ontology, folder, stored_facts(folder / FACTS))
        write_judgements(graph.judgements, folder / JUDGEMENTS)
        write_whole(folder / ANNOTATION, _annotation(folder, graph))
        write_page(graph, ontology, folder / PAGE, focus=focus)
    record = report.record(timings=watch.seconds, versions=versions())
    write_whole(folder / REPORT, [json.dumps(record, ensure_ascii=False, indent=2) + "\n"])
    return Result(graph, folder, record)


def stored_graph(folder: Path, ontology: Ontology) -> Graph:
    """The graph of an earlier build, made again from its facts and judgements; ``InputError`` where there are none."""
    if not (folder / FACTS).is_file():
        message = f"{folder} holds no {FACTS}; a folder that `graphbuild build` wrote would work"
        raise InputError(message)
    return resolve_facts(stored_facts(folder / FACTS), ontology, corrections(folder / JUDGEMENTS))


def _counted(folder: Path, report: Report) -> Iterator[Facts]:
    """The facts to resolve: an article that repeats another names the same entities but is no further evidence."""
    for facts in stored_facts(folder / FACTS):
        report.note_facts(facts)
        yield replace(facts, claims=()) if facts.document.id in report.repeats else facts


def _annotation(folder: Path, graph: Graph) -> Iterable[str]:
    canonical = {member: entity.id for entity in graph.entities for member in entity.members}
    for facts in stored_facts(folder / FACTS):
        yield json.dumps(annotate(facts, canonical), ensure_ascii=False) + "\n"
