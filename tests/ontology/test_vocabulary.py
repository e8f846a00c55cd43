from pathlib import Path

import pytest

from graphbuild.errors import SetupError
from graphbuild.ontology.vocabulary import load_vocabulary

HEAD = "title: t\nversion: '1'\nabout: a\nprefixes: {gb: 'https://x.example/'}\nconcepts: {}\nwider: [b]\n"


def written(folder: Path, text: str) -> Path:
    (folder / "vocabulary.yaml").write_text(HEAD + text, encoding="utf-8")
    return folder


def test_terms_are_read(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        "classes: {A: {label: {id: a, en: b}, definition: d, broader: B, exact: [x:Y], reserved: true}}\n"
        "properties: {p: {label: {id: a, en: b}, definition: d, as: xsd:date, of: A, functional: true}}\n",
    )
    vocabulary = load_vocabulary(folder)
    (term,), (prop,) = vocabulary.classes, vocabulary.properties
    assert (term.name, term.above, term.reserved, term.alignments[0].target) == ("A", "B", True, "x:Y")
    assert (prop.domain, prop.range, prop.literal, prop.functional) == ("A", "xsd:date", True, True)
    assert vocabulary.class_label("A").en == "b"
    assert vocabulary.class_label("Nope").en == "Nope"


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    folder = written(tmp_path, "classes: {A: {label: {id: a}, color: red}}\nproperties: {p: {functional: perhaps}}\n")
    with pytest.raises(SetupError) as raised:
        load_vocabulary(folder)
    for words in ("color", "label has no 'en'", "label has no 'id'", "perhaps"):
        assert words in str(raised.value)


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"vocabulary\.yaml"):
        load_vocabulary(tmp_path)
