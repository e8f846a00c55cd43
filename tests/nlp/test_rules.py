import pytest

from graphbuild.errors import SetupError
from graphbuild.nlp.rules import read_rules


def test_the_lists_are_there_and_in_lower_case():
    rules = read_rules()
    assert {"prof", "dr", "no"} <= rules.abbreviations
    assert rules.split["meskipun"] == "pun"
    words = rules.abbreviations | rules.starters | rules.whole | rules.glue | set(rules.glued_tails)
    assert all(word == word.lower() for word in words)


def test_a_file_without_its_lists_is_named(tmp_path):
    (tmp_path / "abbreviations.yaml").write_text("abbreviations: prof\n", encoding="utf-8")
    (tmp_path / "clitics.yaml").write_text("split: {pun: [meskipun]}\n", encoding="utf-8")
    with pytest.raises(SetupError, match="abbreviations"):
        read_rules(tmp_path)
