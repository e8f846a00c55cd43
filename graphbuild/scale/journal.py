"""Facts that were already made: kept line by line, found again by fingerprint, safe against being cut off anywhere."""

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from graphbuild.errors import OutputError
from graphbuild.model.lines import document_record
from graphbuild.model.text import Document

_HEAD = re.compile(rb'\{"id":"(?:[^"\\]|\\.)*","fingerprint":"([0-9a-f]+)"')


def fingerprint(document: Document, version: str) -> str:
    """Name an article's text, source and the analysis of it: equal fingerprints have equal facts (32 hex digits)."""
    record = json.dumps(document_record(document), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(f"{version}\n{record}".encode()).hexdigest()[:32]


class Journal:
    """Lines of facts in files on disk, of which only the places are held in memory.

    Reads ``facts.jsonl`` of an earlier build and the journal of a run that was stopped; appends to the journal.
    A last line that was cut off is dropped, so a run may be killed at any moment.
    """

    def __init__(self, journal: Path, earlier: Iterable[Path] = ()) -> None:
        """Open the journal and index what it and the earlier files hold."""
        self._path = journal
        self._places: dict[str, tuple[Path, int, int]] = {}
        for path in earlier:
            self._index(path)
        whole = self._index(journal)
        try:
            journal.parent.mkdir(parents=True, exist_ok=True)
            self._out = journal.open("ab")
            self._out.truncate(whole)
        except OSError as problem:
            message = f"cannot write {journal}: {problem.strerror}; choose a folder that can be written with -o"
            raise OutputError(message) from problem

    def __contains__(self, mark: str) -> bool:
        """Whether the facts of a fingerprint are there."""
        return mark in self._places

    def append(self, mark: str, line: str) -> None:
        """Keep one line of facts, on disk before this returns."""
        data = line.encode("utf-8") + b"\n"
        start = self._out.tell()
        try:
            self._out.write(data)
            self._out.flush()
        except OSError as problem:
            message = f"cannot write {self._path}: {problem.strerror}; free some space, the next run goes on from here"
            raise OutputError(message) from problem
        self._places[mark] = (self._path, start, len(data))

    def lines(self, marks: Iterable[str]) -> Iterable[str]:
        """The lines of the fingerprints, in their order, with line breaks."""
        handles = {path: path.open("rb") for path in {place[0] for place in self._places.values()}}
        try:
            for mark in marks:
                path, start, length = self._places[mark]
                handles[path].seek(start)
                yield handles[path].read(length).decode("utf-8")
        finally:
            for handle in handles.values():
                handle.close()

    def close(self, *, done: bool) -> None:
        """Stop writing; a run that is done needs its journal no longer."""
        self._out.close()
        if done:
            self._path.unlink(missing_ok=True)

    def _index(self, path: Path) -> int:
        """Note the place of each whole line; the offset after the last of them."""
        position = 0
        if not path.is_file():
            return position
        with path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    break
                head = _HEAD.match(line)
                if head is not None:
                    self._places[head[1].decode()] = (path, position, len(line))
                position += len(line)
        return position
