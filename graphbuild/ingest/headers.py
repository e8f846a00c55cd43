"""What the lines above an article and the dates in it tell of it: its headline and the day it was published."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from graphbuild.indonesian.calendar import (
    full_year,
    month_number,
    month_pattern,
    partial_date,
    read_date,
    weekday_number,
    weekday_of,
    weekday_pattern,
)
from graphbuild.indonesian.words import word_lists
from graphbuild.ingest.lines import Line, is_date, is_headline, is_prose
from graphbuild.model.dates import PartialDate
from graphbuild.model.text import DateBasis, Furniture

_HEADER_LINES = 15
"""Lines above the prose in which a date may stand; in saved pages it is among the first ten."""

_YEARS_AHEAD = 1
"""How far behind the article the latest year it speaks of may lie when only weekdays tell the year."""

_DAYS_TOGETHER = 7
"""Days that such days may lie apart: an article tells of the day before and its own."""

Published = tuple[PartialDate, DateBasis]


def find_headline(lines: Sequence[Line], furniture: Sequence[Furniture]) -> str:
    """The article's headline: the first line above the prose that reads like one; empty if there is none."""
    taken = {mark.span.start for mark in furniture}
    for place, line in enumerate(lines[:_HEADER_LINES]):
        if is_prose(line) or line.words > 30:
            return ""
        if is_headline(line) and line.span.start not in taken and any(map(is_prose, lines[place + 1 :])):
            return line.text
    return ""


def find_published(text: str, lines: Sequence[Line]) -> Published | None:
    """The day of publication and where it was read: a line of the header, or the dated weekdays of the prose."""
    for line in lines[:_HEADER_LINES]:
        if is_date(line) and (date := read_date(line.text)) is not None:
            return date, DateBasis.HEADER
    date = _most_told(_dated_weekdays(text)) or _told_without_year(text)
    return None if date is None else (date, DateBasis.TEXT)


def _dated_weekdays(text: str) -> Iterator[PartialDate]:
    """*Senin (4/12/2023)*, *Rabu, 18 September 2019*: days whose weekday is the right one, and that are no plan."""
    for found in _weekday_dates().finditer(text):
        month = int(found["month"]) if found["month"] else month_number(found["name"]) or 0
        date = partial_date(full_year(found["year"]), month, int(found["day"]))
        planned = _plan().search(text, max(0, found.start() - 100), found.start()) is not None
        if date is not None and weekday_of(date) == weekday_number(found["weekday"]) and not planned:
            yield date


def _most_told(dates: Iterator[PartialDate]) -> PartialDate | None:
    """The day told most often, of equals the latest: news tells its own day first and again."""
    told = Counter(dates)
    return max(told, key=lambda date: (told[date], date.iso)) if told else None


def _told_without_year(text: str) -> PartialDate | None:
    """The day of *Selasa (13/8)*: its weekday leaves few years, and the article speaks of an earlier one.

    It is left open unless two such days lie together and the years that the article speaks of settle it.
    """
    days = [
        (weekday, int(found["day"]), int(found["month"]))
        for found in _weekday_days().finditer(text)
        if (weekday := weekday_number(found["weekday"])) is not None
    ]
    latest = max((int(found["year"]) for found in _plain_years().finditer(text) if found["year"]), default=None)
    if len(days) < 2 or latest is None:
        return None
    for year in range(latest, latest + _YEARS_AHEAD + 1):
        dates = [partial_date(year, month, day) for _, day, month in days]
        whole = [date for date, day in zip(dates, days, strict=True) if date is not None and weekday_of(date) == day[0]]
        if len(whole) == len(days) and (max(whole).first_day - min(whole).first_day).days <= _DAYS_TOGETHER:
            return max(whole)
    return None


@cache
def _weekday_dates() -> re.Pattern[str]:
    month = rf"(?:[/.-](?P<month>\d{{1,2}})[/.-]|\s+(?P<name>{month_pattern()})\s+)"
    named = rf"(?P<day>\d{{1,2}}){month}(?P<year>\d{{4}}|\d{{2}})\b"
    parts = "|".join(map(re.escape, word_lists("calendar")["day_parts"]))
    return re.compile(rf"\b(?P<weekday>{weekday_pattern()})(?:\s+(?:{parts}))?,?\s*\(?{named}", re.IGNORECASE)


@cache
def _weekday_days() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<weekday>{weekday_pattern()}),?\s*\((?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})\)", re.IGNORECASE
    )


@cache
def _plain_years() -> re.Pattern[str]:
    """Years told as such; one that is part of a name (*Pemilu 2029*) or ends a spell may lie ahead of the article."""
    calendar = word_lists("calendar")
    names = "|".join(sorted(map(re.escape, (*calendar["named_years"], *calendar["until"])), key=len, reverse=True))
    spells = "|".join(map(re.escape, calendar["spell_names"]))
    ahead = rf"(?:\b(?:{names})(?:\s+tahun)?\s+\d{{4}}\b)|(?:\b(?:{spells})\s+\d{{4}}\s?[-–]\s?\d{{4}})"
    year = r"(?:^|(?<=[\s(–-]))(?P<year>(?:19|20)\d{2})(?=[\s,.)–-]|$)(?!\s+(?:mendatang|nanti))"
    return re.compile(rf"{ahead}|{year}", re.IGNORECASE)


@cache
def _plan() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(word_lists('calendar')['plans'])})\b[^.!?\r\n]*\Z", re.IGNORECASE)
