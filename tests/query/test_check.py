from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from graphs import A1, A2, DEWI, DIRJEN, FACTS, GRAPH, RATNA, date, day, event

from graphbuild.errors import InputError
from graphbuild.export.rdf import write_turtle
from graphbuild.model.world import Bounds, Event, Graph
from graphbuild.ontology.load import load_ontology
from graphbuild.query.check import check_graph

ONTOLOGY = load_ontology()


@pytest.fixture
def checked(tmp_path: Path) -> Callable[..., list[str]]:
    def check(graph: Graph, edit: tuple[str, str, str] | None = None, language: str = "en") -> list[str]:
        write_turtle(graph, ONTOLOGY, tmp_path, FACTS)
        if edit is not None:
            name, old, new = edit
            text = (tmp_path / name).read_text(encoding="utf-8")
            assert old in text
            (tmp_path / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(finding) for finding in check_graph(tmp_path, language)]

    return check


def with_events(*more: Event) -> Graph:
    kept = [kept for kept in GRAPH.events if kept.id not in {new.id for new in more}]
    return replace(GRAPH, events=tuple(sorted([*kept, *more], key=lambda e: e.id)))


def test_what_the_project_writes_conforms(checked: Callable[..., list[str]]) -> None:
    assert checked(GRAPH) == []


def test_two_people_in_one_seat_are_for_a_person_to_look_at(checked: Callable[..., list[str]]) -> None:
    bounds = Bounds(None, day("2022-01-01"), day("2022-06-01"), None)
    two, one = checked(with_events(event("5", "tenure", [("person", DEWI), ("office", DIRJEN)], (A1,), bounds=bounds)))
    assert one.startswith("warning: Dewi Arum menjabat Direktur Jenderal Pesisir (event:tenure-5 + event:tenure-1)")
    assert one.endswith("Two people hold a one-seat office on the same day.")
    assert "event:tenure-1 + event:tenure-5" in two


def test_a_spell_that_ends_before_it_starts(checked: Callable[..., list[str]]) -> None:
    bounds = Bounds(None, day("2024-06-01"), day("2022-01-01"), None)
    found = checked(with_events(event("5", "tenure", [("person", RATNA), ("office", DIRJEN)], (A1,), bounds=bounds)))
    assert any("The end is before the start." in line for line in found)
    assert any("is later than its limit" in line for line in found)  # the same, by the core shapes


def test_a_stated_end_before_the_stated_start(checked: Callable[..., list[str]]) -> None:
    found = checked(
        with_events(event("5", "employment", [("person", RATNA)], (A1,), start=date("2009"), end=date("2000"))),
        language="id",
    )
    assert [line.rpartition(": ")[2] for line in found] == ["Akhir yang disebut lebih awal dari mulai yang disebut."]


def test_dismissed_before_appointed(checked: Callable[..., list[str]]) -> None:
    roles = [("person", DEWI), ("office", DIRJEN)]
    left = event(
        "1",
        "dismissal",
        roles,
        (A2,),
        date=date("2019"),
        bounds=Bounds(day("2019-01-01"), None, None, day("2019-12-31")),
    )
    came = event(
        "9",
        "appointment",
        roles,
        (A1,),
        date=date("2020"),
        bounds=Bounds(day("2020-01-01"), None, None, day("2020-12-31")),
    )
    found = checked(with_events(left, came))
    assert [line.partition(":")[0] for line in found] == ["warning"]
    assert "left this office before the known appointment" in found[0]
    spell = event("6", "tenure", roles, (A1,), started_by=came.id, ended_by=left.id)
    assert any(
        "The person left the office before being appointed to it." in line
        for line in checked(with_events(left, came, spell))
    )


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (("graph.ttl", "    gb:stop 109 ;", "    gb:stop 110 ;"), "offsets of a sentence"),
        (("graph.ttl", '    gb:cause "alasan pribadi" ;\n', ""), "accepted claim is not written as a fact"),
        (
            ("claims.ttl", "    gb:status gb:accepted", "    gb:status gb:denied"),
            "denied or rumored claim is written as a fact",
        ),
        (("claims.ttl", "    gb:conflictsWith claim:0000000000000002 ;\n", ""), "conflict is written in one direction"),
        (
            ("graph.ttl", "a gb:UnconfirmedEvent", "a gb:UnconfirmedEvent , gb:Event"),
            "unconfirmed event is written as a fact",
        ),
        (("graph.ttl", '    rdfs:label "Dewi Arum" .', "    gb:seats 1 ."), "has no name"),
        (
            ("graph.ttl", '    rdfs:label "Dewi Arum" .', '    rdfs:label "Dewi Arum" , "Dewi" .'),
            "has more than one name",
        ),
        (
            ("graph.ttl", '"2023-10-21"^^xsd:date', '"2023-10-21+07:00"^^xsd:date'),
            "not one day without time zone",
        ),
        (("graph.ttl", 'gb:modality "planned"', 'gb:modality "certain"'), "certain is not allowed"),
        (
            ("graph.ttl", "gb:person person:jaya-sentosa-1", "gb:person office:presiden-1"),
            "person: office:presiden-1 is not of the right kind",
        ),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(
    checked: Callable[..., list[str]], edit: tuple[str, str, str], words: str
) -> None:
    assert any(words in line for line in checked(GRAPH, edit))


def test_no_graph_no_check(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no graph"):
        check_graph(tmp_path)
