"""Annotated articles beside chains: which chain of an article is which annotated entity."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from graphbuild.model.text import Chain, Document, Form, Kind, Mention, Span

Record = dict[str, Any]


def fold(text: str) -> str:
    """Case, accents, punctuation and spacing do not count."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


def forms(entity: Record) -> set[str]:
    """The folded names of an annotated entity."""
    return {fold(form) for form in [entity["name"], *entity["mentions"]]} - {""}


def chain_forms(chain: Chain) -> set[str]:
    """The folded names of a chain, pronouns and descriptions left out."""
    return {fold(m.text) for m in chain.mentions if m.form is Form.NAME} | {fold(chain.name)}


def align(record: Record, chains: Sequence[Chain]) -> dict[str, set[str]]:
    """For each annotated entity the ids of the chains that are it: the best partner, and its free look-alikes."""
    entities = {entity["id"]: entity for entity in record["entities"]}
    with_owner = {key: _with_owner(forms(e), entities.get(e.get("of", ""))) for key, e in entities.items()}
    by_id = {chain.id: chain for chain in chains}
    own = {}
    for chain in chains:
        names = chain_forms(chain)
        owner = by_id.get(chain.of or "")
        if chain.kind is Kind.OFFICE and owner is not None:
            names |= {f"{name} {of}" for name in chain_forms(chain) for of in chain_forms(owner)}
        own[chain.id] = names
    pairs = [
        (len(with_owner[key] & own[chain.id]), key, chain.id)
        for key, entity in entities.items()
        for chain in chains
        if chain.kind.value == entity["type"]
    ]
    partner: dict[str, set[str]] = {key: set() for key in entities}
    taken: set[str] = set()
    for count, key, chain_id in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if count and not partner[key] and chain_id not in taken:
            partner[key].add(chain_id)
            taken.add(chain_id)
    for count, key, chain_id in pairs:
        if count and chain_id not in taken:
            partner[key].add(chain_id)
    return partner


def project_chains(record: Record, document: Document) -> tuple[Chain, ...]:
    """Chains made of the annotation itself: every place where a form stands, for the entity that fits it best there."""
    users: dict[tuple[str, str], list[Record]] = {}
    for entity in record["entities"]:
        for form in entity["mentions"]:
            users.setdefault((form, entity["type"]), []).append(entity)
    found: dict[str, list[Mention]] = {entity["id"]: [] for entity in record["entities"]}
    taken = bytearray(len(document.text))
    for (form, kind), entities in sorted(users.items(), key=lambda item: (-len(item[0][0]), item[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", document.text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(form)
                entity = max(entities, key=lambda entity: _fit(entity, document.text, match.end(), record))
                found[entity["id"]].append(Mention(Span(*match.span()), Kind(kind), form))
    return tuple(
        Chain(e["id"], Kind(e["type"]), e["name"], tuple(sorted(found[e["id"]])), e.get("of"))
        for e in record["entities"]
        if found[e["id"]]
    )


def _with_owner(names: set[str], owner: Record | None) -> set[str]:
    return names if owner is None else names | {f"{name} {of}" for name in names for of in forms(owner)}


def _fit(entity: Record, text: str, end: int, record: Record) -> float:
    """How much of an entity's name follows at once; of two equals the later listed loses."""
    following = fold(text[end : end + 60]).split()
    owner = next((e for e in record["entities"] if e["id"] == entity.get("of")), None)
    wanted = set(fold(entity["name"]).split()) | {word for f in (forms(owner) if owner else ()) for word in f.split()}
    return sum(1 / (2 + place) for place, word in enumerate(following) if word in wanted)
