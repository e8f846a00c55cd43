"""The lexicon as the entity rules use it: sets, look-up tables and patterns, made once from the word lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graphbuild.indonesian.names import Titles, fold, lexicon_part, name_table, titles_from
from graphbuild.ontology.types import Lexicon

TITLE_FILLERS = frozenset({"bidang", "dan", "urusan", "para"})
"""Words of a title that are now written, now left out: Deputi (Bidang) Pencegahan."""


class PhraseBook:
    """Phrases for matching over the words of a sentence."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take phrases of words in lower case, parted by blanks."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(set(phrases)):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)
        for rows in self._by_first.values():
            rows.sort(key=len, reverse=True)

    def longest(self, words: Sequence[str], index: int) -> int:
        """How many words the longest phrase that begins at an index has; 0 where none does."""
        for phrase in self._by_first.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the word lists say, folded for look-up. ``ministers`` maps a folded title to the ministry's subject."""

    titles: Titles
    never_name: frozenset[str]
    status: re.Pattern[str]
    short: dict[str, str]
    acting: dict[str, str]
    same: dict[str, str]
    short_alone: frozenset[str]
    title_words: frozenset[str]
    title_beginnings: tuple[str, ...]
    member_of: frozenset[str]
    glue: tuple[str, ...]
    ranks: frozenset[str]
    common: frozenset[str]
    titles_book: PhraseBook
    heads: frozenset[str]
    units: frozenset[str]
    before_title: frozenset[str]
    never_office: frozenset[str]
    ministers: dict[str, str]
    ministries: dict[str, str]
    ministry_of: dict[str, str]
    bodies: dict[str, frozenset[str]]
    organizations: dict[str, str]
    known_bodies: frozenset[str]
    organization_words: dict[str, str]
    front: frozenset[str]
    back: frozenset[str]
    alone: frozenset[str]
    organization_heads: frozenset[str]
    governments: frozenset[str]
    dependent: frozenset[str]
    of_area: frozenset[str]
    government: re.Pattern[str]
    never_organization: frozenset[str]
    common_initials: frozenset[str]
    places: dict[str, str]
    kinds: frozenset[str]
    telling: frozenset[str]
    buildings: frozenset[str]
    home: str
    pronouns: frozenset[str]
    possessed: frozenset[str]
    saying: frozenset[str]
    describing_nouns: frozenset[str]
    descriptions: re.Pattern[str]


