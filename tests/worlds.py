"""Graphs of the world for tests: a small hand-made one, a large generated one, a hostile one."""

import datetime as dt
import random

from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Kind, Modality, Source, Span
from graphbuild.model.world import Article, Bounds, Entity, Event, Evidence, Graph, Statement


def article(number: int, outlet: str, date: str, title: str = "Berita", url: str | None = None) -> Article:
    source = Source(f"{number}.txt", outlet, url or f"https://koran.example/{number}", PartialDate(date))
    return Article(f"a{number}", title, source, 1000, "0" * 64)


def entity(name: str, kind: Kind, of: str | None = None, names: tuple[str, ...] = (), key: str | None = None) -> Entity:
    return Entity(key or f"{kind.value}-{name}", kind, name, (name, *names), (), of)


def evidence(document: str, quote: str, trigger: str, start: int = 100) -> Evidence:
    at = quote.find(trigger)
    return Evidence(
        document, Span(start, start + len(quote)), quote, Span(start + at, start + at + len(trigger)), "verb"
    )


def day(iso: str | None) -> dt.date | None:
    return None if iso is None else dt.date.fromisoformat(iso)


def event(kind: str, roles: dict[str, str], told: tuple[Evidence, ...], **more: object) -> Event:
    dates = {key: PartialDate(str(more.pop(key))) for key in ("date", "start", "end") if key in more}
    bounds = Bounds(*(day(iso) for iso in more.pop("bounds", (None,) * 4)))
    key = f"{kind}-{'-'.join(roles.values())}-{dates.get('date', dates.get('start', ''))}"
    return Event(more.pop("id", key), kind, tuple(sorted(roles.items())), told, bounds=bounds, **dates, **more)


PERSON, OFFICE, ORG, PLACE = Kind.PERSON, Kind.OFFICE, Kind.ORGANIZATION, Kind.PLACE


