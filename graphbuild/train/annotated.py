"""Annotated names as training sentences: words with one BIOES tag for each of three ways of annotating.

The ways disagree (whether ``Nama (NP)`` is one name or two, whether titles count), so each has its own tags and
its own output layer; where a set says nothing, the tag is ``-``, which the trainer leaves out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphbuild.model.text import Document, Furniture, Sentence, Source, Span
from graphbuild.nlp.rules import Rules
from graphbuild.nlp.sentences import split_sentences
from graphbuild.nlp.words import split_words

# The output layers, in order: the project's own guidelines, idner-news-2k, nergrit.
LAYERS = ("officials", "idner-news-2k", "nergrit")
UNKNOWN = "-"
_KINDS = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
_POINTERS = re.compile(r"^[\W]*(?:baca juga|baca pula|baca|lihat juga|simak juga)\s*:.*$", re.IGNORECASE | re.MULTILINE)
_TRIM = " ,.;:!?\"'“”‘’"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text and its kind, as the tag of its set."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of words with a tag each, of one layer."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    layer: int

    def columns(self) -> list[tuple[str, ...]]:
        """For each word its tags of all layers."""
        return [tuple(tag if layer == self.layer else UNKNOWN for layer in range(len(LAYERS))) for tag in self.tags]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article, its names, and its title, which is annotated too."""

    document: Document
    names: tuple[Name, ...]
    title_names: tuple[Name, ...]


def read_officials(data: Path, part: str) -> Iterator[AnnotatedArticle]:
    """The articles of ``officials/<part>`` with every mention found again wherever it stands in the text."""
    folder = data / "officials"
    articles = {article["id"]: article for article in _lines(folder / f"{part}.articles.jsonl")}
    for gold in _lines(folder / f"{part}.gold.jsonl"):
        article = articles[gold["id"]]
        text, title = str(article["text"]), str(article["title"] or "")
        mentions = [(form, entity["type"]) for entity in gold["entities"] for form in entity["mentions"]]
        furniture = tuple(Furniture(Span(*found.span()), "pointer") for found in _POINTERS.finditer(text))
        document = Document(id=gold["id"], source=Source(path=""), title=title, text=text, furniture=furniture)
        yield AnnotatedArticle(document, project(mentions, text), project(mentions, title))


def project(mentions: Iterable[tuple[str, str]], text: str) -> tuple[Name, ...]:
    """Every occurrence of the mentions as whole words, the longest first, none inside another.

    In ``Wali Kota Depok`` the post ``Wali Kota`` goes before the town ``Kota Depok``.
    """
    names: list[Name] = []
    taken = bytearray(len(text))
    for form, kind in sorted(set(mentions), key=lambda mention: (-len(mention[0]), mention)):
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            town = form.startswith("Kota ") and text[: found.start()].endswith("Wali ")
            if not town and not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())
                names.append(Name(Span(*found.span()), kind))
    return tuple(sorted(names, key=lambda name: name.span))


def tag(words: Sequence[Span], names: Iterable[Name]) -> tuple[str, ...]:
    """The BIOES tags of words; a name that does not begin and end with a word has none."""
    tags = ["O"] * len(words)
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index for index, word in enumerate(words)}
    for name in names:
        first, last = starts.get(name.span.start), ends.get(name.span.end)
        if first is None or last is None:
            continue
        if first == last:
            tags[first] = f"S-{name.kind}"
        else:
            tags[first : last + 1] = [f"B-{name.kind}", *[f"I-{name.kind}"] * (last - first - 1), f"E-{name.kind}"]
    return tuple(tags)


def officials_examples(data: Path, part: str, rules: Rules) -> list[Example]:
    """The sentences and the titles of the officials articles."""
    examples: list[Example] = []
    for article in read_officials(data, part):
        examples.extend(_example(sentence, article.names) for sentence in split_sentences(article.document, rules))
        title = Document(id="", source=Source(path=""), title="", text=article.document.title)
        examples.extend(_example(sentence, article.title_names) for sentence in split_sentences(title, rules))
    return examples


def _example(sentence: Sentence, names: Iterable[Name]) -> Example:
    """A sentence with the names that lie in it."""
    inside = [name for name in names if sentence.span.holds(name.span)]
    words = [token.span for token in sentence.tokens]
    return Example(tuple(token.text for token in sentence.tokens), tag(words, inside), 0)


def column_examples(path: Path, layer: int, rules: Rules) -> list[Example]:
    """The sentences of a file with a token and a tag a line, cut anew into the project's words."""
    examples: list[Example] = []
    for text, names in read_columns(path):
        words = split_words(text, 0, len(text), rules)
        trimmed = [Name(_trim(text, name.span), _KINDS.get(name.kind, name.kind)) for name in names]
        examples.append(Example(tuple(text[word.start : word.end] for word in words), tag(words, trimmed), layer))
    return examples


def read_columns(path: Path) -> Iterator[tuple[str, tuple[Name, ...]]]:
    """Each sentence of a token-and-tag file as a text with spaces, and its names."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        names: list[Name] = []
        position = 0
        for token, bio in rows:
            end = position + len(token)
            if bio.startswith("I-") and names and names[-1].span.end == position - 1 and names[-1].kind == bio[2:]:
                names[-1] = Name(Span(names[-1].span.start, end), bio[2:])
            elif bio != "O":
                names.append(Name(Span(position, end), bio[2:]))
            position = end + 1
        if rows:
            yield " ".join(row[0] for row in rows), tuple(names)


def _trim(text: str, span: Span) -> Span:
    """The span without marks at its ends and without a bracket that has no partner in it."""
    start, end = span.start, span.end
    while start < end and (text[start] in _TRIM or (text[start] == "(" and text[start:end].count(")") == 0)):
        start += 1
    while start < end and (text[end - 1] in _TRIM or (text[end - 1] == ")" and text[start:end].count("(") == 0)):
        end -= 1
    if text[start:end].startswith("(") and text[start:end].endswith(")"):
        return Span(start + 1, end - 1)
    return Span(start, end)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
