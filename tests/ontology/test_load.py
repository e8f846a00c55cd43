import shutil
from pathlib import Path

import pytest

from graphbuild.errors import SetupError
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.load import load_ontology


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ontology_folder(), tmp_path / "ontology"))


def test_the_bundled_ontology_has_every_type_with_a_main_role_a_saying_and_six_examples() -> None:
    ontology = load_ontology()
    assert len(ontology.types) >= 14
    for event_type in ontology.types:
        assert any(use.required for use in event_type.roles), event_type.name
        assert event_type.says, event_type.name
        assert len(event_type.examples) >= 6, event_type.name


def test_lists_of_the_lexicon_are_found_by_file_and_key() -> None:
    lexicon = load_ontology().lexicon
    assert "prof" in lexicon.words("abbreviations", "abbreviations")
    assert "meskipun" in lexicon.words("clitics", "split.pun")
    with pytest.raises(KeyError, match=r"no list 'nothing' in ontology/lexicon/clitics\.yaml"):
        lexicon.words("clitics", "nothing")


def test_every_problem_is_told_at_once_with_file_and_key(folder: Path) -> None:
    award = folder / "events" / "award.yaml"
    text = award.read_text(encoding="utf-8")
    award.write_text(
        text.replace("definition:", "meaning:", 1).replace("kind: PER", "kind: HUMAN", 1), encoding="utf-8"
    )
    (folder / "events" / "birth.yaml").write_text("type: [birth\n", encoding="utf-8")
    with pytest.raises(SetupError) as error:
        load_ontology(folder)
    message = str(error.value)
    assert "events/award.yaml: unknown key 'meaning'" in message
    assert "events/award.yaml: the key 'definition' is missing" in message
    assert "'HUMAN' is not among PER, OFFICE, ORG, LOC" in message
    assert "events/birth.yaml: is no YAML" in message


def test_a_role_that_core_does_not_declare_is_a_problem(folder: Path) -> None:
    award = folder / "events" / "award.yaml"
    award.write_text(award.read_text(encoding="utf-8").replace("  place:", "  venue:", 1), encoding="utf-8")
    with pytest.raises(SetupError, match=r"events/award.yaml: roles.venue: the role 'venue' is not declared"):
        load_ontology(folder)


def test_a_folder_without_an_ontology_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"core.yaml: cannot be read"):
        load_ontology(tmp_path)
