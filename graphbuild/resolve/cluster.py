"""Judgements to clusters: connected components that keep apart what a judgement or a name keeps apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from graphbuild.model.world import Judgement
from graphbuild.resolve.judge import SAME
from graphbuild.resolve.nodes import Node

Agrees = Callable[[Node, Node], bool]


class Clusters:
    """Nodes joined into clusters. Each cluster knows its fullest name and which clusters it must not meet."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        """Every node is alone."""
        self._above: dict[str, str] = {node.id: node.id for node in nodes}
        self._fullest: dict[str, Node] = {node.id: node for node in nodes}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def root(self, node: str) -> str:
        """The id of the node that stands for a node's cluster."""
        above = self._above
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    def keep_apart(self, left: str, right: str) -> None:
        """Never join the clusters of these two nodes."""
        if left in self._above and right in self._above and self.root(left) != self.root(right):
            self._apart[self.root(left)].add(self.root(right))
            self._apart[self.root(right)].add(self.root(left))

    def join(self, left: str, right: str, agrees: Agrees | None = None) -> bool:
        """Join two clusters, unless they are to stay apart or their fullest names contradict each other."""
        if left not in self._above or right not in self._above:
            return False
        one, other = sorted((self.root(left), self.root(right)))
        if one == other:
            return True
        if other in self._apart[one]:
            return False
        if agrees is not None and not agrees(self._fullest[one], self._fullest[other]):
            return False
        self._above[other] = one
        self._fullest[one] = max(self._fullest[one], self._fullest[other], key=_fullness)
        for distant in self._apart.pop(other, ()):
            self._apart[distant].discard(other)
            self._apart[distant].add(one)
            self._apart[one].add(distant)
        return True

    def groups(self, nodes: Sequence[Node]) -> list[list[Node]]:
        """The clusters, each in the order of the nodes given, sorted by their first node."""
        found: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            found[self.root(node.id)].append(node)
        return list(found.values())


def cluster(
    nodes: Sequence[Node],
    judgements: Iterable[Judgement],
    corrections: Iterable[Judgement] = (),
    agrees: Agrees | None = None,
) -> list[list[Node]]:
    """The nodes in clusters: what a person decided first, then the surest judgements first.

    A person's word that two are the same joins them whatever their names; a person's word that two are different
    holds against every chain of judgements between them.
    """
    clusters = Clusters(nodes)
    decided = sorted(corrections, key=lambda judgement: (judgement.left, judgement.right))
    for judgement in decided:
        if judgement.verdict == SAME:
            clusters.join(judgement.left, judgement.right)
    for judgement in decided:
        if judgement.verdict != SAME:
            clusters.keep_apart(judgement.left, judgement.right)
    sure = (judgement for judgement in judgements if judgement.verdict == SAME)
    for judgement in sorted(sure, key=lambda judgement: (-judgement.score, judgement.left, judgement.right)):
        clusters.join(judgement.left, judgement.right, agrees)
    return clusters.groups(nodes)


def anchor(group: Sequence[Node]) -> Node:
    """The node that gives a cluster its id: known in all articles, of more than one word, in the earliest article.

    New articles come at the end of time, so what came first rarely changes.
    """
    return min(group, key=lambda node: (bool(node.scope), " " not in node.key, node.since, node.key, node.scope))


def _fullness(node: Node) -> tuple[int, int, str]:
    return (len(node.key.split()), len(node.key), node.id)
