"""Pairs of names that people wrote down: which are one person, post or body, and which are not."""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from factory import chain, facts, telling

from graphbuild.model.text import Facts
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.build import resolve_facts

KINDS = {"person": "PER", "office": "OFFICE", "organization": "ORG"}


class Pair(NamedTuple):
    kind: str
    left: str
    right: str
    context: str
    label: str
    reason: str


def read_pairs() -> list[Pair]:
    with (Path(__file__).parent / "pairs.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert tuple(next(rows)) == Pair._fields
        return [Pair(*row) for row in rows]


def article(identifier: str, pair: Pair, name: str, post: str) -> Facts:
    thing = chain("E1", KINDS[pair.kind], name)
    if not post:
        return facts(identifier, "2024-03-01", thing)
    office = chain("E2", "OFFICE", post)
    return facts(identifier, "2024-03-01", thing, office, telling("tenure", person="E1", office="E2", label="current"))


@cache
def ontology() -> Ontology:
    return load_ontology()


def judged_same(pair: Pair) -> bool:
    posts = {"post": ("Bupati Wanareja", "Bupati Wanareja"), "posts": ("Camat Limbung", "Rektor Universitas Wanareja")}
    left, right = posts.get(pair.context, ("", ""))
    told = [article("a", pair, pair.left, left), article("b", pair, pair.right, right)]
    if pair.context == "together":
        told.append(facts("c", "2024-03-01", chain("E1", "PER", pair.left), chain("E2", "PER", pair.right)))
    graph = resolve_facts(told, ontology())
    of = {member: entity.id for entity in graph.entities for member in entity.members}
    return of["a", "E1"] == of["b", "E1"]


@pytest.fixture(scope="module")
def verdicts() -> list[tuple[Pair, bool]]:
    return [(pair, judged_same(pair)) for pair in read_pairs()]


def test_the_set_is_as_large_as_promised() -> None:
    kinds = [pair.kind for pair in read_pairs()]
    assert kinds.count("person") >= 300
    assert len(kinds) - kinds.count("person") >= 150


def test_no_two_people_are_merged(verdicts: list[tuple[Pair, bool]]) -> None:
    assert [p for p, same in verdicts if same and p.label == "different" and p.kind == "person"] == []


@pytest.mark.parametrize("kinds", [("person",), ("office", "organization")])
def test_pair_f1(verdicts: list[tuple[Pair, bool]], kinds: tuple[str, ...]) -> None:
    of_kind = [(pair, same) for pair, same in verdicts if pair.kind in kinds]
    wrong = [pair for pair, same in of_kind if same != (pair.label == "same")]
    hits = sum(same and pair.label == "same" for pair, same in of_kind)
    f1 = 2 * hits / (2 * hits + len(wrong))
    assert f1 >= 0.97, "\n".join("\t".join(pair) for pair in wrong)
