"""What tests make their articles from: short texts with the tagger's labels written into them."""

import re

from graphbuild.model.text import Document, Furniture, Sentence, Source, Span, Token

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
