"""Files to documents: one reader per format, and a reason for everything that gives no article."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graphbuild.indonesian.calendar import read_date
from graphbuild.ingest.content import (
    LONGEST_LINE,
    LONGEST_PAGE,
    UnreadableError,
    decode,
    decode_page,
    first_bytes,
    numbered_lines,
)
from graphbuild.ingest.files import File, find_files, shown
from graphbuild.ingest.furniture import mark_furniture
from graphbuild.ingest.headers import Published, find_headline, find_published
from graphbuild.ingest.lines import split_lines
from graphbuild.ingest.pages import Page, read_page
from graphbuild.model.text import DateBasis, Document, Rejected, Source
from graphbuild.settings import Settings

_LETTER = re.compile(r"[^\W\d_]")
_NEVER_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_MOST_BYTES = 4
"""Bytes of the longest character in UTF-8."""

_LONGEST_FIELD = 2_000
"""Characters kept of an id, a title, an address: 99.99 % of 42,000 titles have under 300."""


@dataclass(frozen=True, slots=True)
class _Raw:
    """An article as its file gives it, before anything is read out of its text."""

    path: str
    text: str
    id: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: Published | None = None
    notes: tuple[str, ...] = ()


def read_articles(paths: Sequence[Path], settings: Settings) -> Iterator[Document | Rejected]:
    """Every article of the files and folders, in a fixed order; what gives none is told with its reason.

    Files are read one after the other and records line by line, so memory holds one article at a time. Ids are those
    the input gives and may repeat.
    """
    for file in find_files(paths):
        if isinstance(file, Rejected):
            yield file
            continue
        readers = {"text": _text_file, "page": _page_file, "records": _records}
        try:
            for raw in readers[file.holds](file, settings):
                yield raw if isinstance(raw, Rejected) else _document(raw, settings)
        except UnreadableError as error:
            yield Rejected(shown(file.path), str(error))


def _text_file(file: File, settings: Settings) -> Iterator[_Raw | Rejected]:
    """The text exactly as the file has it."""
    content, more = first_bytes(file, _MOST_BYTES * (settings.longest_article + 1))
    text = decode(content, whole=not more)
    yield _Raw(file.place, _not_empty(text), _clean(file.stem))


def _page_file(file: File, settings: Settings) -> Iterator[_Raw | Rejected]:
    del settings
    content, more = first_bytes(file, LONGEST_PAGE)
    if more:
        message = f"is larger than {LONGEST_PAGE:,} bytes, which no news page is; save its text as .txt"
        raise UnreadableError(message)
    page = read_page(_not_empty(decode_page(content)))
    yield _from_page(page, _Raw(file.place, page.text, _clean(file.stem)))


def _records(file: File, settings: Settings) -> Iterator[_Raw | Rejected]:
    """The articles of a file with one JSON object a line; a bad line does not stop the others."""
    del settings
    given = 0
    for number, line in numbered_lines(file):
        if line is not None and not line.strip(b"\xef\xbb\xbf\r\t "):
            continue
        given += 1
        try:
            yield _record(f"{file.place}:{number}", line)
        except UnreadableError as error:
            yield Rejected(f"{shown(file.path)}:{number}", str(error))
    if given == 0:
        message = "holds no articles: it is empty; each line is to hold one JSON object with id, title and text"
        raise UnreadableError(message)


def _record(where: str, line: bytes | None) -> _Raw:
    if line is None:
        message = f"is a line longer than {LONGEST_LINE:,} bytes, which no article is; give each article its own line"
        raise UnreadableError(message)
    try:
        record = json.loads(decode(line).strip("\ufeff"))
    except json.JSONDecodeError as error:
        message = f"is no JSON: {error.msg.lower()} at character {error.pos + 1}; each line is one JSON object"
        raise UnreadableError(message) from error
    except (ValueError, RecursionError) as error:
        message = "is no JSON that can be read: it is nested too deeply or holds a number too long"
        raise UnreadableError(message) from error
    if not isinstance(record, dict):
        message = 'is JSON but no object; each line is to be one object such as {"id": ..., "text": ...}'
        raise UnreadableError(message)
    return _from_record(where, record)


def _from_record(where: str, record: Mapping[str, object]) -> _Raw:
    text, markup = record.get("text"), record.get("html")
    fields = {name: _field(record.get(name)) for name in ("id", "title", "outlet", "url", "date")}
    date = read_date(fields["date"])
    notes = (f"the field date says {fields['date']!r}, which is no date",) if fields["date"] and date is None else ()
    raw = _Raw(
        path=where,
        text="",
        id=fields["id"],
        title=fields["title"],
        outlet=fields["outlet"],
        url=fields["url"],
        published=None if date is None else (date, DateBasis.FIELD),
        notes=notes,
    )
    if isinstance(text, str) and _LETTER.search(text):
        return _with_text(raw, text)
    if isinstance(markup, str) and markup.strip():
        if len(markup) > LONGEST_PAGE:
            message = f"has markup of more than {LONGEST_PAGE:,} characters, which no news page has; give its text"
            raise UnreadableError(message)
        page = read_page(markup)
        return _from_page(page, _with_text(raw, page.text))
    named = [name for name in ("text", "html") if name in record]
    found = f"the field {named[0]} is empty or no text" if named else "there is no field text or html"
    message = f"holds no article: {found}; give the article's text in the field text"
    raise UnreadableError(message)


def _from_page(page: Page, raw: _Raw) -> _Raw:
    """What the page says of itself, where the record beside it says nothing."""
    date = None if page.published is None else (page.published, DateBasis.PAGE)
    return _Raw(
        path=raw.path,
        text=page.text if not raw.text else raw.text,
        id=raw.id,
        title=raw.title or _clean(page.title),
        outlet=raw.outlet or _clean(page.outlet),
        url=raw.url or _clean(page.url),
        published=raw.published or date,
        notes=raw.notes,
    )


def _with_text(raw: _Raw, text: str) -> _Raw:
    """The article with a text that can be stored and printed anywhere; every offset stays where it was."""
    mended, count = _NEVER_TEXT.subn("\ufffd", text)
    notes = (*raw.notes, f"{count} characters that are no text were replaced") if count else raw.notes
    return _Raw(raw.path, mended, raw.id, raw.title, raw.outlet, raw.url, raw.published, notes)


def _document(raw: _Raw, settings: Settings) -> Document:
    text, notes = raw.text, raw.notes
    if len(text) > settings.longest_article:
        text = text[: settings.longest_article]
        notes = (*notes, f"was cut: only its first {settings.longest_article:,} characters were read")
    lines = split_lines(text)
    title = raw.title or find_headline(lines, mark_furniture(text))
    published = raw.published or find_published(text, lines) or (None, None)
    source = Source(
        path=raw.path,
        outlet=raw.outlet or _host(raw.url) or None,
        url=raw.url or None,
        published=published[0],
        date_basis=published[1],
    )
    name = raw.id or hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return Document(name, source, title, text, mark_furniture(text, title), notes)


def _not_empty(text: str) -> str:
    if not _LETTER.search(text):
        found = "holds no words" if text.strip("\ufeff \t\r\n\x0b\x0c\xa0") else "is empty"
        message = f"{found}; an article needs at least one sentence of text"
        raise UnreadableError(message)
    return text


def _field(value: object) -> str:
    """A field of a record as one short line; numbers are taken as they are written, everything else is no value."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _clean(str(value)[: 2 * _LONGEST_FIELD])


def _clean(value: str) -> str:
    return " ".join(_NEVER_TEXT.sub("\ufffd", value).split())[:_LONGEST_FIELD]


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
