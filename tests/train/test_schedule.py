import torch

from graphbuild.train.schedule import Average, rate


def test_the_rate_rises_shortly_and_falls_to_almost_nothing():
    rates = [rate(step, 100, 1.0) for step in range(100)]
    top = rates.index(max(rates))
    assert top <= 5
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert 0 < rates[-1] <= 0.05


def test_the_average_follows_the_weights_and_can_be_put_back():
    model = torch.nn.Linear(1, 1, bias=False)
    average = Average(model)
    with torch.no_grad():
        model.weight.fill_(5.0)
    for step in range(3000):
        average.follow(model, step)
    assert abs(float(average.values["weight"]) - 5.0) < 0.1
    before = average.put(model)
    assert float(before["weight"]) == 5.0
