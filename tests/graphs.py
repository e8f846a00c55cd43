"""A small invented world as a graph: two ministries' people, their posts, a pact, a verdict, a rumor and a denial."""

import datetime as dt

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Chain, DateBasis, Document, Facts, Form, Kind, Mention, Modality, Source, Span
from graphbuild.model.world import Article, Bounds, Entity, Event, Evidence, Graph, Statement

TEXTS = {
    "a1": 'Ratna Wibowo dilantik sebagai Dirjen Pesisir oleh Presiden Harun Lesmana, 10 Agustus 2021. Ia "siap"\tbekerja.',
    "a2": "Ratna Wibowo mundur dari jabatan Dirjen Pesisir Kelautan sejak 13 Agustus 2024. Ia membantah didesak.",
    "a3": "Komisi Arsip dan Kementerian Kelautan meneken nota kesepahaman pada akhir Oktober 2023.",
    "a4": "Mantan Menteri Kelautan Jaya Sentosa divonis 15 tahun penjara. Ratna mundur 14 Agustus, kata sumber \\ lain.",
}
DATES = {"a1": "2021-08-11", "a2": "2024-08-14", "a3": "2023-12-04", "a4": "2024-08"}


def day(iso: str) -> dt.date:
    return dt.date.fromisoformat(iso)


def date(iso: str) -> PartialDate:
    return PartialDate(iso)


def article(identifier: str) -> Article:
    source = Source(
        f"{identifier}.txt",
        "Kabar Contoh",
        f"https://kabar.example/{identifier}?q=1",
        date(DATES[identifier]),
        DateBasis.HEADER,
    )
    return Article(identifier, f"Judul {identifier}", source, len(TEXTS[identifier]), identifier * 32)


def said(document: str, words: str = "", trigger: str = "") -> Evidence:
    """Evidence that points at words of one of the texts; the whole text if none are given."""
    text = TEXTS[document]
    words = words or text
    start = text.index(words)
    at = start + (words.index(trigger) if trigger else 0)
    return Evidence(
        document, Span(start, start + len(words)), words, Span(at, at + (len(trigger) or len(words))), "verb"
    )


def entity(
    identifier: str, kind: Kind, *names: str, of: str | None = None, parent: str | None = None, seats: int | None = None
) -> Entity:
    return Entity(identifier, kind, names[0], tuple(sorted(names)), (("a1", identifier),), of, parent, seats)


RATNA, JAYA, HARUN, DEWI = (
    "person/ratna-wibowo-1",
    "person/jaya-sentosa-1",
    "person/harun-lesmana-1",
    "person/dewi-arum-1",
)
DIRJEN, MENTERI, PRESIDEN = "office/dirjen-pesisir-1", "office/menteri-kelautan-1", "office/presiden-1"
KELAUTAN, PESISIR, ARSIP, KAMPUS = (
    "organization/kelautan-1",
    "organization/pesisir-1",
    "organization/arsip-1",
    "organization/kampus-1",
)
SAGARA = "place/sagara-1"

ENTITIES = (
    entity(DIRJEN, Kind.OFFICE, "Direktur Jenderal Pesisir", "Dirjen Pesisir", of=KELAUTAN, seats=1),
    entity(MENTERI, Kind.OFFICE, "Menteri Kelautan", of=KELAUTAN, seats=1),
    entity(PRESIDEN, Kind.OFFICE, "Presiden"),
    entity(ARSIP, Kind.ORGANIZATION, "Komisi Arsip", "KA"),
    entity(KAMPUS, Kind.ORGANIZATION, "Universitas Sagara"),
    entity(KELAUTAN, Kind.ORGANIZATION, "Kementerian Kelautan", "Kelautan"),
    entity(PESISIR, Kind.ORGANIZATION, "Ditjen Pesisir", parent=KELAUTAN),
    entity(DEWI, Kind.PERSON, "Dewi Arum"),
    entity(HARUN, Kind.PERSON, "Harun Lesmana"),
    entity(JAYA, Kind.PERSON, "Jaya Sentosa"),
    entity(RATNA, Kind.PERSON, "Ratna Wibowo", "Ratna"),
    entity(SAGARA, Kind.PLACE, 'Kota "Sagara"'),
)


def event(
    name: str, type_name: str, roles: list[tuple[str, str]], evidence: tuple[Evidence, ...], **more: object
) -> Event:
    return Event(f"event/{type_name}-{name}", type_name, tuple(sorted(roles)), evidence, **more)  # type: ignore[arg-type]


A1, A2, A3, A4 = (
    said("a1", trigger="dilantik"),
    said("a2", trigger="mundur"),
    said("a3", trigger="nota kesepahaman"),
    said("a4", trigger="divonis"),
)
BOUNDS = Bounds(day("2021-08-10"), day("2021-08-10"), day("2024-08-13"), day("2024-08-13"))

