"""Character language models read a sentence both ways and give every word what they expect around it."""

from collections.abc import Sequence
from pathlib import Path

import torch
from stanza.models.common.char_model import CharacterLanguageModel
from stanza.models.common.vocab import UNK_ID
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence


class CharacterReader:
    """Two character language models, forward and backward."""

    def __init__(self, forward: Path, backward: Path) -> None:
        """Load both models; they are never trained further."""
        self.models = tuple(CharacterLanguageModel.load(str(path), finetune=False) for path in (forward, backward))
        self.size = sum(model.hidden_dim() for model in self.models)

    def read(self, sentences: Sequence[Sequence[str]]) -> list[Tensor]:
        """For each sentence a row per word: both models' state at the space behind, or before, the word."""
        ahead, back = self.models
        behind = _states(ahead, ["\n" + " ".join(words) + " " for words in sentences])
        before = _states(back, ["\n" + " ".join(words)[::-1] + " " for words in sentences])
        rows = []
        for words, right, left in zip(sentences, behind, before, strict=True):
            ends, total = [], 0
            for word in words:
                total += len(word) + 1
                ends.append(total)
            # Character k of the line is character total + 1 - k of the reversed one; both begin with a line end.
            starts = [total - end + len(word) + 1 for end, word in zip(ends, words, strict=True)]
            rows.append(torch.cat([right[ends], left[starts]], dim=1))
        return rows


def _states(model: CharacterLanguageModel, lines: Sequence[str]) -> list[Tensor]:
    """The hidden state at every character of each line."""
    numbers = model.char_vocab()._unit2id  # noqa: SLF001 - its own look-up costs more than the model
    units = [torch.tensor([numbers.get(character, UNK_ID) for character in line]) for line in lines]
    padded = pad_sequence(units, batch_first=True)
    shape = (1, len(lines), model.hidden_dim())
    start = (model.charlstm_h_init.expand(shape).contiguous(), model.charlstm_c_init.expand(shape).contiguous())
    # Padding stands behind the line, so it cannot change the states before it.
    states, _ = model.charlstm.lstm(model.char_emb(padded), start)
    return list(states)
