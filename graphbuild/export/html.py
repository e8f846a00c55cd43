"""A graph as one HTML file that opens from disk, asks nobody for anything and lets no text of an article run as script.

The drawing library is the vis-network file that pyvis carries; the page around it is the project's own, under
``page/``, because pyvis' page loads four files from the web and runs what a title contains (pyvis 0.3.2, measured).
"""

import base64
import difflib
import hashlib
import html
import importlib.util
import json
from importlib.resources import files
from pathlib import Path

from graphbuild.errors import QueryError, SetupError
from graphbuild.export.scene import Json, scene
from graphbuild.model.world import Graph
from graphbuild.ontology.types import Ontology
from graphbuild.storage import write_whole

SCRIPTS = (
    "words",
    "data",
    "state",
    "canvas",
    "labels",
    "place",
    "panel",
    "timeline",
    "controls",
    "search",
    "export",
    "main",
)
"""The page's own script, in the order in which its parts are joined."""

LANGUAGES = ("id", "en")


def write_page(graph: Graph, ontology: Ontology, path: Path, *, focus: str | None = None, language: str = "id") -> None:
    """Write the page; ``focus`` is a name to open on, ``language`` what the captions start in (id or en).

    Raises:
        QueryError: nobody has the name of ``focus``, or the language is unknown.
        OutputError: the file cannot be written.
    """
    text = page(graph, ontology, focus=focus, language=language)
    write_whole(path, [text])


def page(
    graph: Graph, ontology: Ontology, *, focus: str | None = None, language: str = "id", title: str = "graphbuild"
) -> str:
    """The whole page as text, the same for the same graph."""
    if language not in LANGUAGES:
        message = f"the page speaks {' and '.join(LANGUAGES)}, not {language!r}"
        raise QueryError(message)
    tables = scene(graph, ontology, None if focus is None else find_entity(graph, focus))
    return assemble({"language": language, "title": title, **tables})


def assemble(tables: Json) -> str:
    """The template with its style, scripts and data; every script and style is allowed by its hash and no other."""
    folder = files("graphbuild.export") / "page"
    style = (folder / "page.css").read_text(encoding="utf-8")
    parts = [(folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    script = '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"
    library = _vis_network()
    filled = {
        "LANGUAGE": html.escape(str(tables["language"])),
        "TITLE": html.escape(str(tables["title"])),
        "SCRIPT_HASHES": f"{_hash(library)} {_hash(script)}",
        "STYLE_HASH": _hash(style),
        "STYLE": style,
        "DATA": _json(tables),
        "LIBRARY": library,
        "SCRIPT": script,
    }
    pieces = (folder / "template.html").read_text(encoding="utf-8").split("@@")
    return "".join(filled[piece] if odd % 2 else piece for odd, piece in enumerate(pieces))


def find_entity(graph: Graph, name: str) -> str:
    """The id of the entity with that name, the best known where several have it; ``QueryError`` where none has."""
    wanted = name.casefold().strip()
    found = [
        entity for entity in graph.entities if wanted in {other.casefold() for other in (entity.name, *entity.names)}
    ]
    if found:
        return max(found, key=lambda entity: (len(entity.members), entity.id)).id
    close = difflib.get_close_matches(name, [entity.name for entity in graph.entities], 3, 0.5)
    hint = f"; close to it: {', '.join(close)}" if close else ""
    message = f"nobody and nothing in the graph is called {name!r}{hint}"
    raise QueryError(message)


def _json(tables: Json) -> str:
    """JSON that can stand inside a script element: no character of it can end the element or open a comment."""
    text = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace").decode("utf-8")
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _vis_network() -> str:
    """The vis-network library that pyvis carries, found without importing pyvis.

    Raises:
        SetupError: pyvis is not installed, or carries the library elsewhere.
    """
    found = importlib.util.find_spec("pyvis")
    folder = Path(found.origin).parent if found is not None and found.origin is not None else Path()
    for path in sorted(folder.glob("**/vis-9.1.2/vis-network.min.js")):
        return path.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]
    message = "the page needs vis-network 9.1.2, which pyvis 0.3.2 carries: pip install 'pyvis>=0.3.2'"
    raise SetupError(message)
