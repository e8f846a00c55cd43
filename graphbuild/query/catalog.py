"""The named questions: each is one file of ``queries``, whose comments at the top say what it asks and takes.

``$name`` in a query stands for the value of a parameter. A line that names a parameter which was not given is left
out, and so is a line that ends in ``# unless name`` when it was.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from graphbuild.errors import QueryError
from graphbuild.ontology.types import Label

FOLDER = Path(__file__).parent / "queries"

_HEADER = re.compile(r"#\s*(id|en|needs|parameter):\s*(.+)")
_PARAMETER = re.compile(r"(\w+)\s+(\w+)\s+(required|optional)\s+(.+?)\s*\|\s*(.+)")
_PLACE = re.compile(r"\$(\w+)")
_UNLESS = re.compile(r"#\s*unless (\w+)\s*$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question wants to know: ``kind`` is person, office, organization, place, entity, event, date or text."""

    name: str
    kind: str
    required: bool
    label: Label


@dataclass(frozen=True, slots=True)
class Question:
    """A named question; ``needs`` are the graph files it reads, ``body`` is SPARQL without prefixes."""

    name: str
    label: Label
    parameters: tuple[Parameter, ...]
    needs: tuple[str, ...]
    body: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of a name; ``QueryError`` lists those there are."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(parameter.name for parameter in self.parameters) or "none"
        message = f"the question {self.name!r} has no parameter {name!r}; it takes: {known}"
        raise QueryError(message)


def questions() -> tuple[Question, ...]:
    """All named questions, by name."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.rq")))


def question(name: str) -> Question:
    """The question of a name; ``QueryError`` lists those there are."""
    known = {path.stem: path for path in sorted(FOLDER.glob("*.rq"))}
    if name not in known:
        message = f"no question is called {name!r}; there are: {', '.join(known)}"
        raise QueryError(message)
    return _read(known[name])


def fill(asked: Question, values: dict[str, str]) -> str:
    """The query text with every ``$name`` replaced by SPARQL that stands for its value."""
    kept = []
    for line in asked.body.splitlines():
        unless = _UNLESS.search(line)
        if unless is not None and unless[1] in values:
            continue
        if all(name in values for name in _PLACE.findall(line)):
            kept.append(_PLACE.sub(lambda place: values[place[1]], _UNLESS.sub("", line)))
    return "\n".join(kept)


def _read(path: Path) -> Question:
    fields: dict[str, list[str]] = {"id": [], "en": [], "needs": [], "parameter": []}
    body = []
    for line in path.read_text(encoding="utf-8").splitlines():
        header = _HEADER.fullmatch(line)
        if header is None:
            body.append(line)
        else:
            fields[header[1]].append(header[2])
    return Question(
        name=path.stem,
        label=Label(fields["id"][0], fields["en"][0]),
        parameters=tuple(_parameter(line) for line in fields["parameter"]),
        needs=tuple(" ".join(fields["needs"]).split()) or ("graph",),
        body="\n".join(body).strip(),
    )


def _parameter(line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        message = f"not a parameter: {line!r}; write: name kind required|optional words in Indonesian | in English"
        raise QueryError(message)
    return Parameter(found[1], found[2], found[3] == "required", Label(found[4], found[5]))
