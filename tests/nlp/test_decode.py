import itertools

import torch

from graphbuild.nlp.decode import best_sequences


def test_the_best_sequence_is_the_best_of_all():
    generator = torch.Generator().manual_seed(3)
    scores = torch.randn(2, 4, 3, generator=generator)
    transitions = torch.randn(3, 3, generator=generator)

    def worth(sentence, path):
        total = sum(float(scores[sentence, word, tag]) for word, tag in enumerate(path))
        return total + sum(float(transitions[a, b]) for a, b in itertools.pairwise(path))

    lengths = [4, 2]
    for sentence, found in enumerate(best_sequences(scores, transitions, lengths)):
        paths = itertools.product(range(3), repeat=lengths[sentence])
        assert tuple(found) == max(paths, key=lambda path: worth(sentence, path))
