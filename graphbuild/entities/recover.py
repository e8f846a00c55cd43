"""Mentions that the tagger passed over: titles from the word lists, and names found elsewhere in the article."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graphbuild.entities.spans import mention_at, without_overlaps
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.model.text import Document, Kind, Mention, Sentence, Span, Token

_SHORTEST = 3
"""Letters of a name that is looked for elsewhere; shorter ones are words of their own too often."""


def listed_titles(
    document: Document, sentences: Iterable[Sentence], mentions: Sequence[Mention], vocabulary: Vocabulary
) -> list[Mention]:
    """Titles of the word lists that stand where nothing is found yet (guideline 4: with a holder or without)."""
    taken = _Taken(mentions)
    found = []
    for sentence in sentences:
        words = [token.text.lower() for token in sentence.tokens]
        index = 0
        while index < len(words):
            size = vocabulary.titles_book.longest(words, index)
            if size and taken.is_free(_span(sentence.tokens[index : index + size])):
                here = _span(sentence.tokens[index : index + size])
                mention = mention_at(document, here.start, here.end, Kind.OFFICE)
                if mention is not None and not _is_hyphenated(document, mention):
                    found.append(mention)
            index += max(size, 1)
    return found


def repeated_names(document: Document, sentences: Iterable[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Further places where a name stands, whole words in the same case, that the tagger found only elsewhere."""
    wanted = _wanted_names(mentions)
    if not wanted:
        return []
    longest = max(len(words) for forms in wanted.values() for words, _ in forms)
    taken = _Taken(mentions)
    found = []
    for sentence in sentences:
        texts = [token.text for token in sentence.tokens]
        for index, text in enumerate(texts):
            for words, kind in wanted.get(text, ()):
                size = len(words)
                if size > longest or tuple(texts[index : index + size]) != words:
                    continue
                here = _span(sentence.tokens[index : index + size])
                if taken.is_free(here) and not _is_part(document, here):
                    mention = mention_at(document, here.start, here.end, kind)
                    if mention is not None:
                        found.append(mention)
                        taken.add(here)
                    break
    return found


def glued_names(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Full names of people whose last word a page has glued to the next: *Budi Santosoresmi*."""
    text = document.text
    names = sorted({m.text for m in mentions if m.kind is Kind.PERSON and " " in m.text}, key=lambda n: (-len(n), n))
    found: list[Mention] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            here = Span(start, start + len(name))
            if text[here.end : here.end + 2].islower() and not text[start - 1 : start].isalnum():
                touching = [m for m in (*mentions, *found) if m.span.overlaps(here)]
                if all(m.span.start == start and m.kind is Kind.PERSON for m in touching):
                    found.append(Mention(here, Kind.PERSON, name))
            start = text.find(name, here.end)
    return found


def add_mentions(mentions: Sequence[Mention], more: Sequence[Mention]) -> list[Mention]:
    """All mentions in text order; where a new one overlaps an old one the longer stays."""
    return without_overlaps((*mentions, *more))


class _Taken:
    """Which characters belong to a mention already."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._taken = bytearray(max((m.span.end for m in mentions), default=0))
        for mention in mentions:
            self.add(mention.span)

    def add(self, span: Span) -> None:
        if span.end > len(self._taken):
            self._taken.extend(bytes(span.end - len(self._taken)))
        self._taken[span.start : span.end] = b"\x01" * len(span)

    def is_free(self, span: Span) -> bool:
        return not any(self._taken[span.start : span.end])


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _is_hyphenated(document: Document, mention: Mention) -> bool:
    return document.text[mention.span.end : mention.span.end + 1] == "-"


def _is_part(document: Document, span: Span) -> bool:
    """Whether a capitalised word stands right before or behind, so that the stretch is part of a longer name."""
    before = document.text[max(0, span.start - 20) : span.start].rstrip(" ")
    behind = document.text[span.end : span.end + 20].lstrip(" ")
    glued = document.text[max(0, span.start - 1) : span.start] in "-/@#." and span.start > 0
    return glued or bool(re.search(r"[A-Z][\w'-]+$", before)) or bool(re.match(r"[A-Z][\w'-]+|-\w", behind))


def _wanted_names(mentions: Sequence[Mention]) -> dict[str, list[tuple[tuple[str, ...], Kind]]]:
    """Names worth looking for, by their first word: each as words and kind; the longest first."""
    kinds: dict[str, set[Kind]] = {}
    for mention in mentions:
        if mention.kind is not Kind.OFFICE and len(mention.text) >= _SHORTEST and mention.text[:1].isupper():
            kinds.setdefault(mention.text, set()).add(mention.kind)
    for first in _first_names(mentions):
        kinds.setdefault(first, {Kind.PERSON})
    wanted: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for text, own in kinds.items():
        if len(own) == 1:
            words = tuple(re.findall(r"\w+|[^\w\s]", text))
            wanted.setdefault(words[0], []).append((words, next(iter(own))))
    return {first: sorted(forms, key=lambda form: (-len(form[0]), form)) for first, forms in wanted.items()}


def _first_names(mentions: Sequence[Mention]) -> Iterator[str]:
    """The first words of full names, where one person of the article bears it."""
    bearers: dict[str, set[str]] = {}
    for mention in mentions:
        words = mention.text.split()
        if mention.kind is Kind.PERSON and len(words) > 1 and len(words[0]) >= _SHORTEST and words[0].isalpha():
            bearers.setdefault(words[0], set()).add(words[1])
    return (first for first, seconds in bearers.items() if len(seconds) == 1 and not first.isupper())
