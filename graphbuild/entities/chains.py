"""From mentions to chains: names joined per kind, posts told apart by their owners, ids in order of first mention."""

from collections.abc import Mapping, Sequence

from graphbuild.entities.acronyms import bracketed_pairs
from graphbuild.entities.forms import fullest, surface_forms
from graphbuild.entities.organizations import join_organizations
from graphbuild.entities.people import alias_pairs, join_people
from graphbuild.entities.places import join_places
from graphbuild.entities.posts import Surroundings, posts_of
from graphbuild.entities.pronouns import Named, find_pronouns
from graphbuild.entities.spans import prose_only, sentence_of
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.model.text import Chain, Document, Form, Kind, Mention, Sentence

_BESIDE = 12
"""Characters between a title and the name behind it: a blank, a comma, a rank such as *Jenderal*."""


def join_mentions(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], vocabulary: Vocabulary
) -> tuple[Chain, ...]:
    """The chains of an article's mentions, which must be in text order and free of overlaps."""
    names: dict[int, int] = {}
    for kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE):
        names |= _join_kind(document, mentions, kind, vocabulary)
    sentence = [sentence_of(sentences, mention) for mention in mentions]
    around = Surroundings(document, mentions, sentence, names)
    post_of, of_post = posts_of(around, vocabulary)
    members: dict[tuple[str, int], list[int]] = {}
    for index in range(len(mentions)):
        key = ("post", post_of[index]) if index in post_of else ("name", names.get(index, -1 - index))
        members.setdefault(key, []).append(index)
    pronouns = _pronouns(around, sentences, _holders(around, post_of), vocabulary)
    ids = {key: f"E{number}" for number, key in enumerate(members, start=1)}
    chains = []
    for key, indexes in members.items():
        own = tuple(mentions[index] for index in indexes)
        own = tuple(sorted((*own, *pronouns.get(indexes[0], ()))))
        owner = of_post.get(key[1]) if key[0] == "post" else None
        owned = "" if owner is None else fullest(mentions[i].text for i in members["name", owner])
        of = None if owner is None else ids["name", owner]
        chains.append(Chain(ids[key], own[0].kind, _name(own, owned), own, of))
    return tuple(chains)


def _pronouns(
    around: Surroundings, sentences: Sequence[Sentence], holders: Mapping[int, int], vocabulary: Vocabulary
) -> dict[int, list[Mention]]:
    """The pronouns and descriptions of each person, by the first mention of the chain."""
    names = around.names
    people = tuple((m.span, names[i]) for i, m in enumerate(around.mentions) if m.kind is Kind.PERSON and i in names)
    others = tuple(mention for mention in around.mentions if mention.kind is not Kind.PERSON)
    found: dict[int, list[Mention]] = {}
    for mention, chain in find_pronouns(around.document, sentences, Named(people, others, holders), vocabulary):
        found.setdefault(chain, []).append(mention)
    return {chain: prose_only(around.document, own) for chain, own in found.items()}


def _holders(around: Surroundings, post_of: Mapping[int, int]) -> dict[int, int]:
    """For each title's start the person whom the article names right behind the same post, if only one."""
    holders: dict[int, set[int]] = {}
    for index, post in post_of.items():
        following = index + 1
        while following < len(around.mentions) and around.mentions[following].kind in (Kind.ORGANIZATION, Kind.PLACE):
            following += 1
        if following < len(around.mentions) and around.mentions[following].kind is Kind.PERSON:
            between = around.document.text[
                around.mentions[following - 1].span.end : around.mentions[following].span.start
            ]
            if len(between) < _BESIDE and "." not in between.strip(". "):
                holders.setdefault(post, set()).add(around.names[following])
    return {
        around.mentions[index].span.start: min(holders[post])
        for index, post in post_of.items()
        if len(holders.get(post, ())) == 1
    }


def _join_kind(document: Document, mentions: Sequence[Mention], kind: Kind, vocabulary: Vocabulary) -> dict[int, int]:
    """For each mention of a kind the first mention of its group."""
    forms = surface_forms(mentions, kind)
    where = {index: number for number, form in enumerate(forms) for index in form.mentions}
    if kind is Kind.PERSON:
        aliases = alias_pairs(document, mentions, where, ("alias", "dipanggil", "disapa", "als"))
        groups = join_people(forms, aliases, mentions)
    else:
        brackets = [
            (where[left], where[right])
            for left, right in bracketed_pairs(document, mentions)
            if left in where and right in where
        ]
        join = join_organizations if kind is Kind.ORGANIZATION else join_places
        groups = join(forms, brackets, vocabulary)
    return {index: forms[groups.find(number)].mentions[0] for index, number in where.items()}


def _name(mentions: Sequence[Mention], owner: str) -> str:
    """The fullest form; of a post with the name of its owner, unless the title says it already."""
    name = fullest(mention.text for mention in mentions if mention.form is Form.NAME)
    if not owner or owner.casefold() in name.casefold():
        return name
    return f"{name} {owner}"
