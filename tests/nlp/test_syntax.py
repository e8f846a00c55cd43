import pytest

from graphbuild.nlp.parser import MODELS
from graphbuild.nlp.syntax import PartTagger, TreeParser, longest_first
from graphbuild.nlp.vectors import read_vectors

SENTENCES = [["Ia", "pulang", "."], ["Gubernur", "melantik", "Budi", "sebagai", "Kepala", "Dinas", "."]]


def test_the_longest_comes_first_and_equals_keep_their_order():
    assert longest_first([["a"], ["b", "c"], ["d"]]) == [1, 0, 2]


@pytest.mark.model
def test_every_word_has_a_part_of_speech_and_a_head():
    vectors = read_vectors(MODELS / "vectors.pt")
    parts = PartTagger(MODELS, vectors).tag(SENTENCES)
    trees = TreeParser(MODELS, vectors).parse(SENTENCES, parts)
    assert parts[0][-1] == "PUNCT"
    assert parts[1][1] == "VERB"
    for words, tree in zip(SENTENCES, trees, strict=True):
        heads = [head for head, _ in tree]
        assert heads.count(-1) == 1
        assert all(-1 <= head < len(words) and head != index for index, head in enumerate(heads))
        assert [relation for head, relation in tree if head == -1] == ["root"]
