import random
import time

from graphbuild.ingest.duplicates import Repeats
from graphbuild.ingest.furniture import mark_furniture
from graphbuild.model.text import Document, Source

WORDS = [
    "camat",
    "bupati",
    "dilantik",
    "desa",
    "warga",
    "sungai",
    "jembatan",
    "anggaran",
    "rapat",
    "kantor",
    "pegawai",
    "pasar",
    "jalan",
    "sekolah",
    "guru",
    "laporan",
]


def text_of(seed: int, length: int = 200) -> str:
    words = random.Random(seed)
    return " ".join(f"{words.choice(WORDS)}{words.randrange(40)}" for _ in range(length)) + "."


def article(name: str, text: str) -> Document:
    return Document(name, Source(name), "", text, mark_furniture(text))


def test_the_same_text_under_another_name_is_a_repeat() -> None:
    repeats = Repeats()
    assert repeats.earlier(article("a", text_of(1))) is None
    assert repeats.earlier(article("b", text_of(1))) == "a"


def test_small_edits_and_other_furniture_hide_nothing() -> None:
    repeats = Repeats()
    text = text_of(1)
    repeats.earlier(article("a", text))
    edited = text.replace(text.split()[10], "lain").replace(text.split()[100], "baru")
    assert repeats.earlier(article("b", f"Jakarta (ANTARA) - {edited}\nBerita Terkait\nJalan Rusak Lagi")) == "a"


def test_another_story_is_new_even_of_the_same_words() -> None:
    repeats = Repeats()
    assert [repeats.earlier(article(str(seed), text_of(seed))) for seed in range(50)] == [None] * 50


def test_the_same_words_on_another_official_are_new() -> None:
    repeats = Repeats()
    text = "{} dilantik sebagai camat. " + text_of(1)
    repeats.earlier(article("a", text.format("Budi Santoso")))
    assert repeats.earlier(article("b", text.format("Ani Lestari"))) is None
    assert repeats.earlier(article("c", text.format("Budi Santoso") + " Ani")) == "a"


def test_half_of_a_text_is_no_repeat() -> None:
    repeats = Repeats()
    repeats.earlier(article("a", text_of(1)))
    assert repeats.earlier(article("b", text_of(1, 100) + text_of(2, 100))) is None


def test_short_texts_are_compared_whole() -> None:
    repeats = Repeats()
    assert repeats.earlier(article("a", "Budi mundur.")) is None
    assert repeats.earlier(article("b", "Budi mundur.")) == "a"
    assert repeats.earlier(article("c", "Ani mundur.")) is None


def test_the_earliest_is_named() -> None:
    repeats = Repeats()
    for name in "abc":
        repeats.earlier(article(name, text_of(3)))
    assert repeats.earlier(article("d", text_of(3))) == "a"


def test_time_grows_with_the_number_of_articles() -> None:
    documents = [Document(str(seed), Source(""), "", text_of(seed, 80)) for seed in range(1200)]
    repeats = Repeats()
    start = time.perf_counter()
    for document in documents[:600]:
        repeats.earlier(document)
    middle = time.perf_counter()
    for document in documents[600:]:
        repeats.earlier(document)
    assert time.perf_counter() - middle < 4 * (middle - start) + 0.2
