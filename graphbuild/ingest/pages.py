"""HTML to main text, title and date, without a network: the markup of one page in, what its article says out."""

import datetime as dt
import logging
import re
from dataclasses import dataclass

from htmldate import find_date
from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extract

from graphbuild.indonesian.calendar import read_date
from graphbuild.ingest.content import UnreadableError
from graphbuild.model.dates import PartialDate

_MOST_TAGS = 20_000
"""Tags of one page, ends counted too; of 179 saved news pages the largest had 4,000, and 20,000 take some seconds."""

_DEEPEST = 250
"""Levels of markup; libxml2 gives up at 256, and real pages have about 30."""

_OLDEST = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
_NEWEST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
"""Bounds for a page's date; fixed, because the result must not depend on the day of the run."""

_WHOLE = re.compile(r"<(?:html|body|main|article)\b", re.IGNORECASE)
"""What a whole page has and a piece of one has not; in a piece everything is the article's."""

_LETTER = re.compile(r"[^\W\d_]")
_STUMBLES = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.LxmlError)
"""What the libraries let through on broken markup: fuzzing met the first; the page is then read without them."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "dd",
        "dt",
        "option",
    ]
)
"""Tags that need no end, so that counting levels must pass over them."""

_HIDDEN = frozenset(("script", "style", "noscript", "template", "head", "nav", "footer", "aside", "form", "button"))
_BREAKS = frozenset(
    ("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "article", "section")
)


@dataclass(frozen=True, slots=True)
class Page:
    """What one page's markup holds; empty strings and None stand for what it does not say."""

    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: PartialDate | None = None


def read_page(markup: str) -> Page:
    """The article of a page.

    Raises:
        UnreadableError: there is no article text in it, or its markup is a trap.
    """
    _refuse_traps(markup)
    tree = _tree(markup)
    if tree is None:
        message = "holds no markup that can be read; a page needs at least one paragraph of text"
        raise UnreadableError(message)
    if not _WHOLE.search(markup):
        return Page(_some_text(_all_text(tree)), published=_published(tree))
    published = _published(tree)
    extract = _extract(markup)
    text = _plain(extract.text) if isinstance(extract, Extract) else ""
    text = _some_text(text or _all_text(tree))
    if not isinstance(extract, Extract):
        return Page(text, _title(tree), published=published)
    return Page(text, _title(tree) or (extract.title or ""), extract.sitename or "", extract.url or "", published)


def _some_text(text: str) -> str:
    if not _LETTER.search(text):
        message = "holds no article text; a page needs at least one paragraph of text"
        raise UnreadableError(message)
    return text


def _refuse_traps(markup: str) -> None:
    """Refuse markup whose size or depth could only serve to exhaust the reader."""
    depth = deepest = 0
    for tags, found in enumerate(_TAG.finditer(markup), 1):
        if found[2].lower() not in _VOID and not found[3]:
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
        if tags > _MOST_TAGS or deepest > _DEEPEST:
            message = (
                f"has more than {_MOST_TAGS:,} tags or {_DEEPEST} levels of markup; save the article's text as .txt"
            )
            raise UnreadableError(message)


def _tree(markup: str) -> html.HtmlElement | None:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _extract(markup: str) -> object:
    """What trafilatura makes of the page; None where it finds nothing or stumbles."""
    try:
        return bare_extraction(
            markup, favor_recall=True, include_comments=False, include_tables=False, with_metadata=True
        )
    except _STUMBLES:
        return None


def _published(tree: html.HtmlElement) -> PartialDate | None:
    """The page's own date, from its metadata, its address or a dated element."""
    try:
        found = find_date(
            tree,
            extensive_search=False,
            original_date=True,
            outputformat="%Y-%m-%d",
            min_date=_OLDEST.replace(tzinfo=None),
            max_date=_NEWEST.replace(tzinfo=None),
        )
    except _STUMBLES:
        return None
    return read_date(found or "")


def _title(tree: html.HtmlElement) -> str:
    """The headline: the page's one top heading, or what it tells search engines, without the outlet's name."""
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    for wanted in ("og:title", "twitter:title"):
        for meta in tree.iter("meta"):
            if wanted in (meta.get("property"), meta.get("name")) and meta.get("content", "").strip():
                return " ".join(meta.get("content", "").split())
    return ""


def _plain(text: str | None) -> str:
    """The extract with one line a paragraph and no markup of lists left over."""
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    return "\n".join(line for line in lines if line)


def _all_text(tree: html.HtmlElement) -> str:
    """All visible text, a line for each block: for pieces of pages in which no main part stands out."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and element.tag in _HIDDEN:
            element.text = None
            for child in element:
                element.remove(child)
        if element.tag in _BREAKS:
            pieces.append("\n")
        pieces.append((element.text if event == "start" else element.tail) or "")
    return _plain("".join(pieces))


logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())
