"""A neural word and sentence splitter, Stanza's own, to compare the rules of ``nlp`` with; it is not bundled."""

import logging
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from stanza.models import tokenizer
from stanza.utils.conll import CoNLL

from graphbuild.train.measure import Score
from graphbuild.train.treebanks import Tree, read_trees, write_trees

LOG = logging.getLogger(__name__)

STEPS = 3000
_HELD_BACK = 10
_PARAGRAPH = 8
_TREEBANKS = ("gsd/dev", "csui/train", "pud/test")

Sentence = tuple[str, Tree]


def train(data: Path, output: Path, *, seed: int = 1, steps: int = STEPS) -> None:
    """Train the splitter on the current treebanks, write ``tokenizer.pt`` and report its score on CSUI test."""
    output.mkdir(parents=True, exist_ok=True)
    found = [one for name in _TREEBANKS for one in read_trees(data / "ud" / f"{name}.conllu")]
    random.Random(seed).shuffle(found)  # noqa: S311 - no secret, only an order
    held = len(found) // _HELD_BACK
    _write(found[held:], output / "tokenizer.train")
    _write(found[:held], output / "tokenizer.dev")
    arguments = [
        "--txt_file",
        str(output / "tokenizer.train.txt"),
        "--label_file",
        str(output / "tokenizer.train.labels"),
    ]
    arguments += ["--dev_txt_file", str(output / "tokenizer.dev.txt")]
    arguments += ["--dev_label_file", str(output / "tokenizer.dev.labels")]
    arguments += ["--dev_conll_gold", str(output / "tokenizer.dev.conllu")]
    arguments += ["--lang", "id", "--shorthand", "id_news", "--no_use_mwt", "--steps", str(steps), "--seed", str(seed)]
    arguments += ["--save_name", str(output / "tokenizer.pt"), "--max_seqlen", "300", "--eval_steps", "500"]
    arguments += ["--mwt_json_file", str(_no_mwt(output))]
    tokenizer.main(arguments)
    words, sentences = measure(output, data / "ud" / "csui" / "test.conllu")
    LOG.info("CSUI test: words %.4f, sentences %.4f", words.f1, sentences.f1)


def measure(output: Path, treebank: Path) -> tuple[Score, Score]:
    """Words and sentences that the splitter finds in a treebank's text run together."""
    found = list(read_trees(treebank))
    _write(found, output / "tokenizer.test", together=True)
    arguments = ["--mode", "predict", "--txt_file", str(output / "tokenizer.test.txt"), "--lang", "id"]
    arguments += ["--conll_file", str(output / "tokenizer.predicted.conllu"), "--shorthand", "id_news"]
    arguments += ["--save_name", str(output / "tokenizer.pt"), "--no_use_mwt", "--mwt_json_file", str(_no_mwt(output))]
    tokenizer.main(arguments)
    document = CoNLL.conll2doc(str(output / "tokenizer.predicted.conllu"))
    mine = [[token.text for token in sentence.tokens] for sentence in document.sentences]
    yours = [[word.text for word in tree] for _, tree in found]
    return _score(mine, yours)


def _no_mwt(output: Path) -> Path:
    """A list without multi-word tokens: clitics are words from the start."""
    path = output / "tokenizer.mwt.json"
    path.write_text("[]", encoding="utf-8")
    return path


def _score(found: Sequence[Sequence[str]], gold: Sequence[Sequence[str]]) -> tuple[Score, Score]:
    """Words and sentences at the same places, counted in characters that are no space."""
    (words, ends), (their_words, their_ends) = _places(found), _places(gold)
    return (
        Score(len(words & their_words), len(words), len(their_words)),
        Score(len(ends & their_ends), len(ends), len(their_ends)),
    )


def _places(sentences: Sequence[Sequence[str]]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Where words and sentences begin and end."""
    words: set[tuple[int, int]] = set()
    whole: set[tuple[int, int]] = set()
    position = 0
    for sentence in sentences:
        start = position
        for word in sentence:
            length = len("".join(word.split()))
            words.add((position, position + length))
            position += length
        whole.add((start, position))
    return words, whole


def _write(found: Sequence[Sentence], path: Path, *, together: bool = False) -> None:
    """The text, a digit for every character (1 ends a word, 2 a sentence), and the trees."""
    size = len(found) if together else _PARAGRAPH
    texts, labels = [], []
    for start in range(0, len(found), size):
        group = found[start : start + size]
        texts.append(" ".join(text for text, _ in group))
        labels.append("0".join("".join(_digits(text, tree)) for text, tree in group))
    path.with_suffix(path.suffix + ".txt").write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    path.with_suffix(path.suffix + ".labels").write_text("\n\n".join(labels) + "\n", encoding="utf-8")
    write_trees((tree for _, tree in found), path.with_suffix(path.suffix + ".conllu"))


def _digits(text: str, tree: Tree) -> Iterator[str]:
    """The digit of each character of a sentence."""
    ends = set(_ends(text, tree))
    last = max(ends, default=-1)
    for index in range(len(text)):
        yield "2" if index == last else "1" if index in ends else "0"


def _ends(text: str, tree: Tree) -> Iterator[int]:
    """The index of the last character of each word; a word that is not in the text, as some clitics, is passed over."""
    position = 0
    for word in tree:
        start = text.find(word.text, position)
        if start >= 0:
            position = start + len(word.text)
            yield position - 1
