from events.told import read

from graphbuild.events.forms import compile_triggers
from graphbuild.events.phrases import make_phrase_finder
from graphbuild.ontology.load import load_ontology
from graphbuild.train.events import Case
from graphbuild.train.phrases import Example, fit_phrases, phrase_examples, write_weights

ONTOLOGY = load_ontology()


def test_weights_prefer_what_the_examples_prefer() -> None:
    example = Example([["none"], ["good"], ["bad"]], [0.0, 1.0, 0.2], 1.0)
    weights = fit_phrases([example] * 5)
    assert weights["good"] > weights.get("bad", 0.0)
    assert weights["good"] > weights.get("none", 0.0)


def test_the_same_examples_give_the_same_file(tmp_path) -> None:
    examples = [Example([["none"], ["a", "b"], ["c"]], [0.0, 1.0, 0.0], 1.0)] * 3
    paths = [tmp_path / name for name in ("one", "two")]
    for path in paths:
        write_weights(fit_phrases(examples), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_an_annotated_phrase_is_the_good_candidate() -> None:
    reading = read("[PER Ani] divonis 6 tahun penjara.")
    event = {
        "type": "legal",
        "trigger": "divonis",
        "evidence": "Ani divonis 6 tahun penjara.",
        "roles": {"person": "E1", "stage": "conviction", "sentence": "6 tahun penjara"},
    }
    record = {"id": "x", "entities": [], "events": [event]}
    chain = reading.placed[0].chain.id
    case = Case(reading, record, {"E1": {chain}})
    examples = phrase_examples([case], compile_triggers(ONTOLOGY), make_phrase_finder(ONTOLOGY.lexicon, {}))
    assert any(max(example.goodness) == 1.0 and example.goodness[0] == 0.0 for example in examples)
