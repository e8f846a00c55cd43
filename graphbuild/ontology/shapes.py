"""``shapes.ttl``: what every graph must keep to, as SHACL, from the event files and from ``checks.yaml``."""

import json
from collections.abc import Iterator
from pathlib import Path

from graphbuild.model.text import Kind
from graphbuild.ontology.problems import Node, Problems, read_yaml
from graphbuild.ontology.types import EventType, Ontology
from graphbuild.ontology.vocabulary import Vocabulary, label_of, stop_at

SHAPES = "https://w3id.org/graphbuild/shapes"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_LIMITS = ("min", "max", "class", "datatype", "one_of", "up_to")
_CHECK = ("class", "severity", "message", "select")


def shapes_turtle(ontology: Ontology, vocabulary: Vocabulary, folder: Path) -> str:
    """The shapes as Turtle: those that every graph has, those of the event types, and the checks in SPARQL.

    Raises:
        SetupError: ``checks.yaml`` of the folder is missing or wrong.
    """
    problems = Problems()
    top = read_yaml(folder / "checks.yaml", "checks.yaml", problems).mapping(("shapes", "checks"))
    shapes, checks = (top[part].mapping() if part in top else {} for part in ("shapes", "checks"))
    blocks = [_header(vocabulary)]
    blocks += [_shape(name, list(_constraints(node))) for name, node in shapes.items()]
    blocks += ["\n# Types of events\n", *(_type_shape(event_type, ontology) for event_type in ontology.types)]
    blocks += ["\n# Checks in SPARQL\n", *(_check(name, node) for name, node in checks.items())]
    stop_at(problems, folder)
    return "".join(blocks)


def _header(vocabulary: Vocabulary) -> str:
    prefixes = dict(vocabulary.prefixes) | {"sh": "http://www.w3.org/ns/shacl#", "gbs": f"{SHAPES}#"}
    declared = " ,\n        ".join(
        f'[ sh:prefix "{name}" ; sh:namespace "{iri}"^^xsd:anyURI ]' for name, iri in prefixes.items() if name != "gbs"
    )
    lines = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    return f"{lines}\n<{SHAPES}> a owl:Ontology ;\n    sh:declare {declared} .\n\n# Every graph\n"


def _shape(name: str, constraints: list[str]) -> str:
    listed = " ,\n        ".join(f"[ {constraint} ]" for constraint in constraints)
    return f"gbs:{name} a sh:NodeShape ;\n    sh:targetClass gb:{name} ;\n    sh:property {listed} .\n"


def _constraints(node: Node) -> Iterator[str]:
    for path, limits in node.mapping().items():
        given = limits.mapping(_LIMITS)
        parts = [f"sh:path {path}"]
        for key, predicate in (("min", "sh:minCount"), ("max", "sh:maxCount"), ("class", "sh:class")):
            if key in given:
                parts.append(f"{predicate} {given[key].string()}")
        if "datatype" in given:
            parts.append(f"sh:datatype {given['datatype'].string()}")
            if given["datatype"].string() == "xsd:date":
                parts.append(f'sh:pattern "{_DAY}"')  # no time zone: engines compare zoned and plain days differently
        if "one_of" in given:
            words = (word if ":" in word else json.dumps(word) for word in given["one_of"].strings())
            parts.append(f"sh:in ( {' '.join(words)} )")
        if "up_to" in given:
            parts.append(f"sh:lessThanOrEquals {given['up_to'].string()}")
        yield " ; ".join(parts)


def _type_shape(event_type: EventType, ontology: Ontology) -> str:
    """A shape from the roles of an event type: what is required is there, and everything is of its kind."""
    terms = {role.name: role for role in ontology.roles}
    classes = {kind.kind: f"gb:{kind.term}" for kind in ontology.kinds}
    constraints = []
    for use in event_type.roles:
        role = terms[use.role]
        parts = [f"sh:path gb:{role.term or role.name}"]
        if use.required:
            parts.append("sh:minCount 1" if use.many else "sh:minCount 1 ; sh:maxCount 1")
        parts.append(_kinds(use.kinds or role.kinds, classes))
        constraints.append(" ; ".join(parts))
    return _shape(event_type.term, constraints)


def _kinds(kinds: tuple[Kind, ...], classes: dict[Kind, str]) -> str:
    if not kinds:
        return "sh:datatype xsd:string"
    if len(kinds) == 1:
        return f"sh:class {classes[kinds[0]]}"
    return f"sh:or ( {' '.join(f'[ sh:class {classes[kind]} ]' for kind in kinds)} )"


def _check(name: str, node: Node) -> str:
    given = node.mapping(_CHECK)
    for key in ("class", "select"):
        if key not in given:
            node.problems.add(node.place, f"the key {key!r} is missing")
            return ""
    message = label_of(given, node, "message")
    severity = given["severity"].one_of(("Violation", "Warning")) if "severity" in given else "Violation"
    words = " , ".join(
        f"{json.dumps(text, ensure_ascii=False)}@{tag}" for tag, text in (("id", message.id), ("en", message.en))
    )
    return (
        f"gbs:{name} a sh:NodeShape ;\n    sh:targetClass gb:{given['class'].string()} ;\n"
        f"    sh:severity sh:{severity} ;\n"
        f"    sh:sparql [ sh:prefixes <{SHAPES}> ; sh:message {words} ;\n"
        f"        sh:select {json.dumps(given['select'].string(), ensure_ascii=False)} ] .\n"
    )
