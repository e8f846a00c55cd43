import pytest
from events.told import read

from graphbuild.events.gist import gist, joins


def words_between(text: str, mate: str = "") -> str:
    reading = read(text)
    first, last = reading.placed[0], reading.placed[-1]
    return gist(reading, first.end, last.first, mate)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[PER Ani] (30), dosen [ORG Universitas Samudra]", "dosen"),
        ("[ORG Polda Jaya], Kombes Pol Dr. [PER Ani]", ""),
        ("[ORG KPK] menahan [PER Ani]", "menahan"),
        ("[ORG KPK] menetapkan lima orang baru sebagai [PER Ani]", "menetapkan ... sebagai"),
    ],
    ids=["age in brackets", "rank and degree", "verb", "long"],
)
def test_asides_and_titles_do_not_count(text: str, expected: str) -> None:
    assert words_between(text) == expected


@pytest.mark.parametrize(
    ("text", "mate", "expected"),
    [
        ("[ORG KPK] menahan [PER Ani], [PER Budi], dan [PER Citra]", ">", "menahan"),
        ("[ORG KPK] menahan [PER Ani] yang mengenal [PER Budi]", ">", "menahan P mengenal"),
        ("[PER Ani], [PER Budi] dan [PER Citra] ditahan [ORG KPK]", "<", "ditahan"),
    ],
    ids=["list after", "no list", "list before"],
)
def test_fellows_in_a_list_do_not_stand_between(text: str, mate: str, expected: str) -> None:
    assert words_between(text, mate) == expected


def test_a_comma_joins_but_a_person_parts() -> None:
    for text, expected in [
        ("[ORG Universitas Samudra] dan [ORG Universitas Cakrawala]", True),
        ("[ORG Fakultas Hukum] [ORG Universitas Samudra]", False),
        ("[ORG Universitas Samudra], sedangkan [PER Ani] di [ORG Universitas Cakrawala]", False),
    ]:
        reading = read(text)
        assert joins(reading, reading.placed[0].end, reading.placed[-1].first) is expected
