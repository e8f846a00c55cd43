"""Files that are there whole or not at all: written beside their place, synced, then moved there in one step."""

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from graphbuild.errors import OutputError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file (UTF-8) that takes the place of ``path`` only if the block ends well.

    Raises:
        OutputError: the folder or the file cannot be written, or the disk is full; ``path`` is as it was before.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as problem:
        raise OutputError(_words(path, problem)) from problem
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        _readable_like_others(Path(name))
        Path(name).replace(path)
    except OSError as problem:
        raise OutputError(_words(path, problem)) from problem
    finally:
        Path(name).unlink(missing_ok=True)


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write pieces of text as one file, whole or not at all; errors as in ``whole_file``."""
    with whole_file(path) as out:
        out.writelines(pieces)


def _readable_like_others(path: Path) -> None:
    """Give a temporary file, born private, the permissions that a plain new file would have."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _words(path: Path, problem: OSError) -> str:
    return f"cannot write {path}: {problem.strerror or problem}; choose a folder that can be written with -o"
