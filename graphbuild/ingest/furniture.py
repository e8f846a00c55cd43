"""What is not the article's own prose: menus, advertisements, other headlines, credits. Marked, never cut out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.indonesian.words import word_lists
from graphbuild.ingest.glued import marks_inside
from graphbuild.ingest.lines import Line, is_date, is_headline, is_menu, is_prose, is_trail, letters, split_lines
from graphbuild.model.text import Furniture, Span

_SIGNATURE = re.compile(r"[(\[]\s*([^()\[\]\n]{0,40}?)\s*[)\]]\s*$")
_CODES = re.compile(r"[a-zA-Z.*]{1,8}(?:\s?[/|]\s?[a-zA-Z.*]{1,8}){1,4}")
_BULLET = re.compile(r"[-–—•*·>»\s]+")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s|[a-z][.)]\s")
_WORDS = re.compile(r"[\w-]+")
_COUNTER = re.compile(r"[\d.,\s]+(?:views?|kali|x|komentar|comments?|shares?|dibaca)?", re.IGNORECASE)


def mark_furniture(text: str, title: str = "") -> tuple[Furniture, ...]:
    """The stretches of a text that are furniture, in order, not overlapping, each with the rule that says so.

    ``title`` is the article's own headline: where the text repeats it as a line it is furniture too.
    """
    lines = split_lines(text)
    marks = [Furniture(lines[place].span, rule) for place in range(len(lines)) if (rule := _line_rule(lines, place))]
    for mark in (_heads, _also_read, _tails, _signatures, _credits):
        marks += mark(lines)
    marks += _headline_repeats(lines, title)
    marks += marks_inside(lines)
    return _merged(marks)


def _line_rule(lines: Sequence[Line], place: int) -> str:
    """The rule by which the line, looked at alone, is furniture; empty if none."""
    line = lines[place]
    looks = (
        ("separator", _BULLET.fullmatch(line.text) is not None),
        ("counter", _COUNTER.fullmatch(line.text) is not None and any(map(str.isdigit, line.text))),
        ("advertisement", line.key in _words("advertisement")),
        ("comments", line.key in _words("comments") and _stands_alone(lines, place)),
        ("share", _is_share(line) and (line.words > 1 or any(map(_is_share, _beside(lines, place))))),
        ("date line", is_date(line)),
        ("menu", is_menu(line)),
    )
    return next((rule for rule, matches in looks if matches), "")


def _is_share(line: Line) -> bool:
    return 0 < line.words <= 12 and line.key != "" and all(word in _words("share") for word in _WORDS.findall(line.key))


def _beside(lines: Sequence[Line], place: int) -> Sequence[Line]:
    """The lines before and after a line."""
    return [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    """Whether the line is one by itself, and no word of a sentence that a page has broken into lines."""
    following = lines[place + 1].text[0] if place + 1 < len(lines) else "A"
    return not (lines[place].text[0].islower() or following.islower() or following in ",.;)")


def _headline_repeats(lines: Sequence[Line], title: str) -> Iterator[Furniture]:
    """The article's headline wherever it stands as a line, also shortened or with a picture's credit behind it."""
    wanted = letters(title)
    if len(wanted) < 12:
        return
    for place, line in enumerate(lines):
        found = letters(line.text)
        shorter = len(found) >= 20 and found in wanted and _stands_alone(lines, place)
        longer = wanted in found and len(found) <= len(wanted) + 30 and not is_prose(line)
        if found == wanted or (not is_prose(line) and (shorter or longer)):
            yield Furniture(line.span, "headline")


def _heads(lines: Sequence[Line]) -> Iterator[Furniture]:
    """Short lines with strokes above the first prose: trails, sections, view counts."""
    for line in lines[:12]:
        if is_prose(line) or line.words > 30:
            return
        if is_trail(line):
            yield Furniture(line.span, "trail")


def _also_read(lines: Sequence[Line]) -> Iterator[Furniture]:
    """A line that only says *Baca juga*, and the headlines under it until prose goes on."""
    for place, line in enumerate(lines):
        if line.key not in _words("also_read") or not _stands_alone(lines, place):
            continue
        yield Furniture(line.span, "also read")
        for follower in lines[place + 1 : place + 9]:
            bullet = _BULLET.match(follower.text) is not None
            if is_prose(follower) or _NUMBERED.match(follower.text) or not (bullet or is_headline(follower)):
                break
            yield Furniture(follower.span, "also read")


def _tails(lines: Sequence[Line]) -> Iterator[Furniture]:
    """From the heading of a list of other articles to the end, or to where prose goes on."""
    for place, line in enumerate(lines):
        heading = line.key in _words("tail_headings") and line.words <= 4 and _stands_alone(lines, place)
        if heading and any(map(is_prose, lines[:place])):
            for follower in lines[place : _prose_goes_on(lines, place + 1)]:
                yield Furniture(follower.span, "other articles")


def _prose_goes_on(lines: Sequence[Line], start: int) -> int:
    """Where two paragraphs of prose stand together again; teasers alternate with headlines."""
    rest = lines[start:]
    if rest and len(rest) <= 2 and all(map(is_prose, rest)):
        return start
    for place in range(start, len(lines) - 1):
        if all(is_prose(line) and len(line.text) >= 80 for line in lines[place : place + 2]):
            return place
    return len(lines)


def _signatures(lines: Sequence[Line]) -> Iterator[Furniture]:
    """The initials of those who wrote it, at the end of a paragraph, and the stray lines below the last of them."""
    last = -1
    for place, line in enumerate(lines):
        span = _signature(line)
        if span is not None:
            yield Furniture(span, "signature")
            last = place
    if last >= 0 and len(lines) - last <= 60:
        for line in lines[last + 1 : _prose_goes_on(lines, last + 1)]:
            if not is_prose(line) and not _NUMBERED.match(line.text):
                yield Furniture(line.span, "below the signature")


def _signature(line: Line) -> Span | None:
    found = _SIGNATURE.search(line.text)
    if found is None or any(character.isdigit() for character in found[1]) or len(found[1].split()) > 4:
        return None
    before = line.text[: found.start()].rstrip()
    whole = not before or before[-1] in ".!?\"”’'»*"
    codes = _CODES.fullmatch(found[1]) is not None and found[1] == found[1].lower()
    if not (whole or codes):
        return None
    return Span(line.span.start + found.start(), line.span.start + found.end())


def _credits(lines: Sequence[Line]) -> Iterator[Furniture]:
    """Lines such as *Editor: Siti Rahma*, and the line under a bare *Sumber :*."""
    for place, line in enumerate(lines):
        found = _credit_line().match(line.text)
        if found is None or line.words > 14 or (is_prose(line) and line.words > 8):
            continue
        yield Furniture(line.span, "credit")
        below = lines[place + 1] if place + 1 < len(lines) else None
        if found.end() == len(line.text) and below is not None and below.words <= 8 and not is_prose(below):
            yield Furniture(below.span, "credit")


@cache
def _credit_line() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _words("credits")), key=len, reverse=True))
    return re.compile(
        rf"[(\[•*-]*\s*(?:(?:{names})(?:\s*[/&,]\s*(?:{names}))?\s*:|laporan\s+(?:wartawan|kontributor|reporter)\b|kategori\b.*\|)\s*",
        re.IGNORECASE,
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(entry.casefold() for entry in word_lists("furniture")[key])


def _merged(marks: list[Furniture]) -> tuple[Furniture, ...]:
    """The marks in order; where two overlap, the first keeps its rule and grows."""
    merged: list[Furniture] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if merged and mark.span.start < merged[-1].span.end:
            end = max(mark.span.end, merged[-1].span.end)
            merged[-1] = Furniture(Span(merged[-1].span.start, end), merged[-1].rule)
        else:
            merged.append(mark)
    return tuple(merged)
