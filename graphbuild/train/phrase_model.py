"""Makes ``events/models/phrases.json.gz``: the training articles as the pipeline reads them, then the weights.

``python -m graphbuild.train.phrase_model DATA`` reads ``DATA/officials/train.articles.jsonl`` and ``train.gold.jsonl``.
"""

import argparse
from pathlib import Path

from graphbuild.events.forms import compile_triggers
from graphbuild.events.phrases import MODEL, make_phrase_finder
from graphbuild.ontology.load import load_ontology
from graphbuild.train.event_model import read_cases
from graphbuild.train.phrases import fit_phrases, phrase_examples, write_weights


def train(data: Path, output: Path = MODEL) -> None:
    """Write the weights of the ranker."""
    ontology = load_ontology()
    finder = make_phrase_finder(ontology.lexicon, {})
    examples = phrase_examples(read_cases(data, ontology), compile_triggers(ontology), finder)
    write_weights(fit_phrases(examples), output)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--output", type=Path, default=MODEL)
    arguments = parser.parse_args()
    train(arguments.data, arguments.output)


if __name__ == "__main__":
    main()
