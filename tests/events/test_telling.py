from events.told import read

from graphbuild.events.forms import compile_triggers, find_anchors
from graphbuild.events.merge import group
from graphbuild.events.scorer import Scorer
from graphbuild.events.telling import Telling, tell
from graphbuild.ontology.load import load_ontology

TRIGGERS = compile_triggers(load_ontology())
NEAR = {"rank<0": 3.0, "rank>0": 3.0, "rank<1": -3.0, "rank>1": -3.0}
SCORER = Scorer({"main office": {"bias": -1.0, **NEAR}, "main appointment": {}, "role office": NEAR}, {})


def told(text: str, scorer: Scorer = SCORER, name: str = "appointment") -> list[Telling]:
    reading = read(text)
    return tell(reading, [a for a in find_anchors(reading, TRIGGERS) if a.type.name == name], scorer)


def test_a_likely_participant_and_office_make_a_telling() -> None:
    (telling,) = told("[PER Ani] dilantik sebagai [OFFICE Camat].")
    assert telling.main.one.mention.text == "Ani"
    assert telling.office is not None
    assert telling.office.mention.text == "Camat"


def test_what_is_told_of_one_name_of_a_list_is_told_of_all() -> None:
    tellings = told("[PER Ani], [PER Budi], dan [PER Cici] dilantik.")
    assert [telling.main.one.mention.text for telling in tellings] == ["Ani", "Budi", "Cici"]


def test_an_unlikely_participant_makes_none() -> None:
    assert told("[PER Ani] dilantik.", Scorer({"main appointment": {"bias": -5.0}}, {})) == []


def test_a_type_without_weights_takes_the_nearest_mentions() -> None:
    (telling,) = told("[PER Budi] pulang, [PER Ani] dilantik sebagai [OFFICE Camat].", Scorer({}, {}))
    assert telling.main.one.mention.text == "Ani"
    assert telling.office is not None


def test_the_same_event_told_twice_is_one() -> None:
    tellings = told("[PER Ani] dilantik sebagai [OFFICE Camat].\n[PER Ani] dilantik kemarin.")
    assert [len(one) for one in group(tellings)] == [2]


def test_two_offices_of_one_person_are_two_events() -> None:
    tellings = told("[PER Ani] dilantik sebagai [OFFICE Camat].\n[PER Ani] dilantik sebagai [OFFICE Lurah].")
    assert [len(one) for one in group(tellings)] == [1, 1]
