from pathlib import Path

import pytest

from graphbuild.errors import SetupError
from graphbuild.model.world import Judgement
from graphbuild.resolve.judgements import corrections, judgement_of, line_of, write_judgements

MACHINE = Judgement("person/a", "person/b", "unsure", 2.5, ("The names have the same words (+1.5)",))


def test_a_line_and_back() -> None:
    assert judgement_of(line_of(MACHINE)) == MACHINE


def test_the_machines_lines_are_no_corrections(tmp_path: Path) -> None:
    write_judgements([MACHINE], tmp_path / "judgements.jsonl")
    assert corrections(tmp_path / "judgements.jsonl") == ()
    assert corrections(tmp_path / "nothing.jsonl") == ()


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ('{"left": "person/a", "right": "person/b", "verdict": "same"}', "positive"),
        ('{"left": "person/a", "right": "person/b", "verdict": "different", "author": "machine"}', "negative"),
        (
            '{"left": "d1/E1", "right": "d2/E4", "verdict": "negative", "author": "person", "reasons": "father and son"}',
            "negative",
        ),
    ],
)
def test_an_edited_line_is_a_correction_and_stays_one(tmp_path: Path, line: str, verdict: str) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text(line + "\n\n", encoding="utf-8")
    (found,) = corrections(path)
    assert (found.verdict, found.author) == (verdict, "person")
    write_judgements([MACHINE, found], path)
    assert corrections(path) == (found,)


def test_every_line_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_text('{"left": "a"}\nno json\n[]\n', encoding="utf-8")
    with pytest.raises(SetupError, match="3 line") as problem:
        corrections(path)
    assert all(f"line {number}" in str(problem.value) for number in (1, 2, 3))
