import pytest

from graphbuild.model.text import Kind, Span
from graphbuild.ontology.iri import BASE, article_id, entity_id, event_id, instance, passage_id, slug, statement_id


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Siti Rahma", "siti-rahma"),
        ("  H.M. Jusuf  Kala, S.E. ", "h-m-jusuf-kala-s-e"),
        ("Ünal Çelik", "unal-celik"),
        ("習近平", ""),
        ("x" * 99, "x" * 60),
    ],
)
def test_slugs_can_be_read_and_typed(name: str, words: str) -> None:
    assert slug(name) == words


def test_ids_depend_on_kind_name_and_key() -> None:
    ids = {entity_id(kind, "Tegal", key) for kind in Kind for key in ("a/1", "a/2")}
    assert len(ids) == 8
    assert all(identifier.split("/")[1].startswith("tegal-") for identifier in ids)
    assert entity_id(Kind.PERSON, "習近平", "k").startswith("person/")
    assert event_id("resignation", "k") == event_id("resignation", "k") != event_id("resignation", "l")
    assert statement_id("k").startswith("claim/")


def test_a_passage_is_a_stretch_of_its_article() -> None:
    assert passage_id("x1", Span(3, 9)) == article_id("x1") + "#char=3,9"
    assert instance("a/x1") == BASE + "a/x1"
    assert article_id("laporan 1#2") == "a/laporan%201%232"
