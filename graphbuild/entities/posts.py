"""Posts: whose post an office mention is, and which mentions are the same post."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.entities.acronyms import abbreviates, bracketed_pairs
from graphbuild.entities.offices import title_key
from graphbuild.entities.organizations import organization_key
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import fold, is_variant
from graphbuild.model.text import Document, Kind, Mention

_TO_OWNER = re.compile(
    r"\)?\s*(?:[(\[][^()\[\]\n]{1,40}[)\]]\s*)?"
    r"(?:(?:non-?aktif|terpilih|definitif|petahana|baru|lama|pertama|dua periode|jilid \w+)\s+)?"
    r"(?:(?:di|pada|dari|untuk|bagi|dalam|lingkungan|lingkup|tim|klub|partai|perusahaan|of|at)\s+){0,3}[\"“]?",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*[,/]?\s*(?:(?:dan|serta|maupun|atau|sekaligus|merangkap|hingga|juga|&)\s+)*(?:para\s+)?", re.IGNORECASE
)
_STATE = frozenset({"RI", "Republik Indonesia", "Indonesia"})
_OWNERS = frozenset({Kind.ORGANIZATION, Kind.PLACE})
_FAMILIES = (
    frozenset({"direktur", "komisaris", "presiden direktur", "chief", "general", "vice", "managing"}),
    frozenset({"gubernur"}),
    frozenset({"bupati"}),
    frozenset({"wali"}),
    frozenset({"pelatih", "asisten", "manajer"}),
    frozenset({"rektor", "dekan"}),
)
"""First words of titles that are told of one body or area in most articles."""

_OF_COMPANIES = frozenset(
    {"direktur", "komisaris", "chief", "manajer", "deputi", "bendahara", "vice", "general", "managing"}
)
"""On 500 training articles the organization named last before such a title was its owner in 36 of 45 cases."""

_LONG_TITLE = 2
_ENVOYS = frozenset({"duta besar", "konsul jenderal", "wakil duta besar"})
_DESTINATION = re.compile(
    r"(?:\s*\([^()\n]{1,20}\))?(?:\s+(?:LBBP|RI|Republik|Indonesia|Luar|Biasa|dan|Berkuasa|Penuh))*"
    r"\s+(?:untuk|di)\s+((?:[A-Z][\w-]+ ?){1,3})"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What deciding about posts looks at: the mentions in order, the sentence of each, and the chain of each name."""

    document: Document
    mentions: Sequence[Mention]
    sentence: Sequence[int]
    names: Mapping[int, int]


def posts_of(around: Surroundings, vocabulary: Vocabulary) -> tuple[dict[int, int], dict[int, int]]:
    """For each office mention a number for its post, and for each post the name chain that it belongs to, if any."""
    offices = [index for index, mention in enumerate(around.mentions) if mention.kind is Kind.OFFICE]
    keys = {index: title_key(around.mentions[index].text, vocabulary) for index in offices}
    _destinations(around, keys)
    _bracketed_titles(around, keys)
    owners = _stated_owners(around, offices)
    _share_owners(around, offices, owners)
    listed = _owners_by_title(around, offices, keys, vocabulary)
    _inherit(offices, keys, owners, listed)
    _of_the_state(around, keys, owners, listed)
    _siblings(offices, keys, owners)
    _nearest(around, offices, keys, owners)
    _of_the_whole(around, keys, owners, vocabulary)
    _initialled(offices, keys, owners)
    _bare_titles(offices, keys, owners, vocabulary)
    _misspelt(offices, keys, owners, vocabulary)
    posts: dict[tuple[str, int | None], int] = {}
    of_post: dict[int, int] = {}
    post_of: dict[int, int] = {}
    for index in offices:
        owner = owners.get(index)
        post = posts.setdefault((keys[index], owner), len(posts))
        post_of[index] = post
        if owner is not None:
            of_post[post] = owner
    return post_of, of_post


def _destinations(around: Surroundings, keys: dict[int, str]) -> None:
    """An envoy's post is told by the country it is for: *Dubes RI untuk Jepang*."""
    for index, key in keys.items():
        if key in _ENVOYS:
            match = _DESTINATION.match(around.document.text, around.mentions[index].span.end)
            if match is not None:
                keys[index] = f"{key} untuk {fold(match.group(1))}"


