import gzip
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.ingest.content import LONGEST_LINE, UnreadableError, decode, decode_page, first_bytes, numbered_lines
from graphbuild.ingest.files import File


def file(path: Path, content: bytes, packing: str = "") -> File:
    path.write_bytes(content)
    return File(path, "text", packing, path.stem)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50))
def test_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
    assert decode(text.encode("utf-16")) == text


def test_a_character_cut_at_the_end_is_left_out() -> None:
    assert decode("ée".encode()[:1] * 1 + b"", whole=False) == ""
    assert decode("aé".encode()[:-1], whole=False) == "a"


def test_a_page_may_declare_its_encoding() -> None:
    markup = '<meta charset="iso-8859-1"><p>“Ya”</p>'
    assert decode_page(markup.encode("cp1252")) == markup
    with pytest.raises(UnreadableError):
        decode_page("<p>“Ya”</p>".encode("cp1252"))


def test_only_so_many_bytes_are_read(tmp_path: Path) -> None:
    assert first_bytes(file(tmp_path / "a.txt", b"abcdef"), 4) == (b"abcd", True)
    assert first_bytes(file(tmp_path / "a.txt", b"abcdef"), 6) == (b"abcdef", False)


@pytest.mark.parametrize(("pack", "packing"), [(bytes, ""), (gzip.compress, "gzip"), (lzma.compress, "xz")])
def test_lines_are_numbered_from_one(tmp_path: Path, pack: type[bytes], packing: str) -> None:
    content = b"a\n\nb" * 40_000
    lines = list(numbered_lines(file(tmp_path / "a", pack(content), packing)))
    assert [number for number, _ in lines] == list(range(1, 80_002))
    assert b"\n".join(line for _, line in lines if line is not None) == content


def test_a_line_too_long_is_passed_over(tmp_path: Path) -> None:
    content = b"a\n" + b"x" * (LONGEST_LINE + 1) + b"\nb\n"
    assert list(numbered_lines(file(tmp_path / "a", content))) == [(1, b"a"), (2, None), (3, b"b")]
