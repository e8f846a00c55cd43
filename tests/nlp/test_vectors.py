import torch

from graphbuild.nlp.vectors import read_vectors, write_vectors


def test_vectors_are_read_as_they_were_written(tmp_path):
    rows = torch.arange(6, dtype=torch.float32).view(2, 3)
    write_vectors(["bupati", "wali"], rows, tmp_path / "vectors.pt")
    vectors = read_vectors(tmp_path / "vectors.pt")
    numbers = vectors.vocab.map(["wali", "bupati", "unheard"])
    assert torch.equal(vectors.emb[numbers[:2]], rows.flip(0))
    assert vectors.emb[numbers[2]].tolist() == [0.0, 0.0, 0.0]
