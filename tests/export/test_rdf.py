import random
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from graphs import DIRJEN, FACTS, GRAPH, KELAUTAN, RATNA
from rdflib.compare import isomorphic

from graphbuild.errors import OutputError
from graphbuild.export.rdf import write_turtle
from graphbuild.ontology.load import load_ontology

ONTOLOGY = load_ontology()
PREFIXES = "PREFIX gb: <https://w3id.org/graphbuild/ns#> PREFIX event: <https://w3id.org/graphbuild/id/event/> "


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    write_turtle(GRAPH, ONTOLOGY, folder, FACTS)
    return folder


@pytest.fixture(scope="module")
def everything(folder: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in folder.glob("*.ttl"):
        graph.parse(file)
    return graph


def ask(graph: rdflib.Graph, pattern: str) -> bool:
    return bool(graph.query(f"{PREFIXES} ASK {{ {pattern} }}").askAnswer)


@pytest.mark.parametrize("name", ["graph.ttl", "claims.ttl", "mentions.ttl"])
def test_both_libraries_read_the_same_triples(folder: Path, name: str) -> None:
    with_rdflib = rdflib.Graph().parse(folder / name)
    lines = ox.serialize(ox.parse(path=str(folder / name)), format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    assert isomorphic(with_rdflib, rdflib.Graph().parse(data=lines, format="nt"))
    assert len(with_rdflib) > 50


def test_equal_graphs_give_equal_bytes(folder: Path, tmp_path: Path) -> None:
    shuffled = [
        replace(event, evidence=tuple(random.Random(3).sample(event.evidence, len(event.evidence))))
        for event in GRAPH.events
    ]
    write_turtle(replace(GRAPH, events=tuple(shuffled)), ONTOLOGY, tmp_path, FACTS)
    for file in folder.glob("*.ttl"):
        assert (tmp_path / file.name).read_bytes() == file.read_bytes()


def test_an_appointment_has_every_class_role_and_date(everything: rdflib.Graph) -> None:
    assert ask(
        everything,
        'event:appointment-1 a gb:Appointment, gb:Event ; gb:instrument "Keppres Nomor 8/X/2021" ; gb:date "2021-08-10"^^xsd:date',
    )
    assert ask(
        everything,
        f"event:appointment-1 gb:person <https://w3id.org/graphbuild/id/{RATNA}> ; gb:involves <https://w3id.org/graphbuild/id/{DIRJEN}>",
    )


def test_a_spell_carries_the_organization_of_its_office(everything: rdflib.Graph) -> None:
    assert ask(everything, f"event:tenure-1 gb:organization <https://w3id.org/graphbuild/id/{KELAUTAN}>")


def test_a_legal_step_is_named_by_its_stage(everything: rdflib.Graph) -> None:
    assert ask(everything, 'event:legal-1 a gb:Conviction, gb:LegalStep ; gb:penalty "15 tahun penjara"')


def test_the_part_of_a_month_is_kept(everything: rdflib.Graph) -> None:
    assert ask(everything, 'event:agreement-1 gb:when "[2023-10-21..2023-10-31]"^^<http://id.loc.gov/datatypes/edtf>')


@pytest.mark.parametrize(
    ("name", "modality", "status"), [("appointment-2", "planned", "open"), ("resignation-2", "denied", "denied")]
)
def test_what_is_no_fact_has_no_triple_that_reads_like_one(
    everything: rdflib.Graph, name: str, modality: str, status: str
) -> None:
    assert ask(
        everything,
        f'event:{name} a gb:UnconfirmedEvent ; gb:modality "{modality}" ; gb:concerns ?who ; gb:mainSentence ?s',
    )
    assert not ask(everything, f"event:{name} a gb:Event")
    assert not ask(everything, f"event:{name} gb:involves|gb:person|gb:office|gb:organization|gb:date|gb:when ?x")
    assert ask(
        everything, f"?c rdf:subject event:{name} ; rdf:predicate gb:person ; gb:status gb:{status} ; gb:saidIn ?s"
    )


def test_every_accepted_claim_is_a_triple_and_no_other_is(everything: rdflib.Graph) -> None:
    assert ask(everything, "?c gb:status gb:accepted")
    assert not ask(
        everything,
        "?c gb:status gb:accepted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o FILTER NOT EXISTS { ?s ?p ?o }",
    )
    assert not ask(
        everything,
        "?c gb:status ?st ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o FILTER (?st != gb:accepted)",
    )


def test_a_weighed_claim_takes_the_place_of_the_plain_one(everything: rdflib.Graph) -> None:
    claims = list(
        everything.query(
            PREFIXES + "SELECT ?c ?st { ?c rdf:subject event:resignation-1 ; rdf:predicate gb:when ; gb:status ?st }"
        )
    )
    assert sorted(str(row[1]).rpartition("#")[2] for row in claims) == ["accepted", "coarser", "rejected"]
    assert ask(everything, "?a gb:conflictsWith ?b . ?b gb:conflictsWith ?a . ?a gb:refines ?c")


def test_sentences_have_their_words_and_offsets(everything: rdflib.Graph) -> None:
    rows = list(
        everything.query(
            PREFIXES
            + "SELECT ?b ?e ?t { ?s a gb:Sentence ; gb:begin ?b ; gb:stop ?e ; gb:text ?t ; gb:article/a gb:Article }"
        )
    )
    assert rows
    assert all(len(str(words)) == int(end) - int(begin) for begin, end, words in rows)


def test_mentions_point_at_their_entity_and_sentence(everything: rdflib.Graph) -> None:
    assert ask(
        everything,
        f'?m a gb:Mention ; gb:text "Ia" ; gb:form "pronoun" ; gb:refersTo <https://w3id.org/graphbuild/id/{RATNA}> ; gb:inSentence/gb:text ?t',
    )
    assert not ask(everything, '?m a gb:Mention ; gb:text "Ratna"')  # a chain that went into no entity
    assert ask(everything, '?t a gb:Trigger ; gb:tells event:appointment-1 ; gb:text "dilantik" ; gb:rule "verb"')


def test_a_type_that_the_ontology_lacks_is_an_error(tmp_path: Path) -> None:
    odd = replace(GRAPH, events=(replace(GRAPH.events[0], type="coronation"),))
    with pytest.raises(OutputError, match=r"coronation.*appointment"):
        write_turtle(odd, ONTOLOGY, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_role_that_the_ontology_lacks_is_an_error(tmp_path: Path) -> None:
    odd = replace(GRAPH, events=(replace(GRAPH.events[0], roles=(("butler", RATNA),)),))
    with pytest.raises(OutputError, match="butler"):
        write_turtle(odd, ONTOLOGY, tmp_path)
