"""Names of posts, organizations and places in one spelling each: equal keys mean one thing."""

import re
from dataclasses import dataclass

from graphbuild.indonesian.names import fold
from graphbuild.resolve.words import Vocabulary, Words

_BRACKETED = re.compile(r"\([^()]*\)")
_ROMAN_OR_NUMBER = re.compile(r"[ivxl]+|\w*\d\w*")
_LEGAL_FORMS = frozenset({"pt", "tbk", "persero", "cv"})
_LONG_TITLE = 5
"""Words of a title of a unit's head beyond which it is unlikely to be two posts: it describes its field in full."""

_SMALL = frozenset({"dan", "of", "the", "di", "pada", "untuk", "provinsi"})


@dataclass(frozen=True, slots=True)
class PlaceKey:
    """A place's name without kind words, and the sort (kota, kabupaten) that tells namesakes apart."""

    name: str
    sort: str

    @property
    def base(self) -> str:
        """The name without spaces: *Pare-Pare* and *Parepare* are one."""
        return self.name.replace(" ", "")


def organization_key(name: str, words: Vocabulary) -> str:
    """What all names of one organization share.

    *Komisi Pemilihan Umum (KPU) RI*, *KPU RI* and *Komisi Pemilihan Umum* give ``komisi pemilihan umum``.
    """
    folded = fold(_BRACKETED.sub(" ", name)) or fold(name)
    known = words.organizations.get(folded)
    if known is not None:
        return _without(tuple(known.split()), words)
    tokens = _without_noise(_ended(tuple(folded.split()), words), words)
    known = words.organizations.get(" ".join(tokens))
    if known is not None:
        return _without(tuple(known.split()), words)
    full = _ended(_once(words.places(words.bodies(tokens))), words)
    known = words.organizations.get(" ".join(full))
    return _without(tuple(known.split()) if known is not None else full, words)


def place_key(name: str, words: Vocabulary) -> PlaceKey:
    """What all names of one place share: *Provinsi Jawa Barat*, *Jabar*, *Jawa Barat* give ``jawa barat``."""
    folded = fold(_BRACKETED.sub(" ", name)) or fold(name)
    known = words.place_names.get(folded)
    tokens = _ended(tuple((known or folded).split()), words)
    while len(tokens) > 1 and tokens[0] in words.place_noise:
        tokens = tokens[1:]
    sort = ""
    if len(tokens) > 1 and tokens[0] in words.place_sorts:
        sort, tokens = {"kab": "kabupaten", "kec": "kecamatan"}.get(tokens[0], tokens[0]), tokens[1:]
    known = words.place_names.get(" ".join(tokens))
    tokens = words.bodies(words.places(tuple(known.split()) if known is not None else tokens))
    again = words.place_names.get(" ".join(tokens))
    return PlaceKey(again if again is not None else " ".join(tokens), sort)


def office_words(title: str, words: Vocabulary) -> Words:
    """The words of a post's title in full: *Wamenkominfo* gives ``wakil menteri komunikasi informatika``."""
    tokens = tuple(fold(_BRACKETED.sub(" ", title)).split()) or tuple(fold(title).split())
    while len(tokens) > 1 and tokens[0] in words.status:
        tokens = tokens[1:]
    full = _once(words.places(words.bodies(words.titles(tokens))))
    full = tuple(word for word in full if word not in _SMALL and word not in _LEGAL_FORMS) or full
    if full[:2] == ("menteri", "koordinator") or full[1:3] == ("menteri", "koordinator"):
        full = tuple(word for word in full if word != "bidang")
    return _ended(full, words) or full


def office_key(title: str, body: str, words: Vocabulary) -> str:
    """What all names of one post share: its title in full and the key of the body or place it belongs to.

    ``body`` is an organization's key or a place's name, empty where the article names none. The body is said once:
    *Ketua KPK* of *KPK* and *Ketua* of *Komisi Pemberantasan Korupsi* are the same post.
    """
    title_words = office_words(title, words)
    body_words = tuple(word for word in body.split() if word not in _SMALL)
    if body_words and body != words.home and not _says(title_words, body_words, words):
        title_words = _cut_overlap(title_words, body_words) + body_words
    if title_words[-1:] == (words.home,) and is_complete(" ".join(title_words[:-1]), words):
        title_words = title_words[:-1]
    key = " ".join(_without_kind(title_words))
    return words.offices.get(key, key)


