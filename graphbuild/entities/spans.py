"""From the labels of tokens to mentions: stretches of one kind, none in furniture, none overlapping."""

import re
from collections.abc import Iterable, Iterator, Sequence

from graphbuild.model.text import Document, Kind, Mention, Sentence, Span, Token

_EDGES = " \t\n\u00a0,;:\"“”‘’'()[]{}-–—.!?•*/"
_CONJUNCTION = re.compile(r"(?:dan|serta|atau|&|oleh|kata)\s+")
_OPENING = {")": "(", "]": "["}


def labelled_mentions(document: Document, sentences: Iterable[Sentence]) -> list[Mention]:
    """The runs of labelled tokens as mentions, in text order; broken label sequences are read as runs of one kind."""
    found = []
    for sentence in sentences:
        for kind, start, end in _runs(sentence.tokens):
            mention = mention_at(document, start, end, kind)
            if mention is not None:
                found.append(mention)
    return without_overlaps(prose_only(document, found))


def mention_at(document: Document, start: int, end: int, kind: Kind) -> Mention | None:
    """The mention at a stretch without the blanks and punctuation at its edges; None where nothing is left.

    A closing bracket stays when it was opened inside, a full stop when it ends an abbreviation of several letters.
    """
    text = document.text
    conjunction = _CONJUNCTION.match(text, start, end)
    start = start if conjunction is None else conjunction.end()
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _belongs(text[start:end]):
        end -= 1
    if start >= end or "\n" in text[start:end]:
        return None
    return Mention(Span(start, end), kind, text[start:end])


def recut(document: Document, mention: Mention, start: int, end: int, kind: Kind | None = None) -> Iterable[Mention]:
    """The mention at other edges, if anything is left there."""
    cut = mention_at(document, start, end, kind or mention.kind)
    return () if cut is None else (cut,)


def prose_only(document: Document, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that lie outside the document's furniture."""
    furniture = [piece.span for piece in document.furniture]
    if not furniture:
        return list(mentions)
    return [mention for mention in mentions if not any(span.overlaps(mention.span) for span in furniture)]


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order; of two that overlap the longer stays, of two of one length the earlier."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -len(m.span))):
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def sentence_of(sentences: Sequence[Sentence], mention: Mention) -> int:
    """The index of the sentence that holds a mention's first character, -1 where none does."""
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].span.end <= mention.span.start:
            low = middle + 1
        else:
            high = middle
    return low if low < len(sentences) and sentences[low].span.start <= mention.span.start else -1


def _belongs(text: str) -> bool:
    """Whether the last character belongs to the words: ``(Persero)``, ``Tbk.``? no, ``S.T.`` yes."""
    last = text[-1]
    if last in _OPENING:
        return text.count(_OPENING[last]) >= text.count(last)
    return last == "." and len(text) > 3 and text[-3] in ". " and text[-2].isupper()


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[Kind, int, int]]:
    """The runs of tokens of one kind; a separate token ``nya`` never ends one."""
    index = 0
    while index < len(tokens):
        place, _, kind = tokens[index].label.partition("-")
        if not kind:
            index += 1
            continue
        last = index
        while place not in "SE" and last + 1 < len(tokens):
            place, _, following = tokens[last + 1].label.partition("-")
            if following != kind or place in "BS":
                break
            last += 1
        end = last
        while end > index and tokens[end].text.lower() == "nya":
            end -= 1
        yield Kind(kind), tokens[index].span.start, tokens[end].span.end
        index = last + 1
