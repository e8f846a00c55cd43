"""Positions for the nodes of a picture: the same picture for the same graph, on every machine and every run.

What is connected lies together: a multidimensional scaling of the distances to a few pivots gives the rough shape,
spring forces the fine one, and a last pass moves apart what would write over its neighbor. Components are laid out
one by one and packed in rows, so that nothing small flies off to the horizon.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Wholes = NDArray[np.int64]

SPRING = 150.0
"""Ideal length of an edge in pixels at zoom 1: the years of a spell fit on it."""

GRAVITY = 0.5
"""Pull towards the middle per pixel of distance: keeps long chains from making everything else small."""

ROOM = np.array([150.0, 76.0])
"""Width and height that a node needs with its label, in pixels at zoom 1."""

PIVOTS = 24
"""Nodes whose distances shape the rough picture; more did not change it visibly."""

EXACT = 300
"""Up to so many nodes every pair repels; above, far groups act as one. The pairs of 300 nodes take 1 ms."""

GAP = 90.0
"""Pixels between two components."""


def place(keys: Sequence[str], edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Whole pixels for each key, in the order of ``keys``; ``edges`` are pairs of indexes into it.

    >>> place(["a"], [])
    [(0, 0)]
    >>> place(["a", "b", "c"], [(0, 1), (1, 2)]) == place(["a", "b", "c"], [(0, 1), (1, 2)])
    True
    """
    if not keys:
        return []
    ends = np.array(sorted({(min(a, b), max(a, b)) for a, b in edges if a != b}), dtype=np.int64).reshape(-1, 2)
    position = np.zeros((len(keys), 2))
    boxes = []
    for members in _components(len(keys), ends):
        inner = np.full(len(keys), -1, dtype=np.int64)
        inner[members] = np.arange(len(members))
        own = inner[ends[inner[ends[:, 0]] >= 0]] if len(ends) else ends
        position[members] = _component([keys[i] for i in members], own)
        boxes.append(members)
    _pack(position, boxes)
    return [(round(float(x)), round(float(y))) for x, y in position]


def _components(count: int, ends: Wholes) -> list[Wholes]:
    """The connected components, largest first, then by their first node."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in ends.tolist():
        a, b = find(left), find(right)
        root[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(find(node), []).append(node)
    ordered = sorted(groups.values(), key=lambda nodes: (-len(nodes), nodes[0]))
    return [np.array(nodes, dtype=np.int64) for nodes in ordered]


def _component(keys: Sequence[str], ends: Wholes) -> Floats:
    """Positions of one connected component around its own middle."""
    count = len(keys)
    if count == 1:
        return np.zeros((1, 2))
    position = _scaled(count, ends) + _jitter(keys)
    position = _springs(position, ends, rounds=160 if count <= EXACT else 90 if count <= 5000 else 25)
    return _apart(_level(position), rounds=80 if count <= EXACT else 30)


def _level(position: Floats) -> Floats:
    """Turn the picture so that its longest stretch lies level, as screens and labels do."""
    _, axes = np.linalg.eigh(position.T @ position)
    axes = axes[:, ::-1] * np.where(axes[0, ::-1] < 0, -1.0, 1.0)
    return np.asarray(position @ axes)


def _jitter(keys: Sequence[str]) -> Floats:
    """A small push per node that depends on its name only, so that equal distances do not mean equal places."""
    digests = [hashlib.sha256(key.encode("utf-8", "replace")).digest()[:8] for key in keys]
    raw = np.array([[int.from_bytes(d[:4], "big"), int.from_bytes(d[4:], "big")] for d in digests], dtype=np.float64)
    return (raw / 2**32 - 0.5) * SPRING


def _scaled(count: int, ends: Wholes) -> Floats:
    """Pivot multidimensional scaling (Brandes and Pich 2007): two axes that keep the distances to the pivots."""
    neighbors: list[list[int]] = [[] for _ in range(count)]
    for left, right in ends.tolist():
        neighbors[left].append(right)
        neighbors[right].append(left)
    pivot = max(range(count), key=lambda node: (len(neighbors[node]), -node))
    nearest = np.full(count, np.inf)
    columns = []
    for _ in range(min(PIVOTS, count)):
        distance = _distances(pivot, neighbors)
        columns.append(distance)
        nearest = np.minimum(nearest, distance)
        pivot = int(np.argmax(nearest))
    squared = np.array(columns).T ** 2
    centered = squared - squared.mean(axis=0) - squared.mean(axis=1, keepdims=True) + squared.mean()
    _, vectors = np.linalg.eigh(centered.T @ centered)
    axes = vectors[:, -2:][:, ::-1]
    if axes.shape[1] < 2:
        axes = np.hstack([axes, np.zeros((len(axes), 1))])
    axes = axes * np.where(axes[np.argmax(np.abs(axes), axis=0), [0, 1]] < 0, -1.0, 1.0)
    flat = -0.5 * centered @ axes
    spread = np.abs(flat).max() or 1.0
    return np.asarray(flat / spread * SPRING * np.sqrt(count) * 0.7)


def _distances(start: int, neighbors: list[list[int]]) -> Floats:
    """Steps from one node to every other of its component."""
    distance = np.full(len(neighbors), -1.0)
    distance[start] = 0
    front = [start]
    step = 0
    while front:
        step += 1
        reached = []
        for node in front:
            for other in neighbors[node]:
                if distance[other] < 0:
                    distance[other] = step
                    reached.append(other)
        front = reached
    return distance


def _springs(position: Floats, ends: Wholes, rounds: int) -> Floats:
    """Fruchterman and Reingold's forces, cooling from one spring length to a twentieth of it."""
    count = len(position)
    left, right = ends[:, 0], ends[:, 1]
    for turn in range(rounds):
        push = _repel_all(position) if count <= EXACT else _repel_groups(position)
        push -= position * GRAVITY
        along = position[left] - position[right]
        pull = along * (np.linalg.norm(along, axis=1, keepdims=True) / SPRING)
        for axis in (0, 1):
            push[:, axis] -= np.bincount(left, pull[:, axis], count)
            push[:, axis] += np.bincount(right, pull[:, axis], count)
        length = np.maximum(np.linalg.norm(push, axis=1, keepdims=True), 1e-9)
        heat = SPRING * (1 - 0.95 * turn / rounds)
        position = position + push / length * np.minimum(length, heat)
    return np.asarray(position - position.mean(axis=0))


