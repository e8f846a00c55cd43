"""What a user calls somebody or something, as the IRIs of the graph that bear that name.

Names are compared without regard to case, punctuation and spacing. A post may be named with its organization or
place after it (*Dirjen Pesisir*, *Dirjen Pesisir Kementerian Kelautan*).
"""

import difflib
import re
from collections.abc import Iterator

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.ontology.iri import BASE, PREFIXES

CLASSES = {
    "person": "gb:Person",
    "office": "gb:Office",
    "organization": "gb:Organization",
    "place": "gb:Place",
    "entity": "gb:Entity",
}
_NAMES = (
    "SELECT ?id ?name ?owner {{ ?id a {} ; rdfs:label|skos:altLabel|skos:hiddenLabel ?name "
    "OPTIONAL {{ ?id gb:organization ?owner }} }}"
)
_EVENTS = "SELECT ?id ?name { { ?id a gb:Event } UNION { ?id a gb:UnconfirmedEvent } ?id rdfs:label ?name }"
_NOT_A_WORD = re.compile(r"[\W_]+")
_COMPACT = re.compile(r"([a-z]+):([A-Za-z0-9][A-Za-z0-9._-]*)")
_SUGGESTIONS = 5
_COMPARED = 5_000  # names that a suggestion is sought among; difflib reads about 20,000 a second


def folded(name: str) -> str:
    """A name as it is compared.

    >>> folded("  Johan G. PLAT ")
    'johan g plat'
    """
    return _NOT_A_WORD.sub(" ", name.casefold()).strip()


def bearers(store: ox.Store, kind: str, name: str) -> tuple[str, ...]:
    """The IRIs of all that bear a name, sorted; an IRI or ``prefix:id`` stands for itself.

    Raises:
        QueryError: nobody does; the message suggests names that look alike.
    """
    iri = _as_iri(name)
    if iri is not None:
        return (iri,)
    wanted = folded(name)
    rows = list(_events(store) if kind == "event" else _named(store, CLASSES[kind]))
    found = {identifier for identifier, form, _ in rows if folded(form) == wanted}
    if not found:
        found = set(_with_owner(store, rows, wanted))
    if not found:
        raise QueryError(_nobody(kind, name, {form for _, form, _ in rows}))
    return tuple(sorted(found))


def _as_iri(name: str) -> str | None:
    """The IRI that a full or shortened one stands for, and None for a name."""
    if name.startswith(BASE) and re.search(r"[\s<>\"{}|\\^`]", name) is None:
        return name
    compact = _COMPACT.fullmatch(name)
    return PREFIXES[compact[1]] + compact[2] if compact is not None and compact[1] in PREFIXES else None


def _ask(store: ox.Store, query: str) -> ox.QuerySolutions:
    answer = store.query(query, prefixes=PREFIXES)
    assert isinstance(answer, ox.QuerySolutions)
    return answer


def _named(store: ox.Store, term: str) -> Iterator[tuple[str, str, str | None]]:
    for row in _ask(store, _NAMES.format(term)):
        owner = row["owner"]
        yield row["id"].value, row["name"].value, None if owner is None else owner.value


def _events(store: ox.Store) -> Iterator[tuple[str, str, str | None]]:
    for row in _ask(store, _EVENTS):
        yield row["id"].value, row["name"].value, None


def _with_owner(store: ox.Store, rows: list[tuple[str, str, str | None]], wanted: str) -> Iterator[str]:
    """Who is called by the name and by the name of their organization or place after it."""
    candidates = [(identifier, form, owner) for identifier, form, owner in rows if owner is not None]
    candidates = [row for row in candidates if wanted.startswith(folded(row[1]) + " ")]
    for identifier, form, owner in candidates:
        rest = wanted[len(folded(form)) + 1 :]
        names = _ask(store, f"SELECT ?name {{ <{owner}> rdfs:label|skos:altLabel|skos:hiddenLabel ?name }}")
        if any(folded(row["name"].value) == rest for row in names):
            yield identifier


def _nobody(kind: str, name: str, forms: set[str]) -> str:
    wanted = set(folded(name).split())
    alike = sorted(forms, key=lambda form: (-len(wanted & set(folded(form).split())), form))[:_COMPARED]
    close = [form for form in alike[:_SUGGESTIONS] if wanted & set(folded(form).split())]
    close += difflib.get_close_matches(name, alike, n=_SUGGESTIONS)
    listed = ", ".join(repr(form) for form in list(dict.fromkeys(close))[:_SUGGESTIONS])
    hint = f"; similar names: {listed}" if listed else ""
    return f"no {kind} of this graph is called {name!r}{hint}"
