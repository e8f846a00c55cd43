from pathlib import Path

import pytest
import rdflib
from rdflib import SH, Namespace

from graphbuild.errors import SetupError
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.shapes import SHAPES, shapes_turtle
from graphbuild.ontology.vocabulary import load_vocabulary

GB, GBS = Namespace("https://w3id.org/graphbuild/ns#"), Namespace(f"{SHAPES}#")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=shapes_turtle(load_ontology(), load_vocabulary(), ontology_folder()))


def test_every_event_type_has_a_shape_from_its_roles(shapes: rdflib.Graph) -> None:
    for event_type in load_ontology().types:
        shape = GBS[event_type.term]
        assert (shape, SH.targetClass, GB[event_type.term]) in shapes
        paths = [shapes.value(prop, SH.path) for prop in shapes.objects(shape, SH.property)]
        assert len(paths) == len(event_type.roles)


def test_what_is_required_must_be_there_once(shapes: rdflib.Graph) -> None:
    (person,) = [p for p in shapes.objects(GBS.Tenure, SH.property) if shapes.value(p, SH.path) == GB.person]
    assert int(str(shapes.value(person, SH.minCount))) == int(str(shapes.value(person, SH.maxCount))) == 1
    assert shapes.value(person, SH["class"]) == GB.Person


def test_checks_have_words_in_both_languages(shapes: rdflib.Graph) -> None:
    checks = list(shapes.objects(None, SH.sparql))
    assert len(checks) >= 10
    for check in checks:
        assert {message.language for message in shapes.objects(check, SH.message)} == {"id", "en"}


def test_a_check_without_a_query_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "checks.yaml").write_text("shapes: {}\nchecks: {odd: {class: Event}}\n")
    with pytest.raises(SetupError, match="odd: the key 'select' is missing"):
        shapes_turtle(load_ontology(), load_vocabulary(), tmp_path)
