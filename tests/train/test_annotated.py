from graphbuild.model.text import Span
from graphbuild.nlp.rules import read_rules
from graphbuild.nlp.words import split_words
from graphbuild.train.annotated import Example, Name, column_examples, project, read_columns, tag

RULES = read_rules()


def found(text, *mentions):
    return [(text[name.span.start : name.span.end], name.kind) for name in project(mentions, text)]


def test_every_occurrence_is_found_the_longest_first():
    text = "Wakil Ketua Ani bertemu Ketua Budi. Ketua pulang."
    assert found(text, ("Ketua", "OFFICE"), ("Wakil Ketua", "OFFICE")) == [
        ("Wakil Ketua", "OFFICE"),
        ("Ketua", "OFFICE"),
        ("Ketua", "OFFICE"),
    ]


def test_a_mention_is_a_whole_word():
    assert found("Anis dan Ani", ("Ani", "PER")) == [("Ani", "PER")]


def test_the_mayor_goes_before_the_town():
    assert found("Wali Kota Depok di Kota Depok", ("Wali Kota", "OFFICE"), ("Kota Depok", "LOC"), ("Depok", "LOC")) == [
        ("Wali Kota", "OFFICE"),
        ("Depok", "LOC"),
        ("Kota Depok", "LOC"),
    ]


def test_tags_say_where_a_name_begins_and_ends():
    text = "Bupati Ani Wijaya Kusuma di Tegal"
    words = split_words(text, 0, len(text), RULES)
    names = project([("Ani Wijaya Kusuma", "PER"), ("Bupati", "OFFICE"), ("Tegal", "LOC")], text)
    assert tag(words, names) == ("S-OFFICE", "B-PER", "I-PER", "E-PER", "O", "S-LOC")


def test_a_name_that_is_no_whole_word_has_no_tag():
    assert tag([Span(0, 8)], [Name(Span(0, 4), "PER")]) == ("O",)


def test_a_column_file_is_cut_anew_and_marks_fall_off(tmp_path):
    path = tmp_path / "train.tsv"
    rows = ["Ketua\tO", "KPU\tB-ORGANISATION", "(Komisi\tB-ORGANISATION", "Pemilihan),\tI-ORGANISATION"]
    path.write_text("\n".join(rows) + "\n\nIa\tO\n", encoding="utf-8")
    assert [text for text, _ in read_columns(path)] == ["Ketua KPU (Komisi Pemilihan),", "Ia"]
    first, second = column_examples(path, 1, RULES)
    assert first.words == ("Ketua", "KPU", "(", "Komisi", "Pemilihan", ")", ",")
    assert first.tags == ("O", "S-ORG", "O", "B-ORG", "E-ORG", "O", "O")
    assert second.tags == ("O",)


def test_a_layer_says_nothing_about_the_others():
    assert Example(("Ani",), ("S-PER",), 1).columns() == [("-", "S-PER", "-")]
