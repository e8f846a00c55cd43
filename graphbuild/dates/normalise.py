"""A piece of a time expression to the date it means, counted from the article's own day; never finer than said."""

import datetime as dt

from graphbuild.dates.pieces import Piece
from graphbuild.indonesian.calendar import day_near, partial_date
from graphbuild.model.dates import PartialDate, Precision


def resolve(piece: Piece, published: PartialDate | None, told: PartialDate | None = None) -> PartialDate | None:
    """The date of a piece; None where the words, or what is known of the article, do not settle it.

    Args:
        piece: What the words say.
        published: The article's own date.
        told: The date that the article told last, for *hari yang sama*.
    """
    today = _day(published)
    match piece.kind:
        case "year":
            date = partial_date(piece.year or 0)
        case "day":
            date = _of_day(piece, published)
        case "month":
            date = _of_month(piece, published)
        case "told":
            date = _of_told(piece, told)
        case "weekday" if today is not None:
            date = _iso(_of_weekday(piece, today))
        case "relative" | "unit" | "count" if today is not None:
            date = _shifted(today, piece.unit, piece.shift or 0)
        case _:
            date = None
    return date


def differs_in_weekday(piece: Piece, date: PartialDate | None) -> bool:
    """Whether the weekday that is told is not the one of the date, as happens in print."""
    if piece.weekday is None or date is None or date.precision is not Precision.DAY:
        return False
    return date.first_day.weekday() != piece.weekday


def _of_day(piece: Piece, published: PartialDate | None) -> PartialDate | None:
    if piece.year is not None:
        return partial_date(piece.year, piece.month, piece.day)
    if published is None:
        return None
    today = _day(published)
    if today is None:
        return partial_date(published.first_day.year, piece.month, piece.day)
    years = (today.year - 1, today.year, today.year + 1)
    days = [date.first_day for year in years if (date := partial_date(year, piece.month, piece.day)) is not None]
    return _iso(_nearest(days, today, piece.side))


def _of_month(piece: Piece, published: PartialDate | None) -> PartialDate | None:
    if piece.year is not None:
        return partial_date(piece.year, piece.month)
    if published is None or piece.month is None or published.precision is Precision.YEAR:
        return None
    here = published.first_day.replace(day=1)
    months = [here.replace(year=year, month=piece.month) for year in (here.year - 1, here.year, here.year + 1)]
    month = _nearest(months, here, piece.side)
    return None if month is None else partial_date(month.year, month.month)


def _nearest(days: list[dt.date], today: dt.date, side: str) -> dt.date | None:
    """The day nearest to today, on the side that is told; of equally near ones the earlier."""
    if side == "past":
        days = [day for day in days if day <= today]
    if side == "future":
        days = [day for day in days if day >= today]
    return min(days, key=lambda day: (abs(day - today), day), default=None)


def _of_weekday(piece: Piece, today: dt.date) -> dt.date:
    """The day of a weekday: today or before, unless a word says that it is to come."""
    weekday = piece.weekday or 0
    if piece.unit == "week":
        monday = today - dt.timedelta(days=today.weekday())
        weeks = {"past": -1, "future": 1}.get(piece.side, 0)
        return monday + dt.timedelta(days=7 * weeks + weekday)
    if piece.side == "future":
        return day_near(today + dt.timedelta(days=1), weekday, forward=True)
    if piece.side == "past" and weekday == today.weekday():
        return today - dt.timedelta(days=7)
    if piece.side == "plan":
        return day_near(today, weekday, forward=True)
    return day_near(today, weekday, forward=False)


def _of_told(piece: Piece, told: PartialDate | None) -> PartialDate | None:
    """A date counted from the one told last, as coarse as the unit; None where that one is coarser than the unit."""
    if told is None:
        return None
    coarse = {"year": 4, "month": 7, "day": 10}.get(piece.unit)
    if coarse is None or len(told.iso) < coarse:
        return None
    date = _shifted(told.first_day, piece.unit, piece.shift or 0)
    return None if date is None else PartialDate(date.iso[:coarse])


def _shifted(today: dt.date, unit: str, shift: int) -> PartialDate | None:
    """The day, month or year that lies so many units from today; weeks are vague."""
    if unit == "day":
        return _iso(today + dt.timedelta(days=shift))
    if unit == "month":
        count = today.year * 12 + today.month - 1 + shift
        return partial_date(count // 12, count % 12 + 1)
    return partial_date(today.year + shift) if unit == "year" else None


def _day(date: PartialDate | None) -> dt.date | None:
    return date.first_day if date is not None and date.precision is Precision.DAY else None


def _iso(day: dt.date | None) -> PartialDate | None:
    return None if day is None else partial_date(day.year, day.month, day.day)
