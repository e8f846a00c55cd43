"""Text to words: offset-exact spans, cut as the current Indonesian treebanks cut them.

Clitics are words of their own (``jabatan|nya``), a stop belongs to its abbreviation (``Prof.``), hyphenated words
and numbers stay whole. Nothing is ever changed, only cut: a word is a stretch of the text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from graphbuild.model.text import Span
from graphbuild.nlp.rules import Rules

_PIECE = re.compile(
    r"""
    (?P<money>(?:Rp|US|USD|IDR)(?=\d))
    |(?P<address>https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+
       |[\w-]+(?:\.[\w-]+)*\.(?i:com|net|org|co\.id|go\.id|ac\.id|or\.id|id|co)\b(?!\.\w))
    |(?P<degree>[A-Za-z]{1,5}(?:\.[A-Za-z]{1,5})+\.?(?!\w))
    |(?P<code>(?=[\w./-]*\d)\w+(?:-\w+)*(?:/\w+(?:\.\d+)?(?:-\w+)*)+)
    |(?P<number>\d+(?:[.,:]\d+)+(?:-an\b)?|\d+-an\b|\d+(?=-\d))
    |(?P<word>\w+(?:['’`]\w+)*(?:-\w+(?:['’]\w+)*)*)
    |(?P<mark>\.{2,}|-{2,}|\S)
    """,
    re.VERBOSE,
)
_SHORT_HYPHEN_PART = 2
_SHORT_LEFT = 3
_SHORT_NAME = 3
_SHORTEST_STEM = 3


def split_words(text: str, start: int, end: int, rules: Rules) -> tuple[Span, ...]:
    """The words of a stretch of text, in order; they do not overlap and hold no white space.

    >>> from graphbuild.nlp.rules import read_rules
    >>> text = "Jabatannya di PT Maju Tbk. berakhir (13/8/2024)."
    >>> [text[word.start : word.end] for word in split_words(text, 0, len(text), read_rules())]
    ['Jabatan', 'nya', 'di', 'PT', 'Maju', 'Tbk.', 'berakhir', '(', '13/8/2024', ')', '.']
    """
    words: list[Span] = []
    position = start
    while (found := _PIECE.search(text, position, end)) is not None:
        span = Span(found.start(), found.end())
        if found.lastgroup == "degree":
            span = _degree(text, span, rules)
        if found.lastgroup in {"word", "degree"}:
            span = _with_stop(text, span, end, rules)
            words.extend(_cut(text, span, rules))
        else:
            words.append(span)
        position = span.end
    return tuple(words)


def _degree(text: str, span: Span, rules: Rules) -> Span:
    """The span itself if it is a degree or initials (``S.H.``, ``A.A``), otherwise its first piece without the stop."""
    pieces = [piece for piece in text[span.start : span.end].split(".") if piece]
    haji = pieces[0] == "H" and len(pieces[1]) == 1
    if not haji and pieces[0][0].isupper() and all(piece.lower() in rules.degree_parts for piece in pieces):
        return span
    return Span(span.start, span.start + len(pieces[0]))


def _with_stop(text: str, span: Span, end: int, rules: Rules) -> Span:
    """The span with the stop behind it, if that stop marks an abbreviation or an initial."""
    if span.end >= end or text[span.end] != ".":
        return span
    word = text[span.start : span.end]
    following = text[span.end + 1 : end].lstrip(" ")[:1]
    initial = len(word) == 1 and word.isupper() and (following.isupper() or following == ",")
    known = word.lower() in rules.abbreviations and following != ""
    return Span(span.start, span.end + 1) if initial or known else span


def _cut(text: str, span: Span, rules: Rules) -> Iterator[Span]:
    """A word cut where two words are glued, at the hyphen between two names, and before its clitic."""
    word = text[span.start : span.end]
    cuts = {0, len(word)}
    cuts.update(_glued(word, rules))
    cuts.update(_hyphens(word))
    edges = sorted(cuts)
    for first, last in pairwise(edges):
        stem = _stem_length(word[first:last], rules)
        if stem is None:
            yield Span(span.start + first, span.start + last)
        else:
            yield Span(span.start + first, span.start + first + stem)
            yield Span(span.start + first + stem, span.start + last)


def _glued(word: str, rules: Rules) -> Iterator[int]:
    """Where words are glued: ``atau|BRI|terus``, ``masyarakat|Salah``, ``Kansong|resmi``."""
    for boundary in re.finditer(r"(?<=[a-z])(?=[A-Z])", word):
        left = word[: boundary.start()]
        if left.islower() and (len(left) > _SHORT_LEFT or left in rules.glue):
            yield boundary.start()
    for boundary in re.finditer(r"(?<=[A-Z]{2})(?=[a-z]{2,}$)", word):
        if word[boundary.start() :] in rules.glue:
            yield boundary.start()
    if word[:1].isupper() and word[1:].islower():
        for tail in rules.glued_tails:
            if word.endswith(tail) and len(word) - len(tail) > _SHORT_NAME:
                yield len(word) - len(tail)
                return


def _hyphens(word: str) -> Iterator[int]:
    """Both sides of a hyphen before another name: ``Prabowo|-|Gibran``, ``se|-|Jatim``, but ``Raja-Raja`` whole."""
    for hyphen in re.finditer(r"-(?=[A-Z])", word):
        left, right = word[: hyphen.start()].rpartition("-")[2], word[hyphen.end() :].partition("-")[0]
        if min(len(left), len(right)) >= _SHORT_HYPHEN_PART and left.isalpha() and left.lower() != right.lower():
            yield hyphen.start()
            yield hyphen.end()


def _stem_length(word: str, rules: Rules) -> int | None:
    """How long the word is without its clitic, or None if it has none."""
    lowered = word.lower()
    if (clitic := rules.split.get(lowered)) is not None:
        return len(word) - len(clitic)
    length = len(word) - len("nya")
    if length < _SHORTEST_STEM or not lowered.endswith("nya") or lowered in rules.whole:
        return None
    if word[length - 1] in "-–'’":
        return length - 1
    return length if word[length:].islower() or (word.isupper() and length > _SHORT_NAME) else None
