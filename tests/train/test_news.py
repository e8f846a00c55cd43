import json
import lzma

from graphbuild.train.news import read_news, word_sentences


def test_damaged_and_measured_articles_are_left_out(tmp_path):
    (tmp_path / "officials").mkdir()
    (tmp_path / "news").mkdir()
    (tmp_path / "officials" / "dev.articles.jsonl").write_text(json.dumps({"id": "b"}) + "\n", encoding="utf-8")
    articles = [("a", []), ("b", []), ("c", ["link_text_dropped"]), ("d", ["boilerplate"])]
    with lzma.open(tmp_path / "news" / "news.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": name, "flags": flags, "text": name}) + "\n" for name, flags in articles)
    assert list(read_news(tmp_path)) == ["a", "d"]


def test_texts_become_sentences_of_words():
    assert list(word_sentences(iter(["Ani pulang. Ia lelah."]))) == [("Ani", "pulang", "."), ("Ia", "lelah", ".")]
