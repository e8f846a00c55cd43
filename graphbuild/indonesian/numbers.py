"""Numbers spelled out in words: *sebelas*, *dua puluh satu*, *seribu sembilan ratus*, to what they count."""

import re
from dataclasses import dataclass
from functools import cache

from graphbuild.indonesian.words import word_lists

_LONGEST = 17
"""Words of the longest number below a milliard: 999,999,999 has seventeen."""


def number_value(words: str) -> int | None:
    """The number that words or digits say; None where they say none.

    >>> number_value("sebelas"), number_value("dua puluh satu"), number_value("dua ribu sembilan belas")
    (11, 21, 2019)
    >>> number_value("puluh dua") is None
    True
    """
    pieces = words.casefold().replace("-", " ").split()
    if len(pieces) == 1 and pieces[0].isascii() and pieces[0].isdigit() and len(pieces[0]) < 16:
        return int(pieces[0])
    if not 0 < len(pieces) <= _LONGEST or any(piece not in _values() for piece in pieces):
        return None
    return _sum([_values()[piece] for piece in pieces])


def number_pattern() -> str:
    """A regular expression for a number up to 999,999,999 in words, to be compared without case."""
    word = rf"(?:{'|'.join(sorted(map(re.escape, _values()), key=len, reverse=True))})"
    return rf"(?:{word}(?:[ -]{word}){{0,{_LONGEST - 1}}})"


@dataclass(slots=True)
class _Count:
    """A number while it is read: finished thousands, the group of hundreds being read, the unit before a scale."""

    total: int = 0
    group: int = 0
    unit: int = 0
    room: int = 1000
    ceiling: int = 1_000_000_000

    def take(self, kind: str, value: int) -> bool:
        """Read one more word; false where no number goes on with it."""
        if kind == "unit":
            fits = self.unit == 0 and self.room > 1
            self.unit = value
        elif value >= 1000:
            return self._thousands(kind, value)
        else:
            fits = (self.unit == 0) if kind == "whole" else (2 if kind == "teen" else 1) <= self.unit
            fits = fits and self.room > value
            self.group += {"whole": value, "teen": self.unit + value, "scale": self.unit * value}[kind]
            self.unit, self.room = 0, value if value >= 100 or kind == "scale" else 1
        return fits

    def _thousands(self, kind: str, value: int) -> bool:
        """Close the group before *ribu* or *juta*; *seribu* has none before it."""
        count = self.group + self.unit
        fits = (count == 0) if kind == "whole" else count > 0
        fits = fits and self.ceiling > value
        self.total += value * max(count, 1)
        self.group, self.unit, self.room, self.ceiling = 0, 0, 1000, value
        return fits


def _sum(values: list[tuple[str, int]]) -> int | None:
    count = _Count()
    if not all(count.take(kind, value) for kind, value in values):
        return None
    return count.total + count.group + count.unit


@cache
def _values() -> dict[str, tuple[str, int]]:
    """Each number word with what it does in a number, and how much."""
    values = {}
    for kind in ("unit", "teen", "whole", "scale"):
        for entry in word_lists("numbers")[kind]:
            word, number = entry.split(" = ")
            values[word] = (kind, int(number))
    return values
