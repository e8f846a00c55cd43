"""One way to train a syntax model: batches of trees, a rise and fall of the rate, averaged weights, checkpoints."""

import logging
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from graphbuild.train.remembered import Remembered
from graphbuild.train.schedule import Average, rate
from graphbuild.train.treebanks import Tree
from graphbuild.train.weights import save_weights

LOG = logging.getLogger(__name__)

_SAVE_EVERY = 500


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast to train, and from which share on only trees annotated in today's way count."""

    steps: int
    peak: float
    batch_words: int = 1000
    current_only: float = 0.7


def remember_characters(model: torch.nn.Module) -> None:
    """Let a Stanza model read each sentence's characters only once."""
    model.charmodel_forward = Remembered(model.charmodel_forward)
    model.charmodel_backward = Remembered(model.charmodel_backward)


def fit(
    model: torch.nn.Module,
    loss_of: Callable[[Sequence[Tree]], Tensor],
    trees: tuple[Sequence[Tree], Sequence[Tree]],
    course: Course,
    path: Path,
) -> Average:
    """Train a model on current and older trees; returns the averaged weights. ``path`` holds the checkpoint."""
    average = Average(model)
    optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=course.peak, betas=(0.9, 0.95))
    done = _resume(path, model, optimizer, average)
    model.train()
    for step in range(done, course.steps):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, course.steps, course.peak)
        optimizer.zero_grad()
        loss = loss_of(_batch(trees, step, course))
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        average.follow(model, step)
        if step % 50 == 0:
            LOG.info("step %d of %d, loss %.3f", step, course.steps, float(loss.detach()))
        if step % _SAVE_EVERY == _SAVE_EVERY - 1:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "average": average.values}
            torch.save({**state, "step": step + 1}, path)
    return average


def _resume(path: Path, model: torch.nn.Module, optimizer: torch.optim.Optimizer, average: Average) -> int:
    """The steps that a checkpoint has behind it, after loading it; 0 if there is none."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    average.values = state["average"]
    return int(state["step"])


def _batch(trees: tuple[Sequence[Tree], Sequence[Tree]], step: int, course: Course) -> list[Tree]:
    """Trees of like length for one step; the choice depends on the step alone."""
    chance = random.Random(step)  # noqa: S311 - no secret, only an order
    current, older = trees
    old = step < course.steps * course.current_only and chance.random() < len(older) / (len(older) + 2 * len(current))
    source = older if old else current
    start = chance.randrange(len(source))
    batch: list[Tree] = []
    words = 0
    while words < course.batch_words and len(batch) < len(source):
        tree = source[(start + len(batch)) % len(source)]
        batch.append(tree)
        words += len(tree)
    return batch


def by_length(trees: Sequence[Tree], seed: int) -> list[Tree]:
    """Trees in an order in which neighbours are of like length."""
    shuffled = list(trees)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - no secret, only an order
    return sorted(shuffled, key=len)


def write_model(
    path: Path, model: torch.nn.Module, average: Average, vocabulary: object, arguments: dict[str, object]
) -> None:
    """Write the averaged weights that are the model's own."""
    shared = ("pretrained_emb", "charmodel_forward", "charmodel_backward")
    own = {name: value for name, value in model.state_dict().items() if name.split(".")[0] not in shared}
    save_weights(path, {name: average.values.get(name, value) for name, value in own.items()}, vocabulary, arguments)


def batches_of(count: int, size: int) -> Iterator[range]:
    """Ranges of numbers that cover a count."""
    for start in range(0, count, size):
        yield range(start, min(start + size, count))
