"""Mentions as a tagger gives them to mentions as the guidelines cut them: titles, kind words, governments, ``RI``."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graphbuild.entities.people import trim_person
from graphbuild.entities.spans import mention_at, without_overlaps
from graphbuild.entities.titles import complete_titles, without_ranks
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import fold, name_core
from graphbuild.model.text import Document, Kind, Mention, Span

_MAYOR = re.compile(r"(?:[Ww]akil )?[Ww]ali$|(?:WAKIL )?WALI$")
_GENERAL = frozenset({"sekretaris", "direktur", "inspektur", "komandan", "konsul", "wakil", "sekertaris", "direktorat"})
"""Words after which *Jenderal* is part of the title."""
_STATE = re.compile(r"\s+(RI|Republik Indonesia)$")
_CAPITAL_KIND = re.compile(r"(?:^|(?<=[\s(\"“/-]))([A-Z][\w-]*\.?(?: Kota)?)\s+$")

_BEGINS = re.compile(r"(?:^|[.!?:\n\"“”]\s?)\s*$")
_SITE = re.compile(r"\w\.(?:com|co|id|net|org|tv)$")
_LONG_WORD = 6
_SHORTEST_STEM = 4
_SHORTEST_TITLE = 3
"""Letters; shorter words are initials too often to be told by a list."""


def repair_mentions(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """The mentions recut; each rule sees what the one before it made."""
    found = list(mentions)
    found = _whole_names(document, _mayors(document, found))
    found = [cut for mention in found for cut in _cut(document, _unglued(document, mention, vocabulary), vocabulary)]
    found = complete_titles(document, _without_common_words(document, found, vocabulary), vocabulary)
    found = without_ranks(document, _members(document, found, vocabulary), vocabulary)
    found = _with_kind_words(document, found, vocabulary)
    found = _joined(document, found, vocabulary)
    return without_overlaps(_rekinded(mention, vocabulary) for mention in found)


def _recut(document: Document, mention: Mention, start: int, end: int, kind: Kind | None = None) -> Iterable[Mention]:
    """The mention at other edges, if anything is left there."""
    cut = mention_at(document, start, end, kind or mention.kind)
    return () if cut is None else (cut,)


def _mayors(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """*Wali | Kota Tegal* is *Wali Kota | Tegal*: the word Kota belongs to the title."""
    found: list[Mention] = []
    text = document.text
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        before = text[max(0, start - 11) : start].rstrip()
        if mention.kind is Kind.OFFICE or not mention.text.startswith(("Kota", "kota")) or not _MAYOR.search(before):
            found.append(mention)
            continue
        title = _MAYOR.search(before)
        opening = max(0, start - 11) + (title.start() if title else 0)
        if found and found[-1].kind is Kind.OFFICE and found[-1].span.end > opening:
            opening = min(opening, found.pop().span.start)
        found += _recut(document, mention, opening, start + len("Kota"), Kind.OFFICE)
        found += _recut(document, mention, start + len("Kota"), end)
    return found


def _whole_names(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """*Budi Agus (BA) Santoso* is one name, so are words of a name that only a blank or a stop parts."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and last.kind is mention.kind is Kind.PERSON:
            between = document.text[last.span.end : mention.span.start]
            opened = "(" in last.text and ")" not in last.text
            if (
                between == " "
                or (between == ". " and _is_initial(last.text))
                or (opened and between == ") ")
                or (between == " (" and _goes_on(document, mention))
            ):
                found.pop()
                found += _recut(document, last, last.span.start, mention.span.end)
                continue
        found.append(mention)
    return found


def _is_initial(text: str) -> bool:
    return re.search(r"(?:^|[ .])(?:[A-Z]|Abd|Muh|Moh|Moch|Mohd|Ach|Abdul)$", text) is not None


def _goes_on(document: Document, mention: Mention) -> bool:
    """Whether a name goes on behind the closing bracket: *(BA) Santoso*."""
    return mention.text.isupper() and re.match(r"\) [A-Z][a-z]", document.text[mention.span.end :][:4]) is not None


def _cut(document: Document, mention: Mention, vocabulary: Vocabulary) -> Iterable[Mention]:
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
    return mention.kind is not Kind.PERSON or len(mention.text) > _SHORTEST_TITLE


def _cut_person(document: Document, mention: Mention, vocabulary: Vocabulary) -> Iterable[Mention]:
    """A name without titles; the title of a post in front (*Menag Budi Santoso*) is a mention of its own."""
    first, _, rest = mention.text.partition(" ")
    if rest and _is_title(fold(first), vocabulary):
        middle = mention.span.start + len(first)
        title = _recut(document, mention, mention.span.start, middle, Kind.OFFICE)
        name = _recut(document, mention, middle, mention.span.end)
        return (*title, *(cut for part in name for cut in _cut_person(document, part, vocabulary)))
    trimmed = trim_person(mention, vocabulary)
    if trimmed is None or (fold(trimmed.text) in vocabulary.never_name and not trimmed.text.isupper()):
        return ()
    if _SITE.search(trimmed.text):
        return (replace(trimmed, kind=Kind.ORGANIZATION),)
    return (trimmed,)


def _unglued(document: Document, mention: Mention, vocabulary: Vocabulary) -> Mention:
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


