"""What two graphs say differently, in facts a reader understands: who and what is new, gone, renamed; what happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.model.world import Entity, Event, Graph

ADDED, REMOVED, CHANGED = "+", "-", "~"

_ROLES_FIRST = ("person", "office", "organization", "institution", "parties")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One difference: ``sign`` is + (new), - (gone) or ~ (changed), ``subject`` an id, ``words`` what it says."""

    subject: str
    sign: str
    words: str

    def __str__(self) -> str:
        """Give the change as one line."""
        return f"{self.sign} {self.subject}  {self.words}"


def difference(old: Graph, new: Graph) -> tuple[Change, ...]:
    """The changes from one graph to another, sorted by what they are about; none for equal graphs.

    That more or fewer articles support a fact is a change of its own, told with the number of articles.
    """
    names_before = {entity.id: entity.name for entity in old.entities}
    names_after = {entity.id: entity.name for entity in new.entities}
    found = list(_articles(old, new))
    found += _compare(
        {entity.id: _entity_facts(entity, names_before) for entity in old.entities},
        {entity.id: _entity_facts(entity, names_after) for entity in new.entities},
    )
    found += _compare(
        {event.id: _event_facts(event, names_before) for event in old.events},
        {event.id: _event_facts(event, names_after) for event in new.events},
    )
    return tuple(sorted(found))


def _articles(old: Graph, new: Graph) -> Iterable[Change]:
    before = {article.id: article for article in old.articles}
    after = {article.id: article for article in new.articles}
    for key in sorted(before.keys() ^ after.keys()):
        sign, article = (ADDED, after[key]) if key in after else (REMOVED, before[key])
        yield Change(f"article/{key}", sign, article.title or article.source.path)
    for key in sorted(before.keys() & after.keys()):
        if before[key].sha256 != after[key].sha256:
            yield Change(f"article/{key}", CHANGED, "the text is another")


Facts = Mapping[str, str]
"""What is said of one thing: the first entry sums it up, the others are compared one by one."""


def _compare(before: Mapping[str, Facts], after: Mapping[str, Facts]) -> list[Change]:
    found = []
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            found.append(Change(key, ADDED, new["summary"]))
        elif new is None and old is not None:
            found.append(Change(key, REMOVED, old["summary"]))
        elif old is not None and new is not None and old != new:
            found.append(Change(key, CHANGED, _changed(old, new)))
    return found


def _changed(old: Facts, new: Facts) -> str:
    """What is said otherwise, property by property; an empty side was or is not said."""
    keys = [key for key in sorted({*old, *new}) if key != "summary" and old.get(key) != new.get(key)]
    told = "; ".join(f"{key}: {old.get(key) or '(none)'} -> {new.get(key) or '(none)'}" for key in keys)
    return f"{new['summary']} | {told}" if told else f"{old['summary']} -> {new['summary']}"


def _entity_facts(entity: Entity, names: Mapping[str, str]) -> dict[str, str]:
    return {
        "summary": entity.name,
        "name": entity.name,
        "names": ", ".join(entity.names),
        "of": names.get(entity.of or "", ""),
        "parent": names.get(entity.parent or "", ""),
        "articles": str(len({document for document, _ in entity.members})),
    }


def _event_facts(event: Event, names: Mapping[str, str]) -> dict[str, str]:
    roles = sorted(event.roles, key=lambda role: (_rank(role[0]), role))
    said = {role: ", ".join(names.get(entity, entity) for name, entity in roles if name == role) for role, _ in roles}
    dates = {"date": event.date, "start": event.start, "end": event.end}
    when = " ".join(f"{name} {date}" for name, date in dates.items() if date is not None)
    status = " ".join(part for part in (event.label, str(event.modality)) if part)
    summary = f"{event.type} ({status}): {' / '.join(said.values())} {when}".strip()
    bounds = event.bounds
    limits = (bounds.not_before, bounds.since, bounds.until, bounds.not_after)
    return {
        "summary": summary,
        **said,
        **dict(event.texts),
        **{name: "" if date is None else date.iso for name, date in dates.items()},
        "held": "/".join("" if day is None else day.isoformat() for day in limits),
        "replaces": event.replaces or "",
        "follows": event.follows or "",
        "articles": str(len({item.document for item in event.evidence})),
    }


def _rank(role: str) -> int:
    return _ROLES_FIRST.index(role) if role in _ROLES_FIRST else len(_ROLES_FIRST)
