"""Mentions as a tagger gives them to mentions as the guidelines cut them: titles, kind words, governments, ``RI``."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graphbuild.entities.cut import SHORTEST_TITLE, cut_mention, is_title, unglued
from graphbuild.entities.spans import recut, without_overlaps
from graphbuild.entities.titles import complete_titles, without_ranks
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import fold
from graphbuild.model.text import Document, Kind, Mention

_MAYOR = re.compile(r"(?:[Ww]akil )?[Ww]ali$|(?:WAKIL )?WALI$")
_CAPITAL_KIND = re.compile(r"(?:^|(?<=[\s(\"“/-]))([A-Z][\w-]*\.?(?: Kota)?)\s+$")

_BEGINS = re.compile(r"(?:^|[.!?:\n\"“”]\s?)\s*$")


def repair_mentions(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """The mentions recut; each rule sees what the one before it made."""
    found = list(mentions)
    found = _whole_names(document, _mayors(document, found))
    found = [
        cut for mention in found for cut in cut_mention(document, unglued(document, mention, vocabulary), vocabulary)
    ]
    found = complete_titles(document, _without_common_words(document, found, vocabulary), vocabulary)
    found = without_ranks(document, _members(document, found, vocabulary), vocabulary)
    found = _with_kind_words(document, found, vocabulary)
    found = _joined(document, found, vocabulary)
    return without_overlaps(_rekinded(mention, vocabulary) for mention in found)


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
        found += recut(document, mention, opening, start + len("Kota"), Kind.OFFICE)
        found += recut(document, mention, start + len("Kota"), end)
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
                found += recut(document, last, last.span.start, mention.span.end)
                continue
        found.append(mention)
    return found


def _is_initial(text: str) -> bool:
    return re.search(r"(?:^|[ .])(?:[A-Z]|Abd|Muh|Moh|Moch|Mohd|Ach|Abdul)$", text) is not None


def _goes_on(document: Document, mention: Mention) -> bool:
    """Whether a name goes on behind the closing bracket: *(BA) Santoso*."""
    return mention.text.isupper() and re.match(r"\) [A-Z][a-z]", document.text[mention.span.end :][:4]) is not None


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
            found += recut(document, mention, mention.span.end - len(rest), mention.span.end)
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
        found += recut(document, mention, start, end)
    return found


def _joined(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """A body and its state, area or parent behind it are one name, so are a government's word and its place."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if last is not None and _go_together(document, last, mention, vocabulary):
            found.pop()
            found += recut(document, last, last.span.start, mention.span.end)
        elif mention.kind is not Kind.PLACE:
            found.append(mention)
        else:
            start = mention.span.start
            government = vocabulary.government.search(document.text, max(0, start - 24), start)
            if government is not None and (last is None or last.span.end <= government.start(1)):
                found += recut(document, mention, government.start(1), mention.span.end, Kind.ORGANIZATION)
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
    if mention.kind is not Kind.OFFICE and len(folded) > SHORTEST_TITLE and is_title(folded, vocabulary):
        return replace(mention, kind=Kind.OFFICE)
    if mention.kind is Kind.ORGANIZATION or not mention.text[0].isupper() or len(folded) < SHORTEST_TITLE:
        return mention
    if mention.kind is Kind.OFFICE:
        is_body = first == folded and folded in vocabulary.organization_words and folded not in vocabulary.title_words
    elif " " in folded:
        is_body = first in vocabulary.organization_heads
    else:
        is_body = folded in vocabulary.organizations and folded not in vocabulary.places
    return replace(mention, kind=Kind.ORGANIZATION) if is_body else mention


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
