"""The commands for those who work on graphbuild: bench, train, ontology."""

import importlib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.show import err, out, progress

if TYPE_CHECKING:
    from graphbuild.bench.quality import Comparison

bench = typer.Typer(no_args_is_help=True)
train = typer.Typer(no_args_is_help=True)
ontology = typer.Typer(no_args_is_help=True)

Articles = Annotated[Path, typer.Option(help="The articles: a file or a folder.")]
Gold = Annotated[Path, typer.Option(help="The same articles annotated, one a line.")]


@bench.command()
def quality(
    articles: Articles,
    gold: Gold,
    page: Annotated[Path | None, typer.Option(help="Also write a page with both sides of each article.")] = None,
) -> None:
    """Score extraction against annotated articles."""
    from graphbuild.bench.quality import page as pieces  # noqa: PLC0415 - keeps --help quick
    from graphbuild.storage import write_whole  # noqa: PLC0415

    comparison = _compare(articles, gold)
    if page is not None:
        write_whole(page, pieces(comparison))


@bench.command()
def gate(
    articles: Articles,
    gold: Gold,
    floor: Annotated[Path, typer.Option(help="The file of floors.")],
    *,
    write: Annotated[bool, typer.Option("--write", help="Make the figures the new floor.")] = False,
    lower: Annotated[bool, typer.Option("--lower", help="Allow --write to lower a figure.")] = False,
) -> None:
    """Score extraction; exit code 1 when a figure lies under its floor."""
    from graphbuild.bench import gate as guard  # noqa: PLC0415 - keeps --help quick

    result = _compare(articles, gold).score
    if write:
        guard.write_floor(floor, result, guard.digest(gold), lower=lower)
        return
    problems = guard.shortfalls(result, guard.read_floor(floor), guard.digest(gold))
    for problem in problems:
        err.print(problem, style="red", markup=False)
    if problems:
        raise typer.Exit(1)


def _compare(articles: Path, gold: Path) -> "Comparison":
    """Analyze and compare, and print the table."""
    from graphbuild.bench.quality import compare, table  # noqa: PLC0415 - keeps --help quick
    from graphbuild.scale.run import Options  # noqa: PLC0415

    with progress() as advance:
        comparison = compare(articles, gold, Options(progress=advance))
    out.print(table(comparison.score), highlight=False, markup=False, soft_wrap=True)
    return comparison


@bench.command()
def speed(
    articles: Articles,
    limit: Annotated[int, typer.Option(help="How many articles.", min=1)] = 300,
    least: Annotated[float, typer.Option(help="Exit code 1 when the ratio to stock Stanza is under this.")] = 0.0,
    *,
    stock: Annotated[bool, typer.Option(help="Also time stock Stanza with the same models.")] = True,
) -> None:
    """Time extraction, against stock Stanza with the same models."""
    from graphbuild.bench.speed import measure  # noqa: PLC0415 - keeps --help quick
    from graphbuild.settings import Settings  # noqa: PLC0415

    found = measure([articles], Settings(), limit=limit, stock=stock)
    for line in found.lines():
        out.print(line, highlight=False, soft_wrap=True)
    if found.stock_seconds is not None and found.stock_seconds < least * found.seconds:
        err.print(f"the ratio is under {least}", style="red")
        raise typer.Exit(1)


class Model(StrEnum):
    """The models that can be trained."""

    VECTORS = "vectors"
    CHARLM = "charlm"
    TOKENIZER = "tokenizer"
    TAGGER = "tagger"
    PARSER = "parser"
    NER = "ner"
    EVENTS = "events"
    PHRASES = "phrases"


MODULES = {Model.EVENTS: "event_model", Model.PHRASES: "phrase_model"}
"""The module of ``train`` that makes a model, where it does not bear the model's name."""


def _train(model: Model) -> None:
    def command(
        data: Annotated[Path, typer.Option(help="The folder with the training data.")],
        output: Annotated[Path, typer.Option(help="The folder for the model.")] = Path("models"),
        seed: Annotated[int, typer.Option(help="The seed; the same seed gives the same model.")] = 20240814,
    ) -> None:
        importlib.import_module(f"graphbuild.train.{MODULES.get(model, model)}").train(data, output, seed=seed)

    train.command(model.value, help=f"Train the {model.value} model.")(command)


for _model in Model:
    _train(_model)


@ontology.command("build")
def ontology_build() -> None:
    """Write ontology/graphbuild.ttl and ontology/shapes.ttl anew from the event files."""
    from graphbuild.ontology.turtle import write_ontology  # noqa: PLC0415 - keeps --help quick

    for path in write_ontology():
        out.print(str(path), highlight=False, soft_wrap=True)