def _bracketed_titles(around: Surroundings, keys: dict[int, str]) -> None:
    """A title in brackets right behind another is a short form of it: *Perwira Penghubung (Pabung)*."""
    for left, right in bracketed_pairs(around.document, around.mentions):
        if left in keys and right in keys and " " not in around.mentions[right].text:
            short, full = keys[right], keys[left]
            keys.update({index: full for index, key in keys.items() if key == short})


def _stated_owners(around: Surroundings, offices: Sequence[int]) -> dict[int, int]:
    """The name chain that stands right behind a title, or behind a preposition there."""
    owners = {}
    for index in offices:
        if index + 1 >= len(around.mentions) or around.mentions[index + 1].kind not in _OWNERS:
            continue
        if around.sentence[index] != around.sentence[index + 1]:
            continue
        between = around.document.text[around.mentions[index].span.end : around.mentions[index + 1].span.start]
        cabinet = around.mentions[index + 1].text.startswith("Kabinet")
        if not cabinet and _TO_OWNER.fullmatch(between):
            owners[index] = around.names[index + 1]
    return owners


def _share_owners(around: Surroundings, offices: Sequence[int], owners: dict[int, int]) -> None:
    """Titles in a row share the owner that stands behind the last: *Ketua dan Sekretaris PSSI*."""
    for index in reversed(offices):
        following = index + 1
        if index in owners or following not in owners or around.mentions[following].kind is not Kind.OFFICE:
            continue
        between = around.document.text[around.mentions[index].span.end : around.mentions[following].span.start]
        if _AND.fullmatch(between) or re.fullmatch(r"\s*\([^)]*\)?\s*|\s*\(\s*", between):
            owners[index] = owners[following]


def _owners_by_title(
    around: Surroundings,
    offices: Sequence[int],
    keys: Mapping[int, str],
    vocabulary: Vocabulary,
) -> dict[str, int]:
    """Owners that the title itself implies, where the article names them: the ministry of a minister, a body's head."""
    folded = {fold(around.mentions[index].text): chain for index, chain in sorted(around.names.items(), reverse=True)}
    full = {vocabulary.organizations.get(form, form): chain for form, chain in folded.items()}
    places = {vocabulary.places.get(form, form): chain for form, chain in folded.items()}
    found: dict[str, int] = {}
    for key in dict.fromkeys(keys[index] for index in offices):
        core = _without_acting(key, vocabulary)
        minister = core.removeprefix("wakil ")
        ministry = vocabulary.ministry_of.get(minister)
        if ministry in full:
            found[key] = full[ministry]
        for body in sorted(vocabulary.bodies.get(core, ())):
            if body in folded:
                found.setdefault(key, folded[body])
        if core in ("presiden", "wakil presiden", "kepala negara") and vocabulary.home in places:
            found.setdefault(key, places[vocabulary.home])
    return found


def _without_acting(key: str, vocabulary: Vocabulary) -> str:
    for acting in sorted(set(vocabulary.acting.values())):
        key = key.removeprefix(f"{acting} ")
    return key


def _inherit(
    offices: Sequence[int], keys: Mapping[int, str], owners: dict[int, int], listed: Mapping[str, int]
) -> None:
    """A title without a stated owner takes that of the same title before it, else the implied one, else the next."""
    stated: dict[str, list[tuple[int, int]]] = {}
    for index in offices:
        if index in owners:
            stated.setdefault(keys[index], []).append((index, owners[index]))
    for index in offices:
        if index in owners:
            continue
        key = keys[index]
        before = [owner for at, owner in stated.get(key, ()) if at < index]
        after = [owner for at, owner in stated.get(key, ()) if at > index]
        if before:
            owners[index] = before[-1]
        elif key in listed:
            owners[index] = listed[key]
        elif after:
            owners[index] = after[0]


def _of_the_state(
    around: Surroundings, keys: Mapping[int, str], owners: dict[int, int], listed: Mapping[str, int]
) -> None:
    """*Menteri Pertahanan RI* is the post of the ministry that the article names, as *Menteri Pertahanan* is."""
    states = {chain for index, chain in around.names.items() if around.mentions[index].text in _STATE}
    for index, key in keys.items():
        if owners.get(index) in states and key in listed and not key.endswith("presiden"):
            owners[index] = listed[key]


