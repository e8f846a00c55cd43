"""Positions are stable, apart, and near what they belong to."""

import math
import random

import pytest

from graphbuild.export.layout import ROOM, place


def star(leaves: int) -> tuple[list[str], list[tuple[int, int]]]:
    return [f"n{i}" for i in range(leaves + 1)], [(0, i) for i in range(1, leaves + 1)]


def tangle(nodes: int) -> tuple[list[str], list[tuple[int, int]]]:
    chance = random.Random(3)
    return [f"n{i}" for i in range(nodes)], [(i, chance.randrange(i)) for i in range(1, nodes)]


@pytest.mark.parametrize(
    "graph",
    [star(1), star(2), star(12), star(60), tangle(90), tangle(700)],
    ids=["two", "three", "star", "large star", "tree", "large tree"],
)
def test_nodes_keep_room_for_their_labels(graph: tuple[list[str], list[tuple[int, int]]]) -> None:
    spots = place(*graph)
    close = sum(
        abs(a[0] - b[0]) < ROOM[0] * 0.6 and abs(a[1] - b[1]) < ROOM[1] * 0.6
        for i, a in enumerate(spots)
        for b in spots[:i]
    )
    assert close <= len(spots) * 0.03


def test_the_same_graph_is_drawn_the_same_and_the_order_of_edges_does_not_matter() -> None:
    keys, edges = tangle(80)
    assert place(keys, edges) == place(keys, [(b, a) for a, b in reversed(edges)])


def test_neighbors_lie_closer_than_strangers() -> None:
    keys, edges = tangle(200)
    spots = place(keys, edges)
    near = sum(math.dist(spots[a], spots[b]) for a, b in edges) / len(edges)
    chance = random.Random(1)
    far = sum(math.dist(*chance.sample(spots, 2)) for _ in range(500)) / 500
    assert near < far / 3


def test_components_do_not_overlap() -> None:
    keys = [f"n{i}" for i in range(9)]
    spots = place(keys, [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)])
    boxes = [[spots[i + j] for j in range(3)] for i in (0, 3, 6)]
    edges = [(min(x for x, _ in b), max(x for x, _ in b), min(y for _, y in b), max(y for _, y in b)) for b in boxes]
    for i, a in enumerate(edges):
        for b in edges[:i]:
            assert a[1] < b[0] or b[1] < a[0] or a[3] < b[2] or b[3] < a[2]


def test_odd_graphs() -> None:
    assert place([], []) == []
    assert place(["a"], [(0, 0)]) == [(0, 0)]
    assert len(set(place(["a", "b", "c"], []))) == 3
    assert len(set(place(["a", "b"], [(0, 1), (1, 0), (0, 1)]))) == 2
