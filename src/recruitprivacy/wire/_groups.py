"""
Groups: words a declaration gathers under a name, to write the name where all of them are meant.

A group belongs to a kind of word. ``@name`` stands for its words in a list; as a key it gives each
of them the same entry. A declaration that was read holds the words, and no group.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final, TypeAlias, get_args

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.near import nearest
from recruitprivacy.policy import Code, Policy, unknown_words
from recruitprivacy.vocabulary import ClosedTerm, Kind, Vocabulary
from recruitprivacy.wire._leaves import Hint, bare, origin_of
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._tables import parts
from recruitprivacy.wire._unread import UnreadError, quoted, segment, under

GROUPS: Final = "groups"
MARK: Final = "@"
PLACE: Final = "place"
COUNTRY: Final = "country"
NAME: Final = re.compile(r"[A-Za-z0-9_-]+")

Members: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The words of each group, by kind and name."""


def kind_of_word(hint: Hint) -> str:
    """
    Tell the kind of word an annotation asks for; empty where it asks for none.
    """
    for marker in getattr(hint, "__metadata__", ()):
        if isinstance(marker, Kind):
            return marker.value
        if isinstance(marker, Code):
            return PLACE if marker.beside else COUNTRY
    plain = bare(hint)
    closed = isinstance(plain, type) and issubclass(plain, ClosedTerm)
    return plain.kind() if closed else ""


@cache
def kinds() -> Mapping[str, Hint]:
    """
    List the kinds of words that stand in lists or as keys of a declaration, each with its type.

    >>> sorted(kinds())[:3]
    ['category', 'channel', 'condition']
    """
    found: dict[str, Hint] = {}
    for hint in _words_in(Policy, set()):
        found.setdefault(kind_of_word(hint), hint)
    return found


def _words_in(hint: Hint, seen: set[Hint]) -> Iterator[Hint]:
    if attrs.has(bare(hint)):
        if hint not in seen:
            seen.add(hint)
            for part in parts(hint).values():
                yield from _words_in(part.hint, seen)
        return
    args = get_args(hint)
    if origin_of(hint) in {tuple, FrozenMap} and kind_of_word(args[0]):
        yield args[0]
    elif not kind_of_word(hint):
        for arg in args:
            yield from _words_in(arg, seen)
    if origin_of(hint) is FrozenMap:
        yield from _words_in(args[1], seen)


def members(written: object, vocabulary: Vocabulary) -> tuple[Members, list[Fault]]:
    """
    Read the groups of a declaration; of one with faults, the words that are known.
    """
    if not isinstance(written, dict):
        return {}, [Fault(path=GROUPS, problem="expected a table, found something else")]
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    faults: list[Fault] = []
    for kind, table in written.items():
        path = f"{GROUPS}.{segment(kind)}"
        if kind in kinds():
            found[kind], its = _members(table, kinds()[kind], path, vocabulary)
            faults.extend(its)
        else:
            close = nearest(kind, kinds())
            problem = f"there are no groups of{quoted(kind)}"
            faults.append(Fault(path=path, problem=problem, nearest=close))
    return found, faults


def _members(
    table: object, hint: Hint, path: str, vocabulary: Vocabulary
) -> tuple[dict[str, tuple[str, ...]], list[Fault]]:
    listed: Hint = FrozenMap[str, tuple[hint, ...]]
    faults: list[Fault] = []
    try:
        groups: object = reader(listed, quoted)(table)
    except UnreadError as failure:
        groups = failure.value
        faults.extend(under(path, fault) for fault in failure.faults)
    known: dict[str, tuple[str, ...]] = {}
    for name, words in groups.items() if isinstance(groups, FrozenMap) else ():
        place = f"{path}.{segment(name)}"
        wrong = {word: list(unknown_words(word, hint, place, vocabulary)) for word in words}
        faults.extend((*_unusable(place, name), *chain.from_iterable(wrong.values())))
        if not words and not faults:  # nothing would stand where it is used: often everybody
            faults.append(Fault(path=place, problem="holds no word", way_out="give it some"))
        known[name] = tuple(chain.from_iterable(_meant(word, its) for word, its in wrong.items()))
    return known, faults


def _unusable(path: str, name: str) -> Iterator[Fault]:
    if not NAME.fullmatch(name):
        way_out = "use letters, digits, _ and -"
        yield Fault(path=path, problem="is no name for a group", way_out=way_out)


def _meant(word: object, wrong: Collection[Fault]) -> Iterator[str]:
    # For a misspelt word the nearest stands in, so that nobody is told twice of one mistake.
    yield from (fault.nearest for fault in wrong if fault.nearest)
    if not wrong:
        yield str(getattr(word, "value", word))


def both(ours: Members, others: Members) -> Members:
    """
    Join the groups of a declaration and those of a variant of it, which go before.
    """
    return {kind: {**ours.get(kind, {}), **others.get(kind, {})} for kind in {**ours, **others}}
