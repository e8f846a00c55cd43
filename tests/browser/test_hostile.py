"""No name, title or quote of an article runs as script or breaks the page."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import worlds

from graphbuild.model.world import Graph

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "<!--<script>",
    "--><img src=x onerror=window.hit=1>",
    '"><img src=x onerror=window.hit=1>',
    "'><svg onload=window.hit=1>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<a href=javascript:window.hit=1>href</a>",
    "javascript:window.hit=1",
    "{{constructor.constructor('window.hit=1')()}}",
    "${window.hit=1}",
    "</title><script>window.hit=1</script>",
    "</style><script>window.hit=1</script>",
    "<b>tebal</b> <i>miring</i> &lt;b&gt; &amp;amp;",
    "]]><script>window.hit=1</script>",
    "@@DATA@@ @@SCRIPT@@",
    "\u202eitnaS idaB\u202c",
    "\u2066\u2067Budi\u2069 \u200f\u200e",
    "\u2028window.hit=1\u2029",
    "NUL \x00 dan \x07 lonceng \x1b[31m",
    "Panjang " * 1250,
    "TanpaSpasi" * 1000,
    "👩🏽‍⚖️🇮🇩 Hakim 👨‍👩‍👧‍👦",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    '=HYPERLINK("http://evil.example";"klik")',
    "+1+1|cmd",
    "@SUM(A1)",
    "-2+3\t=1",
    "   ",
    "بودي סנטוסו 蘇桑托",
    "__proto__",
    "\ud800 setengah \udfff",
)  # fmt: skip


def hostile() -> Graph:
    articles = tuple(
        worlds.article(
            i, name, "2024-07-03", name, url="javascript:window.hit=1//" if i % 2 else f"https://koran.example/{name}"
        )
        for i, name in enumerate(HOSTILE)
    )
    kinds = (worlds.PERSON, worlds.OFFICE, worlds.ORG, worlds.PLACE)
    entities = tuple(
        worlds.entity(name, kinds[i % 4], names=(f"alias {name}",), key=f"{i:02} {name}")
        for i, name in enumerate(HOSTILE)
    )
    people = [entity for entity in entities if entity.kind is worlds.PERSON]
    posts = [entity for entity in entities if entity.kind is worlds.OFFICE]
    events = []
    for i, name in enumerate(HOSTILE):
        told = (worlds.evidence(f"a{i}", f"kata {name} itu", name),)
        roles = {"person": people[i % len(people)].id, "office": posts[i % 7].id}
        events.append(
            worlds.event(
                "tenure",
                roles,
                told,
                id=f"{i} {name}",
                start="2020",
                modifier=name,
                label=name,
                texts=(("reason", name),),
                bounds=("2020-01-01", "2020-12-31", "2024-01-01", None),
            )
        )
        events.append(worlds.event(name.strip() or "x", roles, told, id=f"e{i} {name}", date="2021-02"))
    return Graph(articles, entities, tuple(events))


def test_nothing_of_an_article_runs_and_the_page_works(opened: Callable[..., Any]) -> None:
    result = opened(hostile())
    page = result.page
    for name in HOSTILE:
        page.fill("#search", name[:40].replace("\x00", ""))
        page.keyboard.press("Enter")
    result.settled()
    for i in range(0, len(HOSTILE), 4):
        page.goto(result.path.as_uri() + "#")
        result.run(
            "(i) => { location.hash = 'n=' + encodeURIComponent(JSON.parse(document.getElementById('data').textContent).entities[i].id); }",
            i,
        )
        result.settled()
        for tab in ("timeline", "list", "network"):
            page.click(f"#tab-{tab}")
        for summary in page.locator("summary").all():
            summary.click()
    with page.expect_download() as download:
        page.click("#csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_bytes().decode("utf-8-sig"))))
    assert result.run("window.hit") is None
    assert result.run("document.querySelectorAll('img, iframe, object, embed').length") == 0
    assert all(str(link.get_attribute("href")).startswith("https://") for link in page.locator("#panel a").all())
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@|\t\r")]
    assert result.problems == []
    assert result.requests == []


def test_script_that_is_not_the_page_s_own_may_not_run(opened: Callable[..., Any]) -> None:
    result = opened(worlds.small())
    result.run(
        "() => { const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s); const i = new Image(); i.src = 'https://evil.example/x.png'; document.body.append(i); }"
    )
    result.settled()
    assert result.run("window.hit") is None
    assert len([problem for problem in result.problems if "Content Security Policy" in problem]) == 2
