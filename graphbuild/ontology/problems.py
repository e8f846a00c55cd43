"""YAML values read with every complaint kept: a file is read to its end and all its problems are told at once."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong, as lines of *file: key: what is wrong*; filled while files are read."""

    lines: list[str] = field(default_factory=list)

    def add(self, place: str, what: str) -> None:
        """Keep one complaint about one place."""
        self.lines.append(f"{place}: {what}")


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value with the place it stands at (``events/award.yaml: roles.person``) and where complaints go."""

    value: object
    place: str
    problems: Problems

    def mapping(self, known: tuple[str, ...] = ()) -> dict[str, "Node"]:
        """The value as a mapping; a key that is not among ``known`` (unless that is empty) is a problem."""
        if not isinstance(self.value, dict):
            if self.value != "":
                self.problems.add(self.place, f"a mapping is wanted here, not {self.value!r}")
            return {}
        for key in self.value:
            if known and key not in known:
                self.problems.add(self.place, f"unknown key {key!r}; known are {', '.join(known)}")
        separator = "." if ": " in self.place else ": "
        return {key: Node(value, f"{self.place}{separator}{key}", self.problems) for key, value in self.value.items()}

    def items(self) -> tuple["Node", ...]:
        """The value as a sequence."""
        if not isinstance(self.value, list):
            if self.value != "":
                self.problems.add(self.place, f"a list is wanted here, not {self.value!r}")
            return ()
        return tuple(Node(value, f"{self.place}[{i}]", self.problems) for i, value in enumerate(self.value))

    def string(self) -> str:
        """The value as one string."""
        if not isinstance(self.value, str):
            self.problems.add(self.place, "one string is wanted here")
            return ""
        return self.value

    def strings(self) -> tuple[str, ...]:
        """The value as a list of strings, or as the alternatives of one string, ``a | b``."""
        if isinstance(self.value, str):
            return tuple(part.strip() for part in self.value.split("|") if part.strip())
        return tuple(node.string() for node in self.items())

    def flag(self) -> bool:
        """The value as true or false."""
        if self.value not in ("true", "false"):
            self.problems.add(self.place, f"true or false is wanted here, not {self.value!r}")
        return self.value == "true"

    def one_of(self, known: tuple[str, ...]) -> str:
        """The value as one of the known words."""
        word = self.string()
        if word and word not in known:
            self.problems.add(self.place, f"{word!r} is not among {', '.join(known)}")
        return word


def read_yaml(path: Path, place: str, problems: Problems) -> Node:
    """A file's content, all scalars as strings; a file that cannot be read is a problem and reads as empty."""
    try:
        value = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes strings only
    except (OSError, UnicodeDecodeError) as error:
        problems.add(place, f"cannot be read: {error}")
        return Node("", place, problems)
    except yaml.YAMLError as error:
        problems.add(place, " ".join(f"is no YAML: {error}".split()))
        return Node("", place, problems)
    return Node("" if value is None else value, place, problems)
