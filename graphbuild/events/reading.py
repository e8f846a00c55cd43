"""One article laid out for reading events: its words in a row, with the mentions and times placed among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from graphbuild.events.groups import stand_ins
from graphbuild.model.text import Chain, Document, Form, Kind, Mention, Sentence, Span, TimeExpression, Token

_JOINS = frozenset({",", "dan", "serta", ";", "&"})
_BESIDE = frozenset({".", "mantan", "eks", "selaku", "kemudian", "hakim", "inisial", "alias", "terdakwa", "tersangka"})
_LONGEST_GAP = 24
"""Words between two names of one list; a title with its organization has about ten."""
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "▪"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention among the words: ``first`` to ``end`` (exclusive) count words of the article."""

    chain: Chain
    mention: Mention
    first: int
    end: int
    sentence: int

    @property
    def kind(self) -> Kind:
        """What the mention stands for."""
        return self.mention.kind

    @property
    def named(self) -> bool:
        """Whether it is a name, not a pronoun or a description."""
        return self.mention.form is Form.NAME


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """A time expression among the words."""

    time: TimeExpression
    first: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as events are read from it. Positions count words; ``bounds`` are the words of each sentence.

    ``cover`` gives for every word the index in ``placed`` of the mention it belongs to, or -1; ``shape`` is the word
    with mentions, numbers and times reduced to what they are (``PER``, ``OFFICE``, ``#``); ``rows`` marks the
    sentences that are rows of a list (``1. ...``, ``- ...``); ``listed`` gives for every mention the index of the first
    of the list of names it stands in (*Ani, Budi, dan Cici*), its own where it stands alone.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    words: tuple[Token, ...]
    lower: tuple[str, ...]
    shape: tuple[str, ...]
    bounds: tuple[tuple[int, int], ...]
    sentence_of: tuple[int, ...]
    placed: tuple[Placed, ...]
    in_sentence: tuple[tuple[int, ...], ...]
    cover: tuple[int, ...]
    times: tuple[PlacedTime, ...]
    quoted: tuple[bool, ...]
    groups: tuple[tuple[int, ...], ...]
    rows: tuple[bool, ...]
    listed: tuple[int, ...]
    memo: dict[tuple[int, int, int, int, str], tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)
    """What was once worked out about two stretches of the article; asked again for every role and type."""

    def span(self, first: int, end: int) -> Span:
        """The characters from word ``first`` up to word ``end`` (exclusive)."""
        return Span(self.words[first].span.start, self.words[end - 1].span.end)

    def quote(self, first: int, end: int) -> str:
        """The article's own words from ``first`` up to ``end`` (exclusive)."""
        return self.document.quote(self.span(first, end))

    def near(self, sentence: int, back: int, ahead: int) -> list[Placed]:
        """The mentions from ``back`` sentences before to ``ahead`` sentences after, in the order of the text.

        A list that begins right after the sentence is near in full.
        """
        last = sentence + ahead
        while (
            sentence + 1 < len(self.rows)
            and self.rows[sentence + 1]
            and last + 1 < len(self.rows)
            and self.rows[last + 1]
        ):
            last += 1
        around = range(max(0, sentence - back), min(len(self.bounds), last + 1))
        return [self.placed[i] for s in around for i in self.in_sentence[s]]


def lay_out(
    document: Document,
    sentences: Sequence[Sentence],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
) -> Reading:
    """The reading of one article. Mentions and times that touch no word are left out; the longer of two wins."""
    words = tuple(token for sentence in sentences for token in sentence.tokens)
    bounds: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    for number, sentence in enumerate(sentences):
        bounds.append((len(sentence_of), len(sentence_of) + len(sentence.tokens)))
        sentence_of.extend([number] * len(sentence.tokens))
    placed = _place(words, sentence_of, chains)
    cover = [-1] * len(words)
    in_sentence: list[list[int]] = [[] for _ in sentences]
    for index, one in enumerate(placed):
        cover[one.first : one.end] = [index] * (one.end - one.first)
        in_sentence[one.sentence].append(index)
    lower = tuple(word.text.lower() for word in words)
    set_times = _place_times(words, sentence_of, times)
    return Reading(
        document=document,
        sentences=tuple(sentences),
        words=words,
        lower=lower,
        shape=_shapes(words, lower, placed, cover, set_times),
        bounds=tuple(bounds),
        sentence_of=tuple(sentence_of),
        placed=placed,
        in_sentence=tuple(tuple(row) for row in in_sentence),
        cover=tuple(cover),
        times=set_times,
        quoted=_quoted(words, sentence_of),
        groups=stand_ins(lower, bounds, [_persons(placed, row) for row in in_sentence]),
        rows=tuple(_is_row(lower[first:end]) for first, end in bounds),
        listed=_listed(words, lower, placed, cover),
    )


def _persons(placed: Sequence[Placed], row: Sequence[int]) -> list[tuple[int, str]]:
    return [(index, placed[index].chain.id) for index in row if placed[index].kind is Kind.PERSON]


def _range(starts: list[int], ends: list[int], span: Span) -> tuple[int, int]:
    """The words that a span touches."""
    return bisect_right(ends, span.start), bisect_left(starts, span.end)


def _place(words: Sequence[Token], sentence_of: Sequence[int], chains: Sequence[Chain]) -> tuple[Placed, ...]:
    starts, ends = [word.span.start for word in words], [word.span.end for word in words]
    mentions = [(mention, chain) for chain in chains for mention in chain.mentions]
    mentions.sort(key=lambda pair: (-len(pair[0].span), pair[0].span, pair[1].id))
    taken = [False] * len(words)
    placed = []
    for mention, chain in mentions:
        first, end = _range(starts, ends, mention.span)
        if first < end and not any(taken[first:end]):
            taken[first:end] = [True] * (end - first)
            placed.append(Placed(chain, mention, first, end, sentence_of[first]))
    return tuple(sorted(placed, key=lambda one: one.first))


def _place_times(
    words: Sequence[Token], sentence_of: Sequence[int], times: Sequence[TimeExpression]
) -> tuple[PlacedTime, ...]:
    starts, ends = [word.span.start for word in words], [word.span.end for word in words]
    ranges = [(time, *_range(starts, ends, time.span)) for time in times]
    found = [PlacedTime(time, first, end, sentence_of[first]) for time, first, end in ranges if first < end]
    return tuple(sorted(found, key=lambda one: one.first))


def _shapes(
    words: Sequence[Token],
    lower: Sequence[str],
    placed: Sequence[Placed],
    cover: Sequence[int],
    times: Sequence[PlacedTime],
) -> tuple[str, ...]:
    shape = ["#" if word[:1].isdigit() else word for word in lower]
    for time in times:
        shape[time.first : time.end] = ["TIME"] * (time.end - time.first)
    for index, mention in enumerate(cover):
        if mention >= 0:
            shape[index] = placed[mention].kind.value
        elif shape[index] == lower[index] and words[index].text[:1].isupper() and index > 0:
            shape[index] = "^" + lower[index]
    return tuple(shape)


def _is_row(words: Sequence[str]) -> bool:
    """Whether a sentence begins like a row of a list: a dash or bullet, or a number with a stop or a bracket."""
    if len(words) < 2:
        return False
    return words[0] in _BULLETS or (
        words[0].rstrip(".)").isdigit() and (words[0][-1] in ".)" or words[1] in {".", ")"})
    )


def _listed(
    words: Sequence[Token], lower: Sequence[str], placed: Sequence[Placed], cover: Sequence[int]
) -> tuple[int, ...]:
    """For every person the first of its list: names in a row, parted by commas and *dan*, with titles and brackets."""
    listed = list(range(len(placed)))
    last: int | None = None
    for index, one in enumerate(placed):
        if one.kind is not Kind.PERSON:
            continue
        if last is not None and placed[last].sentence == one.sentence:
            between = range(placed[last].end, one.first)
            if len(between) <= _LONGEST_GAP and _joins(words, lower, cover, between):
                listed[index] = listed[last]
        last = index
    return tuple(listed)


def _joins(words: Sequence[Token], lower: Sequence[str], cover: Sequence[int], between: range) -> bool:
    """Whether the words between two names only join them, brackets, titles and posts aside."""
    depth, joined = 0, False
    for index in between:
        if lower[index] in "()":
            depth += 1 if lower[index] == "(" else -1
        elif depth == 0 and cover[index] < 0:
            joined = joined or lower[index] in _JOINS
            if not (lower[index] in _JOINS or lower[index] in _BESIDE or words[index].text[:1].isupper()):
                return False
    return joined


def _quoted(words: Sequence[Token], sentence_of: Sequence[int]) -> tuple[bool, ...]:
    """Whether a word stands in quotation marks; straight marks toggle and are forgotten at a sentence's end."""
    inside = False
    quoted: list[bool] = []
    for index, word in enumerate(words):
        if index and sentence_of[index] != sentence_of[index - 1] and not quoted[-1]:
            inside = False
        if word.text in {"“", "``"}:
            inside = True
        elif word.text in {"”", "''"}:
            inside = False
        elif word.text == '"':
            inside = not inside
        quoted.append(inside)
    return tuple(quoted)
