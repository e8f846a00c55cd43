from events.told import read

from graphbuild.events.forms import compile_triggers, find_anchors
from graphbuild.events.phrases import alike, candidates, load_phrase_weights, make_phrase_finder
from graphbuild.events.stretches import Told, own_features, place_features
from graphbuild.ontology.load import load_ontology

ONTOLOGY = load_ontology()
TRIGGERS = compile_triggers(ONTOLOGY)
FINDER = make_phrase_finder(ONTOLOGY.lexicon, load_phrase_weights())


def told(text: str, type_name: str, label: str = "", window: tuple[int, int] | None = None) -> Told:
    reading = read(text)
    anchor = next(anchor for anchor in find_anchors(reading, TRIGGERS) if anchor.type.name == type_name)
    main = next(one for one in reading.placed if one.kind in anchor.type.roles[0].kinds)
    return Told(reading, anchor, main, label, window)


def found(telling: Told, role: str) -> list[str | None]:
    return [argument.text for argument in FINDER.open(telling.reading).find(telling, [role])]


def test_a_penalty_is_cut_without_its_verb() -> None:
    telling = told("[PER Ani] divonis 6 tahun penjara.", "legal", "conviction")
    assert found(telling, "sentence") == ["6 tahun penjara"]


def test_a_charge_starts_after_the_case() -> None:
    telling = told("[PER Ani] ditetapkan sebagai tersangka kasus dugaan suap proyek jembatan.", "legal", "suspect")
    assert found(telling, "charge") == ["suap proyek jembatan"]


def test_a_phrase_is_an_exact_stretch_of_the_article() -> None:
    telling = told("[PER Ani] meraih gelar doktor ilmu hukum dari [ORG Universitas Samudra].", "education")
    for argument in FINDER.open(telling.reading).find(telling, ["degree"]):
        assert argument.span is not None
        assert telling.reading.document.quote(argument.span) == argument.text


def test_where_nothing_is_said_nothing_is_found() -> None:
    assert found(told("[PER Ani] ditahan.", "legal", "arrest"), "sentence") == []


def test_no_candidate_begins_or_ends_with_a_preposition() -> None:
    telling = told("[PER Ani] menerima beasiswa Cakrawala di [LOC Tegal] dari [ORG Yayasan Samudra].", "award")
    edges = {
        telling.reading.lower[place]
        for one in candidates(telling, "award", FINDER)
        for place in (one.first, one.end - 1)
    }
    assert edges.isdisjoint(FINDER.never_edge)


def test_a_window_keeps_phrases_apart() -> None:
    telling = told(
        "[PER Ani] lulusan S1 [ORG Universitas Samudra] dan S2 [ORG Universitas Cakrawala].", "education", window=(5, 9)
    )
    assert "S1" not in found(telling, "degree")


def test_features_name_the_cue_and_the_place() -> None:
    telling = told("[PER Ani] divonis 6 tahun penjara.", "legal", "conviction")
    one = next(one for one in candidates(telling, "sentence", FINDER) if one.cue == "divonis")
    assert "sentence|cue=divonis" in own_features(telling.reading, "sentence", one)
    assert "sentence|at=after" in place_features(telling, "sentence", one)


def test_phrases_that_share_half_their_words_are_alike() -> None:
    assert alike(frozenset({"suap", "proyek"}), frozenset({"suap", "proyek", "jembatan"}))
    assert not alike(frozenset({"suap"}), frozenset({"pembunuhan"}))


def test_a_position_holds_no_name() -> None:
    telling = told("Dosen [ORG Universitas Samudra] [PER Ani] hadir.", "employment")
    assert found(telling, "position") == ["Dosen"]
