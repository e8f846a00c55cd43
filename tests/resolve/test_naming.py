from functools import cache

import pytest

from graphbuild.ontology.load import load_ontology
from graphbuild.resolve.naming import is_complete, office_key, organization_key, place_key, seats
from graphbuild.resolve.words import Vocabulary, read_vocabulary


@cache
def words() -> Vocabulary:
    return read_vocabulary(load_ontology().lexicon)


@pytest.mark.parametrize(
    ("left", "right", "same", "reason"),
    [
        ("Komisi Pemilihan Umum (KPU) RI", "KPU", True, "bracketed acronym and country"),
        ("Diskominfo Sultra", "Dinas Komunikasi dan Informatika Prov. Sultra", True, "short unit, short province"),
        ("Fraksi Partai Golkar", "Partai Golkar", False, "a group in parliament is not the party"),
        ("Pemprov DKI Jakarta", "Pemerintah DKI Jakarta", True, "Jakarta is a province"),
        ("Pemkot Tegal", "Pemkab Tegal", False, "city and regency are two governments"),
        ("Mabes Polri", "Polri", True, "headquarters stand for the police"),
    ],
)
def test_organizations(left: str, right: str, same: bool, reason: str) -> None:  # noqa: FBT001
    assert (organization_key(left, words()) == organization_key(right, words())) is same, reason


@pytest.mark.parametrize(
    ("name", "base", "sort"),
    [
        ("Provinsi Jawa Barat", "jawabarat", ""),
        ("Jabar", "jawabarat", ""),
        ("DKI Jakarta", "jakarta", ""),
        ("Jakarta Pusat", "jakartapusat", ""),
        ("Pare-Pare", "parepare", ""),
        ("Kota Bekasi", "bekasi", "kota"),
        ("Kab. Bekasi", "bekasi", "kabupaten"),
        ("Tanah Air", "indonesia", ""),
    ],
)
def test_places(name: str, base: str, sort: str) -> None:
    key = place_key(name, words())
    assert (key.base, key.sort) == (base, sort)


@pytest.mark.parametrize(
    ("title", "body", "key"),
    [
        ("Ketua", "komisi pemberantasan korupsi", "ketua komisi pemberantasan korupsi"),
        ("Ketua KPK", "komisi pemberantasan korupsi", "ketua komisi pemberantasan korupsi"),
        ("Kapolri", "kepolisian negara republik indonesia", "kepala kepolisian"),
        ("Menteri", "kementerian keuangan", "menteri keuangan"),
        ("Menkeu", "kementerian keuangan", "menteri keuangan"),
        ("Presiden RI", "indonesia", "presiden"),
        ("Presiden Indonesia", "indonesia", "presiden"),
        ("Presiden", "prancis", "presiden prancis"),
        ("mantan Gubernur", "jawa barat", "gubernur jawa barat"),
        ("Wali Kota", "kota bogor", "wali kota bogor"),
        ("anggota Komisi III", "komisi iii dewan perwakilan rakyat", "anggota komisi iii dewan perwakilan rakyat"),
    ],
)
def test_posts_say_their_body_once(title: str, body: str, key: str) -> None:
    assert office_key(title, body, words()) == key


@pytest.mark.parametrize(
    ("title", "complete"),
    [
        ("Presiden", True),
        ("Plt Menpora", True),
        ("Wakil Menteri Keuangan", True),
        ("Pangdam XII/Tanjungpura", True),
        ("Bupati Garut", True),
        ("Kadis Kesehatan Sumatera Barat", True),
        ("Ketua", False),
        ("Kapolda", False),
        ("menteri", False),
        ("Kepala Dinas Kesehatan", False),
        ("anggota DPRD", False),
        ("Sekda", False),
    ],
)
def test_which_titles_name_one_post(title: str, complete: bool) -> None:  # noqa: FBT001
    assert is_complete(office_key(title, "", words()), words()) is complete


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Menteri Keuangan", 1),
        ("Bupati Garut", 1),
        ("Plt Bupati Garut", 1),
        ("Ketua Umum PSSI", 1),
        ("Wakil Ketua KPK", None),
        ("anggota DPR", None),
        ("hakim agung Mahkamah Agung", None),
    ],
)
def test_seats(title: str, expected: int | None) -> None:
    assert seats(office_key(title, "", words()), words()) == expected
