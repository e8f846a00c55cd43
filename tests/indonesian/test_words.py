import pytest

from graphbuild.errors import SetupError
from graphbuild.indonesian.words import word_lists


def test_lists_are_read_in_the_order_of_the_file() -> None:
    assert [entry.split()[0] for entry in word_lists("calendar")["months"]][:3] == ["januari", "februari", "maret"]


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SetupError, match=r"lexicon/tidak-ada\.yaml"):
        word_lists("tidak-ada")
