"""The tables of the page: safe texts, exact triggers, an opening view that fits a screen."""

from typing import Any

import worlds

from graphbuild.export.scene import clean, link, opening, scene
from graphbuild.model.world import Graph
from graphbuild.ontology.load import load_ontology

ONTOLOGY = load_ontology()


def tables(graph: Graph, focus: str | None = None) -> Any:
    return scene(graph, ONTOLOGY, focus)


def test_every_quote_is_stored_once_and_its_trigger_can_be_marked() -> None:
    data = tables(worlds.small())
    marked = {data["quotes"][quote][1][start:end] for event in data["events"] for quote, start, end in event["v"]}
    assert marked >= {"melantik", "mengundurkan diri", "vonis", "maju"}
    assert len(data["quotes"]) == len({tuple(row) for row in data["quotes"]})


def test_a_trigger_after_an_emoji_is_counted_as_the_browser_counts() -> None:
    told = worlds.evidence("a0", "👩🏽‍⚖️ Hakim  \n Budi\x00 dilantik kemarin", "dilantik")
    graph = Graph(
        (worlds.article(0, "Koran", "2024-01-01"),),
        (worlds.entity("Budi", worlds.PERSON),),
        (worlds.event("appointment", {"person": "PER-Budi"}, (told,)),),
    )
    data = tables(graph)
    quote, start, end = data["events"][0]["v"][0]
    assert data["quotes"][quote][1].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "dilantik"


def test_texts_are_cut_and_freed_of_control_and_direction_characters() -> None:
    assert clean("a\u202eb\x00c\n d", 10) == "abc d"
    assert len(clean("x" * 10_000, 300)) == 300
    assert clean("\ud800", 10) == "?"


def test_only_web_addresses_become_links() -> None:
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "http://[",
        "//koran.example",
        " https://koran.example",
        "https://a\nb.example",
        None,
    ):
        assert link(bad) == ""
    assert link("http://koran.example/?a=1&b=<x>") == "http://koran.example/?a=1&b=<x>"


def test_parties_of_an_agreement_are_joined_with_each_other() -> None:
    graph = worlds.small()
    view = opening(graph, ONTOLOGY)
    ends = view.edges[[event.id for event in graph.events].index("agreement-kpp")]
    assert [[graph.entities[node].name for node in pair] for pair in ends] == [
        ["Kementerian Pelabuhan", "Universitas Samudra"]
    ]


def test_a_small_graph_opens_whole_and_a_large_one_on_its_most_connected_part() -> None:
    assert tables(worlds.small())["home"] is None
    large = worlds.large(600)
    assert len(tables(large)["home"]) == 250
    focus = large.entities[-1].id
    home = tables(large, focus)["home"]
    assert [node for node, _, _ in home].count(len(large.entities) - 1) == 1


def test_plainly_accepted_statements_are_left_to_the_event() -> None:
    assert [row["id"] for row in tables(worlds.small())["statements"]] == ["s1", "s2", "s3"]


def test_an_empty_graph_has_tables_too() -> None:
    data = tables(Graph((), (), ()))
    assert data["events"] == []
    assert data["home"] is None
