import torch

from graphbuild.train.weights import save_weights, write_mean


def test_the_mean_lies_between_both(tmp_path):
    for name, value in (("a", 1.0), ("b", 3.0)):
        save_weights(tmp_path / f"{name}.pt", {"w": torch.full((2,), value)}, {"tag": ["O"]}, {"charlm": True})
    write_mean(tmp_path / "a.pt", tmp_path / "b.pt", tmp_path / "mean.pt")
    state = torch.load(tmp_path / "mean.pt", weights_only=True)
    assert state["model"]["w"].tolist() == [2.0, 2.0]
    assert state["model"]["w"].dtype == torch.float16
    assert (state["vocab"], state["config"]) == ({"tag": ["O"]}, {"charlm": True})
