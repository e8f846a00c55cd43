"""Trains the scorer of ``events`` from annotated articles: which trigger tells an event of whom, who plays what role.

``python -m graphbuild.train.events DATA`` writes ``events/models/events.json.gz``. Nothing in it is random: the same
articles give the same weights.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from graphbuild.events.candidates import main_candidates, main_role, role_candidates, time_candidates
from graphbuild.events.forms import Anchor, Triggers, find_anchors
from graphbuild.events.modality import UNREAL, ModalityCues, modality_features, modality_tables
from graphbuild.events.questions import Part, label_question, main_anchor, main_pair, role_question, time_question
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.events.telling import OFFICE, title_office
from graphbuild.model.text import Span
from graphbuild.train.alignment import Record

LABELS = {"tenure": "status", "legal": "stage"}
C = 0.3
"""Inverse strength of the regularization; chosen out of fold on the training articles."""
RAREST = 2
"""A feature seen less often gets no weight."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article laid out, its annotation, and which chains are which annotated entities."""

    reading: Reading
    record: Record
    chains: dict[str, set[str]]


@dataclass(slots=True)
class Question:
    """Examples of one question: the parts of each, and its answer."""

    parts: list[list[Part]] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)

    def add(self, parts: list[Part], *, answer: bool) -> None:
        """Keep one example."""
        self.parts.append(parts)
        self.answers.append(answer)


Asked = dict[str, Question]


def fillers(case: Case, event: Record, role: str) -> set[str]:
    """The chains that fill a role of an annotated event."""
    value = event["roles"].get(role, [])
    return {c for key in (value if isinstance(value, list) else [value]) for c in case.chains.get(key, ())}


def evidence(case: Case, event: Record) -> Span | None:
    """Where the annotated evidence stands; None if it is in the title or damaged."""
    start = case.reading.document.text.find(event["evidence"])
    return None if start < 0 else Span(start, start + len(event["evidence"]))


def answers(case: Case, anchors: Sequence[Anchor]) -> Iterator[tuple[Anchor, Placed, list[Record] | None]]:
    """Every question of a trigger and a participant with the annotated events that it tells.

    None instead of a list: the event is annotated for another place of the article, so that nothing can be learned.
    """
    gold: dict[str, list[Record]] = {}
    for event in case.record["events"]:
        gold.setdefault(event["type"], []).append(event)
    home = {id(event): _home(case, event, anchors) for event in case.record["events"]}
    for anchor in anchors:
        role = main_role(anchor.type).role
        events = [event for event in gold.get(anchor.type.name, ()) if _fits_title(case, anchor, event)]
        for one in main_candidates(case.reading, anchor):
            about = [event for event in events if one.chain.id in fillers(case, event, role)]
            if about:
                yield anchor, one, [e for e in about if anchor.first in home[id(e)]] or None
            else:
                yield anchor, one, []


def _fits_title(case: Case, anchor: Anchor, event: Record) -> bool:
    if anchor.saying.form != "title":
        return True
    offices = fillers(case, event, OFFICE)
    return any(
        one.chain.id in offices
        for one in (case.reading.placed[i] for i in case.reading.in_sentence[anchor.sentence])
        if one.first == anchor.first
    )


def _strength(case: Case, event: Record, anchor: Anchor) -> int:
    """0: not in the evidence; 1: in the evidence; 2: on the annotated trigger."""
    where = evidence(case, event)
    span = case.reading.span(anchor.first, anchor.end)
    if where is None or not where.overlaps(span):
        return 0
    if anchor.saying.form == "title":
        return 1
    trigger = case.reading.document.text.find(event["trigger"], where.start, where.end)
    return 2 if trigger >= 0 and Span(trigger, trigger + len(event["trigger"])).overlaps(span) else 1


def _home(case: Case, event: Record, anchors: Sequence[Anchor]) -> set[int]:
    """Where the anchors stand that tell the event: the first on the annotated trigger, else all in the evidence."""
    own = [a for a in anchors if a.type.name == event["type"] and _fits_title(case, a, event)]
    strengths = [(_strength(case, event, anchor), anchor.first) for anchor in own]
    strongest = max((strength for strength, _ in strengths), default=0)
    places = {first for strength, first in strengths if strength and strength == strongest}
    return {min(places)} if strongest == 2 else places


