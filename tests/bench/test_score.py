import copy

from graphbuild.bench.score import fold, score

GOLD = {
    "id": "a",
    "entities": [
        {"id": "E1", "type": "PER", "name": "Budi Santoso", "mentions": ["Budi Santoso", "Budi"]},
        {"id": "E2", "type": "OFFICE", "name": "Bupati Garut", "of": "E3", "mentions": ["Bupati"]},
        {"id": "E3", "type": "LOC", "name": "Garut", "mentions": ["Garut"]},
    ],
    "events": [
        {"type": "appointment", "modality": "actual", "trigger": "dilantik", "evidence": "",
         "roles": {"person": "E1", "office": "E2"}, "date": "2024-06-12"},
    ],
}  # fmt: skip


def test_gold_against_itself_is_perfect() -> None:
    result = score([GOLD], [GOLD])
    assert all(tally.f1 == 1 for tally in result.tallies.values())
    assert result.dates["exact"] == result.dates["gold"] == 1


def test_an_article_that_was_not_predicted_is_all_misses() -> None:
    result = score([GOLD], [])
    assert (result.tallies["entity"].miss, result.tallies["event"].miss, result.tallies["slot"].miss) == (3, 1, 3)


def test_an_office_matches_with_what_it_belongs_to_appended() -> None:
    found = copy.deepcopy(GOLD)
    found["entities"][1] |= {"name": "Bupati Garut", "mentions": ["Bupati Garut"]}
    assert score([GOLD], [found]).tallies["entity:OFFICE"].hit == 1


def test_a_date_that_is_finer_than_gold_is_invented() -> None:
    gold, found = copy.deepcopy(GOLD), copy.deepcopy(GOLD)
    gold["events"][0]["date"] = "2024-06"
    result = score([gold], [found])
    assert (result.dates["invented"], result.dates["compatible"], result.tallies["strict"].hit) == (1, 1, 0)


def test_another_office_is_another_event() -> None:
    found = copy.deepcopy(GOLD)
    found["entities"][1] |= {"name": "Camat", "mentions": ["Camat"]}
    result = score([GOLD], [found])
    assert (result.tallies["event"].hit, result.tallies["event"].miss, result.tallies["event"].alarm) == (0, 1, 1)


def test_folding_leaves_words_only() -> None:
    assert fold("  Ikrā’-Nūr, S.H.") == "ikra nur s h"
