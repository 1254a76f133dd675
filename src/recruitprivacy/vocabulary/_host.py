"""
The shape in which a host writes a term of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypedDict, TypeGuard

from recruitprivacy.errors import Fault
from recruitprivacy.near import nearest
from recruitprivacy.vocabulary._kinds import Kind

__all__ = ["HostTerm"]

A_TEXT: Final = "a text"
TEXTS: Final = "a list of texts"
BY_LANGUAGE: Final = "one text per language"
YES_OR_NO: Final = "true or false"

SHAPES: Final = {
    "under": A_TEXT,
    "label": A_TEXT,
    "labels": BY_LANGUAGE,
    "definition": A_TEXT,
    "sensitivity": A_TEXT,
    "may_reveal": TEXTS,
    "dpv": A_TEXT,
    "fideslang": A_TEXT,
    "exercises_right": YES_OR_NO,
    "events": TEXTS,
}
ONLY_FOR: Final = {
    "sensitivity": Kind.CATEGORY,
    "may_reveal": Kind.CATEGORY,
    "exercises_right": Kind.EVENT,
    "events": Kind.TRIGGER,
}


class HostTerm(TypedDict, total=False):
    """
    A term of a host's own, as ``extend`` takes it.

    Attributes:
        under: The shipped term it is a kind of; the only field that must be there.
        label: Its English name; without one, the key with spaces.
        labels: Its names by language tag; they stand instead of ``label``.
        definition: What it means.
        sensitivity: Its class, at or above the parent's; categories only.
        may_reveal: Keys of the special categories it may give away; categories only.
        dpv: Its name in the Data Privacy Vocabulary; without one, the parent's.
        fideslang: Its key in the fideslang taxonomy; without one, the parent's.
        exercises_right: Whether doing it uses a right of the person; events only.
        events: The kinds of event that fire it; triggers only, without them the parent's.
    """

    under: str
    label: str
    labels: Mapping[str, str]
    definition: str
    sensitivity: str
    may_reveal: Sequence[str]
    dpv: str
    fideslang: str
    exercises_right: bool
    events: Sequence[str]


def unknown(path: str, what: str, word: str, known: Mapping[str, object]) -> Fault:
    """
    Report a word that is not known, with the nearest that is.
    """
    problem = f"unknown {what} {word!r}"
    return Fault(path=path, problem=problem, nearest=nearest(word, known))


def shape_faults(kind: Kind, path: str, given: object) -> Iterator[Fault]:
    """
    Find fields that do not belong to a term of a kind, or hold the wrong sort of value.
    """
    if not isinstance(given, Mapping):
        yield Fault(path=path, problem=_found(given), way_out="expected a table with 'under'")
        return
    for field, value in given.items():
        where = f"{path}.{field}"
        if field not in SHAPES:
            yield unknown(where, "field", str(field), SHAPES)
        elif not _fits(SHAPES[field], value):
            yield Fault(path=where, problem=_found(value), way_out=f"expected {SHAPES[field]}")
        elif ONLY_FOR.get(field, kind) is not kind:
            only = f"only {ONLY_FOR[field].plural} do"
            yield Fault(path=where, problem=f"a {kind.value} has no {field}", way_out=only)


def _found(value: object) -> str:
    return f"found {type(value).__name__}"


def _fits(shape: str, value: object) -> bool:
    if shape == BY_LANGUAGE:
        return isinstance(value, Mapping) and _are_texts([*value, *value.values()])
    if shape == TEXTS:
        return _is_list(value) and _are_texts(value)
    return isinstance(value, bool if shape == YES_OR_NO else str)


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _are_texts(values: Sequence[object]) -> bool:
    return all(isinstance(value, str) for value in values)
