import pytest

from graphbuild.ingest.content import UnreadableError
from graphbuild.ingest.pages import read_page

PROSE = "Budi Santoso dilantik sebagai Camat Sukamaju oleh Bupati Siti Rahma di pendopo kabupaten pada Senin pagi."
MORE = "Ia menggantikan Agus Wijaya yang memasuki masa pensiun setelah tiga tahun memimpin kecamatan tersebut."


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def test_the_main_text_without_menu_and_footer() -> None:
    body = f"<nav><a>Beranda</a></nav><article><h1>Camat Baru</h1><p>{PROSE}</p><p>{MORE}</p></article><footer>Hak cipta</footer>"
    found = read_page(page(body))
    assert found.title == "Camat Baru"
    assert PROSE in found.text
    assert MORE in found.text
    assert "Beranda" not in found.text
    assert "Hak cipta" not in found.text


def test_a_piece_of_a_page_is_all_article() -> None:
    found = read_page(
        f"<p>{PROSE}<br>\n<br>\n{MORE}<br></p><script>alert(1)</script><ul><li>Satu</li><li>Dua &amp; tiga</li></ul>"
    )
    assert found.text.splitlines() == [PROSE, MORE, "Satu", "Dua & tiga"]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-08-14T16:54:00+07:00">',
        '<meta name="pubdate" content="2024-08-14">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-08-14T16:54:00+07:00"}</script>',
    ],
)
def test_the_date_of_publication(head: str) -> None:
    found = read_page(page(f"<article><p>{PROSE}</p><p>{MORE}</p></article>", head))
    assert str(found.published) == "2024-08-14"


def test_a_date_far_ahead_is_no_date_of_publication() -> None:
    head = '<meta property="article:published_time" content="2924-08-14T16:54:00+07:00">'
    assert read_page(page(f"<article><p>{PROSE}</p><p>{MORE}</p></article>", head)).published is None


def test_the_title_for_search_engines_where_there_is_no_heading() -> None:
    head = '<meta property="og:title" content="Camat  Baru"><title>Camat Baru - Kabar Sagara</title>'
    assert read_page(page(f"<article><p>{PROSE}</p><p>{MORE}</p></article>", head)).title == "Camat Baru"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [("<p></p>", "no article text"), ("<b>" * 300 + PROSE, "levels of markup"), ("<br>" * 30_000, "tags")],
)
def test_what_is_no_article_says_why(markup: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_page(markup)
