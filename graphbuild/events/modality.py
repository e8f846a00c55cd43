"""Whether a trigger tells an event as fact, as a plan, as rumor or demand, or denies it.

The cue words of ``ontology/lexicon/modality.yaml`` and where they stand are the features; the scorer weighs them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphbuild.events.forms import Anchor
from graphbuild.events.reading import Reading
from graphbuild.events.scorer import Scorer, likelihood
from graphbuild.model.text import Modality
from graphbuild.ontology.types import Lexicon

UNREAL = (Modality.PLANNED, Modality.ALLEGED, Modality.DENIED)
_BACK, _AHEAD = 25, 9
"""Words that a cue may stand before, and after, its trigger; farther ones were chance on the training articles."""
_LONGEST = 3
PLAIN = 3.0
"""Log odds that a plain cue adds; the weights of rare words are too small to carry it alone."""
_VERBAL = ("di", "me", "ber", "ter")


@dataclass(frozen=True, slots=True)
class ModalityCues:
    """The word lists: cue words (as word tuples) with their reach and modality, and the words between that matter."""

    cues: Mapping[tuple[str, ...], tuple[tuple[str, str], ...]]
    fillers: frozenset[str]
    barriers: frozenset[str]
    done: frozenset[str]


def load_modality_cues(lexicon: Lexicon) -> ModalityCues:
    """The cues of the lexicon file ``modality``."""
    cues: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
    for name, entries in lexicon.groups("modality"):
        reach, _, modality = name.partition(".")
        for entry in entries if modality else ():
            words = tuple(entry.split())
            cues[words] = (*cues.get(words, ()), (reach, modality))
    fillers, barriers, done = (frozenset(lexicon.words("modality", key)) for key in ("fillers", "barriers", "done"))
    return ModalityCues(cues, fillers, barriers, done)


def find_modality(reading: Reading, anchor: Anchor, cues: ModalityCues, scorer: Scorer) -> Modality:
    """The modality that the words around the trigger give the event; actual where none is likely enough."""
    features = modality_features(reading, anchor, cues)
    if not any(feature.startswith(("<", ">", "in=", "says=")) for feature in features):
        return Modality.ACTUAL
    prior = _prior(features)
    scored = [
        (likelihood(scorer.total([(modality_tables(anchor, modality), features)]) + prior.get(modality, 0.0)), modality)
        for modality in UNREAL
    ]
    best, modality = max(scored, key=lambda pair: pair[0])
    return modality if best >= scorer.threshold("modality") else Modality.ACTUAL


def _prior(features: Sequence[str]) -> dict[Modality, float]:
    """What grammar says before the weights: *batal dilantik*, *tidak akan mundur*, *membantah akan mundur*."""
    shape = next((feature.removeprefix("shape ") for feature in features if feature.startswith("shape ")), "-")
    clear = {feature for feature in features if feature.endswith(" 0")}
    refuted = any(feature.startswith(("<=wide denied next", "<=wide denied near")) for feature in clear)
    planned = "<=tight planned next 0" in clear
    if refuted or "<=tight denied next 0" in clear:
        return {Modality.DENIED: 2 * PLAIN if refuted else PLAIN, Modality.PLANNED: -2 * PLAIN}
    if planned and shape in _VERBAL:
        return {Modality.PLANNED: PLAIN / 2}
    return {}


def modality_tables(anchor: Anchor, modality: Modality) -> tuple[str, ...]:
    """The weight tables for: is this the modality of the event?"""
    return (f"modality {modality}", f"modality {modality} {anchor.type.name}")


def modality_features(reading: Reading, anchor: Anchor, cues: ModalityCues) -> list[str]:
    """The cues before and after the trigger, each with its reach, how far it is and what stands between."""
    found = ["bias", f"voice {anchor.voice}", f"form {anchor.saying.form}", f"root {anchor.root}"]
    if anchor.saying.modality:
        found.append(f"says={anchor.saying.modality}")
    inside = list(_inside(reading, anchor, cues))
    before = list(_before(reading, anchor, cues))
    after = list(_after(reading, anchor, cues))
    found += inside + before + after
    if reading.quoted[anchor.first]:
        found.append("quoted")
    shape = _shape(reading.lower[anchor.first])
    decided = _decide([*inside, *before, *after])
    found += [f"shape {shape}", f"decided={decided}", f"decided={decided} & {shape}"]
    found += [f"{feature} & {shape}" for feature in [*inside, *before, *after] if feature.startswith("<=")]
    return found


def _shape(word: str) -> str:
    """The prefix that tells a verb from a name of a person or a paper."""
    return next((prefix for prefix in ("di", "me", "ber", "ter", "pe") if word.startswith(prefix)), "-")


def _decide(features: list[str]) -> str:
    """What the nearest cue alone would say: one right before the trigger, else the nearest in its clause."""
    clear = [feature for feature in features if feature.startswith("<=") and feature.endswith(" 0")]
    denied = [feature for feature in clear if feature.startswith("<=tight denied")]
    wide = [feature for feature in clear if feature.startswith(("<=wide alleged", "<=wide denied"))]
    chosen = denied[:1] or wide[:1] or clear[:1]
    return " ".join(chosen[0].split()[:2]) if chosen else "nothing"


def _cue_at(
    reading: Reading, end: int, begin: int, cues: ModalityCues
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The longest cue whose last word is just before ``end``."""
    for length in range(_LONGEST, 0, -1):
        words = reading.lower[max(begin, end - length) : end]
        if len(words) == length and words in cues.cues:
            return words, cues.cues[words]
    return (), ()


def _inside(reading: Reading, anchor: Anchor, cues: ModalityCues) -> Iterator[str]:
    for end in range(anchor.first + 1, anchor.end):
        words, kinds = _cue_at(reading, end, anchor.first, cues)
        if words:
            yield f"in={' '.join(words)}"
            yield from (f"<in={reach} {modality}" for reach, modality in kinds)


def _before(reading: Reading, anchor: Anchor, cues: ModalityCues) -> Iterator[str]:
    begin = reading.bounds[anchor.sentence][0]
    gap, done, barriers = 0, False, 0
    words: tuple[str, ...] = ()
    for index in range(anchor.first - 1, max(begin, anchor.first - _BACK) - 1, -1):
        word = reading.lower[index]
        if word in cues.barriers:
            barriers += 1
            if barriers == 1:
                yield f"barrier {word}"
        done = done or (word in cues.done and gap <= 2)
        words, kinds = _cue_at(reading, index + 1, begin, cues)
        state = f"{'done' if done else ''}{min(barriers, 2)}"
        for reach, modality in kinds:
            near = "next" if gap == 0 else "near" if gap <= 2 else "far"
            if reach == "tight" and (near == "far" or barriers):
                continue
            yield f"<={reach} {modality} {near} {state}"
            if barriers == 0:
                yield f"<word={' '.join(words)} {near} {state}"
        if reading.cover[index] < 0 and word not in cues.fillers and not kinds:
            gap += 1


def _after(reading: Reading, anchor: Anchor, cues: ModalityCues) -> Iterator[str]:
    stop = reading.bounds[anchor.sentence][1]
    for index in range(anchor.end, min(stop, anchor.end + _AHEAD)):
        if reading.lower[index] in cues.barriers and reading.lower[index] not in {"yang", "(", ")"}:
            return
        words, kinds = _cue_at(reading, index + 1, anchor.end, cues)
        for reach, modality in kinds:
            near = "next" if index - anchor.end < 2 else "near"
            yield f">={reach} {modality} {near}"
            yield f">word={' '.join(words)}"
