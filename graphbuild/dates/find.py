"""An article to its time expressions: the words that say when, and the date or stretch that they mean.

``TimeExpression.basis`` says what kind of words they are, so that a reader of events can choose among them:

absolute   a day with its year                  yearless   a day whose year is the article's
bracket    the same in brackets, (13/8)         mismatch   a day told with another day's weekday
month      a month with its year                year       a year that a word makes one (tahun, pada, sejak)
bare       a year or month standing alone       name       the year of a name or a law, no date: Pemilu 2024
weekday    Rabu                                 relative   kemarin, bulan lalu, tiga tahun lalu
told       hari yang sama, sehari sebelumnya    vague      pekan lalu, tahun 1990-an: no date
since      sejak 2019: date and start           until      hingga 2019: end only
range      1995-2000: start and end             season     musim 2025/26: date, start and end
"""

from bisect import bisect_right
from collections.abc import Sequence

from graphbuild.dates.pieces import find_pieces
from graphbuild.dates.stretches import Time, joined_spells, put_together
from graphbuild.model.text import Document, Sentence, Span, TimeExpression


def find_times(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions in the sentences of an article, in order and not overlapping.

    Without sentences the whole prose is searched. Nothing is found in furniture. A date is never finer than the words
    say, and None where they are vague, impossible (31 Februari), or the article's own date is needed and unknown.
    """
    text = document.text
    times = put_together(text, find_pieces(text), document.source.published)
    return tuple(
        _expression(text, time)
        for time in joined_spells(text, tuple(times))
        if _in_prose(time, document) and (not sentences or _in_sentences(time, sentences))
    )


def _expression(text: str, time: Time) -> TimeExpression:
    return TimeExpression(
        span=Span(time.start, time.end),
        text=text[time.start : time.end],
        date=time.date,
        start=time.since,
        end=time.until,
        basis=time.basis if time.date or time.since or time.until else "vague",
        modifier=time.modifier,
    )


def _in_prose(time: Time, document: Document) -> bool:
    place = bisect_right(document.furniture, time.end - 1, key=lambda mark: mark.span.start) - 1
    return place < 0 or document.furniture[place].span.end <= time.start


def _in_sentences(time: Time, sentences: Sequence[Sentence]) -> bool:
    place = bisect_right(sentences, time.start, key=lambda sentence: sentence.span.start) - 1
    return place >= 0 and time.start < sentences[place].span.end
