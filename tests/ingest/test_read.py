import gzip
import json
import lzma
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.ingest.read import read_articles
from graphbuild.model.text import DateBasis, Document, Rejected
from graphbuild.settings import Settings

TEXT = "Camat Baru Dilantik di Sukamaju\n\nSenin, 4 Desember 2023 - 10:00 WIB\n\nBudi Santoso dilantik sebagai Camat Sukamaju."


def read(*paths: Path) -> list[Document | Rejected]:
    return list(read_articles(paths, Settings()))


def test_a_text_file_is_kept_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "camat-baru.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    (document,) = read(path)
    assert isinstance(document, Document)
    assert (document.id, document.title) == ("camat-baru", "Camat Baru Dilantik di Sukamaju")
    assert document.text == TEXT.replace("\n", "\r\n")
    assert (str(document.source.published), document.source.date_basis) == ("2023-12-04", DateBasis.HEADER)
    assert document.source.path == path.name


def test_a_record_gives_its_fields(tmp_path: Path) -> None:
    record = {
        "id": 7,
        "title": "Camat  Baru",
        "text": TEXT,
        "url": "https://www.kabarsagara.example/a",
        "date": "5 Desember 2023",
    }
    path = tmp_path / "arsip.jsonl"
    path.write_text(json.dumps(record))
    (document,) = read(path)
    assert isinstance(document, Document)
    assert (document.id, document.title, document.source.outlet) == ("7", "Camat Baru", "kabarsagara.example")
    assert (str(document.source.published), document.source.date_basis) == ("2023-12-05", DateBasis.FIELD)
    assert document.source.path == f"{path.name}:1"


def test_a_record_without_id_is_named_by_its_text(tmp_path: Path) -> None:
    path = tmp_path / "arsip.jsonl"
    path.write_text((json.dumps({"text": TEXT}) + "\n") * 2 + json.dumps({"text": TEXT + " Ya."}))
    ids = [document.id for document in read(path) if isinstance(document, Document)]
    assert ids[0] == ids[1] != ids[2]


def test_a_page_gives_its_text_title_date_and_outlet(tmp_path: Path) -> None:
    path = tmp_path / "camat.html"
    prose = "Budi Santoso dilantik sebagai Camat Sukamaju oleh Bupati Siti Rahma di pendopo kabupaten pada Senin pagi."
    path.write_text(
        "<html><head><meta property='article:published_time' content='2023-12-04T10:00:00+07:00'>"
        "<meta property='og:site_name' content='Kabar Sagara'></head><body><nav>Beranda | Daerah</nav>"
        f"<article><h1>Camat Baru</h1><p>{prose}</p><p>{prose.replace('Budi', 'Ani')}</p></article></body></html>"
    )
    (document,) = read(path)
    assert isinstance(document, Document)
    assert (document.id, document.title, document.source.outlet) == ("camat", "Camat Baru", "Kabar Sagara")
    assert prose in document.text
    assert "Beranda" not in document.text
    assert (str(document.source.published), document.source.date_basis) == ("2023-12-04", DateBasis.PAGE)


def test_packed_files_read_as_the_files_in_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.txt.xz").write_bytes(lzma.compress(TEXT.encode()))
    (tmp_path / "c.jsonl.xz").write_bytes(lzma.compress(json.dumps({"id": "c", "text": TEXT}).encode()))
    documents = read(tmp_path)
    assert [(document.id, document.text) for document in documents if isinstance(document, Document)] == [
        ("a", TEXT),
        ("b", TEXT),
        ("c", TEXT),
    ]


def test_folders_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "c/a.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    places = [document.source.path for document in read(tmp_path) if isinstance(document, Document)]
    assert places == ["a/z.txt", "a.txt", "b.txt", "c/a.txt"]


def test_without_any_date_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Budi Santoso dilantik sebagai Camat Sukamaju pada Senin pagi.")
    (document,) = read(path)
    assert isinstance(document, Document)
    assert (document.source.published, document.source.date_basis, document.title) == (None, None, "")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(
        st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass"))
    )
)
def test_any_bytes_give_articles_or_reasons(content: bytes, tmp_path: Path) -> None:
    for name in ("a.txt", "b.html", "c.jsonl", "d.txt.gz", "e.jsonl.xz"):
        path = tmp_path / name
        path.write_bytes(content)
        results = read(path)
        assert results or name == "c.jsonl"
        assert all(isinstance(result, Document | Rejected) for result in results)


FIELDS = st.sampled_from(["id", "title", "text", "html", "url", "outlet", "date", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=st.lists(st.dictionaries(FIELDS, VALUES, max_size=6) | VALUES, min_size=1, max_size=4))
def test_any_records_give_one_result_each(records: list[object], tmp_path: Path) -> None:
    path = tmp_path / "arsip.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    results = read(path)
    assert len(results) == len(records)
    for result in results:
        if isinstance(result, Document):
            (result.id + result.title + result.text + (result.source.url or "")).encode()
            assert result.id
