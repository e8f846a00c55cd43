"""The page as a file: one, whole, the same each time, and locked against what it holds."""

import base64
import hashlib
import html.parser
import json
import re
from pathlib import Path

import pytest
import worlds

from graphbuild.errors import QueryError
from graphbuild.export.html import SCRIPTS, page, write_page
from graphbuild.export.notebook import inline, network
from graphbuild.model.world import Graph
from graphbuild.ontology.load import load_ontology

ONTOLOGY = load_ontology()


class Elements(html.parser.HTMLParser):
    """The elements of a page with their attributes, and the content of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] == "script":
            self.scripts[-1] += data


@pytest.fixture(scope="module")
def text() -> str:
    return page(worlds.small(), ONTOLOGY)


def test_the_page_loads_nothing(text: str) -> None:
    elements = Elements(text)
    assert not [
        1
        for _, attributes in elements.found
        for name in attributes
        if name in {"src", "srcset", "action", "formaction", "background", "poster"}
    ]
    assert {attributes.get("href") for tag, attributes in elements.found if tag == "link"} == {"data:,"}
    own = text.replace(elements.scripts[1], "")
    assert "@import" not in own
    assert "url(" not in own
    assert "sourceMappingURL" not in text


def test_every_script_and_style_is_allowed_by_its_hash_and_nothing_else(text: str) -> None:
    elements = Elements(text)
    policy = next(
        str(attributes["content"])
        for tag, attributes in elements.found
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    for source in [*elements.scripts[1:], *styles]:
        assert base64.b64encode(hashlib.sha256(source.encode()).digest()).decode() in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not [
        name for _, attributes in elements.found for name in attributes if name.startswith("on") or name == "style"
    ]


def test_data_cannot_leave_its_element() -> None:
    told = worlds.evidence("a0", "</script><script>alert(1)</script> <!-- & dilantik", "dilantik")
    graph = Graph(
        (worlds.article(0, "<b>", "2024-01-01", "</script>"),),
        (worlds.entity("</script>", worlds.PERSON),),
        (worlds.event("tenure", {"person": "PER-</script>"}, (told,)),),
    )
    elements = Elements(page(graph, ONTOLOGY, title="</title><script>"))
    assert len(elements.scripts) == 3
    assert json.loads(elements.scripts[0])["entities"][0]["n"] == "</script>"


def test_the_same_graph_gives_the_same_bytes(text: str, tmp_path: Path) -> None:
    write_page(worlds.small(), ONTOLOGY, tmp_path / "graph.html")
    assert (tmp_path / "graph.html").read_bytes() == text.encode()


def test_two_thousand_nodes_with_evidence_stay_under_five_megabytes() -> None:
    assert len(page(worlds.large(2000), ONTOLOGY).encode()) <= 5_000_000


def test_focus_is_a_name_and_an_unknown_one_is_answered_with_close_ones() -> None:
    assert '"focus":' in page(worlds.small(), ONTOLOGY, focus="ratna")
    with pytest.raises(QueryError, match="Ratna Wulandari"):
        page(worlds.small(), ONTOLOGY, focus="Ratna Wulandri")
    with pytest.raises(QueryError, match="id and en"):
        page(worlds.small(), ONTOLOGY, language="fr")


def test_all_parts_of_the_script_are_in_the_page() -> None:
    folder = Path(__file__).parents[2] / "graphbuild" / "export" / "page"
    assert {path.stem for path in folder.glob("*.js")} == set(SCRIPTS)


def test_the_script_writes_text_only() -> None:
    folder = Path(__file__).parents[2] / "graphbuild" / "export" / "page"
    for path in folder.glob("*.js"):
        script = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", script), (
            path.name
        )
        assert len(script.splitlines()) <= 300, path.name


def test_captions_are_there_in_both_languages() -> None:
    script = (Path(__file__).parents[2] / "graphbuild" / "export" / "page" / "words.js").read_text(encoding="utf-8")
    indonesian, english = script.split("  en: {")
    keys = [set(re.findall(r"(?<![\w\"])(\w+): [\"\[]", part)) for part in (indonesian, english)]
    assert keys[0] == keys[1]


def test_a_notebook_shows_the_page_in_a_frame_that_cannot_reach_the_notebook() -> None:
    shown = inline(worlds.small(), ONTOLOGY, focus="Bagas")._repr_html_()
    assert shown.startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
    assert "allow-same-origin" not in shown
    assert shown.count("<") == 2


def test_pyvis_gets_the_same_nodes() -> None:
    drawn = network(worlds.small(), ONTOLOGY)
    assert len(drawn.nodes) == 21
    assert {node["shape"] for node in drawn.nodes} == {"dot", "square", "hexagon", "triangleDown"}
    assert all(edge["smooth"] is False for edge in drawn.edges)
