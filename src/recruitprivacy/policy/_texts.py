"""
Whether a firm's own words stand under the path of something it declares.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.policy._policy import Policy
from recruitprivacy.policy._walk import join, shown

OF_ALL: Final = ("title", "intro")
"""The words about the notice as a whole."""
OF_ONE: Final = ("title", "says")
"""The words about one thing in it."""
NOT_SPOKEN_OF: Final = frozenset({"schema", "texts", "earlier"})


def misplaced_texts(policy: Policy, lost: Collection[str]) -> Iterator[Fault]:
    """
    Yield each text that no notice would print, for nothing is declared where it points to.

    Args:
        policy: The declaration.
        lost: The paths of what could not be read; whether a text about it leads anywhere is
            not judged.
    """
    for language, texts in policy.texts.items():
        for path in texts:
            yield from _misplaced(policy, path, f"texts.{language}", lost)


def _misplaced(policy: Policy, path: str, within: str, lost: Collection[str]) -> Iterator[Fault]:
    about, _, leaf = path.rpartition(".")
    known = OF_ONE if about else OF_ALL
    if not _unread(about, lost):
        yield from _unheard(policy, about, within)
    if leaf not in known:
        yield Fault(
            path=join(within, about) if about else within,
            problem=f"no notice has a place for {shown(leaf)}",
            way_out=f"write {' or '.join(known)}",
            nearest=nearest(leaf, known),
        )


def _unread(about: str, lost: Collection[str]) -> bool:
    return any(
        about == part or about.startswith((f"{part}.", f"{part}[")) or part.startswith(f"{about}.")
        for part in lost
    )


def _unheard(policy: Policy, about: str, within: str) -> Iterator[Fault]:
    place: object = policy
    rest, seen = about, ""
    while rest:
        parts = _parts(place)
        name = next((key for key in sorted(parts, key=len, reverse=True) if _leads(key, rest)), "")
        if not name:
            word = rest.partition(".")[0]
            problem = f"{shown(word)} is not declared{f' under {seen}' if seen else ''}"
            yield Fault(
                path=join(within, seen) if seen else within,
                problem=problem,
                nearest=nearest(word, parts),
            )
            return
        place, seen, rest = parts[name], join(seen, name), rest[len(name) :].removeprefix(".")


def _leads(key: str, rest: str) -> bool:
    return rest == key or rest.startswith(f"{key}.")


def _parts(place: object) -> dict[str, object]:
    kind: type = type(place)
    if isinstance(place, FrozenMap):
        return {str(key): part for key, part in place.items()}
    if not attrs.has(kind):
        return {}
    named = ((field.name.rstrip("_"), field.name) for field in attrs.fields(kind))
    parts = ((key, getattr(place, name)) for key, name in named)
    return {key: part for key, part in parts if part is not None and key not in NOT_SPOKEN_OF}
