"""Every named question on both engines, with the rows that the invented world of ``graphs`` must give."""

from pathlib import Path

import pytest
import rdflib
from graphs import GRAPH

from graphbuild.errors import InputError, QueryError
from graphbuild.export.rdf import write_turtle
from graphbuild.ontology.iri import PREFIXES
from graphbuild.ontology.load import load_ontology
from graphbuild.query.catalog import question, questions
from graphbuild.query.engine import plain_literal, shortened
from graphbuild.query.result import Cell, Result
from graphbuild.query.sparql import OpenGraph, open_graph, prepared, run_query, run_sparql

RATNA, JAYA, DEWI, HARUN = "Ratna Wibowo", "Jaya Sentosa", "Dewi Arum", "Harun Lesmana"
DIRJEN = "Direktur Jenderal Pesisir"
KELAUTAN, SAGARA = "Kementerian Kelautan", "Universitas Sagara"

ASKED: list[tuple[str, dict[str, str], list[tuple[Cell, ...]]]] = [
    ("who-held", {"office": "Dirjen Pesisir", "on": "2023-12-04"}, [(RATNA, "2021-08-10", "2024-08-13", DIRJEN)]),
    ("who-held", {"office": "dirjen  pesisir", "on": "2024-08-13"}, [(RATNA, "2021-08-10", "2024-08-13", DIRJEN)]),
    ("who-held", {"office": "Dirjen Pesisir", "on": "2024-08-20"}, []),
    ("who-held", {"office": "Menteri Kelautan", "on": "2023-12-04"}, []),  # possible is not certain
    ("could-have-held", {"office": "Menteri Kelautan", "on": "2023-12-04"}, [(JAYA, None, "Menteri Kelautan")]),
    ("could-have-held", {"office": "Menteri Kelautan", "on": "2024-08-15"}, []),
    (
        "could-have-held",
        {"office": "Dirjen Pesisir", "on": "2021-09-01"},
        [(DEWI, "/2021", DIRJEN), (RATNA, "2021-08-10/2024-08-13", DIRJEN)],
    ),
    (
        "timeline",
        {"person": "Ratna"},
        [
            ("1994-01-01", f"{RATNA} belajar di {SAGARA}"),
            ("2021-08-10", f"{RATNA} diangkat sebagai {DIRJEN}"),
            ("2021-08-10", f"{RATNA} menjabat {DIRJEN}"),
            ("2024-08-13", f"{RATNA} mundur dari {DIRJEN}"),
        ],
    ),
    (
        "agreements",
        {"between": "KA", "and": KELAUTAN},
        [("Perjanjian: Komisi Arsip, Ditjen Pesisir (arsip pesisir)", "[2023-10-21..2023-10-31]")],
    ),
    (
        "agreements",
        {"between": KELAUTAN},
        [("Perjanjian: Komisi Arsip, Ditjen Pesisir (arsip pesisir)", "[2023-10-21..2023-10-31]")],
    ),
    ("agreements", {"between": "KA", "and": SAGARA}, []),
    ("succession", {}, [(DIRJEN, RATNA, DEWI, "2021-08-10/2024-08-13")]),
    ("succession", {"office": "Menteri Kelautan"}, []),
    (
        "shared-employers",
        {},
        [(DEWI, JAYA, KELAUTAN), (DEWI, RATNA, KELAUTAN), (JAYA, RATNA, KELAUTAN), (JAYA, RATNA, SAGARA)],
    ),
    ("shared-employers", {"person": RATNA}, [(RATNA, DEWI, KELAUTAN), (RATNA, JAYA, KELAUTAN), (RATNA, JAYA, SAGARA)]),
    ("conflicts", {}, [(f"{RATNA} mundur dari {DIRJEN}", "gb:when", "2024-08-13", "2024-08-14", "gb:rejected")]),
    (
        "conflicts",
        {"person": RATNA},
        [(f"{RATNA} mundur dari {DIRJEN}", "gb:when", "2024-08-13", "2024-08-14", "gb:rejected")],
    ),
    ("conflicts", {"person": JAYA}, []),
    (
        "office-history",
        {"office": "Dirjen Pesisir Kelautan"},
        [(DEWI, None, "2021", None), (RATNA, "2021-08-10", "2024-08-13", f"{RATNA} mundur dari {DIRJEN}")],
    ),
    ("in-the-room", {"event": "event:appointment-1"}, [(HARUN, "Presiden"), (RATNA, DIRJEN)]),
    ("in-the-room", {"event": f"{RATNA} belajar di {SAGARA}"}, [(RATNA, None)]),
    ("statements", {"speaker": RATNA}, []),
    ("statements", {"speaker": RATNA, "about": KELAUTAN}, []),
    ("appointed-by", {}, [(HARUN, RATNA, DIRJEN, "2021-08-10", "Keppres Nomor 8/X/2021")]),
    (
        "appointed-by",
        {"by": HARUN, "office": "Dirjen Pesisir", "person": RATNA},
        [(HARUN, RATNA, DIRJEN, "2021-08-10", "Keppres Nomor 8/X/2021")],
    ),
    ("appointed-by", {"office": "Menteri Kelautan"}, []),
    ("convicted", {}, [(JAYA, "Menteri Kelautan", "15 tahun penjara", "suap izin")]),
    ("convicted", {"office": "Dirjen Pesisir"}, []),
    (
        "evidence",
        {"event": "event:resignation-1"},
        [
            ("event:resignation-1", "gb:cause", "alasan pribadi", "gb:accepted", 2, 2),
            ("event:resignation-1", "gb:office", DIRJEN, "gb:accepted", 2, 2),
            ("event:resignation-1", "gb:organization", KELAUTAN, "gb:accepted", 2, 2),
            ("event:resignation-1", "gb:person", RATNA, "gb:accepted", 2, 2),
            ("event:resignation-1", "gb:when", "2024-08", "gb:coarser", 1, 1),
            ("event:resignation-1", "gb:when", "2024-08-13", "gb:accepted", 1, 1),
            ("event:resignation-1", "gb:when", "2024-08-14", "gb:rejected", 1, 1),
        ],
    ),
    (
        "career",
        {"person": RATNA},
        [
            (None, "1994", None, f"{RATNA} belajar di {SAGARA}", SAGARA),
            ("2021-08-10", "2024-08-13", "2021-08-10/2024-08-13", f"{RATNA} menjabat {DIRJEN}", KELAUTAN),
        ],
    ),
    ("links", {"between": RATNA, "and": JAYA}, [("organization", KELAUTAN), ("organization", SAGARA)]),
    ("links", {"between": RATNA, "and": DEWI}, [("office", DIRJEN), ("organization", KELAUTAN)]),
    ("links", {"between": RATNA, "and": HARUN}, [("event", f"{RATNA} diangkat sebagai {DIRJEN}")]),
    ("denied", {}, [(f"Dibantah: {RATNA} mundur dari {DIRJEN}", "Resignation")]),
    ("denied", {"person": JAYA}, []),
    (
        "unconfirmed",
        {},
        [
            ("denied", f"Dibantah: {RATNA} mundur dari {DIRJEN}", None),
            ("planned", f"Direncanakan: {DEWI} diangkat sebagai {DIRJEN}", "2024-09"),
        ],
    ),
    ("unconfirmed", {"person": DEWI}, [("planned", f"Direncanakan: {DEWI} diangkat sebagai {DIRJEN}", "2024-09")]),
    (
        "find",
        {"name": "PESISIR"},
        [
            ("Office", DIRJEN, KELAUTAN, "office:dirjen-pesisir-1"),
            ("Organization", "Ditjen Pesisir", None, "organization:pesisir-1"),
        ],
    ),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    write_turtle(GRAPH, load_ontology(), folder)
    return folder


@pytest.fixture(scope="module")
def opened(folder: Path) -> OpenGraph:
    return open_graph(folder)


@pytest.fixture(scope="module")
def slow(folder: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for file in folder.glob("*.ttl"):
        graph.parse(file)
    return graph


def with_rdflib(graph: rdflib.Graph, sparql: str) -> Result:
    answer = graph.query(sparql, initNs={name: rdflib.Namespace(iri) for name, iri in PREFIXES.items()})
    rows = tuple(tuple(map(from_rdflib, row)) for row in answer)  # type: ignore[arg-type]
    return Result(tuple(map(str, answer.vars or ())), rows)


def from_rdflib(term: object) -> Cell:
    if isinstance(term, rdflib.Literal):
        return plain_literal(str(term), str(term.datatype or PREFIXES["xsd"] + "string"))
    return None if term is None else shortened(str(term))


@pytest.mark.parametrize(
    ("name", "parameters", "rows"), ASKED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_named_questions(
    opened: OpenGraph, slow: rdflib.Graph, name: str, parameters: dict[str, str], rows: list[tuple[Cell, ...]]
) -> None:
    answer = opened.ask(name, parameters)
    width = len(rows[0]) if rows else 0
    assert [row[:width] for row in answer.rows] == rows
    assert with_rdflib(slow, prepared(opened.store, question(name), parameters)) == answer


def test_every_named_question_is_asked() -> None:
    assert {name for name, _, _ in ASKED} == {asked.name for asked in questions()}


def test_the_files_that_a_question_needs_suffice(folder: Path, opened: OpenGraph) -> None:
    for name, parameters, _ in ASKED:
        assert run_query(folder, name, parameters) == opened.ask(name, parameters)
    assert run_query([folder / "graph.ttl"], "succession", {}).rows


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("who-held", {"office": "Dirjen Pesisir"}, "needs: on"),
        ("who-held", {"office": "  ", "on": "2023-12-04"}, "needs: office"),
        ("who-held", {"office": "Dirjen Pesisir", "on": "2023-12"}, "is no day"),
        ("who-held", {"office": "Dirjen Pesisir", "on": "kemarin"}, "on: 'kemarin'"),
        ("who-held", {"office": "Dirjen Pesisir", "on": '2023-12-04"^^xsd:date) } #'}, "on: "),
        (
            "who-held",
            {"office": "Dirjen Laut", "on": "2023-12-04"},
            r"no office .* 'Dirjen Laut'; similar names: 'Dirjen Pesisir'",
        ),
        ("timeline", {"person": '" } INSERT DATA { <a:b> <a:b> <a:b> } #'}, "no person"),
        ("timeline", {"person": "https://w3id.org/graphbuild/id/x> } #"}, "no person"),
        ("timeline", {"who": "Ratna"}, "needs: person"),
        ("timeline", {"person": "Ratna", "who": "x"}, "no parameter 'who'"),
        ("timelines", {}, "no question"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_explained(
    folder: Path, name: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(folder, name, parameters)


def test_text_parameters_cannot_leave_their_quotes(opened: OpenGraph) -> None:
    for words in ('pes"isir', "pesisir\\", "a\nb", "') . ?x ?y ?z"):
        assert opened.ask("find", {"name": words}).rows == ()


def test_own_sparql(folder: Path, opened: OpenGraph) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?e a gb:Event }"
    assert run_sparql(folder, count) == opened.sparql(count) == Result(("n",), ((10,),))
    assert opened.sparql("ASK { ?e a gb:Tenure }").rows == ((True,),)
    assert opened.sparql("CONSTRUCT { ?e a gb:Event } WHERE { ?e a gb:Agreement }").rows == (
        ("event:agreement-1", "rdf:type", "gb:Event"),
    )
    with pytest.raises(QueryError, match="not valid SPARQL"):
        run_sparql(folder, "SELECT WHERE")
    with pytest.raises(QueryError, match="not valid SPARQL"):
        opened.sparql("INSERT DATA { <a:a> <a:a> <a:a> }")


@pytest.mark.parametrize(
    "query", ["SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", "SELECT * { service SILENT ?x { ?s ?p ?o } }"]
)
def test_no_other_server_is_asked(opened: OpenGraph, query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        opened.sparql(query)
    assert opened.sparql('SELECT ?service { ?service rdfs:label "SERVICE <x>" } # SERVICE').rows == ()


def test_a_query_without_end_is_stopped(folder: Path, opened: OpenGraph) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        run_sparql(folder, endless, 0.2)
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        opened.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 0.2)


def test_a_place_without_a_graph_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no graph in"):
        run_query(tmp_path, "succession", {})
    broken = tmp_path / "graph.ttl"
    broken.write_text("not turtle")
    with pytest.raises(InputError, match="cannot read"):
        run_query(tmp_path, "succession", {})
    with pytest.raises(InputError, match="cannot read"):
        run_sparql(tmp_path, "ASK {}")
