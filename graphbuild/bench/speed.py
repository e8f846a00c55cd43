"""How fast articles become facts, against the parser's stock way of working: one article at a time, every sentence."""

import resource
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graphbuild.errors import InputError
from graphbuild.ingest.read import read_articles
from graphbuild.model.text import Document
from graphbuild.pipeline import Stopwatch, extract, open_workshop
from graphbuild.settings import Settings

ROUNDS = 3
"""Both sides take turns in so many parts, so that a machine that slows down slows both."""


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured: articles and tokens, seconds of each side, the share of each stage, peak memory in MB."""

    articles: int
    tokens: int
    seconds: float
    stock_seconds: float | None
    stages: dict[str, float]
    peak: float

    def lines(self) -> list[str]:
        """The figures for people."""
        spent = sum(self.stages.values()) or 1.0
        rows = [
            f"graphbuild: {self.articles} articles, {self.tokens} tokens in {self.seconds:.1f} s",
            f"{self.articles / self.seconds:.1f} articles/s, {self.tokens / self.seconds:.0f} tokens/s",
            "share per stage: " + ", ".join(f"{k} {v / spent:.0%}" for k, v in sorted(self.stages.items())),
            f"peak memory {self.peak:.0f} MB",
        ]
        if self.stock_seconds is not None:
            rows.insert(1, f"stock Stanza: {self.stock_seconds:.1f} s; ratio {self.stock_seconds / self.seconds:.1f} x")
        return rows


def measure(articles: Sequence[Path], settings: Settings, *, limit: int, stock: bool) -> Speed:
    """Time the pipeline, and stock Stanza with the same models in turns, over the first ``limit`` articles.

    Raises:
        InputError: no article could be read.
    """
    found = (item for item in read_articles(articles, settings) if isinstance(item, Document))
    documents = list(islice(found, limit))
    if not documents:
        message = f"no article could be read from {', '.join(map(str, articles))}"
        raise InputError(message)
    workshop = open_workshop(settings)
    stock_run = workshop.parser.stock() if stock else None
    watch = Stopwatch()
    seconds = stock_seconds = 0.0
    for part in _parts(documents, ROUNDS):
        begin = time.perf_counter()
        for start in range(0, len(part), settings.batch):
            extract(part[start : start + settings.batch], workshop, watch)
        seconds += time.perf_counter() - begin
        if stock_run is not None:
            begin = time.perf_counter()
            for document in part:
                stock_run(document.text)
            stock_seconds += time.perf_counter() - begin
    tokens = workshop.parser.tokens_read
    kilobytes = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / kilobytes
    return Speed(len(documents), tokens, seconds, stock_seconds if stock else None, watch.seconds, peak)


def _parts(documents: Sequence[Document], count: int) -> Iterable[Sequence[Document]]:
    size = -(-len(documents) // count)
    return (documents[start : start + size] for start in range(0, len(documents), size))
