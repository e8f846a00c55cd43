from graphbuild.nlp.rules import read_rules
from graphbuild.train.measure_trees import raw_sentences
from graphbuild.train.treebanks import Word

RULES = read_rules()
SENTENCES = ("Bupati mundur", "Ia lelah hari ini.", "Budi menggantinya.")


def test_a_headline_is_only_found_where_its_line_ends(tmp_path):
    path = tmp_path / "a.conllu"
    word = Word("Ia", "PRON", 0, "root")
    block = "# text = {}\n1\t" + word.text + "\t_\tPRON\t_\t_\t0\troot\t_\t_\n\n"
    path.write_text("".join(block.format(sentence) for sentence in SENTENCES), encoding="utf-8")
    assert raw_sentences(path, RULES, headlines=True).f1 == 1.0
    together = raw_sentences(path, RULES, headlines=False)
    assert (together.right, together.found, together.wanted) == (1, 2, 3)