@lru_cache(maxsize=2)
def read_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon; the same object for the same lexicon."""
    ministers, ministries = _ministers(lexicon)
    known = name_table(lexicon, "organizations", "known.")
    short = {key: words[0] for key, words in lexicon_part(lexicon, "offices", "short.")}
    bodies = {
        _expand(fold(key), short): frozenset(map(fold, words))
        for key, words in lexicon_part(lexicon, "offices", "bodies.")
    }
    return Vocabulary(
        titles=titles_from(lexicon),
        never_name=_set(lexicon, "titles", "never"),
        status=_leading(lexicon.words("titles", "status")),
        short=short,
        acting={key: words[0] for key, words in lexicon_part(lexicon, "offices", "acting.")},
        same={key: words[0] for key, words in lexicon_part(lexicon, "offices", "same.")},
        short_alone=_set(lexicon, "offices", "short_alone"),
        member_of=_set(lexicon, "offices", "member_of"),
        glue=_glue(lexicon),
        ranks=_set(lexicon, "titles", "ranks") - {"kapten"},
        common=frozenset(lexicon.words("common", "words")),
        title_beginnings=lexicon.words("offices", "beginnings"),
        title_words=frozenset({*short, *ministers} - set(lexicon.words("offices", "ambiguous"))),
        titles_book=PhraseBook([*lexicon.words("offices", "roles"), *_spoken_titles(lexicon)]),
        heads=_set(lexicon, "offices", "heads"),
        units=_set(lexicon, "offices", "units"),
        before_title=_set(lexicon, "offices", "before"),
        never_office=_set(lexicon, "offices", "never"),
        ministers=ministers,
        ministries=ministries,
        ministry_of={_plain(f"menteri {name.removeprefix('kementerian ')}"): name for name in ministries.values()},
        bodies=bodies,
        organizations=known | ministries,
        known_bodies=frozenset(known),
        organization_words={word: full for word, full in known.items() if " " not in word},
        **_bodies_and_places(lexicon, known | ministries),
        **_people_words(lexicon),
    )


def _bodies_and_places(lexicon: Lexicon, bodies: dict[str, str]) -> dict[str, Any]:
    """The fields about organizations and places."""
    return {
        "front": _set(lexicon, "organizations", "front"),
        "back": _set(lexicon, "organizations", "back"),
        "alone": _alone(lexicon, bodies),
        "organization_heads": _set(lexicon, "organizations", "heads"),
        "dependent": _set(lexicon, "organizations", "dependent"),
        "of_area": _set(lexicon, "organizations", "of_area"),
        "governments": _set(lexicon, "organizations", "governments"),
        "government": re.compile(
            rf"(?<![\w-])((?:{_alternatives(lexicon.words('organizations', 'governments'))}))\s+$", re.IGNORECASE
        ),
        "common_initials": _set(lexicon, "organizations", "common_initials"),
        "never_organization": _set(lexicon, "organizations", "never"),
        "places": name_table(lexicon, "places", "known."),
        "kinds": _set(lexicon, "places", "kinds"),
        "telling": _set(lexicon, "places", "telling"),
        "buildings": _set(lexicon, "places", "buildings"),
        "home": fold(lexicon.words("places", "home")[0]),
    }


def _people_words(lexicon: Lexicon) -> dict[str, Any]:
    """The fields about words that stand for people."""
    return {
        "pronouns": _set(lexicon, "pronouns", "words"),
        "possessed": frozenset(word.split()[-1] for word in lexicon.words("pronouns", "possessed")),
        "saying": _set(lexicon, "pronouns", "saying"),
        "describing_nouns": _set(lexicon, "pronouns", "descriptions"),
        "descriptions": _descriptions(lexicon),
    }


def _set(lexicon: Lexicon, name: str, key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.words(name, key))


def _plain(title: str) -> str:
    return " ".join(word for word in title.split() if word not in TITLE_FILLERS)


def _alone(lexicon: Lexicon, known: dict[str, str]) -> frozenset[str]:
    """Bodies that stand on their own, under all their names: those listed, and every known one that is of no area."""
    listed = _set(lexicon, "organizations", "alone")
    open_ended = _set(lexicon, "organizations", "of_area") | _set(lexicon, "organizations", "dependent")
    full = {known.get(name, name) for name in open_ended} - {known.get(name, name) for name in listed}
    return (listed | frozenset(known.values())) - full


def _expand(title: str, short: dict[str, str]) -> str:
    return " ".join(short.get(word, word) for word in title.split())


def _ministers(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Titles of ministers to the subject they care for, and names of ministries to their full name.

    ``Men``, ``Menteri`` and ``Wamen`` go before a subject; of a subject that is a *Koordinator*, ``Menko`` comes from
    ``Men`` and the short name ``Ko``.
    """
    titles: dict[str, str] = {}
    names: dict[str, str] = {}
    for subject, shorts in lexicon_part(lexicon, "offices", "ministries."):
        full = fold(subject)
        for form in (subject, *shorts):
            folded = fold(form)
            for title, minister in (("menteri ", ""), ("menteri negara ", ""), ("wakil menteri ", "wakil ")):
                titles.setdefault(f"{title}{folded}", f"{minister}menteri {full}")
            names.setdefault(f"kementerian {folded}", f"kementerian {full}")
            names.setdefault(f"departemen {folded}", f"kementerian {full}")
        for form in shorts:
            folded = fold(form)
            for joint in ("", " "):
                titles.setdefault(f"men{joint}{folded}", f"menteri {full}")
                titles.setdefault(f"wamen{joint}{folded}", f"wakil menteri {full}")
                names.setdefault(f"kemen{joint}{folded}", f"kementerian {full}")
            names.setdefault(f"kem{folded}", f"kementerian {full}")
            if len(folded) > 4:
                names.setdefault(folded, f"kementerian {full}")
        names.setdefault(full, f"kementerian {full}")
    return titles, names


def _spoken_titles(lexicon: Lexicon) -> list[str]:
    """Titles of ministers as written: *menteri* and a subject, or one word such as *menkes*."""
    titles = []
    for subject, shorts in lexicon_part(lexicon, "offices", "ministries."):
        for form in (subject, *shorts):
            words = " ".join(re.findall(r"\w+|[^\w\s]", form.lower()))
            titles += [f"menteri {words}", f"wakil menteri {words}", f"men{words}", f"wamen{words}"]
    return titles


def _glue(lexicon: Lexicon) -> tuple[str, ...]:
    """Words that pages glue behind a name, the longest first."""
    words = {*lexicon.words("clitics", "glue"), *lexicon.words("clitics", "glued_tails")}
    return tuple(sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word)))


def _alternatives(words: tuple[str, ...]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


def _leading(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_alternatives(words)})\b[\s-]*)+", re.IGNORECASE)


def _descriptions(lexicon: Lexicon) -> re.Pattern[str]:
    """A noun for a person with what makes it somebody in particular, or with a pointing word not far behind."""
    nouns = _alternatives(lexicon.words("pronouns", "descriptions"))
    describing = _alternatives(lexicon.words("pronouns", "describing"))
    return re.compile(
        rf"(?<![\w-])((?:{nouns}))(?=\s+(?:{describing})\b|(?:\s+[\w()/-]+){{0,6}},?\s+(?:itu|ini|tersebut)\b)",
        re.IGNORECASE,
    )
