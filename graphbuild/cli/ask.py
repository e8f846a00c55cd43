"""The commands that ask a graph: query, check, diff, export."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphbuild.cli.show import err, out
from graphbuild.errors import QueryError

GraphPlace = Annotated[Path, typer.Argument(metavar="GRAPH", help="The folder that `graphbuild build` wrote.")]


class Table(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    context: typer.Context,
    graph: GraphPlace,
    question: Annotated[str | None, typer.Argument(help="A named question; leave it out to list them all.")] = None,
    sparql: Annotated[str | None, typer.Option(help="A SPARQL query of your own, or a file of one.")] = None,
    as_: Annotated[Table, typer.Option("--as", help="How to print the answer.")] = Table.TABLE,
) -> None:
    """Ask a graph a named question with its parameters, or SPARQL.

    Example: graphbuild query output who-held --office "Dirjen Pelabuhan" --on 2023-12-04
    """
    from graphbuild.query.result import to_csv, to_json, to_text  # noqa: PLC0415 - keeps --help quick
    from graphbuild.query.sparql import run_query, run_sparql  # noqa: PLC0415

    if sparql is not None:
        result = run_sparql(graph, _text_or_file(sparql))
    elif question is not None:
        result = run_query(graph, question, _parameters(context.args))
    else:
        _list_questions()
        return
    writer = {Table.TABLE: to_text, Table.CSV: to_csv, Table.JSON: to_json}[as_]
    typer.echo(writer(result).rstrip("\r\n"))
    if not result.rows:
        err.print("no rows", style="yellow")


def check(graph: GraphPlace) -> None:
    """Check a graph against the ontology's shapes, and say in plain words what is wrong."""
    from graphbuild.query.check import check_graph  # noqa: PLC0415 - keeps --help quick

    findings = check_graph(graph)
    for finding in findings:
        out.print(str(finding), highlight=False, markup=False, soft_wrap=True)
    errors = sum(finding.severity == "violation" for finding in findings)
    err.print(f"{errors} violations, {len(findings) - errors} warnings", highlight=False)
    if errors:
        raise typer.Exit(1)


def export(
    graph: GraphPlace,
    to: Annotated[str, typer.Option(help="nt, trig, jsonld, graphml, gexf, csv, followthemoney or quickstatements.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The file (for csv: the folder) to write.")],
) -> None:
    """Write a graph in another form."""
    from graphbuild.export.forms import export_graph  # noqa: PLC0415 - keeps --help quick

    for path in export_graph(graph, to, output):
        out.print(str(path), highlight=False, soft_wrap=True)


def diff(
    old: Annotated[Path, typer.Argument(help="The folder of the earlier build.")],
    new: Annotated[Path, typer.Argument(help="The folder of the later build.")],
) -> None:
    """Say which facts came, went or changed between two builds."""
    from graphbuild.ontology.load import load_ontology  # noqa: PLC0415 - keeps --help quick
    from graphbuild.resolve.difference import difference  # noqa: PLC0415
    from graphbuild.scale.build import stored_graph  # noqa: PLC0415

    ontology = load_ontology()
    for line in difference(stored_graph(old, ontology), stored_graph(new, ontology)):
        out.print(str(line), highlight=False, markup=False, soft_wrap=True)


def _parameters(words: Sequence[str]) -> dict[str, str]:
    """``--office X --on=Y`` as a dictionary; ``QueryError`` where a word is no parameter."""
    found: dict[str, str] = {}
    waiting: str | None = None
    for word in words:
        if waiting is not None:
            found[waiting], waiting = word, None
        elif word.startswith("--"):
            name, given, value = word[2:].partition("=")
            if given:
                found[name] = value
            else:
                waiting = name
        else:
            message = f"{word!r} belongs to no parameter; write --name VALUE, in quotes where it has spaces"
            raise QueryError(message)
    if waiting is not None:
        message = f"--{waiting} has no value"
        raise QueryError(message)
    return found


def _text_or_file(sparql: str) -> str:
    """The query itself, or what a file of that name holds."""
    if any(mark in sparql for mark in "{}\n"):
        return sparql
    try:
        return Path(sparql).read_text(encoding="utf-8")
    except OSError as problem:
        message = f"{sparql!r} is neither a SPARQL query nor a file that can be read: {problem.strerror}"
        raise QueryError(message) from problem


def _list_questions() -> None:
    from graphbuild.query.catalog import questions  # noqa: PLC0415 - keeps --help quick

    for asked in questions():
        takes = " ".join(
            f"--{item.name} {item.kind.upper()}" if item.required else f"[--{item.name} {item.kind.upper()}]"
            for item in asked.parameters
        )
        typer.echo(f"{asked.name:18} {asked.label.en}\n{'':18} {takes}".rstrip())
