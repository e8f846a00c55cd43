"""Words to parts of speech and to a tree: Stanza's tagger and its graph parser, over the shared vectors."""

from collections.abc import Sequence
from pathlib import Path

import torch
from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import ROOT_ID, VOCAB_PREFIX_SIZE, BaseVocab
from stanza.models.depparse.model import GraphParser
from stanza.models.pos.model import Tagger
from stanza.models.pos.vocab import MultiVocab
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

Words = Sequence[str]
# The treebanks name relations in ways of their own; this is the one of newswire.
NEWS = "csui"


class PartTagger:
    """The bundled tagger of parts of speech."""

    def __init__(self, folder: Path, vectors: Pretrain) -> None:
        """Load ``tagger.pt``."""
        arguments, self.vocabulary, weights = _read(folder, "tagger.pt")
        self.words = vectors.vocab
        self.model = Tagger(arguments, self.vocabulary, emb_matrix=vectors.emb)
        self.model.load_state_dict(weights, strict=False)
        self.model.eval()

    def tag(self, sentences: Sequence[Words]) -> list[list[str]]:
        """The part of speech of every word of every sentence."""
        order = longest_first(sentences)
        texts = [list(sentences[index]) for index in order]
        lengths = [len(words) for words in texts]
        known = known_words(lowered(texts), self.words, root=False)
        with torch.inference_mode():
            _, (numbers,) = self.model(known, None, None, None, None, known, None, lengths, None, texts)
        tags: list[list[str]] = [[] for _ in sentences]
        for index, row, length in zip(order, numbers.tolist(), lengths, strict=True):
            tags[index] = self.vocabulary["upos"].unmap(row[:length])
        return tags


class TreeParser:
    """The bundled dependency parser."""

    def __init__(self, folder: Path, vectors: Pretrain) -> None:
        """Load ``parser.pt``."""
        arguments, self.vocabulary, weights = _read(folder, "parser.pt")
        self.words = vectors.vocab
        self.model = GraphParser(arguments, self.vocabulary, emb_matrix=vectors.emb)
        self.model.load_state_dict(weights, strict=False)
        self.model.eval()

    def parse(
        self, sentences: Sequence[Words], parts: Sequence[Sequence[str]], treebank: str = NEWS
    ) -> list[list[tuple[int, str]]]:
        """For every word its head, as an index with -1 for the root, and its relation, as a treebank would have it."""
        order = longest_first(sentences)
        texts = [list(sentences[index]) for index in order]
        known = known_words(lowered(texts), self.words, root=True)
        upos = known_words([parts[index] for index in order], self.vocabulary["upos"], root=True)
        ways = known_words([[treebank] * len(words) for words in texts], self.vocabulary["xpos"], root=True)
        lengths = [len(words) + 1 for words in texts]
        empty = known.new_zeros(known.shape[0], known.shape[1] - 1)
        with torch.inference_mode():
            arcs, names, *_ = self.model.forward_scores(
                known, None, None, None, upos, ways, None, known, None, empty, None, None, lengths, None, texts
            )
            arcs = torch.log_softmax(arcs, dim=2).numpy()
            relations = (names.argmax(dim=3) + VOCAB_PREFIX_SIZE).numpy()
        trees: list[list[tuple[int, str]]] = [[] for _ in sentences]
        for row, (index, length) in enumerate(zip(order, lengths, strict=True)):
            heads = chuliu_edmonds_one_root(arcs[row, :length, :length])[1:]
            numbers = [relations[row, word + 1, head] for word, head in enumerate(heads)]
            labels = self.vocabulary["deprel"].unmap(numbers)
            trees[index] = [(int(head) - 1, label) for head, label in zip(heads, labels, strict=True)]
        return trees


def longest_first(sentences: Sequence[Sequence[object]]) -> list[int]:
    """The numbers of the sentences, as packed batches want them."""
    return sorted(range(len(sentences)), key=lambda index: -len(sentences[index]))


def known_words(sentences: Sequence[Words], vocabulary: BaseVocab, *, root: bool) -> Tensor:
    """The numbers of all words, or of all tags; padded with nought."""
    start = [ROOT_ID] if root else []
    return pad_sequence([torch.tensor(start + vocabulary.map(words)) for words in sentences], batch_first=True)


def lowered(sentences: Sequence[Words]) -> list[list[str]]:
    """The words as the vectors know them."""
    return [[word.lower() for word in words] for words in sentences]


def _read(folder: Path, name: str) -> tuple[dict[str, object], MultiVocab, dict[str, Tensor]]:
    """The arguments, the vocabulary and the weights of a model file."""
    state = torch.load(folder / name, map_location="cpu", weights_only=True)
    arguments = state["config"]
    arguments["charlm_forward_file"] = str(folder / "charlm_forward.pt")
    arguments["charlm_backward_file"] = str(folder / "charlm_backward.pt")
    return arguments, MultiVocab.load_state_dict(state["vocab"]), state["model"]
