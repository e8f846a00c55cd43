"""Clusters to entities: one person, office, organization or place each, with all its names and all its chains."""

from collections import Counter
from collections.abc import Sequence

from graphbuild.model.text import Kind
from graphbuild.model.world import Entity
from graphbuild.resolve.cluster import anchor
from graphbuild.resolve.intake import Stock
from graphbuild.resolve.naming import seats
from graphbuild.resolve.nodes import Node, name_of
from graphbuild.resolve.words import Vocabulary


def merge(groups: Sequence[Sequence[Node]], stock: Stock, words: Vocabulary) -> list[Entity]:
    """One entity per cluster, sorted by id. What it belongs to is put in afterwards (``belonging``)."""
    return sorted((_entity(group, stock, words) for group in groups), key=lambda entity: entity.id)


def _entity(group: Sequence[Node], stock: Stock, words: Vocabulary) -> Entity:
    first = anchor(group)
    chains = sorted(chain for node in group for chain in node.chains)
    forms = {form for chain in chains for form in stock.chains[chain].forms}
    names = Counter[str]()
    for node in group:
        names.update(node.names)
    kept = {form for form in forms if first.kind is not Kind.OFFICE or " " in form or not form.islower()}
    members = ((stock.articles[stock.chains[chain].article].id, stock.chains[chain].id) for chain in chains)
    return Entity(
        id=first.id,
        kind=first.kind,
        name=_display(first.kind, names, group),
        names=tuple(sorted(kept | set(names))),
        members=tuple(sorted(members)),
        seats=seats(first.label, words) if first.kind is Kind.OFFICE and not first.scope else None,
    )


def _display(kind: Kind, names: Counter[str], group: Sequence[Node]) -> str:
    """The name to show: of a person a full name, of a body a name in full, each as most articles write it."""
    if kind is Kind.PERSON:
        full = Counter({name: count for name, count in names.items() if " " in name})
        return name_of(full or names)
    if kind is Kind.OFFICE:
        longer = Counter({name: count for name, count in names.items() if " " in name or not name.islower()})
        return name_of(longer or names)
    written = max(group, key=lambda node: (len(node.articles), node.id))
    return name_of(written.names if len(written.names) < 3 else names)
