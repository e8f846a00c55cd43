import pytest
from events.told import read

from graphbuild.events.forms import Anchor, compile_triggers, find_anchors
from graphbuild.events.modality import find_modality, load_modality_cues, modality_features
from graphbuild.events.reading import Reading
from graphbuild.events.scorer import load_scorer
from graphbuild.ontology.load import load_ontology

ONTOLOGY = load_ontology()
TRIGGERS = compile_triggers(ONTOLOGY)
CUES = load_modality_cues(ONTOLOGY.lexicon)


def first_anchor(reading: Reading, type_name: str) -> Anchor:
    return next(anchor for anchor in find_anchors(reading, TRIGGERS) if anchor.type.name == type_name)


@pytest.mark.parametrize(
    ("text", "type_name", "expected"),
    [
        ("[PER Ani] mengundurkan diri dari jabatan [OFFICE Camat].", "resignation", "actual"),
        ("[PER Ani] tidak mengundurkan diri dari jabatan [OFFICE Camat].", "resignation", "denied"),
        ("[PER Ani] akan dilantik sebagai [OFFICE Camat] pekan depan.", "appointment", "planned"),
        ("Massa mendesak [PER Ani] mundur dari jabatan [OFFICE Camat].", "resignation", "alleged"),
        ("[PER Ani] telah dilantik sebagai [OFFICE Camat].", "appointment", "actual"),
        ("Tersangka [PER Ani] belum ditahan.", "legal", "denied"),
    ],
)
def test_cue_words_decide(text: str, type_name: str, expected: str) -> None:
    reading = read(text)
    anchors = [anchor for anchor in find_anchors(reading, TRIGGERS) if anchor.type.name == type_name]
    assert find_modality(reading, anchors[-1], CUES, load_scorer()) == expected


def test_a_cue_is_a_feature_with_its_reach_and_distance() -> None:
    reading = read("[PER Ani] akan segera dilantik.")
    features = modality_features(reading, first_anchor(reading, "appointment"), CUES)
    assert "<=tight planned next 0" in features
    assert "decided=<=tight planned" in features


def test_nothing_reaches_over_a_barrier() -> None:
    reading = read("Ia tidak tahu bahwa [PER Ani] pergi karena [PER Budi] dilantik.")
    features = modality_features(reading, first_anchor(reading, "appointment"), CUES)
    assert not any(feature.startswith("<=tight") for feature in features)
