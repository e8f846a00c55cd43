"""Pieces put together: *1995-2000*, *sejak Agustus 2021*, *periode 2010-2015*, *awal tahun 2019*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graphbuild.dates.normalise import differs_in_weekday, resolve
from graphbuild.dates.patterns import BLANK, any_of
from graphbuild.dates.pieces import Piece
from graphbuild.model.dates import PartialDate

_LONGEST_SPELL = 80
"""Years between the ends of a spell: a lifetime; two years further apart are no stretch."""

_POINTS = frozenset({"day", "month", "year"})


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression by its place in the text; the fields are those of ``TimeExpression``."""

    start: int
    end: int
    date: PartialDate | None
    since: PartialDate | None = None
    until: PartialDate | None = None
    basis: str = "absolute"
    modifier: str = ""


def put_together(text: str, pieces: Sequence[Piece], published: PartialDate | None) -> Iterator[Time]:
    """The times of a text in order, each piece in one of them, with the words before them that belong to them."""
    told: PartialDate | None = None
    place = 0
    while place < len(pieces):
        time = _stretch(text, pieces[place : place + 2], published)
        place += 1 if time is None else 2
        if time is None:
            piece = pieces[place - 1]
            if piece.kind == "month" and not piece.strong:
                continue
            time = _alone(text, piece, published, told)
        time = _with_words_before(text, time, published)
        told = time.date or time.until or time.since or told
        yield time


def joined_spells(text: str, times: Sequence[Time]) -> Iterator[Time]:
    """The times, with spells that follow upon each other made one: *2014-2019 dan 2019-2024*."""
    pending: Time | None = None
    for time in times:
        if pending is not None and _follows(text, pending, time):
            pending = replace(pending, end=time.end, until=time.until)
            continue
        if pending is not None:
            yield pending
        pending = time
    if pending is not None:
        yield pending


def _stretch(text: str, pair: Sequence[Piece], published: PartialDate | None) -> Time | None:
    """From one point to another, the first of which may leave its month and year to the second."""
    if len(pair) < 2 or not {pair[0].kind, pair[1].kind} <= _POINTS:
        return None
    first, last = pair
    between = text[first.end : last.start]
    joint = _joint().fullmatch(between)
    if joint is None and not (
        _and().fullmatch(between) and _between_word().search(text, max(0, first.start - 12), first.start)
    ):
        return None
    if first.kind != "year" and first.year is None and last.year is not None:
        first = replace(first, year=last.year)
    since, until = resolve(first, published), resolve(last, published)
    if since is None or until is None or since.first_day > until.last_day:
        return None
    if until.first_day.year - since.first_day.year > _LONGEST_SPELL:
        return None
    return Time(pair[0].start, pair[1].end, None, since, until, "range")


def _alone(text: str, piece: Piece, published: PartialDate | None, told: PartialDate | None) -> Time:
    """A piece that is no end of a stretch; two days of a month, or two years of a season, are one in themselves."""
    if piece.kind == "weekday" and not piece.side and _plan().search(text, max(0, piece.start - 80), piece.start):
        piece = replace(piece, side="plan")
    date = resolve(piece, published, told)
    if piece.last_day is not None and date is not None:
        until = resolve(replace(piece, day=piece.last_day), published)
        if until is not None and until > date:
            return Time(piece.start, piece.end, PartialDate(date.iso[:7]), date, until, "range")
    if piece.next_year is not None and piece.year is not None and piece.next_year == piece.year + 1:
        return Time(piece.start, piece.end, date, date, PartialDate(f"{piece.next_year}"), "season")
    time = Time(piece.start, piece.end, date, basis=_basis(text, piece, date))
    tail = _open_end().match(text, piece.end)
    if tail is not None and piece.kind in _POINTS:
        return replace(time, end=tail.end(), since=date, basis="since")
    return time


def _basis(text: str, piece: Piece, date: PartialDate | None) -> str:
    if differs_in_weekday(piece, date):
        return "mismatch"
    if piece.kind == "day":
        return (
            "absolute" if piece.year is not None else "bracket" if "(" in text[piece.start : piece.end] else "yearless"
        )
    if piece.kind == "month":
        return "month" if piece.year is not None else "relative" if piece.strong else "bare"
    if piece.kind == "year":
        named = _named_year().search(text, max(0, piece.start - 80), piece.start) is not None
        return "name" if named else "year" if piece.strong else "bare"
    return {"unit": "relative", "count": "relative"}.get(piece.kind, piece.kind)


