"""The quality floor: figures that must not fall, bound to the corpus they were measured on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graphbuild.bench.score import Score
from graphbuild.errors import SetupError
from graphbuild.storage import write_whole

GUARDED = ("entity", "entity:PER", "entity:OFFICE", "entity:ORG", "entity:LOC", "event", "slot", "strict", "modality")
SLACK = 0.005
"""How far under the floor a figure may lie: models give slightly different numbers on other processors."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The figures that must be reached, and the SHA-256 of the annotated articles they were measured on."""

    corpus: str
    figures: Mapping[str, float]


def read_floor(path: Path) -> Floor:
    """The floor kept in a file; ``SetupError`` where the file is not one."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Floor(record["corpus"], {key: float(value) for key, value in record["floors"].items()})
    except (OSError, ValueError, KeyError) as problem:
        message = f"{path} is no quality floor ({problem}); --write makes one"
        raise SetupError(message) from problem


def digest(gold: Path) -> str:
    """The SHA-256 of a file of annotated articles."""
    return hashlib.sha256(gold.read_bytes()).hexdigest()


def figures(result: Score) -> dict[str, float]:
    """The guarded figures of a score, and the share of dates that are exact and that are not invented."""
    found = {key: round(result.tallies[key].f1, 4) for key in GUARDED}
    dates = result.dates
    found["dates:exact"] = round(dates["exact"] / max(1, dates["gold"]), 4)
    found["dates:not-invented"] = round(1 - dates["invented"] / max(1, dates["predicted"]), 4)
    return found


def shortfalls(result: Score, floor: Floor, corpus: str) -> list[str]:
    """What lies under the floor, one sentence each; a floor of another corpus is a shortfall of its own."""
    if corpus != floor.corpus:
        return ["the annotated articles are not those that the floor was measured on; measure anew with --write"]
    reached = figures(result)
    return [
        f"{key} is {reached.get(key, 0.0):.4f}, the floor is {value:.4f}"
        for key, value in sorted(floor.figures.items())
        if reached.get(key, 0.0) < value - SLACK
    ]


def write_floor(path: Path, result: Score, corpus: str, *, lower: bool = False) -> None:
    """Keep the figures as the new floor; one that is lower than before needs ``lower``, else ``SetupError``."""
    new = figures(result)
    if path.exists() and not lower:
        old = read_floor(path)
        fallen = [key for key, value in old.figures.items() if new.get(key, 0.0) < value]
        if old.corpus == corpus and fallen:
            message = f"{', '.join(sorted(fallen))} would fall; say --lower if that is meant"
            raise SetupError(message)
    write_whole(path, [json.dumps({"corpus": corpus, "floors": new}, indent=2) + "\n"])
