from functools import cache

from factory import chain, facts, telling

from graphbuild.model.text import Facts
from graphbuild.model.world import Graph
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.types import Ontology
from graphbuild.resolve.build import resolve_facts
from graphbuild.resolve.difference import difference


@cache
def ontology() -> Ontology:
    return load_ontology()


def graph(*told: Facts) -> Graph:
    return resolve_facts(told, ontology())


PARTS = (chain("P", "PER", "Rini Wulandari"), chain("O", "OFFICE", "Bupati Garut"))
ONE = facts("a", "2024-01-05", *PARTS, telling("tenure", person="P", office="O", label="current"))
TWO = facts("b", "2024-08-14", *PARTS, telling("resignation", person="P", office="O", day="2024-08-13"))


def test_equal_graphs_do_not_differ() -> None:
    assert difference(graph(ONE, TWO), graph(TWO, ONE)) == ()


def test_what_is_new_and_what_it_changes_is_told_in_words() -> None:
    lines = [str(change) for change in difference(graph(ONE), graph(ONE, TWO))]
    assert any(line.startswith("+ article/b") for line in lines)
    assert any(
        line.startswith("+ event/resignation-") and "Rini Wulandari / Bupati Garut date 2024-08-13" in line
        for line in lines
    )
    assert any(line.startswith("~ event/tenure-") and "end: (none) -> 2024-08-13" in line for line in lines)
    assert any(line.startswith("~ person/rini-wulandari-") and "articles: 1 -> 2" in line for line in lines)


def test_removing_is_the_reverse_of_adding() -> None:
    there = {(change.subject, change.sign) for change in difference(graph(ONE), graph(ONE, TWO))}
    back = {(change.subject, change.sign) for change in difference(graph(ONE, TWO), graph(ONE))}
    turned = {"+": "-", "-": "+", "~": "~"}
    assert back == {(subject, turned[sign]) for subject, sign in there}
