import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphbuild.indonesian.numbers import number_value

UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spelled(number: int) -> str:
    """The number in words, as Indonesian says it."""
    if number < 12:
        return [*UNITS, "sepuluh", "sebelas"][number]
    if number < 20:
        return f"{UNITS[number - 10]} belas"
    for scale, word, one in (
        (1_000_000, "juta", "satu juta"),
        (1000, "ribu", "seribu"),
        (100, "ratus", "seratus"),
        (10, "puluh", ""),
    ):
        if number >= scale:
            count, rest = divmod(number, scale)
            head = one if count == 1 else f"{spelled(count)} {word}"
            return f"{head} {spelled(rest)}" if rest else head
    raise AssertionError(number)


@given(st.integers(0, 999_999_999))
@example(479_001_000)
def test_reads_what_is_spelled(number: int) -> None:
    assert number_value(spelled(number)) == number


@pytest.mark.parametrize(
    "words",
    [
        "",
        "puluh dua",
        "dua dua",
        "belas",
        "satu belas",
        "seratus seratus",
        "sepuluh puluh",
        "Budi",
        "dua ribu ribu",
        "1,5",
        "²",
    ],
)
def test_what_is_no_number_has_no_value(words: str) -> None:
    assert number_value(words) is None


def test_digits_are_numbers() -> None:
    assert [number_value("7"), number_value("2019"), number_value("Dua-puluh")] == [7, 2019, 20]