def _of_the_whole(
    around: Surroundings, keys: Mapping[int, str], owners: dict[int, int], vocabulary: Vocabulary
) -> None:
    """The chair of a party's central board is the chair of the party: an owner's unit gives way to the owner."""
    bodies = {owner: organization_key(around.mentions[owner].text, vocabulary) for owner in set(owners.values())}
    for index, owner in sorted(owners.items()):
        for other, body in sorted(bodies.items()):
            is_unit = bodies[owner].endswith(f" {body}") and other in _owners_of(keys[index], keys, owners)
            if is_unit and " " in keys[index]:
                owners[index] = other


def _owners_of(key: str, keys: Mapping[int, str], owners: Mapping[int, int]) -> set[int]:
    return {owner for index, owner in owners.items() if keys[index] == key}


def _siblings(offices: Sequence[int], keys: Mapping[int, str], owners: dict[int, int]) -> None:
    """In an article in which all posts of a family have one owner, those without a stated one have it too."""
    for family in _FAMILIES:
        members = [index for index in offices if _head(keys[index]) in family]
        known = {owners[index] for index in members if index in owners}
        if len(known) == 1:
            owner = known.pop()
            for index in members:
                owners.setdefault(index, owner)


def _nearest(around: Surroundings, offices: Sequence[int], keys: Mapping[int, str], owners: dict[int, int]) -> None:
    """Posts that only a company or a club has belong to the organization named last before them."""
    for index in offices:
        if index in owners or _head(keys[index]) not in _OF_COMPANIES:
            continue
        before = (i for i in range(index - 1, -1, -1) if around.mentions[i].kind is Kind.ORGANIZATION)
        nearest = next(before, None)
        if nearest is not None:
            owners[index] = around.names[nearest]


def _head(key: str) -> str:
    words = [word for word in key.split() if word not in {"wakil", "pelaksana", "tugas", "harian", "penjabat"}]
    return words[0] if words else ""


def _is_slip(title: str, other: str, vocabulary: Vocabulary) -> bool:
    """Whether of two ministers' titles that differ in the last word one is no ministry's: a slip for the other."""
    known = (title in vocabulary.ministry_of) + (other in vocabulary.ministry_of)
    same = title.split()[:-1] == other.split()[:-1] and len(title.split()) > _LONG_TITLE
    return known == 1 and same and title.startswith("menteri ")


def _initialled(offices: Sequence[int], keys: dict[int, str], owners: Mapping[int, int]) -> None:
    """*Dirjen IKP* is *Direktur Jenderal Informasi dan Komunikasi Publik*: one head, an object in short and full."""
    titles = sorted({(keys[index], owners.get(index, -1)) for index in offices})
    for short, owner in titles:
        head, _, last = short.rpartition(" ")
        full = sorted(
            {
                other
                for other, its in titles
                if other.startswith(f"{head} ")
                and (its == owner or -1 in (its, owner))
                and abbreviates(last.upper(), other.removeprefix(f"{head} "))
            }
        )
        if head and len(full) == 1:
            keys.update({index: full[0] for index in offices if keys[index] == short})


def _misspelt(offices: Sequence[int], keys: dict[int, str], owners: Mapping[int, int], vocabulary: Vocabulary) -> None:
    """Titles of one owner that differ by a letter are one title, as the article writes it first."""
    for index in offices:
        for other in offices:
            if other >= index:
                break
            if " " not in keys[index] or owners.get(index) != owners.get(other):
                continue
            if is_variant(keys[index], keys[other]) or _is_slip(keys[index], keys[other], vocabulary):
                keys[index] = keys[other]
                break


def _bare_titles(offices: Sequence[int], keys: dict[int, str], owners: dict[int, int], vocabulary: Vocabulary) -> None:
    """*Menteri*, *Dirjen* alone are the one longer title of the article that begins with them."""
    for index in offices:
        if keys[index] not in vocabulary.short_alone:
            continue
        longer = sorted({(keys[j], owners.get(j)) for j in offices if keys[j].startswith(f"{keys[index]} ")}, key=str)
        same = [pair for pair in longer if owners.get(index) in (None, pair[1])]
        if len(same) == 1:
            keys[index] = same[0][0]
            if same[0][1] is not None:
                owners[index] = same[0][1]
