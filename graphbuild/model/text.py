"""What one article is and what it says: documents, sentences, mentions, chains, claims.

Offsets are characters of ``Document.text``, the text exactly as stored; spans are half-open.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from graphbuild.model.dates import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of characters: ``start`` is in it, ``end`` is not."""

    start: int
    end: int

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class DateBasis(StrEnum):
    """Where an article's publication date was read."""

    FIELD = "field"
    PAGE = "page"
    HEADER = "header"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from; what is not known is None."""

    path: str
    outlet: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    date_basis: DateBasis | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the stored text that is not the article's own prose, and which rule says so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored; furniture is marked, not cut out.

    ``notes`` say what to know of the reading itself: a long text was cut, characters were mended.
    """

    id: str
    source: Source
    title: str
    text: str
    furniture: tuple[Furniture, ...] = ()
    notes: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words at a span."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no article, and why, in words for the person who sent it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Token:
    """A syntactic word. ``head`` is an index into the sentence's tokens, -1 for the root and if unparsed."""

    span: Span
    text: str
    lemma: str = ""
    upos: str = ""
    head: int = -1
    relation: str = ""
    label: str = "O"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article with its words; ``parsed`` tells whether the words have heads and relations."""

    span: Span
    tokens: tuple[Token, ...]
    parsed: bool = False


class Kind(StrEnum):
    """What a name can stand for; the values are the tags of the annotation guidelines."""

    PERSON = "PER"
    OFFICE = "OFFICE"
    ORGANIZATION = "ORG"
    PLACE = "LOC"


class Form(StrEnum):
    """How a mention refers: by a name (short names and titles included), a pronoun, or a description."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A person, office, organization or place as written."""

    span: Span
    kind: Kind
    text: str
    form: Form = Form.NAME


@dataclass(frozen=True, slots=True)
class Chain:
    """All mentions of one person, office, organization or place in one article (a coreference chain).

    ``name`` is the fullest form; ``of`` is the id of the organization or place that an office belongs to.
    Pronouns and descriptions are among the mentions but are never a name.
    """

    id: str
    kind: Kind
    name: str
    mentions: tuple[Mention, ...]
    of: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when. A point has ``date``; a stretch has ``start`` and/or ``end``; vague words have none.

    ``basis`` says how it was resolved: absolute, bracket, relative, weekday, year, ...; ``modifier`` keeps words such
    as *awal*, *akhir*, *sekitar* that a coarser date does not show.
    """

    span: Span
    text: str
    date: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    basis: str = "absolute"
    modifier: str = ""


class Modality(StrEnum):
    """Whether an event is told as fact, as a plan, as rumour or demand, or is denied."""

    ACTUAL = "actual"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Argument:
    """Who or what plays a role in a claim: a chain of the article (``chain``) or words of it (``text``)."""

    role: str
    chain: str | None = None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ClaimDates:
    """When, as one claim states it, with the words that say so."""

    date: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    text: str = ""
    span: Span | None = None
    modifier: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One event as an article states it. ``rule`` names what found it; ``also`` are further sentences that tell it.

    ``label`` is the status of a tenure (current, former) or the stage of a legal step; empty for other types.
    """

    type: str
    trigger: Span
    sentence: Span
    arguments: tuple[Argument, ...]
    modality: Modality = Modality.ACTUAL
    label: str = ""
    dates: ClaimDates = field(default_factory=ClaimDates)
    rule: str = ""
    confidence: float = 1.0
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article says: the only thing that crosses from reading to resolving."""

    document: Document
    sentences: tuple[Span, ...]
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]
