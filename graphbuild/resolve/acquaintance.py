"""What the articles tell about the bearer of each name: posts, bodies, company."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graphbuild.resolve.intake import ClaimRecord
from graphbuild.resolve.nodes import Node, Nodes
from graphbuild.resolve.people import OFFICE_EVENTS, Census, Name
from graphbuild.resolve.spelling import Fit, fit

_ENOUGH_RIVALS = 8

_NONE: frozenset[str] = frozenset()

ByChain = Sequence[Node | None]
"""The node of each chain of the stock; None for chains of another kind."""


@dataclass(slots=True)
class Acquaintance:
    """Posts and bodies of every node of a person, by node id, and who is present in each article."""

    census: Census
    nodes: Nodes
    names: dict[str, Name] = field(default_factory=dict)
    posts_of: Mapping[str, set[str]] = field(default_factory=dict)
    bodies_of: Mapping[str, set[str]] = field(default_factory=dict)
    present: dict[int, list[Node]] = field(default_factory=lambda: defaultdict(list))
    limited: dict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))
    fits: dict[tuple[str, str], Fit | None] = field(default_factory=dict)
    sets: dict[str, frozenset[int]] = field(default_factory=dict)
    ends: dict[tuple[str, str], list[Node]] = field(default_factory=lambda: defaultdict(list))

    def name(self, node: Node) -> Name:
        """The name of a node, read."""
        return self.names[node.id]

    def posts(self, node: Node) -> frozenset[str] | set[str]:
        """The ids of the posts that claims give the person."""
        return self.posts_of.get(node.id, _NONE)

    def bodies(self, node: Node) -> frozenset[str] | set[str]:
        """The ids of the organizations and places that claims give the person."""
        return self.bodies_of.get(node.id, _NONE)

    def company(self, node: Node) -> list[Node]:
        """The people with full names in the article of a short or common name; nobody for a name of all articles."""
        return [other for other in self.present.get(node.articles[0], ()) if other is not node] if node.scope else []

    def articles(self, node: Node) -> frozenset[int]:
        """The articles that name the person."""
        found = self.sets.get(node.id)
        if found is None:
            found = self.sets[node.id] = frozenset(node.articles)
        return found

    def bearers(self, key: str) -> list[Node]:
        """The nodes of one name."""
        node = self.nodes.find(key)
        return [node] if node is not None and node.chains else self.limited.get(key, [])

    def both(self, left: str, right: str) -> Iterator[tuple[Node, Node]]:
        """The pair of nodes of two names that hold in all articles."""
        one, other = self.nodes.find(left), self.nodes.find(right)
        if one is not None and other is not None and one.chains and other.chains:
            yield one, other

    def with_words(self, first: str, last: str) -> list[Node]:
        """Full names of all articles that have both words, in order; at most a handful are remembered."""
        return self.ends.get((first, last), [])

    def fit(self, left: Node, right: Node) -> Fit | None:
        """How the names of two nodes fit each other."""
        pair = (left.key, right.key)
        if pair not in self.fits:
            self.fits[pair] = fit(*pair)
        return self.fits[pair]


def acquaint(nodes: Nodes, census: Census, claims: Sequence[ClaimRecord], of_chain: ByChain) -> Acquaintance:
    """Gather what claims and articles tell about the bearer of each name; ``of_chain`` has nodes of all kinds."""
    known = Acquaintance(census, nodes)
    for node in nodes.all():
        _register(known, node, census.names[next(iter(node.names))])
    posts: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        offices = [node for node in _fillers(claim, of_chain, ("office",)) if not node.scope]
        owners = [office.of for office in offices if office.of is not None]
        told = _fillers(claim, of_chain, ("organization", "institution"))
        for person in _fillers(claim, of_chain, ("person",)):
            if claim.type in OFFICE_EVENTS:
                posts[person.id].update(office.id for office in offices)
            bodies[person.id].update(body.id for body in (*owners, *told) if not body.scope)
    known.posts_of, known.bodies_of = posts, bodies
    return known


def _register(known: Acquaintance, node: Node, name: Name) -> None:
    """Note a node under its name, its words and its articles."""
    known.names[node.id] = name
    if node.scope:
        known.limited[node.key].append(node)
    if not name.full:
        return
    for article in node.articles:
        known.present[article].append(node)
    for pair in sorted(set(combinations(name.words, 2))) if not node.scope else ():
        if len(known.ends[pair]) < _ENOUGH_RIVALS:
            known.ends[pair].append(node)


def _fillers(claim: ClaimRecord, of_chain: ByChain, roles: tuple[str, ...]) -> list[Node]:
    found = (of_chain[chain] for role, chain in claim.roles if role in roles)
    return [node for node in found if node is not None]