def small() -> Graph:
    """A director general who resigns, the secretary general who stands in, a regent in court, a disputed day."""
    articles = (
        article(1, "Kabar Sagara", "2022-03-14", "Ratna Wulandari Jabat Dirjen Pelabuhan"),
        article(2, "Nusantara Kini", "2023-02-20", "Profil Ratna Wulandari"),
        article(3, "Kabar Sagara", "2024-07-03", "Ratna Wulandari Mundur"),
        article(4, "Tirta Pos", "2024-07-03", "Dirjen Pelabuhan Pamit"),
        article(5, "Harian Baruna", "2024-08-06", "Gubernur Copot Kepala Dinas"),
        article(6, "Tirta Pos", "2024-08-08", "Dewi Diberhentikan"),
        article(7, "Harian Baruna", "2024-05-21", "Bupati Tirtamaya Divonis"),
    )
    kpp, dishub, sagara, tirta = (
        "ORG-Kementerian Pelabuhan",
        "ORG-Dinas Perhubungan",
        "LOC-Sagara Jaya",
        "LOC-Tirtamaya",
    )
    entities = (
        entity("Ratna Wulandari", PERSON, names=("Ratna",)), entity("Bagas Prawironoto", PERSON, names=("Bagas",)),
        entity("Hendra Kusumajaya", PERSON), entity("Dewi Purnamaningsih", PERSON), entity("Yusuf Tambunan", PERSON),
        entity("Surya Dharmaputra", PERSON), entity("Melati Anggraini", PERSON), entity("Arman Lubis", PERSON),
        entity("Direktur Jenderal Pelabuhan", OFFICE, kpp, ("Dirjen Pelabuhan",)),
        entity("Sekretaris Jenderal Kementerian Pelabuhan", OFFICE, kpp), entity("Menteri Pelabuhan", OFFICE, kpp),
        entity("Kepala Dinas Perhubungan", OFFICE, dishub), entity("Gubernur Sagara Jaya", OFFICE, sagara),
        entity("Bupati Tirtamaya", OFFICE, tirta), entity("Rektor", OFFICE, "ORG-Universitas Samudra"),
        entity("Kementerian Pelabuhan", ORG, names=("KPP",)), entity("Dinas Perhubungan", ORG),
        entity("Universitas Samudra", ORG), entity("Harian Baruna", ORG), entity("Sagara Jaya", PLACE),
        entity("Tirtamaya", PLACE), entity("Kota Baruna", PLACE),
    )  # fmt: skip
    ratna, bagas, dirjen = "PER-Ratna Wulandari", "PER-Bagas Prawironoto", "OFFICE-Direktur Jenderal Pelabuhan"
    dewi, kadis, melati, bupati = (
        "PER-Dewi Purnamaningsih",
        "OFFICE-Kepala Dinas Perhubungan",
        "PER-Melati Anggraini",
        "OFFICE-Bupati Tirtamaya",
    )
    yusuf, surya = "PER-Yusuf Tambunan", "PER-Surya Dharmaputra"
    told = evidence(
        "a1",
        "Menteri Pelabuhan Hendra Kusumajaya melantik Ratna Wulandari sebagai Direktur Jenderal Pelabuhan, Senin (14/3/2022).",
        "melantik",
    )
    coarse = evidence("a2", "Ratna menjabat Direktur Jenderal Pelabuhan sejak Maret 2022.", "menjabat")
    leaves = evidence("a3", "Ratna mengundurkan diri terhitung sejak Senin, 1 Juli 2024.", "mengundurkan diri")
    also = evidence("a4", "Ratna resmi mundur pada Senin (1/7).", "mundur")
    standin = evidence("a4", "Posisi itu diisi Bagas Prawironoto sebagai Plt Dirjen Pelabuhan.", "Plt")
    fired = evidence("a5", "Gubernur mencopot Dewi pada Senin (5/8/2024).", "mencopot")
    other = evidence("a6", "Dewi diberhentikan pada Rabu (7/8/2024).", "diberhentikan")
    jail = evidence(
        "a7", "Hakim menjatuhkan vonis enam tahun penjara kepada Surya Dharmaputra, Selasa (21/5/2024).", "vonis"
    )
    denied = evidence("a4", "Ia membantah akan maju sebagai calon Gubernur Sagara Jaya.", "maju")
    plan = evidence("a7", "Melati Anggraini akan dilantik sebagai Bupati Tirtamaya pada 20 September 2024.", "dilantik")
    career = evidence("a2", "Ratna pernah bekerja sebagai wartawan di Harian Baruna pada 1995-1998.", "bekerja")
    study = evidence("a2", "Perempuan itu lulus dari Teknik Sipil Universitas Samudra pada 1994.", "lulus")
    pact = evidence(
        "a2",
        "Kementerian Pelabuhan menandatangani nota kesepahaman dengan Universitas Samudra, Kamis (26/10/2023).",
        "nota kesepahaman",
    )
    events = (
        event("appointment", {"person": ratna, "office": dirjen, "by": "PER-Hendra Kusumajaya"}, (told,), date="2022-03-14", texts=(("instrument", "Keppres 31/TPA/2022"),)),
        event("tenure", {"person": ratna, "office": dirjen, "organization": kpp}, (told, coarse, leaves), id="tenure-ratna", start="2022-03-14", end="2024-07-01",
              bounds=("2022-03-14", "2022-03-14", "2024-06-30", "2024-07-01")),
        event("resignation", {"person": ratna, "office": dirjen}, (leaves, also), date="2024-07-01"),
        event("tenure", {"person": bagas, "office": dirjen}, (standin,), start="2024-07", modifier="Plt", bounds=("2024-07-01", "2024-07-03", "2024-07-03", None)),
        event("tenure", {"person": bagas, "office": "OFFICE-Sekretaris Jenderal Kementerian Pelabuhan"}, (standin,), label="current", bounds=(None, "2024-07-03", "2024-07-03", None)),
        event("tenure", {"person": "PER-Hendra Kusumajaya", "office": "OFFICE-Menteri Pelabuhan"}, (told,), label="current", bounds=(None, "2022-03-14", "2024-07-03", None)),
        event("tenure", {"person": yusuf, "office": "OFFICE-Gubernur Sagara Jaya"}, (fired,), start="2020", bounds=("2020-01-01", "2020-12-31", "2024-08-06", None)),
        event("tenure", {"person": dewi, "office": kadis}, (fired,), start="2022-04", end="2024-08", bounds=("2022-04-01", "2022-04-30", "2024-08-04", "2024-08-07")),
        event("tenure", {"person": ratna, "office": kadis}, (told,), start="2017", end="2022-03-14", bounds=("2017-01-01", "2017-12-31", "2022-03-13", "2022-03-14")),
        event("dismissal", {"person": dewi, "office": kadis, "by": yusuf}, (fired, other), date="2024-08-05", id="dismissal-dewi", texts=(("reason", "proyek terminal yang mangkrak"),)),
        event("nomination", {"person": ratna, "office": "OFFICE-Gubernur Sagara Jaya"}, (denied,), modality=Modality.DENIED),
        event("appointment", {"person": melati, "office": bupati}, (plan,), date="2024-09-20", modality=Modality.PLANNED),
        event("tenure", {"person": surya, "office": bupati}, (jail,), start="2019", label="former", bounds=("2019-01-01", "2019-12-31", "2023-11-09", "2024-09-10")),
        event("legal", {"person": surya}, (jail,), date="2024-05-21", label="conviction", texts=(("sentence", "enam tahun penjara"),)),
        event("employment", {"person": ratna, "organization": "ORG-Harian Baruna"}, (career,), start="1995", end="1998", texts=(("position", "wartawan"),), bounds=("1995-01-01", "1995-12-31", "1998-01-01", "1998-12-31")),
        event("education", {"person": ratna, "institution": "ORG-Universitas Samudra"}, (study,), date="1994", texts=(("degree", "Teknik Sipil"),)),
        event("agreement", {"parties": kpp}, (pact,), date="2023-10-26", id="agreement-kpp"),
        event("tenure", {"person": "PER-Arman Lubis", "office": "OFFICE-Rektor"}, (pact,), label="current", bounds=(None, "2022-03-14", "2023-10-26", None)),
    )  # fmt: skip
    pact_event = next(e for e in events if e.id == "agreement-kpp")
    both = Event(
        **{
            **{f: getattr(pact_event, f) for f in Event.__slots__},
            "roles": (("parties", kpp), ("parties", "ORG-Universitas Samudra")),
        }
    )
    events = tuple(both if e.id == "agreement-kpp" else e for e in events)
    statements = (
        Statement("s1", "dismissal-dewi", "date", "2024-08-05", "accepted", 0.7, (fired,), conflicts_with=("s2",)),
        Statement("s2", "dismissal-dewi", "date", "2024-08-07", "open", 0.3, (other,), conflicts_with=("s1",)),
        Statement("s3", "tenure-ratna", "start", "2022-03", "coarser", 0.9, (coarse,), refines=()),
    )
    return Graph(articles, tuple(sorted(entities, key=lambda e: e.id)), events, statements)


