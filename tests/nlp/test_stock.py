import pytest

from graphbuild.model.text import Document, Source
from graphbuild.nlp.parser import Parser

pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore")]

TEXT = "Gubernur Bali Ani Wijaya melantik Budi. Ia pulang ke Denpasar."


def test_stock_stanza_says_the_same():
    parser = Parser()
    said = parser.stock()(TEXT)
    (mine,) = parser.parse([Document("a", Source("a"), "", TEXT)], wanted=lambda _: True)
    assert [[token.ner for token in one.tokens] for one in said.sentences] == [
        [token.label for token in one.tokens] for one in mine
    ]
    assert [[word.upos for word in one.words] for one in said.sentences] == [
        [token.upos for token in one.tokens] for one in mine
    ]
