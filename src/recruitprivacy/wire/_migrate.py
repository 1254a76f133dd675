"""
What is stored says which schema it was written in; what is older is brought up to date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from recruitprivacy.errors import Fault, FaultsError, NewerSchemaError
from recruitprivacy.wire._kinds import CLASSES

Document: TypeAlias = dict[str, Any]
"""A document as TOML or JSON gives it."""
Step: TypeAlias = Callable[[Document], Document]

KNOWN: Final[Mapping[str, int]] = dict.fromkeys((*CLASSES.values(), "events"), 1)
"""The newest schema of each kind that is stored."""

STEPS: Final[dict[tuple[str, int], Step]] = {}
"""How a document of one schema becomes one of the next, by kind and the schema it has."""

WRITTEN: Final = re.compile(r"recruitprivacy\.(?P<kind>[a-z_]+)/(?P<number>[0-9]{1,6})")


def schema(kind: str) -> str:
    """
    Write the newest schema of a kind.

    >>> schema("policy")
    'recruitprivacy.policy/1'
    """
    return f"recruitprivacy.{kind}/{KNOWN[kind]}"


def upgraded(document: Document, kind: str) -> Document:
    """
    Bring a document to the newest schema, one step at a time.

    Raises:
        NewerSchemaError: If a newer release wrote it.
        FaultsError: If it is of another kind, or of a schema nobody ever wrote.
    """
    number = _number(document.get("schema"), kind)
    if number > KNOWN[kind]:
        raise NewerSchemaError(str(document["schema"]), schema(kind))
    for step in range(number, KNOWN[kind]):
        if (kind, step) not in STEPS:
            raise _other(kind)
        document = STEPS[kind, step](document)
    return {**document, "schema": schema(kind)}


def _number(written: object, kind: str) -> int:
    found = WRITTEN.fullmatch(written) if isinstance(written, str) else None
    if found is None or found["kind"] != kind:
        raise _other(kind)
    return int(found["number"])


def _other(kind: str) -> FaultsError:
    way_out = f"expected {schema(kind)!r}"
    return FaultsError([Fault(path="schema", problem="is not one this reads", way_out=way_out)])
