"""Dates that are never finer than what was said: an ISO prefix whose length is its precision."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

_FORM = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


class Precision(StrEnum):
    """How much of a date was said."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day, as an ISO 8601 prefix.

    >>> PartialDate("2021-08").precision
    <Precision.MONTH: 'month'>
    >>> PartialDate("2021-08").contains(PartialDate("2021-08-10"))
    True
    """

    iso: str

    def __post_init__(self) -> None:
        """Reject what is no date of the calendar (``ValueError``), 31 February included."""
        message = f"{self.iso!r} is not a year, a month or a day such as 2021, 2021-08 or 2021-08-10"
        if _FORM.fullmatch(self.iso) is None:
            raise ValueError(message)
        try:
            dt.date.fromisoformat((self.iso + "-01-01")[: len("2021-08-10")])
        except ValueError as problem:
            raise ValueError(message) from problem

    @property
    def precision(self) -> Precision:
        """How much of the date was said."""
        return _PRECISIONS[len(self.iso)]

    @property
    def first_day(self) -> dt.date:
        """The first day of the stretch that was said."""
        return dt.date.fromisoformat((self.iso + "-01-01")[: len("2021-08-10")])

    @property
    def last_day(self) -> dt.date:
        """The last day of the stretch that was said."""
        first = self.first_day
        if self.precision is Precision.YEAR:
            return first.replace(month=12, day=31)
        if self.precision is Precision.MONTH:
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first

    def contains(self, other: "PartialDate") -> bool:
        """Whether the other date says the same, or the same more finely."""
        return other.iso.startswith(self.iso)

    def __str__(self) -> str:
        """Give the ISO prefix."""
        return self.iso
