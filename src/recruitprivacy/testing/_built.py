"""
Values of any of our classes, drawn along its annotations.

A value differs from its defaults in a few fields at a time, so that it stays small, and so that
over many draws each field is met off its default, and each member of each union.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType, UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.testing._leaves import COUNTRIES, LEAVES
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

T = TypeVar("T")
Hint: TypeAlias = Any
"""A type as an annotation spells it; Python has no narrower word for it."""
Drawn: TypeAlias = Any
"""A value of whatever type was asked for."""
Given: TypeAlias = dict[str, Any]
Special: TypeAlias = "Callable[[DrawFn, World], Any]"
Mend: TypeAlias = Callable[[Given], None]

MOST_OFF: Final = 5
MOST_PARTS: Final = 2
TRIES: Final = 4
NO_MENDS: Final[Mapping[type, Mend]] = MappingProxyType({})
NO_SPECIALS: Final[Mapping[tuple[type, str], Special]] = MappingProxyType({})


@attrs.frozen(kw_only=True, eq=False)
class World:
    """
    What the values drawn may speak of.

    Attributes:
        vocabulary: The words.
        names: The names declared, per section of a policy.
        held: The categories everybody holds, or None where that does not matter.
        pools: What to draw for fields of a name, whatever their class.
        special: How to draw a field of a class.
        mends: What to do with the fields of a class before it is made, so that it can be.
        without: Fields left at their default.
    """

    vocabulary: Vocabulary = BUILT_IN
    names: Mapping[str, tuple[str, ...]] = FrozenMap()
    held: tuple[str, ...] | None = None
    pools: Mapping[str, SearchStrategy[Any]] = FrozenMap()
    special: Mapping[tuple[type, str], Special] = NO_SPECIALS
    mends: Mapping[type, Mend] = NO_MENDS
    without: tuple[str, ...] = ("schema",)


def draw_value(draw: DrawFn, hint: Hint, world: World, *, least: int = 0) -> Drawn:
    """
    Draw a value of an annotated type.

    Args:
        draw: What draws.
        hint: The type.
        world: What it may speak of.
        least: How many parts a list or map has at least.
    """
    if hint in LEAVES:
        return draw(LEAVES[hint])
    shape = SHAPES.get(origin_of(hint), _draw_plain)
    return shape(draw, hint, world, least)


def origin_of(hint: Hint) -> Hint:
    """
    Tell what an annotation with arguments is made with; None of one without.
    """
    return get_origin(hint)


def possible(hint: Hint, world: World, *, least: int = 0) -> bool:
    """
    Say whether there is any value of a type: a name needs a section that declares one.
    """
    origin, args = origin_of(hint), get_args(hint)
    if origin is Annotated:
        return any(names or names is None for names in _declared(args[1:], world))
    if origin in {tuple, FrozenMap}:
        return not least or possible(args[0], world)
    if origin in {Union, UnionType}:
        return any(possible(choice, world, least=least) for choice in args)
    return True


def _declared(markers: tuple[object, ...], world: World) -> list[tuple[str, ...] | None]:
    sections = (getattr(marker, "section", None) for marker in markers)
    return [world.names.get(section) for section in sections if section] or [None]


def words(markers: tuple[object, ...], world: World) -> SearchStrategy[str]:
    """
    Draw a word that the markers of an annotation allow: a declared name, or a term.
    """
    for names in _declared(markers, world):
        if names is not None:
            return among(names)
    kinds = [marker for marker in markers if isinstance(marker, Kind)]
    if not kinds:
        return among(COUNTRIES)
    return terms(kinds[0], world.vocabulary)


def among(choices: tuple[T, ...]) -> SearchStrategy[T]:
    """
    Draw one of some values.
    """
    made: SearchStrategy[T] = _sampled(choices)
    return made


@cache
def _sampled(choices: tuple[Any, ...]) -> SearchStrategy[Any]:
    return st.sampled_from(choices)


@cache
def terms(kind: Kind, vocabulary: Vocabulary) -> SearchStrategy[str]:
    """
    Draw the key of a term of one kind.
    """
    return st.sampled_from([term.key for term in vocabulary.terms(kind)])


@cache
def sizes(least: int) -> SearchStrategy[int]:
    """
    Draw how many parts something has.
    """
    return st.integers(least, max(least, MOST_PARTS))


def draw_some(draw: DrawFn, one: Callable[[], Hashable], *, least: int) -> tuple[Any, ...]:
    """
    Draw several values, each once.
    """
    return tuple(dict.fromkeys(one() for _ in range(draw(sizes(least)))))


def _draw_word(draw: DrawFn, hint: Hint, world: World, _: int) -> str:
    return draw(words(get_args(hint)[1:], world))


def _draw_choice(draw: DrawFn, hint: Hint, world: World, least: int) -> Drawn:
    open_to = tuple(each for each in get_args(hint) if possible(each, world, least=least))
    return draw_value(draw, draw(among(open_to)), world, least=least)


def _draw_literal(draw: DrawFn, hint: Hint, _: World, __: int) -> Drawn:
    return draw(among(get_args(hint)))


def _draw_tuple(draw: DrawFn, hint: Hint, world: World, least: int) -> tuple[Any, ...]:
    part = get_args(hint)[0]
    return _draw_parts(draw, part, world, least) if possible(part, world) else ()


def _draw_map(draw: DrawFn, hint: Hint, world: World, least: int) -> FrozenMap[Any, Any]:
    key, part = get_args(hint)
    keys = _draw_parts(draw, key, world, least)
    return FrozenMap((each, draw_value(draw, part, world)) for each in keys)


def _draw_set(draw: DrawFn, hint: Hint, world: World, least: int) -> frozenset[Any]:
    return frozenset(_draw_parts(draw, get_args(hint)[0], world, least))


def _draw_parts(draw: DrawFn, hint: Hint, world: World, least: int) -> tuple[Any, ...]:
    return draw_some(draw, lambda: draw_value(draw, hint, world), least=least)


def _draw_plain(draw: DrawFn, hint: Hint, world: World, _: int) -> Drawn:
    if issubclass(hint, Enum):
        return draw(among(tuple(hint)))
    return draw_class(draw, hint, world)


SHAPES: Final[Mapping[Hint, Callable[[DrawFn, Hint, World, int], Drawn]]] = MappingProxyType(
    {
        Annotated: _draw_word,
        FrozenMap: _draw_map,
        Literal: _draw_literal,
        Union: _draw_choice,
        UnionType: _draw_choice,
        frozenset: _draw_set,
        tuple: _draw_tuple,
    }
)


@cache
def hints(cls: type) -> Mapping[str, Hint]:
    """
    Resolve the annotations of a class, markers included.
    """
    return get_type_hints(cls, include_extras=True)


def default_of(field: attrs.Attribute[Any]) -> object:
    """
    Tell the default of a field; ``attrs.NOTHING`` where it must be given.
    """
    made = field.default
    return made.factory() if isinstance(made, FACTORY) else made


FACTORY: Final[Any] = attrs.Factory


def draw_class(draw: DrawFn, cls: type[T], world: World) -> T:
    """
    Draw a value of a class of ours.
    """
    kind: Hint = cls
    needed, spare = _fields(kind, world.without)
    given: Given = {}
    for field in needed:
        _draw_field(draw, cls, field, world, given)
    for field in draw(_subsets(spare)) if spare else ():
        for _ in range(TRIES):
            _draw_field(draw, cls, field, world, given)
            if given.get(_keyword(field), default_of(field)) != default_of(field):
                break
    if cls in world.mends:
        world.mends[cls](given)
    return cls(**given)


def _draw_field(
    draw: DrawFn, cls: type, field: attrs.Attribute[Any], world: World, given: Given
) -> None:
    least = int(field.default is not attrs.NOTHING)
    hint = hints(cls)[field.name]
    if field.name in world.pools:
        given[_keyword(field)] = draw(world.pools[field.name])
    elif (cls, field.name) in world.special:
        given[_keyword(field)] = world.special[cls, field.name](draw, world)
    else:
        given[_keyword(field)] = draw_value(draw, hint, world, least=least)


def _keyword(field: attrs.Attribute[Any]) -> str:
    return field.alias or field.name


@cache
def _fields(
    cls: Hint, without: tuple[str, ...]
) -> tuple[tuple[attrs.Attribute[Any], ...], tuple[attrs.Attribute[Any], ...]]:
    fields = [field for field in attrs.fields(cls) if field.init and field.name not in without]
    needed = tuple(field for field in fields if field.default is attrs.NOTHING)
    return needed, tuple(field for field in fields if field.default is not attrs.NOTHING)


@cache
def _subsets(fields: tuple[T, ...]) -> SearchStrategy[list[T]]:
    most = max(MOST_OFF, len(fields) // 2)
    return st.lists(st.sampled_from(fields), max_size=most, unique_by=id)


@st.composite
def of_class(draw: DrawFn, cls: type[T], world: World) -> T:
    """
    Draw a value of a class of ours.
    """
    return draw_class(draw, cls, world)
