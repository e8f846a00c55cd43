"""Makes the README's pictures from the samples: ``python tests/browser/make_pictures.py`` (needs Chromium, a minute)."""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

import graphbuild

COLORS = 256
"""Colors kept in a picture: the page is flat, so a third of the bytes shows the same."""

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks" / "pictures"


def main() -> None:
    """Build the samples and photograph the page, a person's evidence and the timeline, light and dark."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        graphbuild.build(ROOT / "graphbuild" / "samples", name)
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        FOLDER.mkdir(parents=True, exist_ok=True)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1360, "height": 820}, color_scheme=scheme)
            page.goto((Path(name) / "graph.html").as_uri() + "#l=en")
            page.wait_for_selector("html[data-ready='1']", state="attached")
            photograph(page, scheme)
        browser.close()


def photograph(page: Page, scheme: str) -> None:
    """Three pictures of an opened page."""
    keep(page, f"network-{scheme}")
    page.fill("#search", "Ratna Wulandari")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.locator("#panel .fact", has_text="Resignation").first.scroll_into_view_if_needed()
    keep(page, f"evidence-{scheme}")
    page.click("#home")
    page.click("#tab-timeline")
    page.wait_for_timeout(300)
    keep(page, f"timeline-{scheme}")


def keep(page: Page, name: str) -> None:
    """Write what is on the screen as a small PNG."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(COLORS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        FOLDER / f"{name}.png", optimize=True
    )


if __name__ == "__main__":
    sys.exit(main())
