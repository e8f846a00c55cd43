"""The pieces that time expressions are made of: a day, a month, a year, a word such as *kemarin*, as written."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from graphbuild.dates import patterns
from graphbuild.indonesian.calendar import full_year, month_number, weekday_number
from graphbuild.indonesian.numbers import number_value
from graphbuild.indonesian.words import word_lists

_LEAD = re.compile(r"[(\s]*(?:(?:tanggal|tgl)\b\.?\s*)?[(\s]*", re.IGNORECASE)

_DIGIT = re.compile(r"\d")
_PART_END = re.compile(r"[\r\n]+|(?<=[.!?]) (?=[A-Z“\"])")
_SHORT = 4
"""Letters up to which a month's name may be another word (*des*, *mar*), and needs a day or a year beside it."""


Reader = Callable[[str, int, int], Iterator["Piece"]]
"""What finds pieces of one kind between two places of a text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that names a time, with what it says of it; None is unsaid.

    ``kind`` is day, month, year, weekday, relative, unit, count, told or vague; ``shift`` counts days, months or years
    from the article's day (from the day told last for ``told``), ``last_day`` closes a stretch of days in one month,
    ``next_year`` one of two years (*2025/26*), and ``side`` is past, future or present where a word says so.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    next_year: int | None = None
    shift: int | None = None
    unit: str = ""
    side: str = ""
    strong: bool = True


def find_pieces(text: str) -> list[Piece]:
    """The pieces of a text in order; where two overlap the one that begins first, then the longer, is kept."""
    found = [piece for part in _parts(text) for piece in _pieces(text, *part)]
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, roughly: no piece goes on beyond one."""
    start = 0
    for found in _PART_END.finditer(text):
        yield start, found.end()
        start = found.end()
    yield start, len(text)


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of one part; looking for a word first is much cheaper than trying the patterns everywhere."""
    small = text[start:end].lower()
    readers: list[Reader] = [_days, _years, _decades] if _DIGIT.search(small) else []
    readers += [read for key, read in _READERS if any(word in small for word in _first_words(key))]
    for read in readers:
        yield from read(text, start, end)


@cache
def _first_words(key: str) -> frozenset[str]:
    """The first words of all entries of a list: one of them is in every text in which an entry is."""
    words = (word for entry in word_lists("calendar")[key] for word in entry.partition(" = ")[0].split("|"))
    return frozenset(word.split()[0] for word in words)


@cache
def shifts(key: str) -> dict[str, int]:
    """Each word of a list that counts days, with its count."""
    return {word: int(days) for word, _, days in (entry.partition(" = ") for entry in word_lists("calendar")[key])}


def _days(text: str, start: int, end: int) -> Iterator[Piece]:
    """*Rabu, 18 September 2019*, *Selasa (13/8)*, *10-12 Mei 2020*, *16 September mendatang*."""
    for found in patterns.days().finditer(text, start, end):
        name, year = found["name"], found["year"] or found["year2"] or found["year3"]
        if name is not None and year is None and _is_short(name):
            continue
        bracketed = found["open"] and found["stroke"] == "/"
        if year is None and not (found["weekday"] or found["near"] or bracketed or name):
            continue
        month = month_number(name) if name else int(found["month"] or found["month2"])
        yield Piece(
            *_trimmed(found),
            kind="day",
            year=None if year is None else full_year(year),
            month=month,
            day=int(found["day"] or found["day2"] or found["day3"]),
            weekday=weekday_number(found["weekday"]) if found["weekday"] else None,
            last_day=int(found["last"]) if found["last"] else None,
            side=_side(found["side"] or found["side2"] or ""),
        )


def _months(text: str, start: int, end: int) -> Iterator[Piece]:
    """*Agustus 2021*, *bulan Juni 1937*, *Juli lalu*, *awal Oktober*."""
    for found in patterns.months().finditer(text, start, end):
        name = found["name"]
        alone = found["year"] is None and found["side"] is None and found["word"] is None
        if (alone and _is_short(name)) or (name[0].islower() and (alone or _is_short(name))):
            continue
        yield Piece(
            *_trimmed(found),
            kind="month",
            year=int(found["year"]) if found["year"] else None,
            month=month_number(name),
            side=_side(found["side"] or ""),
            strong=not alone or _stands_after_date_word(text, found.start()),
        )


def _years(text: str, start: int, end: int) -> Iterator[Piece]:
    """*tahun 2019*, *pada 1994*, *Indonesia 2005*, *musim 2025/26*."""
    for found in patterns.years().finditer(text, start, end):
        strong = bool(found["word"] or found["side"]) or _stands_after_date_word(text, found.start())
        if not strong and patterns.amounts().match(text, found.end()):
            continue
        following = found["next"]
        year = int(found["year"])
        yield Piece(
            *_trimmed(found),
            kind="year",
            year=year,
            next_year=None if following is None else int(str(year)[: 4 - len(following)] + following),
            side=_side(found["side"] or ""),
            strong=strong,
        )


def _decades(text: str, start: int, end: int) -> Iterator[Piece]:
    """*tahun 1990-an*, *era 80-an*: ten years are vague."""
    for found in patterns.decades().finditer(text, start, end):
        yield Piece(*found.span(), kind="vague")


def _spelled_years(text: str, start: int, end: int) -> Iterator[Piece]:
    """*tahun dua ribu sembilan belas*."""
    for found in patterns.spelled_years().finditer(text, start, end):
        spelled = number_value(found["number"])
        if spelled is not None and 1900 <= spelled < 2100:
            yield Piece(*found.span(), kind="year", year=spelled)


def _day_words(text: str, start: int, end: int) -> Iterator[Piece]:
    """*hari ini*, *kemarin*, *sehari sebelumnya*."""
    for key, kind in (("day_words", "relative"), ("day_after_told", "told")):
        for found in patterns.words(key).finditer(text, start, end):
            word = " ".join(found["word"].casefold().split())
            yield Piece(*_trimmed(found), kind=kind, shift=shifts(key)[word], unit="day")


def _units(text: str, start: int, end: int) -> Iterator[Piece]:
    """*bulan lalu*, *tahun ini*, *tahun yang sama*."""
    units = {word: unit for word, _, unit in (entry.partition(" = ") for entry in word_lists("calendar")["units"])}
    for found in patterns.units().finditer(text, start, end):
        unit, side = units[found["unit"].casefold()], _side(found["side"] or "")
        if found["same"]:
            yield Piece(*found.span(), kind="told", shift=0, unit=unit)
        elif not (unit == "day" and side != "present"):
            shift = 0 if found["side"].casefold() == "nanti" else {"past": -1, "future": 1}.get(side, 0)
            yield Piece(*found.span(), kind="unit", shift=shift, unit=unit, side=side)


def _weekdays(text: str, start: int, end: int) -> Iterator[Piece]:
    """*Rabu*, *Jumat malam*, *Senin lalu*, *Selasa pekan depan*."""
    for found in patterns.weekdays().finditer(text, start, end):
        common = found["weekday"] in word_lists("calendar")["also_common"]
        week = common or (found["weekday"] == "Minggu" and found["side"] and not found["week"])
        if week and text[max(0, found.start() - 5) : found.start()].casefold() != "hari ":
            continue
        side = _side(found["side"] or "")
        yield Piece(
            *_trimmed(found),
            kind="weekday",
            weekday=weekday_number(found["weekday"]),
            side=side,
            unit="week" if found["week"] else "",
        )


def _counts(text: str, start: int, end: int) -> Iterator[Piece]:
    """*tiga tahun lalu*, *setahun yang lalu*, *dua hari mendatang*, *lima tahun kemudian*."""
    units = {word: unit for word, _, unit in (entry.partition(" = ") for entry in word_lists("calendar")["units"])}
    for found in patterns.counts().finditer(text, start, end):
        count = 1 if found["one"] else number_value(found["number"])
        unit = units[(found["one"] or found["unit"]).casefold()]
        if count is None or patterns.stretch_words().search(text, max(0, found.start() - 12), found.start()):
            yield Piece(*found.span(), kind="vague")
            continue
        side = (
            ""
            if found["side"] is None
            else "past"
            if found["side"].casefold().endswith(("lalu", "silam"))
            else "future"
        )
        backward = side == "past" or found["earlier"] is not None
        kind = "count" if side else "told"
        yield Piece(*found.span(), kind=kind, shift=-count if backward else count, unit=unit, side=side)


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """The place of a match without blanks, stops and brackets at its ends that do not belong to it."""
    start, end = found.span()
    lead = _LEAD.match(found[0])
    start += 0 if lead is None else lead.end()
    while end > start and (found.string[end - 1] in " \t\xa0,." or _unopened(found.string[start:end])):
        end -= 1
    return start, end


def _unopened(words: str) -> bool:
    return words.endswith(")") and words.count("(") < words.count(")")


def _is_short(month: str) -> bool:
    """Whether it is a month's abbreviation, which may be another word."""
    full = {entry.split("|")[0].strip() for entry in word_lists("calendar")["months"]}
    return len(month) <= _SHORT and month.casefold() not in full


def _side(words: str) -> str:
    word = " ".join(words.casefold().split())
    return next((side for side in ("past", "future", "present") if word in word_lists("calendar")[side]), "")


def _stands_after_date_word(text: str, place: int) -> bool:
    return patterns.date_words().search(text, max(0, place - 30), place) is not None


_READERS: tuple[tuple[str, Reader], ...] = (
    ("months", _months),
    ("weekdays", _weekdays),
    ("day_words", _day_words),
    ("units", _units),
    ("units", _counts),
    ("units", _spelled_years),
)
"""What looks for the pieces that a list's words begin."""
