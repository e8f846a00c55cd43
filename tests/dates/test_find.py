import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.dates.find import find_times
from graphbuild.model.dates import PartialDate, Precision
from graphbuild.model.text import Document, Furniture, Sentence, Source, Span, TimeExpression

PUBLISHED = "2024-08-14"  # a Wednesday


def times(text: str, published: str | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    date = None if published is None else PartialDate(published)
    return find_times(Document("a", Source("a", published=date), "", text), ())


def said(time: TimeExpression) -> tuple[str, str, str, str]:
    date, start, end = ("" if value is None else value.iso for value in (time.date, time.start, time.end))
    return time.text, date, start, end


CASES = [
    # the text, what is found in it: words, date, start, end
    ("dilantik pada 10 Agustus 2021 melalui", [("10 Agustus 2021", "2021-08-10", "", "")], "a day"),
    ("dilantik Rabu, 18 September 2019.", [("Rabu, 18 September 2019", "2019-09-18", "", "")], "with its weekday"),
    ("di Jakarta, Rabu (14/8/2024).", [("Rabu (14/8/2024)", "2024-08-14", "", "")], "in brackets"),
    ("di Jakarta, Rabu malam (14/8/24).", [("Rabu malam (14/8/24)", "2024-08-14", "", "")], "two digits for the year"),
    ("pada Selasa (13/8).", [("Selasa (13/8)", "2024-08-13", "", "")], "the year is the article's"),
    ("kemarin, Selasa (13/8).", [("kemarin", "2024-08-13", "", ""), ("Selasa (13/8)", "2024-08-13", "", "")], "said twice"),
    ("pada Senin (30/12).", [("Senin (30/12)", "2024-12-30", "", "")], "the nearest such day"),
    ("per 13 Agustus,", [("13 Agustus", "2024-08-13", "", "")], "no year told"),
    ("pada 14-08-2024 dan 2024-08-15", [("14-08-2024", "2024-08-14", "", ""), ("2024-08-15", "2024-08-15", "", "")], "numbers"),
    ("lahir tanggal 08/08/1984", [("08/08/1984", "1984-08-08", "", "")], "tanggal is no part of it"),
    ("pada 31 Februari 2024", [("31 Februari 2024", "", "", "")], "no such day: none, and not its month"),
    ("pada Agustus 2021", [("Agustus 2021", "2021-08", "", "")], "a month"),
    ("pada akhir Oktober ada", [("akhir Oktober", "2024-10", "", "")], "part of a month stays a month"),
    ("pada bulan Juni 1937", [("bulan Juni 1937", "1937-06", "", "")], "bulan belongs to it"),
    ("Juli lalu", [("Juli lalu", "2024-07", "", "")], "the month before"),
    ("Oktober mendatang", [("Oktober mendatang", "2024-10", "", "")], "the month to come"),
    ("Menteri Raja Juli berkata", [], "a name is no month"),
    ("pada tahun 2019,", [("tahun 2019", "2019", "", "")], "a year"),
    ("lulus pada 1994 dari", [("1994", "1994", "", "")], "a lone year behind pada"),
    ("lulusan Universitas Sagara 2005.", [("2005", "2005", "", "")], "a lone year"),
    ("tahun dua ribu sembilan belas", [("tahun dua ribu sembilan belas", "2019", "", "")], "in words"),
    ("sebanyak 2000 orang dan 2.019 suara", [], "amounts are no years"),
    ("pukul 16.54 WIB, skor 2-1 (1-0)", [], "clock times and scores"),
    ("Rabu kemarin", [("Rabu kemarin", "2024-08-07", "", "")], "the Wednesday before the article's"),
    ("pada Senin malam", [("Senin malam", "2024-08-12", "", "")], "the last Monday"),
    ("akan dilantik pada Jumat", [("Jumat", "2024-08-16", "", "")], "a plan lies ahead"),
    ("Jumat mendatang", [("Jumat mendatang", "2024-08-16", "", "")], "told to lie ahead"),
    ("Selasa pekan lalu", [("Selasa pekan lalu", "2024-08-06", "", "")], "of the week before"),
    ("minggu lalu", [("minggu lalu", "", "", "")], "a week"),
    ("hari Minggu lalu", [("Minggu lalu", "2024-08-11", "", "")], "a Sunday"),
    ("hari ini", [("hari ini", "2024-08-14", "", "")], "today"),
    ("besok pagi", [("besok pagi", "2024-08-15", "", "")], "tomorrow"),
    ("tiga tahun lalu", [("tiga tahun lalu", "2021", "", "")], "never finer than the unit"),
    ("setahun yang lalu", [("setahun yang lalu", "2023", "", "")], "se- is one"),
    ("dua bulan lalu", [("dua bulan lalu", "2024-06", "", "")], "months"),
    ("dua hari lalu", [("dua hari lalu", "2024-08-12", "", "")], "days"),
    ("pekan lalu", [("pekan lalu", "", "", "")], "a week is vague"),
    ("beberapa tahun lalu", [("beberapa tahun lalu", "", "", "")], "some years are vague"),
    ("tahun depan", [("tahun depan", "2025", "", "")], "next year"),
    ("akhir bulan depan", [("akhir bulan depan", "2024-09", "", "")], "a part keeps it coarse"),
    ("pada tahun 1995-2000.", [("tahun 1995-2000", "", "1995", "2000")], "a spell"),
    ("Pada 2000 - 2009, ia", [("2000 - 2009", "", "2000", "2009")], "with blanks"),
    ("periode 2010-2015", [("periode 2010-2015", "", "2010", "2015")], "its name belongs to it"),
    ("dari 2010 hingga 2015", [("dari 2010 hingga 2015", "", "2010", "2015")], "in words"),
    ("sejak Agustus 2021.", [("sejak Agustus 2021", "2021-08", "2021-08", "")], "an open spell"),
    ("menjabat sampai 2020.", [("sampai 2020", "", "", "2020")], "open at the front"),
    ("2019-sekarang", [("2019-sekarang", "2019", "2019", "")], "up to now"),
    ("sampai hari ini", [("sampai hari ini", "", "", "")], "up to now ends nothing"),
    ("pada 10-12 Mei 2020", [("10-12 Mei 2020", "2020-05", "2020-05-10", "2020-05-12")], "days of a month"),
    ("27 Oktober 2014 hingga 20 Oktober 2019", [("27 Oktober 2014 hingga 20 Oktober 2019", "", "2014-10-27", "2019-10-20")], "days"),
    ("Januari-Maret 2019", [("Januari-Maret 2019", "", "2019-01", "2019-03")], "the year is told once"),
    ("periode 2014-2019 dan 2019-2024", [("periode 2014-2019 dan 2019-2024", "", "2014", "2024")], "two spells in a row"),
    ("2014-2010", [("2014", "2014", "", ""), ("2010", "2010", "", "")], "a spell does not run backward"),
    ("musim 2025/26", [("musim 2025/26", "2025", "2025", "2026")], "a season"),
    ("pada 2005. Tiga tahun kemudian,", [("2005", "2005", "", ""), ("Tiga tahun kemudian", "2008", "", "")], "counted from the date before"),
    ("pada Kamis (1/8). Sehari sebelumnya", [("Kamis (1/8)", "2024-08-01", "", ""), ("Sehari sebelumnya", "2024-07-31", "", "")], "the day before"),
    ("tahun 1990-an", [("tahun 1990-an", "", "", "")], "ten years are vague"),
    ("sejak \n2019", [("2019", "2019", "", "")], "never goes on in the next line"),
    ("sejak akhir 1990-an.", [("1990-an", "", "", "")], "also without tahun"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[2] for case in CASES])
def test_finds(text: str, expected: list[tuple[str, str, str, str]], reason: str) -> None:
    assert [said(time) for time in times(text)] == expected, reason


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("10 Agustus 2021", "absolute"),
        ("10 Agustus", "yearless"),
        ("Selasa (13/8)", "bracket"),
        ("Rabu (13/8)", "mismatch"),
        ("Agustus 2021", "month"),
        ("tahun 2019", "year"),
        ("Universitas Sagara 2005", "bare"),
        ("Pemilu 2024", "name"),
        ("Pilkada Kabupaten Tirtamaya 2020", "name"),
        ("UU Nomor 5 Tahun 2014", "name"),
        ("APBD Tahun 2020", "name"),
        ("Selasa", "weekday"),
        ("kemarin", "relative"),
        ("pekan lalu", "vague"),
        ("sejak 2019", "since"),
        ("hingga 2019", "until"),
        ("2010-2015", "range"),
    ],
)
def test_tells_what_kind_of_words_they_are(text: str, basis: str) -> None:
    assert [time.basis for time in times(text)] == [basis]


