"""Documents to sentences: words, names and, where asked for, syntax. The bundled models are loaded once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import torch

from graphbuild.errors import SetupError
from graphbuild.model.text import Document, Sentence
from graphbuild.nlp.characters import CharacterReader
from graphbuild.nlp.names import NameTagger
from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.sentences import split_sentences
from graphbuild.nlp.stock import stock_pipeline
from graphbuild.nlp.syntax import PartTagger, TreeParser
from graphbuild.nlp.vectors import read_vectors

MODELS = Path(__file__).parent / "models"
# One call of the tagger reads this many words: larger batches gain nothing on one core and need memory.
_BATCH_WORDS = 2500


class Parser:
    """All bundled models. One parser serves a whole process; it runs on one core, for work is spread over processes."""

    def __init__(self, folder: Path = MODELS) -> None:
        """Load the models of a folder.

        Raises:
            SetupError: a model is missing.
        """
        needed = ("vectors.pt", "charlm_forward.pt", "charlm_backward.pt", "ner.pt", "tagger.pt", "parser.pt")
        missing = [name for name in needed if not (folder / name).is_file()]
        if missing:
            message = (
                f"{folder} lacks {', '.join(missing)}: train the models with `graphbuild train`, or install the wheel"
            )
            raise SetupError(message)
        torch.set_num_threads(1)
        self.folder = folder
        self.tokens_read = 0
        self.rules = read_rules()
        self.vectors = read_vectors(folder / "vectors.pt")
        self.characters = CharacterReader(folder / "charlm_forward.pt", folder / "charlm_backward.pt")
        self.names = NameTagger(folder, self.vectors, self.characters)

    def parse(
        self, documents: Sequence[Document], *, wanted: Callable[[Sentence], bool] | None = None
    ) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each document, every word with its name tag; furniture has none.

        Args:
            documents: articles; they share batches for speed only.
            wanted: chooses, by its words and names, the sentences that get parts of speech and syntax; None wants none.
        """
        split = [split_sentences(document, self.rules) for document in documents]
        flat = [sentence for sentences in split for sentence in sentences]
        self.tokens_read += sum(len(sentence.tokens) for sentence in flat)
        for batch in _batches(flat):
            tags = self.names.tag([[token.text for token in flat[index].tokens] for index in batch])
            for index, labels in zip(batch, tags, strict=True):
                flat[index] = _labelled(flat[index], labels)
        if wanted is not None:
            self._add_syntax(flat, [index for index, sentence in enumerate(flat) if wanted(sentence)])
        labelled = iter(flat)
        return tuple(tuple(next(labelled) for _ in sentences) for sentences in split)

    def stock(self) -> Callable[[str], object]:
        """The same models in Stanza's own pipeline, one article at a time: what the speed is measured against."""
        return stock_pipeline(self.folder, self.rules)

    def _add_syntax(self, sentences: list[Sentence], chosen: Sequence[int]) -> None:
        """Give the chosen sentences parts of speech, heads and relations."""
        for batch in _batches([sentences[index] for index in chosen]):
            numbers = [chosen[position] for position in batch]
            words = [[token.text for token in sentences[number].tokens] for number in numbers]
            parts = self.parts.tag(words)
            for number, upos, tree in zip(numbers, parts, self.trees.parse(words, parts), strict=True):
                sentences[number] = _parsed(sentences[number], upos, tree)

    @cached_property
    def parts(self) -> PartTagger:
        """The tagger of parts of speech, loaded when it is first wanted."""
        return PartTagger(self.folder, self.vectors)

    @cached_property
    def trees(self) -> TreeParser:
        """The dependency parser, loaded when it is first wanted."""
        return TreeParser(self.folder, self.vectors)


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """The numbers of all sentences, those of like length together."""
    batch: list[int] = []
    for index in sorted(range(len(sentences)), key=lambda index: (len(sentences[index].tokens), index)):
        if batch and len(sentences[index].tokens) * (len(batch) + 1) > _BATCH_WORDS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _labelled(sentence: Sentence, labels: Sequence[str]) -> Sentence:
    """The sentence with a name tag on every word."""
    tokens = (replace(token, label=label) for token, label in zip(sentence.tokens, labels, strict=True))
    return replace(sentence, tokens=tuple(tokens))


def _parsed(sentence: Sentence, parts: Sequence[str], tree: Sequence[tuple[int, str]]) -> Sentence:
    """The sentence with a part of speech, a head and a relation on every word."""
    tokens = (
        replace(token, upos=upos, head=head, relation=relation)
        for token, upos, (head, relation) in zip(sentence.tokens, parts, tree, strict=True)
    )
    return replace(sentence, tokens=tuple(tokens), parsed=True)
