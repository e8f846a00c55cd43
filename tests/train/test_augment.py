import random

from graphbuild.train.annotated import Example
from graphbuild.train.augment import names_in, pool_of, replaced

FIRST = Example(("Bupati", "Ani", "Wijaya", "pulang", "."), ("S-OFFICE", "B-PER", "E-PER", "O", "O"), 0)
SECOND = Example(("Kepala", "Dinas", "Budi"), ("B-OFFICE", "E-OFFICE", "S-PER"), 0)


def test_names_are_found_with_their_kinds():
    assert names_in(FIRST) == [(0, 1, "OFFICE"), (1, 3, "PER")]


def test_names_change_places_with_names_of_their_kind():
    pool = pool_of([FIRST, SECOND], {"OFFICE": [("KSAD",)]})
    assert pool["OFFICE"] == (("Bupati",), ("KSAD",), ("Kepala", "Dinas"))
    for seed in range(20):
        new = replaced(FIRST, pool, random.Random(seed))
        assert len(new.words) == len(new.tags)
        assert new.words[-2:] == ("pulang", ".")
        for start, end, kind in names_in(new):
            assert new.words[start:end] in pool[kind]
