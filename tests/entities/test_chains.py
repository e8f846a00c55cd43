import pytest
from factory import marked

from graphbuild.entities.find import find_chains
from graphbuild.model.text import Chain, Form
from graphbuild.ontology.load import load_ontology

LEXICON = load_ontology().lexicon


def chains(text: str) -> tuple[Chain, ...]:
    return find_chains(*marked(text), LEXICON)


def forms(text: str) -> set[frozenset[str]]:
    """The name forms of each chain."""
    return {frozenset(m.text for m in chain.mentions if m.form is Form.NAME) for chain in chains(text)}


@pytest.mark.parametrize(
    ("text", "together", "reason"),
    [
        ("[PER Budi Santoso] hadir. [PER Budi] pulang.", {"Budi Santoso", "Budi"}, "first name alone"),
        ("[PER M Yusuf Ali] hadir. [PER Yusuf] pulang.", {"M Yusuf Ali", "Yusuf"}, "the initial is no name to call by"),
        ("[PER Ahmad Fauzan] hadir. [PER Achmad Fauzan] pulang.", {"Ahmad Fauzan", "Achmad Fauzan"}, "two spellings"),
        ("[PER Budi Santoso] alias [PER Kancil] hadir.", {"Budi Santoso", "Kancil"}, "alias says so"),
        ("[PER Budi Santoso] ([PER Busan]) hadir.", {"Budi Santoso", "Busan"}, "nickname in brackets"),
        ("[PER Sutarno Wibowo] hadir. Lalu [PER SW] ditahan.", {"Sutarno Wibowo", "SW"}, "anonymised initials"),
    ],
)
def test_one_person(text: str, together: set[str], reason: str) -> None:
    assert frozenset(together) in forms(text), reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[PER Ani Wijaya] dan [PER Adi Wijaya] hadir.", "one letter apart in a short first name is another person"),
        ("[PER Budi Santoso] dan [PER Rina Santoso] hadir.", "family name shared"),
        ("[ORG TNI] dan [ORG TNI Angkatan Darat] hadir.", "a branch is a body of its own"),
        ("[ORG Golkar] dan [ORG Fraksi Golkar] hadir.", "a parliamentary group is not the party"),
        ("[LOC Jakarta] dan [LOC Jakarta Selatan] indah.", "a part of a city is another place"),
        ("[LOC Kota Mekarsari] dan [LOC Kabupaten Mekarsari] indah.", "a city and a regency of one name"),
        ("[OFFICE Gubernur] [LOC Bali] dan [OFFICE Gubernur] [LOC Banten] hadir.", "one title, two posts"),
    ],
)
def test_two_of_a_name(text: str, reason: str) -> None:
    kinds = {"Gubernur": 4}
    found = chains(text)
    assert len(found) == kinds.get(found[0].name.split()[0], 2), reason


@pytest.mark.parametrize(
    ("text", "together", "reason"),
    [
        (
            "[ORG Komisi Aparatur Sipil Negara] ([ORG KASN]) hadir.",
            {"Komisi Aparatur Sipil Negara", "KASN"},
            "brackets",
        ),
        (
            "[ORG Kemenpora] hadir. [ORG Kementerian Pemuda dan Olahraga] diam.",
            {"Kemenpora", "Kementerian Pemuda dan Olahraga"},
            "ministry by its short name",
        ),
        (
            "[ORG Polda Jatim] hadir. [ORG Polda Jawa Timur] diam.",
            {"Polda Jatim", "Polda Jawa Timur"},
            "short name of a province",
        ),
        (
            "[ORG PT Sinar Abadi Tbk] hadir. [ORG Sinar Abadi] diam.",
            {"PT Sinar Abadi Tbk", "Sinar Abadi"},
            "legal form left off",
        ),
        ("[ORG DPR RI] hadir. [ORG DPR] diam.", {"DPR RI", "DPR"}, "the state left off"),
        (
            "[ORG Forum Warga Mekarsari] hadir. [ORG FWM] diam.",
            {"Forum Warga Mekarsari", "FWM"},
            "initials, never introduced",
        ),
        ("[LOC Indonesia] indah. [LOC Tanah Air] juga.", {"Indonesia", "Tanah Air"}, "epithet"),
        (
            "[LOC Kabupaten Mekarsari] indah. [LOC Mekarsari] juga.",
            {"Kabupaten Mekarsari", "Mekarsari"},
            "kind word left off",
        ),
        ("[LOC DKI Jakarta] indah. [LOC Jakarta] juga.", {"DKI Jakarta", "Jakarta"}, "one entity by the guidelines"),
    ],
)
def test_one_body_or_place(text: str, together: set[str], reason: str) -> None:
    assert frozenset(together) in forms(text), reason


