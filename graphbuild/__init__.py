"""Reads Indonesian news about public officials and builds a knowledge graph that a journalist can trust.

>>> import graphbuild
>>> sorted(graphbuild.__all__)[:3]
['Claim', 'Document', 'Facts']

The front door is light: a room is opened when something of it is first asked for.
"""

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphbuild.model.text import Claim, Document, Facts
    from graphbuild.model.world import Graph
    from graphbuild.ontology.load import load_ontology
    from graphbuild.query.sparql import run_query
    from graphbuild.scale.build import Result
    from graphbuild.settings import Settings

__all__ = [
    "Claim",
    "Document",
    "Facts",
    "Graph",
    "Result",
    "Settings",
    "build",
    "load_ontology",
    "read_facts",
    "run_query",
]

_ROOMS = {
    "Claim": "graphbuild.model.text",
    "Document": "graphbuild.model.text",
    "Facts": "graphbuild.model.text",
    "Graph": "graphbuild.model.world",
    "Result": "graphbuild.scale.build",
    "Settings": "graphbuild.settings",
    "load_ontology": "graphbuild.ontology.load",
    "run_query": "graphbuild.query.sparql",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what the rooms hold
    """Open the room that holds a name."""
    if name not in _ROOMS:
        message = f"module 'graphbuild' has no attribute {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(message)
    return getattr(importlib.import_module(_ROOMS[name]), name)


def build(inputs: str | Path | Sequence[str | Path], output: str | Path, *, workers: int = 1) -> "Result":
    """Read articles and write a graph of them into a folder.

    Args:
        inputs: a file or folder of articles (.txt, .html, .jsonl, also .gz and .xz), or several.
        output: the folder for facts.jsonl, graph.ttl, graph.html and the rest; it is created.
        workers: how many processes analyze at the same time.

    Returns:
        The graph, the folder and the report of the run.

    Raises:
        InputError: not one article could be read.
        OutputError: the folder cannot be written.
    """
    from graphbuild.scale.build import build as run  # noqa: PLC0415 - keeps the front door light
    from graphbuild.scale.run import Options  # noqa: PLC0415

    paths = [inputs] if isinstance(inputs, str | Path) else inputs
    return run([Path(path) for path in paths], Path(output), Options(workers=workers))


def read_facts(path: str | Path) -> "list[Facts]":
    """All facts of a ``facts.jsonl`` file."""
    from graphbuild.scale.run import stored_facts  # noqa: PLC0415 - keeps the front door light

    return list(stored_facts(Path(path)))
