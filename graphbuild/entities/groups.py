"""Joining mentions into groups: a small union-find over indexes that keeps the order of the text."""

from collections.abc import Hashable, Iterable, Sequence


class Groups:
    """Sets of indexes ``0 .. size-1`` that can only grow together; the smallest index stands for its set."""

    def __init__(self, size: int) -> None:
        """Start with every index alone."""
        self._parents = list(range(size))

    def find(self, index: int) -> int:
        """The index that stands for the set of this one."""
        while self._parents[index] != index:
            self._parents[index] = self._parents[self._parents[index]]
            index = self._parents[index]
        return index

    def join(self, left: int, right: int) -> None:
        """Make one set of the sets of two indexes."""
        one, other = sorted((self.find(left), self.find(right)))
        self._parents[other] = one

    def join_equal(self, keys: Iterable[tuple[int, Hashable]]) -> None:
        """Make one set of all indexes that share a key."""
        first: dict[Hashable, int] = {}
        for index, key in keys:
            self.join(first.setdefault(key, index), index)

    def members(self, indexes: Sequence[int]) -> list[list[int]]:
        """The sets of the given indexes, in order of their first members."""
        found: dict[int, list[int]] = {}
        for index in indexes:
            found.setdefault(self.find(index), []).append(index)
        return list(found.values())
