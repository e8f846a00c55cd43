"""A graph inside a notebook: the page in a frame of its own, without a file or a server; and pyvis' own object."""

import html
from dataclasses import dataclass

from pyvis.network import Network

from graphbuild.export.html import find_entity, page
from graphbuild.export.scene import clean, opening
from graphbuild.model.world import Graph
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology

SHAPES = {"PER": "dot", "OFFICE": "square", "ORG": "hexagon", "LOC": "triangleDown"}
COLORS = {"PER": "#0067a5", "OFFICE": "#b06a00", "ORG": "#00785a", "LOC": "#a0468a"}
"""The same shapes and colors as on the page (``page/canvas.js`` and ``page/page.css``)."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that notebooks show in place: Jupyter, VS Code and Colab ask it for ``_repr_html_``."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        """The page in a frame that may run its own scripts and save files, and nothing else of the notebook."""
        source = html.escape(self.page, quote=True)
        style = f"width:100%;height:{self.height}px;border:1px solid #8888;border-radius:8px"
        return (
            f'<iframe srcdoc="{source}" style="{style}" title="graphbuild" '
            'sandbox="allow-scripts allow-downloads allow-popups"></iframe>'
        )


def inline(
    graph: Graph,
    ontology: Ontology | None = None,
    *,
    focus: str | None = None,
    language: str = "id",
    height: int = 620,
) -> Inline:
    """The interactive page of a graph for a notebook's output cell, about 0.6 MB plus the graph's own text.

    Raises:
        QueryError: nobody has the name of ``focus``, or the language is unknown.
    """
    text = page(graph, ontology if ontology is not None else load_ontology(), focus=focus, language=language)
    return Inline(text, height)


def network(
    graph: Graph, ontology: Ontology | None = None, *, focus: str | None = None, language: str = "id"
) -> Network:
    """The opening view as pyvis' ``Network``, placed and without physics, for those who go on with pyvis.

    Its own ``write_html`` loads files from the web and shows what a title holds as markup; ``write_page`` does neither.
    """
    words = ontology if ontology is not None else load_ontology()
    view = opening(graph, words, None if focus is None else find_entity(graph, focus))
    result = Network(directed=True, cdn_resources="in_line", height="620px", width="100%")
    for index, (x, y) in view.places.items():
        entity = graph.entities[index]
        look = {"shape": SHAPES[entity.kind], "color": COLORS[entity.kind]}
        result.add_node(index, label=clean(entity.name, 60), x=x, y=y, physics=False, **look)
    labels = {event_type.name: event_type.edge for event_type in words.types}
    for event, ends in zip(graph.events, view.edges, strict=True):
        edge = labels.get(event.type)
        label = event.type if edge is None else getattr(edge.label, language)
        for left, right in ends:
            if left in view.places and right in view.places:
                result.add_edge(left, right, label=label, physics=False, smooth=False)
    return result
