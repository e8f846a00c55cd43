"""Organizations: one key for the spellings of a name, and which short names stand for which full ones."""

from collections.abc import Sequence

from graphbuild.entities.acronyms import abbreviates, are_short_and_full, inner_acronym, join_inner
from graphbuild.entities.forms import SurfaceForm
from graphbuild.entities.groups import Groups
from graphbuild.entities.places import places_written_out
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import fold, is_variant
from graphbuild.model.text import Kind

_AREA = frozenset({"kabupaten", "kab", "kota", "provinsi", "prov"})
_SHORTEST_ACRONYM = 2
_SHORTEST_NAME = 4
_UNIT_DIGITS = 4
"""Army districts carry four digits (Kodim 0701 Mekarsari) that short forms leave off."""


def organization_key(text: str, vocabulary: Vocabulary) -> str:
    """The full name, folded, that spellings of one organization share: short words written out, no legal forms."""
    inner = inner_acronym(text)
    if inner is not None:
        name, _, rest = inner
        text = f"{name} {rest}".strip()
    key = fold(text)
    if key in vocabulary.organizations:
        return vocabulary.organizations[key]
    words = key.split()
    while len(words) > 1 and words[-1] in vocabulary.back:
        words.pop()
    if words[-2:] == ["republik", "indonesia"] and len(words) > 2:
        words = words[:-2]
    bare = " ".join(words)
    if bare in vocabulary.organizations:
        return vocabulary.organizations[bare]
    while len(words) > 1 and words[0] in vocabulary.front:
        words.pop(0)
    bare = " ".join(words)
    if bare in vocabulary.organizations and bare not in vocabulary.never_organization:
        return vocabulary.organizations[bare]
    return _written_out(words, vocabulary)


def _written_out(words: list[str], vocabulary: Vocabulary) -> str:
    """The words with a known short head and short places written out, without kinds of places and unit numbers."""
    head: list[str] = words[:1]
    for size in (3, 2, 1):
        first = " ".join(words[:size])
        if len(words) > size and first in vocabulary.organizations:
            head = [vocabulary.organizations[first]]
            words = words[size - 1 :]
            break
    rest = [word for word in words[1:] if word not in _AREA and not (len(word) == _UNIT_DIGITS and word.isdigit())]
    body = vocabulary.organizations.get(" ".join(rest)) if len(head) == 1 and " " in head[0] else None
    return " ".join([*head, body] if body is not None else [*head, *places_written_out(rest, vocabulary)])


def join_organizations(
    forms: Sequence[SurfaceForm], brackets: Sequence[tuple[int, int]], vocabulary: Vocabulary
) -> Groups:
    """Groups over the forms; ``brackets`` are pairs of forms of which the second stood in brackets behind the first."""
    groups = Groups(len(forms))
    keys = [organization_key(form.text, vocabulary) for form in forms]
    groups.join_equal(enumerate(keys))
    for left, right in brackets:
        if are_short_and_full(forms[left].text, forms[right].text, Kind.ORGANIZATION) or _is_label(forms[right], keys):
            groups.join(left, right)
    join_inner(forms, groups)
    _join_acronyms(forms, groups, vocabulary)
    _join_beginnings(forms, keys, groups, vocabulary)
    _join_endings(forms, keys, groups, vocabulary)
    for index, key in enumerate(keys):
        for other in range(index):
            if " " in key and (is_variant(key, keys[other]) or _has_short_object(key, keys[other])):
                groups.join(index, other)
    return groups


def _has_short_object(left: str, right: str) -> bool:
    """Whether two names share their first words and the rest of one abbreviates that of the other: *Ditjen Minba*."""
    short, full = sorted((left, right), key=lambda key: (len(key.split()), key))
    head, _, last = short.rpartition(" ")
    return bool(head) and full.startswith(f"{head} ") and abbreviates(last, full.removeprefix(f"{head} "))


def _is_label(form: SurfaceForm, keys: Sequence[str]) -> bool:
    """Whether a bracketed form is a short name of its own making: one word with a capital that no list knows."""
    return " " not in form.folded and form.folded in keys and form.text[:1].isupper()


def _join_acronyms(forms: Sequence[SurfaceForm], groups: Groups, vocabulary: Vocabulary) -> None:
    """A single word, legal form left off, joins the one full name whose letters it is made of."""
    bare = [_without_form(form.text, vocabulary) for form in forms]
    for index, form in enumerate(forms):
        short = bare[index]
        if " " in short or len(short) < _SHORTEST_ACRONYM or (len(form.words) == 1 and len(short) == _SHORTEST_ACRONYM):
            continue
        full = {groups.find(j) for j, other in enumerate(bare) if j != index and abbreviates(short, other)}
        if len(full) == 1:
            groups.join(index, full.pop())


def _join_beginnings(forms: Sequence[SurfaceForm], keys: Sequence[str], groups: Groups, vocabulary: Vocabulary) -> None:
    """A short name joins the one longer name that begins with it, unless it stands for a body of its own."""
    for index, key in enumerate(keys):
        if forms[index].folded in vocabulary.alone or key in vocabulary.alone:
            continue
        longer = {groups.find(j) for j, other in enumerate(keys) if other.startswith(f"{key} ")}
        if len(longer) == 1:
            groups.join(index, longer.pop())


def _join_endings(forms: Sequence[SurfaceForm], keys: Sequence[str], groups: Groups, vocabulary: Vocabulary) -> None:
    """A single proper word joins the one longer name that ends in it: *Danamon*, *Bank Danamon*."""
    for index, key in enumerate(keys):
        word = forms[index].folded
        if " " in key or len(word) < _SHORTEST_NAME or word in vocabulary.alone or word in vocabulary.organizations:
            continue
        longer = {
            groups.find(j) for j, other in enumerate(keys) if other.endswith(f" {key}") and len(other.split()) < 5
        }
        if len(longer) == 1 and word not in vocabulary.places:
            groups.join(index, longer.pop())


def _without_form(text: str, vocabulary: Vocabulary) -> str:
    """A name without legal forms at its front and end, in its own case."""
    words = text.split()
    while len(words) > 1 and fold(words[0]) in vocabulary.front:
        words.pop(0)
    while len(words) > 1 and fold(words[-1]) in vocabulary.back:
        words.pop()
    return " ".join(words)
