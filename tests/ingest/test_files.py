from pathlib import Path

from graphbuild.ingest.files import File, find_files, shown
from graphbuild.model.text import Rejected


def test_the_extensions_say_what_a_file_holds(tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.HTM", "d.jsonl", "e.txt.gz", "f.jsonl.xz"):
        (tmp_path / name).touch()
    found = [file for file in find_files([tmp_path]) if isinstance(file, File)]
    assert [(file.stem, file.holds, file.packing) for file in found] == [
        ("a", "text", ""),
        ("b", "page", ""),
        ("c", "page", ""),
        ("d", "records", ""),
        ("e", "text", "gzip"),
        ("f", "records", "xz"),
    ]


def test_hidden_files_are_read_where_named(tmp_path: Path) -> None:
    hidden = tmp_path / ".catatan"
    hidden.mkdir()
    (hidden / ".a.txt").touch()
    assert [type(file) for file in find_files([tmp_path])] == [Rejected]
    assert [type(file) for file in find_files([hidden])] == [File]


def test_a_folder_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert [type(file) for file in find_files([tmp_path, tmp_path])] == [File, Rejected]


def test_any_name_can_be_shown() -> None:
    assert shown(Path("a\udcff.txt")) == "a\ufffd.txt"
