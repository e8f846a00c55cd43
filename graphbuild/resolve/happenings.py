"""Claims to happenings: what several articles tell of one event becomes one, with all its evidence.

A happening is told apart by its type, its modality, its person (or parties), its post or body, and by when it was.
What is planned, alleged or denied never joins what is told as fact.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.indonesian.names import fold
from graphbuild.model.text import ClaimDates, Modality
from graphbuild.model.world import Evidence
from graphbuild.resolve.bounds import Interval, interval

TEXT_ROLE = {"award": "award", "education": "degree", "employment": "position", "membership": "position"}
"""The words that tell two happenings of one person apart, by type, where entities do not."""

BODY_ROLE = {"education": "institution", "employment": "organization", "membership": "organization"}

ONCE = frozenset({"birth", "death"})
"""What happens to a person once: dates that differ are one happening told in two ways, however far apart."""

SAME_TELLING_DAYS = 31
"""Days between two stated dates of one kind of event, person and post that are one happening told in two ways: papers
mix up the decision, the ceremony and the day it takes effect; a second appointment to a post comes later than that."""

NEWS_DAYS = 400
"""Days after a happening in which an undated telling of it is taken to mean it."""

_EVER = 10**6

_SERIES = frozenset({("legal", "trial")})
"""Steps that repeat from week to week: different days are different hearings."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim with its chains replaced by entities. ``told`` is the day of the article, if known."""

    type: str
    modality: Modality
    label: str
    roles: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    dates: ClaimDates
    evidence: tuple[Evidence, ...]
    confidence: float
    told: dt.date | None

    def fillers(self, role: str) -> tuple[str, ...]:
        """The entities in a role."""
        return tuple(entity for name, entity in self.roles if name == role)

    def words(self, role: str) -> str:
        """The words in a role, folded; empty where nothing is said."""
        return next((fold(text) for name, text in self.texts if name == role), "")

    @property
    def when(self) -> Interval | None:
        """The days the claim allows for the event, or for its beginning."""
        date = self.dates.date or self.dates.start or self.dates.end
        return None if date is None else interval(date)

    @property
    def order(self) -> tuple[str, str, int, str]:
        """A place in time that does not depend on the order of reading: the article's day, its id, the sentence."""
        first = self.evidence[0]
        return ("9999" if self.told is None else self.told.isoformat(), first.document, first.sentence.start, self.type)


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the world with everything that tells it. ``key`` is its alone and outlives new articles."""

    key: str
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling that came first; type, modality and label are those of all."""
        return self.tellings[0]


def happenings(tellings: Iterable[Telling]) -> list[Happening]:
    """The happenings behind the tellings; only tellings of one kind, person and post are compared."""
    blocks: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        who = telling.fillers("parties") if telling.type == "agreement" else telling.fillers("person")
        if telling.type == "agreement":
            blocks["agreement", telling.modality.value].append(telling)
        elif who:
            blocks[telling.type, telling.modality.value, telling.label, *who].append(telling)
    found: list[Happening] = []
    for block, items in sorted(blocks.items()):
        items.sort(key=lambda telling: telling.order)
        groups = _agreements(items) if block[0] == "agreement" else _by_subject(items)
        for subject, group in groups:
            found.extend(_by_time("|".join((*block, subject)), group))
    return found


def _by_subject(items: list[Telling]) -> list[tuple[str, list[Telling]]]:
    """Tellings by post; those that name none go with the one post of their body, or with the only one there is."""
    first = items[0]
    if first.type in ONCE:
        return [("", items)]
    if first.type in TEXT_ROLE or first.type == "legal":
        return _by_words(items)
    groups: dict[str, list[Telling]] = defaultdict(list)
    vague: list[Telling] = []
    for telling in items:
        post = telling.fillers("office")
        if post:
            groups[post[0]].append(telling)
        else:
            vague.append(telling)
    for telling in vague:
        groups[_post_meant(telling, groups)].append(telling)
    return sorted(groups.items())


def _post_meant(telling: Telling, groups: dict[str, list[Telling]]) -> str:
    body = telling.fillers("organization")
    posts = sorted(key for key in groups if key.startswith("office/"))
    if body:
        fitting = [key for key in posts if any(body[0] in other.fillers("organization") for other in groups[key])]
        return fitting[0] if len(fitting) == 1 else body[0]
    return posts[0] if len(posts) == 1 else ""


def _by_words(items: list[Telling]) -> list[tuple[str, list[Telling]]]:
    """Tellings by body and by the words for prize, degree, position or charge; no words go with the first."""
    role, body_role = TEXT_ROLE.get(items[0].type, "charge"), BODY_ROLE.get(items[0].type, "")
    bodies: dict[str, list[Telling]] = defaultdict(list)
    for telling in items:
        bodies[next(iter(telling.fillers(body_role)), "")].append(telling)
    found: list[tuple[str, list[Telling]]] = []
    for body, members in sorted(bodies.items()):
        groups: list[tuple[str, list[Telling]]] = []
        for telling in sorted(members, key=lambda item: (not item.words(role), item.order)):
            words = telling.words(role)
            for known, group in groups:
                if not words or not known or alike(words, known):
                    group.append(telling)
                    break
            else:
                groups.append((words, [telling]))
        found.extend((f"{body}|{words}", sorted(group, key=lambda item: item.order)) for words, group in groups)
    return found