def _repel_all(position: Floats) -> Floats:
    """The repulsion of every node from every other."""
    across = position[:, 0, None] - position[None, :, 0]
    down = position[:, 1, None] - position[None, :, 1]
    near = SPRING**2 / np.maximum(across**2 + down**2, 1.0)
    return np.stack([(across * near).sum(axis=1), (down * near).sum(axis=1)], axis=1)


def _repel_groups(position: Floats) -> Floats:
    """The repulsion of near nodes one by one and of the squares of a sixteen by sixteen grid as wholes."""
    low, high = position.min(axis=0), position.max(axis=0)
    cell = np.minimum(((position - low) / np.maximum(high - low, 1.0) * 16).astype(np.int64), 15)
    name = cell[:, 0] * 16 + cell[:, 1]
    mass = np.bincount(name, minlength=256).astype(np.float64)
    total = np.stack([np.bincount(name, position[:, axis], 256) for axis in (0, 1)], axis=1)
    middle = total / np.maximum(mass, 1.0)[:, None]
    used = np.flatnonzero(mass)
    push = np.zeros_like(position)
    for group in used.tolist():
        apart = position - middle[group]
        squared = np.maximum((apart**2).sum(axis=1), SPRING**2)
        weight = np.where(name == group, 0.0, mass[group])
        push += apart * (weight / squared)[:, None]
    left, right = _near(position, np.array([2.0 * SPRING, 2.0 * SPRING]))
    apart = position[left] - position[right]
    force = apart / np.maximum((apart**2).sum(axis=1), 1.0)[:, None]
    for axis in (0, 1):
        push[:, axis] += np.bincount(left, force[:, axis], len(position))
        push[:, axis] -= np.bincount(right, force[:, axis], len(position))
    return push * SPRING**2


def _near(position: Floats, reach: Floats) -> tuple[Wholes, Wholes]:
    """Pairs of nodes in the same or in touching cells of a grid as wide as ``reach``."""
    cell = np.floor((position - position.min(axis=0)) / reach).astype(np.int64)
    rows = int(cell[:, 1].max()) + 3
    name = (cell[:, 0] + 1) * rows + cell[:, 1] + 1
    order = np.argsort(name, kind="stable")
    ranked = name[order]
    lefts, rights = [], []
    for step in (0, 1, rows - 1, rows, rows + 1):
        begin = np.searchsorted(ranked, ranked + step, side="left")
        stop = np.searchsorted(ranked, ranked + step, side="right")
        if step == 0:
            begin = np.arange(1, len(ranked) + 1)
        size = np.maximum(stop - begin, 0)
        left = np.repeat(np.arange(len(ranked)), size)
        offset = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        lefts.append(order[left])
        rights.append(order[np.repeat(begin, size) + offset])
    return np.concatenate(lefts), np.concatenate(rights)


def _apart(position: Floats, rounds: int) -> Floats:
    """Move apart, step by step along the cheaper axis, nodes whose labels would overlap."""
    count = len(position)
    for _ in range(rounds):
        left, right = _near(position, ROOM)
        gap = position[left] - position[right]
        overlap = ROOM - np.abs(gap)
        hit = (overlap > 0).all(axis=1)
        if not hit.any():
            break
        left, right, gap, overlap = left[hit], right[hit], gap[hit], overlap[hit]
        upright = (overlap[:, 0] / ROOM[0] > overlap[:, 1] / ROOM[1]).astype(np.int64)
        row = np.arange(len(left))
        move = overlap[row, upright] * 0.3 * np.where(gap[row, upright] < 0, -1.0, 1.0)
        for which in (0, 1):
            push = np.where(upright == which, move, 0.0)
            position[:, which] += np.bincount(left, push, count) - np.bincount(right, push, count)
    return position


def _pack(position: Floats, boxes: list[Wholes]) -> None:
    """Put the components in rows, largest first, on a sheet a little wider than high; the middle is (0, 0)."""
    sizes = [np.ptp(position[nodes], axis=0) + GAP + ROOM for nodes in boxes]
    sheet = max(float(np.sqrt(sum(float(w * h) for w, h in sizes) * 1.7)), float(sizes[0][0]))
    x = y = tall = 0.0
    for nodes, (wide, high) in zip(boxes, sizes, strict=True):
        if x > 0 and x + wide > sheet:
            x, y, tall = 0.0, y + tall, 0.0
        position[nodes] += np.array([x, y]) - position[nodes].min(axis=0)
        x, tall = x + wide, max(tall, float(high))
    position -= (position.min(axis=0) + position.max(axis=0)) / 2
