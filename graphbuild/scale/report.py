"""What a run did, as data: every article that was read is counted as built, rejected or a repeat of another."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphbuild.model.text import Document, Facts, Rejected


@dataclass(slots=True)
class Report:
    """The counts and reasons of one run, filled as it goes."""

    built: int = 0
    reused: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    repeats: dict[str, str] = field(default_factory=dict)
    dates: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    notes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    characters: int = 0

    def note_document(self, document: Document, repeats: str | None) -> None:
        """Count an article that was read; ``repeats`` is the id of the article that it repeats, if any."""
        if repeats is None:
            self.built += 1
        else:
            self.repeats[document.id] = repeats
        self.dates[document.source.date_basis or "none"] += 1
        self.characters += len(document.text)
        if document.notes:
            self.notes[document.id] = document.notes

    def note_facts(self, facts: Facts) -> None:
        """Count what an article says."""
        self.found.update(f"entity:{chain.kind.value}" for chain in facts.chains)
        self.found.update(f"event:{claim.type}" for claim in facts.claims)

    def record(self, *, timings: Mapping[str, float], versions: Mapping[str, str]) -> dict[str, Any]:
        """The report as plain data for ``report.json``."""
        return {
            "articles": {
                "read": self.built + len(self.rejected) + len(self.repeats),
                "built": self.built,
                "rejected": len(self.rejected),
                "duplicate": len(self.repeats),
                "facts_reused": self.reused,
                "characters": self.characters,
                "date_basis": dict(sorted(self.dates.items())),
            },
            "rejected": [{"path": item.path, "reason": item.reason} for item in self.rejected],
            "duplicates": [{"id": new, "repeats": old} for new, old in sorted(self.repeats.items())],
            "notes": {name: list(notes) for name, notes in sorted(self.notes.items())},
            "found": dict(sorted(self.found.items())),
            "seconds": {stage: round(spent, 3) for stage, spent in sorted(timings.items())},
            "versions": dict(sorted(versions.items())),
        }
