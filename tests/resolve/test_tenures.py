import datetime as dt
from functools import cache

import pytest
from factory import chain, facts, telling

from graphbuild.model.text import Chain, Facts
from graphbuild.model.world import Event, Graph
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.build import resolve_facts


@cache
def ontology() -> Ontology:
    return load_ontology()


def graph(*told: Facts) -> Graph:
    return resolve_facts(told, ontology())


def people(*names: str, office: str = "Dirjen IKP Kominfo") -> list[Chain]:
    return [*(chain(f"P{n}", "PER", name) for n, name in enumerate(names)), chain("O", "OFFICE", office)]


def holds(person: str = "P0", **more: str) -> object:
    return telling("tenure", person=person, office="O", **{"label": "current", **more})


def tenures(of: Graph) -> list[Event]:
    return [event for event in of.events if event.type == "tenure" and event.modality == "actual"]


def held(tenure: Event) -> str:
    bounds = tenure.bounds
    days = (bounds.not_before, bounds.since, bounds.until, bounds.not_after)
    return " ".join("-" if day is None else day.isoformat() for day in days)


@pytest.mark.parametrize(
    ("claim", "published", "expected", "reason"),
    [
        (holds(), "2022-01-29", "- 2022-01-29 2022-01-29 -", "a title in a dated article proves that day"),
        (holds(), "", "- - - -", "an undated article proves no day"),
        (holds(), "2022-01", "- - - -", "nor does one of which only the month is known"),
        (holds(start="2021-08"), "2024-08-14", "2021-08-01 2021-08-31 2024-08-14 -", "since August 2021, until today"),
        (
            holds(start="2000", end="2009"),
            "2024-08-14",
            "2000-01-01 2000-12-31 2009-01-01 2009-12-31",
            "2000-2009 is certain from the last day of 2000 to the first of 2009",
        ),
        (holds(label="former"), "2024-08-14", "- - - 2024-08-14", "mantan: over when the article came out"),
        (
            telling("appointment", person="P0", office="O", day="2021-08-10"),
            "2021-08-11",
            "2021-08-10 2021-08-10 2021-08-10 -",
            "an appointment opens a tenure",
        ),
        (
            telling("resignation", person="P0", office="O", day="2024-08-13"),
            "2024-08-14",
            "- 2024-08-13 2024-08-13 2024-08-13",
            "a resignation closes it",
        ),
        (
            telling("dismissal", person="P0", office="O"),
            "2024-08-14",
            "- - - 2024-08-14",
            "a dismissal without a date had happened when the article came out",
        ),
    ],
)
def test_bounds(claim: object, published: str, expected: str, reason: str) -> None:
    found = tenures(graph(facts("a", published, *people("Rini Wulandari"), claim)))  # type: ignore[arg-type]
    assert [held(tenure) for tenure in found] == [expected], reason


def test_articles_and_events_add_up_to_one_tenure() -> None:
    found = graph(
        facts("a", "2022-01-29", *people("Rini Wulandari"), holds()),
        facts("b", "2023-12-04", *people("Rini Wulandari"), holds()),
        facts("c", "2024-08-14", *people("Rini Wulandari"), holds(start="2021-08")),
        facts(
            "d",
            "2024-08-14",
            *people("Rini Wulandari"),
            telling("appointment", person="P0", office="O", day="2021-08-10"),
        ),
        facts(
            "e",
            "2024-08-14",
            *people("Rini Wulandari"),
            telling("resignation", person="P0", office="O", day="2024-08-13"),
        ),
    )
    (tenure,) = tenures(found)
    assert held(tenure) == "2021-08-10 2021-08-10 2024-08-13 2024-08-13"
    events = {event.id: event.type for event in found.events}
    assert (events[str(tenure.started_by)], events[str(tenure.ended_by)]) == ("appointment", "resignation")
    assert tenure.label == "former"
    assert len(tenure.evidence) == 5


def test_a_finer_date_refines_a_coarser_one() -> None:
    found = graph(
        facts("a", "2024-08-14", *people("Rini Wulandari"), holds(start="2021-08")),
        facts("b", "2024-08-14", *people("Rini Wulandari"), holds(start="2021-08-10")),
    )
    by_status = {statement.status: statement for statement in found.statements}
    assert (by_status["accepted"].value, by_status["coarser"].value) == ("2021-08-10", "2021-08")
    assert by_status["accepted"].refines == (by_status["coarser"].id,)


def test_starts_that_exclude_each_other_are_a_conflict() -> None:
    found = graph(
        *(facts(d, "2024-08-14", *people("Rini Wulandari"), holds(start="2021-08-10")) for d in ("a", "b")),
        facts("c", "2024-08-14", *people("Rini Wulandari"), holds(start="2020-02-01")),
    )
    by_status = {statement.status: statement for statement in found.statements}
    assert (by_status["accepted"].value, by_status["rejected"].value) == ("2021-08-10", "2020-02-01")
    assert by_status["rejected"].conflicts_with == (by_status["accepted"].id,)
    assert len(tenures(found)) == 1


