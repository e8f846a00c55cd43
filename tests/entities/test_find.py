import dataclasses
import itertools

import pytest
from factory import marked
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.entities.find import find_chains
from graphbuild.model.text import Document, Furniture, Kind, Sentence, Span, Token
from graphbuild.ontology.load import load_ontology

LEXICON = load_ontology().lexicon


def found(text: str) -> list[tuple[str, str]]:
    """Kind and text of every mention, in text order."""
    mentions = [m for chain in find_chains(*marked(text), LEXICON) for m in chain.mentions]
    return [(m.kind.value, m.text) for m in sorted(mentions)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("[PER Prof. Dr. Budi Santoso, S.H.] hadir.", [("PER", "Budi Santoso")], "titles and degrees stay outside"),
        ("[PER Komjen Pol Budi Santoso] hadir.", [("PER", "Budi Santoso")], "ranks stay outside"),
        ("[PER M Yusuf] hadir.", [("PER", "M Yusuf")], "an initial is part of the name"),
        ("[PER GKR Melati] hadir.", [("PER", "Melati")], "noble titles are not"),
        ("[OFFICE mantan Gubernur] hadir.", [("OFFICE", "Gubernur")], "status is no part of the title"),
        ("[OFFICE Presiden RI] hadir.", [("OFFICE", "Presiden"), ("LOC", "RI")], "the state after a title is a place"),
        ("[ORG DPR] [LOC RI] rapat.", [("ORG", "DPR RI")], "the state after a body belongs to it"),
        (
            "[OFFICE Gubernur Jawa Barat] hadir.",
            [("OFFICE", "Gubernur"), ("LOC", "Jawa Barat")],
            "a title stops before a place",
        ),
        ("[OFFICE Ketua KPK] hadir.", [("OFFICE", "Ketua"), ("ORG", "KPK")], "and before a body"),
        ("[OFFICE Menteri ESDM] hadir.", [("OFFICE", "Menteri ESDM")], "a minister's title is whole"),
        ("[OFFICE Kepala Dinas Kominfo] hadir.", [("OFFICE", "Kepala Dinas Kominfo")], "so is that of a unit's head"),
        (
            "[OFFICE Wali] [LOC Kota Tegal] hadir.",
            [("OFFICE", "Wali Kota"), ("LOC", "Tegal")],
            "Kota belongs to the mayor",
        ),
        (
            "Wakil Wali [LOC Kota Tegal] hadir.",
            [("OFFICE", "Wakil Wali Kota"), ("LOC", "Tegal")],
            "also where the title was missed",
        ),
        (
            "pemerintah [LOC Kota Tegal] hadir.",
            [("ORG", "pemerintah Kota Tegal")],
            "a government is a body in any case",
        ),
        (
            "Warga Kabupaten [LOC Mekarsari] hadir.",
            [("LOC", "Kabupaten Mekarsari")],
            "a capitalised kind word belongs to the place",
        ),
        ("Warga [LOC kabupaten Mekarsari] hadir.", [("LOC", "Mekarsari")], "one in lower case does not"),
        ("[LOC Polda Bali] hadir.", [("ORG", "Polda Bali")], "the head word says that it is a body"),
        ("[ORG pemerintah] hadir.", [], "no body without a name"),
    ],
)
def test_mentions_are_cut_as_the_guidelines_say(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert found(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Para bupati hadir.", ("OFFICE", "bupati"), "a post without a holder counts"),
        ("Calon wakil presiden hadir.", ("OFFICE", "wakil presiden"), "the longer title wins"),
        ("Lalu Menteri Keuangan hadir.", ("OFFICE", "Menteri Keuangan"), "ministers are known by their ministries"),
        ("[PER Budi Santoso] hadir.\nLalu Budi Santoso pulang.", ("PER", "Budi Santoso"), "a name found elsewhere"),
        ("[PER Budi Santoso] hadir.\nBudi pulang.", ("PER", "Budi"), "the first name of somebody known"),
        (
            "[PER Budi Santoso] hadir.\nLalu Budi Santosoresmi mundur.",
            ("PER", "Budi Santoso"),
            "glued to the next word",
        ),
    ],
)
def test_what_the_tagger_missed_is_recovered(text: str, expected: tuple[str, str], reason: str) -> None:
    assert found(text)[-1] == expected, reason