def _without_common_words(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """The mentions without everyday words that have their capital from the start of a sentence only."""
    found: list[Mention] = []
    known = {mention.text for mention in mentions}
    for mention in mentions:
        first, _, rest = mention.text.partition(" ")
        begins = _BEGINS.search(document.text, max(0, mention.span.start - 3), mention.span.start) is not None
        is_common = first.lower() in vocabulary.common and not first.isupper()
        if mention.kind is Kind.OFFICE or not is_common or not (begins or mention.kind is Kind.PERSON):
            found.append(mention)
        elif rest and begins and mention.kind is Kind.PERSON and (rest in known or " " in rest) and rest[0].isupper():
            found += _recut(document, mention, mention.span.end - len(rest), mention.span.end)
        elif rest:
            found.append(mention)
    return found


def _members(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """A member holds a post in a parliament or a commission, not in the police, a party or a club."""
    found = []
    for index, mention in enumerate(mentions):
        body = mentions[index + 1] if index + 1 < len(mentions) else None
        if mention.kind is Kind.OFFICE and fold(mention.text) == "anggota" and body is not None:
            beside = document.text[mention.span.end : body.span.start] == " " and body.kind is Kind.ORGANIZATION
            if beside and fold(body.text).split()[0] not in vocabulary.member_of:
                continue
        found.append(mention)
    return found


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
            *_recut(document, mention, start, middle),
            *_recut(document, mention, middle, end, Kind.PLACE),
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
        return _recut(document, mention, start, end)
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
            return (*_recut(document, mention, start, middle), *_recut(document, mention, middle, end, Kind.PLACE))
        if tail[0].isupper() and folded in vocabulary.known_bodies and before in vocabulary.heads:
            return (
                *_recut(document, mention, start, middle),
                *_recut(document, mention, middle, end, Kind.ORGANIZATION),
            )
    return _recut(document, mention, start, end)


def _with_kind_words(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """Capitalised kind words before a place belong to its name, kind words in lower case do not (guideline 10)."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind is not Kind.PLACE:
            found.append(mention)
            continue
        start, end = mention.span.start, mention.span.end
        first, _, rest = mention.text.partition(" ")
        known = fold(mention.text) in vocabulary.places
        if rest and first.islower() and first in vocabulary.kinds and rest[0].isupper() and not known:
            start += len(first) + 1
        before = _CAPITAL_KIND.search(document.text, max(0, start - 20), start)
        if before is not None and fold(before.group(1)) in vocabulary.telling and not before.group(1).isupper():
            opening = before.start(1)
            if first != before.group(1) and (not found or found[-1].span.end <= opening):
                start = opening
        found += _recut(document, mention, start, end)
    return found


def _joined(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """A body and its state, area or parent behind it are one name, so are a government's word and its place."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and _go_together(document, last, mention, vocabulary):
            found.pop()
            found += _recut(document, last, last.span.start, mention.span.end)
        elif mention.kind is not Kind.PLACE:
            found.append(mention)
        else:
            start = mention.span.start
            government = vocabulary.government.search(document.text, max(0, start - 24), start)
            if government is not None and (last is None or last.span.end <= government.start(1)):
                found += _recut(document, mention, government.start(1), mention.span.end, Kind.ORGANIZATION)
            else:
                found.append(mention)
    return found


def _go_together(document: Document, body: Mention, behind: Mention, vocabulary: Vocabulary) -> bool:
    """Whether an organization and the name right behind it make one name: its state, its area, its parent."""
    if body.kind is not Kind.ORGANIZATION or document.text[body.span.end : behind.span.start] != " ":
        return False
    folded = fold(body.text)
    if behind.kind is Kind.PLACE:
        return behind.text in ("RI", "Republik Indonesia") or folded in vocabulary.of_area
    return behind.kind is Kind.ORGANIZATION and folded in vocabulary.dependent


def _rekinded(mention: Mention, vocabulary: Vocabulary) -> Mention:
    """A word that can only be a title is an office, a name that begins with the word for a body an organization."""
    folded = fold(mention.text)
    first = folded.partition(" ")[0]
    if mention.kind is not Kind.OFFICE and len(folded) > _SHORTEST_TITLE and _is_title(folded, vocabulary):
        return replace(mention, kind=Kind.OFFICE)
    if mention.kind is Kind.ORGANIZATION or not mention.text[0].isupper() or len(folded) < _SHORTEST_TITLE:
        return mention
    if mention.kind is Kind.OFFICE:
        is_body = first == folded and folded in vocabulary.organization_words and folded not in vocabulary.title_words
    elif " " in folded:
        is_body = first in vocabulary.organization_heads
    else:
        is_body = folded in vocabulary.organizations and folded not in vocabulary.places
    return replace(mention, kind=Kind.ORGANIZATION) if is_body else mention


def _is_title(folded: str, vocabulary: Vocabulary) -> bool:
    """Whether a word can only be a title: listed, or with the beginning of one."""
    is_begun = folded.startswith(vocabulary.title_beginnings) and " " not in folded
    return folded in vocabulary.title_words or is_begun


def majority_kinds(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with one kind per written form, the more frequent one; titles keep theirs."""
    counts: dict[str, dict[Kind, int]] = {}
    for mention in mentions:
        if mention.kind is not Kind.OFFICE:
            kinds = counts.setdefault(mention.text, {})
            kinds[mention.kind] = kinds.get(mention.kind, 0) + 1
    found = []
    for mention in mentions:
        kinds = counts.get(mention.text, {})
        if mention.kind is Kind.OFFICE or len(kinds) < 2:
            found.append(mention)
            continue
        best = max(kinds, key=lambda kind: kinds[kind])
        wins = kinds[best] >= 2 * kinds[mention.kind]
        found.append(replace(mention, kind=best) if wins else mention)
    return found
