import pytest

from graphbuild.ingest.lines import Line, is_date, is_headline, is_menu, is_prose, is_trail, letters, split_lines


def line(text: str) -> Line:
    return split_lines(text)[0]


def test_lines_know_their_place() -> None:
    text = "  Satu dua.\r\n\r\n\xa0Tiga\n"
    assert [text[item.span.start : item.span.end] for item in split_lines(text)] == ["Satu dua.", "Tiga"]


def test_the_key_is_the_words_alone() -> None:
    assert [line(text).key for text in ("- Baca  Juga :", "0 Komentar", "[...]")] == ["baca juga", "komentar", ""]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Budi Santoso dilantik sebagai camat.", "prose"),
        ('"Kami siap bekerja," katanya, "mulai hari ini."', "prose"),
        ("Siapa Camat Baru Itu?", "headline"),
        ("Camat Baru Dilantik, Warga Menanti", "headline"),
        ("News Bola Daerah Jabar Bali", "menu"),
        ("Kabar / Desa Sukamaju / Warga", "trail"),
        ("Kabar > Desa | Warga", "trail"),
        ("Rabu, 14 Agustus 2024 - 16:54 WIB", "date"),
        ("Diperbarui 14/08/2024 16:54", "date"),
        ("Jumlah korban 14 Agustus 2024", "headline"),
        ("Selasa (10/6/2025).", ""),
    ],
)
def test_what_a_line_looks_like(text: str, looks: str) -> None:
    tests = {"prose": is_prose, "menu": is_menu, "trail": is_trail, "date": is_date, "headline": is_headline}
    assert next((name for name, test in tests.items() if test(line(text))), "") == looks


def test_letters_compare_two_printings() -> None:
    assert letters("Camat  Baru: “Siap!”") == letters("CAMAT BARU - Siap")
