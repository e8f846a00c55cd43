"""The word lists as resolution uses them: tables that turn every known way of saying a name into one.

In comes the ontology's lexicon; out comes a ``Vocabulary``. Whatever the lists of the entities know (short titles,
ministries, known bodies and places) is used here too; ``lexicon/equivalents.yaml`` adds what only comparing needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from graphbuild.indonesian.names import Titles, fold, lexicon_part, name_table, titles_from
from graphbuild.ontology.types import Lexicon

_OWN = "equivalents"
_TOO_SHORT_TO_REWRITE = frozenset({"pt", "as", "ad", "al", "ri", "man", "ub", "pan"})
"""Acronyms that are ordinary words, or other acronyms, inside a longer name."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Replaces known runs of words by their full form, the longest run first, once from left to right."""

    table: Mapping[Words, Words]
    longest: int

    def __call__(self, words: Words) -> Words:
        """The words with every known run in full."""
        done: list[str] = []
        place = 0
        while place < len(words):
            for size in range(min(self.longest, len(words) - place), 0, -1):
                full = self.table.get(words[place : place + size])
                if full is not None:
                    done.extend(full)
                    place += size
                    break
            else:
                done.append(words[place])
                place += 1
        return tuple(done)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the lists say, folded. Tables map a folded name to the folded name that stands for it."""

    people: Titles
    titles: Rewriter
    bodies: Rewriter
    places: Rewriter
    organizations: Mapping[str, str]
    place_names: Mapping[str, str]
    holders: Mapping[str, frozenset[str]]
    offices: Mapping[str, str]
    home: str
    known_places: frozenset[str]
    title_words: frozenset[str]
    units: frozenset[str]
    status: frozenset[str]
    national: frozenset[str]
    one_seat: frozenset[str]
    many_seats: frozenset[str]
    noise: frozenset[str]
    endings: tuple[Words, ...]
    generic: frozenset[str]
    parts: Mapping[str, str]
    became: tuple[tuple[str, str], ...]
    place_noise: frozenset[str]
    place_sorts: frozenset[str]


@lru_cache(maxsize=2)
def read_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The vocabulary of a lexicon; the same object for the same lexicon.

    Raises:
        KeyError: a list that resolution needs is missing; the message names it.
    """
    subjects = _subjects(lexicon)
    known = _followed(name_table(lexicon, "organizations", "known.") | _rows(lexicon, "organizations"))
    places = _followed(name_table(lexicon, "places", "known.") | _rows(lexicon, "places"))
    titles = _rewriter(_titles(lexicon), _rows(lexicon, "title_words"), _ministers(subjects))
    return Vocabulary(
        people=titles_from(lexicon),
        titles=titles,
        bodies=_rewriter(_one_word(known), _rows(lexicon, "organization_words"), _ministries(subjects)),
        places=_rewriter(_one_word(places), _rows(lexicon, "place_words")),
        organizations=_ministries(subjects) | known,
        place_names=places,
        holders=_holders(lexicon, titles),
        offices=_rows(lexicon, "offices"),
        home=fold(lexicon.words("places", "home")[0]),
        known_places=frozenset(places.values()),
        title_words=_title_words(lexicon, titles),
        units=frozenset(fold(word) for word in lexicon.words("offices", "units")),
        status=_own(lexicon, "status"),
        national=_own(lexicon, "national"),
        one_seat=_own(lexicon, "one_seat"),
        many_seats=_own(lexicon, "many_seats"),
        noise=_own(lexicon, "organization_noise"),
        endings=tuple(tuple(fold(row).split()) for row in lexicon.words(_OWN, "organization_endings")),
        generic=_own(lexicon, "generic"),
        parts={part: whole for parts, whole in _pairs(lexicon, "parts") for part in parts.split(" | ")},
        became=_pairs(lexicon, "became"),
        place_noise=_own(lexicon, "place_noise"),
        place_sorts=_own(lexicon, "place_sorts"),
    )


def _own(lexicon: Lexicon, key: str) -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.words(_OWN, key))


def _rows(lexicon: Lexicon, key: str) -> dict[str, str]:
    """Rows ``a | b | c`` as a table from every alternative to the first."""
    table: dict[str, str] = {}
    for row in lexicon.words(_OWN, key):
        first, *others = (fold(part) for part in row.split("|"))
        table.update(dict.fromkeys(others, first))
        table.setdefault(first, first)
    return table


