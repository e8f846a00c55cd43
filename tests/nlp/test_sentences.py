import pytest
from factory import article
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.sentences import split_sentences

RULES = read_rules()


def cut(text):
    return [text[sentence.span.start : sentence.span.end] for sentence in split_sentences(article(text), RULES)]


@pytest.mark.parametrize(
    ("sentences", "why"),
    [
        (
            ["Prof. Dr. H. Budi Santoso, S.H., M.Hum. dilantik Rabu (12/6/2024).", "Ia tersenyum."],
            "titles and degrees end nothing",
        ),
        (["Acara dipimpin Budi Santoso, S.H.", "Namun ia pulang."], "a word that begins sentences ends a degree"),
        (["JAKARTA, KOMPAS.com - Bupati Ani mundur.", "Ia lelah."], "a dateline belongs to its sentence"),
        (['"Saya mundur. Saya lelah," kata Ani.', "Ia pulang."], "a quotation stays with its speaker"),
        (['"Saya mundur. Saya lelah."', "Ani lalu pulang."], "a quotation without a speaker"),
        (['Ani berkata, "Saya mundur. Saya lelah."', '"Benar," ujarnya.'], "a speaker before the quotation"),
        (["Keputusan No. 108/TPA/2021 dibacakan.", "Acara selesai."], "a numbered decree"),
        (["Apakah ia mundur?", "Tidak!", "Ia bertahan."], "questions and exclamations"),
        (["Ia tinggal di Jl. Mawar No. 3 Kec. Tegal.", "Rumahnya kecil."], "an address"),
        (["1. Budi Santoso", "2. Ani Wijaya"], "a list, line by line"),
        (["Menurut A. Rahman, harga naik 2.500 persen.", "Itu kata J. Karel."], "initials and thousands"),
    ],
)
def test_sentences(sentences, why):
    joint = "\n" if sentences[0].startswith("1.") else " "
    assert cut(joint.join(sentences)) == sentences, why


def test_a_space_forgotten_behind_a_stop_still_ends_the_sentence():
    assert cut("Ia melayani masyarakat.Salah satunya Budi.") == ["Ia melayani masyarakat.", "Salah satunya Budi."]


def test_paragraphs_glued_at_a_quotation_come_apart():
    assert cut('Ani mundur hari ini."Saya lelah," ujarnya.') == ["Ani mundur hari ini.", '"Saya lelah," ujarnya.']


def test_a_line_broken_in_mid_sentence_goes_on():
    assert cut("Bupati Ani mundur dari\njabatan yang lama.\nIa lelah.") == [
        "Bupati Ani mundur dari\njabatan yang lama.",
        "Ia lelah.",
    ]


def test_a_long_quotation_is_cut():
    long = " ".join(["Kami akan terus bekerja untuk seluruh warga kota ini."] * 9)
    assert len(cut(f'"{long}" kata Ani.')) > 5


def test_furniture_gives_no_sentence_and_none_reaches_over_it():
    text = "Ani mundur dari\nBaca juga: Budi dilantik\nkursinya. Ia lelah."
    start = text.index("Baca")
    end = text.index("\nkursinya")
    sentences = split_sentences(article(text, ((start, end),)), RULES)
    assert all(one.span.end <= start or one.span.start >= end for one in sentences)


@given(st.text(alphabet='abAB nya.,?"()0 \n', max_size=80))
def test_sentences_are_in_order_and_hold_their_words(text):
    position = 0
    for sentence in split_sentences(article(text), RULES):
        assert sentence.span.start >= position
        position = sentence.span.end
        assert sentence.tokens[0].span.start == sentence.span.start
        assert sentence.tokens[-1].span.end == sentence.span.end
        assert all(token.text == text[token.span.start : token.span.end] for token in sentence.tokens)
