"""Trains the scorer of ``events`` from annotated articles: which trigger tells an event of whom, who plays what role.

``train/event_model.py`` runs it and keeps the weights. Nothing in it is random: the same
articles give the same weights.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix, vstack  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from graphbuild.events.candidates import main_candidates, main_role, role_candidates, time_candidates
from graphbuild.events.dating import said_dates
from graphbuild.events.forms import Anchor, Triggers, find_anchors
from graphbuild.events.modality import UNREAL, ModalityCues, modality_features, modality_tables
from graphbuild.events.questions import Part, label_question, main_anchor, main_pair, role_question, time_question
from graphbuild.events.reading import Placed, PlacedTime, Reading
from graphbuild.events.telling import OFFICE, title_office
from graphbuild.model.text import Span
from graphbuild.ontology.types import EventType
from graphbuild.train.alignment import Record

LABELS = {"tenure": "status", "legal": "stage"}
C = 0.3
"""Inverse strength of the regularization; chosen out of fold on the training articles."""
C_MODALITY = 1.0
"""The same for modality, whose features are few."""
SMALLEST = 0.02
"""Weights nearer to zero are left out of the file."""
AGAIN = "main again"
"""The question of places that may tell an event which is annotated at another place of its article."""
LIKELY_AGAIN = -1.0
"""The least sum of weights at which such a place counts as telling it; a probability of about a quarter."""
RAREST = 2
"""A feature seen less often gets no weight."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article laid out, its annotation, and which chains are which annotated entities."""

    reading: Reading
    record: Record
    chains: dict[str, set[str]]


@dataclass(slots=True)
class Names:
    """Numbers for the names of tables and features, given out as they come."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """The number of a name."""
        return self.numbers.setdefault(name, len(self.numbers))


@dataclass(slots=True)
class Question:
    """Examples of one question, as the numbers of (table, feature) pairs: ``table << 32 | feature``."""

    columns: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    answers: list[bool] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, names: Names, parts: Sequence[Part], *, answer: bool) -> None:
        """Keep one example."""
        number = names.number
        for tables, features in parts:
            numbers = {number(feature) for feature in features}
            for table in tables:
                high = number(table) << 32
                self.columns.extend([high | low for low in numbers])
        self.ends.append(len(self.columns))
        self.answers.append(answer)
        self.kinds.append(parts[0][0][-1])


@dataclass(slots=True)
class Asked:
    """All questions with their examples, and the names that the numbers stand for."""

    names: Names = field(default_factory=Names)
    questions: dict[str, Question] = field(default_factory=dict)

    def add(self, question: str, parts: Sequence[Part], *, answer: bool) -> None:
        """Keep one example of a question."""
        self.questions.setdefault(question, Question()).add(self.names, parts, answer=answer)


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


def ask(cases: Iterable[Case], triggers: Triggers, cues: ModalityCues, asked: Asked | None = None) -> Asked:
    """All questions of the articles with their answers, added to those asked before."""
    asked = Asked() if asked is None else asked
    for case in cases:
        for anchor, one, told in answers(case, tuple(find_anchors(case.reading, triggers))):
            parts = main_anchor(case.reading, anchor) + main_pair(case.reading, anchor, one)
            asked.add("main" if told is not None else AGAIN, parts, answer=told != [])
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
            asked.add(f"role {use.role}", parts, answer=other.chain.id in right)
        if use.role == OFFICE:
            office = next((other for other in candidates if other.chain.id in right), None)


def _ask_labels(asked: Asked, case: Case, anchor: Anchor, one: Placed, event: Record) -> None:
    for label in anchor.type.labels:
        parts = label_question(case.reading, anchor, one, label)
        asked.add(f"label {anchor.type.name} {label}", parts, answer=event[LABELS[anchor.type.name]] == label)


def _ask_times(asked: Asked, case: Case, anchor: Anchor, one: Placed, told: list[Record]) -> None:
    for time in time_candidates(case.reading, anchor):
        parts = time_question(case.reading, anchor, one, time)
        asked.add("time", parts, answer=any(dates(anchor.type, event, time) for event in told))


def _ask_modality(asked: Asked, case: Case, anchor: Anchor, event: Record, cues: ModalityCues) -> None:
    features = modality_features(case.reading, anchor, cues)
    for modality in UNREAL:
        parts: list[Part] = [(modality_tables(anchor, modality), features)]
        asked.add(f"modality {modality}", parts, answer=event["modality"] == modality)


def dates(event_type: EventType, event: Record, placed: PlacedTime) -> bool:
    """Whether the annotated date of an event was read from this time expression."""
    words = event.get("date_text")
    if not words or not (words in placed.time.text or placed.time.text in words):
        return False
    said = zip(("date", "start", "end"), said_dates(event_type, placed.time), strict=True)
    return any(found is not None and event.get(key) == found.iso for key, found in said)


def fit(asked: Asked) -> dict[str, dict[str, float]]:
    """The weights of all questions by table and feature."""
    names = list(asked.names.numbers)
    weights: dict[str, dict[str, float]] = {}
    for name, question in sorted(asked.questions.items()):
        if name == AGAIN:
            continue
        columns, matrix = to_matrix(question)
        found = fit_one(matrix, np.array(question.answers), name)
        if name == "main" and AGAIN in asked.questions:
            likely = again(asked.questions[AGAIN], columns, found)
            matrix, answers = vstack([matrix, likely]), [*question.answers, *[True] * likely.shape[0]]
            found = fit_one(matrix, np.array(answers), name)
        for column, weight in zip(columns, found, strict=True):
            if abs(weight) >= SMALLEST:
                table = weights.setdefault(names[int(column) >> 32], {})
                table[names[int(column) & 0xFFFFFFFF]] = round(float(weight), 3)
    return weights


def again(question: Question, columns: np.ndarray, weights: np.ndarray) -> csr_matrix:
    """The places that tell an annotated event once more, as far as a first fit finds it likely that they do."""
    numbers = np.array(question.columns)
    places = np.minimum(np.searchsorted(columns, numbers), len(columns) - 1)
    known = columns[places] == numbers
    starts = np.concatenate([[0], np.cumsum(known)])[np.concatenate([[0], np.array(question.ends)])]
    shape = (len(question.answers), len(columns))
    matrix = csr_matrix((np.ones(int(known.sum()), dtype=np.float32), places[known], starts), shape=shape)
    return matrix[np.flatnonzero(matrix @ weights >= LIKELY_AGAIN)]


def to_matrix(question: Question) -> tuple[np.ndarray, csr_matrix]:
    """The (table, feature) numbers that occur often enough, and one row per example that says which it has."""
    found, columns, counts = np.unique(np.array(question.columns), return_inverse=True, return_counts=True)
    starts = np.concatenate([[0], np.array(question.ends)])
    shape = (len(question.answers), len(found))
    matrix = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=shape)
    often = np.flatnonzero(counts >= RAREST)
    return found[often], matrix[:, often]


def fit_one(matrix: csr_matrix, answers: np.ndarray, name: str) -> np.ndarray:
    """The weights of one question; all zero where every example has the same answer."""
    if len(np.unique(answers)) < 2:
        return np.zeros(matrix.shape[1])
    strength = C_MODALITY if name.startswith("modality") else C
    model = LogisticRegression(C=strength, solver="liblinear", fit_intercept=False, tol=1e-2)
    return np.asarray(model.fit(matrix, answers).coef_[0])
