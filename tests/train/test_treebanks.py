from graphbuild.nlp.rules import read_rules
from graphbuild.train.treebanks import Word, read_trees, training_trees, write_trees

OLD = [("Jabatannya", "NOUN", 2, "nsubj"), ("lama", "ADJ", 0, "root"), ("sekali", "ADV", 2, "advmod")]
NEW = [
    ("Jabatan", "NOUN", 3, "nsubj"),
    ("nya", "PRON", 1, "nmod:poss"),
    ("lama", "ADJ", 0, "root"),
    ("sekali", "ADV", 3, "advmod:emph"),
]


def write(path, rows, text="Jabatannya lama sekali"):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"# text = {text}"]
    lines += [f"{i}\t{w}\t_\t{u}\t_\t_\t{h}\t{r}\t_\t_" for i, (w, u, h, r) in enumerate(rows, start=1)]
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")


def test_the_older_treebank_is_brought_up_to_date(tmp_path):
    for name in ("gsd/dev", "csui/train", "pud/test"):
        write(tmp_path / "ud" / f"{name}.conllu", NEW)
    for name in ("gsd-r2.0/dev", "gsd-r2.0/train"):
        write(tmp_path / "ud" / f"{name}.conllu", OLD)
    current, older = training_trees(tmp_path, read_rules())
    assert len(current) == 3
    assert [(word.text, word.head, word.relation) for word in older[0]] == [
        ("Jabatan", 3, "nsubj"),
        ("nya", 1, "nmod:poss"),
        ("lama", 0, "root"),
        ("sekali", 3, "advmod"),
    ]


def test_trees_are_read_as_they_were_written(tmp_path):
    tree = (Word("Ani", "PROPN", 2, "nsubj"), Word("pulang", "VERB", 0, "root"))
    write_trees([tree], tmp_path / "a.conllu")
    assert [found for _, found in read_trees(tmp_path / "a.conllu")] == [tree]
