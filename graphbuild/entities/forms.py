"""The distinct surface forms of one kind in an article: what joining by name works on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.indonesian.names import fold
from graphbuild.model.text import Kind, Mention


@dataclass(frozen=True, slots=True)
class SurfaceForm:
    """One form as compared (``folded``), as first written (``text``), and which mentions are written so."""

    folded: str
    text: str
    mentions: tuple[int, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(self.folded.split())


def surface_forms(mentions: Sequence[Mention], kind: Kind) -> list[SurfaceForm]:
    """The distinct forms of a kind in order of first mention; case and punctuation make no difference."""
    found: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.kind is kind:
            found.setdefault(fold(mention.text), []).append(index)
    return [SurfaceForm(folded, mentions[at[0]].text, tuple(at)) for folded, at in found.items() if folded]


def fullest(texts: Iterable[str]) -> str:
    """The fullest of several forms: most words, then most letters, then the first."""
    return max(texts, key=lambda text: (len(text.split()), len(text)))
