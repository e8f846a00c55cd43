"""The name tagger: Stanza's recurrent tagger with one output layer per way of annotating.

It reads shared vectors and, where they are there, the character language models of the output folder.
"""

import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from stanza.models.common.crf import CRFLoss
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import EMPTY
from stanza.models.ner.data import DataLoader
from stanza.models.ner.trainer import Trainer
from stanza.models.ner.vocab import MultiVocab
from stanza.models.pos.vocab import WordVocab
from torch import Tensor

from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.vectors import read_vectors
from graphbuild.train.annotated import UNKNOWN, Example, column_examples, officials_examples
from graphbuild.train.augment import listed_names, pool_of, replaced
from graphbuild.train.remembered import Remembered
from graphbuild.train.schedule import Average, rate
from graphbuild.train.weights import save_weights, write_mean

LOG = logging.getLogger(__name__)

_SHOUTED_EVERY = 40

_ARGUMENTS: dict[str, object] = {
    "shorthand": "id_news", "scheme": "bioes", "predict_tagset": 0, "lowercase": True, "char_lowercase": False,
    "word_emb_dim": 100, "char": True, "char_emb_dim": 32, "char_hidden_dim": 50, "char_num_layers": 1,
    "char_rec_dropout": 0, "charlm": False, "charlm_forward_file": None, "charlm_backward_file": None,
    "emb_finetune": True, "emb_finetune_known_only": False, "input_transform": False, "hidden_dim": 256,
    "num_layers": 1, "dropout": 0.5, "word_dropout": 0.02, "locked_dropout": 0.0, "rec_dropout": 0,
    "bert_model": None, "bert_finetune": False, "use_peft": False, "sample_train": 1.0,
    "optim": "adam", "lr": 1e-3, "momentum": 0, "max_grad_norm": 5.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """How long and on what to train."""

    epochs: int = 10
    peak: float = 2.5e-3
    batch_words: int = 900
    character_models: bool = True
    # Words seen less often keep the vector that the news gave them: their own would only memorise names.
    rarest_tuned: int = 10
    other_sets: bool = True
    # Goes on from the weights of the first round instead of from chance, with names put in other names' places.
    second_round: bool = False


FIRST = Recipe()
SECOND = Recipe(epochs=2, peak=1.2e-3, second_round=True)


def train(data: Path, output: Path, *, seed: int = 1) -> None:
    """Train two rounds and write the mean of their weights as ``ner.pt``; a run that was cut off goes on."""
    train_round(data, output, FIRST, output / "ner.first.pt", seed=seed)
    train_round(data, output, SECOND, output / "ner.second.pt", seed=seed)
    write_mean(output / "ner.first.pt", output / "ner.second.pt", output / "ner.pt")


def train_round(data: Path, output: Path, recipe: Recipe, result: Path, *, seed: int = 1) -> None:
    """Train one round, unless its result is there already."""
    if result.exists():
        return
    torch.manual_seed(seed)
    random.seed(seed)
    trainer, loader = _prepare(examples(data, recipe), output, recipe)
    average = Average(trainer.model)
    steps = recipe.epochs * len(loader)
    checkpoint = result.with_suffix(".checkpoint.pt")
    done = _resume(checkpoint, trainer, average)
    for step, batch in enumerate(_batches(loader, recipe.epochs, seed, done), start=done):
        for group in trainer.optimizer.param_groups:
            group["lr"] = rate(step, steps, recipe.peak)
        loss = trainer.update(batch)
        average.follow(trainer.model, step)
        if step % 50 == 0:
            LOG.info("step %d of %d, loss %.3f", step, steps, loss)
        if step % 1000 == 999:
            _checkpoint(checkpoint, trainer, average, step + 1)
    _write(result, trainer, average)


def examples(data: Path, recipe: Recipe) -> list[Example]:
    """The training sentences of all sets, in the words of the project."""
    rules = read_rules()
    found = officials_examples(data, "train", rules)
    if recipe.other_sets:
        for part in ("train", "dev"):
            found += column_examples(data / "ner" / "idner-news-2k" / f"{part}.tsv", 1, rules)
            found += column_examples(data / "ner" / "nergrit" / f"{part}.tsv", 2, rules)
    found = [example for example in found if example.words]
    shouted = [_shouted(example) for example in found[::_SHOUTED_EVERY]]
    if not recipe.second_round:
        return found + shouted
    mine = [example for example in found if example.layer == 0 and set(example.tags) != {"O"}]
    pool = pool_of(mine, listed_names(data))
    chance = random.Random(0)  # noqa: S311 - no secret, only a choice
    return found + shouted + [replaced(example, pool, chance) for example in mine]


def _shouted(example: Example) -> Example:
    """The example in capitals, as headlines and some outlets write names."""
    return Example(tuple(word.upper() for word in example.words), example.tags, example.layer)


class _Sentences:
    """Examples as Stanza's loader asks for them."""

    def __init__(self, found: Sequence[Example]) -> None:
        self.found = found

    def get(self, *_: object, **__: object) -> list[list[list[object]]]:
        """For each word its text, no single tag, and its tags of all layers."""
        return [
            [
                [word, None, tuple(EMPTY if tag == UNKNOWN else tag for tag in tags)]
                for word, tags in zip(example.words, example.columns(), strict=True)
            ]
            for example in self.found
        ]


class _SparseLoss(CRFLoss):  # type: ignore[misc]
    """The loss of an output layer, which costs nothing for a batch that its set did not annotate."""

    def forward(self, inputs: Tensor, masks: Tensor, tag_indices: Tensor) -> tuple[Tensor, Tensor]:
        """The loss and the transitions."""
        if bool(masks.all()):
            return inputs.sum() * 0, self._transitions
        loss, transitions = super().forward(inputs, masks, tag_indices)
        return loss, transitions


def _prepare(found: list[Example], output: Path, recipe: Recipe) -> tuple[Trainer, DataLoader]:
    """A new tagger and its batches, each of one set and of sentences of like length."""
    arguments = dict(_ARGUMENTS)
    if recipe.character_models:
        arguments["charlm"] = True
        arguments["charlm_forward_file"] = str(output / "charlm_forward.pt")
        arguments["charlm_backward_file"] = str(output / "charlm_backward.pt")
    vectors: Pretrain = read_vectors(output / "vectors.pt")
    before = torch.load(output / "ner.first.pt", weights_only=True) if recipe.second_round else None
    known = MultiVocab.load_state_dict(before["vocab"]) if before is not None else None
    if known is not None:
        known["word"] = vectors.vocab
    loader = DataLoader(_Sentences(found), 64, arguments, vectors, vocab=known, preprocess_tags=False)
    if known is None:
        words = [[(word,) for word in example.words] for example in found]
        loader.vocab["delta"] = WordVocab(words, "id_news", cutoff=recipe.rarest_tuned, lower=True)
    loader.data = _grouped([sentence for batch in loader.data for sentence in batch], recipe.batch_words)
    trainer = Trainer(args=arguments, vocab=loader.vocab, pretrain=vectors, device="cpu")
    if before is not None:
        trainer.model.load_state_dict(before["model"], strict=False)
    sizes = loader.vocab["tag"].lens()
    losses = torch.nn.ModuleList([_SparseLoss(size) for size in sizes])
    losses.load_state_dict(trainer.model.crits.state_dict())
    trainer.model.crits = losses
    trainer.optimizer = torch.optim.Adam([p for p in trainer.model.parameters() if p.requires_grad], lr=recipe.peak)
    if recipe.character_models:
        trainer.model.charmodel_forward = Remembered(trainer.model.charmodel_forward)
        trainer.model.charmodel_backward = Remembered(trainer.model.charmodel_backward)
    return trainer, loader


def _grouped(sentences: list[list[list[object]]], batch_words: int) -> list[list[list[list[object]]]]:
    """Batches of sentences of one set and of like length."""

    def place(sentence: list[list[object]]) -> tuple[object, int]:
        return [tag != 2 for tag in sentence[2][0]], len(sentence[0])  # type: ignore[attr-defined]

    batches: list[list[list[list[object]]]] = []
    kind: object = None
    for sentence in sorted(sentences, key=place):
        if not batches or place(sentence)[0] != kind or sum(len(one[0]) for one in batches[-1]) >= batch_words:
            batches.append([])
            kind = place(sentence)[0]
        batches[-1].append(sentence)
    return batches


def _batches(loader: DataLoader, epochs: int, seed: int, done: int) -> Iterator[object]:
    """The batches of all epochs that are still to be done, in an order that depends only on the seed."""
    for epoch in range(epochs):
        order = list(range(len(loader)))
        random.Random(f"{seed}-{epoch}").shuffle(order)  # noqa: S311 - no secret, only an order
        for position, index in enumerate(order):
            if epoch * len(order) + position >= done:
                yield loader[index]


def _resume(path: Path, trainer: Trainer, average: Average) -> int:
    """The number of steps a checkpoint has behind it, after loading it; 0 if there is none."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    trainer.model.load_state_dict(state["model"], strict=False)
    trainer.optimizer.load_state_dict(state["optimizer"])
    average.values = state["average"]
    return int(state["step"])


def _checkpoint(path: Path, trainer: Trainer, average: Average, step: int) -> None:
    """Write what is needed to go on."""
    optimizer = trainer.optimizer.state_dict()
    torch.save({"model": _own(trainer), "optimizer": optimizer, "average": average.values, "step": step}, path)


def _own(trainer: Trainer) -> dict[str, Tensor]:
    """The weights that the tagger does not share."""
    shared = tuple(trainer.model.unsaved_modules)
    return {name: value for name, value in trainer.model.state_dict().items() if name.split(".")[0] not in shared}


def _write(path: Path, trainer: Trainer, average: Average) -> None:
    """Write the averaged weights without what is shared or only needed for training."""
    vocabulary = trainer.vocab.state_dict()
    del vocabulary["word"]
    del vocabulary["_key2class"]["word"]
    weights = {name: average.values.get(name, value) for name, value in _own(trainer).items()}
    save_weights(path, weights, vocabulary, trainer.args)
