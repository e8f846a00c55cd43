"""Files to text: unpacked, bounded and decoded, or a reason why that cannot be done."""

import gzip
import lzma
import re
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from typing import IO

from graphbuild.ingest.files import File

LONGEST_LINE = 16_000_000
"""Bytes of one JSON line: a page of 5 MB with every character escaped still fits; more is no article."""

LONGEST_PAGE = 10_000_000
"""Bytes of one HTML page; the largest of 179 saved news pages had 0.3 MB, and parsing needs 30 times the size."""

_CHUNK = 1 << 16
_MOST_MEMORY = 1 << 28
"""Bytes that unpacking .xz may use: the strongest preset needs 64 MB; a file can be made that asks for 4 GB."""

_BOMB_SIZE, _BOMB_RATIO = 1 << 26, 400
"""News unpacks to 3 to 10 times its size; beyond 64 MB and 400 times it is a trap (or one line repeated)."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SIGNATURES = (
    (b"%PDF", "a PDF; save its text as .txt"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text as .txt"),
    (b"\x89PNG", "a picture, and pictures are not read"),
    (b"\xff\xd8\xff", "a picture, and pictures are not read"),
    (b"GIF8", "a picture, and pictures are not read"),
    (b"\x1f\x8b", "packed with gzip; let its name end in .gz"),
    (b"\xfd7zXZ", "packed with xz; let its name end in .xz"),
    (b"{\\rtf", "rich text; save it as plain text (.txt)"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text as .txt"),
)
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_PAGE_ENCODINGS = {"windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


class UnreadableError(Exception):
    """A file, or a line of one, gives no text; the message is the reason for the person who sent it."""


def first_bytes(file: File, most: int) -> tuple[bytes, bool]:
    """The content up to ``most`` bytes, and whether there is more.

    Raises:
        UnreadableError: the file cannot be opened, or is damaged, or is a trap.
    """
    content = bytearray()
    for chunk in _chunks(file):
        content += chunk
        if len(content) > most:
            return bytes(content[:most]), True
    return bytes(content), False


def numbered_lines(file: File) -> Iterator[tuple[int, bytes | None]]:
    """Every line with its number from 1; None stands for a line longer than ``LONGEST_LINE``, which is passed over.

    Raises:
        UnreadableError: the file cannot be opened, or is damaged, or is a trap; the lines before were given.
    """
    number, pending, too_long = 1, bytearray(), False
    for chunk in _chunks(file):
        *ends, rest = chunk.split(b"\n")
        for piece in ends:
            pending += piece
            yield number, None if too_long or len(pending) > LONGEST_LINE else bytes(pending)
            number, pending, too_long = number + 1, bytearray(), False
        pending += rest
        if len(pending) > LONGEST_LINE:
            pending, too_long = bytearray(), True
    if pending or too_long:
        yield number, None if too_long else bytes(pending)


def decode(content: bytes, *, whole: bool = True) -> str:
    """The text of a file in UTF-8 (or UTF-16 with its mark); nothing is guessed and nothing is changed.

    ``whole`` is false where the content was cut, and a character may have been cut with it.

    Raises:
        UnreadableError: the content is binary or not valid UTF-8.
    """
    encoding = "utf-8"
    for mark, name in _MARKS:
        if content.startswith(mark):
            content, encoding = content[len(mark) :], name
            break
    else:
        _refuse_binary(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if not whole and len(content) - error.start <= 4:
            return content[: error.start].decode(encoding)
        raise UnreadableError(_not_unicode(content, error)) from error
    if len(_CONTROL.findall(text[:_CHUNK])) * 50 > min(len(text), _CHUNK):
        message = "is binary, not text; articles are text in UTF-8"
        raise UnreadableError(message)
    return text


def decode_page(content: bytes) -> str:
    """The markup of a page: UTF-8, or else Windows-1252 where the page itself declares it.

    Raises:
        UnreadableError: the content is binary, or in neither.
    """
    try:
        return decode(content)
    except UnreadableError:
        declared = _DECLARED.search(content[:4096])
        encoding = _PAGE_ENCODINGS.get(declared[1].decode("ascii", "replace").lower()) if declared else None
        if encoding is None:
            raise
    return content.decode(encoding, "replace")


def _chunks(file: File) -> Iterator[bytes]:
    """The unpacked content, piece by piece."""
    try:
        with file.path.open("rb") as raw:
            if file.packing == "xz":
                yield from _watched(_unpacked_xz(raw), raw)
            elif file.packing == "gzip":
                with gzip.GzipFile(fileobj=raw) as packed:
                    yield from _watched(_pieces(packed), raw)
            else:
                yield from _pieces(raw)
    except (EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile) as error:
        message = f"cannot be unpacked: {error}; pack it again with {file.packing}"
        raise UnreadableError(message) from error
    except OSError as error:
        message = f"cannot be opened: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message) from error


def _pieces(stream: IO[bytes] | BufferedIOBase) -> Iterator[bytes]:
    while piece := stream.read(_CHUNK):
        yield piece


def _unpacked_xz(raw: IO[bytes]) -> Iterator[bytes]:
    """The content of an .xz file, which may hold several streams and padding between them."""
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY)
    for piece in _pieces(raw):
        data = piece
        while data or not unpacker.needs_input:
            if unpacker.eof:
                data = data.lstrip(b"\0")
                if not data:
                    break
                unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY)
            out = unpacker.decompress(data, _CHUNK)
            data = unpacker.unused_data if unpacker.eof else b""
            yield out
    if not unpacker.eof:
        message = "it ends too early"
        raise EOFError(message)


def _watched(pieces: Iterator[bytes], raw: IO[bytes]) -> Iterator[bytes]:
    """The pieces, as long as they do not outgrow the packed bytes they come from."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > _BOMB_SIZE and size > _BOMB_RATIO * raw.tell():
            message = f"unpacks to more than {_BOMB_RATIO} times its size; unpack it yourself if that is meant"
            raise UnreadableError(message)
        yield piece


def _refuse_binary(content: bytes) -> None:
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            message = f"is {what}"
            raise UnreadableError(message)
    if b"\0" in content:
        message = "is binary, not text (it holds zero bytes); articles are text in UTF-8"
        raise UnreadableError(message)


def _not_unicode(content: bytes, error: UnicodeDecodeError) -> str:
    where = content[: error.start].count(b"\n") + 1
    found = f"is not valid UTF-8: line {where} holds the byte 0x{content[error.start]:02x}, which is no character"
    return f"{found}; save it as UTF-8 (if it comes from old Windows: iconv -f CP1252 -t UTF-8)"
