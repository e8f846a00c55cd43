"""How good the models of a folder are: every figure of the card comes from here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graphbuild.model.text import Sentence, Span
from graphbuild.nlp.names import NameTagger
from graphbuild.nlp.parser import Parser
from graphbuild.nlp.words import split_words
from graphbuild.train.annotated import Name, read_columns, read_officials


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def names_of(sentence: Sentence) -> list[Name]:
    """The names that the tags of a sentence state."""
    names: list[Name] = []
    for token in sentence.tokens:
        position, _, kind = token.label.partition("-")
        if position in {"B", "S"}:
            names.append(Name(token.span, kind))
        elif position in {"I", "E"} and names:
            names[-1] = Name(Span(names[-1].span.start, token.span.end), kind)
    return names


def officials(parser: Parser, data: Path, part: str = "dev") -> dict[str, Score]:
    """Every occurrence of every mention, exact in stretch and kind: one score for all and one per kind."""
    articles = list(read_officials(data, part))
    parses = parser.parse([article.document for article in articles])
    pairs = []
    for number, (article, sentences) in enumerate(zip(articles, parses, strict=True)):
        hidden = [furniture.span for furniture in article.document.furniture]
        gold = {(number, name) for name in article.names if not any(span.overlaps(name.span) for span in hidden)}
        pairs.append(({(number, name) for sentence in sentences for name in names_of(sentence)}, gold))
    found = {item for pair in pairs for item in pair[0]}
    gold = {item for pair in pairs for item in pair[1]}
    return _scores(found, gold)


def columns(tagger: NameTagger, path: Path, parser: Parser) -> dict[str, Score]:
    """The entities of a token-and-tag file, in that file's own tokens."""
    rows = list(read_columns(path))
    cut = [split_words(text, 0, len(text), parser.rules) for text, _ in rows]
    found: set[tuple[int, Name]] = set()
    for number, ((text, _), words) in enumerate(zip(rows, cut, strict=True)):
        tags = tagger.tag([[text[word.start : word.end] for word in words]])[0]
        names: list[Name] = []
        for word, label in zip(words, tags, strict=True):
            position, _, kind = label.partition("-")
            start = text.rfind(" ", 0, word.start) + 1
            end = text.find(" ", word.end)
            whole = Span(start, end if end >= 0 else len(text))
            if position in {"B", "S"}:
                names.append(Name(whole, kind))
            elif position in {"I", "E"} and names:
                names[-1] = Name(Span(names[-1].span.start, whole.end), kind)
        found |= {(number, name) for name in names}
    return _scores(found, {(number, name) for number, (_, names) in enumerate(rows) for name in names})


def _scores(found: Iterable[tuple[int, Name]], gold: Iterable[tuple[int, Name]]) -> dict[str, Score]:
    """The score of all names and of each kind."""
    found, gold = set(found), set(gold)
    kinds = Counter(name.kind for _, name in gold)
    scores = {"all": Score(len(found & gold), len(found), len(gold))}
    for kind in sorted(kinds):
        mine = {item for item in found if item[1].kind == kind}
        yours = {item for item in gold if item[1].kind == kind}
        scores[kind] = Score(len(mine & yours), len(mine), len(yours))
    return scores
