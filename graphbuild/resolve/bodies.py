"""Organizations and places: the chains of all articles to nodes, and which nodes may be one."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from graphbuild.model.text import Kind
from graphbuild.resolve.intake import ChainRecord, Stock
from graphbuild.resolve.naming import PlaceKey, organization_key, place_key
from graphbuild.resolve.nodes import Node, Nodes
from graphbuild.resolve.words import Vocabulary

_COUNCIL = "dewan perwakilan rakyat"
_REGIONAL_COUNCIL = f"{_COUNCIL} daerah"
_GROUP = "fraksi "

Shared = dict[tuple[str, str], int]
"""How many articles call one thing by two names; the names are keys, in the order of the alphabet."""


class Spellings:
    """Keys of names, each worked out once."""

    def __init__(self, words: Vocabulary) -> None:
        """Nothing worked out yet."""
        self.words = words
        self._organizations: dict[str, str] = {}
        self._places: dict[str, PlaceKey] = {}

    def organization(self, name: str) -> str:
        """The key of an organization's name."""
        key = self._organizations.get(name)
        if key is None:
            key = self._organizations[name] = organization_key(name, self.words)
        return key

    def place(self, name: str) -> PlaceKey:
        """The key of a place's name."""
        key = self._places.get(name)
        if key is None:
            key = self._places[name] = place_key(name, self.words)
        return key


def organization_nodes(
    stock: Stock, spellings: Spellings, alone: frozenset[int]
) -> tuple[Nodes, list[Node | None], Shared]:
    """The nodes of all organizations, the node of each chain, and which keys name one body in how many articles."""
    nodes, shared = Nodes(Kind.ORGANIZATION), Counter[tuple[str, str]]()
    found: list[Node | None] = [None] * len(stock.chains)
    for article, chains in _by_article(stock, Kind.ORGANIZATION):
        keys = {index: spellings.organization(chain.name) for index, chain in chains}
        regional = any(key.startswith(_REGIONAL_COUNCIL) for key in keys.values())
        pairs: set[tuple[str, str]] = set()
        for index, chain in chains:
            key = _with_parent(keys[index], spellings.words, regional=regional)
            scope = _scope(stock, index, limited=key in spellings.words.generic, alone=alone)
            found[index] = node = nodes.get(key, scope)
            node.add(index, article, chain.name)
            others = {
                _with_parent(spellings.organization(form), spellings.words, regional=regional) for form in chain.forms
            }
            pairs.update(
                (min(key, other), max(key, other)) for other in others - {key} if other not in spellings.words.generic
            )
        shared.update(pairs)
    return nodes, found, shared


def _with_parent(key: str, words: Vocabulary, *, regional: bool) -> str:
    """A part that is named without its body gets it (*Komisi III*, of the DPR), unless a regional council is about."""
    parent = words.parts.get(key)
    if parent is None and key.startswith(_GROUP) and _COUNCIL not in key:
        parent = _COUNCIL
    return key if parent is None or regional else f"{key} {parent}"


def place_nodes(stock: Stock, spellings: Spellings, alone: frozenset[int]) -> tuple[Nodes, list[Node | None], Shared]:
    """The nodes of all places, the node of each chain, and which keys name one place in how many articles."""
    nodes = Nodes(Kind.PLACE)
    found: list[Node | None] = [None] * len(stock.chains)
    shared: Counter[tuple[str, str]] = Counter()
    for article, chains in _by_article(stock, Kind.PLACE):
        pairs: set[tuple[str, str]] = set()
        for index, chain in chains:
            place = spellings.place(chain.name)
            key = _place(place)
            scope = _scope(stock, index, limited=place.name in spellings.words.generic, alone=alone)
            found[index] = node = nodes.get(key, scope)
            node.label, node.sort = f"{place.sort} {place.name}".strip(), place.sort
            node.add(index, article, chain.name)
            for form in chain.forms:
                other = spellings.place(form)
                if other.base != place.base and other.name not in spellings.words.generic:
                    pairs.add((min(key, _place(other)), max(key, _place(other))))
        shared.update(pairs)
    return nodes, found, shared


def _scope(stock: Stock, index: int, *, limited: bool, alone: frozenset[int]) -> str:
    """What limits a name: nothing, its article, or, where a person told it from others, its chain."""
    chain = stock.chains[index]
    article = stock.articles[chain.article].id
    return f"{article}/{chain.id}" if index in alone else article if limited else ""


def _place(place: PlaceKey) -> str:
    return f"{place.base} {place.sort}".strip()


def _by_article(stock: Stock, kind: Kind) -> Iterator[tuple[int, list[tuple[int, ChainRecord]]]]:
    """The chains of one kind, article by article."""
    held: list[tuple[int, ChainRecord]] = []
    for index, chain in enumerate(stock.chains):
        if chain.kind is not kind:
            continue
        if held and held[0][1].article != chain.article:
            yield held[0][1].article, held
            held = []
        held.append((index, chain))
    if held:
        yield held[0][1].article, held


def parents(nodes: Nodes, stock: Stock, of_chain: list[Node | None], words: Vocabulary) -> dict[str, Node]:
    """The larger body of each organization that has one, by the unit's key.

    The lexicon knows it; or the unit's name ends in the body's; or articles write the unit right before the body.
    """
    found: dict[str, Node] = {}
    beside: dict[str, Counter[str]] = defaultdict(Counter)
    for left, right in stock.neighbors:
        unit, body = of_chain[left], of_chain[right]
        if unit is not None and body is not None and not body.scope and unit.key != body.key:
            beside[unit.key][body.key] += 1
    for node in nodes.all():
        parent = _ending(node.key, nodes)
        if parent is None and node.key in words.parts:
            parent = nodes.find(words.parts[node.key])
        if parent is None and beside[node.key]:
            best, count = min(beside[node.key].items(), key=lambda item: (-item[1], item[0]))
            if 2 * count > len(node.articles) or count > 1:
                parent = nodes.find(best)
        if parent is not None and parent.chains and found.get(parent.key) is not node:
            found[node.key] = parent
    return found


def _ending(key: str, nodes: Nodes) -> Node | None:
    """The organization with the longest name that a name ends in."""
    tokens = key.split()
    for start in range(1, len(tokens)):
        node = nodes.find(" ".join(tokens[start:]))
        if node is not None and node.chains and len(tokens) - start > 1:
            return node
    return None
