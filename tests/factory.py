"""What tests make their articles from: short texts with the tagger's labels written into them."""

import re

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import (
    Argument,
    Chain,
    Claim,
    ClaimDates,
    Document,
    Facts,
    Furniture,
    Kind,
    Mention,
    Modality,
    Sentence,
    Source,
    Span,
    Token,
)

_MARK = re.compile(r"\[(PER|OFFICE|ORG|LOC) ([^\[\]]+)\]")
_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


def article(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> Document:
    """A document of a text, with stretches marked as furniture."""
    return Document("test", Source("test"), "", text, tuple(Furniture(Span(*piece), "test") for piece in furniture))


def marked(text: str) -> tuple[Document, tuple[Sentence, ...]]:
    """An article and its labelled sentences from a text such as ``[OFFICE Gubernur] [LOC Bali] [PER Ani] pergi.``

    Every line is a sentence; the word *nya* at the end of a longer word is a token of its own, as the parser has it.
    """
    plain, labels = "", []
    position = 0
    for match in _MARK.finditer(text):
        plain += text[position : match.start()]
        labels.append((len(plain), len(plain) + len(match.group(2)), match.group(1)))
        plain += match.group(2)
        position = match.end()
    plain += text[position:]
    document = article(plain)
    sentences = []
    for line in re.finditer(r"[^\n]+", plain):
        spans = [span for word in _WORD.finditer(plain, *line.span()) for span in _clitics(plain, *word.span())]
        tokens = tuple(Token(Span(a, b), plain[a:b], label=_label(a, b, labels)) for a, b in spans)
        sentences.append(Sentence(Span(*line.span()), tokens))
    return document, tuple(sentences)


def _clitics(text: str, start: int, end: int) -> list[tuple[int, int]]:
    word = text[start:end].lower()
    if word.endswith("nya") and len(word) > 5 and word not in {"sebelumnya", "akhirnya"}:
        return [(start, end - 3), (end - 3, end)]
    return [(start, end)]


def _label(start: int, end: int, labels: list[tuple[int, int, str]]) -> str:
    for a, b, kind in labels:
        if a <= start and end <= b:
            place = {(True, True): "S", (True, False): "B", (False, True): "E"}.get((start == a, end == b), "I")
            return f"{place}-{kind}"
    return "O"


def chain(identifier: str, kind: str, *names: str, of: str | None = None) -> Chain:
    """A chain of one article by its names, the fullest first."""
    mentions = tuple(Mention(Span(0, len(name)), Kind(kind), name) for name in names)
    return Chain(identifier, Kind(kind), names[0], mentions, of)


def telling(kind: str, *, day: str = "", start: str = "", end: str = "", label: str = "", **roles: str) -> Claim:
    """A claim of an article made by ``facts``: roles name chains, or are words; ``modality`` may be among them."""
    modality = Modality(roles.pop("modality", "actual"))
    arguments = tuple(
        Argument(role, text=value) if " " in value else Argument(role, chain=value) for role, value in roles.items()
    )
    date, first, last = (PartialDate(iso) if iso else None for iso in (day, start, end))
    return Claim(kind, Span(0, 4), Span(0, 10), arguments, modality, label, ClaimDates(date, first, last), "test")


def facts(identifier: str, published: str, *parts: Chain | Claim) -> Facts:
    """What one article says: its chains and its claims, in any order."""
    text = f"Kata di {identifier}: isi artikel."
    document = Document(
        identifier, Source(identifier, published=PartialDate(published) if published else None), "", text
    )
    chains = tuple(part for part in parts if isinstance(part, Chain))
    return Facts(document, (Span(0, 10),), chains, tuple(part for part in parts if isinstance(part, Claim)))
