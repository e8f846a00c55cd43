"""Furniture that stands inside a line of prose: *Baca juga* in the middle, datelines, credits, calls to the reader."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.indonesian.words import word_lists
from graphbuild.ingest.lines import Line
from graphbuild.model.text import Furniture, Span

_LONGEST_HEADLINE = 220
"""Characters of a headline in the middle of prose: 99.9 % of 42,000 titles have at most 150, and two may be glued."""

_MOST_WORDS = 16
"""Words of a headline written as a sentence: 95 % of an agency's 2,000 titles have fewer."""

_DOMAIN = r"[\w-]+(?:\.[\w-]+)*\.(?:com|co\.id|go\.id|or\.id|ac\.id|web\.id|my\.id|net|org|info|news|tv|id|co)"
_DASH = r"\s*(?:[-–—]+|:|\|)\s*"
_END = re.compile(r"""[.!?]["”’')]*\s""")
_GLUED_HEAD = re.compile(r"[a-z]{6,24}(?=[A-Z][a-z])")
_SEAM = re.compile(r"""(?<=[a-z0-9!?"”)])(?=[A-Z][a-z]|[“"])|(?<=\s)(?=[“"‘])|(?<=\s)(?=[A-Z][\w'’-]*[ ,])""")


def marks_inside(lines: Sequence[Line]) -> Iterator[Furniture]:
    """The furniture inside each line; a mark never leaves its line."""
    for place, line in enumerate(lines):
        rules = [_also_read, _advertisements, _promotions, _credits, _pictures]
        if place < 12:
            rules.append(_dateline)
        for rule in rules:
            for mark in rule(line.text):
                start = line.span.start + mark.span.start
                yield Furniture(Span(start, start + len(mark.span)), mark.rule)


def _also_read(line: str) -> Iterator[Furniture]:
    """*Baca juga:* with its headline, up to where the prose goes on."""
    end = 0
    for found in _also_read_head().finditer(line):
        if found.start() < end:
            continue
        if found[0].lstrip().startswith("("):
            closing = line.find(")", found.end(), found.end() + _LONGEST_HEADLINE)
            end = closing + 1 if closing >= 0 else found.end()
        else:
            following = _also_read_head().search(line, found.end())
            limit = following.start() if following else len(line)
            end = _headline_end(line, found.end(), limit)
        yield Furniture(Span(found.start(), end), "also read")


def _headline_end(line: str, start: int, limit: int) -> int:
    """Where a headline ends that nothing but its capitals sets off from the prose behind it."""
    rest = line[start:limit]
    closing = _END.search(rest)
    if closing is None and len(rest) <= _LONGEST_HEADLINE and not rest.rstrip().endswith("."):
        return limit
    sentence = len(rest) if closing is None else closing.end()
    most = _after_capitals(rest[:sentence], line) if _is_title_case(rest) else _after_small(rest[:sentence])
    low = len(rest) - len(rest.lstrip()) + 15
    for seam in _SEAM.finditer(rest, low, min(most, _LONGEST_HEADLINE)):
        if _prose_begins(rest, seam.start()):
            return start + seam.start()
    return start if most == len(rest) and rest.rstrip().endswith(".") else start + most


def _prose_begins(rest: str, place: int) -> bool:
    """Whether a sentence of prose, and not the next word of the headline, begins here."""
    glued = place > 0 and not rest[place - 1].isspace()
    first, second, third = [*rest[place : place + 80].split()[:3], "", "", ""][:3]
    if first[:1] in '“"‘':
        return True
    if first.strip(",").casefold() in _words("prose_starters"):
        goes_on = second[:1].islower() and (second not in _words("small_in_headlines") or third[:1].islower())
        return glued or goes_on or first.endswith(",")
    return glued and not rest[place - 1].isdigit()


def _is_title_case(headline: str) -> bool:
    """Whether the words have capitals as in most papers' headlines; agencies write theirs as sentences."""
    words = [word for word in headline[:80].split()[:6] if word not in _words("small_in_headlines")]
    return len(words) >= 2 and not any(word[:1].islower() for word in words)


def _after_capitals(sentence: str, line: str) -> int:
    """Where prose begins behind a headline in capitals: at the name before the first word that is small for good."""
    words = list(re.finditer(r"\S+", sentence))
    for place, word in enumerate(words):
        if place < 3 or not word[0][:1].islower() or word[0] in _words("small_in_headlines"):
            continue
        back = place - 1
        if line.count(f"{words[back - 1][0]} {words[back][0]}") > 1:
            back -= 1
        return words[back].start()
    return min(len(sentence), _LONGEST_HEADLINE)