def large(nodes: int, seed: int = 1) -> Graph:
    """About ``nodes`` people, posts and bodies with a tenure or two each, every one told by two sentences."""
    chance = random.Random(seed)
    articles = tuple(
        article(i, f"Koran {i % 9}", f"{2000 + i % 25}-{1 + i % 12:02}-{1 + i % 28:02}") for i in range(nodes // 10 + 1)
    )
    orgs = [entity(f"Dinas {i} Kabupaten {i % 40}", ORG, key=f"org-{i:05}") for i in range(nodes // 10)]
    offices = [
        entity(f"Kepala Bidang {i}", OFFICE, chance.choice(orgs).id, key=f"office-{i:05}")
        for i in range(nodes * 3 // 10)
    ]
    people = [
        entity(f"Nama {i} Marga {i % 97}", PERSON, key=f"person-{i:05}")
        for i in range(nodes - len(orgs) - len(offices))
    ]
    events = []
    for i, person in enumerate(people):
        for j in range(1 + (chance.random() < 0.7)):
            year = chance.randint(2000, 2023)
            quote = f"{person.name} dilantik sebagai kepala bidang pada {year} dan sejak hari itu memimpin pembenahan pelayanan yang lama dinanti warga, kata {i} orang saksi."
            told = tuple(evidence(chance.choice(articles).id, quote, "dilantik", 10 * i) for _ in range(2))
            roles = {"person": person.id, "office": chance.choice(offices[: 40 + i]).id}
            events.append(
                event(
                    "tenure",
                    roles,
                    told,
                    id=f"t-{i:05}-{j}",
                    start=str(year),
                    bounds=(f"{year}-01-01", f"{year}-12-31", f"{year + 2}-01-01", f"{year + 2}-12-31"),
                )
            )
            events.append(event("appointment", roles, told[:1], id=f"u-{i:05}-{j}", date=f"{year}-05-0{1 + i % 9}"))
    return Graph(articles, tuple(sorted(orgs + offices + people, key=lambda e: e.id)), tuple(events))
