"""People: which short names, nicknames and spellings are one person's in an article."""

import itertools
import re
from collections.abc import Sequence

from graphbuild.entities.forms import SurfaceForm
from graphbuild.entities.groups import Groups
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import abbreviates_name, fold, is_nickname, is_short_form, is_variant, name_core
from graphbuild.model.text import Document, Mention, Span

_TAIL = re.compile(r"(?<=[a-z]{4})[-–]?\d+$")
_GLUED = re.compile(r"[A-Z][a-z]{3,}(?=[A-Z][a-z]+ [A-Z])|[a-z]{2,}(?=[A-Z][a-z])")
_DEGREES = re.compile(r"(?:[A-Z]\.){2}|[A-Z]\.[A-Z]|(?:Tbk|TNI|Pol)\.?")


def trim_person(mention: Mention, vocabulary: Vocabulary) -> Mention | None:
    """The mention without titles and degrees; None where nothing but titles is left."""
    start, end = name_core(mention.text, vocabulary.titles)
    start += _glued_before(mention.text[start:end], vocabulary)
    if fold(mention.text[start:end]) in vocabulary.titles.after and "." in mention.text[start:end]:
        return None
    end -= len(mention.text[start:end]) - len(_TAIL.sub("", mention.text[start:end]))
    if start >= end or _DEGREES.fullmatch(mention.text[start:end]):
        return None
    if (start, end) == (0, len(mention.text)):
        return mention
    offset = mention.span.start
    return Mention(Span(offset + start, offset + end), mention.kind, mention.text[start:end], mention.form)


def _glued_before(text: str, vocabulary: Vocabulary) -> int:
    """The length of a place or title in front to which a page has glued the name: *JakartaBudi Santoso*."""
    match = _GLUED.match(text)
    if match is None:
        return 0
    word = fold(match.group())
    is_word = word in vocabulary.places or word in vocabulary.heads or word in vocabulary.common
    return match.end() if is_word or match.group().islower() else 0


def join_people(
    forms: Sequence[SurfaceForm], aliases: Sequence[tuple[int, int]], mentions: Sequence[Mention]
) -> Groups:
    """Groups over the forms; ``aliases`` are pairs of forms that the text itself calls one person."""
    groups = Groups(len(forms))
    for left, right in aliases:
        groups.join(left, right)
    for index, form in enumerate(forms):
        for other in range(index):
            if is_variant(form.folded, forms[other].folded):
                groups.join(index, other)
    for index in sorted(range(len(forms)), key=lambda i: (-len(forms[i].words), i)):
        full = _full_names(index, forms, groups, mentions)
        if full is not None:
            groups.join(index, full)
    for index, form in enumerate(forms):
        known_as = {
            groups.find(j) for j, other in enumerate(forms) if j != index and is_nickname(form.text, other.text)
        }
        if len(known_as) == 1 and not any(is_short_form(form.text, other.text) for other in forms if other != form):
            groups.join(index, known_as.pop())
    return groups


def alias_pairs(
    document: Document, mentions: Sequence[Mention], where: dict[int, int], words: Sequence[str]
) -> list[tuple[int, int]]:
    """Pairs of forms with a word between them that introduces another name: *Budi Santoso alias Budsan*."""
    pattern = re.compile(rf"[\s,(]*(?:(?:{'|'.join(map(re.escape, words))})\s+)+[\"“']?|\s*\(\s*[\"“']?", re.IGNORECASE)
    people = [index for index in range(len(mentions)) if index in where]
    found = []
    for left, right in itertools.pairwise(people):
        between = document.text[mentions[left].span.end : mentions[right].span.start]
        if between and pattern.fullmatch(between) and ("(" not in between or _closes(document, mentions[right])):
            found.append((where[left], where[right]))
    return found


def _closes(document: Document, mention: Mention) -> bool:
    return document.text[mention.span.end : mention.span.end + 2].strip("\"”'")[:1] == ")"


def _full_names(index: int, forms: Sequence[SurfaceForm], groups: Groups, mentions: Sequence[Mention]) -> int | None:
    """The form of the person a shorter form most likely names: the only one, else the one last named before it."""
    form = forms[index]
    longer = [
        j for j, other in enumerate(forms) if j != index and len(other.words) > len(form.words) and _names(form, other)
    ]
    if not longer:
        return None
    first = [j for j in longer if forms[j].words[0] == form.words[0]]
    candidates = first or longer
    if len({groups.find(j) for j in candidates}) == 1:
        return candidates[0]
    at = mentions[form.mentions[0]].span.start
    before = [(mentions[m].span.start, j) for j in candidates for m in forms[j].mentions if mentions[m].span.start < at]
    return max(before)[1] if before else candidates[0]


def _names(short: SurfaceForm, full: SurfaceForm) -> bool:
    return is_short_form(short.folded, full.folded) or abbreviates_name(short.text, full.text)
