"""Titles in their surroundings: what stands right before or behind a tagged title and belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graphbuild.entities.spans import mention_at
from graphbuild.entities.vocabulary import Vocabulary
from graphbuild.indonesian.names import fold
from graphbuild.model.text import Document, Kind, Mention

_ACTING = re.compile(
    r"(?<![\w-])((?:Plt|Plh|Pjs|Pgs|Pj|PLT|PLH|PJ|[Pp]elaksana [Tt]ugas|[Pp]elaksana [Hh]arian|[Pp]enjabat)\.?"
    r"(?:\s*\((?:Plt|Plh|Pj|Pjs)\.?\))?)\s*$"
)
_SERVING = re.compile(
    r"(?:(?:wakil )?asisten|as|staf|ajudan|sekretaris pribadi|sespri|aspri|tenaga ahli|penasihat|juru bicara|jubir"
    r"|(?:pa )?sahli|stafsus)\b",
    re.IGNORECASE,
)
"""First words of titles that serve another title: a title in a title is whole (guideline 2)."""

_HEAD = re.compile(r"(?:^|[\s(\"“])((?:Plt\.? )?(?:Wakil )?(?:Kepala|Sekretaris|Ka\.))\s+$")
_AREA = re.compile(r"\s(?:Kabupaten|Kab\.?|Kota|Provinsi|Prov\.?|KABUPATEN|KOTA|PROVINSI)\s")
_HAS_SUBJECT = re.compile(
    r"(?:direktur jenderal|dirjen|direktur|(?:asisten )?deputi bidang"
    r"|(?:kepala|sekretaris) (?:badan|biro|bidang|bagian|pusat|direktorat))(?: \w+)+",
    re.IGNORECASE,
)
_SECOND_SUBJECT = re.compile(r" dan((?: [^\W\d_]+){1,3}) ")
"""*Direktur Jenderal Informasi | dan Komunikasi Publik | Kementerian X*: one subject of two, up to the body."""
_UNIT = frozenset({"dinas", "biro", "bagian", "bidang", "seksi", "subbagian", "divisi", "departemen", "sub", "subdit"})


def complete_titles(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """The mentions with titles made whole: acting prefixes, units, ministers' subjects, titles in titles."""
    found: list[Mention] = []
    for mention in mentions:
        mention = _with_acting(document, mention, found)  # noqa: PLW2901
        unit = _unit_title(document, mention, found)
        if unit:
            found += unit
            continue
        found[-1:] = [_with_second_subject(document, last, mention, vocabulary) for last in found[-1:]]
        last = found[-1] if found else None
        if last is None or last.kind is not Kind.OFFICE or not _is_beside(document, last, mention):
            found.append(mention)
            continue
        found += _joined(document, found.pop(), mention, vocabulary)
    return found


def _is_beside(document: Document, left: Mention, right: Mention) -> bool:
    return document.text[left.span.end : right.span.start] in (" ", ". ")


def _whole(document: Document, first: Mention, last: Mention) -> list[Mention]:
    """One title from the start of one mention to the end of another."""
    title = mention_at(document, first.span.start, last.span.end, Kind.OFFICE)
    return [first, last] if title is None else [title]


def _joined(document: Document, title: Mention, behind: Mention, vocabulary: Vocabulary) -> list[Mention]:
    """A title and the mention right behind it: as one, as they are, or with the edge between them moved."""
    whole = document.text[title.span.start : behind.span.end]
    serves = behind.kind is Kind.OFFICE and _SERVING.match(title.text) is not None
    if fold(whole) in vocabulary.ministers or (serves and ". " not in whole):
        return _whole(document, title, behind)
    if fold(title.text) in vocabulary.acting and behind.kind is Kind.OFFICE:
        return _whole(document, title, behind)
    if behind.kind is Kind.ORGANIZATION and fold(title.text) in ("dirjen", "direktur jenderal"):
        object_, _, body = behind.text.rpartition(" ")
        if object_ and fold(body) in vocabulary.organizations:
            middle = behind.span.start + len(object_)
            cut = mention_at(document, middle, behind.span.end, Kind.ORGANIZATION)
            made = mention_at(document, title.span.start, middle, Kind.OFFICE)
            if cut is not None and made is not None:
                return [made, cut]
    return [title, behind]


def _with_second_subject(document: Document, title: Mention, behind: Mention, vocabulary: Vocabulary) -> Mention:
    """A unit's title with the rest of its subject, where only that parts it from the body it belongs to."""
    between = _SECOND_SUBJECT.fullmatch(document.text[title.span.end : behind.span.start])
    kinds = (title.kind, behind.kind)
    if between is None or kinds != (Kind.OFFICE, Kind.ORGANIZATION) or _HAS_SUBJECT.fullmatch(title.text) is None:
        return title
    if any(word in vocabulary.before_title or word in vocabulary.heads for word in fold(between[1]).split()):
        return title
    return mention_at(document, title.span.start, behind.span.start, Kind.OFFICE) or title


def _with_acting(document: Document, mention: Mention, before: Sequence[Mention]) -> Mention:
    """*Plt. | Rektor*: the acting prefix belongs to the title."""
    if mention.kind is not Kind.OFFICE:
        return mention
    start = mention.span.start
    match = _ACTING.search(document.text, max(0, start - 40), start)
    if match is None or any(other.span.end > match.start(1) for other in before[-1:]):
        return mention
    return mention_at(document, match.start(1), mention.span.end, Kind.OFFICE) or mention


def _unit_title(document: Document, mention: Mention, found: list[Mention]) -> list[Mention]:
    """*Kepala | Dinas Sosial Kota Tegal*: a unit stays in its head's title, up to the place (guideline 1)."""
    if mention.kind is not Kind.ORGANIZATION or fold(mention.text.split()[0]) not in _UNIT:
        return []
    start = mention.span.start
    match = _HEAD.search(document.text, max(0, start - 24), start)
    if match is None:
        return []
    opening = match.start(1)
    while found and found[-1].span.end > opening:
        if found[-1].kind is not Kind.OFFICE:
            return []
        opening = min(opening, found.pop().span.start)
    area = _AREA.search(document.text, start, mention.span.end)
    end = mention.span.end if area is None else area.start()
    title = mention_at(document, opening, end, Kind.OFFICE)
    place = mention_at(document, end, mention.span.end, Kind.PLACE) if area is not None else None
    return [part for part in (title, place) if part is not None]


def without_ranks(document: Document, mentions: Sequence[Mention], vocabulary: Vocabulary) -> list[Mention]:
    """The mentions without ranks tagged as titles, and without the force in a rank (*Letjen | TNI*)."""
    found = []
    for mention in mentions:
        folded = fold(mention.text)
        if mention.kind is Kind.OFFICE and folded in vocabulary.ranks:
            continue
        before = document.text[max(0, mention.span.start - 24) : mention.span.start].split()
        in_rank = mention.kind is Kind.ORGANIZATION and folded in ("tni", "pol", "polri") and before
        if in_rank and fold(before[-1]) in vocabulary.ranks:
            continue
        found.append(replace(mention))
    return found
