"""Inputs that try to break the reading: each gives its articles or one clear reason, and never an error."""

import gzip
import json
import lzma
import os
import socket
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.ingest.read import read_articles
from graphbuild.model.text import Document, Rejected
from graphbuild.settings import Settings

GOOD = "Budi Santoso dilantik sebagai Camat Sukamaju pada Senin (4/12/2023). Ia menggantikan Siti Rahma."
PAGE = f"<html><head><title>Camat</title></head><body><article><h1>Camat Baru</h1><p>{GOOD}</p><p>{GOOD}</p></article></body></html>"
LIMIT = 2_000
Make = Callable[[Path], Path]


def file(name: str, content: bytes | str) -> Make:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def line(**fields: object) -> str:
    return json.dumps(fields) + "\n"


def bomb(folder: Path) -> Path:
    path = folder / "bom.txt.gz"
    with gzip.open(path, "wb") as out:
        for _ in range(80):
            out.write(b"a" * 1_000_000)
    return path


def record_bomb(folder: Path) -> Path:
    path = folder / "bom.jsonl.gz"
    with gzip.open(path, "wb") as out:
        out.write(line(text=GOOD).encode())
        for _ in range(80):
            out.write(b" " * 1_000_000)
    return path


def xz_with_4gb_dictionary(folder: Path) -> Path:
    """A block header that asks for a dictionary of 4 GB, as the format allows."""
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1536 * 1024 * 1024}]
    path = folder / "kamus.txt.xz"
    content = bytearray(
        lzma.compress(GOOD.encode(), format=lzma.FORMAT_XZ, filters=[{**filters[0], "dict_size": 4096}])
    )
    content[16] = 40  # the dictionary size of the block: 4 GiB - 1
    header = bytes(content[12:20])
    content[20:24] = struct.pack("<I", zlib.crc32(header))
    path.write_bytes(content)
    return path


def long_line(folder: Path) -> Path:
    path = folder / "panjang.jsonl"
    with path.open("w") as out:
        out.write(line(id="a", text=GOOD))
        out.write('{"id": "b", "text": "')
        for _ in range(50):
            out.write("x" * 1_000_000)
        out.write('"}\n')
        out.write(line(id="c", text=GOOD))
    return path


def loop(folder: Path) -> Path:
    inner = folder / "kumpulan"
    inner.mkdir()
    (inner / "a.txt").write_text(GOOD)
    (inner / "lingkar").symlink_to(inner, target_is_directory=True)
    return inner


def two_loops(folder: Path) -> Path:
    left, right = folder / "kiri", folder / "kanan"
    left.mkdir()
    right.mkdir()
    (left / "a.txt").write_text(GOOD)
    (left / "ke-kanan").symlink_to(right, target_is_directory=True)
    (right / "ke-kiri").symlink_to(left, target_is_directory=True)
    return left


def dangling(folder: Path) -> Path:
    (folder / "buntu.txt").symlink_to(folder / "tidak-ada.txt")
    return folder / "buntu.txt"


def self_link(folder: Path) -> Path:
    (folder / "diri.txt").symlink_to(folder / "diri.txt")
    return folder / "diri.txt"


def unreadable(folder: Path) -> Path:
    path = folder / "rahasia.txt"
    path.write_text(GOOD)
    path.chmod(0)
    return path


def closed_folder(folder: Path) -> Path:
    path = folder / "tertutup"
    path.mkdir()
    path.chmod(0)
    return path


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipa.txt")
    return folder / "pipa.txt"


def plug(folder: Path) -> Path:
    path = folder / "soket.txt"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))
    return path


def awkward_names(folder: Path) -> Path:
    inner = folder / "nama"
    inner.mkdir()
    for name in (
        "spasi di nama.txt",
        "-rf.txt",
        "baris\nbaru.txt",
        'kutip".txt',
        "$(rm -rf).txt",
        "日本.txt",
        "<b>.txt",
        "é́́.txt",
        "%00.txt",
    ):
        (inner / name).write_text(GOOD)
    Path(os.fsdecode(os.fsencode(inner) + b"/\xff\xfe.txt")).write_text(GOOD)
    return inner


def mixed(folder: Path) -> Path:
    inner = folder / "campur"
    inner.mkdir()
    (inner / "a.txt").write_text(GOOD)
    (inner / "b.pdf").write_bytes(b"%PDF-1.7")
    (inner / "c.txt").write_bytes(b"")
    (inner / ".tersembunyi").mkdir()
    (inner / ".DS_Store").write_bytes(b"\0")
    (inner / "d").mkdir()
    (inner / "d" / "e.html").write_text(PAGE)
    return inner


