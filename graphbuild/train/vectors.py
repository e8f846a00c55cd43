"""Word vectors of Indonesian news: skip-gram over lower-cased words, as all models share them."""

import logging
from collections.abc import Iterator
from pathlib import Path

import torch
from gensim.models import Word2Vec

from graphbuild.nlp.vectors import write_vectors
from graphbuild.train.news import read_news, word_sentences

LOG = logging.getLogger(__name__)

DIMENSIONS = 100
# A word seen less often than this has a vector that is mostly chance; it saves a third of the file.
RAREST = 4
LARGEST_VOCABULARY = 100_000


def train(data: Path, output: Path, *, seed: int = 1) -> None:
    """Train the vectors and write ``vectors.pt`` into the output folder; the words of the news go to ``news.txt``."""
    output.mkdir(parents=True, exist_ok=True)
    words = output / "news.txt"
    if not words.exists():
        write_words(data, words)
    model = Word2Vec(
        sentences=_Lines(words),
        vector_size=DIMENSIONS,
        window=5,
        min_count=RAREST,
        max_final_vocab=LARGEST_VOCABULARY,
        batch_words=20_000,
        sg=1,
        negative=5,
        sample=1e-4,
        epochs=4,
        seed=seed,
        workers=1,
    )
    LOG.info("vectors of %d words", len(model.wv))
    write_vectors(list(model.wv.index_to_key), torch.from_numpy(model.wv.vectors), output / "vectors.pt")


def write_words(data: Path, path: Path) -> None:
    """One sentence a line, words between spaces, in the news's own casing."""
    partial = path.with_suffix(".part")
    with partial.open("w", encoding="utf-8") as lines:
        lines.writelines(" ".join(words) + "\n" for words in word_sentences(read_news(data)) if len(words) > 1)
    partial.rename(path)


class _Lines:
    """The lower-cased sentences of a file, as often as the trainer asks."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[list[str]]:
        with self.path.open(encoding="utf-8") as lines:
            for line in lines:
                yield line.lower().split()