@pytest.mark.parametrize(
    ("text", "together", "reason"),
    [
        (
            "[OFFICE Menkominfo] hadir. [OFFICE Menteri Komunikasi dan Informatika] diam.",
            {"Menkominfo", "Menteri Komunikasi dan Informatika"},
            "portmanteau of a minister",
        ),
        (
            "[OFFICE Direktur Jenderal Informasi] ([OFFICE Dirjen Informasi]) hadir.",
            {"Direktur Jenderal Informasi", "Dirjen Informasi"},
            "short title",
        ),
        (
            "[OFFICE Menteri Pertanian] hadir. Pak [OFFICE Menteri] diam.",
            {"Menteri Pertanian", "Menteri"},
            "bare title of the only minister",
        ),
        (
            "[OFFICE Perwira Penghubung] ([OFFICE Pabung]) hadir.",
            {"Perwira Penghubung", "Pabung"},
            "any title in brackets",
        ),
        (
            "[OFFICE Presiden] hadir. [OFFICE Kepala Negara] diam.",
            {"Presiden", "Kepala Negara"},
            "epithet of the president",
        ),
    ],
)
def test_one_post(text: str, together: set[str], reason: str) -> None:
    assert frozenset(together) in forms(text), reason


@pytest.mark.parametrize(
    ("text", "title", "owner", "reason"),
    [
        ("[OFFICE Gubernur] [LOC Bali] hadir.", "Gubernur", "Bali", "right behind"),
        ("[OFFICE Ketua] dan [OFFICE Sekretaris] [ORG PSSI] hadir.", "Ketua", "PSSI", "shared by titles in a row"),
        (
            "[OFFICE Kepala Dinas Sosial] (Kadinsos) [LOC Kabupaten Garut] hadir.",
            "Kepala Dinas Sosial",
            "Kabupaten Garut",
            "brackets between",
        ),
        (
            "[OFFICE Menteri Keuangan] hadir di [ORG Kemenkeu].",
            "Menteri Keuangan",
            "Kemenkeu",
            "the ministry is listed",
        ),
        ("[LOC Indonesia] punya [OFFICE Presiden] baru.", "Presiden", "Indonesia", "the country is listed"),
        (
            "[OFFICE Bupati] [LOC Siak] hadir.\nLalu [OFFICE Bupati] pulang.",
            "Bupati",
            "Siak",
            "later without its place",
        ),
        (
            "[ORG PT Sinar Abadi] menunjuk [PER Ani] sebagai [OFFICE Direktur Utama].",
            "Direktur Utama",
            "PT Sinar Abadi",
            "company named last",
        ),
        ("[OFFICE Kabag Umum] hadir di [LOC Garut].", "Kabag Umum", None, "no guess"),
    ],
)
def test_whose_post(text: str, title: str, owner: str | None, reason: str) -> None:
    found = chains(text)
    post = next(chain for chain in found if chain.mentions[0].text == title)
    names = {chain.id: chain.name for chain in found}
    assert (None if post.of is None else names[post.of]) == owner, reason


def test_a_title_with_two_owners_joins_the_one_named_last() -> None:
    found = chains(
        "[OFFICE Ketua Umum] [ORG PAN] hadir.\n[OFFICE Ketua Umum] [ORG PKS] juga.\nSang [OFFICE Ketua Umum] pulang."
    )
    assert [len(chain.mentions) for chain in found if chain.kind.value == "OFFICE"] == [1, 2]


def test_the_name_of_a_post_carries_its_owner() -> None:
    assert chains("[OFFICE Dirjen Pajak] [ORG Kemenkeu] hadir.")[0].name == "Dirjen Pajak Kemenkeu"


def test_ids_follow_the_order_of_first_mention() -> None:
    found = chains("[PER Budi Santoso] dari [LOC Bali] bertemu [OFFICE Gubernur] [LOC Banten].")
    assert [(chain.id, chain.name) for chain in found] == [
        ("E1", "Budi Santoso"),
        ("E2", "Bali"),
        ("E3", "Gubernur Banten"),
        ("E4", "Banten"),
    ]
