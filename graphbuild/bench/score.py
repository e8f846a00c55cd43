"""How well predicted articles agree with annotated ones: entities, events, slots, dates.

Both sides are records of the annotation format, joined by ``id``. Entities match one to one when they share a kind and
a surface form; events when they share type, main participant and, for office events, the office (or, where one side
names none, the organization). Slots are (event, role, filler) triples, dates included. A strict hit has all of gold's
entities, dates and modality. Matching is greedy, best pair first.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]

OFFICE_EVENTS = frozenset({"appointment", "resignation", "dismissal", "nomination", "election", "tenure"})
WORD_ROLES = frozenset(
    {"instrument", "reason", "position", "degree", "award", "subject", "charge", "sentence", "cause"}
)
LABEL_ROLES = frozenset({"status", "stage"})
ENTITY_ROLES = frozenset(
    {"person", "office", "organization", "by", "predecessor", "successor", "place", "institution", "parties"}
)
DATES = ("date", "start", "end")
TELLING = {"employment": "organization", "membership": "organization", "education": "institution", "legal": "stage"}
"""The role besides the person that tells two events of a type apart, where both sides fill it."""


@dataclass(slots=True)
class Tally:
    """Hits, misses and false alarms, with the measures made of them."""

    hit: int = 0
    miss: int = 0
    alarm: int = 0

    def add(self, *, hit: int = 0, miss: int = 0, alarm: int = 0) -> None:
        """Count."""
        self.hit, self.miss, self.alarm = self.hit + hit, self.miss + miss, self.alarm + alarm

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hit / (self.hit + self.alarm) if self.hit + self.alarm else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.hit / (self.hit + self.miss) if self.hit + self.miss else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Score:
    """All measures of one comparison; ``confusions`` counts what was told as what, most telling of all errors."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    dates: Counter[str] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article's record with its entities by id."""

    events: Sequence[Record]
    entities: Mapping[str, Record]

    def fillers(self, event: Record, role: str) -> list[str]:
        """What fills a role of an event: entity ids or words."""
        value = event.get("roles", {}).get(role, event.get(role))
        if value is None or value in ("", []):
            return []
        return [str(item) for item in value] if isinstance(value, list) else [str(value)]

    def forms(self, filler: str) -> set[str]:
        """The folded surface forms of an entity id, or of the words themselves."""
        return self.entity_forms(self.entities[filler]) if filler in self.entities else {fold(filler)}

    def entity_forms(self, entity: Record) -> set[str]:
        """The folded surface forms of an entity; those of an office also with what it belongs to."""
        own = _own_forms(entity)
        if entity["type"] != "OFFICE" or entity.get("of") not in self.entities:
            return own
        return own | {f"{form} {of}" for form in own for of in _own_forms(self.entities[entity["of"]])}


