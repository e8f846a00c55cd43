from events.told import read

from graphbuild.events.forms import compile_triggers, find_anchors
from graphbuild.events.reading import PlacedTime, Reading
from graphbuild.events.split import split, without_strangers
from graphbuild.events.telling import Filler, Telling
from graphbuild.model.dates import PartialDate
from graphbuild.model.text import Kind, Span, TimeExpression
from graphbuild.ontology.load import load_ontology

TRIGGERS = compile_triggers(load_ontology())


def study(reading: Reading) -> Telling:
    """A telling of a study whose institutions are all organizations of the sentence and whose times are all its times."""
    anchor = next(anchor for anchor in find_anchors(reading, TRIGGERS) if anchor.type.name == "education")
    person = next(one for one in reading.placed if one.kind is Kind.PERSON)
    schools = [Filler(one, 0.9) for one in reading.placed if one.kind is Kind.ORGANIZATION]
    times: list[tuple[PlacedTime, float]] = [(time, 0.9) for time in reading.times]
    return Telling(anchor, Filler(person, 0.9), {"institution": schools}, times=times)


def year(text: str, words: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(Span(start, start + len(words)), words, date=PartialDate(words))


def test_every_school_of_a_list_is_a_study_with_its_own_year() -> None:
    plain = "Ani lulusan Universitas Samudra 1994 dan Universitas Cakrawala 2005."
    reading = read(
        "[PER Ani] lulusan [ORG Universitas Samudra] 1994 dan [ORG Universitas Cakrawala] 2005.",
        [year(plain, "1994"), year(plain, "2005")],
    )
    parts = split(reading, [study(reading)])
    assert [part.roles["institution"][0].one.mention.text for part in parts] == [
        "Universitas Samudra",
        "Universitas Cakrawala",
    ]
    assert [[time.time.text for time, _ in part.times] for part in parts] == [["1994"], ["2005"]]
    assert all(part.window is not None for part in parts)


def test_a_faculty_and_its_university_are_one_study() -> None:
    reading = read("[PER Ani] lulusan [ORG Fakultas Hukum] [ORG Universitas Samudra].")
    telling = study(reading)
    assert split(reading, [telling]) == [telling]


def test_other_events_are_left_alone() -> None:
    reading = read("[PER Ani] lahir di [LOC Tegal].")
    anchor = next(anchor for anchor in find_anchors(reading, TRIGGERS) if anchor.type.name == "birth")
    telling = Telling(anchor, Filler(reading.placed[0], 0.9))
    assert split(reading, [telling]) == [telling]


def test_a_stranger_gives_way_to_who_is_named_in_the_sentence() -> None:
    reading = read("[PER Budi] pulang.\n[PER Ani] divonis 6 tahun penjara.\nMereka divonis.")
    first, last = [anchor for anchor in find_anchors(reading, TRIGGERS) if anchor.root == "vonis"]
    budi, ani = reading.placed
    own, stranger = Telling(first, Filler(ani, 0.9)), Telling(first, Filler(budi, 0.6))
    alone = Telling(last, Filler(budi, 0.6))
    assert without_strangers(reading, [own, stranger, alone]) == [own, alone]
