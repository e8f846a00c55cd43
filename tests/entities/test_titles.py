import pytest
from factory import marked

from graphbuild.entities.find import find_chains
from graphbuild.model.text import Form
from graphbuild.ontology.load import load_ontology

LEXICON = load_ontology().lexicon


def found(text: str) -> list[tuple[str, str]]:
    """Kind and text of every name, in text order."""
    chains = find_chains(*marked(text), LEXICON)
    mentions = sorted(m for chain in chains for m in chain.mentions if m.form is Form.NAME)
    return [(mention.kind.value, mention.text) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Plt. [OFFICE Rektor] hadir.", [("OFFICE", "Plt. Rektor")], "the acting prefix belongs to the title"),
        ("[OFFICE Plt] [OFFICE Bupati] hadir.", [("OFFICE", "Plt Bupati")], "also where it was tagged alone"),
        ("[OFFICE Menteri] [ORG Kominfo] hadir.", [("OFFICE", "Menteri Kominfo")], "a minister's subject is no body"),
        (
            "[OFFICE Asisten Operasi] [OFFICE KASAL] hadir.",
            [("OFFICE", "Asisten Operasi KASAL")],
            "a title in a title is whole",
        ),
        (
            "[OFFICE Kepala] [ORG Dinas Sosial] hadir.",
            [("OFFICE", "Kepala Dinas Sosial")],
            "a unit stays in its head's title",
        ),
        (
            "[OFFICE Kepala] [ORG Dinas Sosial Kota Mekarsari] hadir.",
            [("OFFICE", "Kepala Dinas Sosial"), ("LOC", "Kota Mekarsari")],
            "up to the place",
        ),
        (
            "[OFFICE Dirjen] [ORG IKP Kominfo] hadir.",
            [("OFFICE", "Dirjen IKP"), ("ORG", "Kominfo")],
            "the object goes to the title",
        ),
        ("[OFFICE Letjen] [PER Budi Santoso] hadir.", [("PER", "Budi Santoso")], "a rank is no post"),
        (
            "[PER Menag Budi Santoso] hadir.",
            [("OFFICE", "Menag"), ("PER", "Budi Santoso")],
            "a title tagged with its holder",
        ),
        (
            "[OFFICE anggota] [ORG DPR] hadir.",
            [("OFFICE", "anggota"), ("ORG", "DPR")],
            "a member of parliament holds a post",
        ),
        ("[OFFICE anggota] [ORG Polri] hadir.", [("ORG", "Polri")], "a member of the police does not"),
        (
            "[OFFICE direktur jenderal pesisir] dan pulau kecil [ORG Kementerian Kelautan] hadir.",
            [("OFFICE", "direktur jenderal pesisir dan pulau kecil"), ("ORG", "Kementerian Kelautan")],
            "the second half of a unit's subject",
        ),
        (
            "[OFFICE kepala dinas sosial] dan jajaran [ORG Pemkab Garut] hadir.",
            [("OFFICE", "kepala dinas sosial"), ("ORG", "Pemkab Garut")],
            "those who come along are no subject",
        ),
    ],
)
def test_titles_are_completed_and_cut(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert found(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("[PER Kronologi] itu panjang.", [], "an everyday word with the capital of its sentence"),
        ("[PER Juri Ardani] hadir.", [("PER", "Juri Ardani")], "a first name that is also a word stays"),
        ("[ORG UMKM] tumbuh.", [], "initials of a common noun"),
        ("[PER AB] ditahan.", [("PER", "AB")], "two letters can be a person whose name is kept back"),
        ("[PER Budi Santoso2] hadir.", [("PER", "Budi Santoso")], "the number of a list glued to a name"),
        (
            "[PER Budi Agus] ([PER BA]) [PER Santoso] hadir.",
            [("PER", "Budi Agus (BA) Santoso")],
            "a name that goes on behind a bracket",
        ),
        ("[OFFICE RI] hadir.", [("OFFICE", "RI")], "a state tagged as a title breaks nothing"),
    ],
)
def test_what_is_no_name_is_left_out(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert found(text) == expected, reason