def fold(text: str) -> str:
    """Text without case, accents, punctuation and odd spacing.

    >>> fold("Dr. Budi  SANTOSO,")
    'dr budi santoso'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]|_", " ", plain).split())


def score(gold: Iterable[Record], predicted: Iterable[Record]) -> Score:
    """Compare predicted articles with annotated ones; an article that was not predicted counts as found empty."""
    found = {str(record["id"]): _annotated(record) for record in predicted}
    result = Score()
    for record in gold:
        left, right = _annotated(record), found.get(str(record["id"]), Annotated((), {}))
        _score_entities(left, right, result)
        _score_events(left, right, result)
    return result


def matched_events(gold: Annotated, found: Annotated) -> list[tuple[int, int]]:
    """Which event of gold is which event found, by index, one to one."""
    pairs = [
        (_likeness(gold, left, found, right), i, j)
        for i, left in enumerate(gold.events)
        for j, right in enumerate(found.events)
    ]
    return _one_to_one(pair for pair in pairs if pair[0])


def annotated(record: Record) -> Annotated:
    """A record of the annotation format, ready to be compared."""
    return _annotated(record)


def _annotated(record: Record) -> Annotated:
    return Annotated(record.get("events", ()), {str(item["id"]): item for item in record.get("entities", ())})


def _own_forms(entity: Record) -> set[str]:
    return {fold(form) for form in (entity.get("name", ""), *entity.get("mentions", ()))} - {""}


def _one_to_one(pairs: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    left, right, taken = set[int](), set[int](), []
    for _, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            taken.append((i, j))
    return taken


def _score_entities(gold: Annotated, found: Annotated, result: Score) -> None:
    left, right = list(gold.entities.values()), list(found.entities.values())
    right_forms = [found.entity_forms(entity) for entity in right]
    pairs = []
    for i, entity in enumerate(left):
        forms = gold.entity_forms(entity)
        shared = (
            (len(forms & other), i, j) for j, other in enumerate(right_forms) if right[j]["type"] == entity["type"]
        )
        pairs += [pair for pair in shared if pair[0]]
    hits = Counter(left[i]["type"] for i, _ in _one_to_one(pairs))
    wanted, offered = Counter(e["type"] for e in left), Counter(e["type"] for e in right)
    for kind in wanted | offered:
        for key in ("entity", f"entity:{kind}"):
            result.tallies[key].add(hit=hits[kind], miss=wanted[kind] - hits[kind], alarm=offered[kind] - hits[kind])


def _score_events(gold: Annotated, found: Annotated, result: Score) -> None:
    taken = matched_events(gold, found)
    for i, j in taken:
        _score_match(gold, gold.events[i], found, found.events[j], result)
    missed = [event for i, event in enumerate(gold.events) if i not in {i for i, _ in taken}]
    alarms = [event for j, event in enumerate(found.events) if j not in {j for _, j in taken}]
    for article, rest, side in ((gold, missed, "miss"), (found, alarms, "alarm")):
        for event in rest:
            for key, count in (("event", 1), ("slot", len(_slots(article, event))), ("strict", 1)):
                _count(result, key, event["type"], {side: count})
            result.confusions[(event["type"], "nothing") if side == "miss" else ("nothing", event["type"])] += 1


def _score_match(gold: Annotated, left: Record, found: Annotated, right: Record, result: Score) -> None:
    kind = left["type"]
    hit, miss, alarm = _slot_hits(gold, left, found, right, result)
    strict = int(_strictly_right(gold, left, found, right))
    same = int(left.get("modality", "actual") == right.get("modality", "actual"))
    _count(result, "event", kind, {"hit": 1})
    _count(result, "slot", kind, {"hit": hit, "miss": miss, "alarm": alarm})
    _count(result, "strict", kind, {"hit": strict, "miss": 1 - strict, "alarm": 1 - strict})
    result.tallies["modality"].add(hit=same, miss=1 - same, alarm=1 - same)
    for name in DATES:
        _score_date(left.get(name) or "", right.get(name) or "", result.dates)


def _score_date(wanted: str, offered: str, dates: Counter[str]) -> None:
    if wanted:
        dates["gold"] += 1
        dates["exact"] += wanted == offered
        dates["compatible"] += bool(offered) and (wanted.startswith(offered) or offered.startswith(wanted))
    if offered:
        dates["predicted"] += 1
        dates["invented"] += not wanted or (offered.startswith(wanted) and len(offered) > len(wanted))


def _count(result: Score, key: str, kind: str, counts: Mapping[str, int]) -> None:
    for name in (key, f"{key}:{kind}"):
        result.tallies[name].add(**counts)


def _likeness(gold: Annotated, left: Record, found: Annotated, right: Record) -> float:
    """0 where the two are not the same event; more the more they have in common."""
    kind = left["type"]
    if kind != right["type"]:
        return 0.0

    def share(role: str) -> bool:
        return _share(gold, left, found, right, role)

    def both(role: str) -> bool:
        return bool(gold.fillers(left, role) and found.fillers(right, role))

    if not share("parties" if kind == "agreement" else "person"):
        return 0.0
    office = "office" if both("office") else "organization"
    deciding = office if kind in OFFICE_EVENTS else TELLING.get(kind, "")
    if kind == "legal" and gold.fillers(left, "stage") and not share("stage"):
        return 0.0
    if deciding and both(deciding) and not share(deciding):
        return 0.0
    common = sum(share(role) for role in ENTITY_ROLES | WORD_ROLES | LABEL_ROLES)
    dated = sum(1 for name in DATES if left.get(name) and left.get(name) == right.get(name))
    return 1.0 + common + dated


def _share(gold: Annotated, left: Record, found: Annotated, right: Record, role: str) -> bool:
    return any(
        _same(gold, wanted, found, offered, role)
        for wanted in gold.fillers(left, role)
        for offered in found.fillers(right, role)
    )


def _same(gold: Annotated, wanted: str, found: Annotated, offered: str, role: str) -> bool:
    if role in LABEL_ROLES or role in DATES:
        return wanted == offered
    if role in WORD_ROLES:
        left, right = Counter(fold(wanted).split()), Counter(fold(offered).split())
        common = (left & right).total()
        return bool(common) and 2 * common / (left.total() + right.total()) >= 0.5
    return bool(gold.forms(wanted) & found.forms(offered))


def _slots(article: Annotated, event: Record) -> list[tuple[str, str]]:
    roles = sorted(ENTITY_ROLES | WORD_ROLES | LABEL_ROLES)
    found = [(role, filler) for role in roles for filler in article.fillers(event, role)]
    return found + [(name, str(event[name])) for name in DATES if event.get(name)]


def _slot_hits(gold: Annotated, left: Record, found: Annotated, right: Record, result: Score) -> tuple[int, int, int]:
    """Hits, misses and false alarms of one matched pair, role by role as well."""
    wanted, alarms, hits = _slots(gold, left), [], 0
    for role, offered in _slots(found, right):
        for index, (other, filler) in enumerate(wanted):
            if role == other and _same(gold, filler, found, offered, role):
                hits += 1
                result.tallies[f"role:{role}"].add(hit=1)
                del wanted[index]
                break
        else:
            alarms.append((role, offered))
    alarms = [slot for slot in alarms if not (slot[0] == "organization" and _implied(gold, left, found, slot[1]))]
    for role, _ in wanted:
        result.tallies[f"role:{role}"].add(miss=1)
    for role, _ in alarms:
        result.tallies[f"role:{role}"].add(alarm=1)
    return hits, len(wanted), len(alarms)


def _implied(gold: Annotated, left: Record, found: Annotated, offered: str) -> bool:
    """An organization that gold leaves unsaid but that is the office's own is no false alarm."""
    if gold.fillers(left, "organization"):
        return False
    owners = [str(gold.entities.get(office, {}).get("of")) for office in gold.fillers(left, "office")]
    return any(_own_forms(gold.entities[owner]) & found.forms(offered) for owner in owners if owner in gold.entities)


def _strictly_right(gold: Annotated, left: Record, found: Annotated, right: Record) -> bool:
    for role in ENTITY_ROLES | LABEL_ROLES:
        for wanted in gold.fillers(left, role):
            if not any(_same(gold, wanted, found, offered, role) for offered in found.fillers(right, role)):
                return False
    dates = all(left.get(name) == right.get(name) for name in DATES)
    return dates and left.get("modality", "actual") == right.get("modality", "actual")
