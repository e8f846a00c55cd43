from graphbuild.train.tokenizer import _digits, _score
from graphbuild.train.treebanks import Word

TREE = tuple(Word(text, "X", 0, "root") for text in ("Ia", "pulang", ",", "kata", "nya", "."))


def test_every_end_of_a_word_and_of_the_sentence_is_marked():
    text = "Ia pulang, katanya."
    assert "".join(_digits(text, TREE)) == "0100000011000010012"


def test_words_and_sentences_are_counted_at_their_places():
    words, sentences = _score([["Ia", "pulang", "."], ["Ya"]], [["Ia", "pulang."], ["Ya"]])
    assert (words.right, words.found, words.wanted) == (2, 4, 3)
    assert (sentences.right, sentences.found, sentences.wanted) == (2, 2, 2)
