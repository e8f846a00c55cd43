"""Options and things that every room's tests share."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "graphbuild" / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The graph of the samples, built once for all tests that look at it."""
    import graphbuild

    return graphbuild.build(SAMPLES, tmp_path_factory.mktemp("demo"))
