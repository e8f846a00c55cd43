"""The only place that makes an IRI: terms of the ontology, and names for everything that a graph talks about.

An *id* is the local part of an IRI under ``BASE``, e.g. ``person/siti-rahma-1a2b3c4d``; ``instance`` makes it whole.
"""

import hashlib
import re
import unicodedata
from urllib.parse import quote

from graphbuild.model.text import Kind, Span

NAMESPACE = "https://w3id.org/graphbuild/ns#"
BASE = "https://w3id.org/graphbuild/id/"

FOLDERS = {
    Kind.PERSON: "person",
    Kind.OFFICE: "office",
    Kind.ORGANIZATION: "organization",
    Kind.PLACE: "place",
}
"""The first part of an entity's id; also its prefix in Turtle."""

PREFIXES = {
    "gb": NAMESPACE,
    "dcterms": "http://purl.org/dc/terms/",
    "loc": "http://id.loc.gov/datatypes/",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
} | {name: f"{BASE}{name}/" for name in (*FOLDERS.values(), "event", "claim", "trigger")}
"""The prefixes that every graph file declares and every query may use."""

_SLUG_LENGTH = 60
_ENTITY_DIGITS = 8
_EVENT_DIGITS = 12  # events share few slugs: 48 bits keep a million of them apart
_STATEMENT_DIGITS = 16
_SAFE = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_~.-]*")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def term(name: str) -> str:
    """The IRI of a class or property of the ontology.

    >>> term("Appointment")
    'https://w3id.org/graphbuild/ns#Appointment'
    """
    return NAMESPACE + name


def instance(identifier: str) -> str:
    """The IRI of an id.

    >>> instance("person/siti-rahma-1a2b3c4d")
    'https://w3id.org/graphbuild/id/person/siti-rahma-1a2b3c4d'
    """
    return BASE + identifier


def slug(name: str) -> str:
    """A name as lower-case ASCII words joined by hyphens, at most 60 characters, for people to read.

    >>> slug("Hj. Siti Raḥma, S.H.")
    'hj-siti-rahma-s-h'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("-", plain)[:_SLUG_LENGTH].strip("-")


def entity_id(kind: Kind, name: str, key: str) -> str:
    """The id of an entity: its kind, its name to read, and a hash of ``key``, which must be the entity's alone.

    >>> entity_id(Kind.PERSON, "Siti Rahma", "7/E1")
    'person/siti-rahma-adea220d'
    """
    return f"{FOLDERS[kind]}/{_joined(slug(name), _digest(key, _ENTITY_DIGITS))}"


def event_id(type_name: str, key: str) -> str:
    """The id of an event: its type and a hash of ``key``, which must be the event's alone."""
    return f"event/{_joined(slug(type_name), _digest(key, _EVENT_DIGITS))}"


def statement_id(key: str) -> str:
    """The id of a claim that resolution weighed; ``key`` must be the claim's alone."""
    return f"claim/{_digest(key, _STATEMENT_DIGITS)}"


def article_id(document: str) -> str:
    """The id of an article, whatever characters its document's id has.

    >>> article_id("a 1")
    'a/a%201'
    """
    if _SAFE.fullmatch(document) is not None:
        return "a/" + document
    name = quote(document, safe="-._~")
    return "a/" + (name.replace(".", "%2E") if set(name) == {"."} else name)  # a/.. would mean the folder above


def passage_id(document: str, span: Span) -> str:
    """The id of a stretch of an article in characters of the stored text (RFC 5147).

    >>> passage_id("a1", Span(3, 9))
    'a/a1#char=3,9'
    """
    return f"{article_id(document)}#char={span.start},{span.end}"


def _joined(words: str, digest: str) -> str:
    return f"{words}-{digest}" if words else digest


def _digest(key: str, digits: int) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
