"""
What the strategies meet: every field off its default, and every member of every union.

Whoever proves something with them proves it of all our types, not of their easy half.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, Union, get_args

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Finding
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Rule, Situation
from recruitprivacy.messages import Message, Phrase, Words
from recruitprivacy.notices import Notice
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, Policy
from recruitprivacy.rights import RightsRequest
from recruitprivacy.testing import strategies as st
from recruitprivacy.testing._built import default_of, hints, origin_of
from recruitprivacy.timeline import AnyEvent, Columns, Corrected, Facts, PersonsMerged, PersonSplit

Reach: TypeAlias = "set[tuple[str, str, str]]"
Hint: TypeAlias = Any
"""A type as an annotation spells it."""

WHOLE: Final = (Citation, Message, Period, PartialDate, Phrase, Words)
"""Drawn by strategies of their own, and looked at as one thing."""
LEFT: Final = frozenset({"schema"})
"""Fields that have but one value."""

REFUSED: Final = {
    ("Corrected", "by", kind.__name__) for kind in (Corrected, PersonsMerged, PersonSplit)
}
"""What a constructor refuses, whatever the annotation says."""

MOST_RUNS: Final = 150
"""Of 150 draws each; most are done long before."""
ROOTS: Final[Mapping[str, tuple[tuple[Any, ...], SearchStrategy[Any]]]] = {
    "policies": ((Policy,), st.policies()),
    "events": (get_args(AnyEvent), st.events()),
    "facts": ((Facts,), st.facts()),
    "rights_requests": ((RightsRequest,), st.rights_requests()),
    "findings": ((Finding,), st.findings()),
    "situations": ((Situation,), st.situations()),
    "columns": ((Columns,), st.columns()),
    "notices": ((Notice,), st.notices()),
    "rules": ((Rule,), st.rules()),
}


def choices(hint: Hint) -> tuple[Any, ...]:
    """
    List what an annotation lets one choose from.
    """
    return get_args(hint) if origin_of(hint) in {Union, UnionType} else ()


def name_of(choice: Hint) -> str:
    """
    Name a member of a union, as :func:`told` names a value of it.
    """
    if origin_of(choice) is Annotated:
        return "str"
    if origin_of(choice) is Literal:
        return type(get_args(choice)[0]).__name__
    return str(getattr(origin_of(choice) or choice, "__name__", choice))


def told(value: object) -> str:
    """
    Name the member of a union a value is of.
    """
    return type(value).__name__


def parts(hint: Hint) -> Iterator[Any]:
    """
    Yield the classes of ours that an annotation leads to.
    """
    if isinstance(hint, type) and attrs.has(hint):
        if hint not in WHOLE:
            yield hint
    else:
        for part in get_args(hint):
            yield from parts(part)


def place(cls: type, name: str) -> tuple[str, str]:
    """
    Name a field by the class that declares it, not by those that inherit it.
    """
    owners = (base for base in reversed(cls.__mro__) if name in base.__dict__.get("__slots__", ()))
    return next(owners, cls).__name__, name


def expected(roots: tuple[Any, ...]) -> Reach:
    """
    List what there is to meet: fields that have a default, and members of unions.
    """
    found: Reach = set()
    open_to, met = list(roots), set(roots)
    while open_to:
        cls = open_to.pop()
        for field in attrs.fields(cls):
            hint = hints(cls)[field.name]
            if field.name in LEFT:
                continue
            if default_of(field) is not attrs.NOTHING:
                found.add((*place(cls, field.name), "off its default"))
            found |= {(*place(cls, field.name), name_of(each)) for each in choices(hint)}
            for part in parts(hint):
                if part not in met:
                    met.add(part)
                    open_to.append(part)
    return found


def met_in(value: object) -> Iterator[tuple[str, str, str]]:
    """
    Yield what one value shows.
    """
    if isinstance(value, tuple):
        for part in value:
            yield from met_in(part)
    elif isinstance(value, FrozenMap):
        yield from met_in(tuple(value.values()))
    elif attrs.has(type(value)) and not isinstance(value, WHOLE):
        kind: Hint = type(value)
        for field in attrs.fields(kind):
            part = getattr(value, field.name)
            if part != default_of(field):
                yield *place(type(value), field.name), "off its default"
            yield *place(type(value), field.name), told(part)
            yield from met_in(part)


def collected(strategy: SearchStrategy[Any], run: int) -> Reach:
    """
    Draw many values, from a seed of their own, and collect what they show.
    """
    met: Reach = set()

    @seed(run)
    @settings(
        max_examples=150,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def draw(value: object) -> None:
        met.update(met_in(value))

    draw()
    return met


@pytest.mark.parametrize("name", ROOTS)
def test_every_field_and_every_alternative_is_met(name: str) -> None:
    """
    Over many draws each field differs from its default, and each member of a union occurs.
    """
    roots, strategy = ROOTS[name]
    missing = expected(roots) - REFUSED
    for run in range(MOST_RUNS):
        missing -= collected(strategy, run)
        if not missing:
            break
    assert sorted(missing) == []
