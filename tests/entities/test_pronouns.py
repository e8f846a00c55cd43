import pytest
from factory import marked

from graphbuild.entities.find import find_chains
from graphbuild.model.text import Form
from graphbuild.ontology.load import load_ontology

LEXICON = load_ontology().lexicon


def referents(text: str) -> list[tuple[str, str]]:
    """Each pronoun or description with the name of its chain, in text order."""
    chains = find_chains(*marked(text), LEXICON)
    pairs = [(m, chain.name) for chain in chains for m in chain.mentions if m.form is not Form.NAME]
    return [(mention.text, name) for mention, name in sorted(pairs)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("[PER Budi] mundur.\nIa malu.", [("Ia", "Budi")], "the person of the sentence before"),
        ("[PER Budi] melantik [PER Ani].\nIa senang.", [("Ia", "Budi")], "the subject before the object"),
        ("Menurut [PER Budi], dirinya mundur.", [("dirinya", "Budi")], "the person of the same sentence"),
        (
            "[PER Budi] menyebut [PER Ani] mundur dari jabatannya.",
            [("nya", "Ani")],
            "a possessive is the nearest person's",
        ),
        ('[PER Budi] hadir.\n"Saya mundur," ujarnya.', [("nya", "Budi")], "the speaker goes on speaking"),
        ('[PER Budi] hadir.\n"Dia mundur," kata [PER Ani].', [], "somebody in a quotation stays open"),
        ("[PER Budi] hadir.\nPria kelahiran [LOC Tegal] itu mundur.", [("Pria", "Budi")], "a description"),
        (
            "[OFFICE Ketua] [ORG KPK] [PER Budi] dan [PER Ani] hadir.\n[OFFICE Ketua] [ORG KPK] itu mundur.",
            [("itu", "Budi")],
            "a title pointed at is its holder's",
        ),
        ("Ia mundur.", [], "nobody is named"),
        (
            "[PER Budi] hadir.\nRumahnya besar sekali.\nHarga turun.\nHujan.\nPanas.\nAngin.\nIa mundur.",
            [("nya", "Budi")],
            "too long ago",
        ),
    ],
)
def test_pronouns(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert referents(text) == expected, reason