def _with_words_before(text: str, time: Time, published: PartialDate | None) -> Time:
    """The time with *awal*, *sejak*, *hingga*, *periode* before it taken in, and their meaning with them."""
    for _ in range(2):
        found = _before().search(text, max(0, time.start - 40), time.start)
        if found is None or time.basis in {"vague", "name"}:
            return time
        time = _led(time, found, published)
    return time


def _led(time: Time, found: re.Match[str], published: PartialDate | None) -> Time:
    start, point = found.start("words"), time.date is not None and time.since is None
    if found["modifier"]:
        return replace(time, start=start, modifier=time.modifier or " ".join(found["modifier"].casefold().split()))
    if found["spell"]:
        return replace(time, start=start) if time.since or time.until else time
    if found["since"] and point and found["since"].casefold() != "dari":
        return replace(time, start=start, since=time.date, basis="since")
    if found["until"] and point and time.basis == "relative" and time.date == published:
        return replace(time, start=start, date=None, basis="vague")
    if found["until"] and point:
        return replace(time, start=start, date=None, until=time.date, basis="until")
    return replace(time, start=start) if found["since"] and time.since is not None else time


def _follows(text: str, first: Time, second: Time) -> bool:
    """Whether the second spell begins where the first ends, and nothing but *dan* stands between."""
    if first.until is None or second.since is None or second.until is None or first.since is None:
        return False
    near = first.until.first_day.year + 1 >= second.since.first_day.year >= first.until.first_day.year
    return near and _and().fullmatch(text[first.end : second.start]) is not None


@cache
def _joint() -> re.Pattern[str]:
    words = rf"{BLANK}+{any_of('joints')}{BLANK}+|{BLANK}*(?:[-–—]{{1,2}}|s/d){BLANK}*"
    return re.compile(rf"(?:{words})(?:(?:pada|tahun|tanggal|bulan|awal|akhir){BLANK}+)*", re.IGNORECASE)


@cache
def _and() -> re.Pattern[str]:
    words = rf"(?:{BLANK}*,)?{BLANK}+(?:dan|serta|dilanjutkan|lalu|kemudian)(?:{BLANK}+(?:pada|periode|tahun))*{BLANK}+"
    return re.compile(rf"{words}|{BLANK}*[,&]{BLANK}*", re.IGNORECASE)


@cache
def _between_word() -> re.Pattern[str]:
    return re.compile(rf"\bantara{BLANK}+(?:tahun{BLANK}+)?\Z", re.IGNORECASE)


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(rf"{_joint().pattern}{any_of('open_ends')}\b", re.IGNORECASE)


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('plans')}\b[^.!?\r\n]*\Z", re.IGNORECASE)


@cache
def _named_year() -> re.Pattern[str]:
    """A name right before a year, or the number of a law."""
    inner = rf"(?:{BLANK}+(?:[A-Z0-9(][\w()/.,'’-]*|ke-\d+|dan|di|serentak|legislatif|kabupaten|kota)){{0,5}}"
    law = rf"(?i:\b(?:nomor|no)\b\.?){BLANK}*[\w/.-]+{BLANK}*,?{BLANK}*"
    return re.compile(rf"(?:(?<![\w-])(?i:{any_of('named_years')})\b{inner}{BLANK}+|{law})\Z")


@cache
def _before() -> re.Pattern[str]:
    between = rf"(?:{BLANK}+(?:tanggal|tahun|bulan|hari)\b)*{BLANK}*[,(]?{BLANK}*"
    words = "|".join(
        f"(?P<{name}>{any_of(key)})"
        for name, key in (
            ("modifier", "modifiers"),
            ("spell", "spell_names"),
            ("until", "until"),
            ("since", "since"),
        )
    )
    return re.compile(rf"(?<![\w-])(?P<words>{words})\b{between}\Z", re.IGNORECASE)
