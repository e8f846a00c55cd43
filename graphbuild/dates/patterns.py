"""Regular expressions for the ways Indonesian writes a time, put together from the words of the calendar."""

import re
from functools import cache

from graphbuild.indonesian.calendar import month_pattern, weekday_pattern
from graphbuild.indonesian.numbers import number_pattern
from graphbuild.indonesian.words import word_lists

BLANK = r"[^\S\r\n]"
"""A blank inside a line: a time never goes on in the next line."""


def any_of(key: str) -> str:
    """A regular expression for one of the words of a list of the calendar, the longest first."""
    words = sorted((entry.split(" = ")[0] for entry in word_lists("calendar")[key]), key=len, reverse=True)
    return rf"(?:{'|'.join(f'{BLANK}+'.join(map(re.escape, word.split())) for word in words)})"


def sides() -> str:
    """A regular expression for a word that says on which side of the article's day a time lies."""
    return f"{any_of('past')}|{any_of('future')}|{any_of('present')}"


@cache
def date_words() -> re.Pattern[str]:
    """A word that makes the lone month or year behind it a date, up to that month or year."""
    return re.compile(rf"(?:(?<!\w){any_of('before_dates')}{BLANK}+|[(–-]{BLANK}*)\Z", re.IGNORECASE)


@cache
def days() -> re.Pattern[str]:
    """A day with its month: *Rabu, 18 September 2019*, *Selasa (13/8)*, *10-12 Mei 2020*."""
    parts, side = any_of("day_parts"), f"{any_of('past')}|{any_of('future')}"
    weekday = weekday_pattern()
    led = (
        rf"(?:\b(?P<weekday>{weekday})(?:{BLANK}+(?:atau{BLANK}+{weekday}|{parts}|(?P<side>{side})))*{BLANK}*,?{BLANK}*"
        rf"|\b(?P<near>{any_of('day_words')})(?:{BLANK}+{parts})?{BLANK}*,?{BLANK}*)?"
    )
    numeric = (
        rf"(?P<day>\d{{1,2}}){BLANK}?(?P<stroke>[/.-]){BLANK}?(?P<month>0?[1-9]|1[0-2])"
        rf"(?:{BLANK}?(?P=stroke){BLANK}?(?P<year>\d{{4}}|\d{{2}})(?!\d))?(?![\w/])(?![.,:-]\d)"
    )
    iso = r"(?P<year2>(?:19|20)\d\d)-(?P<month2>0[1-9]|1[0-2])-(?P<day2>\d\d)(?!\d)"
    first = rf"(?P<day3>\d{{1,2}})(?:{BLANK}*(?:[-–—]|dan|hingga|sampai|s/d){BLANK}*(?P<last>\d{{1,2}}))?"
    year = rf"(?:{BLANK}*,?{BLANK}*(?:tahun{BLANK}+)?(?P<year3>(?:1[6-9]|20)\d\d)(?![\d/]))?"
    named = rf"{first}{BLANK}*(?P<name>{month_pattern()})\b\.?{year}"
    after = rf"(?:{BLANK}*\))?(?:{BLANK}+(?:(?P<side2>{side})\b|{parts}(?:{BLANK}+(?:ini|tadi))?\b))*"
    date = rf"(?<![\d/.,])(?:(?:tanggal|tgl)\.?{BLANK}+)?(?P<open>\({BLANK}*)?(?:{named}|{iso}|{numeric})"
    return re.compile(led + date + after, re.IGNORECASE)


@cache
def months() -> re.Pattern[str]:
    """A month: *Agustus 2021*, *bulan Juni*, *Juli lalu*."""
    year = rf"{BLANK}*,?{BLANK}*(?:tahun{BLANK}+)?(?P<year>(?:1[6-9]|20)\d\d)(?![\d/])"
    name = rf"(?<!\w)(?P<word>bulan{BLANK}+)?(?P<name>{month_pattern()})(?![\w])"
    return re.compile(rf"{name}(?:{year}|{BLANK}+(?P<side>{sides()})\b)?", re.IGNORECASE)


