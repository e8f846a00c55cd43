"""The bundled models in Stanza's own pipeline, as its documentation shows it: the yardstick of the speed benchmark."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import stanza
import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import CharVocab
from stanza.models.ner.vocab import MultiVocab as NameVocab
from stanza.models.pos.vocab import FeatureVocab, MultiVocab, WordVocab

from graphbuild.model.text import Document, Source
from graphbuild.nlp.rules import Rules
from graphbuild.nlp.sentences import split_sentences
from graphbuild.nlp.vectors import read_vectors

# Stanza makes an optimizer even for a model that only reads.
_OPTIMIZER = {
    "optim": "adam",
    "lr": 1e-3,
    "beta2": 0.95,
    "use_peft": False,
    "bert_finetune": False,
    "max_grad_norm": 1.0,
}


class StockPipeline:
    """Reads one article after another, every sentence of it, with the same models in Stanza's own files and loops.

    Stanza is given the words and sentences of the project's splitter, for there is no neural one.
    """

    def __init__(self, folder: Path, rules: Rules) -> None:
        """Write the models as Stanza wants them into a temporary folder and load its pipeline from there."""
        self.rules = rules
        with TemporaryDirectory() as place:
            self.pipeline = _load(folder, Path(place))

    def read(self, text: str) -> object:
        """What Stanza says of one text."""
        document = Document(id="", source=Source(path=""), title="", text=text)
        return self.pipeline(
            [[token.text for token in sentence.tokens] for sentence in split_sentences(document, self.rules)]
        )


def stock_pipeline(folder: Path, rules: Rules) -> Callable[[str], object]:
    """A function that reads one text with stock Stanza."""
    return StockPipeline(folder, rules).read


def _load(folder: Path, place: Path) -> stanza.Pipeline:
    """Stanza's pipeline from its own kind of files, which are written into a place and not needed after."""
    vectors = read_vectors(folder / "vectors.pt")
    vectors.save(str(place / "vectors.pt"))
    _write_names(folder, place, vectors)
    _write_tagger(folder, place)
    _write_parser(folder, place)
    (place / "resources.json").write_text(json.dumps({"id": {"lang_name": "Indonesian"}}), encoding="utf-8")
    readers = {
        "forward_charlm_path": str(folder / "charlm_forward.pt"),
        "backward_charlm_path": str(folder / "charlm_backward.pt"),
        "pretrain_path": str(place / "vectors.pt"),
    }
    options = {f"{name}_{key}": value for name in ("pos", "depparse", "ner") for key, value in readers.items()}
    return stanza.Pipeline(
        "id",
        dir=str(place),
        package=None,
        processors="tokenize,pos,depparse,ner",
        download_method=None,
        tokenize_pretokenized=True,
        depparse_pretagged=True,
        pos_model_path=str(place / "tagger.pt"),
        depparse_model_path=str(place / "parser.pt"),
        ner_model_path=str(place / "ner.pt"),
        use_gpu=False,
        logging_level="ERROR",
        **options,
    )


def _write_names(folder: Path, place: Path, vectors: Pretrain) -> None:
    """The name tagger with the vocabulary that the bundled file leaves to the shared vectors."""
    state = torch.load(folder / "ner.pt", map_location="cpu", weights_only=True)
    vocabulary = NameVocab.load_state_dict(state["vocab"])
    vocabulary["word"] = vectors.vocab
    state["vocab"] = vocabulary.state_dict()
    state["config"] |= {**_OPTIMIZER, "batch_size": 32}
    torch.save(state, place / "ner.pt")


def _write_tagger(folder: Path, place: Path) -> None:
    """The tagger with vocabularies for columns that Stanza reads and this model does not use."""
    state = torch.load(folder / "tagger.pt", map_location="cpu", weights_only=True)
    state["vocab"] = _with_unused(MultiVocab.load_state_dict(state["vocab"]))
    state["config"] |= {**_OPTIMIZER, "batch_size": 250}
    torch.save(state, place / "tagger.pt")


def _write_parser(folder: Path, place: Path) -> None:
    """The parser, likewise."""
    state = torch.load(folder / "parser.pt", map_location="cpu", weights_only=True)
    state["vocab"] = _with_unused(MultiVocab.load_state_dict(state["vocab"]))
    state["config"] |= {**_OPTIMIZER, "batch_size": 5000}
    state["model_type"] = "graph"
    torch.save(state, place / "parser.pt")


def _with_unused(vocabulary: MultiVocab) -> object:
    """A vocabulary with the parts that Stanza's loaders ask for."""
    empty = [[("_", "_", "_", "_", "_", 0, "_")]]
    unused = {"char": CharVocab(empty, "id_news"), "feats": FeatureVocab(empty, "id_news", idx=3)}
    unused |= {name: WordVocab(empty, "id_news", idx=1) for name in ("word", "xpos", "lemma")}
    for name in sorted(unused.keys() - vocabulary.keys()):
        vocabulary[name] = unused[name]
    return vocabulary.state_dict()
