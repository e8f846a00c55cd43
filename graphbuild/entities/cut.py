"""One mention as a tagger gives it to what the guidelines leave of it: no titles at names, no names in titles."""

import re
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.entities.people import trim_person
from graphbuild.entities.spans import recut
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import fold, name_core
from graphbuild.model.text import Document, Kind, Mention, Span

_GENERAL = frozenset({"sekretaris", "direktur", "inspektur", "komandan", "konsul", "wakil", "sekertaris", "direktorat"})
"""Words after which *Jenderal* is part of the title."""
_STATE = re.compile(r"\s+(RI|Republik Indonesia)$")
_SITE = re.compile(r"\w\.(?:com|co|id|net|org|tv)$")
_LONG_WORD = 6
_SHORTEST_STEM = 4
SHORTEST_TITLE = 3
"""Letters; shorter words are initials too often to be told by a list."""


def unglued(document: Document, mention: Mention, vocabulary: Vocabulary) -> Mention:
    """The mention without a small word that a page has glued to its end, where the rest stands alone elsewhere."""
    last = mention.text.rsplit(" ", 1)[-1]
    if len(last) < _LONG_WORD or not last[-2:].islower() or document.text.count(last) > 1:
        return mention
    for size in range(len(last) - 2, _SHORTEST_STEM - 1, -1):
        stem, tail = last[:size], last[size:]
        if stem.islower() or (tail not in vocabulary.glue and tail not in vocabulary.common):
            continue
        if fold(stem) in vocabulary.places or re.search(rf"\b{re.escape(stem)}\b", document.text):
            end = mention.span.end - len(tail)
            return Mention(Span(mention.span.start, end), mention.kind, document.text[mention.span.start : end])
    return mention


def cut_mention(document: Document, mention: Mention, vocabulary: Vocabulary) -> Iterable[Mention]:
    """One mention without what does not belong to it, or as two where a name hides in a title."""
    if _is_common(mention, vocabulary):
        return ()
    if mention.kind is Kind.PERSON:
        return _cut_person(document, mention, vocabulary)
    if mention.kind is Kind.ORGANIZATION:
        return () if fold(mention.text) in vocabulary.never_organization else (mention,)
    if mention.kind is Kind.PLACE:
        return (mention,)
    return _cut_office(document, mention, vocabulary)


def _is_common(mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether a name is the initials of a common noun; two letters can be a person whose name is kept back."""
    if (
        mention.kind is Kind.OFFICE
        or not mention.text.isupper()
        or fold(mention.text) not in vocabulary.common_initials
    ):
        return False
    return mention.kind is not Kind.PERSON or len(mention.text) > SHORTEST_TITLE


def _cut_person(document: Document, mention: Mention, vocabulary: Vocabulary) -> Iterable[Mention]:
    """A name without titles; the title of a post in front (*Menag Budi Santoso*) is a mention of its own."""
    first, _, rest = mention.text.partition(" ")
    if rest and is_title(fold(first), vocabulary):
        middle = mention.span.start + len(first)
        title = recut(document, mention, mention.span.start, middle, Kind.OFFICE)
        name = recut(document, mention, middle, mention.span.end)
        return (*title, *(cut for part in name for cut in _cut_person(document, part, vocabulary)))
    trimmed = trim_person(mention, vocabulary)
    if trimmed is None or (fold(trimmed.text) in vocabulary.never_name and not trimmed.text.isupper()):
        return ()
    if _SITE.search(trimmed.text):
        return (replace(trimmed, kind=Kind.ORGANIZATION),)
    return (trimmed,)


def _cut_office(document: Document, mention: Mention, vocabulary: Vocabulary) -> Iterable[Mention]:
    """A title without status words before it and without the country, place or body behind it."""
    if (
        " " in mention.text
        and name_core(mention.text, vocabulary.titles) == (0, 0)
        and fold(mention.text) not in vocabulary.title_words
    ):
        return ()
    start, end = mention.span.start, mention.span.end
    status = vocabulary.status.match(mention.text)
    if status is not None and status.end() < len(mention.text):
        start += status.end()
    end = _without_rank(document.text, start, end, vocabulary)
    title = document.text[start:end]
    state = _STATE.search(title)
    if state is not None and state.start():
        middle = start + state.start()
        return (
            *recut(document, mention, start, middle),
            *recut(document, mention, middle, end, Kind.PLACE),
        )
    return _split_owner(document, mention, (start, end), vocabulary)


def _without_rank(text: str, start: int, end: int, vocabulary: Vocabulary) -> int:
    """Where a title ends without the rank of its holder: *Kepala Staf Jenderal* is *Kepala Staf*."""
    words = text[start:end].split()
    while len(words) > 1 and fold(words[-1]) in vocabulary.titles.before and fold(words[-2]) not in _GENERAL:
        end = start + text[start:end].rindex(words[-1])
        end = start + len(text[start:end].rstrip())
        words.pop()
    return end


def _split_owner(
    document: Document, mention: Mention, edges: tuple[int, int], vocabulary: Vocabulary
) -> Iterable[Mention]:
    """*Gubernur Jawa Barat*, *Ketua KPK* tagged as one are two; titles of ministers and of units keep their object."""
    start, end = edges
    words = document.text[start:end].split()
    if fold(document.text[start:end]) in vocabulary.ministers or len(words) < 2:
        return recut(document, mention, start, end)
    for size in (3, 2, 1):
        tail = " ".join(words[-size:])
        before = fold(words[-size - 1]) if len(words) > size else ""
        if not before or before in vocabulary.units or before in ("dan", "menteri", "staf", "khusus"):
            continue
        folded = fold(tail)
        middle = end - len(tail)
        if document.text[middle:end] != tail:
            continue
        if tail[0].isupper() and folded in vocabulary.places:
            return (*recut(document, mention, start, middle), *recut(document, mention, middle, end, Kind.PLACE))
        if tail[0].isupper() and folded in vocabulary.known_bodies and before in vocabulary.heads:
            return (
                *recut(document, mention, start, middle),
                *recut(document, mention, middle, end, Kind.ORGANIZATION),
            )
    return recut(document, mention, start, end)


def is_title(folded: str, vocabulary: Vocabulary) -> bool:
    """Whether a word can only be a title: listed, or with the beginning of one."""
    is_begun = folded.startswith(vocabulary.title_beginnings) and " " not in folded
    return folded in vocabulary.title_words or is_begun
