"""A whole run over any number of articles: bounded memory, nothing lost when it is stopped, nothing analyzed twice."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from graphbuild.errors import InputError
from graphbuild.export.annotation import annotate
from graphbuild.ingest.duplicates import Repeats
from graphbuild.ingest.read import read_articles
from graphbuild.model.lines import facts_line, read_facts
from graphbuild.model.text import Document, Facts, Rejected
from graphbuild.pipeline import Stopwatch, analysis_version
from graphbuild.scale.journal import Journal, fingerprint
from graphbuild.scale.local import extract_all
from graphbuild.scale.report import Report
from graphbuild.settings import Settings
from graphbuild.storage import write_whole

Progress = Callable[[str, int], None]
"""Called with the name of a stage and the number of articles that it has done."""


def silent(_stage: str, _done: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is carried out; nothing here changes what is found."""

    settings: Settings = field(default_factory=Settings)
    workers: int = 1
    progress: Progress = silent


def collect_facts(inputs: Sequence[Path], target: Path, options: Options, watch: Stopwatch) -> Report:
    """Read and analyze all articles into a file of facts, reusing the facts that it already holds.

    A run that was stopped leaves a journal beside the file, from which the next run goes on.

    Raises:
        InputError: not one article could be read.
        OutputError: the file cannot be written.
    """
    journal = Journal(target.with_name(f".{target.name}.journal"), [target])
    report = Report()
    marks: list[str] = []
    batches = _batches(_new_articles(inputs, options, report, marks, journal), options.settings.batch)
    done = False
    try:
        read_ahead: list[list[tuple[str, Document]]] = []
        for facts in extract_all(_documents(batches, read_ahead), options.settings, watch, workers=options.workers):
            for (mark, _), found in zip(read_ahead.pop(0), facts, strict=True):
                journal.append(mark, facts_line(found, mark))
            options.progress("analyze", len(marks))
        if not marks:
            raise InputError(_nothing(inputs, report))
        write_whole(target, journal.lines(marks))
        done = True
    finally:
        journal.close(done=done)
    return report


def stored_facts(path: Path) -> Iterator[Facts]:
    """The facts of a file that ``collect_facts`` wrote, one article at a time."""
    with path.open(encoding="utf-8") as lines:
        yield from map(read_facts, lines)


def write_annotation(facts: Iterable[Facts], path: Path) -> None:
    """Write facts in the annotation format, one article a line."""
    write_whole(path, (json.dumps(annotate(item), ensure_ascii=False) + "\n" for item in facts))


def versions() -> dict[str, str]:
    """What the result was made with."""
    packages = {name: version(name) for name in ("graphbuild", "stanza", "torch")}
    return packages | {"analysis": analysis_version()}


def _new_articles(
    inputs: Sequence[Path], options: Options, report: Report, marks: list[str], journal: Journal
) -> Iterator[tuple[str, Document]]:
    """The articles that were never analyzed; every article's fingerprint goes to ``marks``, in reading order."""
    analysis = analysis_version()
    repeats, names, coming = Repeats(), set[str](), set[str]()
    for item in read_articles(inputs, options.settings):
        if isinstance(item, Rejected):
            report.rejected.append(item)
            continue
        document = _with_own_id(item, names)
        report.note_document(document, repeats.earlier(document))
        mark = fingerprint(document, analysis)
        marks.append(mark)
        options.progress("read", len(marks))
        if mark in journal:
            report.reused += 1
        elif mark not in coming:
            coming.add(mark)
            yield mark, document


def _with_own_id(document: Document, names: set[str]) -> Document:
    """The article under an id that no other article of the run has."""
    if document.id in names:
        place = f"{document.source.path}\n{document.text}"
        own = f"{document.id}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
        while own in names:
            own += "-2"
        document = replace(document, id=own)
    names.add(document.id)
    return document


def _batches(articles: Iterable[tuple[str, Document]], size: int) -> Iterator[list[tuple[str, Document]]]:
    batch: list[tuple[str, Document]] = []
    for article in articles:
        batch.append(article)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _documents(
    batches: Iterable[list[tuple[str, Document]]], read_ahead: list[list[tuple[str, Document]]]
) -> Iterator[list[Document]]:
    """The documents of each batch; the batch itself waits in ``read_ahead`` until its facts come back."""
    for batch in batches:
        read_ahead.append(batch)
        yield [document for _, document in batch]


def _nothing(inputs: Sequence[Path], report: Report) -> str:
    named = ", ".join(str(path) for path in inputs)
    reasons = "".join(f"\n  {item.path}: {item.reason}" for item in report.rejected[:20])
    return f"no article could be read from {named}; .txt, .html and .jsonl files or folders of them would work{reasons}"
