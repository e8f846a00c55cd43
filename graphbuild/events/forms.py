"""Where an article may tell an event: the trigger words of the event files in all their shapes, and titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.events.reading import Reading
from graphbuild.indonesian.verbs import Voice, shapes
from graphbuild.model.text import Kind
from graphbuild.ontology.types import EventType, Ontology, Saying


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words that may tell an event of a type: a trigger word or, for a title, the mention of an office.

    ``root`` is the trigger as the event file writes it. Positions count words of the reading.
    """

    type: EventType
    saying: Saying
    root: str
    voice: Voice
    first: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    type: EventType
    saying: Saying
    root: str
    voice: Voice


@dataclass(frozen=True, slots=True)
class Triggers:
    """The trigger words of all event types, ready to be looked for: by first word, longest pattern first."""

    patterns: dict[str, tuple[_Pattern, ...]]
    titles: tuple[tuple[EventType, Saying], ...]


def compile_triggers(ontology: Ontology) -> Triggers:
    """The triggers of every saying: ``verb`` in every voice, other forms as written, ``title`` apart."""
    by_word: dict[str, dict[tuple[tuple[str, ...], str], _Pattern]] = {}
    for event_type in ontology.types:
        for saying in event_type.says:
            for pattern in _patterns(event_type, saying):
                row = by_word.setdefault(pattern.words[0], {})
                row.setdefault((pattern.words, event_type.name), pattern)
    patterns = {
        word: tuple(sorted(row.values(), key=lambda pattern: (-len(pattern.words), pattern.type.name)))
        for word, row in by_word.items()
    }
    titles = tuple((t, saying) for t in ontology.types for saying in t.says if saying.form == "title")
    return Triggers(patterns, titles)


def find_anchors(reading: Reading, triggers: Triggers) -> Iterator[Anchor]:
    """Every place of the article that may tell an event, in the order of the text; per type, the longest match.

    The trigger of an apposition counts only right after a person's name: *Budi Santoso (Partai Maju)*.
    """
    free_from: dict[str, int] = {}
    after_name = {one.end for one in reading.placed if one.kind is Kind.PERSON}
    for first, word in enumerate(reading.lower):
        for pattern in triggers.patterns.get(word, ()):
            end = first + len(pattern.words)
            name = pattern.type.name
            if first < free_from.get(name, 0) or reading.lower[first:end] != pattern.words:
                continue
            if pattern.saying.form == "apposition" and first not in after_name:
                continue
            if reading.sentence_of[first] == reading.sentence_of[end - 1]:
                free_from[name] = end
                sentence = reading.sentence_of[first]
                yield Anchor(pattern.type, pattern.saying, pattern.root, pattern.voice, first, end, sentence)
    for event_type, saying in triggers.titles:
        for one in reading.placed:
            if one.kind is Kind.OFFICE and one.named:
                root = reading.lower[one.first]
                yield Anchor(event_type, saying, root, Voice.NOUN, one.first, one.end, one.sentence)


def _patterns(event_type: EventType, saying: Saying) -> Iterator[_Pattern]:
    for trigger in saying.trigger:
        words = tuple(trigger.lower().split())
        if saying.form == "verb":
            for shape, voice in shapes(words[0]):
                yield _Pattern((shape, *words[1:]), event_type, saying, trigger, voice)
        else:
            voice = Voice.NOUN if saying.form == "nominal" else Voice.BARE
            yield _Pattern(words, event_type, saying, trigger, voice)
            yield _Pattern((*words[:-1], words[-1] + "nya"), event_type, saying, trigger, voice)
