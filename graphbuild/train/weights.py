"""Trained weights to a file that is small and that loads without running code."""

from pathlib import Path

import torch
from torch import Tensor


def save_weights(path: Path, weights: dict[str, Tensor], vocabulary: object, arguments: dict[str, object]) -> None:
    """Write weights in half precision, the vocabulary and the arguments, and nothing that only training needs."""
    small = {name: value.half() if value.is_floating_point() else value for name, value in weights.items()}
    torch.save({"model": small, "vocab": vocabulary, "config": arguments}, path)


def write_mean(first: Path, second: Path, path: Path) -> None:
    """Write the mean of two files of the same model, which does better than either of two rounds of training."""
    one, two = (torch.load(file, map_location="cpu", weights_only=True) for file in (first, second))
    weights = {name: value.float().lerp(two["model"][name].float(), 0.5) for name, value in one["model"].items()}
    save_weights(path, weights, one["vocab"], one["config"])
