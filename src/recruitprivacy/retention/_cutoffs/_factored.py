"""
What several questions have in common, asked once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from recruitprivacy.retention._cutoffs._tree import All, AnyOf, Tree, every, some

__all__ = ["factored"]


def factored(tree: Tree) -> Tree:
    """
    Take out of alternatives what most of them ask, so that it is asked once.

    Twenty rules for five sources compare the source five times and not twenty. Text is what costs
    most to compare. The answer stays the same, also where a cell is empty.

    >>> from recruitprivacy.retention._cutoffs._tree import Absent
    >>> one, other, both = Absent("a"), Absent("b"), Absent("c")
    >>> found = factored(some([every([both, one]), every([both, other])]))
    >>> found == every([both, some([one, other])])
    True
    """
    if isinstance(tree, All):
        return every(map(factored, tree.parts))
    return some(_alternatives(tree.parts)) if isinstance(tree, AnyOf) else tree


def _alternatives(parts: Sequence[Tree]) -> Iterator[Tree]:
    while (common := _most_common(parts)) is not None:
        having = [each for each in parts if common in _asked(each)]
        left = some(every(part for part in _asked(each) if part != common) for each in having)
        yield every((common, factored(left)))
        parts = [each for each in parts if common not in _asked(each)]
    yield from map(factored, parts)


def _most_common(parts: Sequence[Tree]) -> Tree | None:
    """
    Find what most of some alternatives ask; None where no two ask the same.
    """
    asked = Counter(part for each in parts for part in _asked(each))
    common, times = max(asked.items(), key=lambda pair: pair[1], default=(None, 0))
    return common if times > 1 else None


def _asked(part: Tree) -> tuple[Tree, ...]:
    return part.parts if isinstance(part, All) else (part,)