@pytest.mark.parametrize(
    ("text", "modifier"), [("awal tahun 2019", "awal"), ("sekitar 2012", "sekitar"), ("Sebelum 2010", "sebelum")]
)
def test_keeps_the_word_that_makes_it_coarse(text: str, modifier: str) -> None:
    assert [time.modifier for time in times(text)] == [modifier]


def test_without_the_articles_date_only_what_is_told_is_known() -> None:
    found = times("Selasa (13/8), kemarin, Agustus lalu, 10 Mei 2020", None)
    assert [said(time)[1] for time in found] == ["", "", "", "2020-05-10"]


def test_nothing_is_found_in_furniture_or_outside_the_sentences() -> None:
    text = "Rabu, 14 Agustus 2024. Ia lahir pada 1970. Terbit 2021."
    document = Document("a", Source("a"), "", text, (Furniture(Span(0, 22), "date line"),))
    sentence = Sentence(Span(23, 42), ())
    assert [time.text for time in find_times(document, ())] == ["1970", "2021"]
    assert [time.text for time in find_times(document, (sentence,))] == ["1970"]


MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)))
def test_every_way_of_writing_a_day_is_that_day(day: dt.date) -> None:
    written = [
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})",
        f"({day.day:02}/{day.month:02}/{day.year})",
        f"{day.day}-{day.month}-{day.year}",
    ]
    for words in written:
        (time,) = times(f"Ia dilantik pada {words}.")
        assert time.date == PartialDate(day.isoformat()), words


