import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.indonesian.names import (
    abbreviates_name,
    bare_name,
    fold,
    is_short_form,
    is_variant,
    name_core,
    name_parts,
    person_key,
    titles_from,
)
from graphbuild.ontology.load import load_ontology

TITLES = titles_from(load_ontology().lexicon)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("Budi Santoso", "Budi Santoso", "nothing to strip"),
        ("Prof. Dr. Ir. Budi Santoso, M.Sc., Ph.D.", "Budi Santoso", "academic titles and degrees"),
        ("Dr Budi Santoso SH MH", "Budi Santoso", "degrees without stops"),
        ("Irjen Pol (Purn) Budi Santoso", "Budi Santoso", "a rank with its tail in brackets"),
        ("Letnan Jenderal TNI Budi Santoso", "Budi Santoso", "a rank of two words"),
        ("KH Budi Santoso", "Budi Santoso", "a religious title"),
        ("Hj. Siti Aminah", "Siti Aminah", "a pilgrim's title"),
        ("Pak Budi", "Budi", "an address"),
        ("RM Budi Santoso", "Budi Santoso", "a noble title"),
        ("M. Yusuf", "M. Yusuf", "an initial stays"),
        ("Budi Santoso, Ketua RT", "Budi Santoso", "what follows a comma is no name"),
        ("Pak", "", "a title alone is no name"),
        ("", "", "nothing gives nothing"),
    ],
)
def test_titles_are_stripped(text: str, name: str, reason: str) -> None:
    assert bare_name(text, TITLES) == name, reason


@pytest.mark.parametrize(
    ("one", "other", "same", "reason"),
    [
        ("Djoko Susilo", "Joko Soesilo", True, "old spelling"),
        ("Moh. Ali", "Muhammad Ali", True, "short for Muhammad"),
        ("Budi S. Wibowo", "Budi Wibowo", True, "initials do not count"),
        ("Ma’ruf Hasan", "Maruf Hasan", True, "apostrophes do not count"),
        ("Budi Santoso", "Budi Santosa", False, "another name"),
    ],
)
def test_person_keys(one: str, other: str, same: bool, reason: str) -> None:  # noqa: FBT001
    assert (person_key(one, TITLES) == person_key(other, TITLES)) is same, reason


@pytest.mark.parametrize(
    ("short", "full", "expected", "reason"),
    [
        ("Budi", "Budi Santoso", True, "first name"),
        ("Santoso", "Budi Santoso", True, "last name"),
        ("B Santoso", "Budi Santoso", True, "initial for a word"),
        ("B", "Budi Santoso", False, "an initial alone is too little"),
        ("Budi Santoso", "Budi", False, "longer is not shorter"),
        ("Santoso Budi", "Budi Santoso", False, "order counts"),
    ],
)
def test_short_forms(short: str, full: str, expected: bool, reason: str) -> None:  # noqa: FBT001
    assert is_short_form(short, full) is expected, reason


def test_variants_are_near_in_every_word() -> None:
    assert is_variant("Siti Rahmawati", "Siti Rahmawaty")
    assert is_variant("Tri Handoko", "Trihandoko")
    assert not is_variant("Siti Rahmawati", "Siti Rahmadani")


def test_nicknames_are_beginnings_or_initials() -> None:
    assert abbreviates_name("Zulhan", "Zulkarnain Handoko")
    assert abbreviates_name("BSW", "Budi Santoso Wibowo")
    assert not abbreviates_name("Kancil", "Budi Santoso")


def test_parts_of_a_name() -> None:
    parts = name_parts("Ahmad B. bin Hasan Basri")
    assert (parts.words, parts.initials, parts.of) == (("ahmad",), ("b",), ("hasan", "basri"))


@given(st.text(max_size=40))
def test_laws_of_names(text: str) -> None:
    start, end = name_core(text, TITLES)
    assert 0 <= start <= end <= len(text)
    assert fold(fold(text)) == fold(text)
    assert is_variant(text, text) is bool(fold(text).split()) or len(fold(text).split()) == 1