def many_names(folder: Path) -> Path:
    inner = folder / "dalam"
    place = inner
    for _ in range(60):
        place = place / "lagi"
    place.mkdir(parents=True)
    (place / "a.txt").write_text(GOOD)
    return inner


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{i} "{"&a" + str(i - 1) + ";" if i else "&a;"}&a;">' for i in range(30))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY berkas SYSTEM "file:///etc/passwd">]>'

CASES: list[tuple[str, Make, int, str]] = [
    # what it is, how it is made, how many articles it gives, what its reason says ("" if nothing is rejected)
    ("empty text file", file("a.txt", ""), 0, "empty"),
    ("blank text file", file("a.txt", " \n\t\r\n "), 0, "empty"),
    ("only a byte order mark", file("a.txt", b"\xef\xbb\xbf"), 0, "empty"),
    ("byte order mark before text", file("a.txt", b"\xef\xbb\xbf" + GOOD.encode()), 1, ""),
    ("UTF-16 with its mark", file("a.txt", GOOD.encode("utf-16")), 1, ""),
    ("UTF-16 cut in half a character", file("a.txt", GOOD.encode("utf-16")[:-1]), 0, "UTF-8"),
    ("zero bytes", file("a.txt", b"\0" * 100), 0, "binary"),
    ("random bytes", file("a.txt", bytes(range(256)) * 4), 0, "binary"),
    ("control characters", file("a.txt", "\x01\x02\x03\x04" * 50), 0, "binary"),
    ("one stray control character", file("a.txt", GOOD + "\x0c"), 1, ""),
    ("Windows-1252 quotes", file("a.txt", GOOD.encode() + b" \x93Ya\x94"), 0, "not valid UTF-8: line 1"),
    ("broken UTF-8 on line 3", file("a.txt", f"{GOOD}\n{GOOD}\n".encode() + b"\xc3("), 0, "line 3"),
    ("UTF-8 of a surrogate", file("a.txt", GOOD.encode() + b"\xed\xa0\x80"), 0, "UTF-8"),
    ("overlong UTF-8", file("a.txt", GOOD.encode() + b"\xc0\xaf"), 0, "UTF-8"),
    ("PDF named .txt", file("a.txt", b"%PDF-1.4 ..."), 0, "PDF"),
    ("office document named .txt", file("a.txt", b"PK\x03\x04..."), 0, "office"),
    ("picture named .txt", file("a.txt", b"\x89PNG\r\n"), 0, "picture"),
    ("gzip named .txt", file("a.txt", gzip.compress(GOOD.encode())), 0, ".gz"),
    ("text named .gz", file("a.txt.gz", GOOD), 0, "unpacked"),
    ("gzip cut short", file("a.txt.gz", gzip.compress(GOOD.encode() * 50)[:-12]), 0, "unpacked"),
    ("gzip with a wrong checksum", file("a.txt.gz", gzip.compress(GOOD.encode())[:-8] + b"\0" * 8), 0, "unpacked"),
    ("gzip of two parts", file("a.txt.gz", gzip.compress(GOOD.encode()) + gzip.compress(GOOD.encode())), 1, ""),
    ("empty gzip file", file("a.txt.gz", b""), 0, "empty"),
    ("gzip bomb as text is cut", bomb, 1, ""),
    ("gzip bomb behind a record", record_bomb, 1, "times its size"),
    ("xz cut short", file("a.txt.xz", lzma.compress(GOOD.encode() * 50)[:-12]), 0, "unpacked"),
    ("text named .xz", file("a.txt.xz", GOOD), 0, "unpacked"),
    ("empty xz file", file("a.txt.xz", b""), 0, "unpacked"),
    ("xz of two parts with padding", file("a.txt.xz", lzma.compress(GOOD.encode()) + b"\0" * 4 + lzma.compress(b" Ya.")), 1, ""),
    ("xz that asks for 4 GB", xz_with_4gb_dictionary, 0, "unpacked"),
    ("a gzip inside a gzip", file("a.txt.gz", gzip.compress(gzip.compress(GOOD.encode()))), 0, ".gz"),
    ("unknown type", file("a.docx", b"PK"), 0, ".docx"),
    ("no extension", file("artikel", GOOD), 0, "no extension"),
    ("JSON, not JSON lines", file("a.json", line(text=GOOD)), 0, ".jsonl"),
    ("packed unknown type", file("a.tar.gz", gzip.compress(b"x")), 0, "folder"),
    ("upper-case extension", file("A.TXT", GOOD), 1, ""),
    ("missing path", lambda folder: folder / "tidak-ada", 0, "does not exist"),
    ("a name with a zero byte", lambda folder: folder / "a\0.txt", 0, "no name"),
    ("a name far too long", lambda folder: folder / ("a" * 5000), 0, "cannot be reached"),
    ("empty folder", lambda folder: folder, 0, "empty folder"),
    ("link to its own folder", loop, 1, "already read"),
    ("two folders that link to each other", two_loops, 1, "already read"),
    ("link that leads nowhere", dangling, 0, "leads nowhere"),
    ("link to itself", self_link, 0, "cannot be reached"),
    ("named pipe", pipe, 0, "pipe"),
    ("socket", plug, 0, "socket"),
    ("device", lambda _: Path("/dev/zero"), 0, "device"),
    ("awkward names", awkward_names, 10, ""),
    ("folder of all sorts", mixed, 2, "hidden"),
    ("folder sixty levels deep", many_names, 1, ""),
    ("empty JSON lines", file("a.jsonl", ""), 0, "no articles"),
    ("blank JSON lines", file("a.jsonl", "\n\n\r\n"), 0, "no articles"),
    ("broken JSON line among good ones", file("a.jsonl", line(text=GOOD) + "{oops\n" + line(text=GOOD)), 2, "no JSON"),
    ("JSON line cut short", file("a.jsonl", line(text=GOOD) + line(text=GOOD)[:-30]), 1, "no JSON"),
    ("JSON with a byte order mark", file("a.jsonl", "\ufeff" + line(text=GOOD)), 1, ""),
    ("JSON line that is a list", file("a.jsonl", "[1, 2]\n"), 0, "no object"),
    ("JSON line that is a number", file("a.jsonl", "7\n"), 0, "no object"),
    ("JSON without text", file("a.jsonl", line(id="a", title="b")), 0, "no field text"),
    ("JSON with empty text", file("a.jsonl", line(text="  ")), 0, "empty or no text"),
    ("JSON with text that is a list", file("a.jsonl", line(text=["a"])), 0, "empty or no text"),
    ("JSON with a date that does not exist", file("a.jsonl", line(text=GOOD, date="2024-02-31")), 1, ""),
    ("JSON with fields of wrong types", file("a.jsonl", line(text=GOOD, id={"a": 1}, title=7, url=[], outlet=None, date=True)), 1, ""),
    ("JSON with a lone surrogate", file("a.jsonl", '{"id": "\\ud800", "text": "Budi \\udfff dilantik."}\n'), 1, ""),
    ("JSON with zero characters", file("a.jsonl", '{"text": "Budi\\u0000 dilantik."}\n'), 1, ""),
    ("JSON nested 100,000 deep", file("a.jsonl", "[" * 100_000 + "\n"), 0, "nested"),
    ("JSON with a number of 10,000 digits", file("a.jsonl", '{"text": "a", "n": ' + "9" * 10_000 + "}\n"), 0, "number too long"),
    ("JSON with NaN", file("a.jsonl", '{"text": "Budi dilantik.", "id": NaN}\n'), 1, ""),
    ("JSON line in Windows-1252", file("a.jsonl", b'{"text": "caf\xe9"}\n' + line(text=GOOD).encode()), 1, "UTF-8"),
    ("binary among JSON lines", file("a.jsonl", b"\0\0\n" + line(text=GOOD).encode()), 1, "binary"),
    ("JSON line of 50 MB", long_line, 2, "longer than"),
    ("Windows line ends", file("a.jsonl", line(text=GOOD).replace("\n", "\r\n")), 1, ""),
    ("text over the limit is cut", file("a.txt", GOOD * 100), 1, ""),
    ("text over the limit, cut in a character", file("a.txt", "é" * 3 * LIMIT), 1, ""),
    ("one word over the limit", file("a.txt", "a" * 100_000), 1, ""),
    ("a page", file("a.html", PAGE), 1, ""),
    ("empty page", file("a.html", ""), 0, "empty"),
    ("page without text", file("a.html", "<html><body><img src=a></body></html>"), 0, "no article text"),
    ("page that is only a comment", file("a.html", "<!-- a -->"), 0, "page needs"),
    ("page in Windows-1252 that says so", file("a.html", PAGE.replace("<title>", '<meta charset="windows-1252"><title>').replace("Ia", "“Ia”").encode("cp1252")), 1, ""),
    ("page in Windows-1252 that does not say so", file("a.html", PAGE.replace("Ia", "“Ia”").encode("cp1252")), 0, "UTF-8"),
    ("100,000 open tags", file("a.html", "<div>" * 100_000 + GOOD), 0, "levels of markup"),
    ("5,000 nested quotations", file("a.html", "<blockquote>" * 5_000 + GOOD + "</blockquote>" * 5_000), 0, "levels of markup"),
    ("100,000 small tags", file("a.html", "<p>" + "<br>" * 100_000 + GOOD), 0, "tags"),
    ("a million unclosed brackets", file("a.html", "<" * 1_000_000), 0, "no words"),
    ("a tag of a million attributes", file("a.html", "<p " + "a=b " * 250_000 + ">" + GOOD), 1, ""),
    ("page over the limit", file("a.html", PAGE + " " * 10_000_001), 0, "larger than"),
    ("entities that grow without end", file("a.html", f"{ENTITIES}<html><body><p>{GOOD} &a29;</p></body></html>"), 1, ""),
    ("entity that reads a file", file("a.html", f"{OUTSIDE}<html><body><p>{GOOD} &berkas;</p></body></html>"), 1, ""),
    ("page whose text is an address", file("a.html", "https://example.com/berita"), 1, ""),
    ("page inside a picture", file("a.html", "<svg> <html>" + GOOD), 1, ""),
    ("scripts in a page", file("a.html", PAGE.replace("</article>", "<script>alert(1)</script></article>")), 1, ""),
    ("page in a record", file("a.jsonl", line(id="a", html=PAGE)), 1, ""),
    ("bad page in a record", file("a.jsonl", line(html="<div>" * 1_000) + line(text=GOOD)), 1, "levels of markup"),
    ("thousand lines of furniture", file("a.txt", "Baca Juga\n" * 150 + GOOD), 1, ""),
    ("thousand brackets", file("a.txt", "(" * 1_900 + GOOD), 1, ""),
    ("many dates", file("a.txt", "Senin (4/12/2023) " * 100), 1, ""),
    ("right-to-left marks", file("a.txt", "\u202e" + GOOD + "\u202c"), 1, ""),
]  # fmt: skip


