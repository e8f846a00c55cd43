"""Short forms and what they stand for: given in brackets, or made of the letters of a name."""

import itertools
import re
from collections.abc import Iterable, Sequence

from graphbuild.entities.forms import SurfaceForm
from graphbuild.entities.groups import Groups
from graphbuild.indonesian.names import fold
from graphbuild.model.text import Document, Kind, Mention

_SMALL = frozenset({"dan", "untuk", "di", "dari", "of", "the", "and", "for", "atau", "dengan", "yang", "pada", "serta"})
_BRACKET = re.compile(r"\s*[(\[]\s*(?:alias\s+|atau\s+|disingkat\s+|selanjutnya disebut\s+)?[\"“]?")


def bracketed_pairs(document: Document, mentions: Sequence[Mention]) -> Iterable[tuple[int, int]]:
    """Indexes of two mentions of one kind of which the second stands in brackets right behind the first."""
    for index, (left, right) in enumerate(itertools.pairwise(mentions)):
        between = document.text[left.span.end : right.span.start]
        closing = document.text[right.span.end : right.span.end + 2].lstrip('"”')
        if left.kind is right.kind and _BRACKET.fullmatch(between) and closing[:1] in (")", "]"):
            yield index, index + 1


def inner_acronym(text: str) -> tuple[str, str, str] | None:
    """A name with its acronym inside: the name, the acronym, and what follows.

    >>> inner_acronym("Badan Usaha Desa (BUMDes) Mekar")
    ('Badan Usaha Desa', 'BUMDes', 'Mekar')
    """
    match = re.fullmatch(r"(.+?)\s*[(\[]([^()\[\]]{2,})[)\]]\s*(.*)", text)
    if match is None:
        return None
    return match.group(1), match.group(2), match.group(3)


def abbreviates(short: str, full: str) -> bool:
    """Whether a short form is made of the first letters or beginnings of the words of a full one, in order.

    >>> abbreviates("KASN", "Komisi Aparatur Sipil Negara"), abbreviates("Kemenpora", "Kementerian Pemuda dan Olahraga")
    (True, True)
    >>> abbreviates("KPK", "Komisi Yudisial")
    False
    """
    letters = fold(short).replace(" ", "")
    words = [word for word in fold(full).split() if word not in _SMALL]
    if len(words) < 2 or len(letters) < 2 or len(letters) >= sum(map(len, words)) or letters in words:
        return False
    if short.isupper() and len(letters) <= len(words) + 1:
        initials = "".join(word[0] for word in words)
        every = "".join(word[0] for word in fold(full).split())
        return letters in (initials, every)
    return len(letters) > 3 and _spelled(letters, tuple(words), 0)


def _spelled(letters: str, words: tuple[str, ...], skipped: int) -> bool:
    """Whether the letters run through the words in order, entering each at its first letter; one may be passed over."""
    if not letters:
        return len(words) + skipped <= 1
    if not words:
        return False
    word = words[0]
    if word[0] == letters[0]:
        position = 1
        taken = 1
        reach = [1]
        while taken < len(letters) and position < len(word):
            position = word.find(letters[taken], position)
            if position < 0:
                break
            taken += 1
            position += 1
            reach.append(taken)
        if any(_spelled(letters[size:], words[1:], skipped) for size in reversed(reach)):
            return True
    return bool(skipped == 0 and len(words) > 2 and _spelled(letters, words[1:], 1))


def are_short_and_full(left: str, right: str, kind: Kind) -> bool:
    """Whether one of two bracketed neighbours abbreviates the other; people's other names need no shared letters."""
    if kind is Kind.PERSON:
        return True
    return abbreviates(right, left) or abbreviates(left, right)


def join_inner(forms: Sequence[SurfaceForm], groups: Groups) -> None:
    """A name with its acronym inside is one with the acronym alone, and with the name alone."""
    by_folded = {form.folded: index for index, form in enumerate(forms)}
    for index, form in enumerate(forms):
        inner = inner_acronym(form.text)
        if inner is None:
            continue
        name, acronym, rest = (fold(part) for part in inner)
        for alone in (acronym, f"{acronym} {rest}", f"{name} {rest}") if rest else (acronym, name):
            if alone in by_folded:
                groups.join(index, by_folded[alone])
