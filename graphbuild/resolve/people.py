"""People: the chains of all articles to nodes, and what articles tell about the bearer of each name.

A full name is one node for all articles, unless its words are so common that namesakes must be expected. A short
name (one word, or initials) holds in its article only, unless it is nobody else's.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from graphbuild.indonesian.names import Titles, bare_name, fold, person_key
from graphbuild.model.text import Kind
from graphbuild.resolve.intake import ChainRecord, Stock
from graphbuild.resolve.nodes import Node, Nodes

FEWEST_NAMES = 2000
"""Distinct full names from which on the frequency of words in names says something."""

NAMESAKES = 1.0
"""Bearers of a name of two words that chance alone would give among the names seen; from here on, expect namesakes."""

OFFICE_EVENTS = frozenset({"tenure", "appointment", "resignation", "dismissal", "election", "nomination"})

_ALMOST_ALWAYS = 0.9
_MUHAMMAD = frozenset(
    ("m", "moh", "mohd", "moch", "mochamad", "mochammad", "mohamad", "mohammad", "muh", "muhamad", "muhammad", "mhd")
)
_SHORTEST_NICKNAME = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name for comparing: the ``key`` has its words in one spelling and its initials, in order."""

    key: str
    words: tuple[str, ...]
    initials: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether the name tells people apart by itself: two words, or one with two initials (B.J. Habibie)."""
        return len(self.words) > 1 or (len(self.words) == 1 and len(self.initials) > 1)


def read_name(name: str, titles: Titles) -> Name:
    """A name without titles, degrees, brackets and what follows *alias* or *bin*; *M. Ali* is *Muhammad Ali*.

    One word alone keeps its father's name (*Ahmad bin Hasan*). A leading *Muhammad* is left out where two other words
    remain: papers write it, shorten it and leave it out.
    """
    plain = re.sub(r"\([^)]*\)", " ", name).split(" alias ")[0]
    bare = bare_name(plain, titles) or plain
    tokens = fold(bare).split()
    cut = next((i for i, token in enumerate(tokens) if i > 1 and token in {"bin", "binti", "bte"}), len(tokens))
    parts: list[str] = []
    for place, token in enumerate(tokens[:cut]):
        if token in _MUHAMMAD and place == 0 and cut > 1:
            parts.append("muhammad")
        elif len(token) == 1 or (cut > 1 and _letters(token, bare)):
            parts.extend(token)
        else:
            parts.append(person_key(token) or token)
    words = [part for part in parts if len(part) > 1]
    if parts[:1] == ["muhammad"] and len(words) > 2:
        parts, words = parts[1:], words[1:]
    key = (" " if words else "").join(parts) or fold(name)
    return Name(key, tuple(words) or (key,), tuple(part for part in parts if len(part) == 1 and words))


def _letters(token: str, name: str) -> bool:
    """Whether a word is letters that stand for words (*BJ* Habibie); not in a name all in capitals."""
    if len(token) > 3 or name.isupper() or token.upper() not in name.replace(".", "").replace("-", " ").split():
        return False
    return len(token) < 3 or not set(token) & set("aiueo")


@dataclass(slots=True)
class Census:
    """Who is called what: names of chains, how often a word stands in full names, which short names mean whom."""

    names: dict[str, Name]
    words: Counter[str]
    full: int
    aliases: dict[str, Counter[str]]
    shared: Counter[tuple[str, str]]

    def expected(self, name: Name) -> float:
        """How many bearers of a name of two words chance would give among the full names; 0 while few are known."""
        if len(name.words) != 2 or self.full < FEWEST_NAMES:
            return 0.0
        return self.words[name.words[0]] * self.words[name.words[1]] / self.full

    def owner(self, short: str) -> str | None:
        """The full name that a nickname means almost always: it is no word of any full name (Jokowi, not Joko)."""
        uses = self.aliases.get(short)
        if not uses or self.words[short]:
            return None
        best = min(uses, key=lambda key: (-uses[key], key))
        enough = len(short) >= _SHORTEST_NICKNAME or uses[best] > 2
        return best if enough and uses[best] >= _ALMOST_ALWAYS * sum(uses.values()) else None


def take_census(stock: Stock, titles: Titles) -> Census:
    """Count names: each chain says that its short forms, and its other full forms, are names of its fullest."""
    census = Census({}, Counter(), 0, defaultdict(Counter), Counter())
    seen: set[str] = set()
    for chain in stock.chains:
        if chain.kind is not Kind.PERSON:
            continue
        name = _read(chain.name, titles, census)
        if not name.full:
            continue
        if name.key not in seen:
            seen.add(name.key)
            census.words.update(set(name.words))
        for other in {_read(form, titles, census).key: _read(form, titles, census) for form in chain.forms}.values():
            if other.key == name.key:
                continue
            if other.full:
                census.shared[min(name.key, other.key), max(name.key, other.key)] += 1
            else:
                census.aliases[other.key][name.key] += 1
    census.full = len(seen)
    return census


def _read(name: str, titles: Titles, census: Census) -> Name:
    found = census.names.get(name)
    if found is None:
        found = census.names[name] = read_name(name, titles)
    return found


def people_nodes(
    stock: Stock, census: Census, titles: Titles, alone: frozenset[int]
) -> tuple[Nodes, list[Node | None]]:
    """The nodes of all people and the node of each chain; ``alone`` are chains told from their namesakes by hand."""
    nodes = Nodes(Kind.PERSON)
    found: list[Node | None] = [None] * len(stock.chains)
    for index, chain in enumerate(stock.chains):
        if chain.kind is not Kind.PERSON:
            continue
        name = _read(chain.name, titles, census)
        node = nodes.get(name.key, _scope(chain, name, census, stock, alone=index in alone))
        node.add(index, chain.article, chain.name)
        found[index] = node
    return nodes, found


def _scope(chain: ChainRecord, name: Name, census: Census, stock: Stock, *, alone: bool) -> str:
    """Empty where the name is one person in all articles, else what limits it: its article, or the chain itself."""
    article = stock.articles[chain.article].id
    if alone:
        return f"{article}/{chain.id}"
    if name.full:
        return article if census.expected(name) >= NAMESAKES else ""
    return "" if census.owner(name.key) is not None else f"{article}/{chain.id}"
