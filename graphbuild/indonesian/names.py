"""Names of people as strings: what is title and what is name, and when two spellings can be one person's.

Nothing here reads a file: the words that stand around a name come as ``Titles``, from ``lexicon/titles.yaml``.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from graphbuild.ontology.types import Lexicon

_WORD = re.compile(r"[^\s,()]+")
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,5}\.)+[A-Z]?[A-Za-z]{0,6}\.?")
"""A degree known by its shape: capital, letters, stop, once or more (S.H., M.Si, Ph.D.)."""

_SILENT = re.compile(r"[.'’‘`]")
_BREAKS = re.compile(r"[\W_]+")
_DOUBLE = re.compile(r"(.)\1")

_SPELLINGS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("dh", "d"), ("th", "t"), ("ch", "h"), ("kh", "h"))
"""Older and other spellings of one sound, folded for comparison: Soekarno, Sukarno; Djoko, Joko."""

_CORPS = frozenset(
    {"inf", "kav", "arm", "czi", "cba", "cpl", "cke", "chk", "ckm", "sus", "pnb", "tek", "nav", "adm", "lek"}
)
"""Corps that are no names, so that they are cut off even where the rank before them is not at hand."""

_SHORTEST_NICKNAME = 3
_MUHAMMAD = frozenset({"m", "mh", "moh", "moch", "muh", "mochamad", "mochammad", "mohamad", "mohammad", "muhamad"})


@dataclass(frozen=True, slots=True)
class Titles:
    """Words around a name, folded: ``before`` it (also of several words), ``tails`` of ranks, ``after`` it."""

    before: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    patronymics: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name in folded parts: full ``words`` in order, ``initials``, and the father's words ``of`` after *bin*."""

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


def titles_from(lexicon: Lexicon) -> Titles:
    """The titles that ``lexicon/titles.yaml`` lists."""
    before = {
        fold(word)
        for key in ("honorifics", "religious", "academic", "ranks", "noble")
        for word in lexicon.words("titles", key)
    }
    return Titles(
        before=frozenset(before),
        tails=frozenset(fold(word) for word in lexicon.words("titles", "rank_tails")),
        after=frozenset(fold(word) for word in lexicon.words("titles", "degrees")),
        patronymics=frozenset(lexicon.words("titles", "patronymics")),
    )


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """A text without case, accents, apostrophes and punctuation.

    >>> fold("Ma’ruf  AMÍN, S.H.")
    'maruf amin sh'
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(_BREAKS.sub(" ", _SILENT.sub("", plain)).split())


def name_core(text: str, titles: Titles) -> tuple[int, int]:
    """Where in a text the name stands, titles and degrees left out, as half-open offsets; empty where all is title.

    >>> titles = Titles(before=frozenset({"prof", "dr"}), after=frozenset({"sh"}))
    >>> name_core("Prof. Dr. Budi Santoso, S.H.", titles)
    (10, 22)
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    first, last = _skip_before(text, words, titles), len(words)
    while last > first + 1 and _is_after(text, words, last - 1, titles):
        last -= 1
    for index in range(first + 1, last):
        if "," in text[words[index - 1][1] : words[index][0]]:
            last = index
            break
    if first >= last:
        return (0, 0)
    start, end = words[first][0], words[last - 1][1]
    core = text[start:end]
    closing = "-–—\"'”’];:" if "(" in core else "-–—\"'”’)];:"
    return start + len(core) - len(core.lstrip("-–—\"'“‘([")), end - len(core) + len(core.rstrip(closing))


def bare_name(text: str, titles: Titles) -> str:
    """A name without titles and degrees."""
    start, end = name_core(text, titles)
    return text[start:end]


def name_parts(name: str, titles: Titles | None = None) -> NameParts:
    """A name in folded parts.

    >>> name_parts("M. Ali bin Abu Hasan")
    NameParts(words=('ali',), initials=('m',), of=('abu', 'hasan'))
    """
    titles = titles or Titles(patronymics=frozenset({"bin", "binti"}))
    words = fold(bare_name(name, titles)).split()
    cut = next((i for i, word in enumerate(words) if word in {"bin", "binti", "bte"} and i), len(words))
    own, father = words[:cut], tuple(words[cut + 1 :])
    return NameParts(tuple(w for w in own if len(w) > 1), tuple(w for w in own if len(w) == 1), father)


def person_key(name: str, titles: Titles | None = None) -> str:
    """A key that spellings of one name share: no titles, case, stops, initials or old spellings.

    >>> person_key("Moh. Djoko Soesilo") == person_key("Muhammad Joko Susilo")
    True
    """
    parts = name_parts(name, titles)
    words = parts.words or parts.initials
    return " ".join(_spelling(word) for word in words)


def is_short_form(short: str, full: str) -> bool:
    """Whether one name can be a shorter form of another: its words stand in it in order; initials may stand for words.

    >>> is_short_form("Budi", "Budi Santoso"), is_short_form("M Yusuf", "Muhammad Yusuf Ali")
    (True, True)
    >>> is_short_form("Santoso Budi", "Budi Santoso")
    False
    """
    wanted, offered = fold(short).split(), fold(full).split()
    if not wanted or len(wanted) > len(offered) or wanted == offered:
        return wanted == offered and bool(wanted)
    if all(len(word) == 1 for word in wanted):
        return False
    position = 0
    for word in wanted:
        while position < len(offered) and not _can_be(word, offered[position]):
            position += 1
        if position == len(offered):
            return False
        position += 1
    return True


