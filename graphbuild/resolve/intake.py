"""Facts to what resolution keeps of them: articles, chains and claims as slim records, text thrown away.

Facts stream through here once, so that 40,000 articles fit into memory. Everything is sorted by document id at the
end: the order in which articles come does not matter.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from graphbuild.model.text import Chain, Claim, ClaimDates, Document, Facts, Form, Kind, Modality, Span
from graphbuild.model.world import Article, Evidence


@dataclass(frozen=True, slots=True)
class ChainRecord:
    """One chain of one article: ``article`` and ``of`` are positions in the stock's lists, -1 for none.

    ``forms`` are its distinct names as written, longest first.
    """

    article: int
    id: str
    kind: Kind
    name: str
    forms: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim of one article: ``roles`` point at chains of the stock, ``texts`` are words; both sorted."""

    article: int
    type: str
    roles: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, str], ...]
    modality: Modality
    label: str
    dates: ClaimDates
    evidence: tuple[Evidence, ...]
    confidence: float


@dataclass(slots=True)
class Stock:
    """All that resolution keeps. ``neighbors`` are pairs of chains written side by side: a unit and its parent."""

    articles: list[Article] = field(default_factory=list)
    chains: list[ChainRecord] = field(default_factory=list)
    claims: list[ClaimRecord] = field(default_factory=list)
    neighbors: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was kept of one article, before the articles are put in order; chains are counted within the article."""

    article: Article
    chains: tuple[ChainRecord, ...]
    claims: tuple[ClaimRecord, ...]
    neighbors: tuple[tuple[int, int], ...]


def take_in(facts: Iterable[Facts]) -> Stock:
    """What resolution keeps of all facts, in the order of the documents' ids.

    Of facts that come twice for one document id, only those that come first count.
    """
    taken: dict[str, _Taken] = {}
    words: dict[str, str] = {}
    for item in facts:
        if item.document.id not in taken:
            taken[item.document.id] = _take(item, words)
    stock = Stock()
    for document in sorted(taken):
        _append(stock, taken.pop(document))
    return stock


def _append(stock: Stock, item: _Taken) -> None:
    """Put one article at the end of the stock, its chains counted on from those that are there."""
    article, shift = len(stock.articles), len(stock.chains)
    stock.articles.append(item.article)
    for chain in item.chains:
        of = chain.of + shift if chain.of >= 0 else -1
        stock.chains.append(ChainRecord(article, chain.id, chain.kind, chain.name, chain.forms, of))
    for claim in item.claims:
        roles = tuple((role, chain + shift) for role, chain in claim.roles)
        told = (claim.modality, claim.label, claim.dates, claim.evidence, claim.confidence)
        stock.claims.append(ClaimRecord(article, claim.type, roles, claim.texts, *told))
    stock.neighbors.extend((left + shift, right + shift) for left, right in item.neighbors)


def _take(facts: Facts, words: dict[str, str]) -> _Taken:
    document = facts.document
    positions = {chain.id: index for index, chain in enumerate(facts.chains)}
    chains = tuple(_chain(chain, positions, words) for chain in facts.chains)
    claims = tuple(_claim(claim, document, positions, words) for claim in facts.claims)
    article = Article(
        document.id,
        document.title,
        document.source,
        len(document.text),
        hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )
    return _Taken(article, chains, claims, _neighbors(facts))


def _chain(chain: Chain, positions: dict[str, int], words: dict[str, str]) -> ChainRecord:
    named = {mention.text for mention in chain.mentions if mention.form is Form.NAME}
    forms = tuple(words.setdefault(form, form) for form in sorted(named, key=lambda form: (-len(form), form)))
    name = words.setdefault(chain.name, chain.name)
    of = -1 if chain.of is None else positions.get(chain.of, -1)
    return ChainRecord(-1, words.setdefault(chain.id, chain.id), chain.kind, name, forms, of)


def _claim(claim: Claim, document: Document, positions: dict[str, int], words: dict[str, str]) -> ClaimRecord:
    roles, texts = set(), set()
    for argument in claim.arguments:
        if argument.chain is not None and argument.chain in positions:
            roles.add((argument.role, positions[argument.chain]))
        elif argument.text:
            texts.add((argument.role, argument.text))
    kept = claim.dates
    if (kept.date, kept.start, kept.end, kept.text) == (None, None, None, ""):
        kept = _UNDATED
    return ClaimRecord(
        -1,
        words.setdefault(claim.type, claim.type),
        tuple(sorted(roles)),
        tuple(sorted(texts)),
        claim.modality,
        words.setdefault(claim.label, claim.label),
        kept,
        tuple(_evidence(document, span, claim) for span in dict.fromkeys((claim.sentence, *claim.also))),
        claim.confidence,
    )


_UNDATED = ClaimDates()


def _evidence(document: Document, sentence: Span, claim: Claim) -> Evidence:
    """The evidence of one sentence; a sentence that only tells the claim again has no trigger of its own."""
    trigger = claim.trigger if sentence.holds(claim.trigger) else Span(sentence.start, sentence.start)
    return Evidence(document.id, sentence, document.quote(sentence), trigger, claim.rule)


def _neighbors(facts: Facts) -> tuple[tuple[int, int], ...]:
    """Organizations written right before another: *Ditjen Pajak Kementerian Keuangan* names unit and parent."""
    text = facts.document.text
    places = sorted(
        (mention.span.start, mention.span.end, index)
        for index, chain in enumerate(facts.chains)
        if chain.kind is Kind.ORGANIZATION
        for mention in chain.mentions
        if mention.form is Form.NAME and len(mention.span)
    )
    return tuple(
        (left, right)
        for (_, end, left), (start, _, right) in pairwise(places)
        if left != right and 0 < start - end <= len(" pada ") and text[end:start].strip() in {"", "pada", "di"}
    )
