"""What speaks for and against two people being one: small functions, each its own explanation."""

from math import log10

from graphbuild.resolve.acquaintance import Acquaintance
from graphbuild.resolve.judge import Reason
from graphbuild.resolve.nodes import Node

_MOST_COMPANY = 2.0
_WORDS_OF_A_NAME = 2


def same_words(left: Node, right: Node, known: Acquaintance) -> float:
    """The names have the same words."""
    if left.key != right.key:
        return 0.0
    return 1.5 if known.name(left).full else 0.5


def initial_dropped(left: Node, right: Node, known: Acquaintance) -> float:
    """The names have the same words; an initial is left out."""
    found = known.fit(left, right)
    if left.key == right.key or found is None or not found.dropped or found.left_out or found.slips:
        return 0.0
    return 3.0 if found.equal + found.sounds >= _WORDS_OF_A_NAME else 0.5


def same_sound(left: Node, right: Node, known: Acquaintance) -> float:
    """The names are spelled differently and sound the same."""
    found = known.fit(left, right)
    if found is None or not found.sounds or found.left_out or found.slips or found.initials:
        return 0.0
    return 3.0 if found.equal + found.sounds >= _WORDS_OF_A_NAME and not found.dropped else 0.5


def initial_spelled_out(left: Node, right: Node, known: Acquaintance) -> float:
    """An initial of one name begins a word of the other."""
    found = known.fit(left, right)
    if found is None or not found.initials or found.left_out or found.slips:
        return 0.0
    whole = found.equal + found.sounds
    return 3.0 if whole >= _WORDS_OF_A_NAME else 2.5 if whole and found.initials >= _WORDS_OF_A_NAME else 1.0


def slip(left: Node, right: Node, known: Acquaintance) -> float:
    """A word of one name is a letter away from a word of the other."""
    found = known.fit(left, right)
    if found is None or found.slips != 1 or found.equal + found.sounds < 1 or found.left_out:
        return 0.0
    few, many = sorted((len(left.articles), len(right.articles)))
    return 2.0 if many >= 3 * few else 1.0


def shorter(left: Node, right: Node, known: Acquaintance) -> float:
    """One name is a shorter form of the other."""
    found = known.fit(left, right)
    if found is None or not found.left_out or found.slips:
        return 0.0
    whole = found.equal + found.sounds
    return 0.5 if whole < _WORDS_OF_A_NAME else 2.0 if found.ends or found.left_out == 1 else 1.5


def called_both(left: Node, right: Node, known: Acquaintance) -> float:
    """An article calls one person by both names."""
    count = known.census.shared.get((min(left.key, right.key), max(left.key, right.key)), 0)
    if count and _full(left, known) and _full(right, known):
        return 3.0 if count == 1 else 3.5
    return 0.0


def nickname(left: Node, right: Node, known: Acquaintance) -> float:
    """Articles call this person by the short name, and almost nobody else."""
    short, full = (left, right) if _full(right, known) else (right, left)
    uses = known.census.aliases.get(short.key)
    if not uses or _full(short, known) or not _full(full, known) or not uses[full.key]:
        return 0.0
    if known.census.owner(short.key) == full.key:
        return 3.5
    return 1.0 if uses[full.key] >= 0.8 * sum(uses.values()) and uses[full.key] > 2 else 0.5


def shared_post(left: Node, right: Node, known: Acquaintance) -> float:
    """Articles give both the same post."""
    return 2.5 if not known.posts(left).isdisjoint(known.posts(right)) else 0.0


def shared_body(left: Node, right: Node, known: Acquaintance) -> float:
    """Articles give both the same organization or place."""
    return 1.0 if not known.bodies(left).isdisjoint(known.bodies(right)) else 0.0


def shared_company(left: Node, right: Node, known: Acquaintance) -> float:
    """The same other people are named beside both; the rarer they are, the more it says."""
    if not left.scope and not right.scope:
        return _company_of_full(left, right, known)
    near, far = (left, right) if left.scope else (right, left)
    here = near.articles[0]
    weight = 0.0
    for other in known.company(near):
        if other is not far and any(article != here for article in _meetings(other, far, known)):
            weight += 1.2 / (1.0 + log10(len(other.articles)))
    return round(min(weight, _MOST_COMPANY), 1)


def _company_of_full(left: Node, right: Node, known: Acquaintance) -> float:
    """Company of two names of all articles: looked up in a few articles of the rarer one."""
    few, many = sorted((left, right), key=lambda node: (len(node.articles), node.id))
    others = {node.id: node for article in few.articles[:20] for node in known.present.get(article, ())}
    weight = 0.0
    for other in (others[key] for key in sorted(others)):
        if other is not few and other is not many and _meetings(other, many, known):
            weight += 1.0 / (1.0 + log10(len(other.articles)))
    return round(min(weight, _MOST_COMPANY), 1)


def _meetings(other: Node, node: Node, known: Acquaintance) -> list[int]:
    """Up to two articles that name both."""
    few, many = sorted((known.articles(other), known.articles(node)), key=len)
    found: list[int] = []
    for article in few:
        if article in many:
            found.append(article)
            if len(found) > 1:
                break
    return found


def told_apart(left: Node, right: Node, known: Acquaintance) -> float:
    """One article names both side by side."""
    if left.key != right.key and not (_full(left, known) and _full(right, known)):
        return 0.0  # a short name beside the full one is most often the same person, told apart by mistake
    return -3.0 if not known.articles(left).isdisjoint(known.articles(right)) else 0.0


def rival(left: Node, right: Node, known: Acquaintance) -> float:
    """The shorter name fits other people, too."""
    found = known.fit(left, right)
    if found is None or not found.left_out or not _full(left, known) or not _full(right, known):
        return 0.0
    short, long = sorted((left, right), key=lambda node: (len(node.key.split()), node.key))
    words = known.name(short).words
    rivals = sum(
        1
        for other in known.with_words(words[0], words[-1])
        if other is not short and other is not long and known.fit(other, long) is None
    )
    return -1.0 * min(rivals, 2)


def _full(node: Node, known: Acquaintance) -> bool:
    return known.name(node).full


PEOPLE_REASONS = tuple(
    Reason(f)
    for f in (
        same_words,
        initial_dropped,
        same_sound,
        initial_spelled_out,
        slip,
        shorter,
        called_both,
        nickname,
        shared_post,
        shared_body,
        shared_company,
        told_apart,
        rival,
    )
)


def names_agree(known: Acquaintance, left: Node, right: Node) -> bool:
    """Whether the fullest names of two clusters can be one person's: a nickname and any name can."""
    if not _full(left, known) or not _full(right, known):
        return True
    return known.fit(left, right) is not None or _called(left, right, known)


def _called(left: Node, right: Node, known: Acquaintance) -> bool:
    return (min(left.key, right.key), max(left.key, right.key)) in known.census.shared
