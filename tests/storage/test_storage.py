import pytest

from graphbuild.errors import OutputError
from graphbuild.storage import whole_file, write_whole


def test_a_file_that_fails_half_way_is_as_it_was_before(tmp_path) -> None:
    path = tmp_path / "graph.ttl"
    write_whole(path, ["old"])

    def pieces():
        yield "new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, pieces())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_named(tmp_path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="taken"), whole_file(tmp_path / "taken" / "graph.ttl"):
        pass
