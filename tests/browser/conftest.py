"""Opens pages in Debian's Chromium with the network off, and keeps what they log and ask for."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graphbuild.export.html import write_page
from graphbuild.model.world import Graph
from graphbuild.ontology.load import load_ontology


@dataclass
class Opened:
    """A page, the problems it logged and the requests it made besides its own file."""

    page: Any
    path: Path
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def run(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def settled(self) -> None:
        self.page.wait_for_timeout(150)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("needs Chromium: apt-get install chromium, or set CHROMIUM to its path")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install 'graphbuild[test]'")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    contexts = []

    def open_graph(graph: Graph, fragment: str = "", **options: Any) -> Opened:
        path = tmp_path / "graph.html"
        write_page(
            graph, load_ontology(), path, focus=options.pop("focus", None), language=options.pop("language", "id")
        )
        context = browser.new_context(
            viewport={"width": 1440, "height": 900}, offline=True, accept_downloads=True, **options
        )
        contexts.append(context)
        result = Opened(context.new_page(), path)
        page = result.page
        page.set_default_timeout(120_000)
        page.on(
            "console",
            lambda message: result.problems.append(message.text) if message.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: result.problems.append(str(error)))
        page.on("dialog", lambda dialog: (result.problems.append("dialog"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                result.requests.append(request.url)
                if not request.url.startswith(("data:", "blob:", path.as_uri()))
                else None
            ),
        )
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready='1']", state="attached")
        return result

    yield open_graph
    for context in contexts:
        context.close()
