"""Unlabelled news for word vectors and character models: undamaged articles, cut into sentences of words."""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from graphbuild.model.text import Document, Source
from graphbuild.nlp.rules import Rules, read_rules
from graphbuild.nlp.sentences import split_sentences

# Articles with these flags have lost names, marks or line ends: they would teach the models damaged language.
DAMAGED = frozenset({"link_text_dropped", "paragraphs_glued", "quotes_stripped", "punct_corrupted"})


def read_news(data: Path) -> Iterator[str]:
    """The text of every undamaged article of ``news/news.jsonl.xz``, without those kept for measuring."""
    measured = {
        json.loads(line)["id"]
        for line in (data / "officials" / "dev.articles.jsonl").read_text(encoding="utf-8").splitlines()
    }
    with lzma.open(data / "news" / "news.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] not in measured and not DAMAGED.intersection(article["flags"]):
                yield str(article["text"])


def as_document(text: str) -> Document:
    """A document that is nothing but its text."""
    return Document(id="", source=Source(path=""), title="", text=text)


def word_sentences(texts: Iterator[str], rules: Rules | None = None) -> Iterator[tuple[str, ...]]:
    """The sentences of many texts, each as its words."""
    known = read_rules() if rules is None else rules
    for text in texts:
        for sentence in split_sentences(as_document(text), known):
            yield tuple(token.text for token in sentence.tokens)
