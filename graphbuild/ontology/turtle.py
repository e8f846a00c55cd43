"""The ontology folder as RDF: ``graphbuild.ttl`` and ``shapes.ttl``, derived from the YAML files and never edited."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.model.text import Kind
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.shapes import shapes_turtle
from graphbuild.ontology.types import Alignment, EventType, Label, Ontology, RoleTerm
from graphbuild.ontology.vocabulary import Term, Vocabulary, load_vocabulary
from graphbuild.storage import write_whole

ONTOLOGY, SHAPES = "graphbuild.ttl", "shapes.ttl"
_NOTICE = "# Derived from the YAML files of this folder by `graphbuild ontology build`; do not edit.\n"
_MAPPINGS = {"exact": "skos:exactMatch", "close": "skos:closeMatch"}
_RESERVED = "Reserved: graphbuild does not write it yet."
_WIDER = "Also used beside events, so it has no domain."

Pairs = list[tuple[str, str]]


def write_ontology(folder: Path | None = None) -> tuple[Path, ...]:
    """Write ``graphbuild.ttl`` and ``shapes.ttl`` into an ontology folder and give their paths.

    Raises:
        SetupError: the YAML files are wrong; every problem is listed.
        OutputError: the folder cannot be written.
    """
    folder = ontology_folder() if folder is None else folder
    ontology, vocabulary = load_ontology(folder), load_vocabulary(folder)
    texts = {ONTOLOGY: ontology_turtle(ontology, vocabulary), SHAPES: shapes_turtle(ontology, vocabulary, folder)}
    for name, text in texts.items():
        write_whole(folder / name, [_NOTICE, text])
    return tuple(folder / name for name in texts)


def ontology_turtle(ontology: Ontology, vocabulary: Vocabulary) -> str:
    """The classes and properties as Turtle, in the order of the files."""
    return "".join([_header(ontology, vocabulary), *_classes(ontology, vocabulary), *_properties(ontology, vocabulary)])


def _header(ontology: Ontology, vocabulary: Vocabulary) -> str:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in vocabulary.prefixes)
    about = [
        ("dcterms:title", f"{_quoted(vocabulary.title)}@en"),
        ("owl:versionInfo", _quoted(vocabulary.version)),
        ("rdfs:comment", f"{_quoted(vocabulary.about)}@en"),
    ]
    return prefixes + _block(f"<{ontology.namespace.rstrip('#')}>", "owl:Ontology", about)


def _classes(ontology: Ontology, vocabulary: Vocabulary) -> Iterator[str]:
    yield "\n# Entities\n"
    entity = [term for term in vocabulary.classes if term.name == "Entity"]
    for term in entity:
        yield _class(term)
    for kind in ontology.kinds:
        pairs = [("rdfs:subClassOf", "gb:Entity"), *_words(kind.label, kind.definition)]
        yield _block(f"gb:{kind.term}", "owl:Class", pairs + _aligned(kind.alignments, "rdfs:subClassOf"))
    yield "\n# Types of events\n"
    for event_type in ontology.types:
        yield _event_class(event_type)
    yield "\n# All other classes\n"
    for term in vocabulary.classes:
        if term not in entity:
            yield _class(term)
    yield "\n# What can become of a claim\n"
    for term in vocabulary.concepts:
        yield _block(f"gb:{term.name}", "skos:Concept", _words(term.label, term.definition))


def _event_class(event_type: EventType) -> str:
    above = event_type.broader or ("Spell" if event_type.spell else "Event")
    label = Label(_capital(event_type.label.id), _capital(event_type.label.en))
    pairs = [("rdfs:subClassOf", f"gb:{above}"), *_words(label, event_type.definition)]
    return _block(f"gb:{event_type.term}", "owl:Class", pairs + _aligned(event_type.alignments, "rdfs:subClassOf"))


def _class(term: Term) -> str:
    pairs = [("rdfs:subClassOf", f"gb:{term.above}")] if term.above else []
    return _block(f"gb:{term.name}", "owl:Class", pairs + _described(term, "rdfs:subClassOf"))


def _properties(ontology: Ontology, vocabulary: Vocabulary) -> Iterator[str]:
    """Roles, once each whatever the number of event types that use them: two domains in RDFS would mean both."""
    classes = {kind.kind: f"gb:{kind.term}" for kind in ontology.kinds}
    yield "\n# Roles\n"
    seen: set[str] = set()
    for role in ontology.roles:
        name = role.term or role.name
        if name not in seen:
            yield _role(role, name, name in vocabulary.wider, classes)
        seen.add(name)
    yield "\n# All other properties\n"
    for term in vocabulary.properties:
        yield _property(term)


def _role(role: RoleTerm, name: str, wider: bool, classes: dict[Kind, str]) -> str:  # noqa: FBT001 - a fact, no option
    pairs: Pairs = [] if wider else [("rdfs:domain", "gb:Event")]
    if not role.kinds:
        pairs.append(("rdfs:range", "xsd:string"))
    elif len(role.kinds) == 1:
        pairs.append(("rdfs:range", classes[role.kinds[0]]))
    if role.kinds and not wider:
        pairs.append(("rdfs:subPropertyOf", "gb:involves"))
    pairs += _words(role.label, f"{role.definition} {_WIDER}" if wider else role.definition)
    kind = "owl:ObjectProperty" if role.kinds else "owl:DatatypeProperty"
    return _block(f"gb:{name}", kind, pairs + _aligned(role.alignments, "rdfs:subPropertyOf"))


def _property(term: Term) -> str:
    kinds = ["owl:DatatypeProperty" if term.literal else "owl:ObjectProperty"]
    kinds += [
        kind
        for kind, there in (("owl:FunctionalProperty", term.functional), ("owl:SymmetricProperty", term.symmetric))
        if there
    ]
    pairs: Pairs = []
    for predicate, name in (
        ("rdfs:subPropertyOf", term.above),
        ("rdfs:domain", term.domain),
        ("rdfs:range", term.range),
        ("owl:inverseOf", term.inverse),
    ):
        if name:
            pairs.append((predicate, name if ":" in name else f"gb:{name}"))
    return _block(f"gb:{term.name}", " , ".join(kinds), pairs + _described(term, "rdfs:subPropertyOf"))


def _described(term: Term, above: str) -> Pairs:
    definition = f"{term.definition} {_RESERVED}" if term.reserved else term.definition
    return _words(term.label, definition) + _aligned(term.alignments, above)


def _words(label: Label, definition: str) -> Pairs:
    return [
        ("rdfs:label", f"{_quoted(label.en)}@en , {_quoted(label.id)}@id"),
        ("rdfs:comment", f"{_quoted(definition)}@en"),
    ]


def _aligned(alignments: Iterable[Alignment], above: str) -> Pairs:
    return [
        ("skos:notation", _quoted(alignment.target))
        if alignment.relation == "notation"
        else (_MAPPINGS.get(alignment.relation, above), alignment.target)
        for alignment in alignments
    ]


def _block(subject: str, kind: str, pairs: Pairs) -> str:
    grouped: dict[str, list[str]] = {}
    for predicate, value in pairs:
        grouped.setdefault(predicate, []).append(value)
    lines = [f"a {kind}", *(f"{predicate} {' , '.join(values)}" for predicate, values in grouped.items())]
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _quoted(words: str) -> str:
    """Words of the project as a literal: JSON escapes what Turtle does."""
    return json.dumps(words, ensure_ascii=False)
