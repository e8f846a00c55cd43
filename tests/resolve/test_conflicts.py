from functools import cache

import pytest
from factory import chain, facts, telling

from graphbuild.model.text import Claim, Facts
from graphbuild.model.world import Event, Graph
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.build import resolve_facts


@cache
def ontology() -> Ontology:
    return load_ontology()


def article(document: str, published: str, *claims: Claim) -> Facts:
    parts = (
        chain("P", "PER", "Rini Wulandari"),
        chain("Q", "PER", "Joni Wirata"),
        chain("O", "OFFICE", "Bupati Garut"),
        chain("L", "ORG", "Universitas Wirabumi"),
        chain("M", "ORG", "Badan Wirabumi"),
    )
    return facts(document, published, *parts, *claims)


def events(kind: str, *told: Facts) -> tuple[list[Event], Graph]:
    graph = resolve_facts(told, ontology())
    return [event for event in graph.events if event.type == kind], graph


def resigns(**more: str) -> Claim:
    return telling("resignation", person="P", office="O", **more)


def test_one_happening_in_several_articles_is_one_event_with_all_evidence() -> None:
    found, _ = events(
        "resignation",
        article("a", "2024-08-14", resigns(day="2024-08-13")),
        article("b", "2024-08-15", resigns(day="2024-08")),
        article("c", "2024-08-16", resigns()),
    )
    assert len(found) == 1
    assert [item.document for item in found[0].evidence] == ["a", "b", "c"]
    assert str(found[0].date) == "2024-08-13"


def test_days_that_differ_a_little_are_a_recorded_conflict() -> None:
    found, graph = events(
        "resignation",
        article("a", "2024-08-14", resigns(day="2024-08-13")),
        article("b", "2024-08-15", resigns(day="2024-08-14")),
        article("c", "2024-08-15", resigns(day="2024-08-13")),
    )
    assert [str(event.date) for event in found] == ["2024-08-13"]
    told = [s for s in graph.statements if s.subject == found[0].id]
    assert {(s.value, s.status) for s in told} == {("2024-08-13", "accepted"), ("2024-08-14", "rejected")}
    assert {s.conflicts_with for s in told} == {(told[0].id,), (told[1].id,)}


def test_years_apart_are_two_happenings_with_ids_of_their_own() -> None:
    told = (
        article("a", "2014-05-02", resigns(day="2014-05-01")),
        article("b", "2024-08-14", resigns(day="2024-08-13")),
    )
    found, _ = events("resignation", *told)
    assert [str(event.date) for event in sorted(found, key=lambda e: str(e.date))] == ["2014-05-01", "2024-08-13"]
    alone, _ = events("resignation", told[0])
    assert alone[0].id in {event.id for event in found}


def test_an_undated_telling_means_the_latest_happening() -> None:
    found, _ = events(
        "resignation",
        article("a", "2014-05-02", resigns(day="2014-05-01")),
        article("b", "2024-08-14", resigns(day="2024-08-13")),
        article("c", "2024-08-20", resigns()),
    )
    assert {str(e.date): len(e.evidence) for e in found} == {"2014-05-01": 1, "2024-08-13": 2}


def test_birth_is_one_however_far_the_dates_are_apart() -> None:
    found, graph = events(
        "birth",
        article("a", "2020", telling("birth", person="P", day="1970-04-13")),
        article("b", "2020", telling("birth", person="P", day="1970-04-13")),
        article("c", "2021", telling("birth", person="P", day="1971")),
    )
    assert [str(event.date) for event in found] == ["1970-04-13"]
    assert {s.status for s in graph.statements} == {"accepted", "rejected"}


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("suap proyek jembatan", "kasus suap proyek jembatan", 1),
        ("suap proyek jembatan", "pencucian uang", 2),
        ("", "suap proyek jembatan", 1),
    ],
)
def test_legal_steps_go_by_charge(left: str, right: str, count: int) -> None:
    steps = [
        telling("legal", person="P", label="suspect", **({"charge": charge} if charge else {}))
        for charge in (left, right)
    ]
    found, _ = events("legal", article("a", "2024-08-14", steps[0]), article("b", "2024-08-14", steps[1]))
    assert len(found) == count


def test_a_predecessor_on_whom_articles_differ_is_a_conflict() -> None:
    appointed = telling("appointment", person="P", office="O", predecessor="Q", day="2024-08-13")
    other = facts(
        "c",
        "2024-08-14",
        chain("P", "PER", "Rini Wulandari"),
        chain("Q", "PER", "Tono Hakim"),
        chain("O", "OFFICE", "Bupati Garut"),
        appointed,
    )
    found, graph = events(
        "appointment", article("a", "2024-08-14", appointed), article("b", "2024-08-14", appointed), other
    )
    names = {entity.id: entity.name for entity in graph.entities}
    assert names[dict(found[0].roles)["predecessor"]] == "Joni Wirata"
    rejected = [s for s in graph.statements if s.status == "rejected"]
    assert [(s.predicate, names[s.value]) for s in rejected] == [("predecessor", "Tono Hakim")]


def test_agreements_of_the_same_parties_in_the_same_month() -> None:
    def signs(**more: str) -> Claim:
        return Claim(**{**_fields(telling("agreement", parties="L", **more)), "arguments": _parties()})

    found, _ = events(
        "agreement", article("a", "2024-08-14", signs(day="2024-08-13")), article("b", "2024-08-20", signs())
    )
    assert len(found) == 1
    assert len(found[0].roles) == 2
    later, _ = events("agreement", article("a", "2014-08-14", signs()), article("b", "2024-08-20", signs()))
    assert len(later) == 2


def _fields(claim: Claim) -> dict[str, object]:
    return {name: getattr(claim, name) for name in claim.__slots__}


def _parties() -> tuple[object, ...]:
    claim = telling("agreement", parties="L"), telling("agreement", parties="M")
    return claim[0].arguments + claim[1].arguments


def test_more_articles_make_an_event_surer_and_never_certain() -> None:
    claim = resigns(day="2024-08-13")
    unsure = Claim(**{**_fields(claim), "confidence": 0.6})  # type: ignore[arg-type]
    one, _ = events("resignation", article("a", "2024-08-14", unsure))
    three, _ = events("resignation", *(article(d, "2024-08-14", unsure) for d in "abc"))
    assert one[0].confidence == 0.6
    assert 0.9 < three[0].confidence < 1
