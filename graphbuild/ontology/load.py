"""YAML to types: reads the ontology folder, and reports every problem at once with its file and key."""

from collections.abc import Iterator
from pathlib import Path

from graphbuild.errors import SetupError
from graphbuild.model.text import Kind, Modality
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.problems import Node, Problems, read_yaml
from graphbuild.ontology.types import (
    Alignment,
    Edge,
    EventType,
    Example,
    KindTerm,
    Label,
    Lexicon,
    Ontology,
    RoleTerm,
    RoleUse,
    Saying,
)

RELATIONS = ("exact", "close", "broad", "notation")
FORMS = ("verb", "nominal", "title", "copula", "apposition", "word")
_EVENT_KEYS = (
    "type",
    "term",
    "broader",
    "label",
    "definition",
    "spell",
    "office_event",
    "roles",
    "labels",
    "edge",
    "says",
    "examples",
    *RELATIONS,
)
_KINDS = tuple(kind.value for kind in Kind)
_MODALITIES = tuple(modality.value for modality in Modality)
_FINDS_BESIDES_ROLES = ("date", "start", "end", "modality", "label")


def load_ontology(folder: Path | None = None) -> Ontology:
    """Everything under ``folder``, or under the ontology that comes with the package.

    Raises:
        SetupError: something is missing or wrong; the message lists every problem, one to a line.
    """
    folder = ontology_folder() if folder is None else folder
    problems = Problems()
    core = read_yaml(folder / "core.yaml", "core.yaml", problems).mapping(("namespace", "kinds", "roles"))
    roles = tuple(_role_term(name, node) for name, node in _part(core, "roles").items())
    types = tuple(
        _event_type(read_yaml(path, f"events/{path.name}", problems), roles)
        for path in sorted((folder / "events").glob("*.yaml"))
    )
    if not types:
        problems.add("events", "no event files (*.yaml) in this folder")
    for name in sorted({t.name for t in types if sum(t.name == u.name for u in types) > 1}):
        problems.add("events", f"two files declare the type {name!r}")
    ontology = Ontology(
        namespace=core["namespace"].string() if "namespace" in core else "",
        kinds=tuple(_kind_term(name, node) for name, node in _part(core, "kinds").items()),
        roles=roles,
        types=types,
        lexicon=_lexicon(folder / "lexicon", problems),
    )
    if not ontology.namespace:
        problems.add("core.yaml", "the key 'namespace' is missing")
    if problems.lines:
        listed = "\n".join(f"  {line}" for line in problems.lines)
        message = f"the ontology in {folder} has {len(problems.lines)} problem(s):\n{listed}"
        raise SetupError(message)
    return ontology


def _part(mapping: dict[str, Node], key: str) -> dict[str, Node]:
    return mapping[key].mapping() if key in mapping else {}


def _wanted(mapping: dict[str, Node], node: Node, *keys: str) -> None:
    for key in keys:
        if key not in mapping:
            node.problems.add(node.place, f"the key {key!r} is missing")


def _text(mapping: dict[str, Node], key: str, default: str = "") -> str:
    return mapping[key].string() if key in mapping else default


def _label(mapping: dict[str, Node]) -> Label:
    if "label" not in mapping:
        return Label("", "")
    label = mapping["label"].mapping(("id", "en"))
    _wanted(label, mapping["label"], "id", "en")
    return Label(_text(label, "id"), _text(label, "en"))


def _alignments(mapping: dict[str, Node]) -> tuple[Alignment, ...]:
    return tuple(
        Alignment(relation, target)
        for relation in RELATIONS
        if relation in mapping
        for target in mapping[relation].strings()
    )


def _kinds(mapping: dict[str, Node]) -> tuple[Kind, ...]:
    if "kind" not in mapping:
        return ()
    node = mapping["kind"]
    found = node.strings()
    for word in found:
        if word not in _KINDS:
            node.problems.add(node.place, f"{word!r} is not among {', '.join(_KINDS)}")
    return tuple(Kind(word) for word in found if word in _KINDS)


def _kind_term(name: str, node: Node) -> KindTerm:
    mapping = node.mapping(("term", "label", "definition", *RELATIONS))
    _wanted(mapping, node, "term", "label", "definition")
    if name not in _KINDS:
        node.problems.add(node.place, f"{name!r} is not among {', '.join(_KINDS)}")
        name = Kind.PERSON
    definition = _text(mapping, "definition")
    return KindTerm(Kind(name), _text(mapping, "term"), _label(mapping), definition, _alignments(mapping))


