from collections.abc import Sequence
from functools import cache

import pytest
from factory import chain, facts, telling
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.model.text import Facts
from graphbuild.model.world import Entity, Graph, Judgement
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.build import resolve_facts


@cache
def ontology() -> Ontology:
    return load_ontology()


def graph(*told: Facts, corrections: Sequence[Judgement] = ()) -> Graph:
    return resolve_facts(told, ontology(), corrections)


def entity(of: Graph, document: str, identifier: str) -> Entity:
    return next(entity for entity in of.entities if (document, identifier) in entity.members)


BUDI = chain("E1", "PER", "Budi Santosa", "Budi")
POST = chain("E2", "OFFICE", "Ketua KPK", "Ketua", of="E3")
BODY = chain("E3", "ORG", "Komisi Pemberantasan Korupsi", "KPK")
HOLDS = telling("tenure", person="E1", office="E2", organization="E3", label="current")


def test_one_person_one_post_one_body_from_two_articles() -> None:
    other = facts(
        "b",
        "2024-02-01",
        chain("P", "PER", "Budi Santosa, S.H."),
        chain("O", "OFFICE", "Ketua Komisi Pemberantasan Korupsi (KPK)"),
        telling("tenure", person="P", office="O", label="current"),
    )
    found = graph(facts("a", "2024-01-01", BUDI, POST, BODY, HOLDS), other)
    assert [e.kind.value for e in found.entities] == ["OFFICE", "ORG", "PER"]
    assert entity(found, "b", "P").names == ("Budi", "Budi Santosa", "Budi Santosa, S.H.")
    assert entity(found, "b", "O").of == entity(found, "a", "E3").id
    assert len(found.events) == 1


def test_ids_read_well_and_do_not_move_when_articles_come() -> None:
    first = facts("m", "2024-01-01", chain("E1", "PER", "Joni P Wirata"))
    later = facts("a", "2024-05-01", chain("E1", "PER", "Joni Pranata Wirata"))
    alone = entity(graph(first), "m", "E1")
    assert alone.id.startswith("person/joni-p-wirata-")
    assert entity(graph(first, later), "a", "E1").id == alone.id


def test_a_post_without_body_holds_in_its_article_only() -> None:
    parts = (chain("E1", "PER", "Budi Santosa"), chain("E2", "OFFICE", "Ketua"))
    others = (chain("E1", "PER", "Rini Wulandari"), chain("E2", "OFFICE", "Ketua"))
    claim = telling("tenure", person="E1", office="E2", label="current")
    found = graph(facts("a", "2024-01-01", *parts, claim), facts("b", "2024-01-01", *others, claim))
    assert entity(found, "a", "E2").id != entity(found, "b", "E2").id


def test_a_title_takes_the_body_that_the_claim_names() -> None:
    claim = telling("tenure", person="E1", office="E2", organization="E3", label="current")
    body = chain("E3", "ORG", "Kominfo")
    one = facts("a", "2024-01-01", chain("E1", "PER", "Budi Santosa"), chain("E2", "OFFICE", "Dirjen IKP"), body, claim)
    office = chain("E2", "OFFICE", "Direktur Jenderal Informasi dan Komunikasi Publik", of="E3")
    two = facts("b", "2024-01-01", chain("E1", "PER", "Rini Wulandari"), office, body)
    found = graph(one, two)
    assert entity(found, "a", "E2").id == entity(found, "b", "E2").id
    assert entity(found, "a", "E2").of == entity(found, "a", "E3").id


def test_units_know_their_parent() -> None:
    found = graph(facts("a", "2024-01-01", chain("E1", "ORG", "Komisi III DPR"), chain("E2", "ORG", "DPR RI")))
    assert entity(found, "a", "E1").parent == entity(found, "a", "E2").id


def test_nickname_that_articles_explain() -> None:
    told = [facts(f"a{n}", "2024-01-01", chain("E1", "PER", "Bambang Wiratama", "Bamwir")) for n in range(2)]
    found = graph(*told, facts("b", "2024-03-01", chain("E1", "PER", "Bamwir")))
    assert entity(found, "b", "E1").id == entity(found, "a0", "E1").id
    assert any("short name" in reason for judgement in found.judgements for reason in judgement.reasons)


def person_says(left: str, right: str, verdict: str) -> Judgement:
    return Judgement(left, right, verdict, 0.0, (), "person")


def test_a_person_joins_what_the_machine_kept_apart() -> None:
    told = [facts(d, "2024-01-01", chain("E1", "PER", n)) for d, n in (("a", "Rini Wulandari"), ("b", "Rini Hapsari"))]
    apart = graph(*told)
    ids = [entity(apart, document, "E1").id for document in ("a", "b")]
    for left, right in (ids, ["a/E1", "b/E1"], [ids[0], "b/E1"]):
        joined = graph(*told, corrections=[person_says(left, right, "same")])
        assert entity(joined, "a", "E1") == entity(joined, "b", "E1")


