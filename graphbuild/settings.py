"""The thresholds of a run in one frozen dataclass, each with the story of its value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be tuned by; the defaults are what the benchmark was measured with."""

    longest_article: int = 200_000
    """Characters read of one article; the longest of 42,000 news articles has 61,000. What is cut is reported."""

    batch: int = 64
    """Articles analyzed at a time: full batches for the models, and little lost when a run is stopped."""
