"""The best tag sequence of a sentence: Viterbi over a whole batch at once."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


def best_sequences(scores: Tensor, transitions: Tensor, lengths: list[int]) -> list[list[int]]:
    """The best tag numbers of each sentence; ``scores`` is sentences x words x tags, padded at the end."""
    sentences, longest, tags = scores.shape
    best = scores[:, 0]
    origins = torch.zeros(longest, sentences, tags, dtype=torch.long)
    sizes = torch.tensor(lengths)
    for word in range(1, longest):
        candidate, origin = (best.unsqueeze(2) + transitions).max(dim=1)
        going = (word < sizes).unsqueeze(1)
        best = torch.where(going, candidate + scores[:, word], best)
        origins[word] = origin
    last = best.argmax(dim=1)
    back = origins.numpy()
    return [_trace(back[:, index], int(last[index]), length) for index, length in enumerate(lengths)]


def _trace(back: NDArray[np.int64], last: int, length: int) -> list[int]:
    """The tags from the last word back to the first."""
    path = [last]
    for word in range(length - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return path[::-1]
