import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.resolve.spelling import Fit, fit

WORDS = st.lists(
    st.sampled_from(("budi", "santosa", "r", "rahma", "syarief", "sarif", "wirabuminata")), min_size=1, max_size=4
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("siti rahma", "siti rahma", Fit(equal=2, ends=True)),
        ("siti rahma", "siti nur rahma", Fit(equal=2, left_out=1, ends=True)),
        ("joni p wirata", "joni wirata", Fit(equal=2, dropped=1, ends=True)),
        ("joni p wirata", "joni pranata wirata", Fit(equal=2, initials=1, ends=True)),
        ("budi sarief", "budi sarif", Fit(equal=1, sounds=1, ends=True)),
        ("budi santosa", "budi hartanto", None),
        ("joni p wirata", "joni g wirata", None),
    ],
)
def test_fit(left: str, right: str, expected: Fit | None) -> None:
    assert fit(left, right) == expected


@given(WORDS, WORDS)
def test_fit_knows_no_left_and_right(left: list[str], right: list[str]) -> None:
    assert (fit(" ".join(left), " ".join(right)) is None) == (fit(" ".join(right), " ".join(left)) is None)


@given(WORDS)
def test_every_name_fits_itself(words: list[str]) -> None:
    assert fit(" ".join(words), " ".join(words)) is not None
