import pytest

from graphbuild.model.text import Sentence, Span, Token
from graphbuild.train.annotated import Name
from graphbuild.train.measure import Score, names_of


def test_names_are_read_from_tags():
    labels = [("Wali", "B-OFFICE"), ("Kota", "E-OFFICE"), ("Depok", "S-LOC"), ("Ani", "S-PER"), ("pulang", "O")]
    tokens, position = [], 0
    for word, label in labels:
        tokens.append(Token(Span(position, position + len(word)), word, label=label))
        position += len(word) + 1
    sentence = Sentence(Span(0, position - 1), tuple(tokens))
    assert names_of(sentence) == [Name(Span(0, 9), "OFFICE"), Name(Span(10, 15), "LOC"), Name(Span(16, 19), "PER")]


def test_a_score_of_nothing_is_nought():
    assert Score(0, 0, 0).f1 == 0.0
    assert Score(1, 2, 2).f1 == pytest.approx(0.5)
