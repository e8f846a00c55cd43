"""How things are spelled in Turtle: names, literals and the block of triples of one subject."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from graphbuild.ontology.iri import BASE, PREFIXES

Pair = tuple[str, str]
"""A predicate and an object, both as spelled in Turtle."""

HEADER = f"@base <{BASE}> .\n" + "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())

_NAMED = re.compile(r"(person|office|organization|place|event|claim|trigger)/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)")
_RELATIVE = re.compile(r"a/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*(#char=\d+,\d+)?")
_UNSAFE = re.compile('[\x00-\x1f"\\\\\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_REPLACEMENT = "\ufffd"


def resource(identifier: str) -> str:
    """An id as a prefixed name, or as an IRI relative to the base where it cannot be one.

    >>> resource("person/siti-rahma-1a2b3c4d")
    'person:siti-rahma-1a2b3c4d'
    >>> resource("a/a1#char=3,9")
    '<a/a1#char=3,9>'
    """
    named = _NAMED.fullmatch(identifier)
    if named is not None:
        return f"{named[1]}:{named[2]}"
    if _RELATIVE.fullmatch(identifier) is not None:
        return f"<{identifier}>"
    return f"<{quote(identifier, safe='/#=,%:-._~', errors='replace')}>"


def text(words: str) -> str:
    r"""Words as a literal without language; a lone surrogate, which no file can hold, becomes U+FFFD.

    >>> text('kata "resmi"')
    '"kata \\"resmi\\""'
    """
    if _UNSAFE.search(words) is not None:
        words = _UNSAFE.sub(_escape, words)
    return f'"{words}"'


def day(date: dt.date) -> str:
    """A day as xsd:date without time zone."""
    return f'"{date.isoformat()}"^^xsd:date'


def edtf(stated: str) -> str:
    """A date as stated, in EDTF."""
    return f'"{stated}"^^loc:edtf'


def decimal(number: float) -> str:
    """A number from 0 to 1 with at most three decimals and at least one.

    >>> decimal(0.9), decimal(1)
    ('0.9', '1.0')
    """
    spelled = f"{number:.3f}".rstrip("0")
    return spelled + "0" if spelled.endswith(".") else spelled


def block(subject: str, types: Sequence[str], pairs: Iterable[Pair]) -> str:
    """All triples of one subject: types first, then predicates and objects in alphabetical order, none twice."""
    lines = [f"a {' , '.join(types)}"] if types else []
    last = ""
    for predicate, value in sorted(set(pairs)):
        if predicate == last:
            lines[-1] += f" , {value}"
        else:
            lines.append(f"{predicate} {value}")
        last = predicate
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff":
        return _REPLACEMENT
    return _SHORT.get(character) or f"\\u{ord(character):04X}"
