"""A person's corrections of judgements: what they refer to, and what the machine must not decide against them.

A correction names two things, each by the id of an entity or by a chain, ``document/chain``, and says ``same`` or
``different``. A chain that is told from others becomes a node of its own before anything is compared.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graphbuild.model.world import Judgement
from graphbuild.ontology.iri import FOLDERS
from graphbuild.resolve.intake import Stock
from graphbuild.resolve.judge import DIFFERENT, SAME
from graphbuild.resolve.nodes import Node

PERSON = "person"
"""The author of a correction; judgements of any other author are not obeyed."""

_SAME = frozenset({"same", SAME})
_DIFFERENT = frozenset({"different", DIFFERENT})


def wanted(corrections: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The corrections of a person, with the verdicts that the machine uses, sorted; unsure decides nothing."""
    found = []
    for correction in corrections:
        if correction.author == PERSON and correction.verdict in _SAME | _DIFFERENT:
            verdict = SAME if correction.verdict in _SAME else DIFFERENT
            found.append(replace(correction, verdict=verdict))
    return tuple(sorted(found, key=lambda item: (item.left, item.right, item.verdict)))


def told_apart(corrections: Sequence[Judgement], stock: Stock) -> frozenset[int]:
    """The chains, as positions in the stock, that a person told from another thing."""
    named = {
        reference
        for correction in corrections
        if correction.verdict == DIFFERENT
        for reference in (correction.left, correction.right)
        if _is_chain(reference)
    }
    if not named:
        return frozenset()
    return frozenset(
        index for index, chain in enumerate(stock.chains) if f"{stock.articles[chain.article].id}/{chain.id}" in named
    )


def on_nodes(corrections: Sequence[Judgement], nodes: Mapping[str, Node]) -> list[Judgement]:
    """The corrections with chains replaced by their nodes; those about things that are not there are left out.

    ``nodes`` has the node of every id and of every chain that a correction names.
    """
    found = []
    for correction in corrections:
        left, right = nodes.get(correction.left), nodes.get(correction.right)
        if left is not None and right is not None and left is not right:
            found.append(replace(correction, left=left.id, right=right.id))
    return found


def named_nodes(corrections: Sequence[Judgement], stock: Stock, of_chain: Sequence[Node | None]) -> dict[str, Node]:
    """The node of every id, and of every chain that a correction names."""
    if not corrections:
        return {}
    named = {item for correction in corrections for item in (correction.left, correction.right)}
    found: dict[str, Node] = {}
    for chain, node in zip(stock.chains, of_chain, strict=True):
        if node is None:
            continue
        found[node.id] = node
        reference = f"{stock.articles[chain.article].id}/{chain.id}"
        if reference in named:
            found[reference] = node
    return found


def _is_chain(reference: str) -> bool:
    return reference.partition("/")[0] not in FOLDERS.values()
