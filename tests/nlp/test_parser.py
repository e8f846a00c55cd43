import pytest
from factory import article

from graphbuild.errors import SetupError
from graphbuild.nlp.parser import Parser
from graphbuild.train.measure import names_of

pytestmark = pytest.mark.model

TEXT = (
    "JAKARTA - Gubernur Jawa Barat Siti Rahma melantik Budi Santoso sebagai Kepala Dinas Perhubungan, Rabu (12/6/2024).\n"
    '"Ia mengundurkan diri dari jabatannya di Kementerian Keuangan," kata Siti di Bandung.'
)


@pytest.fixture(scope="module")
def parser():
    return Parser()


def names(text, sentences):
    return [(text[name.span.start : name.span.end], name.kind) for one in sentences for name in names_of(one)]


def test_people_posts_organizations_and_places_are_named(parser):
    found = names(TEXT, parser.parse([article(TEXT)])[0])
    assert {
        ("Gubernur", "OFFICE"),
        ("Jawa Barat", "LOC"),
        ("Siti Rahma", "PER"),
        ("Budi Santoso", "PER"),
        ("Kementerian Keuangan", "ORG"),
        ("Bandung", "LOC"),
    } <= set(found)


def test_furniture_has_no_sentence(parser):
    start = TEXT.index("\n") + 1
    (sentences,) = parser.parse([article(TEXT, ((start, len(TEXT)),))])
    assert all(one.span.end <= start for one in sentences)


def test_an_article_says_the_same_in_any_company(parser):
    others = [article("Bupati Ani pulang. " * number) for number in range(1, 20)]
    alone = parser.parse([article(TEXT)])[0]
    assert parser.parse([*others, article(TEXT)])[-1] == alone


def test_only_wanted_sentences_are_parsed(parser):
    (sentences,) = parser.parse([article(TEXT)], wanted=lambda one: "melantik" in {token.text for token in one.tokens})
    first, second = sentences
    assert first.parsed
    assert not second.parsed
    verb = next(token for token in first.tokens if token.text == "melantik")
    assert (verb.upos, verb.relation, verb.head) == ("VERB", "root", -1)
    assert [token.head for token in first.tokens].count(-1) == 1


def test_nothing_gives_nothing(parser):
    assert parser.parse([]) == ()
    assert parser.parse([article("")]) == ((),)


def test_a_folder_without_models_is_named(tmp_path):
    with pytest.raises(SetupError, match=r"ner\.pt"):
        Parser(tmp_path)
