"""The word lists that the language modules need: one file of ``ontology/lexicon`` at a time, read once per process."""

from functools import cache

from graphbuild.errors import SetupError
from graphbuild.ontology.files import ontology_folder
from graphbuild.ontology.problems import Problems, read_yaml


@cache
def word_lists(stem: str) -> dict[str, tuple[str, ...]]:
    """All lists of one lexicon file, by key, in file order.

    The file never changes while a program runs, so reading it once is still a pure function of its name.

    Raises:
        SetupError: the file is not there or is no mapping of lists; every problem is named.
    """
    problems = Problems()
    place = f"lexicon/{stem}.yaml"
    node = read_yaml(ontology_folder() / "lexicon" / f"{stem}.yaml", place, problems)
    lists = {key: entries.strings() for key, entries in node.mapping().items()}
    if problems.lines:
        raise SetupError("\n".join(problems.lines))
    return lists