@pytest.mark.parametrize("modality", ["planned", "alleged", "denied"])
def test_what_did_not_happen_for_certain_makes_no_tenure(modality: str) -> None:
    claim = telling("appointment", person="P0", office="O", day="2024-08-13", modality=modality)
    found = graph(facts("a", "2024-08-14", *people("Rini Wulandari"), claim))
    assert tenures(found) == []
    assert [event.modality for event in found.events] == [modality]


def test_a_denied_resignation_does_not_join_a_real_one() -> None:
    denied = telling("resignation", person="P0", office="O", day="2024-08-13", modality="denied")
    real = telling("resignation", person="P0", office="O", day="2024-08-13")
    found = graph(facts("a", "2024-08-14", *people("Rini Wulandari"), denied, real))
    assert sorted(e.modality for e in found.events if e.type == "resignation") == ["actual", "denied"]


def test_a_title_used_shortly_after_leaving_is_habit() -> None:
    leaves = telling("resignation", person="P0", office="O", day="2024-08-13")
    found = graph(
        facts("a", "2024-08-14", *people("Rini Wulandari"), leaves),
        facts("b", "2024-08-20", *people("Rini Wulandari"), holds()),
    )
    (tenure,) = tenures(found)
    assert tenure.bounds.not_after == dt.date(2024, 8, 13)


def test_a_post_held_again_is_a_second_tenure() -> None:
    leaves = telling("resignation", person="P0", office="O", day="2019-08-13")
    returns = telling("appointment", person="P0", office="O", day="2022-01-05")
    found = graph(
        facts("a", "2018-03-01", *people("Rini Wulandari"), holds()),
        facts("b", "2019-08-14", *people("Rini Wulandari"), leaves),
        facts("c", "2022-01-06", *people("Rini Wulandari"), returns),
        facts("d", "2023-01-06", *people("Rini Wulandari"), holds()),
    )
    assert sorted(held(tenure) for tenure in tenures(found)) == [
        "- 2018-03-01 2019-08-13 2019-08-13",
        "2022-01-05 2022-01-05 2023-01-06 -",
    ]


def test_posts_held_at_once_stay_at_once() -> None:
    second = chain("O2", "OFFICE", "Ketua Umum PSSI")
    both = (holds(), telling("tenure", person="P0", office="O2", label="current"))
    found = tenures(graph(facts("a", "2024-01-05", *people("Rini Wulandari"), second, *both)))  # type: ignore[arg-type]
    assert [held(tenure) for tenure in found] == ["- 2024-01-05 2024-01-05 -"] * 2
    assert all(tenure.follows is None and tenure.replaces is None for tenure in found)


def succession(found: Graph) -> dict[str, tuple[str, str]]:
    names = {entity.id: entity.name for entity in found.entities}
    by_id = {event.id: event for event in found.events}

    def person(identifier: str | None) -> str:
        return names[dict(by_id[identifier].roles)["person"]] if identifier else ""

    return {person(t.id): (person(t.replaces), person(t.follows)) for t in tenures(found)}


def test_a_told_predecessor_is_replaced() -> None:
    claim = telling("appointment", person="P0", office="O", predecessor="P1", day="2024-08-13")
    found = graph(facts("a", "2024-08-14", *people("Rini Wulandari", "Joni Wirata"), claim))
    assert succession(found) == {"Rini Wulandari": ("Joni Wirata", ""), "Joni Wirata": ("", "")}
    assert {held(t) for t in tenures(found)} == {"2024-08-13 2024-08-13 2024-08-13 -", "- - - 2024-08-13"}


def test_adjacent_years_in_one_seat_replace() -> None:
    parts = people("Rini Wulandari", "Joni Wirata", office="Ketua Umum PSSI")
    told = (holds("P0", start="2016", end="2018"), holds("P1", start="2019", end="2021"))
    found = graph(facts("a", "2022-01-29", *parts, *told))  # type: ignore[arg-type]
    assert succession(found)["Joni Wirata"] == ("Rini Wulandari", "")


def test_a_later_holder_follows_but_need_not_replace() -> None:
    parts = people("Rini Wulandari", "Joni Wirata")
    found = graph(facts("a", "2024-08-14", *parts, holds("P0"), holds("P1", label="former")))  # type: ignore[arg-type]
    assert succession(found)["Rini Wulandari"] == ("", "Joni Wirata")


def test_members_follow_nobody() -> None:
    parts = people("Rini Wulandari", "Joni Wirata", office="anggota DPR")
    found = graph(facts("a", "2024-08-14", *parts, holds("P0"), holds("P1", label="former")))  # type: ignore[arg-type]
    assert set(succession(found).values()) == {("", "")}


def test_death_ends_what_was_held() -> None:
    died = telling("death", person="P0", day="2023-05-02")
    found = graph(
        facts("a", "2023-01-05", *people("Rini Wulandari"), holds()),
        facts("b", "2023-05-03", *people("Rini Wulandari"), died),
    )
    assert [held(tenure) for tenure in tenures(found)] == ["- 2023-01-05 2023-01-05 2023-05-02"]
