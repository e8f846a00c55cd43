"""What the ontology folder says, as typed objects: kinds, roles, event types, forms, lexicons."""

from dataclasses import dataclass

from graphbuild.model.text import Kind


@dataclass(frozen=True, slots=True)
class Label:
    """A word for people, in both languages of the project."""

    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A link to another vocabulary: ``relation`` is exact, close, broad or notation; ``target`` a prefixed name."""

    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class KindTerm:
    """A kind of entity as the ontology names it, e.g. PER is the class Person."""

    kind: Kind
    term: str
    label: Label
    definition: str
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleTerm:
    """A role, declared once for all event types. ``kinds`` is empty for a role that words of the text fill.

    ``term`` is the property it becomes in RDF, where that is not its name.
    """

    name: str
    label: Label
    definition: str
    kinds: tuple[Kind, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    term: str = ""


@dataclass(frozen=True, slots=True)
class RoleUse:
    """How an event type uses a role: which kinds may fill it, whether it is needed, and whether it may repeat."""

    role: str
    kinds: tuple[Kind, ...]
    required: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """One way to state an event: a form (see ``events/forms.py``), its trigger words, and what it tells besides.

    ``roles`` maps a role to the grammatical place where the form looks for it; ``label`` is the status or stage and
    ``modality`` the modality that this saying implies, empty where it implies none.
    """

    form: str
    trigger: tuple[str, ...]
    roles: tuple[tuple[str, str], ...] = ()
    label: str = ""
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of the project's own and what must be found in it; every example is a test.

    ``finds`` maps roles, ``date``, ``start``, ``end``, ``modality`` and ``label`` to the expected words; empty means
    that no event of the type may be found.
    """

    text: str
    finds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """How the picture draws the event: from the filler of one role to that of another, with a label."""

    source: str
    target: str
    label: Label


@dataclass(frozen=True, slots=True)
class EventType:
    """One event type: what it means, who takes part, how it is said, and proof. One file of ``ontology/events``.

    ``broader`` is the class above it in RDF where that is not Event or Spell, e.g. Departure above Resignation.
    """

    name: str
    term: str
    label: Label
    definition: str
    spell: bool
    office_event: bool
    roles: tuple[RoleUse, ...]
    labels: tuple[str, ...] = ()
    label_terms: tuple[tuple[str, str], ...] = ()
    edge: Edge | None = None
    says: tuple[Saying, ...] = ()
    examples: tuple[Example, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    broader: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists under ``ontology/lexicon``: file stem to key to entries, in file order."""

    lists: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]

    def words(self, name: str, key: str) -> tuple[str, ...]:
        """The entries of one list; ``KeyError`` names the list that is not there."""
        for stem, groups in self.lists:
            if stem == name:
                for group, entries in groups:
                    if group == key:
                        return entries
        message = f"no list {key!r} in ontology/lexicon/{name}.yaml"
        raise KeyError(message)

    def groups(self, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """All lists of one file, as ``(key, entries)``; ``KeyError`` where there is no such file."""
        for stem, groups in self.lists:
            if stem == name:
                return groups
        message = f"no file ontology/lexicon/{name}.yaml"
        raise KeyError(message)


@dataclass(frozen=True, slots=True)
class Ontology:
    """Everything under ``ontology/``, validated."""

    namespace: str
    kinds: tuple[KindTerm, ...]
    roles: tuple[RoleTerm, ...]
    types: tuple[EventType, ...]
    lexicon: Lexicon

    def type(self, name: str) -> EventType:
        """The event type of a name; ``KeyError`` names what is missing."""
        for event_type in self.types:
            if event_type.name == name:
                return event_type
        message = f"no event type {name!r} in ontology/events"
        raise KeyError(message)
