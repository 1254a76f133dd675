"""
Our values inside a host's own models, through cattrs.

The hooks call the one reader and the one writer of this package, so that a value in a host's model
has the form it has everywhere; cattrs walks what is the host's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args

import attrs

from recruitprivacy.canonical import Plain
from recruitprivacy.errors import Fault, FaultsError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.vocabulary import Vocabulary
from recruitprivacy.wire._kinds import name_of, stored_kind
from recruitprivacy.wire._leaves import Hint, bare, origin_of
from recruitprivacy.wire._policy import refused
from recruitprivacy.wire._reader import reader
from recruitprivacy.wire._stored import STORED, as_stored, from_stored
from recruitprivacy.wire._unread import UnreadError, joined, segment, silent, under

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["converter", "faults_of", "register_hooks"]

PLAIN: Final[Hint] = dict
DATES: Final = frozenset({date, datetime})


def converter(*, vocabulary: Vocabulary | None = None) -> Converter:
    """
    Make a converter that knows our values, for a host's own attrs classes and dataclasses.

    Args:
        vocabulary: The words a policy may use; None where it was checked before it was stored.

    >>> from recruitprivacy.periods import Period
    >>> made = converter()
    >>> made.unstructure({"keep": [Period.parse("P2Y"), None]})
    {'keep': ['P2Y', None]}
    >>> str(made.structure("P2Y", Period))
    'P2Y'
    """
    from cattrs import Converter  # noqa: PLC0415 - only who asks for a converter pays for cattrs

    made = Converter()
    register_hooks(made, vocabulary=vocabulary)
    return made


def register_hooks(converter: Converter, *, vocabulary: Vocabulary | None = None) -> None:
    """
    Teach a host's converter our values: it writes them as :func:`to_json` does, and reads them.

    A stored kind is written and read with its schema. An answer of ours (a disposal, a deadline)
    is written whole and not read back: it is computed again. Days and instants become text
    everywhere.

    Args:
        converter: The converter; it is changed.
        vocabulary: As for :func:`converter`.
    """

    def structure(value: object, hint: Hint) -> object:
        return _read(value, hint, vocabulary)

    def structure_map(value: object, hint: Hint) -> FrozenMap[Any, Any]:
        args = get_args(hint)
        return FrozenMap(converter.structure(value, PLAIN[args] if args else PLAIN))

    def unstructure_map(value: Mapping[Any, object]) -> dict[Any, Any]:
        return {converter.unstructure(key): converter.unstructure(value[key]) for key in value}

    converter.register_structure_hook_func(_is_ours, structure)
    converter.register_structure_hook_func(_is_map, structure_map)
    converter.register_unstructure_hook_func(_is_value, _written)
    converter.register_unstructure_hook_func(_is_map, unstructure_map)
    _teach_text(converter, structure)


def _teach_text(converter: Converter, structure: Callable[[object, Hint], object]) -> None:
    # cattrs sends each enum that is also text to the hook of text.
    read, write = converter.get_structure_hook(str), converter.get_unstructure_hook(str)

    def structure_text(value: object, hint: Hint) -> object:
        return structure(value, hint) if _is_value(hint) else read(value, hint)

    def unstructure_text(value: object) -> object:
        return _written(value) if _is_value(type(value)) else write(value)

    converter.register_structure_hook(str, structure_text)
    converter.register_unstructure_hook(str, unstructure_text)


def faults_of(error: BaseException) -> tuple[Fault, ...]:
    """
    List what was wrong in what a converter could not structure, each with its path.

    Nothing of what was read is repeated, where it is not part of a policy.

    Args:
        error: What ``structure`` raised: an error of cattrs, or one of ours.

    >>> from recruitprivacy.citations import Citation
    >>> from recruitprivacy.periods import Period
    >>> try:
    ...     converter().structure({"rule": ["P2Y", "two years"]}, dict[str, list[Period]])
    ... except Exception as error:
    ...     print(*faults_of(error))
    rule[1]: cannot read this as a period; write whole units, as in 'P18M'
    """
    return tuple(_faults(error))


def _faults(error: BaseException) -> Iterator[Fault]:
    if isinstance(error, FaultsError):
        yield from error.faults
    elif isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from (under(_place(part), fault) for fault in _faults(part))
    elif extra := getattr(error, "extra_fields", ()):
        yield from (Fault(path=segment(key), problem="unknown key") for key in sorted(extra))
    else:
        missing = isinstance(error, KeyError)
        yield Fault(path="", problem="is missing" if missing else "cannot be read")


def _place(error: BaseException) -> str:
    from cattrs import AttributeValidationNote, IterableValidationNote  # noqa: PLC0415 - as above

    place = ""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            place = joined(note.name, place)
        elif isinstance(note, IterableValidationNote):
            key = note.index
            place = joined(segment(key) if isinstance(key, str) else f"[{key}]", place)
    return place


def _is_value(hint: Hint) -> bool:
    if not isinstance(hint, type):
        return False
    return hint in DATES or (bool(name_of(hint)) and (attrs.has(hint) or issubclass(hint, Enum)))


def _is_map(hint: Hint) -> bool:
    return hint is FrozenMap or origin_of(hint) is FrozenMap


def _is_ours(hint: Hint) -> bool:
    if origin_of(hint) not in {Union, UnionType}:
        return _is_value(hint)
    options = [bare(option) for option in get_args(hint) if option is not NoneType]
    return len(options) > 1 and all(map(_is_value, options))


def _written(value: object) -> Plain:
    return as_stored(value)


def _read(value: object, hint: Hint, vocabulary: Vocabulary | None) -> object:
    if isinstance(hint, type) and _is_computed(hint):
        raise UnknownTermError(STORED, hint.__name__)
    if isinstance(hint, type) and stored_kind(hint) and isinstance(value, dict):
        return from_stored(hint, value, vocabulary)
    try:
        return reader(hint, silent)(value)
    except UnreadError as failure:
        raise refused(failure.faults) from None
    except NotImplementedError:
        raise UnknownTermError(STORED, getattr(hint, "__name__", "union")) from None


def _is_computed(cls: Hint) -> bool:
    hidden = attrs.has(cls) and any(name.startswith("_") for name in attrs.fields_dict(cls))
    return hidden or hasattr(cls, "worked_out")