EVENTS = (
    event(
        "1",
        "agreement",
        [("parties", ARSIP), ("parties", PESISIR)],
        (A3,),
        texts=(("subject", "arsip pesisir"),),
        date=date("2023-10"),
        modifier="akhir",
        bounds=Bounds(day("2023-10-01"), None, None, day("2023-10-31")),
    ),
    event(
        "1",
        "appointment",
        [("person", RATNA), ("office", DIRJEN), ("organization", KELAUTAN), ("by", HARUN)],
        (A1,),
        texts=(("instrument", "Keppres Nomor 8/X/2021"),),
        date=date("2021-08-10"),
        bounds=Bounds(day("2021-08-10"), None, None, day("2021-08-10")),
    ),
    event(
        "2",
        "appointment",
        [("person", DEWI), ("office", DIRJEN)],
        (A2,),
        modality=Modality.PLANNED,
        date=date("2024-09"),
    ),
    event(
        "1",
        "education",
        [("person", RATNA), ("institution", KAMPUS)],
        (A1,),
        texts=(("degree", "Sosiologi"),),
        date=date("1994"),
    ),
    event("2", "education", [("person", JAYA), ("institution", KAMPUS)], (A4,)),
    event(
        "1",
        "legal",
        [("person", JAYA)],
        (A4,),
        texts=(("charge", "suap izin"), ("sentence", "15 tahun penjara")),
        label="conviction",
        bounds=Bounds(not_after=day("2024-08-14")),
    ),
    event(
        "1",
        "resignation",
        [("person", RATNA), ("office", DIRJEN)],
        (A2, A4),
        texts=(("reason", "alasan pribadi"),),
        date=date("2024-08-13"),
        bounds=Bounds(day("2024-08-13"), None, None, day("2024-08-13")),
    ),
    event(
        "2",
        "resignation",
        [("person", RATNA), ("office", DIRJEN)],
        (A2,),
        modality=Modality.DENIED,
        texts=(("reason", "desakan"),),
    ),
    event(
        "1",
        "tenure",
        [("person", RATNA), ("office", DIRJEN)],
        (A1, A2),
        start=date("2021-08-10"),
        end=date("2024-08-13"),
        bounds=BOUNDS,
        started_by="event/appointment-1",
        ended_by="event/resignation-1",
        replaces="event/tenure-4",
    ),
    event(
        "2",
        "tenure",
        [("person", JAYA), ("office", MENTERI)],
        (A4,),
        label="former",
        bounds=Bounds(not_after=day("2024-08-14")),
    ),
    event(
        "3",
        "tenure",
        [("person", HARUN), ("office", PRESIDEN)],
        (A1,),
        label="current",
        bounds=Bounds(None, day("2021-08-10"), day("2021-08-11"), None),
    ),
    event(
        "4",
        "tenure",
        [("person", DEWI), ("office", DIRJEN)],
        (A1,),
        end=date("2021"),
        bounds=Bounds(None, None, None, day("2021-12-31")),
    ),
)

STATEMENTS = (
    Statement(
        "claim/0000000000000001",
        "event/resignation-1",
        "date",
        "2024-08-13",
        "accepted",
        0.9,
        (A2,),
        conflicts_with=("claim/0000000000000002",),
        refines=("claim/0000000000000003",),
    ),
    Statement(
        "claim/0000000000000002",
        "event/resignation-1",
        "date",
        "2024-08-14",
        "rejected",
        0.4,
        (said("a4", "Ratna mundur 14 Agustus, kata sumber \\ lain."),),
        conflicts_with=("claim/0000000000000001",),
    ),
    Statement("claim/0000000000000003", "event/resignation-1", "date", "2024-08", "coarser", 0.9, (A2,)),
)

GRAPH = Graph(tuple(map(article, sorted(TEXTS))), ENTITIES, EVENTS, STATEMENTS)

FACTS = (
    Facts(
        Document("a1", Source("a1.txt"), "Judul a1", TEXTS["a1"]),
        (Span(0, 90), Span(91, len(TEXTS["a1"]))),
        (
            Chain(
                RATNA,
                Kind.PERSON,
                "Ratna Wibowo",
                (
                    Mention(Span(0, 12), Kind.PERSON, "Ratna Wibowo"),
                    Mention(Span(91, 93), Kind.PERSON, "Ia", Form.PRONOUN),
                ),
            ),
            Chain("nobody", Kind.PERSON, "Nobody", (Mention(Span(0, 5), Kind.PERSON, "Ratna"),)),
        ),
        (),
    ),
)
