"""The rules of the house that no single room can see."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "graphbuild").rglob("*.py"))
PAGES = [
    *MODULES,
    *sorted((ROOT / "tests").rglob("*.py")),
    *sorted((ROOT / "ontology").rglob("*.yaml")),
    ROOT / "README.md",
]


def test_importing_the_front_door_opens_no_heavy_room() -> None:
    heavy = ("torch", "stanza", "rdflib", "pyoxigraph", "networkx", "pyvis", "trafilatura", "typer", "pandas")
    code = f"import sys, graphbuild; print([name for name in {heavy!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_help_opens_no_heavy_room() -> None:
    heavy = ("torch", "stanza", "rdflib", "pyoxigraph", "networkx", "pyvis", "trafilatura", "pandas")
    code = f"import sys, graphbuild.cli; print([name for name in {heavy!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_floors_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_its_budgets(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None and node.end_lineno - node.lineno >= 50
    ]
    assert ast.get_docstring(tree), "a module opens with what comes in and what goes out"
    assert len(text.splitlines()) <= 300, "split the module"
    assert not long, f"split {long}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_does_nothing_that_the_house_forbids(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Global), "no globals"
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type is not None else ""
            assert caught not in {"", "Exception"}, "name the error that can happen"
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            assert node.module != "graphbuild", "the front door is for guests"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and "cli" not in path.parts:
            assert node.func.id != "print", "printing happens in cli"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_project_speaks_of_itself_alone(path: Path) -> None:
    if path != Path(__file__).resolve():
        text = path.read_text(encoding="utf-8")
        assert not [word for word in ("../shared", "/work/", "STATUS.txt") if word in text]
