"""A workshop without models: every capitalized word is a person, and every article takes a little time."""

import re
import time

from graphbuild.model.text import Argument, Chain, Claim, Facts, Kind, Mention, Span

SLOW = 0.0


def open_workshop(_settings):
    return None


def extract(documents, _workshop, _watch):
    return tuple(_facts(document) for document in documents)


def _facts(document):
    time.sleep(SLOW)
    mentions = [Mention(Span(*m.span()), Kind.PERSON, m.group()) for m in re.finditer(r"[A-Z]\w+", document.text)]
    chains = tuple(Chain(f"E{i}", Kind.PERSON, m.text, (m,)) for i, m in enumerate(mentions, 1))
    whole = Span(0, len(document.text))
    claims = tuple(
        Claim("death", chain.mentions[0].span, whole, (Argument("person", chain.id),), rule="fake") for chain in chains
    )
    return Facts(document, (whole,), chains, claims)


def version():
    return "fake"


def install(monkeypatch=None):
    from graphbuild.scale import local, run

    for place, name, double in (
        (local, "open_workshop", open_workshop),
        (local, "extract", extract),
        (run, "analysis_version", version),
    ):
        if monkeypatch is None:
            setattr(place, name, double)
        else:
            monkeypatch.setattr(place, name, double)