def ask(cases: Iterable[Case], triggers: Triggers, cues: ModalityCues) -> Asked:
    """All questions of the articles with their answers."""
    asked: Asked = {}
    for case in cases:
        for anchor, one, told in answers(case, tuple(find_anchors(case.reading, triggers))):
            if told is None:
                continue
            parts = main_anchor(case.reading, anchor) + main_pair(case.reading, anchor, one)
            asked.setdefault("main", Question()).add(parts, answer=bool(told))
            if told:
                _ask_roles(asked, case, anchor, one, told)
                _ask_labels(asked, case, anchor, one, told[0])
                _ask_times(asked, case, anchor, one, told)
                _ask_modality(asked, case, anchor, told[0], cues)
    return asked


def _ask_roles(asked: Asked, case: Case, anchor: Anchor, one: Placed, told: list[Record]) -> None:
    office = title_office(case.reading, anchor)
    uses = [use for use in anchor.type.roles if use.kinds and use is not main_role(anchor.type)]
    for use in sorted(uses, key=lambda use: use.role != OFFICE):
        if use.role == OFFICE and office is not None:
            continue
        right = {chain for event in told for chain in fillers(case, event, use.role)}
        candidates = role_candidates(case.reading, anchor, one, use)
        for other in candidates:
            parts = role_question(case.reading, anchor, one, office, (use.role, other))
            asked.setdefault(f"role {use.role}", Question()).add(parts, answer=other.chain.id in right)
        if use.role == OFFICE:
            office = next((other for other in candidates if other.chain.id in right), None)


def _ask_labels(asked: Asked, case: Case, anchor: Anchor, one: Placed, event: Record) -> None:
    for label in anchor.type.labels:
        parts = label_question(case.reading, anchor, one, label)
        question = asked.setdefault(f"label {anchor.type.name} {label}", Question())
        question.add(parts, answer=event[LABELS[anchor.type.name]] == label)


def _ask_times(asked: Asked, case: Case, anchor: Anchor, one: Placed, told: list[Record]) -> None:
    for time in time_candidates(case.reading, anchor):
        parts = time_question(case.reading, anchor, one, time)
        asked.setdefault("time", Question()).add(parts, answer=any(dates(event, time) for event in told))


def _ask_modality(asked: Asked, case: Case, anchor: Anchor, event: Record, cues: ModalityCues) -> None:
    features = modality_features(case.reading, anchor, cues)
    for modality in UNREAL:
        question = asked.setdefault(f"modality {modality}", Question())
        question.add([(modality_tables(anchor, modality), features)], answer=event["modality"] == modality)


def dates(event: Record, placed: PlacedTime) -> bool:
    """Whether the annotated date of an event was read from this time expression."""
    words = event.get("date_text")
    if not words or not (words in placed.time.text or placed.time.text in words):
        return False
    time = placed.time
    told = {event.get(key) for key in ("date", "start", "end")} - {None}
    found = {date.iso for date in (time.date, time.start, time.end) if date is not None}
    return bool(told & found)


def fit(question: Question) -> dict[str, dict[str, float]]:
    """The weights of a question by table and feature."""
    counts: dict[tuple[str, str], int] = {}
    rows = []
    for parts in question.parts:
        keys = [(t, feature) for tables, features in parts for feature in dict.fromkeys(features) for t in tables]
        rows.append(keys)
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    kept = {key: index for index, key in enumerate(key for key, count in counts.items() if count >= RAREST)}
    columns: list[int] = []
    starts = [0]
    for keys in rows:
        columns.extend(kept[key] for key in keys if key in kept)
        starts.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), max(len(kept), 1)))
    weights: dict[str, dict[str, float]] = {}
    if len(set(question.answers)) < 2:
        return {question.parts[0][0][0][0]: {"bias": 5.0 if question.answers[0] else -5.0}}
    model = LogisticRegression(C=C, solver="liblinear", fit_intercept=False, tol=1e-2)
    model.fit(matrix, question.answers)
    for (table, feature), index in kept.items():
        weight = round(float(model.coef_[0, index]), 3)
        if abs(weight) >= 0.005:
            weights.setdefault(table, {})[feature] = weight
    return weights
