"""The word vectors that all models share: read once, held once."""

from pathlib import Path

import torch
from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
from stanza.models.common.vocab import VOCAB_PREFIX


def read_vectors(path: Path) -> Pretrain:
    """The vectors as Stanza's models take them; the file holds the words and a row of half precision for each."""
    content = torch.load(path, map_location="cpu", weights_only=True)
    words, rows = content["words"], content["vectors"]
    shared = Pretrain(filename=None, save_to_file=False)
    vocabulary = PretrainedWordVocab()
    vocabulary._id2unit = [*VOCAB_PREFIX, *words]  # noqa: SLF001 - Stanza offers no other way to make one from a list
    vocabulary._unit2id = {word: index for index, word in enumerate(vocabulary._id2unit)}  # noqa: SLF001
    shared._vocab = vocabulary  # noqa: SLF001
    shared._emb = torch.cat([torch.zeros(len(VOCAB_PREFIX), rows.shape[1]), rows.float()])  # noqa: SLF001
    return shared


def write_vectors(words: list[str], rows: torch.Tensor, path: Path) -> None:
    """Write words and their vectors so that ``read_vectors`` reads them."""
    torch.save({"words": words, "vectors": rows.half()}, path)
