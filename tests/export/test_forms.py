"""Every form is read back by a library of its own, or checked against the rules of its format."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from graphs import A1, A4, EVENTS, FACTS, GRAPH, JAYA, RATNA, SAGARA, date, entity, event
from rdflib.compare import isomorphic

from graphbuild.errors import InputError, QueryError
from graphbuild.export.forms import FORMS, export_graph
from graphbuild.export.rdf import write_turtle
from graphbuild.model.text import Kind
from graphbuild.ontology.load import load_ontology

BORN = event("1", "birth", [("person", RATNA), ("place", SAGARA)], (A1,), date=date("1970-04-13"))
DIED = event("1", "death", [("person", JAYA)], (A4,), date=date("2024"))
JOB = event(
    "1",
    "employment",
    [("person", RATNA), ("organization", "organization/arsip-1")],
    (A1,),
    texts=(("position", "=arsiparis"),),
    start=date("2000"),
    end=date("2009"),
)
NASTY = entity("person/nasty-1", Kind.PERSON, '=cmd|"x"\x0b</node>', "@alias\n2")
WORLD = replace(
    GRAPH,
    entities=tuple(sorted([*GRAPH.entities, NASTY], key=lambda e: e.id)),
    events=tuple(sorted([*EVENTS, BORN, DIED, JOB], key=lambda e: e.id)),
)
FACT_EVENTS = sum(found.modality == "actual" for found in WORLD.events)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    write_turtle(WORLD, load_ontology(), folder, FACTS)
    return folder


@pytest.fixture
def exported(folder: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    (path, *_) = export_graph(folder, request.param, tmp_path / "out")
    return path


@pytest.mark.parametrize("to", list(FORMS))
def test_equal_graphs_give_equal_bytes(folder: Path, tmp_path: Path, to: str) -> None:
    first = [path.read_bytes() for path in export_graph(folder, to, tmp_path / "one")]
    assert first == [path.read_bytes() for path in export_graph(folder, to, tmp_path / "two")]
    assert all(first)


@pytest.mark.parametrize(
    ("exported", "form"), [("nt", "nt"), ("jsonld", "json-ld"), ("trig", "trig")], indirect=["exported"]
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # inside rdflib
def test_rdf_forms_hold_the_same_triples(folder: Path, exported: Path, form: str) -> None:
    wanted = rdflib.Graph()
    for file in folder.glob("*.ttl"):
        wanted.parse(file)
    flat = rdflib.Graph()
    for quad in ox.parse(path=str(exported), format=ox.RdfFormat.TRIG) if form == "trig" else ():
        flat.parse(data=f"{quad.subject} {quad.predicate} {quad.object} .", format="nt")
    if form != "trig":
        flat.parse(exported, format=form)
    assert isomorphic(flat, wanted)


@pytest.mark.parametrize("exported", ["trig"], indirect=True)
def test_trig_keeps_claims_and_mentions_apart(exported: Path) -> None:
    store = ox.Store()
    store.load(path=str(exported), format=ox.RdfFormat.TRIG)
    assert sorted(str(name).rpartition("/")[2] for name in store.named_graphs()) == ["claims>", "mentions>"]
    claim = ox.NamedNode("https://w3id.org/graphbuild/ns#Claim")
    assert not list(store.quads_for_pattern(None, None, claim, ox.DefaultGraph()))
    assert list(store.quads_for_pattern(None, None, claim, None))


@pytest.mark.parametrize(
    ("exported", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)], indirect=["exported"]
)
def test_networks_are_read_back(exported: Path, read: "type[nx.Graph[str]]") -> None:
    graph = read(exported)
    assert len(graph) == len(WORLD.entities) + FACT_EVENTS
    assert graph.nodes["event:tenure-1"]["kind"] == "Tenure"
    assert graph.nodes["person:nasty-1"]["label"] == '=cmd|"x"\ufffd</node>'
    told = {(a, b, data["label"]) for a, b, data in graph.edges(data=True)}
    assert ("event:appointment-1", "person:harun-lesmana-1", "by") in told
    assert ("office:dirjen-pesisir-1", "organization:kelautan-1", "organization") in told
    assert ("event:tenure-1", "event:tenure-4", "replaces") in told
    assert "event:resignation-2" not in graph  # denied


def test_tables_join_and_run_no_formula(folder: Path, tmp_path: Path) -> None:
    paths = export_graph(folder, "csv", tmp_path / "tables")
    table = {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))) for path in paths
    }
    assert len(table["entities"]) == len(WORLD.entities)
    assert len(table["events"]) == FACT_EVENTS
    assert {row["modality"] for row in table["unconfirmed"]} == {"planned", "denied"}
    ids = {row["id"] for row in table["entities"]}
    assert table["participants"]
    assert all(row["entity"] in ids for row in table["participants"])
    assert {row["article"] for row in table["evidence"]} <= {row["id"] for row in table["articles"]}
    cells = [cell for rows in table.values() for row in rows for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert "'=arsiparis" in cells


SCHEMAS = {
    "Article": ("fileName", "title", "publisher", "publishedAt", "sourceUrl"),
    "Person": ("name", "alias", "birthDate", "birthPlace", "deathDate"),
    "Organization": ("name", "alias", "parent"),
    "Position": ("name", "alias", "organization", "subnationalArea", "numberOfSeats"),
    "Address": ("full",),
    "Occupancy": ("holder", "post", "startDate", "endDate", "summary", "proof"),
    "Employment": ("employer", "employee", "role", "startDate", "endDate", "summary", "proof"),
    "Membership": ("member", "organization", "role", "startDate", "endDate", "summary", "proof"),
    "UnknownLink": ("subject", "object", "role", "startDate", "endDate", "summary", "proof"),
    "Event": ("name", "involved", "location", "date", "startDate", "endDate", "summary", "proof"),
}
"""The properties of followthemoney 4.11 that are used; checked with the package itself where it is installed."""

RANGES = {
    "parent": {"Organization"},
    "organization": {"Organization"},
    "holder": {"Person"},
    "post": {"Position"},
    "employer": {"Organization"},
    "employee": {"Person"},
    "member": {"Person"},
    "subject": {"Person"},
    "object": {"Organization"},
    "involved": {"Person", "Organization"},
    "proof": {"Article"},
}
REQUIRED = {
    "Article": ("fileName",),
    "Occupancy": ("holder", "post"),
    "Employment": ("employer", "employee"),
    "UnknownLink": ("subject", "object"),
    "Person": ("name",),
    "Organization": ("name",),
    "Position": ("name",),
    "Event": ("name",),
}


@pytest.mark.parametrize("exported", ["followthemoney"], indirect=True)
def test_followthemoney_keeps_to_its_schema(exported: Path) -> None:
    records = [json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]
    schema = {record["id"]: record["schema"] for record in records}
    assert len(schema) == len(records)
    assert {"Article", "Person", "Position", "Occupancy", "Employment", "UnknownLink", "Event", "Address"} <= set(
        schema.values()
    )
    for record in records:
        told = record["properties"]
        assert set(told) <= set(SCHEMAS[record["schema"]]), record
        assert set(REQUIRED.get(record["schema"], ())) <= set(told), record
        assert all(isinstance(value, str) and value for values in told.values() for value in values)
        for name, kinds in RANGES.items():
            assert all(schema[value] in kinds for value in told.get(name, ())), record
    people = {
        record["properties"]["name"][0]: record["properties"] for record in records if record["schema"] == "Person"
    }
    assert people["Ratna Wibowo"]["birthDate"] == ["1970-04-13"]
    assert people["Jaya Sentosa"]["deathDate"] == ["2024"]


@pytest.mark.parametrize("exported", ["followthemoney"], indirect=True)
def test_followthemoney_accepts_every_entity(exported: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    for line in exported.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        proxy = ftm.model.get_proxy(record)
        proxy.schema.validate(record)
        assert proxy.to_dict()["properties"].keys() == record["properties"].keys()


@pytest.mark.parametrize("exported", ["quickstatements"], indirect=True)
def test_quickstatements_are_well_formed(exported: Path) -> None:
    command = re.compile(
        r'CREATE|LAST\t(L|A|D)(id|en)\t"[^"\t\n]+"|LAST\tP31\tQ5'
        r'|LAST\t(P569|P570)\t\+\d{4}-\d\d-\d\dT00:00:00Z/(9|10|11)(\tS854\t"https?://[^"\s]+")?'
    )
    lines = exported.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if command.fullmatch(line) is None] == []
    assert lines.count("CREATE") == sum(found.kind is Kind.PERSON for found in WORLD.entities)
    assert 'LAST\tP569\t+1970-04-13T00:00:00Z/11\tS854\t"https://kabar.example/a1?q=1"' in lines
    assert any(line.startswith("LAST\tP570\t+2024-00-00T00:00:00Z/9") for line in lines)


def test_what_cannot_be_exported_is_explained(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="no form is called 'xlsx'; there are: nt, trig"):
        export_graph(folder, "xlsx", tmp_path / "x")
    with pytest.raises(InputError, match="no graph in"):
        export_graph(tmp_path, "nt", tmp_path / "x")
    (tmp_path / "graph.ttl").write_text("nonsense")
    with pytest.raises(InputError, match="cannot read"):
        export_graph(tmp_path, "csv", tmp_path / "x")
