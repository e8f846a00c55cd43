"""Character language models of Indonesian news, both ways: Stanza's model, trained to guess the next letter."""

import logging
import math
from pathlib import Path

import torch
from stanza.models.common.char_model import CharacterLanguageModel, build_charlm_vocab
from torch import Tensor
from torch.nn.functional import cross_entropy

from graphbuild.train.schedule import rate
from graphbuild.train.vectors import write_words

LOG = logging.getLogger(__name__)

# 24 million characters are what one core reads in twenty minutes at this size; the loss still falls slowly there.
CHARACTERS = 24_000_000
HELD_BACK = 300_000
STREAMS, STRETCH = 64, 120
RAREST = 200
PEAK = 4e-3
_FORGET_EVERY = 20
_SAVE_EVERY = 500
_ARGUMENTS = {
    "char_emb_dim": 32,
    "char_hidden_dim": 256,
    "char_num_layers": 1,
    "char_dropout": 0.0,
    "char_unit_dropout": 1e-4,
    "char_rec_dropout": 0.0,
}


def train(data: Path, output: Path, *, seed: int = 1, characters: int = CHARACTERS) -> None:
    """Train both models and write ``charlm_forward.pt`` and ``charlm_backward.pt``; a cut-off run goes on."""
    output.mkdir(parents=True, exist_ok=True)
    words = output / "news.txt"
    if not words.exists():
        write_words(data, words)
    text = words.read_text(encoding="utf-8")
    vocabulary = {"char": build_charlm_vocab(str(words), cutoff=RAREST)}
    for direction in ("forward", "backward"):
        torch.manual_seed(seed)
        model = CharacterLanguageModel(dict(_ARGUMENTS), vocabulary, is_forward_lm=direction == "forward")
        # The first characters are held back; both models read the same stretch, one from its end.
        part, rest = text[:HELD_BACK], text[HELD_BACK : HELD_BACK + characters]
        if direction == "backward":
            part, rest = part[::-1], rest[::-1]
        units, held = (torch.tensor(vocabulary["char"].map(list(stretch))) for stretch in (rest, part))
        _fit(model, units, output / f"charlm_{direction}.checkpoint.pt")
        LOG.info("%s: %.4f bits per character", direction, _bits(model, held))
        _write(model, output / f"charlm_{direction}.pt")


def _fit(model: CharacterLanguageModel, units: Tensor, path: Path) -> None:
    """Read the text once, in many streams at a time."""
    streams = units[: len(units) // STREAMS * STREAMS].view(STREAMS, -1)
    steps = (streams.size(1) - 1) // STRETCH
    optimizer = torch.optim.Adam(model.parameters(), lr=PEAK, betas=(0.9, 0.99))
    done = 0
    if path.exists():
        saved = torch.load(path, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        done = int(saved["step"])
    model.train()
    hidden: tuple[Tensor, Tensor] | None = None
    for step in range(done, steps):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, steps, PEAK)
        first = step * STRETCH
        hidden = None if hidden is None or step % _FORGET_EVERY == 0 else (hidden[0].detach(), hidden[1].detach())
        _, hidden, guesses = model(streams[:, first : first + STRETCH], [STRETCH] * STREAMS, hidden)
        wanted = streams[:, first + 1 : first + STRETCH + 1]
        loss = cross_entropy(guesses.reshape(-1, guesses.size(-1)), wanted.reshape(-1))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 50 == 0:
            LOG.info("step %d of %d, %.3f bits per character", step, steps, float(loss.detach()) / math.log(2))
        if step % _SAVE_EVERY == _SAVE_EVERY - 1:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}, path)


def _bits(model: CharacterLanguageModel, units: Tensor) -> float:
    """How many bits a character of held-back text costs."""
    model.eval()
    rows = units[: len(units) // STREAMS * STREAMS].view(STREAMS, -1)
    with torch.no_grad():
        _, _, guesses = model(rows[:, :-1], [rows.size(1) - 1] * STREAMS)
        loss = cross_entropy(guesses.reshape(-1, guesses.size(-1)), rows[:, 1:].reshape(-1))
    return float(loss) / math.log(2)


def _write(model: CharacterLanguageModel, path: Path) -> None:
    """Write the model in half precision."""
    state = model.full_state()
    state["state_dict"] = {name: value.half() for name, value in state["state_dict"].items()}
    torch.save(state, path)
