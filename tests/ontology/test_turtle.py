"""The derived files are fresh, and say what the YAML says without traps for a reasoner."""

from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, Namespace

from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.turtle import ONTOLOGY, SHAPES, ontology_turtle, write_ontology
from graphbuild.ontology.vocabulary import load_vocabulary

GB = Namespace("https://w3id.org/graphbuild/ns#")
FOLDER = ontology_folder()


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / ONTOLOGY)


@pytest.mark.parametrize("name", [ONTOLOGY, SHAPES])
def test_the_committed_file_is_what_the_yaml_gives(tmp_path: Path, name: str) -> None:
    for part in ("core.yaml", "vocabulary.yaml", "checks.yaml", "events", "lexicon"):
        (tmp_path / part).symlink_to(FOLDER / part)
    write_ontology(tmp_path)
    stale = f"ontology/{name} is stale: run `graphbuild ontology build` and commit it"
    assert (tmp_path / name).read_text(encoding="utf-8") == (FOLDER / name).read_text(encoding="utf-8"), stale


def test_no_property_has_two_domains_or_ranges(graph: rdflib.Graph) -> None:
    for predicate in (RDFS.domain, RDFS.range):
        for subject in set(graph.subjects(predicate)):
            assert len(list(graph.objects(subject, predicate))) == 1, subject


def test_what_stands_on_entities_too_makes_no_event_of_them(graph: rdflib.Graph) -> None:
    assert (GB.organization, RDFS.domain, None) not in graph
    assert (GB.organization, RDFS.subPropertyOf, GB.involves) not in graph
    assert (GB.person, RDFS.subPropertyOf, GB.involves) in graph
    assert (GB.person, RDFS.domain, GB.Event) in graph


def test_every_term_is_labeled_in_both_languages_and_explained(graph: rdflib.Graph) -> None:
    terms = [term for term in set(graph.subjects(RDF.type)) if str(term).startswith(GB)]
    assert len(terms) > 90
    for term in terms:
        assert {label.language for label in graph.objects(term, RDFS.label)} == {"id", "en"}, term
        assert graph.value(term, RDFS.comment), term


def test_every_class_and_property_that_is_named_is_declared(graph: rdflib.Graph) -> None:
    declared = set(graph.subjects(RDF.type))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf):
        for value in graph.objects(None, predicate):
            assert value in declared or not str(value).startswith(GB), value


def test_event_types_stand_below_event_and_spells_below_spell(graph: rdflib.Graph) -> None:
    for event_type in load_ontology().types:
        above = set(graph.transitive_objects(GB[event_type.term], RDFS.subClassOf))
        assert GB.Event in above
        assert (GB.Spell in above) == (event_type.spell or event_type.broader == "Spell")
        for _, term in event_type.label_terms:
            assert GB[event_type.term] in set(graph.transitive_objects(GB[term], RDFS.subClassOf)), term


def test_the_ontology_is_tied_to_the_vocabularies_of_others(graph: rdflib.Graph) -> None:
    tied = {
        str(o)
        for p in (SKOS.exactMatch, SKOS.closeMatch, RDFS.subClassOf, RDFS.subPropertyOf)
        for o in graph.objects(None, p)
    }
    for namespace in (
        "http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/prov#",
        "https://schema.org/",
        "http://www.wikidata.org/entity/",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "http://purl.org/vocab/bio/0.1/",
        "http://www.cidoc-crm.org/",
    ):
        assert any(target.startswith(namespace) for target in tied), namespace
    assert (GB.Office, RDFS.subClassOf, rdflib.URIRef("http://www.w3.org/ns/org#Post")) in graph


def test_turtle_is_the_same_every_time() -> None:
    assert ontology_turtle(load_ontology(), load_vocabulary()) == ontology_turtle(load_ontology(), load_vocabulary())