def test_a_person_separates_namesakes() -> None:
    told = [facts(d, "2024-01-01", chain("E1", "PER", "Rini Wulandari")) for d in ("a", "b", "c")]
    assert entity(graph(*told), "a", "E1") == entity(graph(*told), "b", "E1")
    apart = graph(*told, corrections=[person_says("a/E1", "b/E1", "different")])
    assert entity(apart, "a", "E1") != entity(apart, "b", "E1")
    assert any(judgement.author == "person" for judgement in apart.judgements)


def test_a_persons_word_holds_against_a_chain_of_judgements() -> None:
    told = [
        facts(d, "2024-01-01", chain("E1", "PER", n))
        for d, n in (("a", "Joni P Wirata"), ("b", "Joni Wirata"), ("c", "Joni Pranata Wirata"))
    ]
    one = entity(graph(*told), "a", "E1")
    assert len(one.members) == 3
    ids = ["a/E1", "c/E1"]
    apart = graph(*told, corrections=[person_says(*ids, "different")])
    assert entity(apart, "a", "E1") != entity(apart, "c", "E1")


NAMES = ("Budi Santosa", "Budi", "Rini Wulandari", "Rini W Wulandari", "Santosa", "Budi Hartanto Santosa")
POSTS = ("Ketua KPK", "Bupati Garut", "Wakil Bupati Garut", "Ketua", "Plt Bupati Garut")
DAYS = ("2023-01-10", "2023-02-20", "2024-08-13", "2024-08", "2024", "")


@st.composite
def articles(draw: st.DrawFn) -> list[Facts]:
    told = []
    for number in range(draw(st.integers(1, 6))):
        parts: list[object] = []
        for index in range(draw(st.integers(1, 2))):
            parts.append(chain(f"P{index}", "PER", draw(st.sampled_from(NAMES))))
            parts.append(chain(f"O{index}", "OFFICE", draw(st.sampled_from(POSTS))))
            kind = draw(st.sampled_from(("tenure", "appointment", "resignation", "dismissal", "legal")))
            day = draw(st.sampled_from(DAYS))
            label = {"tenure": draw(st.sampled_from(("current", "former"))), "legal": "arrest"}.get(kind, "")
            roles = {"person": f"P{index}"} | ({} if kind == "legal" else {"office": f"O{index}"})
            if kind == "tenure":
                parts.append(telling(kind, start=day, label=label, **roles))
            else:
                modality = draw(st.sampled_from(("actual", "actual", "planned", "denied")))
                parts.append(telling(kind, day=day, label=label, modality=modality, **roles))
        told.append(facts(f"d{number}", draw(st.sampled_from((*DAYS[:3], ""))), *parts))  # type: ignore[arg-type]
    return told


@settings(max_examples=60, deadline=None)
@given(articles(), st.randoms())
def test_order_of_articles_does_not_matter(told: list[Facts], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert graph(*shuffled) == graph(*told)
    assert graph(*told, *told) == graph(*told)


@settings(max_examples=60, deadline=None)
@given(articles())
def test_laws_of_every_graph(told: list[Facts]) -> None:
    found = graph(*told)
    chains = {(item.document.id, part.id) for item in told for part in item.chains}
    members = [member for entity in found.entities for member in entity.members]
    assert sorted(members) == sorted(chains)
    known = {entity.id for entity in found.entities}
    ids = [event.id for event in found.events]
    assert len(ids) == len(set(ids))
    for event in found.events:
        assert {filler for _, filler in event.roles} <= known
        assert event.evidence
        days = [event.bounds.not_before, event.bounds.since, event.bounds.until, event.bounds.not_after]
        set_days = [day for day in days if day is not None]
        assert set_days == sorted(set_days)
        assert (event.bounds.since is None) == (event.bounds.until is None)
        if event.type == "tenure":
            assert event.modality == "actual"
    statements = {statement.id: statement for statement in found.statements}
    for statement in found.statements:
        assert all(statement.id in statements[other].conflicts_with for other in statement.conflicts_with)
        assert all(other in statements for other in statement.refines)


@pytest.mark.parametrize("verdict", ["positive", "unsure"])
def test_only_a_person_corrects(verdict: str) -> None:
    told = [facts(d, "2024-01-01", chain("E1", "PER", n)) for d, n in (("a", "Rini Wulandari"), ("b", "Rini Hapsari"))]
    machine = Judgement("a/E1", "b/E1", verdict, 9.0, (), "machine")
    assert graph(*told, corrections=[machine]) == graph(*told)