def is_variant(left: str, right: str) -> bool:
    """Whether two names differ only by spelling: word by word equal, one letter apart, or an initial for a word.

    >>> is_variant("Ahmad Fauzi", "Achmad Fauzi"), is_variant("Ani Wijaya", "Adi Wijaya")
    (True, False)
    """
    one, other = fold(left).split(), fold(right).split()
    if "".join(one) == "".join(other):
        return bool(one)
    if len(one) != len(other) or len(one) < 2:
        return len(one) == len(other) == 1 and len(one[0]) > 5 and _near(one[0], other[0])
    return all(a == b or _can_be(a, b) or _can_be(b, a) or _near(a, b) for a, b in zip(one, other, strict=True))


def abbreviates_name(short: str, full: str) -> bool:
    """Whether a nickname is made of the beginnings of the words of a name, or of their first letters.

    >>> abbreviates_name("Budsan", "Budi Santoso"), abbreviates_name("BS", "Budi Santoso")
    (True, True)
    """
    nickname, words = fold(short).replace(" ", ""), fold(full).split()
    if len(words) < 2 or not nickname or " " in fold(short):
        return False
    if short.isupper() and len(nickname) == len(words):
        return nickname == "".join(word[0] for word in words)
    return len(nickname) > 3 and _made_of(nickname, words)


def is_nickname(short: str, full: str) -> bool:
    """Whether one name can be a familiar form of another: the beginning of a word of it, or initials drawn together.

    >>> is_nickname("Bamba", "Bambang Wijaya"), is_nickname("BJ Wijaya", "Bambang Joko Wijaya")
    (True, True)
    >>> is_nickname("Tom Wijaya", "Thomas Adi Wijaya"), is_nickname("Ani Wijaya", "Adi Wijaya")
    (True, False)
    """
    wanted, offered = fold(short).split(), fold(full).split()
    if len(wanted) == 1:
        long_enough = len(wanted[0]) >= _SHORTEST_NICKNAME and wanted[0] not in offered
        return long_enough and any(word.startswith(wanted[0]) for word in offered)
    if not wanted or len(offered) < len(wanted) or wanted[-1] != offered[-1]:
        return False
    first = short.split(maxsplit=1)[0]
    if first.isupper() and first.isalpha() and len(first) in (2, 3):
        return is_short_form(" ".join((*wanted[0], *wanted[1:])), full)
    letters = iter(offered[0])
    is_within = wanted[0][0] == offered[0][0] and all(letter in letters for letter in wanted[0])
    return len(wanted) == 2 and len(offered) > 2 and len(wanted[0]) >= _SHORTEST_NICKNAME and is_within


def _made_of(rest: str, words: list[str]) -> bool:
    """Whether a string is beginnings of two or more letters of all the words, one after the other."""
    if not words:
        return not rest
    head = words[0]
    for size in range(min(len(head), len(rest)), 1, -1):
        if rest.startswith(head[:size]) and _made_of(rest[size:], words[1:]):
            return True
    return False


def _skip_before(text: str, words: list[tuple[int, int]], titles: Titles) -> int:
    """How many words at the front are titles; the longest title of up to three words wins."""
    index = 0
    while index < len(words):
        for size in (3, 2, 1):
            piece = [fold(text[a:b]) for a, b in words[index : index + size]]
            if len(piece) == size and " ".join(piece) in titles.before and not _is_initial(text, words, index):
                index += size
                break
        else:
            tail = fold(text[words[index][0] : words[index][1]])
            if tail in titles.tails and (index or tail in _CORPS) and index + 1 < len(words):
                index += 1
                continue
            return index
    return index


def _is_initial(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """Whether a single letter is an initial of the name (M Yusuf): any but the title H."""
    word = fold(text[words[index][0] : words[index][1]])
    return len(word) == 1 and word != "h"


def _is_after(text: str, words: list[tuple[int, int]], index: int, titles: Titles) -> bool:
    word = text[words[index][0] : words[index][1]]
    if _DEGREE.fullmatch(word) and len(fold(word)) > 1 and word.count(".") > 1:
        return True
    after_comma = "," in text[words[index - 1][1] : words[index][0]]
    known = fold(word) in titles.after and (word.isupper() or "." in word or after_comma)
    return known and (after_comma or index > 1)


def _can_be(word: str, other: str) -> bool:
    """Whether a word of a short form can stand for a word of a full one."""
    if word == other:
        return True
    if len(word) == 1:
        return other.startswith(word)
    if word in _MUHAMMAD and other in _MUHAMMAD | {"muhammad"}:
        return True
    return _spelling(word) == _spelling(other)


@lru_cache(maxsize=1 << 14)
def _spelling(word: str) -> str:
    if word in _MUHAMMAD:
        word = "muhammad"
    for old, new in _SPELLINGS:
        word = word.replace(old, new)
    return _DOUBLE.sub(r"\1", word)


def _near(left: str, right: str) -> bool:
    """Whether two words of five letters or more differ by one letter put in, left out, changed, or two swapped."""
    if min(len(left), len(right)) < 5 or abs(len(left) - len(right)) > 1 or left[0] != right[0]:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    a, b = left[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def lexicon_part(lexicon: Lexicon, name: str, prefix: str) -> list[tuple[str, tuple[str, ...]]]:
    """The lists of one lexicon file whose key begins with a prefix, as ``(rest of the key, entries)``."""
    return [(key.removeprefix(prefix), words) for key, words in lexicon.groups(name) if key.startswith(prefix)]


def name_table(lexicon: Lexicon, name: str, prefix: str) -> dict[str, str]:
    """Each name of the rows of one part of a lexicon file, folded, to the first name of its row."""
    table: dict[str, str] = {}
    for key, words in lexicon_part(lexicon, name, prefix):
        for word in (key, *words):
            table.setdefault(fold(word), fold(key))
    return table
