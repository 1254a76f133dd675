"""
Where the texts of one notice say different things in different languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Final

import attrs

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy._policy import Policy
from recruitprivacy.policy._stated import PartialDate
from recruitprivacy.policy._walk import hints, join

__all__ = ["Difference", "differences"]

SHARED: Final = frozenset({"schema", "id", "languages", "texts", "earlier", "variants"})
"""What is one for all languages, or does not say anything of itself."""
AS_TEXT: Final = frozenset({Period, PartialDate})
"""What a file writes as one text, and not as a table."""


@attrs.frozen(kw_only=True)
class Difference:
    """
    One place where the text in one language says something else than the declaration.

    Attributes:
        path: Where in the declaration.
        declared: What only the declaration says there: words and values as they are written.
        said: What only the text in that language says.
    """

    path: str
    declared: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


def differences(policy: Policy, language: str) -> tuple[Difference, ...]:
    """
    List where the text in one language says something else than the declaration.

    An entry, or a word of a list, that only one of them has stands under the path of what holds
    it. No difference means that none was declared.

    Args:
        policy: The declaration, with its variants.
        language: The language of the text, as ``variants`` writes it.

    Law:
        GDPR Art. 12(1): what is told is clear to those it is told to.
    """
    other = policy.said_in(language)
    return tuple(
        found
        for name in hints(Policy)
        if name not in SHARED
        for found in _between(getattr(policy, name), getattr(other, name), name)
    )


def _between(one: object, other: object, path: str) -> Iterator[Difference]:
    kind: type = type(one)
    if one == other:
        return
    if isinstance(one, FrozenMap) and isinstance(other, FrozenMap):
        yield from _lists(one, other, path)
        for key in one:
            if key in other:
                yield from _between(one[key], other[key], join(path, key))
    elif type(one) is type(other) and attrs.has(kind) and kind not in AS_TEXT:
        for name in hints(kind):
            inner = join(path, name.rstrip("_"))
            yield from _between(getattr(one, name), getattr(other, name), inner)
    elif isinstance(one, tuple) and isinstance(other, tuple):
        yield from _lists(one, other, path)
    else:
        yield Difference(path=path, declared=(_written(one),), said=(_written(other),))


def _lists(one: Iterable[object], other: Iterable[object], path: str) -> Iterator[Difference]:
    before, after = ([*map(_written, each)] for each in (one, other))
    declared = tuple(word for word in before if word not in after)
    said = tuple(word for word in after if word not in before)
    if declared or said:
        yield Difference(path=path, declared=declared, said=said)


def _written(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return str(value).lower()
    if attrs.has(type(value)) and type(value) not in AS_TEXT:
        return type(value).__name__.lower()
    return "" if value is None else str(value)
