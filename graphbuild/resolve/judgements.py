"""Judgements to and from JSON lines: what a person may read, change and feed back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from graphbuild.errors import SetupError
from graphbuild.model.world import Judgement
from graphbuild.resolve.corrections import PERSON, wanted
from graphbuild.storage import whole_file

_KEYS = ("left", "right", "verdict", "score", "reasons", "author")


def line_of(judgement: Judgement) -> str:
    """A judgement as one line of JSON, without the line's end."""
    return json.dumps({key: getattr(judgement, key) for key in _KEYS}, ensure_ascii=False)


def judgement_of(line: str) -> Judgement:
    """The judgement of a line; ``score``, ``reasons`` and ``author`` may be missing where a person wrote it.

    Raises:
        ValueError: the line is no JSON object, or says not which two things it is about, or how they relate.
    """
    record = json.loads(line)
    if not isinstance(record, dict) or not all(
        isinstance(record.get(key), str) for key in ("left", "right", "verdict")
    ):
        example = '{"left": "person/a", "right": "person/b", "verdict": "same"}'
        message = f'a judgement needs "left", "right" and "verdict", as in {example}'
        raise ValueError(message)
    reasons = record.get("reasons") or ()
    return Judgement(
        left=record["left"],
        right=record["right"],
        verdict=record["verdict"],
        score=float(record.get("score") or 0.0),
        reasons=(reasons,) if isinstance(reasons, str) else tuple(str(reason) for reason in reasons),
        author=str(record.get("author") or PERSON),
    )


def write_judgements(judgements: Iterable[Judgement], path: Path) -> None:
    """Write judgements to a file, one a line; the file appears whole or not at all."""
    with whole_file(path) as out:
        for judgement in judgements:
            out.write(line_of(judgement) + "\n")


def corrections(path: Path) -> Sequence[Judgement]:
    """The judgements by a person in a file, none where there is no file.

    A line is a person's where its author says ``person``, where it has no author, or where its verdict is ``same`` or
    ``different``: the words that the machine never uses.

    Raises:
        SetupError: lines cannot be read; each is named.
    """
    if not path.exists():
        return ()
    found, problems = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            judgement = judgement_of(line)
        except ValueError as error:
            problems.append(f"  line {number}: {error}")
            continue
        if judgement.author == PERSON or judgement.verdict in {"same", "different"}:
            found.append(replace(judgement, author=PERSON))
    if problems:
        listed = "\n".join(problems)
        message = f"{path} has {len(problems)} line(s) that are no judgements:\n{listed}"
        raise SetupError(message)
    return wanted(found)
