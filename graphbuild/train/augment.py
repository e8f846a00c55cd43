"""New training sentences from old: names put in the places of other names of their kind.

A post that was seen once in training is as good a post as ``Bupati``; drawing from the distinct names, not from
their occurrences, lets the tagger meet rare ones as often.
"""

import csv
import random
from collections.abc import Iterable
from pathlib import Path

from graphbuild.ontology.load import load_ontology
from graphbuild.train.annotated import Example

_SHARE = 0.6
# Titles up to this length are as often written in capitals: KSAD, PM.
_ACRONYM = 5
_LONGEST_NAME = 7
Pool = dict[str, tuple[tuple[str, ...], ...]]


def names_in(example: Example) -> list[tuple[int, int, str]]:
    """First word, word behind the last, and kind of every name of an example."""
    found: list[tuple[int, int, str]] = []
    for index, label in enumerate(example.tags):
        position, _, kind = label.partition("-")
        if position in {"B", "S"}:
            found.append((index, index + 1, kind))
        elif position in {"I", "E"} and found:
            found[-1] = (found[-1][0], index + 1, found[-1][2])
    return found


def listed_names(data: Path) -> dict[str, list[tuple[str, ...]]]:
    """Posts and organizations of the project's lexicon, and the names of all regencies and cities."""
    lexicon = load_ontology().lexicon
    short = [key.partition(".")[2] for key, _ in lexicon.groups("offices") if key.startswith("short.")]
    offices: list[tuple[str, ...]] = [(title.title(),) for title in short if " " not in title]
    offices += [(title.upper(),) for title in short if len(title) <= _ACRONYM and " " not in title]
    named = [
        (key.partition(".")[2], names) for key, names in lexicon.groups("organizations") if key.startswith("known.")
    ]
    held = [(key.partition(".")[2], short) for key, short in lexicon.groups("offices") if key.startswith("ministries.")]
    ministries = [ministry for ministry, _ in held]
    endings = [word.lower() for _, short in held for word in short if word.istitle()]
    offices += [(front + ending,) for front in ("Men", "Wamen") for ending in endings]
    offices += [("Menteri", *ministry.split()) for ministry in ministries]
    organizations = [tuple(name.split()) for full, names in named for name in (full, *names) if name[:1].isupper()]
    organizations += [("Kemen" + ending,) for ending in endings]
    organizations += [("Kementerian", *ministry.split()) for ministry in ministries]
    with (data / "lists" / "bps-regencies.csv").open(encoding="utf-8") as rows:
        places = [row[2].title().split() for row in csv.reader(rows) if len(row) > 2]
    return {
        "OFFICE": offices,
        "ORG": organizations,
        "LOC": [tuple(place) for place in places] + [tuple(place[1:]) for place in places if len(place) > 1],
    }


def pool_of(examples: Iterable[Example], more: dict[str, list[tuple[str, ...]]]) -> Pool:
    """The distinct names of the examples by kind, with names from lists."""
    names: dict[str, set[tuple[str, ...]]] = {kind: set(listed) for kind, listed in more.items()}
    for example in examples:
        for start, end, kind in names_in(example):
            if end - start <= _LONGEST_NAME:
                names.setdefault(kind, set()).add(example.words[start:end])
    return {kind: tuple(sorted(found)) for kind, found in sorted(names.items())}


def replaced(example: Example, pool: Pool, chance: random.Random) -> Example:
    """The example with about every second name replaced by another one of its kind."""
    words: list[str] = []
    tags: list[str] = []
    position = 0
    for start, end, kind in names_in(example):
        words += example.words[position:start]
        tags += example.tags[position:start]
        name = chance.choice(pool[kind]) if chance.random() < _SHARE else example.words[start:end]
        words += name
        tags += _labels(len(name), kind)
        position = end
    return Example((*words, *example.words[position:]), (*tags, *example.tags[position:]), example.layer)


def _labels(count: int, kind: str) -> list[str]:
    """The tags of a name of so many words."""
    return [f"S-{kind}"] if count == 1 else [f"B-{kind}", *[f"I-{kind}"] * (count - 2), f"E-{kind}"]
