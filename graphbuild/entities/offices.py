"""Offices: where a title begins and ends, and one key for the ways to write it."""

import re

from graphbuild.entities.vocabulary import TITLE_FILLERS, Vocabulary
from graphbuild.indonesian.names import fold

_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ORDINAL = re.compile(r" (?:ke ?\d+|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan)$")
_PLURAL = re.compile(r"\b(\w+)-\1\b", re.IGNORECASE)


def title_key(text: str, vocabulary: Vocabulary) -> str:
    """The title, folded and written out, that the ways to write one post share.

    *Menkominfo*, *Menteri Kominfo* and *Menteri Komunikasi dan Informatika* give one key, *Dirjen* and *Direktur
    Jenderal* another.
    """
    key = _key(text, vocabulary)
    bare = " ".join(word for word in key.split() if word not in TITLE_FILLERS) or key
    bare = _ORDINAL.sub("", bare) or bare
    return vocabulary.same.get(bare, bare)


def _key(text: str, vocabulary: Vocabulary) -> str:
    text = _PLURAL.sub(r"\1", _BRACKETS.sub("", text) or text)
    key = fold(text)
    if key in vocabulary.ministers:
        return vocabulary.ministers[key]
    words = key.split()
    acting = ""
    if len(words) == 1 and words[0] in vocabulary.acting:
        return vocabulary.acting[words[0]]
    if words and words[0] in vocabulary.acting:
        acting = vocabulary.acting[words.pop(0)] + " "
    elif " ".join(words[:2]) in vocabulary.acting.values() and len(words) > 2:
        acting = " ".join(words[:2]) + " "
        words = words[2:]
    rest = " ".join(words)
    if rest in vocabulary.ministers:
        return acting + vocabulary.ministers[rest]
    rest = _written_out(words, vocabulary)
    return acting + vocabulary.ministers.get(rest, rest)


def _written_out(words: list[str], vocabulary: Vocabulary) -> str:
    """The title with its short words written out; *wa-* before a known short title is *wakil*."""
    written = []
    for word in words:
        if word in vocabulary.short:
            written.append(vocabulary.short[word])
        elif word.startswith("wa") and word[2:] in vocabulary.short:
            written.append("wakil " + vocabulary.short[word[2:]])
        else:
            written.append(word)
    return " ".join(written)
