"""The shapes an Indonesian root takes: voices, suffixes and nouns made from it, with their sound changes."""

from collections.abc import Iterator
from enum import StrEnum


class Voice(StrEnum):
    """What the shape of a word says about who acts: *melantik*, *dilantik*, *pelantikan*, *lantik*, *terlantik*."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"
    BARE = "bare"
    STATE = "state"


_NASALS = {
    "p": ("m", False),
    "t": ("n", False),
    "s": ("ny", False),
    "k": ("ng", False),
    **dict.fromkeys("bfv", ("m", True)),
    **dict.fromkeys("cdjz", ("n", True)),
}
"""What stands before a root's first sound, and whether that sound stays: *pilih* gives *memilih*, *cari* *mencari*."""
_SUFFIXES = ("", "kan", "i", "an")


def nasal(root: str) -> str:
    """What follows *me-* or *pe-* when the root joins it: the nasal and what is left of the root.

    >>> nasal("tunjuk"), nasal("lantik"), nasal("angkat"), nasal("pilih"), nasal("sumpah"), nasal("copot")
    ('nunjuk', 'lantik', 'ngangkat', 'milih', 'nyumpah', 'ncopot')
    """
    if root[:1] in "lmnrwy":
        return root
    before, keeps = _NASALS.get(root[:1], ("ng", True))
    return before + (root if keeps else root[1:])


def shapes(root: str) -> Iterator[tuple[str, Voice]]:
    """Every word that the root may become, with its voice; words that do not exist are among them and do no harm.

    >>> found = dict(shapes("lantik"))
    >>> [str(found[word]) for word in ("dilantik", "melantik", "pelantikan", "dilantiknya")]
    ['passive', 'active', 'noun', 'passive']
    """
    for word, voice in _without_clitic(root):
        yield word, voice
        yield word + "nya", voice


def _without_clitic(root: str) -> Iterator[tuple[str, Voice]]:
    joined = nasal(root)
    for suffix in _SUFFIXES:
        noun = suffix == "an"
        yield root + suffix, Voice.NOUN if noun else Voice.BARE
        yield "me" + joined + suffix, Voice.NOUN if noun else Voice.ACTIVE
        yield "pe" + joined + suffix, Voice.NOUN
        yield "di" + root + suffix, Voice.PASSIVE
        yield "di-" + root + suffix, Voice.PASSIVE
        yield "ter" + root + suffix, Voice.NOUN if noun else Voice.STATE
        yield "ber" + root + suffix, Voice.ACTIVE
        yield "pe" + root + suffix, Voice.NOUN
        yield "ke" + root + suffix, Voice.NOUN
    yield "me" + root[1:], Voice.ACTIVE
    yield "memper" + root, Voice.ACTIVE
    yield "memper" + root + "kan", Voice.ACTIVE
    yield "diper" + root, Voice.PASSIVE
    yield "diper" + root + "kan", Voice.PASSIVE
