"""The word lists that the word and sentence splitter reads, from the lexicon folder to one typed object."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from graphbuild.errors import SetupError
from graphbuild.ontology.files import ontology_folder


@dataclass(frozen=True, slots=True)
class Rules:
    """Exceptions of the language that no algorithm can know. All words are in lower case."""

    abbreviations: frozenset[str]
    degree_parts: frozenset[str]
    starters: frozenset[str]
    whole: frozenset[str]
    split: Mapping[str, str]
    glue: frozenset[str]
    glued_tails: tuple[str, ...]


def read_rules(folder: Path | None = None) -> Rules:
    """The rules as the files ``abbreviations.yaml`` and ``clitics.yaml`` of the lexicon state them."""
    lexicon = ontology_folder() / "lexicon" if folder is None else folder
    stops = _read(lexicon / "abbreviations.yaml")
    clitics = _read(lexicon / "clitics.yaml")
    split = clitics.get("split")
    if not isinstance(split, dict):
        message = f"{lexicon / 'clitics.yaml'}: 'split' must map a clitic to a list of words"
        raise SetupError(message)
    return Rules(
        abbreviations=_words(stops, "abbreviations"),
        degree_parts=_words(stops, "degree_parts"),
        starters=_words(stops, "starters"),
        whole=_words(clitics, "whole"),
        split={word: clitic for clitic in split for word in _words(split, clitic)},
        glue=_words(clitics, "glue"),
        glued_tails=tuple(sorted(_words(clitics, "glued_tails"), key=lambda word: (-len(word), word))),
    )


def _read(path: Path) -> dict[str, object]:
    """The keys of one file."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes only strings
    if not isinstance(content, dict):
        message = f"{path}: expected keys with lists of words"
        raise SetupError(message)
    return content


def _words(content: dict[str, object], key: str) -> frozenset[str]:
    """The words listed under a key."""
    words = content.get(key)
    if not isinstance(words, list):
        message = f"lexicon: '{key}' must be a list of words"
        raise SetupError(message)
    return frozenset(str(word) for word in words)
