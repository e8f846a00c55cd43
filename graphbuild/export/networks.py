"""A graph as a network for Gephi, Cytoscape, yEd or networkx: entities and events as nodes, roles as edges."""

import re
from pathlib import Path

import networkx as nx

from graphbuild.export.stored import Node, entities, events, graph_file, nodes, roles
from graphbuild.storage import write_whole

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITY = {"aliases": "skos:altLabel", "seats": "gb:seats"}
_EVENT = {"date": "gb:date", "precision": "gb:precision", "when": "gb:when", "start": "gb:start", "end": "gb:end"}
_LINKS = ("gb:organization", "org:subOrganizationOf", "gb:within", "gb:replaces", "gb:startedBy", "gb:endedBy")


def graphml(folder: Path, output: Path) -> tuple[Path, ...]:
    """Write a graph as GraphML."""
    lines = nx.generate_graphml(network(nodes(graph_file(folder))))
    write_whole(output, ['<?xml version="1.0" encoding="UTF-8"?>\n', *(f"{line}\n" for line in lines)])
    return (output,)


def gexf(folder: Path, output: Path) -> tuple[Path, ...]:
    """Write a graph as GEXF 1.2, without the date of writing, so that equal graphs give equal bytes."""
    lines = "\n".join(nx.generate_gexf(network(nodes(graph_file(folder)))))
    dated = re.compile(r'(<meta) lastmodifieddate="[^"]*"')
    write_whole(output, ['<?xml version="1.0" encoding="UTF-8"?>\n', dated.sub(r"\1", lines), "\n"])
    return (output,)


def network(found: dict[str, Node]) -> "nx.MultiDiGraph[str]":
    """The facts as a directed network: an edge goes from an event to whoever takes part, named by the role."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in (*entities(found), *events(found)):
        extra = _ENTITY if "gb:Entity" in node.types else _EVENT
        told = {name: " | ".join(node.all(source)) for name, source in extra.items() if node.all(source)}
        graph.add_node(node.id, **_clean({"label": node.one("rdfs:label"), "kind": node.kind, **told}))
    for node in list(events(found)):
        for role, entity in roles(node, found):
            graph.add_edge(node.id, entity.id, label=role)
    for node in found.values():
        for link in _LINKS:
            if link == "gb:organization" and "gb:Event" in node.types:
                continue
            for other in node.all(link):
                if node.id in graph and other in graph:
                    graph.add_edge(node.id, other, label=link.partition(":")[2])
    return graph


def _clean(told: dict[str, str]) -> dict[str, str]:
    """Words without the characters that XML cannot hold."""
    return {name: _NOT_XML.sub("\ufffd", words) for name, words in told.items()}
