import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphbuild.errors import InputError, OutputError
from graphbuild.model.lines import facts_line, read_facts
from graphbuild.pipeline import Stopwatch
from graphbuild.scale.run import Options, collect_facts, stored_facts
from graphbuild.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))
import fake

NAMES = ("Budi Santoso", "Siti Rahma", "Joko Prasetyo", "Wulan Sari", "Rudi Hartono", "Maya Putri")
PLACES = ("Garut", "Tegal", "Bantul", "Kendal", "Sumba", "Natuna", "Palopo")


def article(number: int) -> str:
    """An article unlike the others: near-repeats are a matter of another test."""
    chance = random.Random(number)
    words = " ".join(f"kata{chance.randrange(100000)}" for _ in range(60))
    return f"{chance.choice(NAMES)} tiba di {chance.choice(PLACES)} pada hari ke-{number}. Isinya {words}."


@pytest.fixture
def articles(tmp_path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:03}.txt").write_text(article(number), encoding="utf-8")
    return folder


def run(articles: Path, target: Path):
    return collect_facts([articles], target, Options(Settings(batch=4)), Stopwatch())


def test_facts_read_back_as_they_were_written(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    run(articles, tmp_path / "facts.jsonl")
    for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        mark = json.loads(line)["fingerprint"]
        assert facts_line(read_facts(line), mark) == line


def test_every_span_reslices_to_its_words(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    run(articles, tmp_path / "facts.jsonl")
    for line in (tmp_path / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["document"]["text"]
        spans = [mention for chain in record["chains"] for mention in chain["mentions"]]
        spans += [claim[part] for claim in record["claims"] for part in ("trigger", "sentence")]
        assert spans
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_a_second_run_analyzes_nothing_and_writes_the_same(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    target = tmp_path / "facts.jsonl"
    run(articles, target)
    before = target.read_bytes()
    report = run(articles, target)
    assert (report.reused, target.read_bytes()) == (30, before)


def test_added_changed_and_removed_articles_give_what_a_run_from_scratch_gives(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    target, fresh = tmp_path / "facts.jsonl", tmp_path / "fresh.jsonl"
    run(articles, target)
    chance = random.Random(7)
    for step in range(12):
        path = articles / f"{chance.randrange(40):03}.txt"
        if path.exists() and chance.random() < 0.4:
            path.unlink()
        else:
            path.write_text(article(1000 + step), encoding="utf-8")
    report = run(articles, target)
    run(articles, fresh)
    assert target.read_bytes() == fresh.read_bytes()
    assert 0 < report.reused < 30


def test_counts_add_up_and_reasons_are_given(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    (articles / "empty.txt").write_bytes(b"")
    (articles / "again.txt").write_text(article(3), encoding="utf-8")
    report = run(articles, tmp_path / "facts.jsonl").record(timings={}, versions={})
    counts = report["articles"]
    assert counts["read"] == counts["built"] + counts["rejected"] + counts["duplicate"] == 32
    assert [item["path"].endswith("empty.txt") for item in report["rejected"]] == [True]
    assert len(report["duplicates"]) == 1
    assert len(list(stored_facts(tmp_path / "facts.jsonl"))) == 31


def test_nothing_to_read_is_an_error_that_names_the_input(tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    (tmp_path / "none").mkdir()
    with pytest.raises(InputError, match="none"):
        run(tmp_path / "none", tmp_path / "facts.jsonl")


def test_a_place_that_cannot_be_written_is_an_error_that_names_it(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OutputError, match="taken"):
        run(articles, tmp_path / "taken" / "facts.jsonl")


SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, {here!r})
import fake
fake.SLOW = 0.01
fake.install()
from graphbuild.pipeline import Stopwatch
from graphbuild.scale.run import Options, collect_facts
from graphbuild.settings import Settings
report = collect_facts([Path({articles!r})], Path({target!r}), Options(Settings(batch=1)), Stopwatch())
print(report.built - report.reused)
"""


def known(journal: Path) -> int:
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def test_a_run_that_is_killed_goes_on_where_it_was(articles, tmp_path, monkeypatch) -> None:
    fake.install(monkeypatch)
    run(articles, tmp_path / "fresh.jsonl")
    target = tmp_path / "facts.jsonl"
    script = SCRIPT.format(here=str(Path(__file__).parent), articles=str(articles), target=str(target))
    journal = tmp_path / ".facts.jsonl.journal"
    for stop in (1, 4, 11, 12, 27):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        while process.poll() is None and known(journal) < stop:
            time.sleep(0.001)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        assert not target.exists()
    before = known(journal)
    assert before >= 27
    left = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert int(left) == 30 - before
    assert target.read_bytes() == (tmp_path / "fresh.jsonl").read_bytes()
