"""Decrees and letters that an article cites: *Keputusan Presiden Nomor 12 Tahun 2020*, *SK Bupati Nomor 188/2019*."""

from graphbuild.events.reading import Reading

_PAPERS = ("sk", "surat", "keputusan", "keppres", "kepres", "kepmen", "perpres", "telegram", "skep", "sprin", "sprint")
_GLUED = ("sk-", "sk.", "sk/", "kep/", "kep-", "st/", "sprin/")
_NUMBERS = ("nomor", "no", "no.")
_BEFORE_NUMBER = 9
"""Words from the name of the paper to its number: *Surat Keputusan Menteri Dalam Negeri Republik Indonesia Nomor*."""


def find_instrument(reading: Reading, sentence: int) -> tuple[int, int] | None:
    """The words of the decree nearest to a sentence, in it, beside it, else anywhere in the article; None without."""
    order = sorted(range(len(reading.bounds)), key=lambda other: (abs(other - sentence), other))
    return next(
        (found for other in order if (found := _in_sentence(reading, *reading.bounds[other])) is not None), None
    )


def _in_sentence(reading: Reading, begin: int, stop: int) -> tuple[int, int] | None:
    for index in range(begin, stop):
        if _is_number(reading.lower[index]):
            return index, _end(reading, index + 1, stop)
        if reading.lower[index] not in _PAPERS:
            continue
        for number in range(index + 1, min(stop, index + _BEFORE_NUMBER)):
            word = reading.lower[number]
            if word in {".", ";", '"'} and reading.lower[number - 1] not in _NUMBERS:
                break
            if any(c.isdigit() for c in word) and ("/" in word or reading.lower[number - 1] in {*_NUMBERS, ":", "."}):
                return index, _end(reading, number + 1, stop)
    return None


def _is_number(word: str) -> bool:
    """Whether the word is a decree's number with its paper's name: *SK-156/MBU/06/2025*, *Kep/667/V/2025*."""
    return word.startswith(_GLUED) and "/" in word and any(c.isdigit() for c in word)


def _end(reading: Reading, end: int, stop: int) -> int:
    """Past the pieces of the number and a year: *821 / 8958 / SJ*, *12 Tahun 2020*."""
    while end < stop and (reading.lower[end] in {"/", "-", ".", "tahun"} and end + 1 < stop):
        if reading.lower[end] == "." and not reading.lower[end + 1][0].isdigit():
            break
        end += 2
    return end
