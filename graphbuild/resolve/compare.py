"""What speaks for and against two names being one body or place: small functions, each its own explanation."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.indonesian.names import is_variant
from graphbuild.resolve.bodies import Shared
from graphbuild.resolve.judge import Reason
from graphbuild.resolve.nodes import Node, Nodes

_SMALLEST_BLOCK_NAME = 8
"""Letters of a name in which one letter may be a slip of the pen; shorter names differ by one letter on purpose."""


@dataclass(frozen=True, slots=True)
class BodyContext:
    """What comparing organizations or places needs: in how many articles names are shared, and with how many others."""

    shared: Shared
    partners: dict[str, Counter[str]]
    longer: Counter[str]


def body_context(shared: Shared, nodes: Nodes) -> BodyContext:
    """The context of comparing; near-linear in the number of names."""
    partners: dict[str, Counter[str]] = defaultdict(Counter)
    for (left, right), count in shared.items():
        partners[left][right] += count
        partners[right][left] += count
    longer = Counter(" ".join(words[:size]) for words in _words(nodes) for size in range(1, len(words)))
    return BodyContext(shared, partners, longer)


def _words(nodes: Nodes) -> Iterator[list[str]]:
    return (node.key.split() for node in nodes.all() if not node.scope)


def body_pairs(context: BodyContext, nodes: Nodes) -> Iterator[tuple[Node, Node]]:
    """Organizations or places that may be one: named alike in some article, or a letter apart. Never all pairs."""
    seen: set[tuple[str, str]] = set()
    for left, right in (*sorted(context.shared), *_slips(nodes), *_sorts(nodes)):
        one, other = nodes.find(left), nodes.find(right)
        if one is not None and other is not None and one.chains and other.chains and (left, right) not in seen:
            seen.add((left, right))
            yield one, other


def _slips(nodes: Nodes) -> Iterator[tuple[str, str]]:
    """Names a letter apart: blocked by the word that is the same and the beginning of the word that is not."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for node in nodes.all():
        words = node.key.split()
        if node.scope or len(node.key) < _SMALLEST_BLOCK_NAME:
            continue
        for place, word in enumerate(words):
            blocks[(*words[:place], word[:3], *words[place + 1 :], str(place))].append(node.key)
    for _, keys in sorted(blocks.items()):
        first = min(keys)
        for key in sorted(set(keys) - {first}):
            if is_variant(first, key):
                yield first, key


def _sorts(nodes: Nodes) -> Iterator[tuple[str, str]]:
    """A place named without its sort, and the city or else the regency of that name."""
    for node in nodes.all():
        base, _, sort = node.key.partition(" ")
        if sort != node.sort or not sort or node.scope:
            continue
        if sort == "kota" or (sort == "kabupaten" and nodes.find(f"{base} kota") is None):
            yield min(base, node.key), max(base, node.key)


def called_both(left: Node, right: Node, context: BodyContext) -> float:
    """An article calls one thing by both names."""
    count = context.shared.get((min(left.key, right.key), max(left.key, right.key)), 0)
    return (3.0 if count == 1 else 3.5 if count else 0.0) if not _vague(left, right, context) else min(count, 2) * 1.0


def _vague(left: Node, right: Node, context: BodyContext) -> bool:
    """Whether one name is a bare beginning of many others: it holds in one article, not in all."""
    return context.longer[left.key] > 1 or context.longer[right.key] > 1


def stands_for_others(left: Node, right: Node, context: BodyContext) -> float:
    """The shorter name is used for other things as well."""
    short, long = sorted((left.key, right.key), key=lambda key: (len(key), key))
    others = context.partners.get(short, Counter())
    total = sum(others.values())
    return -3.0 if total and others[long] < 0.7 * total else 0.0


def abbreviates(left: Node, right: Node, context: BodyContext) -> float:
    """One name is made of the first letters of the other."""
    del context
    short, long = sorted((left.key, right.key), key=lambda key: (len(key), key))
    letters = "".join(word[0] for word in long.split())
    return 1.5 if len(short) > 2 and " " not in short and short == letters else 0.0


def one_letter(left: Node, right: Node, context: BodyContext) -> float:
    """The names are a letter apart."""
    del context
    if left.kind is right.kind and left.sort == right.sort and is_variant(left.key, right.key):
        rare = min(len(left.articles), len(right.articles)) * 4 <= max(len(left.articles), len(right.articles))
        return 3.0 if rare or left.key.replace(" ", "") == right.key.replace(" ", "") else 2.0
    return 0.0


def different_number(left: Node, right: Node, context: BodyContext) -> float:
    """The names differ in a number or in a word of one or two letters."""
    del context
    apart = set(left.key.split()) ^ set(right.key.split())
    return -3.0 if any(len(word) < 3 or not word.isalpha() or set(word) <= set("ivx") for word in apart) else 0.0


def bare_place(left: Node, right: Node, context: BodyContext) -> float:
    """A place named without its sort is the city, or the regency where no city has the name."""
    del context
    return 3.5 if (not left.sort) != (not right.sort) and left.key.split()[0] == right.key.split()[0] else 0.0


BODY_REASONS = tuple(Reason(f) for f in (called_both, stands_for_others, abbreviates, one_letter, different_number))
PLACE_REASONS = (*BODY_REASONS, Reason(bare_place))
