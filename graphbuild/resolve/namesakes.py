"""Which people may be one: blocks of names that can stand for each other, so that nobody is compared with everybody."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import combinations, pairwise

from graphbuild.resolve.acquaintance import Acquaintance
from graphbuild.resolve.nodes import Node
from graphbuild.resolve.spelling import sound

_LARGEST_BLOCK = 30
"""Names compared with all others of a block; of a larger block only the shortest are."""

_LONGEST_NAME = 6
_SLIP_BEGINNING = 3

Pair = tuple[Node, Node]


def people_pairs(nodes: list[Node], known: Acquaintance) -> Iterator[Pair]:
    """Pairs of people whose names can be one person's, each once, in a fixed order."""
    full = [node for node in nodes if known.name(node).full]
    short = [node for node in nodes if not known.name(node).full]
    found: dict[tuple[str, str], Pair] = {}
    sources = (_extensions(full), _slips(full), _letters(full, known), _nicknames(known), _namesakes(nodes, known))
    for source in (*sources, _short_forms(short, full, known)):
        for left, right in source:
            if left is not right:
                one, other = sorted((left, right), key=lambda node: node.id)
                found.setdefault((one.id, other.id), (one, other))
    yield from (found[key] for key in sorted(found))


def _words(node: Node) -> list[str]:
    return [sound(word) for word in node.key.split() if len(word) > 1]


def _extensions(full: list[Node]) -> Iterator[Pair]:
    """Names that share two words in order: *Siti Rahma* and *Siti Nur Rahma*."""
    blocks: dict[Hashable, list[Node]] = defaultdict(list)
    for node in full:
        for pair in sorted(set(combinations(_words(node)[:_LONGEST_NAME], 2))):
            blocks[pair].append(node)
    for _, block in sorted(blocks.items(), key=lambda item: str(item[0])):
        yield from _within(block)


def _within(block: list[Node]) -> Iterator[Pair]:
    """All pairs of a small block; of a large one, the names of two words with all, and neighbors with each other."""
    if len(block) <= _LARGEST_BLOCK:
        yield from combinations(block, 2)
        return
    shortest = [node for node in block if len(_words(node)) == 2 and not node.scope][:_LARGEST_BLOCK]
    for node in shortest:
        yield from ((node, other) for other in block)
    yield from pairwise(sorted(block, key=lambda node: node.key))


def _slips(full: list[Node]) -> Iterator[Pair]:
    """Names that differ in one word, which begins alike: *Saut Situmorang* and *Saut Situmorag*."""
    blocks: dict[Hashable, list[Node]] = defaultdict(list)
    for node in full:
        words = _words(node)
        for place, word in enumerate(words[:_LONGEST_NAME]):
            blocks[(*words[:place], word[:_SLIP_BEGINNING], *words[place + 1 :], str(place))].append(node)
    for _, block in sorted(blocks.items(), key=lambda item: str(item[0])):
        if len(block) <= _LARGEST_BLOCK:
            yield from combinations(block, 2)


def _letters(full: list[Node], known: Acquaintance) -> Iterator[Pair]:
    """A name with initials and the name they stand for: *B.J. Habibie*."""
    blocks: dict[Hashable, list[Node]] = defaultdict(list)
    for node in full:
        parts = node.key.split()
        if len(parts) > 2 and not node.scope:
            blocks["".join(part[0] for part in parts[:-1]), parts[-1]].append(node)
    for _, block in sorted(blocks.items(), key=lambda item: str(item[0])):
        if any(len(known.name(node).words) == 1 for node in block):
            yield from _within(block)


def _nicknames(known: Acquaintance) -> Iterator[Pair]:
    """Names by which some article calls one person."""
    for left, right in sorted(known.census.shared):
        yield from known.both(left, right)
    for short in sorted(known.census.aliases):
        owner = known.census.owner(short)
        if owner is not None:
            yield from known.both(short, owner)


def _namesakes(nodes: Iterable[Node], known: Acquaintance) -> Iterator[Pair]:
    """Bearers of one name: neighbors in the list of those who share a post, a body or a companion."""
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.scope:
            links = known.posts(node) | known.bodies(node) | {other.id for other in known.company(node)}
            for link in sorted(links):
                blocks[node.key, link].append(node)
    for _, block in sorted(blocks.items()):
        yield from pairwise(sorted(block, key=lambda node: (node.since, node.scope)))


def _short_forms(short: list[Node], full: list[Node], known: Acquaintance) -> Iterator[Pair]:
    """A short name and the full names it is a word of: all where they are few, else those with a link between them."""
    wanted = {word for node in short for word in known.name(node).words}
    bearers: dict[str, list[Node]] = defaultdict(list)
    linked: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in full:
        for word in sorted(wanted.intersection(known.name(node).words)):
            bearers[word].append(node)
            for link in sorted(known.posts(node) | known.bodies(node)):
                linked[word, link].append(node)
    for node in short:
        for word in known.name(node).words:
            if len(bearers[word]) <= _LARGEST_BLOCK:
                yield from ((node, other) for other in bearers[word])
                continue
            for link in sorted(known.posts(node) | known.bodies(node)):
                yield from ((node, other) for other in linked[word, link][:_LARGEST_BLOCK])
        for owner in sorted(known.census.aliases.get(node.key, ())):
            yield from ((node, other) for other in known.bearers(owner))
