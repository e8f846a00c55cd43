"""The terms that every graph has whatever the event types: ``vocabulary.yaml`` as typed objects."""

from dataclasses import dataclass
from pathlib import Path

from graphbuild.errors import SetupError
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.problems import Node, Problems, read_yaml
from graphbuild.ontology.types import Alignment, Label

_ALIGNED = {"exact": "exact", "close": "close", "broad": "broad", "notation": "notation"}
_COMMON = ("label", "definition", "reserved", *_ALIGNED)
_CLASS = (*_COMMON, "broader")
_PROPERTY = (*_COMMON, "of", "to", "as", "above", "inverse", "functional", "symmetric")
_PARTS = ("title", "version", "about", "prefixes", "classes", "concepts", "properties", "wider")


@dataclass(frozen=True, slots=True)
class Term:
    """A class, a concept or a property.

    ``above`` is the class or property it is a kind of. A property goes from ``domain`` to ``range``, both empty where
    anything may stand; ``literal`` tells that its values are literals. ``reserved`` terms are not written yet.
    """

    name: str
    label: Label
    definition: str
    alignments: tuple[Alignment, ...] = ()
    above: str = ""
    domain: str = ""
    range: str = ""
    literal: bool = False
    inverse: str = ""
    functional: bool = False
    symmetric: bool = False
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything in ``vocabulary.yaml``; ``wider`` are properties of roles that are used beside events too."""

    title: str
    version: str
    about: str
    prefixes: tuple[tuple[str, str], ...]
    classes: tuple[Term, ...]
    concepts: tuple[Term, ...]
    properties: tuple[Term, ...]
    wider: tuple[str, ...]

    def class_label(self, name: str) -> Label:
        """How a class is called, and the name itself where the vocabulary does not have it."""
        return next((term.label for term in self.classes if term.name == name), Label(name, name))


def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """The vocabulary of an ontology folder, or of the one that comes with the package.

    Raises:
        SetupError: the file is missing or wrong; the message lists every problem, one to a line.
    """
    folder = ontology_folder() if folder is None else folder
    problems = Problems()
    top = read_yaml(folder / "vocabulary.yaml", "vocabulary.yaml", problems).mapping(_PARTS)
    parts = {
        name: top[name].mapping() if name in top else {} for name in ("prefixes", "classes", "concepts", "properties")
    }
    vocabulary = Vocabulary(
        title=_string(top, "title"),
        version=_string(top, "version"),
        about=_string(top, "about"),
        prefixes=tuple((name, node.string()) for name, node in parts["prefixes"].items()),
        classes=tuple(_term(name, node, _CLASS) for name, node in parts["classes"].items()),
        concepts=tuple(_term(name, node, _COMMON) for name, node in parts["concepts"].items()),
        properties=tuple(_term(name, node, _PROPERTY) for name, node in parts["properties"].items()),
        wider=top["wider"].strings() if "wider" in top else (),
    )
    stop_at(problems, folder)
    return vocabulary


def stop_at(problems: Problems, folder: Path) -> None:
    """Raise ``SetupError`` with every problem that was noted."""
    if problems.lines:
        listed = "\n".join(f"  {line}" for line in problems.lines)
        message = f"the ontology in {folder} has {len(problems.lines)} problem(s):\n{listed}"
        raise SetupError(message)


def label_of(mapping: dict[str, Node], node: Node, key: str = "label") -> Label:
    """The Indonesian and English words under a key; what is missing is noted."""
    words = mapping[key].mapping(("id", "en")) if key in mapping else {}
    for language in ("id", "en"):
        if language not in words:
            node.problems.add(node.place, f"{key} has no {language!r}")
    return Label(_string(words, "id"), _string(words, "en"))


def _term(name: str, node: Node, known: tuple[str, ...]) -> Term:
    mapping = node.mapping(known)
    literal = "as" in mapping
    return Term(
        name=name,
        label=label_of(mapping, node),
        definition=_string(mapping, "definition"),
        alignments=tuple(
            Alignment(relation, target)
            for relation in _ALIGNED
            if relation in mapping
            for target in mapping[relation].strings()
        ),
        above=_string(mapping, "above") or _string(mapping, "broader"),
        domain=_string(mapping, "of"),
        range=_string(mapping, "as" if literal else "to"),
        literal=literal,
        inverse=_string(mapping, "inverse"),
        **{key: mapping[key].flag() if key in mapping else False for key in ("functional", "symmetric", "reserved")},
    )


def _string(mapping: dict[str, Node], key: str) -> str:
    return mapping[key].string() if key in mapping else ""