def _pairs(lexicon: Lexicon, key: str) -> tuple[tuple[str, str], ...]:
    """Rows ``a | b > c`` as pairs of names without *dan*; the alternatives stay joined by `` | ``."""
    pairs = []
    for row in lexicon.words(_OWN, key):
        left, _, right = row.partition(">")
        pairs.append((" | ".join(_bare(part) for part in left.split("|")), _bare(right)))
    return tuple(pairs)


def _bare(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word != "dan")


def _titles(lexicon: Lexicon) -> dict[str, str]:
    short = {fold(key): fold(words[0]) for key, words in lexicon_part(lexicon, "offices", "short.")}
    acting = {fold(key): fold(words[0]) for key, words in lexicon_part(lexicon, "offices", "acting.")}
    return short | acting | {f"{full} {key}": full for key, full in acting.items()}


def _title_words(lexicon: Lexicon, titles: Rewriter) -> frozenset[str]:
    """All words that titles of posts are made of: a title of nothing else says not whose post it is."""
    lists = [lexicon.words("offices", key) for key in ("roles", "heads", "units")]
    lists += [lexicon.words(_OWN, key) for key in ("one_seat", "many_seats")]
    lists += [words for _, words in lexicon_part(lexicon, "offices", "short.")]
    phrases = (tuple(fold(phrase).split()) for words in lists for phrase in words)
    return frozenset(word for phrase in phrases for word in (*phrase, *titles(phrase)))


def _holders(lexicon: Lexicon, titles: Rewriter) -> dict[str, frozenset[str]]:
    """Full titles of one body, with the names of the body: after *Kapolri*, *Polri* says nothing new."""
    return {
        " ".join(titles(tuple(fold(key).split()))): frozenset(fold(word) for word in words)
        for key, words in lexicon_part(lexicon, "offices", "bodies.")
    }


def _subjects(lexicon: Lexicon) -> dict[str, str]:
    """Ways to name what a ministry cares for, short and long, to the full subject."""
    table: dict[str, str] = {}
    for key, words in lexicon_part(lexicon, "offices", "ministries."):
        full = fold(key)
        for form in (key, *words):
            table.setdefault(fold(form), full)
            if full.startswith("koordinator bidang "):
                table.setdefault(full.replace(" bidang ", " ", 1), full)
    return table | _rows(lexicon, "ministries")


def _ministers(subjects: Mapping[str, str]) -> dict[str, str]:
    """Every way to say a minister's title to the full title."""
    table: dict[str, str] = {}
    for form, full in subjects.items():
        for front in ("menteri ", "menteri negara ", "men", "men ", "menteri negara urusan "):
            table.setdefault(front + form, f"menteri {full}")
        for front in ("wakil menteri ", "wamen", "wamen "):
            table.setdefault(front + form, f"wakil menteri {full}")
    return table


def _ministries(subjects: Mapping[str, str]) -> dict[str, str]:
    """Every way to say a ministry's name to the full name; a short subject of five letters or more may stand alone."""
    table: dict[str, str] = {}
    for form, full in subjects.items():
        for front in ("kementerian ", "kementerian negara ", "departemen ", "kemen", "kemen ", "kem", "dep"):
            table.setdefault(front + form, f"kementerian {full}")
        if len(form) > 4 and " " not in form and form != full:
            table.setdefault(form, f"kementerian {full}")
        if form.startswith("ko ") and full.startswith("koordinator"):
            table.setdefault("kemenko " + form.removeprefix("ko "), f"kementerian {full}")
    return table


def _one_word(table: Mapping[str, str]) -> dict[str, str]:
    """Acronyms and other names of one word, which may stand inside a longer name: no word of their own full form."""
    return {
        word: full
        for word, full in table.items()
        if " " not in word and word not in _TOO_SHORT_TO_REWRITE and word not in full.split()
    }


def _followed(table: Mapping[str, str]) -> dict[str, str]:
    """The table with names of names followed to the last one."""
    return {word: table.get(full, full) for word, full in table.items()}


def _rewriter(*tables: Mapping[str, str]) -> Rewriter:
    """One rewriter; a later table overrules an earlier one, and a full form is left as it is."""
    joined: dict[Words, Words] = {}
    for table in tables:
        joined.update({tuple(word.split()): tuple(full.split()) for word, full in table.items()})
    for full in list(joined.values()):
        joined.setdefault(full, full)
    longest = max(map(len, joined), default=1)
    once = Rewriter(joined, longest)
    return Rewriter({word: once(full) for word, full in joined.items()}, longest)
