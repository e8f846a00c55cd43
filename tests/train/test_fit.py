import logging

import torch

from graphbuild.train.fit import Course, by_length, fit
from graphbuild.train.treebanks import Word

TREES = [tuple(Word("a", "NOUN", 0, "root") for _ in range(size)) for size in (3, 1, 2)]


def test_trees_of_like_length_stand_together():
    assert [len(tree) for tree in by_length(TREES, 1)] == [1, 2, 3]


def test_a_run_that_was_cut_off_ends_where_a_whole_run_ends(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("graphbuild.train.fit._SAVE_EVERY", 5)
    caplog.set_level(logging.INFO)

    def run(name, steps_before=None):
        torch.manual_seed(1)
        model = torch.nn.Linear(1, 1)
        calls = 0

        def loss_of(trees):
            nonlocal calls
            calls += 1
            if steps_before is not None and calls > steps_before:
                raise InterruptedError
            return (model(torch.tensor([[float(len(trees))]])) ** 2).mean()

        fit(model, loss_of, (TREES, TREES), Course(steps=12, peak=0.01, batch_words=4), tmp_path / name)
        return model.weight.item()

    whole = run("whole")
    try:
        run("cut", steps_before=7)
    except InterruptedError:
        assert run("cut") == whole
    else:
        raise AssertionError
    assert "step 0 of 12" in caplog.text
