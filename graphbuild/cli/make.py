"""The commands that read articles: build, demo, facts."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphbuild.cli.show import err, out, progress, summary

Inputs = Annotated[list[Path], typer.Argument(help="Articles (.txt, .html, .jsonl, also .gz and .xz) or folders.")]
Workers = Annotated[int, typer.Option(help="How many processes analyze at the same time.", min=1, max=64)]
Focus = Annotated[str | None, typer.Option(help="The person, office or organization that the page opens on.")]


class Format(StrEnum):
    """How facts are written."""

    LINES = "lines"
    ANNOTATION = "annotation"


def build(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the results.")] = Path("output"),
    workers: Workers = 1,
    focus: Focus = None,
) -> None:
    """Build a graph: facts.jsonl, graph.ttl, graph.html, judgements.jsonl, report.json."""
    from graphbuild.scale.build import build as run  # noqa: PLC0415 - keeps --help quick
    from graphbuild.scale.run import Options  # noqa: PLC0415

    with progress() as advance:
        result = run(inputs, output, Options(workers=workers, progress=advance), focus)
    summary(result.report)
    out.print(f"{output / 'graph.html'}", highlight=False, soft_wrap=True)
    if result.rejected:
        raise typer.Exit(1)


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder for the results.")] = Path("output/demo"),
) -> None:
    """Build a graph of the sample articles that come with graphbuild."""
    samples = Path(__file__).parent.parent / "samples"
    build([samples], output)
    err.print(f"Open {output / 'graph.html'} in a browser, or ask:", highlight=False)
    err.print(f"  graphbuild query {output} succession", highlight=False)


def facts(
    inputs: Inputs,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")],
    format_: Annotated[Format, typer.Option("--format", help="Facts with offsets, or annotations.")] = Format.LINES,
    workers: Workers = 1,
) -> None:
    """Write what each article says, one article a line, without joining articles."""
    from graphbuild.pipeline import Stopwatch  # noqa: PLC0415 - keeps --help quick
    from graphbuild.scale.run import Options, collect_facts, stored_facts, versions, write_annotation  # noqa: PLC0415

    watch = Stopwatch()
    target = output if format_ is Format.LINES else output.with_name(f".{output.name}.facts")
    with progress() as advance:
        report = collect_facts(inputs, target, Options(workers=workers, progress=advance), watch)
    if format_ is Format.ANNOTATION:
        write_annotation(stored_facts(target), output)
        target.unlink()
    summary(report.record(timings=watch.seconds, versions=versions()))
    if report.rejected:
        raise typer.Exit(1)