def _role_term(name: str, node: Node) -> RoleTerm:
    mapping = node.mapping(("kind", "term", "label", "definition", *RELATIONS))
    _wanted(mapping, node, "label", "definition")
    return RoleTerm(
        name,
        _label(mapping),
        _text(mapping, "definition"),
        _kinds(mapping),
        _alignments(mapping),
        _text(mapping, "term"),
    )


def _event_type(node: Node, roles: tuple[RoleTerm, ...]) -> EventType:
    mapping = node.mapping(_EVENT_KEYS)
    _wanted(mapping, node, "type", "term", "label", "definition", "roles", "says", "examples")
    uses = tuple(_role_use(name, use, roles) for name, use in _part(mapping, "roles").items())
    labels = {label: use.string() for label, use in _part(mapping, "labels").items()}
    used = tuple(use.role for use in uses)
    says, examples = mapping.get("says"), mapping.get("examples")
    return EventType(
        name=_text(mapping, "type"),
        term=_text(mapping, "term"),
        label=_label(mapping),
        definition=_text(mapping, "definition"),
        spell=mapping["spell"].flag() if "spell" in mapping else False,
        office_event=mapping["office_event"].flag() if "office_event" in mapping else False,
        roles=uses,
        labels=tuple(labels),
        label_terms=tuple((label, term) for label, term in labels.items() if term),
        edge=_edge(mapping["edge"], used) if "edge" in mapping else None,
        says=tuple(_saying(row, used, tuple(labels)) for row in says.items()) if says else (),
        examples=tuple(_example(row, used) for row in examples.items()) if examples else (),
        alignments=_alignments(mapping),
        broader=_text(mapping, "broader"),
    )


def _role_use(name: str, node: Node, roles: tuple[RoleTerm, ...]) -> RoleUse:
    if name not in {role.name for role in roles}:
        node.problems.add(node.place, f"the role {name!r} is not declared in core.yaml")
    mapping = node.mapping(("kind", "required", "many"))
    flags = {key: mapping[key].flag() if key in mapping else False for key in ("required", "many")}
    return RoleUse(name, _kinds(mapping), flags["required"], flags["many"])


def _edge(node: Node, used: tuple[str, ...]) -> Edge:
    mapping = node.mapping(("from", "to", "label"))
    _wanted(mapping, node, "from", "to", "label")
    ends = [mapping[key].one_of(used) if key in mapping else "" for key in ("from", "to")]
    return Edge(ends[0], ends[1], _label(mapping))


def _saying(node: Node, used: tuple[str, ...], labels: tuple[str, ...]) -> Saying:
    mapping = node.mapping(("form", "trigger", "roles", "label", "modality"))
    _wanted(mapping, node, "form")
    for role, place in _part(mapping, "roles").items():
        if role not in used:
            place.problems.add(place.place, f"the type has no role {role!r}")
    return Saying(
        form=mapping["form"].one_of(FORMS) if "form" in mapping else "",
        trigger=mapping["trigger"].strings() if "trigger" in mapping else (),
        roles=tuple((role, place.string()) for role, place in _part(mapping, "roles").items()),
        label=mapping["label"].one_of(labels) if "label" in mapping else "",
        modality=mapping["modality"].one_of(_MODALITIES) if "modality" in mapping else "",
    )


def _example(node: Node, used: tuple[str, ...]) -> Example:
    mapping = node.mapping(("text", "finds"))
    _wanted(mapping, node, "text", "finds")
    finds = _part(mapping, "finds")
    for key, value in finds.items():
        if key not in (*used, *_FINDS_BESIDES_ROLES):
            value.problems.add(value.place, f"the type has no role {key!r}")
    return Example(_text(mapping, "text"), tuple((key, value.string()) for key, value in finds.items()))


def _lexicon(folder: Path, problems: Problems) -> Lexicon:
    files = [
        (path.stem, tuple(_groups("", read_yaml(path, f"lexicon/{path.name}", problems))))
        for path in sorted(folder.glob("*.yaml"))
    ]
    return Lexicon(tuple(files))


def _groups(prefix: str, node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists of one file; a list inside a mapping is named with dots (``split.pun``), a lone string is a list."""
    for key, inner in node.mapping().items():
        if isinstance(inner.value, dict):
            yield from _groups(f"{prefix}{key}.", inner)
        elif isinstance(inner.value, str):
            yield prefix + key, (inner.value,) if inner.value else ()
        else:
            yield prefix + key, tuple(item.string() for item in inner.items())
