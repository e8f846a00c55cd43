"""The dependency parser: Stanza's graph parser over the shared vectors, character models and parts of speech."""

import logging
from collections.abc import Sequence
from pathlib import Path

import torch
from stanza.models.common.vocab import UNK_ID
from stanza.models.depparse.model import GraphParser
from stanza.models.pos.vocab import MultiVocab, WordVocab
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.syntax import known_words, longest_first, lowered
from graphbuild.nlp.vectors import read_vectors
from graphbuild.train.fit import Course, by_length, fit, remember_characters, write_model
from graphbuild.train.treebanks import Tree, training_trees

LOG = logging.getLogger(__name__)

COURSE = Course(steps=2200, peak=2.5e-3, current_only=1.0)
# Tags hidden while training, so that the parser does not trust the tagger more than it deserves.
_HIDDEN_TAGS = 0.3


def arguments(output: Path) -> dict[str, object]:
    """What Stanza's parser is built with."""
    return {
        "shorthand": "id_news", "word_emb_dim": 0, "tag_emb_dim": 40, "use_upos": True, "use_xpos": True,
        "use_ufeats": False, "char": True, "char_emb_dim": 32, "charlm": True,
        "charlm_forward_file": str(output / "charlm_forward.pt"),
        "charlm_backward_file": str(output / "charlm_backward.pt"), "bert_model": None, "pretrain": True,
        "transformed_dim": 100, "hidden_dim": 180, "num_layers": 2, "dropout": 0.4, "rec_dropout": 0,
        "word_dropout": 0.2, "deep_biaff_hidden_dim": 150, "deep_biaff_output_dim": 100, "linearization": False,
        "distance": False,
    }  # fmt: skip


def train(data: Path, output: Path, *, seed: int = 1, course: Course = COURSE) -> None:
    """Train the parser and write ``parser.pt``."""
    torch.manual_seed(seed)
    vectors = read_vectors(output / "vectors.pt")
    current, older = training_trees(data, read_rules())
    words = [[(word.upos, word.relation, word.treebank) for word in tree] for tree in (*current, *older)]
    kept = ("upos", "deprel", "xpos")
    vocabulary = MultiVocab({name: WordVocab(words, "id_news", idx=index) for index, name in enumerate(kept)})
    model = GraphParser(arguments(output), vocabulary, emb_matrix=vectors.emb)
    remember_characters(model)

    def loss_of(trees: Sequence[Tree]) -> Tensor:
        chosen = [trees[index] for index in longest_first(trees)]
        texts = [[word.text for word in tree] for tree in chosen]
        known = known_words(lowered(texts), vectors.vocab, root=True)
        upos = known_words([[word.upos for word in tree] for tree in chosen], vocabulary["upos"], root=True)
        hidden = (torch.rand(upos.shape) < _HIDDEN_TAGS) & (upos > UNK_ID)
        upos = upos.masked_fill(hidden, UNK_ID)
        ways = known_words([[word.treebank for word in tree] for tree in chosen], vocabulary["xpos"], root=True)
        heads = pad_sequence([torch.tensor([word.head for word in tree]) for tree in chosen], batch_first=True)
        names = [vocabulary["deprel"].map([word.relation for word in tree]) for tree in chosen]
        relations = pad_sequence([torch.tensor(row) for row in names], batch_first=True)
        lengths = [len(tree) + 1 for tree in chosen]
        count = torch.empty(sum(lengths))
        loss: Tensor = model.loss(
            known, known == 0, count, None, upos, ways, None, known, None, heads, relations, None, lengths, None, texts
        )[0]
        return loss

    trees = (by_length(current, seed), by_length(older, seed))
    average = fit(model, loss_of, trees, course, output / "parser.checkpoint.pt")
    write_model(output / "parser.pt", model, average, vocabulary.state_dict(), arguments(output))