def _after_small(sentence: str) -> int:
    """Where prose begins behind a headline written as a sentence: at the last capital that it could reach to."""
    if len(sentence) <= _LONGEST_HEADLINE:
        return len(sentence)
    words = list(re.finditer(r"\S+", sentence))[:_MOST_WORDS]
    for place in range(len(words) - 2, 3, -1):
        before, word, after = (words[place + step][0][:1] for step in (-1, 0, 1))
        if word.isupper() and before.islower() and after.islower():
            return words[place].start()
    return words[-1].end()


def _advertisements(line: str) -> Iterator[Furniture]:
    for found in _phrases("advertisement_inside").finditer(line):
        yield Furniture(Span(*found.span()), "advertisement")


def _promotions(line: str) -> Iterator[Furniture]:
    """A sentence that asks the reader for something, to its end; near the end of a line, to the end of the line."""
    for found in _phrases("promotions").finditer(line):
        before = line[: found.start()].rstrip()
        if before and before[-1] not in ".!?\"”’'(),;:" and not found[0].isupper() and "©" not in found[0]:
            continue
        closing = re.compile(r"[.!?]\s+(?=[A-Z\"“])").search(line, found.end())
        end = closing.end() if closing and len(line) - closing.end() > 200 else len(line)
        yield Furniture(Span(found.start(), end), "promotion")


def _credits(line: str) -> Iterator[Furniture]:
    """*Pewarta: … Editor: …* behind the last sentence of a text that has lost its line breaks."""
    found = re.search(rf"(?<=[.!?\"”’)\w])\s*(?:{'|'.join(word_lists('furniture')['credits_inside'])})\s*:", line)
    if found is not None and len(line) - found.start() <= 400 and found.start() > 40:
        yield Furniture(Span(found.start(), len(line)), "credit")


def _pictures(line: str) -> Iterator[Furniture]:
    """Brackets that say where a picture comes from."""
    for found in _picture_credit().finditer(line):
        yield Furniture(Span(*found.span()), "picture credit")


def _dateline(line: str) -> Iterator[Furniture]:
    """The outlet's name before the first word of the prose; a city beside it stays."""
    for pattern in _datelines():
        found = pattern.match(line)
        if found is not None:
            yield Furniture(Span(*found.span("outlet")), "outlet")
            return
    glued = _GLUED_HEAD.match(line)
    if glued is not None and len(line) > 100:
        yield Furniture(Span(*glued.span()), "outlet")


@cache
def _also_read_head() -> re.Pattern[str]:
    """The words that lead to another article: with a colon, in brackets, or before a capital."""
    phrases = "|".join(
        sorted((re.escape(word) for word in word_lists("furniture")["also_read"]), key=len, reverse=True)
    )
    return re.compile(
        rf"\(\s*(?i:{phrases})\b\s*:?|(?<![a-z])(?i:(?<!\w)|(?<=[a-z.!?\d])(?=[A-Z]))(?=[A-Z])(?i:{phrases})\s*:|^(?i:{phrases})\s+(?=[A-Z\"“'‘])"
    )


@cache
def _phrases(key: str) -> re.Pattern[str]:
    phrases = sorted((re.escape(phrase) for phrase in word_lists("furniture")[key]), key=len, reverse=True)
    return re.compile("|".join(phrases))


@cache
def _picture_credit() -> re.Pattern[str]:
    words = sorted((re.escape(word) for word in word_lists("furniture")["picture_credits"]), key=len, reverse=True)
    return re.compile(rf"[(\[](?i:{'|'.join(words)})(?![\w])[^()\[\]\n]{{0,80}}[)\]]|\[\s*Gambas\s*:[^\]\n]{{0,80}}\]")


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    names = sorted((re.escape(word) for word in word_lists("furniture")["outlets"]), key=len, reverse=True)
    outlet = rf"(?:(?i:{_DOMAIN})|(?i:{'|'.join(names)}))"
    city = r"[A-Z][\w'’/ -]{1,30}?(?:, [A-Z][\w'’ -]{1,30}?)?"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?P<outlet>{outlet}{_DASH})(?=\S)",
            rf"(?P<outlet>{outlet}\s*[,(]\s*)(?={city}\)?(?:{_DASH}|[A-Z]|\.\s))",
            rf"{city}(?P<outlet>\s*[,|/:-]\s*{outlet}\s*[-–—:|]+\s*)(?=\S)",
            rf"{city}(?P<outlet>\s*\(\s*{outlet}\s*\)\s*[-–—:]*\s*)(?=\S)",
        )
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_lists("furniture")[key])