def alike(left: str, right: str) -> bool:
    """Whether two texts share half of the words of the shorter one.

    >>> alike("suap proyek jembatan", "dugaan suap pembangunan jembatan")
    True
    """
    one, other = set(left.split()), set(right.split())
    return 2 * len(one & other) >= min(len(one), len(other))


def _agreements(items: list[Telling]) -> list[tuple[str, list[Telling]]]:
    """Agreements that share two parties, or one and the subject, in articles of one month."""
    groups: list[list[Telling]] = []
    recent: dict[str, list[int]] = defaultdict(list)
    for telling in items:
        parties = set(telling.fillers("parties"))
        home = next(
            (
                index
                for index in sorted({i for party in sorted(parties) for i in recent[party][-5:]})
                if _same_agreement(telling, groups[index][-1])
            ),
            None,
        )
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(telling)
        for party in sorted(parties):
            if home not in recent[party][-5:]:
                recent[party].append(home)
    return [(_parties(group), group) for group in groups]


def _parties(group: Sequence[Telling]) -> str:
    return " ".join(sorted(group[0].fillers("parties")))


def _same_agreement(left: Telling, right: Telling) -> bool:
    common = len(set(left.fillers("parties")) & set(right.fillers("parties")))
    one, other = left.words("subject"), right.words("subject")
    near = left.told is None or right.told is None or abs((left.told - right.told).days) <= SAME_TELLING_DAYS
    on_time = left.when is None or right.when is None or left.when.days_to(right.when) <= SAME_TELLING_DAYS
    alone = not one or not other
    return near and on_time and (common > 1 or (common == 1 and not alone)) and (alone or alike(one, other))


def _by_time(key: str, items: list[Telling]) -> list[Happening]:
    """Happenings of one kind, person and post: finest dates first, coarser and undated ones to what they can mean."""
    first = items[0]
    gap = _EVER if first.type in ONCE else 0 if (first.type, first.label) in _SERIES else SAME_TELLING_DAYS
    clusters: list[list[Telling]] = []
    dated = [item for item in items if item.when is not None]
    for telling in sorted(dated, key=lambda item: (item.when.fineness if item.when else 0, item.when, item.order)):
        home = _nearest(telling, clusters, gap)
        if home is None:
            clusters.append([telling])
        else:
            home.append(telling)
    for telling in (item for item in items if item.when is None):
        home = _meant(telling, clusters)
        if home is None:
            clusters.append([telling])
        else:
            home.append(telling)
    ordered = sorted((sorted(group, key=lambda item: item.order) for group in clusters), key=_begin)
    return [Happening(f"{key}|{mark}", tuple(group)) for mark, group in zip(_marks(ordered), ordered, strict=True)]


def _nearest(telling: Telling, clusters: list[list[Telling]], gap: int) -> list[Telling] | None:
    """The cluster whose finest date is the same as a telling's, or at most ``gap`` days away."""
    when = telling.when
    assert when is not None
    near = []
    for index, group in enumerate(clusters):
        other = group[0].when
        if other is not None and when.days_to(other) <= (gap if when.fineness < 2 or gap == _EVER else 0):
            near.append((when.days_to(other), index))
    return clusters[min(near)[1]] if near else None


def _meant(telling: Telling, clusters: list[list[Telling]]) -> list[Telling] | None:
    """The cluster that an undated telling means: the latest that was news when the article came out."""
    if not clusters or telling.type in ONCE:
        return clusters[0] if clusters else None
    if telling.told is None:
        return clusters[0] if len(clusters) == 1 else None
    fitting: list[tuple[int, int]] = []
    for index, group in enumerate(clusters):
        days = [_age(telling.told, other) for other in group[:1]]
        fitting.extend((days_ago, index) for days_ago in days if -SAME_TELLING_DAYS <= days_ago <= NEWS_DAYS)
    return clusters[min(fitting)[1]] if fitting else None


def _age(told: dt.date, other: Telling) -> int:
    """How many days a telling comes after another's event, or after its article."""
    if other.when is not None:
        return (told - other.when.first).days
    return abs((told - other.told).days) if other.told is not None else _EVER


def _begin(group: list[Telling]) -> tuple[dt.date, tuple[str, str, int, str]]:
    dates = [item.when.first for item in group if item.when is not None]
    return (min(dates, default=group[0].told or dt.date.max), group[0].order)


def _marks(groups: list[list[Telling]]) -> list[str]:
    """What tells happenings of one key apart: nothing for the first, the year, else the day or the article."""
    years = Counter(_begin(group)[0].year for group in groups)
    marks = []
    for index, group in enumerate(groups):
        day = _begin(group)[0]
        alone = years[day.year] == 1
        marks.append("" if index == 0 else str(day.year) if alone else f"{day} {group[0].order[1]} {group[0].order[2]}")
    return marks
