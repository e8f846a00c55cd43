from events.told import read

from graphbuild.model.text import Kind


def test_words_mentions_and_shapes_lie_in_one_row() -> None:
    reading = read("[OFFICE Wali Kota] [LOC Tegal] [PER Budi Santoso] pulang.\nIa makan 3 roti.")
    assert [(one.kind, one.mention.text) for one in reading.placed] == [
        (Kind.OFFICE, "Wali Kota"),
        (Kind.PLACE, "Tegal"),
        (Kind.PERSON, "Budi Santoso"),
    ]
    assert reading.shape[:6] == ("OFFICE", "OFFICE", "LOC", "PER", "PER", "pulang")
    assert reading.shape[-4:] == ("makan", "#", "roti", ".")
    assert reading.quote(3, 5) == "Budi Santoso"


def test_the_longer_of_two_overlapping_mentions_wins() -> None:
    reading = read("[ORG Partai Maju] rapat")
    assert len(reading.placed) == 1


def test_rows_of_a_list_are_near_the_sentence_that_opens_it() -> None:
    reading = read("Yang dilantik:\n1. [PER Ani]\n2. [PER Budi]\n3. [PER Cici]\nLalu [PER Dedi] pulang.")
    assert reading.rows == (False, True, True, True, False)
    assert [one.mention.text for one in reading.near(0, 0, 1)] == ["Ani", "Budi", "Cici"]


def test_words_in_quotation_marks_are_known() -> None:
    reading = read('"Saya mundur," kata [PER Ani].')
    assert reading.quoted[1:3] == (True, True)
    assert not reading.quoted[-2]
