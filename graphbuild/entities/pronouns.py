"""Pronouns and descriptions: which person of the article *ia*, *dia*, *-nya* or *pria kelahiran ...* stands for.

A pronoun goes to the person that its sentence or the sentences before are about; where that is not plain it goes to
nobody: a wrong person is worse than none.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.model.text import Document, Form, Kind, Mention, Sentence, Span

_REACH = 4
"""How many sentences without a person a topic outlives; beyond, news has moved on."""

_OBLIQUE = re.compile(
    r"\b(?:kepada|oleh|dengan|bersama|terhadap|dari|atas|untuk|bagi|tentang|menggantikan|pengganti|melantik|menunjuk|"
    r"mengangkat|mencopot|memecat|mendampingi|didampingi|pada|era|kasus|dan|serta)\s+(?:[A-Z][\w.]*\s+){0,5}$"
)
"""What stands before a person that is not the subject, titles between them allowed."""

_DEMONSTRATIVE = re.compile(r"(?:\s+[a-z]+)?[\s,]*\b(ini|itu|tersebut)\b")
_TO_OWNER = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:(?:dari|di|pada|legendaris|untuk)\s+)?")


@dataclass(frozen=True, slots=True)
class Named:
    """The names of an article as pronouns see them: people with their chains, other names, and who holds which post.

    ``holders`` maps the start of a title's mention to the chain of the person that the article names with that post.
    """

    people: tuple[tuple[Span, int], ...]
    others: tuple[Mention, ...]
    holders: Mapping[int, int]


class _Topic:
    """The chain that the text is about, forgotten after some sentences without a person."""

    def __init__(self) -> None:
        self.chain: int | None = None
        self._silent = 0

    def follow(self, chain: int | None) -> None:
        self._silent = 0 if chain is not None else self._silent + 1
        if chain is not None:
            self.chain = chain
        elif self._silent > _REACH:
            self.chain = None


def find_pronouns(
    document: Document, sentences: Sequence[Sentence], named: Named, vocabulary: Vocabulary
) -> list[tuple[Mention, int]]:
    """Mentions by pronoun or description with the chain that each stands for, in text order."""
    quoted = _quotations(document.text)
    starts = [span.start for span, _ in named.people]
    other_starts = [mention.span.start for mention in named.others]
    found: list[tuple[Mention, int]] = []
    topic = _Topic()
    for sentence in sentences:
        edges = sentence.span.start - 1, sentence.span.end - 1
        inside = named.people[bisect_right(starts, edges[0]) : bisect_right(starts, edges[1])]
        others = named.others[bisect_right(other_starts, edges[0]) : bisect_right(other_starts, edges[1])]
        outside = [person for person in inside if not _is_quoted(quoted, person[0].start)]
        pointed = dict(_titles_pointed_at(document, sentence, others))
        taken = [span for span, _ in inside] + [mention.span for mention in others]
        for mention in _candidates(document, sentence, pointed, taken, vocabulary):
            chain = named.holders.get(pointed.get(mention.span, -1))
            if chain is None and _is_quoted(quoted, mention.span.start):
                chain = _last_if_alone([person for person in inside if person[0].end <= mention.span.start])
            elif chain is None:
                chain = _referent(document, mention, outside, topic.chain, vocabulary)
            if chain is not None:
                found.append((mention, chain))
        topic.follow(_subject(document, outside))
    return found


def _candidates(
    document: Document,
    sentence: Sentence,
    pointed: Iterable[Span],
    taken: Sequence[Span],
    vocabulary: Vocabulary,
) -> Iterator[Mention]:
    """The pronouns and descriptions of a sentence that overlap no name, in text order."""
    found = [*_words(document, sentence, vocabulary), *((here, Form.DESCRIPTION) for here in pointed)]
    last = -1
    for here, form in sorted(found, key=lambda row: row[0]):
        if here.start >= last and not any(other.overlaps(here) for other in taken):
            last = here.end
            yield Mention(here, Kind.PERSON, document.quote(here), form)


def _words(document: Document, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[tuple[Span, Form]]:
    """Words that are pronouns, *nya* behind what a person can have or say, nouns that describe a person."""
    before, end = "", -1
    for token in sentence.tokens:
        word = token.text.lower()
        if word in vocabulary.pronouns:
            yield token.span, Form.PRONOUN
        elif word == "nya" and token.span.start == end and before in vocabulary.possessed:
            yield (Span(end - len(before), token.span.end) if before == "diri" else token.span), Form.PRONOUN
        elif word in vocabulary.describing_nouns:
            match = vocabulary.descriptions.match(document.text, token.span.start, sentence.span.end)
            if match is not None:
                yield Span(*match.span(1)), Form.DESCRIPTION
        before, end = word, token.span.end


def _titles_pointed_at(document: Document, sentence: Sentence, others: Sequence[Mention]) -> Iterator[tuple[Span, int]]:
    """*mantan Ketua KPK itu*: the pointing word behind a title and its body, and where the title starts."""
    text = document.text
    for number, mention in enumerate(others):
        if mention.kind is not Kind.OFFICE:
            continue
        end = mention.span.end
        for owner in others[number + 1 :]:
            if owner.kind is Kind.OFFICE or not _TO_OWNER.fullmatch(text, end, owner.span.start):
                break
            end = owner.span.end
        match = _DEMONSTRATIVE.match(text, end, sentence.span.end)
        if match is not None:
            yield Span(*match.span(1)), mention.span.start


def _referent(
    document: Document,
    mention: Mention,
    outside: Sequence[tuple[Span, int]],
    topic: int | None,
    vocabulary: Vocabulary,
) -> int | None:
    """The chain of a pronoun outside quotations."""
    before = [person for person in outside if person[0].end <= mention.span.start]
    if not before:
        return topic
    if mention.form is Form.DESCRIPTION:
        return topic if _is_spoken(document, mention, vocabulary) else _subject(document, before)
    if mention.text.lower() == "nya" and not _is_spoken(document, mention, vocabulary):
        return before[-1][1]
    return _subject(document, before)


def _is_spoken(document: Document, mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether a verb of saying stands right before: *kata dia*, *ujarnya*."""
    lead = document.text[max(0, mention.span.start - 20) : mention.span.start].lower().split()
    return bool(lead) and lead[-1] in vocabulary.saying


def _subject(document: Document, people: Sequence[tuple[Span, int]]) -> int | None:
    """The person a sentence is about: the first that is no object or oblique, else the first."""
    for span, chain in people:
        if _OBLIQUE.search(document.text, max(0, span.start - 60), span.start) is None:
            return chain
    return people[0][1] if people else None


def _last_if_alone(people: Sequence[tuple[Span, int]]) -> int | None:
    """The only chain among the people; None where there are several or none."""
    chains = {chain for _, chain in people}
    return chains.pop() if len(chains) == 1 else None


def _quotations(text: str) -> list[tuple[int, int]]:
    """The stretches between double quotation marks; an unclosed one ends with its paragraph."""
    found = []
    opened = None
    for match in re.finditer(r"[\"“”„\n]", text):
        mark = match.group()
        if mark == "\n":
            if opened is not None:
                found.append((opened, match.start()))
            opened = None
        elif opened is None:
            opened = match.start() if mark != "”" else None
        else:
            found.append((opened, match.end()))
            opened = None
    return found


def _is_quoted(quoted: Sequence[tuple[int, int]], position: int) -> bool:
    index = bisect_right(quoted, (position, sys.maxsize)) - 1
    return index >= 0 and quoted[index][0] <= position < quoted[index][1]
