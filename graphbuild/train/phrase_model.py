"""Makes ``events/models/phrases.json.gz``: the training articles as the pipeline reads them, then the weights.

It reads ``officials/train.articles.jsonl`` and ``officials/train.gold.jsonl`` of a data folder.
"""

from pathlib import Path

from graphbuild.events.forms import compile_triggers
from graphbuild.events.phrases import MODEL, make_phrase_finder
from graphbuild.ontology.load import load_ontology
from graphbuild.train.event_model import read_cases
from graphbuild.train.phrases import fit_phrases, phrase_examples, write_weights


def train(data: Path, output: Path, *, seed: int = 1) -> None:
    """Write ``phrases.json.gz`` into a folder; the seed changes nothing, for nothing is random."""
    del seed
    ontology = load_ontology()
    finder = make_phrase_finder(ontology.lexicon, {})
    examples = phrase_examples(read_cases(data, ontology), compile_triggers(ontology), finder)
    output.mkdir(parents=True, exist_ok=True)
    write_weights(fit_phrases(examples), output / MODEL.name)
