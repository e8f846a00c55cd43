"""A query in a process of its own, which can be ended whatever it is doing: the engine has no clock inside."""

import json
import math
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from graphbuild.errors import GraphbuildError, InputError, QueryError
from graphbuild.query.engine import load, run, too_slow
from graphbuild.query.result import Result

_LOADED = "loaded\n"


def run_apart(files: Sequence[Path], sparql: str, seconds: float | None) -> Result:
    """The answer to a query on RDF files; the time starts when they are loaded.

    Raises:
        InputError: a file cannot be read.
        QueryError: the query is not valid or took longer than ``seconds``.
    """
    task = json.dumps({"files": [str(file) for file in files], "sparql": sparql})
    command = [sys.executable, "-c", "from graphbuild.query.limits import serve; serve()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as child:  # noqa: S603 - our own interpreter and code
        assert child.stdin is not None
        assert child.stdout is not None
        with child.stdin:
            child.stdin.write(task + "\n")
        first = child.stdout.readline()
        stopped = threading.Event()
        timer = threading.Timer(math.inf if seconds is None else seconds, _stop, (child, stopped))
        if seconds is not None and first == _LOADED:
            timer.start()
        rest = child.stdout.read()
        timer.cancel()
    if stopped.is_set():
        raise QueryError(too_slow(seconds))
    return _answer(rest if first == _LOADED else first)


def serve() -> None:
    """Read one task from standard input and write its answer: what the process apart does."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    task = json.loads(sys.stdin.readline())
    try:
        store = load(Path(file) for file in task["files"])
        sys.stdout.write(_LOADED)
        sys.stdout.flush()
        result = run(store, task["sparql"])
    except GraphbuildError as problem:
        answer = {"error": str(problem), "input": isinstance(problem, InputError)}
    else:
        answer = {"columns": result.columns, "rows": result.rows}
    sys.stdout.write(json.dumps(answer))


def _stop(child: "subprocess.Popen[str]", stopped: threading.Event) -> None:
    stopped.set()
    child.kill()


def _answer(line: str) -> Result:
    if not line:
        message = "the query ended without an answer, most likely for want of memory; narrow it down"
        raise QueryError(message)
    answer = json.loads(line)
    if "error" in answer:
        raise (InputError if answer["input"] else QueryError)(answer["error"])
    return Result(tuple(answer["columns"]), tuple(map(tuple, answer["rows"])))
