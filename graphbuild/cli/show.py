"""What people see while a command works and when it is done; nothing of it is shown when output is piped."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

STAGES = {
    "read": "reading articles",
    "analyze": "finding people, offices and events",
    "resolve": "joining what is the same",
    "write": "writing the graph and the page",
}

out = Console()
err = Console(stderr=True)


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """A function that shows how far a run has come, on a terminal; one that does nothing elsewhere."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(STAGES.get(stage, stage), total=None)
            bars.update(tasks[stage], completed=done)

        yield advance


def summary(report: dict[str, Any]) -> None:
    """Say on the error stream what was read, what was rejected and why."""
    articles = report["articles"]
    err.print(
        f"{articles['built']:,} articles built, {articles['rejected']:,} rejected, "
        f"{articles['duplicate']:,} repeats of others, {articles['facts_reused']:,} known from before",
        highlight=False,
    )
    for item in report["rejected"][:20]:
        err.print(f"  rejected {item['path']}: {item['reason']}", style="yellow", markup=False, highlight=False)
    if len(report["rejected"]) > 20:
        err.print(f"  and {len(report['rejected']) - 20:,} more, all in the report", style="yellow", highlight=False)
