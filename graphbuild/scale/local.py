"""Articles to facts on one machine: in this process, or in several, each with its own workshop."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from graphbuild.model.text import Document, Facts
from graphbuild.pipeline import Stopwatch, Workshop, extract, open_workshop
from graphbuild.settings import Settings

Batch = Sequence[Document]
_opened: list[Workshop] = []


def extract_all(
    batches: Iterable[Batch], settings: Settings, watch: Stopwatch, *, workers: int = 1
) -> Iterator[tuple[Facts, ...]]:
    """The facts of each batch, in order; the models are loaded once per process, and only if there is a batch."""
    if workers > 1:
        yield from _in_processes(batches, settings, watch, workers)
        return
    workshop: Workshop | None = None
    for batch in batches:
        if workshop is None:
            with watch("open"):
                workshop = open_workshop(settings)
        yield extract(batch, workshop, watch)


def _in_processes(
    batches: Iterable[Batch], settings: Settings, watch: Stopwatch, workers: int
) -> Iterator[tuple[Facts, ...]]:
    """Hand batches to processes, two waiting for each, so that reading never runs far ahead of analysis."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_open, initargs=(settings,)) as pool:
        waiting: deque[Future[tuple[tuple[Facts, ...], dict[str, float]]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_extract, batch))
            if len(waiting) > 2 * workers:
                facts, seconds = waiting.popleft().result()
                watch.add(seconds)
                yield facts
        for future in waiting:
            facts, seconds = future.result()
            watch.add(seconds)
            yield facts


def _open(settings: Settings) -> None:
    """Open the workshop of a worker process; the list is this process's own."""
    _opened.append(open_workshop(settings))


def _extract(batch: Batch) -> tuple[tuple[Facts, ...], dict[str, float]]:
    watch = Stopwatch()
    return extract(batch, _opened[0], watch), watch.seconds
