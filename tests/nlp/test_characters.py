import pytest
import torch

from graphbuild.nlp.characters import CharacterReader
from graphbuild.nlp.parser import MODELS

pytestmark = pytest.mark.model

SENTENCES = [["Bupati", "Ani", "mundur", "."], ["Ya", "!"]]


def test_words_are_read_as_stanza_reads_them():
    reader = CharacterReader(MODELS / "charlm_forward.pt", MODELS / "charlm_backward.pt")
    with torch.inference_mode():
        both = zip(*(model.build_char_representation(SENTENCES) for model in reader.models), strict=True)
        for rows, (ahead, back) in zip(reader.read(SENTENCES), both, strict=True):
            assert torch.allclose(rows, torch.cat([ahead, back], dim=1), atol=1e-5)
