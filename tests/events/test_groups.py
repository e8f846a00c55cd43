import pytest
from events.told import read


def members(text: str, sentence: int) -> list[str]:
    reading = read(text)
    return [reading.placed[index].mention.text for index in reading.groups[sentence]]


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("[PER Ani] dan [PER Budi] diperiksa.\nMereka ditahan.", 1, ["Ani", "Budi"]),
        ("[PER Ani], [PER Budi] dan [PER Citra] diperiksa.\nKetiganya ditahan.", 1, ["Ani", "Budi", "Citra"]),
        ("Ada dua tersangka.\nSelesai.\n1. [PER Ani]\n2. [PER Budi]", 0, ["Ani", "Budi"]),
        ("[PER Ani] dan [PER Budi] diperiksa.\nKelimanya ditahan.", 1, []),
        ("[PER Ani] dan [PER Budi] diperiksa.\nPolisi pulang.", 1, []),
    ],
    ids=["mereka: the last two named", "as many as it says", "a list further on", "nobody fits", "no group word"],
)
def test_a_group_word_stands_for_a_list(text: str, sentence: int, expected: list[str]) -> None:
    assert members(text, sentence) == expected


def test_a_sentence_that_names_them_itself_needs_nobody() -> None:
    assert members("[PER Citra] dan [PER Dewi] pergi.\nKedua tersangka [PER Ani] dan [PER Budi] ditahan.", 1) == []
