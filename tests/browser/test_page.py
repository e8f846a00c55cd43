"""What a reader does with the page works, offline, without an error and without a request."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import worlds

pytestmark = pytest.mark.browser


@pytest.fixture
def small(opened: Callable[..., Any]) -> Iterator[Any]:
    result = opened(worlds.small())
    yield result
    assert result.problems == []
    assert result.requests == []


def text(small: Any, selector: str) -> str:
    return str(small.page.inner_text(selector))


def find(small: Any, name: str) -> None:
    small.page.fill("#search", name)
    small.page.keyboard.press("Enter")
    small.settled()


def box(small: Any, name: str) -> Any:
    return small.page.get_by_role("checkbox", name=re.compile(f"^{name}", re.IGNORECASE))


def saved(small: Any, button: str) -> bytes:
    with small.page.expect_download() as download:
        small.page.click(button)
    return Path(download.value.path()).read_bytes()


def test_opens_on_people_posts_and_organizations(small: Any) -> None:
    assert text(small, "#scope").startswith("21 dari 21 simpul")
    assert "Sumber berbeda" in text(small, "#panel")
    assert small.run("document.compatMode") == "CSS1Compat"


def test_nothing_moves_after_opening(small: Any) -> None:
    first = small.page.screenshot()
    small.page.wait_for_timeout(700)
    assert small.page.screenshot() == first


def test_search_finds_by_another_name_and_shows_the_facts_in_time_order(small: Any) -> None:
    find(small, "dirjen pel")
    assert text(small, "#panel h2") == "Direktur Jenderal Pelabuhan"
    find(small, "ratna")
    dates = small.page.locator("#panel .fact > .when").all_inner_texts()
    assert dates == [
        "1994",
        "1995 – 1998",
        "2017 – 14 Maret 2022",
        "14 Maret 2022",
        "14 Maret 2022 – 1 Juli 2024",
        "1 Juli 2024",
        "tanpa tanggal",
    ]


def test_evidence_shows_quote_trigger_outlet_date_and_link(small: Any) -> None:
    find(small, "ratna")
    fact = small.page.locator("#panel .fact", has_text="Pengunduran diri").first
    assert fact.locator("mark").first.inner_text() == "mengundurkan diri"
    assert "Kabar Sagara, 3 Juli 2024" in fact.inner_text()
    link = fact.locator("a").first
    assert link.get_attribute("href") == "https://koran.example/3"
    assert "noreferrer" in str(link.get_attribute("rel"))
    fact.locator("summary").click()
    assert fact.locator("mark").nth(1).inner_text() == "mundur"


def test_a_disputed_day_is_shown_with_its_source(small: Any) -> None:
    small.page.click("#panel .conflicts button")
    small.settled()
    assert "7 Agustus 2024 (terbuka; Tirta Pos)" in text(small, "#panel .conflict >> nth=1")


def test_filters_hide_what_is_switched_off(small: Any) -> None:
    before = small.run("document.querySelector('#scope').textContent")
    box(small, "orang").uncheck()
    small.settled()
    assert small.run("document.querySelector('#scope').textContent") != before
    small.page.click("#home")
    box(small, "dibantah").uncheck()
    small.settled()
    find(small, "gubernur")
    assert "Pencalonan" not in text(small, "#panel")
    small.page.click("#home")
    box(small, "Tirta Pos").uncheck()
    find(small, "bagas")
    assert text(small, "#panel h3").startswith("0 fakta")


def test_filter_by_event_type_and_hidden_posts_stand_back_for_their_organization(small: Any) -> None:
    box(small, "jabatan").uncheck()
    small.settled()
    small.page.click("#tab-list")
    assert "Ratna Wulandari" in text(small, "#view-list")
    small.page.click("#home")
    small.page.locator("#filters fieldset", has_text="Peristiwa").get_by_role("button", name="kosongkan").click()
    small.settled()
    assert "Tidak ada yang cocok" in text(small, "#scope")


def test_as_of_tells_certain_from_possible_holders(small: Any) -> None:
    small.page.get_by_role("radio", name="Per tanggal").check()
    small.page.locator("input[type=date]:visible").fill("2023-12-04")
    small.settled()
    panel = text(small, "#panel")
    certain, _, possible = panel.partition("mungkin (")
    assert "Pemegang jabatan per 4 Desember 2023" in certain
    assert "Ratna Wulandari" in certain
    assert "Surya Dharmaputra" in possible
    box(small, "juga yang mungkin").uncheck()
    small.settled()
    assert "Surya Dharmaputra" not in text(small, "#panel")


def test_slider_moves_the_day(small: Any) -> None:
    small.page.get_by_role("radio", name="Per tanggal").check()
    slider = small.page.locator("input.day")
    slider.focus()
    before = text(small, "#panel h2")
    for _ in range(3):
        small.page.keyboard.press("PageDown")
    small.settled()
    assert text(small, "#panel h2") != before


def test_range_leaves_out_other_years(small: Any) -> None:
    small.page.get_by_role("radio", name="Rentang").check()
    small.page.locator("input[type=date]:visible").first.fill("1993-01-01")
    small.page.locator("input[type=date]:visible").nth(1).fill("1996-12-31")
    small.settled()
    assert text(small, "#scope").startswith("3 dari 21")


def test_neighborhood_back_and_expand(small: Any) -> None:
    find(small, "surya")
    small.page.get_by_role("button", name="Lingkungan saja").click()
    small.settled()
    assert text(small, "#scope").startswith("3 dari 21")
    find(small, "ratna")
    small.page.get_by_role("button", name="Tambah tetangga").click()
    small.settled()
    small.page.keyboard.press("Escape")
    small.page.click("#back")
    small.page.click("#home")
    small.settled()
    assert text(small, "#scope").startswith("21 dari 21")


def test_double_click_on_the_canvas_opens_the_neighborhood(small: Any) -> None:
    find(small, "bagas")
    small.page.keyboard.press("Escape")
    small.page.locator("#canvas").focus()
    small.page.keyboard.press("Enter")
    small.settled()
    assert "Seluruh graf" in text(small, "#scope")


def test_a_line_shows_the_facts_of_both_ends(opened: Callable[..., Any]) -> None:
    other = opened(worlds.small(), "#p=PER-Ratna+Wulandari%7COFFICE-Direktur+Jenderal+Pelabuhan")
    assert "3 fakta" in text(other, "#panel")
    assert "→" in text(other, "#panel h2")


def test_the_address_keeps_the_view(small: Any, opened: Callable[..., Any]) -> None:
    find(small, "bagas")
    small.page.click("#tab-timeline")
    box(small, "dibantah").uncheck()
    fragment = small.run("location.hash")
    again = opened(worlds.small(), fragment)
    assert "Garis waktu Bagas Prawironoto" in text(again, "#view-timeline")
    assert not box(again, "dibantah").is_checked()


def test_a_broken_address_is_ignored(opened: Callable[..., Any]) -> None:
    other = opened(worlds.small(), "#n=nobody&p=x|y&ego=%00&on=2024-99-99&k=ZZZ&v=<script>&l=xx&x=a|b")
    assert other.problems == []
    assert text(other, "#scope").startswith("21 dari 21")


def test_timeline_has_bars_marks_and_works_by_keyboard(small: Any) -> None:
    find(small, "ratna")
    small.page.click("#tab-timeline")
    assert small.page.locator("svg.timeline .bar").count() == 3
    assert small.page.locator("svg.timeline .event").count() == 3
    small.page.locator("svg.timeline .event").last.focus()
    small.page.keyboard.press("Enter")
    assert small.page.locator(".fact.chosen").count() == 1


def test_timeline_without_a_selection_shows_who_held_which_post(small: Any) -> None:
    small.page.click("#tab-timeline")
    assert "Jabatan dan pemegangnya" in text(small, "#view-timeline")
    assert small.page.locator("svg.timeline .rowlabel").count() == 7


def test_list_holds_the_same_facts(small: Any) -> None:
    small.page.click("#tab-list")
    assert small.page.locator("#view-list tbody tr").count() == 18


def test_png_and_csv(small: Any) -> None:
    assert saved(small, "#png").startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(saved(small, "#csv").decode("utf-8-sig"))))
    assert {row["person"] for row in rows} >= {"Ratna Wulandari", "Surya Dharmaputra"}
    assert next(row for row in rows if row["type"] == "resignation")["trigger"] == "mengundurkan diri"
    small.page.click("#tab-timeline")
    assert saved(small, "#png").startswith(b"\x89PNG")


def test_english_and_dark(small: Any) -> None:
    small.page.click("#language")
    small.page.click("#theme")
    find(small, "ratna")
    assert "Resignation" in text(small, "#panel")
    assert "1 July 2024" in text(small, "#panel")
    assert small.run("document.documentElement.lang") == "en"


def test_keyboard_reaches_a_neighbor(small: Any) -> None:
    find(small, "ratna")
    small.page.locator("#canvas").focus()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "+", "-", "e"):
        small.page.keyboard.press(key)
    small.settled()
    assert text(small, "#panel h2") != ""
    assert "Dipilih" in small.run("document.querySelector('#live').textContent")
    small.page.keyboard.press("?")
    assert small.page.locator("dialog").is_visible()


def test_opens_on_a_focus(opened: Callable[..., Any]) -> None:
    other = opened(worlds.small(), focus="Bagas", language="en")
    assert text(other, "#panel h2") == "Bagas Prawironoto"
    assert other.problems == []
