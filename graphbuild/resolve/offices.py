"""Posts: the chains of all articles to nodes, by title and by the body or place the post belongs to."""

from collections import Counter, defaultdict

from graphbuild.model.text import Kind
from graphbuild.resolve.intake import ChainRecord, ClaimRecord, Stock
from graphbuild.resolve.naming import is_complete, office_key
from graphbuild.resolve.nodes import Node, Nodes
from graphbuild.resolve.words import Vocabulary

Body = tuple[str, Node]
"""What a post's key says of its body, and the node of the body."""


def office_nodes(
    stock: Stock, bodies: dict[int, Body], words: Vocabulary, alone: frozenset[int]
) -> tuple[Nodes, list[Node | None]]:
    """The nodes of all posts and the node of each chain.

    ``bodies`` has the body of every chain of an organization or place. A title that names no post by itself (*Ketua*,
    *Kapolda*) and whose body the article does not tell holds in its article only, unless nobody is said to hold it:
    then it is the post as such (*para menteri*).
    """
    nodes = Nodes(Kind.OFFICE)
    of_chain: list[Node | None] = [None] * len(stock.chains)
    told = _told_bodies(stock)
    keys: dict[tuple[str, str], str] = {}
    held = {chain for claim in stock.claims for role, chain in claim.roles if role == "office"}
    for index, chain in enumerate(stock.chains):
        if chain.kind is not Kind.OFFICE:
            continue
        body = bodies.get(chain.of if chain.of >= 0 else told.get(index, -1))
        phrase = body[0] if body is not None else ""
        key = keys.get((chain.name, phrase))
        if key is None:
            key = keys[chain.name, phrase] = office_key(chain.name, phrase, words)
        open_end = body is None and not is_complete(key, words) and not _adds_a_body(chain, key, words)
        article = stock.articles[chain.article].id
        scope = f"{article}/{chain.id}" if index in alone else article if open_end and index in held else ""
        of_chain[index] = node = nodes.get(key.replace(" ", ""), scope)
        node.label = min(node.label or key, key)
        node.add(index, chain.article, chain.name)
        if body is not None and (node.of is None or body[1].key < node.of.key):
            node.of = body[1]
    return nodes, of_chain


def _adds_a_body(chain: ChainRecord, key: str, words: Vocabulary) -> bool:
    """Whether the full name says more than any form as written: the body stands in it."""
    if not chain.forms:
        return False
    return all(len(office_key(form, "", words)) < len(key) for form in chain.forms)


def _told_bodies(stock: Stock) -> dict[int, int]:
    """The organization that claims name with a post, for posts whose chain names none."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for claim in stock.claims:
        office, body = _filler(claim, "office"), _filler(claim, "organization")
        if office is not None and body is not None:
            votes[office][body] += 1
    return {office: min(count, key=lambda body: (-count[body], body)) for office, count in votes.items()}


def _filler(claim: ClaimRecord, role: str) -> int | None:
    return next((chain for name, chain in claim.roles if name == role), None)
