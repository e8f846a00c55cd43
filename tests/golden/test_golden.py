"""The samples in, results out, byte for byte: a change in what is found is a visible change in review."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

EXPECTED = Path(__file__).parent / "expected"
LEAST = {"tenure": 12, "appointment": 4, "resignation": 1, "dismissal": 1, "legal": 1, "agreement": 1}


@pytest.mark.parametrize("name", ["annotation.jsonl", "graph.ttl"])
def test_the_samples_give_what_they_gave(demo, name, request) -> None:
    made = (demo.folder / name).read_text(encoding="utf-8")
    path = EXPECTED / name
    if request.config.getoption("--update-golden"):
        EXPECTED.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def test_the_samples_hold_at_least_so_many_events(demo) -> None:
    found = Counter(event.type for event in demo.graph.events)
    assert {name: found[name] for name, least in LEAST.items() if found[name] < least} == {}


def test_every_offset_reslices_to_its_quote(demo) -> None:
    for line in (demo.folder / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["document"]["text"]
        spans = [mention for chain in record["chains"] for mention in chain["mentions"]]
        for claim in record["claims"]:
            spans += [claim["trigger"], claim["sentence"], *claim["also"]]
            spans += [claim["date_words"]] if claim["date_words"] else []
        assert [span for span in spans if text[span["start"] : span["end"]] != span["text"]] == []


def test_nothing_is_found_in_furniture(demo) -> None:
    for line in (demo.folder / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        marks = [(start, end) for start, end, _ in record["document"]["furniture"]]
        spans = [mention for chain in record["chains"] for mention in chain["mentions"]]
        spans += [claim["trigger"] for claim in record["claims"]]
        assert [s for s in spans if any(s["start"] < end and start < s["end"] for start, end in marks)] == []


def test_a_second_build_writes_the_same_bytes(demo, tmp_path) -> None:
    import graphbuild

    again = graphbuild.build(Path(graphbuild.__file__).parent / "samples", tmp_path)
    for name in ("facts.jsonl", "annotation.jsonl", "graph.ttl", "claims.ttl", "mentions.ttl", "graph.html"):
        assert _sha(again.folder / name) == _sha(demo.folder / name), name


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
