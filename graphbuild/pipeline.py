"""The whole road on one page: articles in, facts out; facts in, graph out."""

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from graphbuild.dates.find import find_times
from graphbuild.entities.find import find_chains
from graphbuild.events.find import Finder, make_finder
from graphbuild.model.text import Document, Facts
from graphbuild.nlp.parser import Parser
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.settings import Settings

ANALYSIS = ("dates", "entities", "events", "indonesian", "model", "nlp")
"""The rooms whose code, words and weights decide what an article is read to say."""


@dataclass(slots=True)
class Stopwatch:
    """Seconds spent per stage; the only thing in a run that is not the same every time."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        begin = time.perf_counter()
        yield
        self.add({stage: time.perf_counter() - begin})

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add what another watch measured."""
        for stage, spent in seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent


@dataclass(frozen=True, slots=True)
class Workshop:
    """What is costly to make and made once: the models and the ontology, with the settings of the run."""

    parser: Parser
    ontology: Ontology
    finder: Finder
    settings: Settings


def open_workshop(settings: Settings) -> Workshop:
    """Load the bundled models and the ontology; ``SetupError`` lists everything that is wrong with them."""
    ontology = load_ontology()
    return Workshop(Parser(), ontology, make_finder(ontology), settings)


def extract(documents: Sequence[Document], workshop: Workshop, watch: Stopwatch) -> tuple[Facts, ...]:
    """Everything each article says. Articles share a batch for speed only: none depends on its neighbors."""
    with watch("nlp"):
        parses = workshop.parser.parse(documents)
    facts = []
    for document, sentences in zip(documents, parses, strict=True):
        with watch("entities"):
            chains = find_chains(document, sentences, workshop.ontology.lexicon)
        with watch("dates"):
            times = find_times(document, sentences)
        with watch("events"):
            claims = workshop.finder.find(document, sentences, chains, times)
        facts.append(Facts(document, tuple(sentence.span for sentence in sentences), chains, claims))
    return tuple(facts)


def analysis_version() -> str:
    """A hash of everything that decides what an article is read to say: code, words and weights (16 hex digits)."""
    package = Path(__file__).parent
    files = [path for room in ANALYSIS for path in (package / room).rglob("*") if path.suffix != ".pyc"]
    files += ontology_folder().rglob("*.yaml")
    digest = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