def test_part_of_a_longer_name_is_no_name() -> None:
    assert found("[PER Budi Santoso] hadir.\nYayasan Budi Mulia diam.") == [("PER", "Budi Santoso")]


def test_the_more_frequent_kind_wins() -> None:
    text = "[ORG Persela] menang.\n[ORG Persela] kalah.\nLaga lawan [LOC Persela] seri."
    assert {kind for kind, _ in found(text)} == {"ORG"}


def test_nothing_is_found_in_furniture() -> None:
    document, sentences = marked("[PER Budi] hadir.\nBaca juga: [PER Ani] dan bupati.")
    furniture = (Furniture(Span(13, len(document.text)), "test"),)
    chains = find_chains(dataclasses.replace(document, furniture=furniture), sentences, LEXICON)
    assert [chain.name for chain in chains] == ["Budi"]


def test_broken_labels_are_read_as_runs() -> None:
    document, sentences = marked("[PER Budi Santoso] hadir.")
    tokens = sentences[0].tokens
    broken = (dataclasses.replace(tokens[0], label="I-PER"), dataclasses.replace(tokens[1], label="I-PER"), *tokens[2:])
    chains = find_chains(document, (Sentence(sentences[0].span, broken),), LEXICON)
    assert [chain.name for chain in chains] == ["Budi Santoso"]


WORDS = st.sampled_from(
    [
        "Budi",
        "Santoso",
        "Wali",
        "Kota",
        "Gubernur",
        "Ketua",
        "RI",
        "DPR",
        "Tegal",
        "(",
        ")",
        "dan",
        "ia",
        "jabatannya",
        ",",
        "pemerintah",
        "Kabupaten",
        "itu",
    ]
)
LABELS = st.sampled_from(["O", "O", *[f"{place}-{kind.value}" for place in "BIES" for kind in Kind]])


@st.composite
def labelled_articles(draw: st.DrawFn) -> tuple[Document, tuple[Sentence, ...]]:
    lines = draw(st.lists(st.lists(st.tuples(WORDS, LABELS), min_size=1, max_size=12), min_size=1, max_size=4))
    document, sentences = marked("\n".join(" ".join(word for word, _ in line) for line in lines))
    labelled = []
    for line, sentence in zip(lines, sentences, strict=True):
        labels = [label for _, label in line]
        tokens = tuple(
            Token(token.span, token.text, label=labels[min(i, len(labels) - 1)])
            for i, token in enumerate(sentence.tokens)
        )
        labelled.append(Sentence(sentence.span, tokens))
    return document, tuple(labelled)


@settings(deadline=None, max_examples=150)
@given(labelled_articles())
def test_laws_of_mentions_and_chains(labelled: tuple[Document, tuple[Sentence, ...]]) -> None:
    document, sentences = labelled
    chains = find_chains(document, sentences, LEXICON)
    mentions = sorted(mention for chain in chains for mention in chain.mentions)
    assert all(document.quote(mention.span) == mention.text for mention in mentions)
    assert all(any(sentence.span.holds(mention.span) for sentence in sentences) for mention in mentions)
    assert not any(a.span.overlaps(b.span) for a, b in itertools.pairwise(mentions))
    assert [chain.id for chain in chains] == [f"E{number}" for number in range(1, len(chains) + 1)]
    assert [chain.mentions[0].span.start for chain in chains] == sorted(c.mentions[0].span.start for c in chains)
    assert all(chain.of is None or chain.of in {other.id for other in chains} for chain in chains)
    assert chains == find_chains(document, sentences, LEXICON)
