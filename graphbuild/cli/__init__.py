"""The command line: commands named like the stages; all printing of the project happens in this room."""

import sys

import typer
from rich.console import Console

from graphbuild.cli.ask import check, diff, export, query
from graphbuild.cli.develop import bench, ontology, train
from graphbuild.cli.make import build, demo, facts
from graphbuild.errors import GraphbuildError

DONE, REJECTED, FAILED = 0, 1, 2
"""Exit codes: done; done but some articles were rejected; could not run."""

app = typer.Typer(
    name="graphbuild",
    help="Reads Indonesian news about public officials and builds a knowledge graph that a journalist can trust.",
    epilog="Exit codes: 0 done, 1 done but some articles were rejected, 2 could not run.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (build, demo, facts, check, diff, export):
    app.command()(command)
app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(query)
app.add_typer(bench, name="bench", help="Measure: quality against annotated articles, speed, and the gate for both.")
app.add_typer(train, name="train", help="Train the bundled models again from public data.")
app.add_typer(ontology, name="ontology", help="Derive the ontology's Turtle from its event files.")


def main() -> None:
    """Run the command line; every error that is meant for a reader ends in one message and exit code 2."""
    try:
        app()
    except GraphbuildError as problem:
        Console(stderr=True).print(f"graphbuild: {problem}", style="red", markup=False, highlight=False)
        sys.exit(FAILED)