@cache
def years() -> re.Pattern[str]:
    """A year: *tahun 2019*, *2005*, *musim 2025/26*."""
    word = rf"(?<![\w/])(?<!\d[.,:])(?:(?P<word>{any_of('year_words')}){BLANK}+)?"
    year = r"(?<![\w/])(?P<year>(?:1[6-9]|20)\d\d)(?:/(?P<next>\d{4}|\d\d))?(?![\w/%])(?![.,:]\d)"
    return re.compile(rf"{word}{year}(?:{BLANK}+(?P<side>{any_of('past')}|{any_of('future')})\b)?", re.IGNORECASE)


@cache
def spelled_years() -> re.Pattern[str]:
    """A year in words: *tahun dua ribu sembilan belas*."""
    century = rf"(?:dua{BLANK}+ribu|seribu{BLANK}+sembilan{BLANK}+ratus)(?:{BLANK}+{number_pattern()})?"
    return re.compile(rf"\btahun{BLANK}+(?P<number>{century})\b", re.IGNORECASE)


@cache
def decades() -> re.Pattern[str]:
    """Ten years: *tahun 1990-an*, *era 80-an*."""
    word = rf"(?:tahun|era|dekade){BLANK}+"
    years = rf"(?:{word}(?:\d{{3}}0|['’]?\d0)|(?:19|20)\d0)"
    return re.compile(rf"(?<![\w/.,-]){years}{BLANK}?-?{BLANK}?an\b", re.IGNORECASE)


@cache
def amounts() -> re.Pattern[str]:
    """What makes the number before it an amount."""
    return re.compile(rf"{BLANK}*(?:{any_of('amounts')}\b|%)", re.IGNORECASE)


@cache
def words(key: str) -> re.Pattern[str]:
    """A word that names a day, with the part of the day that may follow."""
    return re.compile(rf"(?<![\w-])(?P<word>{any_of(key)})(?![\w-])(?:{BLANK}+{any_of('day_parts')}\b)?", re.IGNORECASE)


@cache
def units() -> re.Pattern[str]:
    """A whole unit: *bulan lalu*, *tahun ini*, *tahun yang sama*."""
    same = rf"(?P<same>(?:yang{BLANK}+)?sama)"
    return re.compile(
        rf"(?<![\w-])(?<!\bhari )(?P<unit>{any_of('units')}){BLANK}+(?:(?P<side>{sides()})|{same})\b", re.IGNORECASE
    )


@cache
def weekdays() -> re.Pattern[str]:
    """A weekday without a date: *Rabu*, *Jumat malam*, *Selasa pekan depan*."""
    day = rf"(?<![\w-])(?P<weekday>{weekday_pattern()})(?![\w-])(?:{BLANK}+{any_of('day_parts')}\b)?"
    return re.compile(rf"{day}(?:{BLANK}+(?P<week>(?:pekan|minggu){BLANK}+)?(?P<side>{sides()})\b)?", re.IGNORECASE)


@cache
def stretch_words() -> re.Pattern[str]:
    """A word that makes the count behind it a stretch, and no point: *dalam 12 bulan terakhir*."""
    return re.compile(rf"\b(?:dalam|selama|setiap|tiap|untuk){BLANK}+\Z", re.IGNORECASE)


@cache
def counts() -> re.Pattern[str]:
    """A count of units from the article or from the date told last: *tiga tahun lalu*, *setahun kemudian*."""
    many = rf"(?P<number>\d{{1,3}}|{number_pattern()}|beberapa|puluhan){BLANK}+(?P<unit>{any_of('units')})"
    one = rf"se(?P<one>{any_of('units')})"
    side = rf"(?P<side>(?:yang{BLANK}+)?(?:lalu|silam|{any_of('ahead')}))"
    told = f"(?P<later>{any_of('later')})|(?P<earlier>{any_of('earlier')})"
    return re.compile(rf"(?<![\w-])(?:{many}|{one}){BLANK}+(?:{side}|{told})\b", re.IGNORECASE)
