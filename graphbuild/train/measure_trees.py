"""How well sentences are cut and parsed: against treebanks, and against articles cut by hand."""

import json
import lzma
import re
from collections.abc import Sequence
from pathlib import Path

from graphbuild.nlp.parser import Parser
from graphbuild.nlp.rules import Rules
from graphbuild.nlp.sentences import split_sentences
from graphbuild.train.measure import Score
from graphbuild.train.news import as_document
from graphbuild.train.treebanks import Tree, read_trees

HAND_CUT = Path(__file__).parent / "cuts.json"
_ENDED = re.compile(r"[.?!][\"”’')]*$")
_BATCH = 100


def raw_sentences(path: Path, rules: Rules, *, headlines: bool) -> Score:
    """Sentences found in a treebank's text run together; with ``headlines``, a line without a stop keeps its line end.

    A treebank does not say where paragraphs ended. News does: a headline or a caption stands on its own line.
    """
    text = ""
    gold: list[tuple[int, int]] = []
    for sentence, _ in read_trees(path):
        if text:
            ended = not headlines or _ENDED.search(text) is not None
            text += " " if ended else "\n"
        gold.append((len(text), len(text) + len(sentence)))
        text += sentence
    found = {(one.span.start, one.span.end) for one in split_sentences(as_document(text), rules)}
    return Score(len(found.intersection(gold)), len(found), len(gold))


def hand_cut(data: Path, rules: Rules) -> Score:
    """Sentence ends found in news articles whose sentences were cut by hand; ``cuts.json`` holds only the places."""
    cuts: dict[str, list[int]] = json.loads(HAND_CUT.read_text(encoding="utf-8"))
    found: set[tuple[str, int]] = set()
    with lzma.open(data / "news" / "news.jsonl.xz", "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            if article["id"] in cuts:
                found |= {(article["id"], one.span.end) for one in split_sentences(as_document(article["text"]), rules)}
    gold = {(name, end) for name, ends in cuts.items() for end in ends}
    return Score(len(found & gold), len(found), len(gold))


def syntax(parser: Parser, path: Path) -> dict[str, float]:
    """UPOS, UAS and LAS (without subtypes) on a treebank's own words."""
    trees = [tree for _, tree in read_trees(path)]
    right = {"upos": 0, "uas": 0, "las": 0}
    for start in range(0, len(trees), _BATCH):
        batch = trees[start : start + _BATCH]
        words = [[word.text for word in tree] for tree in batch]
        parts = parser.parts.tag(words)
        for tree, upos, found in zip(batch, parts, parser.trees.parse(words, parts, path.parent.name), strict=True):
            _count(tree, upos, found, right)
    total = sum(map(len, trees))
    return {name: count / total for name, count in right.items()}


def _count(tree: Tree, upos: Sequence[str], found: Sequence[tuple[int, str]], right: dict[str, int]) -> None:
    """Add the words of one sentence that are right."""
    for word, part, (head, relation) in zip(tree, upos, found, strict=True):
        same = head == word.head - 1
        right["upos"] += part == word.upos
        right["uas"] += same
        right["las"] += same and relation.partition(":")[0] == word.relation.partition(":")[0]
