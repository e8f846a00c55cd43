"""The unit that resolution compares: one name in one spelling, in all articles or, where it says too little, in one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graphbuild.model.text import Kind
from graphbuild.model.world import Article
from graphbuild.ontology.iri import entity_id


@dataclass(slots=True, eq=False)
class Node:
    """A name and the chains that bear it. ``scope`` is empty, or the id of the one article in which the name holds.

    ``articles`` are positions in the stock, sorted; ``names`` counts the articles that use each written form as the
    fullest name of a chain. ``label`` is the key to read where the key itself is squeezed; ``sort`` tells namesakes
    apart (kota, kabupaten); ``of`` is the body or place a post belongs to.
    """

    kind: Kind
    key: str
    scope: str = ""
    chains: list[int] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    of: "Node | None" = None
    label: str = ""
    sort: str = ""
    since: str = ""
    id: str = ""

    def add(self, chain: int, article: int, name: str) -> None:
        """Take in one more chain; chains must come in the order of the stock."""
        self.chains.append(chain)
        if not self.articles or self.articles[-1] != article:
            self.articles.append(article)
        self.names[name] += 1


class Nodes:
    """All nodes of one kind: made on first use, found again by key and scope."""

    def __init__(self, kind: Kind) -> None:
        """No nodes yet."""
        self.kind = kind
        self._found: dict[tuple[str, str], Node] = {}

    def get(self, key: str, scope: str = "") -> Node:
        """The node of a key, new where there is none."""
        node = self._found.get((key, scope))
        if node is None:
            node = self._found[key, scope] = Node(self.kind, key, scope)
        return node

    def find(self, key: str) -> Node | None:
        """The node of a key that holds in all articles, if there is one."""
        return self._found.get((key, ""))

    def all(self) -> list[Node]:
        """All nodes that have chains, in the order of key and scope."""
        return [node for _, node in sorted(self._found.items()) if node.chains]


def name_of(names: Counter[str]) -> str:
    """The name to show: the most used, of equals the longest, then the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], -len(name), name))


def give_ids(nodes: Iterable[Node], articles: Sequence[Article]) -> None:
    """Give every node the date of its first article and its id: what an entity is called that it stands for."""
    for node in nodes:
        dates = ((articles[article].source.published, articles[article].id) for article in node.articles)
        node.since = min(f"{'9999' if day is None else day.iso} {document}" for day, document in dates)
        node.id = entity_id(node.kind, node.label or node.key, f"{node.kind.value}|{node.key}|{node.scope}")
