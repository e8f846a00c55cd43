"""axe-core finds nothing serious in any view, light or dark."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import worlds

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def axe() -> str:
    places = [Path(os.environ["AXE_CORE"])] if "AXE_CORE" in os.environ else []
    if shutil.which("npm") is not None:
        root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
        places.append(Path(root) / "axe-core" / "axe.min.js")
    for path in places:
        if path.is_file():
            return path.read_text(encoding="utf-8")
    pytest.skip("needs axe-core: npm install -g axe-core, or set AXE_CORE to the path of axe.min.js")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation(axe: str, opened: Callable[..., Any], scheme: str) -> None:
    found = []
    for fragment in (
        "",
        "#n=PER-Ratna+Wulandari",
        "#v=timeline",
        "#v=timeline&n=PER-Ratna+Wulandari",
        "#v=list",
        "#on=2023-12-04",
        "#from=2020-01-01&to=2024-01-01&l=en",
    ):
        result = opened(worlds.small(), fragment, color_scheme=scheme, bypass_csp=True)
        result.page.evaluate(axe)
        report = result.run("() => axe.run(document, {resultTypes: ['violations']})")
        found += [
            f"{fragment or 'start'}: {item['id']}: {item['nodes'][0]['html'][:120]}: {item['nodes'][0]['failureSummary'][:200]}"
            for item in report["violations"]
            if item["impact"] in {"serious", "critical"}
        ]
    assert found == []
