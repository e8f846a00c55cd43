from dataclasses import replace

import pytest
from graphs import A1, A2, ARSIP, EVENTS, GRAPH, KELAUTAN, PESISIR, RATNA, SAGARA, event, said

from graphbuild.errors import OutputError
from graphbuild.export.plain import classes, label, main_evidence, open_world, participants, property_of, told
from graphbuild.model.text import Modality, Span
from graphbuild.model.world import Event
from graphbuild.ontology.load import load_ontology

WORLD = open_world(GRAPH, load_ontology())
BY_ID = {found.id: found for found in EVENTS}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tenure-1", "Ratna Wibowo menjabat Direktur Jenderal Pesisir"),
        ("legal-1", "Vonis: Jaya Sentosa (suap izin; 15 tahun penjara)"),  # a legal step is named by its stage
        ("agreement-1", "Perjanjian: Komisi Arsip, Ditjen Pesisir (arsip pesisir)"),
        ("appointment-2", "Direncanakan: Dewi Arum diangkat sebagai Direktur Jenderal Pesisir"),
        ("resignation-2", "Dibantah: Ratna Wibowo mundur dari Direktur Jenderal Pesisir"),
    ],
)
def test_events_are_told_in_a_few_words(name: str, words: str) -> None:
    assert label(BY_ID[f"event/{name}"], WORLD) == words


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (event("9", "death", [("person", RATNA)], (A1,)), "Kematian: Ratna Wibowo"),
        (event("9", "birth", [("person", RATNA), ("place", SAGARA)], (A1,)), 'Ratna Wibowo lahir di Kota "Sagara"'),
        (event("9", "birth", [], (A1,)), "Kelahiran"),
        (
            replace(BY_ID["event/resignation-1"], modality=Modality.ALLEGED),
            "Dikabarkan: Ratna Wibowo mundur dari Direktur Jenderal Pesisir",
        ),
        (
            event("9", "agreement", [("parties", p) for p in (ARSIP, PESISIR, KELAUTAN, RATNA)], (A1,)),
            "Perjanjian: Komisi Arsip, Kementerian Kelautan, Ditjen Pesisir dan 1 lainnya",
        ),
    ],
)
def test_events_with_little_or_much_to_tell(made: Event, words: str) -> None:
    assert label(made, WORLD) == words


def test_classes_go_from_the_leaf_up() -> None:
    assert classes(BY_ID["event/legal-1"], WORLD) == ["gb:Conviction", "gb:LegalStep", "gb:Event"]
    assert classes(BY_ID["event/resignation-1"], WORLD) == ["gb:Resignation", "gb:Departure", "gb:Event"]
    assert classes(BY_ID["event/tenure-1"], WORLD) == ["gb:Tenure", "gb:Spell", "gb:Event"]
    assert classes(BY_ID["event/education-1"], WORLD) == ["gb:Study", "gb:Spell", "gb:Event"]


def test_an_organization_that_is_told_is_not_taken_from_the_office() -> None:
    own = replace(BY_ID["event/resignation-1"], roles=(("office", "office/dirjen-pesisir-1"), ("organization", ARSIP)))
    assert [value for predicate, value in participants(own, WORLD) if predicate == "gb:organization"] == [
        "organization:arsip-1"
    ]


def test_words_where_an_entity_belongs_are_kept_as_words() -> None:
    made = event("9", "dismissal", [("person", RATNA)], (A1,), texts=(("by", "atasannya"), ("reason", "usia")))
    assert ("gb:asWritten", '"by: atasannya"') in told(made, WORLD)
    assert ("gb:cause", '"usia"') in told(made, WORLD)
    assert all(predicate != "gb:by" for predicate, _ in told(made, WORLD))


def test_the_main_sentence_is_the_one_that_was_read_and_names_most() -> None:
    shorter = said("a2", "Ratna Wibowo mundur dari jabatan Dirjen Pesisir Kelautan", "mundur")
    made = BY_ID["event/resignation-1"]
    assert main_evidence(replace(made, evidence=(A2, shorter)), WORLD) == shorter
    again = replace(shorter, trigger=Span(0, 0))  # a sentence that only tells it again has no trigger
    assert main_evidence(replace(made, evidence=(A2, again)), WORLD) == A2


def test_properties_of_claims() -> None:
    assert property_of("parties", WORLD) == "gb:party"
    assert property_of("date", WORLD) == "gb:when"
    assert property_of("parent", WORLD, PESISIR) == "org:subOrganizationOf"
    assert property_of("parent", WORLD, SAGARA) == "gb:within"
    with pytest.raises(OutputError, match="'color' is no role"):
        property_of("color", WORLD)
