"""Character language models that read each sentence once: they are not trained further, so nothing changes."""

from collections.abc import Sequence

import torch
from stanza.models.common.char_model import CharacterLanguageModel
from torch import Tensor
from torch.nn.utils.rnn import PackedSequence, pack_sequence


class Remembered(torch.nn.Module):
    """Stands in for a character language model in Stanza's models, and keeps what it said in half precision."""

    def __init__(self, model: CharacterLanguageModel) -> None:
        """Wrap a model, which is kept out of the list of what is trained and saved."""
        super().__init__()
        self.inner = [model]
        self.states: dict[object, Tensor] = {}

    def get_representation(
        self, chars: Tensor, offsets: list[list[int]], lengths: list[int], order: list[int]
    ) -> PackedSequence:
        """The packed states of a batch, as the name tagger asks for them."""
        keys = [row[:length].numpy().tobytes() for row, length in zip(chars, lengths, strict=True)]
        new = [index for index, key in enumerate(keys) if key not in self.states]
        if new:
            with torch.no_grad():
                output, _, _ = self.inner[0].forward(chars[new], [lengths[index] for index in new])
            for position, index in enumerate(new):
                self.states[keys[index]] = output[position, offsets[index]].half()
        rows: list[Tensor] = [torch.empty(0)] * len(keys)
        for key, place in zip(keys, order, strict=True):
            rows[place] = self.states[key].float()
        return pack_sequence(rows)

    def build_char_representation(self, sentences: Sequence[Sequence[str]]) -> list[Tensor]:
        """The states of a batch, as the tagger and the parser ask for them."""
        keys = [tuple(words) for words in sentences]
        new = [index for index, key in enumerate(keys) if key not in self.states]
        if new:
            said = self.inner[0].build_char_representation([list(keys[index]) for index in new])
            for index, rows in zip(new, said, strict=True):
                self.states[keys[index]] = rows.half()
        return [self.states[key].float() for key in keys]
