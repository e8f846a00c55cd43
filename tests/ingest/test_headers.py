import pytest

from graphbuild.ingest.furniture import mark_furniture
from graphbuild.ingest.headers import find_headline, find_published
from graphbuild.ingest.lines import split_lines

PROSE = "Budi Santoso dilantik sebagai Camat Sukamaju oleh Bupati Siti Rahma pagi tadi."

DATED = [
    (f"Rabu, 14 Agustus 2024 - 16:54 WIB\n{PROSE}", "2024-08-14 header"),
    (f"    29 01-2022\n\n{PROSE}", "2022-01-29 header"),
    (f"Camat Baru\nDiperbarui 14/08/2024 16:54\n{PROSE}", "2024-08-14 header"),
    (f"{PROSE} Demikian Budi, Senin (4/12/2023).", "2023-12-04 text"),
    (f"{PROSE} Demikian Budi, Rabu, 18 September 2019.", "2019-09-18 text"),
    (f"{PROSE} Ia akan dilantik lagi pada Rabu (6/12/2023). Demikian Budi, Senin (4/12/2023).", "2023-12-04 text"),
    (f"{PROSE} Ia mundur pada Selasa (13/8), kata Budi, Rabu (14/8). Ia mulai bekerja pada 2023.", "2024-08-14 text"),
    # left open
    (PROSE, ""),
    (f"{PROSE} Demikian Budi, Selasa (4/12/2023).", ""),  # it was a Monday
    (f"{PROSE} Ia mundur pada Selasa (13/8), kata Budi, Rabu (14/8).", ""),  # no year is spoken of
    (f"{PROSE} Ia mundur pada Selasa (13/8). Ia mulai bekerja pada 2023.", ""),  # one day may be long ago
    (f"{PROSE} Ia mundur pada Selasa (13/8), kata Budi, Rabu (14/8), jelang Pemilu 2024.", ""),  # may lie ahead
    (f"{PROSE} Ia dilantik pada 10 Agustus 2021.", ""),  # a date in the text is not the article's
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_the_day_of_publication(text: str, expected: str) -> None:
    found = find_published(text, split_lines(text))
    assert ("" if found is None else f"{found[0]} {found[1]}") == expected


HEADLINES = [
    (f"Camat Baru Dilantik\n\n{PROSE}", "Camat Baru Dilantik"),
    (f"ADVERTISEMENT\nNews Bola Daerah Jabar Jateng\nCamat Baru Dilantik!\n{PROSE}", "Camat Baru Dilantik!"),
    (f"Beranda / Daerah\n1856\nRabu, 14 Agustus 2024\nCamat Baru Dilantik\n{PROSE}", "Camat Baru Dilantik"),
    (f"{PROSE}\nCamat Baru Dilantik\n{PROSE}", ""),
    (PROSE, ""),
    ("Camat Baru Dilantik", ""),
]


@pytest.mark.parametrize(("text", "headline"), HEADLINES)
def test_the_headline(text: str, headline: str) -> None:
    assert find_headline(split_lines(text), mark_furniture(text)) == headline
