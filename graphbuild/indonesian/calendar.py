"""Months and weekdays by their names, and dates written out in full: words in, partial dates out."""

import datetime as dt
import re
from functools import cache

from graphbuild.indonesian.words import word_lists
from graphbuild.model.dates import PartialDate

_OLDEST, _NEWEST = 1000, 2100
"""Years that news about officials speaks of; other four-digit numbers are amounts."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_YEAR_FIRST = re.compile(r"\b(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,9})\.? (\d{1,2}),? (\d{4})\b")
_LONGEST_FIELD = 200
"""Characters of a date field that are looked at: no outlet needs more, and a field of megabytes is an attack."""


def month_number(word: str) -> int | None:
    """The month of a name or its abbreviation, 1 to 12.

    >>> month_number("Agustus"), month_number("Agt."), month_number("Budi")
    (8, 8, None)
    """
    return _numbers("months").get(word.casefold().rstrip("."))


def weekday_number(word: str) -> int | None:
    """The weekday of a name, 0 (Monday) to 6.

    >>> weekday_number("Jum'at"), weekday_number("Ahad")
    (4, 6)
    """
    return _numbers("weekdays").get(word.casefold())


def month_pattern() -> str:
    """A regular expression for the name of a month, to be compared without case."""
    return _alternatives("months")


def weekday_pattern() -> str:
    """A regular expression for the name of a weekday, to be compared without case."""
    return _alternatives("weekdays")


def partial_date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The date as finely as it is given; None where the calendar has no such day.

    >>> partial_date(2024, 2, 31) is None
    True
    """
    if not _OLDEST <= year < _NEWEST:
        return None
    pieces = [f"{year:04}"]
    pieces += [f"{piece:02}" for piece in (month, day) if piece is not None]
    try:
        return PartialDate("-".join(pieces))
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """The year of two or four digits; two digits are this century up to 49.

    >>> full_year("19"), full_year("98"), full_year("2024")
    (2019, 1998, 2024)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


def read_date(words: str) -> PartialDate | None:
    """The first whole date in a field or a header line, whatever way it is written; None where there is none.

    >>> read_date("Rabu, 14 Agustus 2024 - 16:54 WIB").iso
    '2024-08-14'
    >>> read_date("29 01-2022").iso
    '2022-01-29'
    """
    words = " ".join(words[:_LONGEST_FIELD].split())
    whole = _ISO.fullmatch(words) or _COMPACT.fullmatch(words) or _YEAR_FIRST.search(words)
    if whole is not None:
        return partial_date(int(whole[1]), int(whole[2]), int(whole[3]))
    named = re.search(
        rf"\b(\d{{1,2}})(?:[\s,./-]+|(?=[A-Za-z]))({month_pattern()})[\s,./'-]*(\d{{4}})\b", words, re.IGNORECASE
    )
    if named is not None:
        return partial_date(int(named[3]), month_number(named[2]), int(named[1]))
    numeric = _NUMERIC.search(words)
    if numeric is not None:
        return partial_date(int(numeric[3]), int(numeric[2]), int(numeric[1]))
    american = _MONTH_FIRST.search(words)
    if american is not None and (month := month_number(american[1])) is not None:
        return partial_date(int(american[3]), month, int(american[2]))
    return None


def weekday_of(date: PartialDate) -> int | None:
    """The weekday of a day, 0 (Monday) to 6; None for a month or a year."""
    return date.first_day.weekday() if date.first_day == date.last_day else None


def day_near(anchor: dt.date, weekday: int, *, forward: bool) -> dt.date:
    """The nearest day with that weekday, the anchor itself included, before it or after it.

    >>> day_near(dt.date(2024, 8, 14), 1, forward=False)
    datetime.date(2024, 8, 13)
    """
    if forward:
        return anchor + dt.timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - dt.timedelta(days=(anchor.weekday() - weekday) % 7)


@cache
def _numbers(key: str) -> dict[str, int]:
    """Each name of a month (from 1) or a weekday (from 0) with its number."""
    first = 1 if key == "months" else 0
    entries = word_lists("calendar")[key]
    return {name.strip(): number for number, entry in enumerate(entries, first) for name in entry.split("|")}


@cache
def _alternatives(key: str) -> str:
    names = sorted(_numbers(key), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, names))})"
