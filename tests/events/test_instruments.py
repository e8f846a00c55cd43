import pytest
from events.told import read

from graphbuild.events.instruments import find_instrument


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[PER Ani] dilantik berdasarkan Keputusan Presiden Nomor 12 Tahun 2020.",
            "Keputusan Presiden Nomor 12 Tahun 2020",
        ),
        ("[PER Ani] diangkat lewat SK Bupati Nomor 188 / 21 / 2019.", "SK Bupati Nomor 188 / 21 / 2019"),
        ("[PER Ani] dilantik kemarin.", None),
        ("Surat itu dibaca [PER Ani].", None),
    ],
    ids=["decree with a year", "number in pieces", "no paper", "a paper without a number"],
)
def test_a_decree_is_cut_from_its_name_to_its_number(text: str, expected: str | None) -> None:
    reading = read(text)
    found = find_instrument(reading, 0)
    assert (None if found is None else reading.quote(*found)) == expected


def test_the_nearest_decree_wins() -> None:
    reading = read("SK Nomor 1 / 2001 lama.\n[PER Ani] dilantik dengan SK Nomor 2 / 2002.")
    found = find_instrument(reading, 1)
    assert found is not None
    assert reading.quote(*found) == "SK Nomor 2 / 2002"