def is_complete(key: str, words: Vocabulary) -> bool:
    """Whether a post's key names one post of the country by itself: no body is missing from it."""
    tokens = _without_deputy(key.split())
    if key in words.national or " ".join(tokens) in words.national:
        return True
    if tokens[:1] == ["menteri"]:
        return len(tokens) > 1 and tokens[1:] != ["koordinator"]
    if any(_ROMAN_OR_NUMBER.fullmatch(token) for token in tokens[1:]):
        return True
    if _ends_in(tokens, words.generic) or all(token in words.title_words for token in tokens):
        return False
    unit = len(tokens) > 2 and tokens[1] in words.units
    return not unit or len(tokens) > _LONG_TITLE or _ends_in(tokens, words.known_places)


def _without_deputy(tokens: list[str]) -> list[str]:
    """The title of the post itself: without *pelaksana tugas*, *penjabat*, *wakil*."""
    if tokens[:1] in (["pelaksana"], ["penjabat"]):
        tokens = tokens[2 if tokens[0] == "pelaksana" else 1 :]
    return tokens[1:] if tokens[:1] == ["wakil"] else tokens


def _ends_in(tokens: list[str], names: frozenset[str]) -> bool:
    return any(" ".join(tokens[start:]) in names for start in range(1, len(tokens)))


def seats(key: str, words: Vocabulary) -> int | None:
    """1 for a post that has one holder at a time, None where it may have more or nobody can tell."""
    tokens = key.split()
    for size in range(len(tokens), 0, -1):
        front = " ".join(tokens[:size])
        if front in words.many_seats and not (front == "menteri" and len(tokens) > size):
            return None
        if front in words.one_seat:
            return 1 if len(tokens) > size or front in words.national else None
    return None


def _says(title: Words, body: Words, words: Vocabulary) -> bool:
    """Whether a title says by itself which body it belongs to."""
    if "menteri" in title[:3] and body[0] == "kementerian":
        return len(title) > 1 + title.index("menteri")
    if " ".join(body) in words.holders.get(" ".join(title), ()):
        return True
    told = words.holders.get(" ".join(title))
    if told and any(organization_key(name, words) == " ".join(body) for name in told):
        return True
    return len(body) <= len(title) and _runs_in(body, title)


def _runs_in(part: Words, whole: Words) -> bool:
    return any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


def _cut_overlap(title: Words, body: Words) -> Words:
    """The title without its end where the body begins with the same words; a bare *menteri* loses *kementerian*."""
    for size in range(min(len(title) - 1, len(body)), 0, -1):
        if title[-size:] == body[:size]:
            return title[:-size]
    return title


def _without_kind(tokens: Words) -> Words:
    """*Gubernur Provinsi X* is *Gubernur X*, *Bupati Kabupaten X* is *Bupati X*; a minister needs no *Kementerian*."""
    heads = ("gubernur", "bupati", "kota", "sekretaris", "camat", "lurah", "desa")
    if "menteri" in tokens[:2] and "kementerian" in tokens:
        tokens = tuple(word for word in tokens if word != "kementerian")
    drop = {"provinsi", "kabupaten", "pemerintah", "kecamatan", "kelurahan"}
    front = set(tokens[:4])
    if not front & set(heads):
        return tokens
    kept = tuple(word for word in tokens if word not in drop)
    if "wali" in front:
        place = kept.index("kota") + 1 if "kota" in kept else len(kept)
        return kept[:place] + tuple(word for word in kept[place:] if word != "kota")
    return kept


def _once(tokens: Words) -> Words:
    """The words without immediate repetitions: *partai partai golongan karya*, *jaksa agung jaksa agung muda*."""
    kept: list[str] = []
    for token in tokens:
        kept.append(token)
        for size in (1, 2):
            if len(kept) >= 2 * size and kept[-size:] == kept[-2 * size : -size]:
                del kept[-size:]
    return tuple(kept)


def _ended(tokens: Words, words: Vocabulary) -> Words:
    """The words without what ends the name of a body of the country and says no more (RI, Republik Indonesia)."""
    for ending in words.endings:
        if len(tokens) > len(ending) and tokens[-len(ending) :] == ending:
            return tokens[: -len(ending)]
    return tokens


def _without_noise(tokens: Words, words: Vocabulary) -> Words:
    kept = tuple(word for word in tokens if word not in words.noise or word == "dan")
    return kept or tokens


def _without(tokens: Words, words: Vocabulary) -> str:
    drop = ("dan", "provinsi")
    return " ".join(_without_noise(tuple(w for i, w in enumerate(tokens) if not i or w not in drop), words))
