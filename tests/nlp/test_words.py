import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.words import split_words

RULES = read_rules()


def words(text):
    return [text[word.start : word.end] for word in split_words(text, 0, len(text), RULES)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Prof. Dr. H. Budi, S.H., M.Hum.",
            "Prof.|Dr.|H.|Budi|,|S.H.|,|M.Hum.",
            "titles, an initial and degrees keep their stops",
        ),
        ("H.M. Taufan", "H.|M.|Taufan", "haji is no initial of the name"),
        ("Agus D.W. Martowardojo", "Agus|D.W.|Martowardojo", "initials written together"),
        ("(13/8/2024)", "(|13/8/2024|)", "a date is one word, its brackets are not in it"),
        ("No. 108/TPA/2021", "No.|108/TPA/2021", "the number of a decree is one word"),
        ("jabatannya", "jabatan|nya", "a clitic is a word"),
        ("hanya punya sebelumnya", "hanya|punya|sebelumnya", "where nya has become part of the word it stays"),
        ("di Kenya", "di|Kenya", "a country has no clitic"),
        ("apakah meskipun", "apa|kah|meski|pun", "the other clitics, in known words"),
        ("Rp2,5 miliar dan Rp 9.000", "Rp|2,5|miliar|dan|Rp|9.000", "currency beside its number"),
        ("masyarakat.Salah", "masyarakat|.|Salah", "a space forgotten behind a stop"),
        ("atauBRIterus", "atau|BRI|terus", "words glued to an acronym"),
        ("Kansongresmi mundur", "Kansong|resmi|mundur", "a word glued to a name"),
        ("YouTube WhatsApp KompasTV", "YouTube|WhatsApp|KompasTV", "brands have capitals inside"),
        ("Prabowo-Gibran", "Prabowo|-|Gibran", "two names"),
        ("se-Indonesia", "se|-|Indonesia", "a prefix before a name"),
        ("Undang-Undang anak-anak", "Undang-Undang|anak-anak", "a doubled word is one"),
        ("2019-2023 tahun 1990-an", "2019|-|2023|tahun|1990-an", "a span of years, a decade"),
        ("kepada KOMPAS.com, Jumat", "kepada|KOMPAS.com|,|Jumat", "an address"),
        ("Jum'at, Ma'ruf", "Jum'at|,|Ma'ruf", "an apostrophe inside a word"),
        ("pukul 10.00 WIB", "pukul|10.00|WIB", "a time"),
        ("ke-7 5%", "ke-7|5|%", "an ordinal, a percentage"),
        ("Ia bekerja di BPK.", "Ia|bekerja|di|BPK|.", "an acronym is no abbreviation with a stop"),
    ],
)
def test_words(text, expected, why):
    assert words(text) == expected.split("|"), why


@given(st.text(alphabet="abAB nya.,-'\"()0123/…\n“”", max_size=60))
def test_words_cover_the_text_in_order(text):
    spans = split_words(text, 0, len(text), RULES)
    position = 0
    for span in spans:
        assert text[position : span.start].strip() == ""
        assert span.end > span.start
        assert not any(character.isspace() for character in text[span.start : span.end])
        position = span.end
    assert text[position:].strip() == ""
