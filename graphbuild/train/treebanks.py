"""Treebanks as training sentences, with the older GSD train set brought to the current way of cutting and naming.

The last train set of UD Indonesian-GSD that is to be had (r2.0) does not split clitics and names relations in an
older way. Its dev set exists in both ways, so what an old name became is learned there, by majority.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graphbuild.nlp.rules import Rules

# Subtypes that all the treebanks know; the others are dropped, as the score does not count them.
_SUBTYPES = frozenset({"nsubj:pass", "nmod:poss", "flat:name", "acl:relcl", "obl:agent", "obl:tmod"})
_NEEDED = 3
TREEBANKS = ("gsd", "csui", "pud")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` counts from 1, 0 is the root. ``treebank`` is whose way of annotating it follows."""

    text: str
    upos: str
    head: int
    relation: str
    treebank: str = ""


Tree = tuple[Word, ...]


def training_trees(data: Path, rules: Rules) -> tuple[list[Tree], list[Tree]]:
    """The trees of the current treebanks, and those of the older one brought up to date."""
    folder = data / "ud"
    paths = (folder / "gsd" / "dev.conllu", folder / "csui" / "train.conllu", folder / "pud" / "test.conllu")
    current = [tree for path in paths for _, tree in read_trees(path)]
    upos, relation = _changes(folder)
    older = [
        _updated(_split_clitics(tree, rules), upos, relation)
        for _, tree in read_trees(folder / "gsd-r2.0" / "train.conllu")
    ]
    return current, older


def read_trees(path: Path) -> Iterator[tuple[str, Tree]]:
    """Every sentence of a CoNLL-U file with its text."""
    treebank = path.parent.name.partition("-")[0]
    treebank = treebank if treebank in TREEBANKS else ""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        text = "".join(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        words = tuple(Word(row[1], row[3], int(row[6]), _plain(row[7]), treebank) for row in rows if row[0].isdigit())
        if words:
            yield text, words


def _plain(relation: str) -> str:
    """A relation without a subtype that not all treebanks have."""
    return relation if relation in _SUBTYPES else relation.partition(":")[0]


def _changes(folder: Path) -> tuple[dict[tuple[str, ...], str], dict[tuple[str, ...], str]]:
    """What old parts of speech and old relations became, by what decides it; from the set that exists both ways."""
    new = dict(read_trees(folder / "gsd" / "dev.conllu"))
    upos: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    relation: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for text, old_tree in read_trees(folder / "gsd-r2.0" / "dev.conllu"):
        new_tree = new.get(text, ())
        if [word.text for word in old_tree] != [word.text for word in new_tree]:
            continue
        for old, word in zip(old_tree, new_tree, strict=True):
            for key in _upos_keys(old):
                upos[key][word.upos] += 1
            if old.head == word.head:
                for key in _relation_keys(old, old_tree):
                    relation[key][word.relation] += 1
    return _majorities(upos), _majorities(relation)


def _upos_keys(word: Word) -> tuple[tuple[str, ...], ...]:
    """What decides a part of speech, the most telling first."""
    return (word.text.lower(), word.upos, word.relation), (word.text.lower(), word.upos), (word.upos, word.relation)


def _relation_keys(word: Word, tree: Sequence[Word]) -> tuple[tuple[str, ...], ...]:
    """What decides a relation, the most telling first."""
    head = tree[word.head - 1].upos if word.head else "ROOT"
    return (word.text.lower(), word.relation), (word.relation, word.upos, head), (word.relation,)


def _majorities(seen: dict[tuple[str, ...], Counter[str]]) -> dict[tuple[str, ...], str]:
    """The commonest outcome of every key seen often enough."""
    return {key: counts.most_common(1)[0][0] for key, counts in seen.items() if counts.total() >= _NEEDED}


def _updated(tree: Tree, upos: dict[tuple[str, ...], str], relation: dict[tuple[str, ...], str]) -> Tree:
    """The tree with today's parts of speech and relations."""
    words = []
    for word in tree:
        part = next((upos[key] for key in _upos_keys(word) if key in upos), word.upos)
        name = next((relation[key] for key in _relation_keys(word, tree) if key in relation), word.relation)
        words.append(replace(word, upos=part, relation="root" if word.head == 0 else "dep" if name == "root" else name))
    return tuple(words)


def _split_clitics(tree: Tree, rules: Rules) -> Tree:
    """The tree with ``-nya`` as a word of its own that hangs on the word it was part of."""
    places: list[int] = []
    position = 0
    for word in tree:
        position += 1
        places.append(position)
        position += _has_clitic(word, rules)
    words: list[Word] = []
    for word, place in zip(tree, places, strict=True):
        head = places[word.head - 1] if word.head else 0
        if _has_clitic(word, rules):
            words.append(replace(word, text=word.text[:-3], head=head))
            words.append(_clitic(word, place))
        else:
            words.append(replace(word, head=head))
    return tuple(words)


def _has_clitic(word: Word, rules: Rules) -> bool:
    """Whether a word of the older treebank holds ``-nya``."""
    lowered = word.text.lower()
    tagged = word.upos in {"NOUN", "VERB", "ADJ", "ADP", "PRON", "NUM"}
    return tagged and lowered.endswith("nya") and len(lowered) > len("ininya") and lowered not in rules.whole


def _clitic(word: Word, host: int) -> Word:
    """The clitic of a word, as the current GSD has it."""
    if word.upos == "VERB":
        relation = "obj" if word.text.lower().startswith("me") else "obl:agent"
        return Word("nya", "PRON", host, relation, word.treebank)
    if word.upos == "ADJ":
        return Word("nya", "DET", host, "det", word.treebank)
    return Word("nya", "PRON", host, "nmod:poss", word.treebank)


def write_trees(trees: Iterable[Tree], path: Path) -> None:
    """Write trees as CoNLL-U."""
    with path.open("w", encoding="utf-8") as lines:
        for tree in trees:
            for number, word in enumerate(tree, start=1):
                row = (str(number), word.text, "_", word.upos, "_", "_", str(word.head), word.relation, "_", "_")
                lines.write("\t".join(row) + "\n")
            lines.write("\n")
