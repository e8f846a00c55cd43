import datetime as dt

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.export.turtle import HEADER, block, day, decimal, edtf, resource, text
from graphbuild.model.text import Span
from graphbuild.ontology.iri import BASE, article_id, instance, passage_id

ANYTHING = st.text(st.characters(), max_size=40)


def with_rdflib(turtle: str) -> list[tuple[str, str]]:
    return [(str(s), str(o)) for s, _, o in rdflib.Graph().parse(data=turtle, format="turtle")]


def with_oxigraph(turtle: str) -> list[tuple[str, str]]:
    return [(t.subject.value, t.object.value) for t in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_any_words_come_back_from_both_libraries(words: str) -> None:
    turtle = HEADER + block("person:a", [], [("rdfs:label", text(words))])
    wanted = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words)
    assert with_oxigraph(turtle) == [(BASE + "person/a", wanted)]
    assert with_rdflib(turtle) == [(BASE + "person/a", wanted)]


@settings(max_examples=200, deadline=None)
@given(ANYTHING, st.integers(0, 99), st.integers(0, 99))
def test_any_document_id_makes_an_iri_that_comes_back(document: str, start: int, length: int) -> None:
    identifier = passage_id(document.encode(errors="replace").decode(), Span(start, start + length))
    turtle = HEADER + block(resource(identifier), ["gb:Sentence"], [])
    assert with_oxigraph(turtle)[0][0] == instance(identifier)
    assert with_rdflib(turtle)[0][0] == instance(identifier)


@pytest.mark.parametrize(
    ("identifier", "spelled"),
    [
        ("person/siti-1a", "person:siti-1a"),
        ("event/tenure-1", "event:tenure-1"),
        ("claim/tenure-1.person.0a", "claim:tenure-1.person.0a"),
        ("claim/ends-with.", "<claim/ends-with.>"),  # a prefixed name cannot end in a dot
        ("person/a/b", "<person/a/b>"),
        ("person/a b>", "<person/a%20b%3E>"),
        ("elsewhere/x", "<elsewhere/x>"),
    ],
)
def test_ids_are_prefixed_names_where_they_can_be(identifier: str, spelled: str) -> None:
    assert resource(identifier) == spelled


def test_an_article_named_like_a_folder_stays_below_the_articles() -> None:
    assert with_rdflib(HEADER + block(resource(article_id("..")), ["gb:Article"], []))[0][0] == BASE + "a/%2E%2E"


def test_a_block_has_types_first_and_says_nothing_twice() -> None:
    pairs = [("gb:b", "2"), ("gb:a", "1"), ("gb:b", "1"), ("gb:b", "2")]
    assert block("person:a", ["gb:Person", "gb:Entity"], pairs) == (
        "person:a a gb:Person , gb:Entity ;\n    gb:a 1 ;\n    gb:b 1 , 2 .\n"
    )


def test_literals() -> None:
    assert day(dt.date(2021, 8, 10)) == '"2021-08-10"^^xsd:date'
    assert edtf("2021-08") == '"2021-08"^^loc:edtf'
    assert [decimal(n) for n in (0, 0.5, 0.1234, 1)] == ["0.0", "0.5", "0.123", "1.0"]
