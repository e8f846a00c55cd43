import pytest

from graphbuild.errors import QueryError
from graphbuild.ontology.types import Label
from graphbuild.query.catalog import FOLDER, Parameter, Question, fill, question, questions
from graphbuild.query.names import CLASSES

DESIGN = (
    "agreements appointed-by career conflicts convicted could-have-held denied evidence in-the-room links "
    "office-history shared-employers statements succession timeline who-held"
)


def test_the_questions_of_the_design_are_there() -> None:
    assert set(DESIGN.split()) <= {asked.name for asked in questions()}


@pytest.mark.parametrize("asked", questions(), ids=lambda asked: asked.name)
def test_every_question_says_what_it_asks_in_both_languages(asked: Question) -> None:
    assert asked.label.id.endswith(("?", ")"))
    assert asked.label.en.endswith(("?", ")"))
    assert {parameter.kind for parameter in asked.parameters} <= {*CLASSES, "event", "date", "text"}
    assert all(parameter.label.id and parameter.label.en for parameter in asked.parameters)
    assert all((FOLDER / f"{asked.name}.rq").read_text(encoding="utf-8").count(f"${p.name}") for p in asked.parameters)


def test_what_is_missing_is_named() -> None:
    with pytest.raises(QueryError, match="no question is called 'who'; there are: agreements"):
        question("who")
    with pytest.raises(QueryError, match="no parameter 'date'; it takes: office, on"):
        question("who-held").parameter("date")


def test_lines_stay_or_go_with_their_parameter() -> None:
    label = Label("x", "x")
    body = "A\n  B $one\n  C $two\n  D # unless one\n  E # unless two"
    asked = Question("q", label, (Parameter("one", "text", required=False, label=label),), ("graph",), body)
    assert fill(asked, {"one": "1"}) == "A\n  B 1\n  E "
    assert fill(asked, {}) == "A\n  D \n  E "
