"""Trains the scorer of ``events`` from annotated articles: which trigger tells an event of whom, who plays what role.

``python -m graphbuild.train.events DATA`` writes ``events/models/events.json.gz``. Nothing in it is random: the same
articles give the same weights.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from graphbuild.events.candidates import (
    label_features,
    main_candidates,
    main_features,
    main_role,
    role_candidates,
    role_features,
    time_candidates,
    time_features,
)
from graphbuild.events.forms import Anchor, Triggers, find_anchors
from graphbuild.events.reading import Placed, Reading
from graphbuild.events.telling import OFFICE, label_tables, main_tables, role_tables, time_tables
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
    """Examples of one question: per example its tables, features and answer (and where it came from)."""

    tables: list[tuple[str, ...]] = field(default_factory=list)
    features: list[list[str]] = field(default_factory=list)
    answers: list[bool] = field(default_factory=list)

    def add(self, tables: tuple[str, ...], features: list[str], *, answer: bool) -> None:
        """Keep one example."""
        self.tables.append(tables)
        self.features.append(features)
        self.answers.append(answer)


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
    strength = {id(event): _best_strength(case, event, anchors) for event in case.record["events"]}
    for anchor in anchors:
        role = main_role(anchor.type).role
        events = [event for event in gold.get(anchor.type.name, ()) if _fits_title(case, anchor, event)]
        for one in main_candidates(case.reading, anchor):
            about = [event for event in events if one.chain.id in fillers(case, event, role)]
            if not about:
                yield anchor, one, []
                continue
            told = [e for e in about if strength[id(e)] and _strength(case, e, anchor) == strength[id(e)]]
            yield anchor, one, told or None


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


def _best_strength(case: Case, event: Record, anchors: Sequence[Anchor]) -> int:
    own = [a for a in anchors if a.type.name == event["type"] and _fits_title(case, a, event)]
    return max((_strength(case, event, anchor) for anchor in own), default=0)


def ask(cases: Iterable[Case], triggers: Triggers) -> dict[str, Question]:
    """All questions of the articles with their answers."""
    asked: dict[str, Question] = {}
    for case in cases:
        for anchor, one, told in answers(case, tuple(find_anchors(case.reading, triggers))):
            if told is None:
                continue
            features = main_features(case.reading, anchor, one)
            asked.setdefault("main", Question()).add(main_tables(anchor.type), features, answer=bool(told))
            if told:
                _ask_roles(asked, case, anchor, one, told)
                _ask_label(asked, case, anchor, one, told[0])
                _ask_times(asked, case, anchor, one, told)
    return asked


def _ask_roles(asked: dict[str, Question], case: Case, anchor: Anchor, one: Placed, told: list[Record]) -> None:
    office = None
    if anchor.saying.form == "title":
        office = next(p for p in case.reading.placed if p.first == anchor.first)
    uses = [use for use in anchor.type.roles if use.kinds and use is not main_role(anchor.type)]
    for use in sorted(uses, key=lambda use: use.role != OFFICE):
        if use.role == OFFICE and office is not None:
            continue
        right = {chain for event in told for chain in fillers(case, event, use.role)}
        for other in role_candidates(case.reading, anchor, one, use):
            features = role_features(case.reading, anchor, one, office, other)
            question = asked.setdefault(f"role {use.role}", Question())
            question.add(role_tables(anchor.type, use.role), features, answer=other.chain.id in right)
        if use.role == OFFICE:
            nearest = [p for p in role_candidates(case.reading, anchor, one, use) if p.chain.id in right]
            office = nearest[0] if nearest else None


def _ask_label(asked: dict[str, Question], case: Case, anchor: Anchor, one: Placed, event: Record) -> None:
    if not anchor.type.labels:
        return
    features = label_features(case.reading, anchor, one)
    for label in anchor.type.labels:
        question = asked.setdefault(f"label {anchor.type.name} {label}", Question())
        question.add(label_tables(anchor.type, label), features, answer=event[LABELS[anchor.type.name]] == label)


def _ask_times(asked: dict[str, Question], case: Case, anchor: Anchor, one: Placed, told: list[Record]) -> None:
    texts = [event["date_text"] for event in told if event.get("date_text")]
    for time in time_candidates(case.reading, anchor):
        features = time_features(case.reading, anchor, one, time)
        right = any(time.time.text in text or text in time.time.text for text in texts)
        asked.setdefault("time", Question()).add(time_tables(anchor.type), features, answer=right)


def fit(question: Question) -> dict[str, dict[str, float]]:
    """The weights of a question by table and feature."""
    counts: dict[tuple[str, str], int] = {}
    rows = []
    for tables, features in zip(question.tables, question.features, strict=True):
        keys = [(table, feature) for feature in dict.fromkeys(features) for table in tables]
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
        return {question.tables[0][0]: {"bias": 5.0 if question.answers[0] else -5.0}}
    model = LogisticRegression(C=C, solver="liblinear", fit_intercept=False, tol=1e-3)
    model.fit(matrix, question.answers)
    for (table, feature), index in kept.items():
        weight = round(float(model.coef_[0, index]), 3)
        if abs(weight) >= 0.005:
            weights.setdefault(table, {})[feature] = weight
    return weights
