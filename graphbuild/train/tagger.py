"""The tagger of parts of speech: Stanza's tagger over the shared vectors and character models."""

import logging
from collections.abc import Sequence
from pathlib import Path

import torch
from stanza.models.pos.model import Tagger
from stanza.models.pos.tag_columns import UPOS_COLUMN
from stanza.models.pos.vocab import MultiVocab, WordVocab
from torch import Tensor

from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.syntax import known_words, longest_first, lowered
from graphbuild.nlp.vectors import read_vectors
from graphbuild.train.fit import Course, by_length, fit, remember_characters, write_model
from graphbuild.train.treebanks import Tree, training_trees

LOG = logging.getLogger(__name__)

COURSE = Course(steps=2200, peak=4e-3, current_only=1.0)


def arguments(output: Path) -> dict[str, object]:
    """What Stanza's tagger is built with."""
    return {
        "shorthand": "id_news", "word_emb_dim": 0, "tag_emb_dim": 1, "char": True, "char_emb_dim": 32, "charlm": True,
        "charlm_forward_file": str(output / "charlm_forward.pt"), "charlm_transform_dim": 0,
        "charlm_backward_file": str(output / "charlm_backward.pt"), "bert_model": None, "pretrain": True,
        "transformed_dim": 100, "hidden_dim": 120, "num_layers": 1, "dropout": 0.4, "rec_dropout": 0,
        "word_dropout": 0.2, "deep_biaff_hidden_dim": 100, "composite_deep_biaff_hidden_dim": 1, "share_hid": False,
        "tag_columns": [[UPOS_COLUMN.name, UPOS_COLUMN.field, None, UPOS_COLUMN.kind.name, True, []]],
    }  # fmt: skip


def train(data: Path, output: Path, *, seed: int = 1, course: Course = COURSE) -> None:
    """Train the tagger and write ``tagger.pt``."""
    torch.manual_seed(seed)
    vectors = read_vectors(output / "vectors.pt")
    current, older = training_trees(data, read_rules())
    words = [[(word.upos,) for word in tree] for tree in (*current, *older)]
    vocabulary = MultiVocab({"upos": WordVocab(words, "id_news")})
    model = Tagger(arguments(output), vocabulary, emb_matrix=vectors.emb)
    remember_characters(model)

    def loss_of(trees: Sequence[Tree]) -> Tensor:
        chosen = [trees[index] for index in longest_first(trees)]
        texts = [[word.text for word in tree] for tree in chosen]
        known = known_words(lowered(texts), vectors.vocab, root=False)
        tags = known_words([[word.upos for word in tree] for tree in chosen], vocabulary["upos"], root=False)
        loss: Tensor = model(known, None, None, None, [tags], known, None, [len(tree) for tree in chosen], None, texts)[
            0
        ]
        return loss

    trees = (by_length(current, seed), by_length(older, seed))
    average = fit(model, loss_of, trees, course, output / "tagger.checkpoint.pt")
    write_model(output / "tagger.pt", model, average, vocabulary.state_dict(), arguments(output))
