"""Folders to files: every file below the given paths in a fixed order, and a reason for whatever is not one."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphbuild.model.text import Rejected

FORMATS = {".txt": "text", ".html": "page", ".htm": "page", ".jsonl": "records"}
"""What an extension says that a file holds."""

PACKINGS = {".gz": "gzip", ".xz": "xz"}
"""How a second extension says that it is packed."""

_WOULD_WORK = "articles are .txt, .html, .htm or .jsonl, each also as .gz or .xz"
_HINTS = {
    ".json": "write one JSON object a line and name it .jsonl",
    ".pdf": "save its text as .txt",
    ".doc": "save its text as .txt",
    ".docx": "save its text as .txt",
    ".csv": "write one JSON object a line, with the fields id, title, text and date, and name it .jsonl",
    ".zip": "unpack it into a folder and name the folder",
    ".tar": "unpack it into a folder and name the folder",
    ".7z": "unpack it into a folder and name the folder",
    ".xml": "save the articles as .html or .txt",
    ".md": "name it .txt",
    ".bz2": "unpack it, or pack it as .gz or .xz",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: what it holds, how it is packed, its name without the extensions, its place below the input.

    The place is what results tell of it: it says nothing of the machine, and is the same on every one.
    """

    path: Path
    holds: str
    packing: str
    stem: str
    place: str = ""


def find_files(paths: Sequence[Path]) -> Iterator[File | Rejected]:
    """Every file below the paths, folders in the order of their names, and a reason for everything that is none."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for item in _below(path, seen, named=True):
            yield replace(item, place=_place(item.path, path)) if isinstance(item, File) else item


def _place(path: Path, root: Path) -> str:
    """Where a file lies below the folder that was named, or the name of a file that was named itself."""
    return shown(path.relative_to(root)) if path != root else shown(Path(path.name))


def shown(path: Path) -> str:
    """The path as it may be printed and stored: bytes that are no UTF-8 are shown as the replacement character."""
    return os.fsencode(path).decode("utf-8", "replace")


def _below(path: Path, seen: set[tuple[int, int]], *, named: bool) -> Iterator[File | Rejected]:
    """What one path gives; ``named`` is true for paths the user gave, which are read even where hidden."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        yield Rejected(shown(path), _why_no_status(path, error))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from _in_folder(path, (status.st_dev, status.st_ino), seen, named=named)
    elif not stat.S_ISREG(status.st_mode):
        yield Rejected(shown(path), f"is a device, a pipe or a socket, not a file; {_WOULD_WORK}")
    else:
        file = _as_file(path)
        if isinstance(file, File) or named or not path.name.startswith("."):
            yield file


def _in_folder(
    folder: Path, identity: tuple[int, int], seen: set[tuple[int, int]], *, named: bool
) -> Iterator[File | Rejected]:
    if identity in seen:
        yield Rejected(
            shown(folder), "is a folder that was already read (a link back, or named twice); nothing is lost"
        )
        return
    if folder.name.startswith(".") and not named and folder.name not in {".", ".."}:
        yield Rejected(shown(folder), "is a hidden folder and was not read; name it in the command to read it")
        return
    seen.add(identity)
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Rejected(shown(folder), f"cannot be opened: {_words(error)}; give yourself the right to read it")
        return
    if not entries:
        yield Rejected(shown(folder), f"is an empty folder; {_WOULD_WORK}")
    for entry in entries:
        yield from _below(entry, seen, named=False)


def _as_file(path: Path) -> File | Rejected:
    suffix, stem = path.suffix.casefold(), path.stem
    packing = PACKINGS.get(suffix, "")
    if packing:
        suffix, stem = Path(stem).suffix.casefold(), Path(stem).stem
    if suffix not in FORMATS:
        found = f"has the type {path.suffix!r}" if path.suffix else "has no extension"
        advice = _HINTS.get(suffix, _HINTS.get(path.suffix.casefold(), _WOULD_WORK))
        return Rejected(shown(path), f"{found}, which is not read; {advice}")
    return File(path, FORMATS[suffix], packing, stem)


def _why_no_status(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return "is a link that leads nowhere; repair or remove it"
        return f"does not exist; check the spelling; {_WOULD_WORK}"
    if isinstance(error, OSError):
        return f"cannot be reached: {_words(error)}"
    return "is no name that a file can have"


def _words(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
