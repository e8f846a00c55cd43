"""Places: one key for the spellings of a name, with and without its kind word."""

from collections.abc import Sequence

from graphbuild.entities.acronyms import abbreviates, join_inner
from graphbuild.entities.forms import SurfaceForm
from graphbuild.entities.groups import Groups
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import is_variant

_LONG_NAME = 5
_LONG_WORD = 7
"""Letters from which two names of places that differ by one are a slip; shorter ones are two places."""


def place_key(form: SurfaceForm, vocabulary: Vocabulary) -> tuple[str, str]:
    """The kind word that tells places of one name apart (empty where none is written) and the name without it."""
    words = list(form.words)
    known = vocabulary.places.get(form.folded)
    if known is not None:
        return "", known
    kind = ""
    while len(words) > 1 and words[0] in vocabulary.kinds:
        word = words.pop(0)
        kind = word[:3] if word in vocabulary.telling else kind
    name = " ".join(words)
    return kind, vocabulary.places.get(name, name)


def places_written_out(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Folded words with the known places among them, the longest first, under their first names."""
    written: list[str] = []
    index = 0
    while index < len(words):
        for size in (4, 3, 2, 1):
            name = " ".join(words[index : index + size])
            if index + size <= len(words) and name in vocabulary.places:
                written.append(vocabulary.places[name])
                index += size
                break
        else:
            written.append(words[index])
            index += 1
    return written


def join_places(forms: Sequence[SurfaceForm], brackets: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> Groups:
    """Groups over the forms; a bare name joins the one kind of place that carries it in the article."""
    groups = Groups(len(forms))
    keys = [place_key(form, vocabulary) for form in forms]
    groups.join_equal(enumerate(keys))
    for index, (kind, name) in enumerate(keys):
        kinds = sorted({other for other, same in keys if same == name and other})
        if not kind and kinds:
            wanted = (kinds[0], name)
            if len(kinds) == 1:
                groups.join(index, keys.index(wanted))
    for left, right in brackets:
        if abbreviates(forms[right].text, forms[left].text) or abbreviates(forms[left].text, forms[right].text):
            groups.join(left, right)
    join_inner(forms, groups)
    _join_spellings(forms, groups)
    _join_parts(forms, groups, vocabulary)
    return groups


def _join_parts(forms: Sequence[SurfaceForm], groups: Groups, vocabulary: Vocabulary) -> None:
    """A building's name without its kind or its last word joins the one longer name: *Mekar*, *Stadion Mekar*."""
    for index, form in enumerate(forms):
        if form.folded in vocabulary.places:
            continue
        longer = set()
        for number, other in enumerate(forms):
            is_building = other.words[0] in vocabulary.buildings and len(other.words) < _LONG_NAME
            ends = other.folded.endswith(f" {form.folded}") and len(other.words) - len(form.words) == 1
            begins = other.folded.startswith(f"{form.folded} ") and form.words[0] in vocabulary.buildings
            if is_building and (ends or begins):
                longer.add(groups.find(number))
        if len(longer) == 1:
            groups.join(index, longer.pop())


def _join_spellings(forms: Sequence[SurfaceForm], groups: Groups) -> None:
    """Initials join the one full name they stand for, and names that differ by a letter are one."""
    for index, form in enumerate(forms):
        if form.text.isupper() and 2 < len(form.folded) < 8 and " " not in form.folded:
            full = {
                groups.find(j) for j, other in enumerate(forms) if j != index and abbreviates(form.text, other.text)
            }
            if len(full) == 1:
                groups.join(index, full.pop())
        for earlier in range(index):
            if len(form.folded) >= _LONG_WORD and is_variant(form.folded, forms[earlier].folded):
                groups.join(index, earlier)
