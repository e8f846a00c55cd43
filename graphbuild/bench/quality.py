"""Annotated articles in; out come scores per type and role, the commonest confusions, and a page."""

import html
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.bench.score import Record, Score, annotated, matched_events, score
from graphbuild.errors import InputError
from graphbuild.export.annotation import annotate
from graphbuild.model.text import Document
from graphbuild.pipeline import Stopwatch
from graphbuild.scale.run import Options, collect_facts, stored_facts

HEAD = f"{'':26}{'P':>8}{'R':>8}{'F1':>8}{'gold':>7}{'found':>7}\n"

STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 78rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8886; padding: 1rem 0; }
.text { white-space: pre-wrap; max-height: 22rem; overflow: auto; background: #8881; padding: .8rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
li { margin: .3rem 0; } .right { color: #0a7d4f; } .wrong { color: #c2410c; }
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Annotated articles, what was found in them, and the score of it."""

    gold: tuple[Record, ...]
    found: tuple[Record, ...]
    documents: tuple[Document, ...]
    score: Score


def compare(articles: Path, gold: Path, options: Options) -> Comparison:
    """Analyze the articles and compare what is found with the annotated records.

    Raises:
        InputError: one of the files is not there or holds nothing to compare.
    """
    wanted = tuple(read_records(gold))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "facts.jsonl"
        collect_facts([articles], target, options, Stopwatch())
        facts = list(stored_facts(target))
    found = tuple(annotate(item) for item in facts)
    if not {str(record["id"]) for record in wanted} & {record["id"] for record in found}:
        message = f"no article of {articles} has an id that {gold} annotates"
        raise InputError(message)
    return Comparison(wanted, found, tuple(item.document for item in facts), score(wanted, found))


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file of annotated articles; ``InputError`` names the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as problem:
        message = f"cannot read {path}: {problem.strerror}"
        raise InputError(message) from problem
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as problem:
                message = f"{path}, line {number}: not a JSON object ({problem.msg})"
                raise InputError(message) from problem


def table(result: Score) -> str:
    """All measures as lines of text: overall, per type and per role, then dates and the commonest confusions."""
    rows = [
        f"{key:26}{t.precision:8.3f}{t.recall:8.3f}{t.f1:8.3f}{t.hit + t.miss:7}{t.hit + t.alarm:7}\n"
        for key, t in sorted(result.tallies.items())
    ]
    dates = result.dates
    rows.append(
        f"dates of matched events: exact {dates['exact']}/{dates['gold']}, "
        f"compatible {dates['compatible']}/{dates['gold']}; "
        f"invented {dates['invented']} of {dates['predicted']} found\n"
    )
    common = sorted(result.confusions.items(), key=lambda item: (-item[1], item[0]))[:12]
    rows += [f"annotated {wanted}, found {offered}: {count}\n" for (wanted, offered), count in common]
    return HEAD + "".join(rows)


def page(comparison: Comparison) -> Iterator[str]:
    """An HTML page with each article, what is annotated and what was found side by side."""
    found = {str(record["id"]): record for record in comparison.found}
    documents = {document.id: document for document in comparison.documents}
    yield f"<!doctype html><html lang=en><meta charset=utf-8><title>Annotated and found</title><style>{STYLE}</style>"
    yield f"<h1>Annotated and found</h1><pre>{html.escape(table(comparison.score))}</pre>"
    for record in comparison.gold:
        name = str(record["id"])
        yield from _article(record, found.get(name, {"id": name}), documents.get(name))
    yield "</html>\n"


def _article(gold: Record, found: Record, document: Document | None) -> Iterator[str]:
    left, right = annotated(gold), annotated(found)
    pairs = matched_events(left, right)
    title = document.title if document is not None else ""
    yield f"<article><h2>{html.escape(title)} <small>{html.escape(str(gold['id']))}</small></h2>"
    yield f"<div class=text>{html.escape(document.text if document is not None else '')}</div><div class=sides>"
    yield _side("annotated", gold, {i for i, _ in pairs})
    yield _side("found", found, {j for _, j in pairs})
    yield "</div></article>"


def _side(heading: str, record: Record, matched: set[int]) -> str:
    events: Sequence[Record] = record.get("events", ())
    names = {str(entity["id"]): str(entity["name"]) for entity in record.get("entities", ())}
    items = "".join(
        f"<li class={'right' if index in matched else 'wrong'}>{'✓' if index in matched else '✗'} "
        f"{html.escape(_words(event, names))}</li>"
        for index, event in enumerate(events)
    )
    return f"<section><h3>{heading}</h3><ul>{items}</ul></section>"


def _words(event: Record, names: dict[str, str]) -> str:
    """One event in a line: its type and modality, who plays which role, and when."""
    parts = [f"{event['type']} ({event.get('modality', 'actual')})"]
    for role, value in event.get("roles", {}).items():
        fillers: Iterable[str] = value if isinstance(value, list) else [value]
        parts.append(f"{role}: {', '.join(names.get(str(item), str(item)) for item in fillers)}")
    parts += [f"{key}: {event[key]}" for key in ("status", "stage", "date", "start", "end") if event.get(key)]
    return "; ".join(parts) + f" — “{event.get('trigger', '')}”"
