import pytest

from graphbuild.bench.gate import Floor, digest, read_floor, shortfalls, write_floor
from graphbuild.bench.score import Score, Tally
from graphbuild.errors import SetupError


def made(hits: int) -> Score:
    result = Score()
    result.tallies["event"] = Tally(hit=hits, miss=100 - hits, alarm=100 - hits)
    return result


def test_a_figure_under_its_floor_is_said() -> None:
    assert shortfalls(made(70), Floor("c", {"event": 0.8}), "c") == ["event is 0.7000, the floor is 0.8000"]
    assert shortfalls(made(80), Floor("c", {"event": 0.8}), "c") == []


def test_a_floor_of_another_corpus_guards_nothing_and_says_so() -> None:
    assert "not those" in shortfalls(made(80), Floor("c", {"event": 0.8}), "d")[0]


def test_a_floor_is_lowered_only_when_that_is_said(tmp_path) -> None:
    path = tmp_path / "baseline.json"
    write_floor(path, made(80), "c")
    with pytest.raises(SetupError, match="event"):
        write_floor(path, made(70), "c")
    assert read_floor(path).figures["event"] == 0.8
    write_floor(path, made(70), "c", lower=True)
    assert read_floor(path).figures["event"] == 0.7


def test_the_digest_is_of_the_bytes(tmp_path) -> None:
    (tmp_path / "gold").write_bytes(b"")
    assert digest(tmp_path / "gold").startswith("e3b0c44298fc1c14")
