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

FLOW = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 24px; width: 1000px; font: 15px system-ui, sans-serif; background: #fff; color: #1b2430 }}
ol {{ display: flex; gap: 34px; list-style: none; margin: 0; padding: 0 }}
li {{ flex: 1; border: 1px solid #9aa7b8; border-radius: 8px; padding: 12px; position: relative; text-align: center }}
li:not(:last-child)::after {{ content: "➜"; position: absolute; right: -27px; top: 36%; color: #5b6778; font-size: 20px }}
b {{ display: block; font-size: 25px; color: #0b5c9e }} small {{ color: #5b6778 }}
</style><ol>{steps}</ol>"""
"""The road from articles to answers as a row of boxes, each with what the samples gave there."""

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks" / "pictures"


def main() -> None:
    """Build the samples and photograph the page, a person's evidence and the timeline, light and dark."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        result = graphbuild.build(ROOT / "graphbuild" / "samples", name)
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        FOLDER.mkdir(parents=True, exist_ok=True)
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1360, "height": 820}, color_scheme=scheme)
            page.goto((Path(name) / "graph.html").as_uri() + "#l=en")
            page.wait_for_selector("html[data-ready='1']", state="attached")
            photograph(page, scheme)
        draw_flow(browser.new_page(viewport={"width": 1048, "height": 160}), result)
        browser.close()


def draw_flow(page: Page, result: graphbuild.Result) -> None:
    """Draw the flow with the counts of a build."""
    facts = graphbuild.read_facts(result.folder / "facts.jsonl")
    steps = (
        ("ingest", len(facts), "articles"),
        ("nlp", sum(len(one.sentences) for one in facts), "sentences"),
        ("entities", sum(len(chain.mentions) for one in facts for chain in one.chains), "mentions"),
        ("events", sum(len(one.claims) for one in facts), "claims, each with its sentence"),
        ("resolve", len(result.graph.entities), "people, posts, bodies, places"),
        ("export, query", len(result.graph.events), "events in Turtle, page, answers"),
    )
    boxes = "".join(f"<li>{stage}<b>{count}</b><small>{what}</small></li>" for stage, count, what in steps)
    page.set_content(FLOW.format(steps=boxes))
    keep(page, "flow")


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
