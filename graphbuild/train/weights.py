"""Trained weights to a file that is small and that loads without running code."""

from pathlib import Path

import torch
from torch import Tensor


def save_weights(path: Path, weights: dict[str, Tensor], vocabulary: object, arguments: dict[str, object]) -> None:
    """Write weights in half precision, the vocabulary and the arguments, and nothing that only training needs."""
    small = {name: value.half() if value.is_floating_point() else value for name, value in weights.items()}
    torch.save({"model": small, "vocab": vocabulary, "config": arguments}, path)
