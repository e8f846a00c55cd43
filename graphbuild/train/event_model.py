"""Makes ``events/models/events.json.gz``: the road as far as times, then the scorer's questions, then their weights.

It reads ``officials/train.articles.jsonl`` and ``officials/train.gold.jsonl`` of a data folder
with the bundled name tagger. Nothing is random: the same articles and models give the same file.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from graphbuild.dates.find import find_times
from graphbuild.entities.find import find_chains
from graphbuild.events.forms import compile_triggers
from graphbuild.events.modality import load_modality_cues
from graphbuild.events.reading import lay_out
from graphbuild.events.scorer import MODEL
from graphbuild.ingest.read import read_articles
from graphbuild.model.text import Document
from graphbuild.nlp.parser import Parser
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.settings import Settings
from graphbuild.train.alignment import align
from graphbuild.train.events import Case, ask, fit

MAIN = {
    "agreement": 0.35,
    "appointment": 0.2,
    "award": 0.25,
    "birth": 0.45,
    "death": 0.35,
    "dismissal": 0.35,
    "education": 0.18,
    "election": 0.22,
    "employment": 0.2,
    "legal": 0.42,
    "membership": 0.25,
    "nomination": 0.25,
    "resignation": 0.5,
    "tenure": 0.35,
}
"""The least probability of an event by type: the best event F1 on a quarter of the training articles, trained on the
rest. The rarer a type, the more careful its probabilities, the lower its threshold."""
UNSEEN = 1.35
"""What the thresholds are multiplied by: the name tagger has seen the training articles, and errs more on others."""
SECOND = {"education": 0.0, "membership": 0.0, "agreement": 0.0, "legal": 0.45}
SECOND_ELSE = 0.6
"""What a participant needs who is not a trigger's likeliest: found the same way."""
ROLES = {
    "office": 0.25,
    "by": 0.25,
    "organization": 0.35,
    "place": 0.35,
    "predecessor": 0.45,
    "successor": 0.3,
    "institution": 0.3,
}
BARE = {"appointment": 0.9}
BARE_ELSE = 0.6
"""What an office event needs that names no office; of 284 annotated appointments one names none."""
TIME = 0.45
MODALITY = 0.4


def thresholds(ontology: Ontology) -> dict[str, float]:
    """The thresholds of all questions."""
    found = {"modality": MODALITY}
    for event_type in ontology.types:
        name = event_type.name
        found[f"main {name}"] = round(min(0.5, MAIN.get(name, 0.5)) * UNSEEN, 3)
        found[f"second {name}"] = SECOND.get(name, SECOND_ELSE)
        found[f"bare {name}"] = BARE.get(name, BARE_ELSE)
        found[f"time {name}"] = TIME
        found |= {f"role {role} {name}": least for role, least in ROLES.items()}
    return found


def read_cases(data: Path, ontology: Ontology, batch: int = 64) -> Iterator[Case]:
    """The annotated training articles as the pipeline reads them."""
    folder = data / "officials"
    with (folder / "train.gold.jsonl").open(encoding="utf-8") as lines:
        records = {record["id"]: record for record in map(json.loads, lines)}
    found = read_articles([folder / "train.articles.jsonl"], Settings())
    documents = [one for one in found if isinstance(one, Document) and one.id in records]
    parser = Parser()
    for first in range(0, len(documents), batch):
        some = documents[first : first + batch]
        for document, sentences in zip(some, parser.parse(some), strict=True):
            chains = find_chains(document, sentences, ontology.lexicon)
            reading = lay_out(document, sentences, chains, find_times(document, sentences))
            yield Case(reading, records[document.id], align(records[document.id], chains))


def train(data: Path, output: Path, *, seed: int = 1) -> None:
    """Write ``events.json.gz`` into a folder; the seed changes nothing, for nothing is random."""
    del seed
    ontology = load_ontology()
    asked = ask(read_cases(data, ontology), compile_triggers(ontology), load_modality_cues(ontology.lexicon))
    write_model(fit(asked), thresholds(ontology), output / MODEL.name)


def write_model(weights: Mapping[str, Mapping[str, float]], least: Mapping[str, float], path: Path = MODEL) -> None:
    """Keep weights and thresholds as compressed JSON, the same bytes for the same numbers."""
    tables = {name: dict(sorted(table.items())) for name, table in sorted(weights.items())}
    content = {"thresholds": dict(sorted(least.items())), "weights": tables}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))
