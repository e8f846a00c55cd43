import pytest
from events.told import read

from graphbuild.events.forms import compile_triggers, find_anchors
from graphbuild.ontology.load import load_ontology

TRIGGERS = compile_triggers(load_ontology())


def anchors(text: str, type_name: str) -> list[tuple[str, str]]:
    reading = read(text)
    found = find_anchors(reading, TRIGGERS)
    return [(reading.quote(a.first, a.end), str(a.voice)) for a in found if a.type.name == type_name]


@pytest.mark.parametrize(
    ("text", "type_name", "expected"),
    [
        ("[PER Ani] dilantik sebagai [OFFICE Camat]", "appointment", [("dilantik", "passive")]),
        ("[OFFICE Bupati] melantik [PER Ani]", "appointment", [("melantik", "active")]),
        ("pelantikan [PER Ani]", "appointment", [("pelantikan", "noun")]),
        ("[PER Ani] mengundurkan diri", "resignation", [("mengundurkan diri", "active")]),
        ("[PER Ani] diberhentikan", "dismissal", [("diberhentikan", "passive")]),
        ("[OFFICE Camat] [PER Ani] pulang", "tenure", [("Camat", "noun")]),
        ("[PER Ani] ([ORG Gelora Baru])", "membership", [("(", "bare")]),
        ("kemarin (hujan)", "membership", []),
    ],
)
def test_triggers_are_found_in_every_voice(text: str, type_name: str, expected: list[tuple[str, str]]) -> None:
    assert anchors(text, type_name) == expected