@given(st.dates(dt.date(2000, 1, 8), dt.date(2040, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_the_last_week(published: dt.date, back: int) -> None:
    day = published - dt.timedelta(days=back)
    (time,) = times(f"Ia dilantik pada {WEEKDAYS[day.weekday()]}.", published.isoformat())
    assert time.date == PartialDate(day.isoformat())


@given(st.dates(dt.date(2000, 1, 8), dt.date(2040, 1, 1)), st.integers(-150, 150))
def test_a_day_without_year_is_the_nearest(published: dt.date, away: int) -> None:
    day = published + dt.timedelta(days=away)
    (time,) = times(f"pada {day.day} {MONTHS[day.month - 1]}.", published.isoformat())
    assert time.date == PartialDate(day.isoformat())


PIECES = st.sampled_from(
    ["sejak ", "hingga ", "Selasa", " (13/8)", "13 ", "Agustus", " 2021", " lalu", "-", "2019", "periode ", "awal ", "tahun ", "kemarin", ", ",
     "31 Februari", " dan ", "1990-an", "tiga ", "se", "bulan ", "depan", "\n", "0", "/", ".", "(", ")", "dua ribu ", "hari ", "yang sama", "Pemilu "]
)  # fmt: skip
DATES = st.one_of(
    st.none(),
    st.dates(dt.date(1000, 1, 1), dt.date(2099, 12, 31)).map(dt.date.isoformat),
    st.just("2024"),
    st.just("2024-08"),
)


@settings(max_examples=400, deadline=None)
@given(text=st.lists(PIECES | st.text(max_size=4), max_size=25).map("".join), published=DATES)
def test_laws_hold_for_any_text(text: str, published: str | None) -> None:
    end = 0
    for time in times(text, published):
        assert text[time.span.start : time.span.end] == time.text
        assert end <= time.span.start < time.span.end
        assert "\n" not in time.text
        end = time.span.end
        if time.start is not None and time.end is not None:
            assert time.start.first_day <= time.end.last_day
        for date in (time.date, time.start, time.end):
            assert date is None or PartialDate(str(date)) == date
            assert date is None or date.precision is not Precision.DAY or names_a_day(time.text)


def names_a_day(words: str) -> bool:
    """Whether the words hold a day: a number of one or two digits, a weekday, or a word such as kemarin."""
    return (
        re.search(
            rf"\b\d{{1,2}}(?!\d)|{'|'.join(WEEKDAYS)}|hari|kemarin|lusa|esok|malam|pagi|tadi", words, re.IGNORECASE
        )
        is not None
    )
