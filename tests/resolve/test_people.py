from functools import cache

import pytest

from graphbuild.indonesian.names import Titles
from graphbuild.ontology.load import load_ontology
from graphbuild.resolve.people import read_name
from graphbuild.resolve.words import read_vocabulary


@cache
def titles() -> Titles:
    return read_vocabulary(load_ontology().lexicon).people


@pytest.mark.parametrize(
    ("name", "key", "full"),
    [
        ("Prof. Dr. Ir. Budi Santosa, M.Sc.", "budi santosa", True),
        ("B.J. Wirabumi", "b j wirabumi", True),
        ("Bachtiar Joko (BJ) Wirabumi", "bahtiar joko wirabumi", True),
        ("Agus DW Martoyudono", "agus d w martoyudono", True),
        ("M. Hanif Dakhlan", "hanif dahlan", True),
        ("M Yusran", "muhammad yusran", True),
        ("Joni P Wirata", "joni p wirata", True),
        ("Jokowir", "jokowir", False),
        ("T Arifandi", "t arifandi", False),
        ("SBYW", "sbyw", False),
        ("Ahmad bin Hasan", "ahmad bin hasan", True),
        ("Siti Nur Bakaria binti Ali", "siti nur bakaria", True),
    ],
)
def test_names_are_read(name: str, key: str, full: bool) -> None:  # noqa: FBT001
    found = read_name(name, titles())
    assert (found.key, found.full) == (key, full)