@pytest.mark.parametrize(("make", "articles", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_gives_articles_or_a_reason(
    make: Make, articles: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    results = list(read_articles([make(tmp_path)], Settings(longest_article=LIMIT)))
    documents = [result for result in results if isinstance(result, Document)]
    rejected = [result for result in results if isinstance(result, Rejected)]
    assert len(documents) == articles, results
    assert reason == "" or any(reason in result.reason for result in rejected), rejected
    assert rejected == [] or reason != "", rejected
    for document in documents:
        assert_storable(document)
    for result in rejected:
        (result.path + result.reason).encode()
        assert "Traceback" not in result.reason


def assert_storable(document: Document) -> None:
    assert document.id
    assert document.text.strip()
    assert len(document.text) <= LIMIT
    for text in (document.id, document.title, document.text, document.source.path, *document.notes):
        text.encode()
    end = 0
    for mark in document.furniture:
        assert end <= mark.span.start < mark.span.end <= len(document.text)
        end = mark.span.end


def test_there_are_at_least_sixty_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("make", [unreadable, closed_folder])
def test_without_the_right_to_read_there_is_a_reason(make: Make, tmp_path: Path) -> None:
    path = make(tmp_path)
    results = list(read_articles([path], Settings()))
    path.chmod(0o700)
    assert [type(result) for result in results] == [Rejected]


def test_a_reason_names_the_line(tmp_path: Path) -> None:
    path = file("a.jsonl", line(text=GOOD) + "{oops\n")(tmp_path)
    rejected = [result for result in read_articles([path], Settings()) if isinstance(result, Rejected)]
    assert [result.path for result in rejected] == [f"{path}:2"]


def test_what_is_cut_or_mended_is_noted(tmp_path: Path) -> None:
    text = file("a.txt", GOOD * 100)(tmp_path)
    record = file("b.jsonl", '{"text": "Budi\\u0000 dilantik.", "date": "2024-02-31"}\n')(tmp_path)
    documents = [
        result
        for result in read_articles([text, record], Settings(longest_article=LIMIT))
        if isinstance(result, Document)
    ]
    assert "first 2,000 characters" in documents[0].notes[0]
    assert [note.split()[0] for note in documents[1].notes] == ["the", "1"]
    assert documents[1].text == "Budi\ufffd dilantik."
    assert documents[1].source.published is None


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    path = file("a.html", f"{OUTSIDE}<html><body><p>{GOOD} &berkas;</p></body></html>")(tmp_path)
    (document,) = read_articles([path], Settings())
    assert isinstance(document, Document)
    assert "root:" not in document.text
