import itertools

import pytest

from graphbuild.ingest.furniture import mark_furniture

PROSE = "Budi Santoso dilantik sebagai Camat Sukamaju oleh Bupati Siti Rahma di pendopo kabupaten pada Senin pagi."
MORE = "Ia menggantikan Agus Wijaya yang memasuki masa pensiun setelah tiga tahun memimpin kecamatan tersebut."

CASES = [
    # the text, what of it is furniture, why
    (f"ADVERTISEMENT\n{PROSE}", ["ADVERTISEMENT"], "an advertisement stands on its own line"),
    (f"{PROSE}\nSCROLL TO CONTINUE WITH CONTENT\n{MORE}", ["SCROLL TO CONTINUE WITH CONTENT"], "and between paragraphs"),
    (f"{PROSE} SCROLL TO CONTINUE WITH CONTENT {MORE}", ["SCROLL TO CONTINUE WITH CONTENT"], "and inside one"),
    (f"News Bola Daerah Jabar Jateng Bali\n{PROSE}", ["News Bola Daerah Jabar Jateng Bali"], "a menu is capitalized sections"),
    (f"Beranda / Berita / Daerah\n{PROSE}", ["Beranda / Berita / Daerah"], "a trail has strokes"),
    (f"1856\n{PROSE}", ["1856"], "a counter is digits alone"),
    (f"Rabu, 14 Agustus 2024 - 16:54 WIB\n{PROSE}", ["Rabu, 14 Agustus 2024 - 16:54 WIB"], "a date line says nothing else"),
    (f"{PROSE}\nFacebook Twitter WhatsApp\n{MORE}", ["Facebook Twitter WhatsApp"], "share buttons"),
    (f"{PROSE}\n0 Komentar", ["0 Komentar"], "comments"),
    (f"{PROSE}\nBaca Juga: Jalan Desa Rusak, Warga Protes\n{MORE}", ["Baca Juga: Jalan Desa Rusak, Warga Protes"], "a line of its own"),
    (f"{PROSE}\nBaca juga:\nJalan Desa Rusak, Warga Protes\n{MORE}", ["Baca juga:", "Jalan Desa Rusak, Warga Protes"], "the headline below"),
    (f"{PROSE}\nBaca Juga\n{MORE}", ["Baca Juga"], "no headline follows: prose goes on"),
    (f"{PROSE} (Baca juga: Jalan Desa Rusak) {MORE}", ["(Baca juga: Jalan Desa Rusak)"], "brackets end it"),
    (
        f'{PROSE} Baca juga: Jalan Desa Rusak di Sukamaju, Warga Protes "Kami siap bekerja," katanya. {MORE}',
        ["Baca juga: Jalan Desa Rusak di Sukamaju, Warga Protes "],
        "a quotation is prose",
    ),
    (
        f"{PROSE} Baca juga: Warga protes jalan desa rusak di SukamajuMenurut dia, jabatan itu berat. {MORE} {MORE}",
        ["Baca juga: Warga protes jalan desa rusak di Sukamaju"],
        "a glued word that opens sentences",
    ),
    (
        f"{PROSE} Baca juga: Jalan Desa Rusak Parah di Sukamaju Rumah dinas itu kini ditempati. {MORE} {MORE}",
        ["Baca juga: Jalan Desa Rusak Parah di Sukamaju "],
        "behind a headline in capitals, prose is small",
    ),
    (f"{PROSE} (agr/rpi)", ["(agr/rpi)"], "initials of the writers"),
    (f"{PROSE} (Ani)", ["(Ani)"], "a name behind the last sentence"),
    (f"{PROSE}\nSumber :\n  • kabarsagara.example/Rudi Hartono", ["Sumber :", "• kabarsagara.example/Rudi Hartono"], "a picture's credit"),
    (f"Foto: Rudi Hartono\n{PROSE}", ["Foto: Rudi Hartono"], "a credit line"),
    (f"Penulis: Ani Lestari\n{PROSE}\nEditor: Rudi", ["Penulis: Ani Lestari", "Editor: Rudi"], "writer and editor"),
    (f"{PROSE} Pewarta: Ani Lestari Editor: Rudi COPYRIGHT © KABAR 2024", [" Pewarta: Ani Lestari Editor: Rudi COPYRIGHT © KABAR 2024"], "glued"),
    (f"Suasana pelantikan. (Foto: Humas)\n{PROSE}", ["(Foto: Humas)"], "a credit in brackets"),
    (f"Jakarta, kabarsagara.com - {PROSE}", [", kabarsagara.com - "], "the outlet, not the city"),
    (f"KABARSAGARA.CO.ID, JAKARTA -- {PROSE}", ["KABARSAGARA.CO.ID, "], "the outlet first"),
    (f"Jakarta (ANTARA) - {PROSE}", [" (ANTARA) - "], "the outlet in brackets"),
    (f"kabarsagaraBudi{PROSE[4:]}", ["kabarsagara"], "the outlet glued to the first word"),
    (f"{PROSE} Artikel ini telah tayang di kabarsagara.com dengan judul Camat Baru", ["Artikel ini telah tayang di kabarsagara.com dengan judul Camat Baru"], "a call"),
    (
        f"{PROSE}\nBerita Terkait\nJalan Desa Rusak, Warga Protes\nBupati Buka Festival Sungai",
        ["Berita Terkait", "Jalan Desa Rusak, Warga Protes", "Bupati Buka Festival Sungai"],
        "other articles to the end",
    ),
    (f"{PROSE}\nTerpopuler\nJalan Desa Rusak Lagi\n{MORE}\n{MORE}", ["Terpopuler", "Jalan Desa Rusak Lagi"], "prose goes on after two paragraphs"),
    (f"{PROSE} (ani)\ncamat\nsukamaju", ["(ani)", "camat", "sukamaju"], "tags below the signature"),
    # what must stay
    (PROSE, [], "prose"),
    (f"{PROSE}\nMembangun Desa\n{MORE}", [], "a heading between paragraphs"),
    ("Sidang digelar pada Selasa (13/8)", [], "a date in brackets is no signature"),
    ("Ia pernah memimpin Badan Kepegawaian Daerah (BKD)", [], "an acronym is no signature"),
    (f"Pejabat yang dilantik:\n1. Ani Lestari (Camat Sukamaju)\n2. Rudi Hartono (Camat Tirta)\n{MORE}", [], "lists of officials"),
    ("Video itu menjadi\nviral\ndi media sosial sejak kemarin.", [], "a link broken out of its sentence"),
    ("Bandung, Jawa Barat - Budi Santoso dilantik.", [], "a province is no outlet"),
    (f"Menurut Ani, warga perlu membaca juga: {MORE}", [], "small letters: the words are meant"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "furniture", "reason"), CASES, ids=[case[2] for case in CASES])
def test_marks(text: str, furniture: list[str], reason: str) -> None:
    marks = mark_furniture(text)
    assert [text[mark.span.start : mark.span.end] for mark in marks] == furniture, reason


def test_the_headline_is_furniture_where_a_line_repeats_it() -> None:
    title = "Budi Santoso Jadi Camat Sukamaju"
    text = f"{title}\n{title.upper()} (ist/ilustrasi)\n{PROSE}\nJadi Camat Sukamaju\n{PROSE} {title}."
    marks = mark_furniture(text, title)
    found = [text[mark.span.start : mark.span.end] for mark in marks if mark.rule == "headline"]
    assert found == [title, f"{title.upper()} (ist/ilustrasi)"]


def test_marks_are_in_order_and_do_not_overlap() -> None:
    text = (
        f"ADVERTISEMENT\nBaca juga: Iklan Baru ADVERTISEMENT\n{PROSE} (ani)\nBerita Terkait\nBaca juga: Ini Dia\nIklan"
    )
    marks = mark_furniture(text)
    assert all(first.span.end <= second.span.start for first, second in itertools.pairwise(marks))
