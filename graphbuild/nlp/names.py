"""Words to names: a BIOES tag for every word, by a recurrent tagger over word vectors and character models."""

from collections.abc import Sequence
from pathlib import Path

import torch
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.vocab import UNK_ID, VOCAB_PREFIX_SIZE
from stanza.models.ner.model import NERTagger
from stanza.models.ner.trainer import fix_singleton_tags
from stanza.models.ner.vocab import MultiVocab
from torch import Tensor
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

from graphbuild.nlp.characters import CharacterReader
from graphbuild.nlp.decode import best_sequences

_IMPOSSIBLE = -1e4


CAUTION = {"PER": 1.2, "OFFICE": 0.2, "ORG": 1.0, "LOC": 0.8}
"""By how much a name must outscore no name, by kind, in the project's own layer. The tagger has seen the names of its
training articles too often and finds too many in others; on 159 tuning articles these raised entity F1 from 0.858 to
0.864 (precision 0.833 to 0.857), ORG from 0.789 to 0.805. Twice as much lowers it again."""


class NameTagger:
    """The bundled name tagger. ``layer`` chooses the guidelines to follow; 0 is the project's own."""

    def __init__(self, folder: Path, vectors: Pretrain, characters: CharacterReader | None, layer: int = 0) -> None:
        """Load the weights from ``ner.pt``; the vectors are the shared ones."""
        state = torch.load(folder / "ner.pt", map_location="cpu", weights_only=True)
        arguments = state["config"]
        if arguments["charlm"]:
            arguments["charlm_forward_file"] = str(folder / "charlm_forward.pt")
            arguments["charlm_backward_file"] = str(folder / "charlm_backward.pt")
        self.vocabulary = MultiVocab.load_state_dict(state["vocab"])
        self.vocabulary["word"] = vectors.vocab
        self.model = NERTagger(arguments, self.vocabulary, emb_matrix=vectors.emb)
        self.model.load_state_dict(state["model"], strict=False)
        self.model.eval()
        self.characters = characters
        self.layer = layer
        self.tags: list[str] = self.vocabulary["tag"].items(layer)
        self.caution = torch.tensor([CAUTION.get(tag.partition("-")[2], 0.0) for tag in self.tags]) * (layer == 0)
        self.transitions = self.model.crits[layer]._transitions.detach()  # noqa: SLF001 - Stanza has no reader for it

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The tags of each sentence's words; sentences of one call should be of like length."""
        with torch.inference_mode():
            scores, lengths = self._scores(sentences)
            scores[:, :, :VOCAB_PREFIX_SIZE] = _IMPOSSIBLE
            paths = best_sequences(scores - self.caution, self.transitions, lengths)
        return [fix_singleton_tags([self.tags[tag] for tag in path]) for path in paths]

    def _scores(self, sentences: Sequence[Sequence[str]]) -> tuple[Tensor, list[int]]:
        """The score of every tag for every word."""
        lengths = [len(words) for words in sentences]
        inputs = pad_sequence([torch.cat(pair, dim=1) for pair in self._features(sentences)], batch_first=True)
        if self.model.input_transform is not None:
            inputs = self.model.input_transform(inputs)
        packed = pack_padded_sequence(inputs, torch.tensor(lengths), batch_first=True, enforce_sorted=False)
        shape = (2 * self.model.args["num_layers"], len(lengths), self.model.args["hidden_dim"])
        start = (self.model.taggerlstm_h_init.expand(shape), self.model.taggerlstm_c_init.expand(shape))
        output, _ = self.model.taggerlstm.lstm(packed, (start[0].contiguous(), start[1].contiguous()))
        states, _ = pad_packed_sequence(output, batch_first=True)
        scores: Tensor = self.model.tag_clfs[self.layer](states)
        return scores, lengths

    def _features(self, sentences: Sequence[Sequence[str]]) -> list[tuple[Tensor, Tensor]]:
        """For each sentence the vectors of its words and what the character models make of them."""
        vectors = [self._vectors([word.lower() for word in words]) for words in sentences]
        if self.characters is not None and self.model.args["charlm"]:
            return list(zip(vectors, self.characters.read(sentences), strict=True))
        return list(zip(vectors, self._spellings(sentences), strict=True))

    def _vectors(self, words: Sequence[str]) -> Tensor:
        """The shared vector of each word, moved by what training added for frequent words."""
        known = torch.tensor(self.vocabulary["word"].map(words))
        rows: Tensor = self.model.word_emb(known)
        if self.model.delta_emb is None:
            return rows
        moved = torch.tensor(self.vocabulary["delta"].map(words))
        moved[(moved == UNK_ID) & (known != UNK_ID)] = 0
        shifted: Tensor = rows + self.model.delta_emb(moved)
        return shifted

    def _spellings(self, sentences: Sequence[Sequence[str]]) -> list[Tensor]:
        """The states of the model's own character reader, for a model trained without language models."""
        reader = self.model.charmodel
        spelled = [torch.tensor(self.vocabulary["char"].map(list(word))) for words in sentences for word in words]
        lengths = torch.tensor([len(word) for word in spelled])
        embedded = reader.char_emb(pad_sequence(spelled, batch_first=True))
        packed = pack_padded_sequence(embedded, lengths, batch_first=True, enforce_sorted=False)
        shape = (2, len(spelled), reader.args["char_hidden_dim"])
        start = (reader.charlstm_h_init.expand(shape).contiguous(), reader.charlstm_c_init.expand(shape).contiguous())
        _, (last, _) = reader.charlstm.lstm(packed, start)
        return list(last.transpose(0, 1).reshape(len(spelled), -1).split([len(words) for words in sentences]))
