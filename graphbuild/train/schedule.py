"""How fast to learn at each step, and the running average of the weights, which does better than the last ones."""

import torch
from torch import Tensor

_WARM_UP = 0.05
_FINAL_SHARE = 0.02


def rate(step: int, steps: int, peak: float) -> float:
    """The learning rate: a short rise, then a straight fall."""
    share = step / max(1, steps)
    if share < _WARM_UP:
        return peak * (step + 1) / max(1.0, steps * _WARM_UP)
    return peak * max(_FINAL_SHARE, (1 - share) / (1 - _WARM_UP))


class Average:
    """The exponential average of a model's trained weights."""

    def __init__(self, model: torch.nn.Module, decay: float = 0.998) -> None:
        """Begin with the model as it is."""
        self.decay = decay
        self.values = {name: value.detach().clone() for name, value in model.named_parameters() if value.requires_grad}

    def follow(self, model: torch.nn.Module, step: int) -> None:
        """Move towards the model; early on faster, so that its beginnings are forgotten."""
        decay = min(self.decay, (step + 1) / (step + 10))
        with torch.no_grad():
            for name, value in model.named_parameters():
                if name in self.values:
                    self.values[name].lerp_(value, 1 - decay)

    def put(self, model: torch.nn.Module) -> dict[str, Tensor]:
        """Give the model the averaged weights; what it had is returned."""
        before = {name: value.detach().clone() for name, value in model.named_parameters() if name in self.values}
        with torch.no_grad():
            for name, value in model.named_parameters():
                if name in self.values:
                    value.copy_(self.values[name])
        return before
