"""
Facts about the one byte form.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum, StrEnum
from typing import cast

import pytest

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.errors import CanonicalError
from recruitprivacy.frozen import FrozenMap


class Colour(StrEnum):
    """
    Text of a closed list.
    """

    RED = "red"


class Size(IntEnum):
    """
    A number of a closed list.
    """

    LARGE = 3


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, "{}"),
        ([], "[]"),
        (None, "null"),
        (True, "true"),
        (1, "1"),
        (-0, "0"),
        ("", '""'),
        ({"b": 1, "a": [True, False]}, '{"a":[true,false],"b":1}'),
        ({"é": "Zoë", "e": "5 €"}, '{"e":"5 €","é":"Zoë"}'),
        ({"\uffff": 1, "\U00010000": 2}, '{"\uffff":1,"\U00010000":2}'),
        ('"\\\n\x00\x7f', '"\\"\\\\\\n\\u0000\x7f"'),
        ({"a": {"c": 1, "b": 2}}, '{"a":{"b":2,"c":1}}'),
        (Colour.RED, '"red"'),
        (Size.LARGE, "3"),
        (2**53 - 1, "9007199254740991"),
        (1 - 2**53, "-9007199254740991"),
    ],
)
def test_bytes(value: Plain, expected: str) -> None:
    """
    A value has these bytes and no others.
    """
    assert dumps(value) == expected.encode()


def test_text_is_kept_as_given() -> None:
    """
    An accent composed or combined is two texts; nothing is normalised behind the host's back.
    """
    assert dumps("\u00e9") != dumps("e\u0301")


@pytest.mark.parametrize(
    ("value", "path", "kind"),
    [
        (1.5, "", "float"),
        (float("nan"), "", "float"),
        ({"a": [1, 2.0]}, "a[1]", "float"),
        ({"a": {"b": date(2026, 1, 1)}}, "a.b", "date"),
        ([(1, 2)], "[0]", "tuple"),
        ({"a": {1}}, "a", "set"),
        (b"bytes", "", "bytes"),
        (FrozenMap({"a": 1}), "", "FrozenMap"),
        ({"a": {1: "x"}}, "a", "int key"),
        ({None: "x"}, "", "NoneType key"),
        (["\ud800"], "[0]", "text with a lone surrogate"),
        ({"a": {"\udfff": 1}}, "a", "text with a lone surrogate"),
        ({"n": 2**53}, "n", "whole number beyond 2**53 - 1"),
        ({"n": -(2**53)}, "n", "whole number beyond 2**53 - 1"),
        ([10**5000], "[0]", "whole number beyond 2**53 - 1"),
    ],
)
def test_refused(value: object, path: str, kind: str) -> None:
    """
    What has no canonical bytes is named by place and kind.
    """
    with pytest.raises(CanonicalError) as caught:
        dumps(cast("Plain", value))
    assert (caught.value.path, caught.value.kind) == (path, kind)


def test_the_value_is_not_quoted() -> None:
    """
    The message names the kind of a value, never the value.
    """
    with pytest.raises(CanonicalError) as caught:
        dumps(cast("Plain", {"born_on": date(1980, 2, 29)}))
    assert "1980" not in str(caught.value)


def nested(levels: int) -> Plain:
    """
    Put lists inside lists.
    """
    value: Plain = []
    for _ in range(levels - 1):
        value = [value]
    return value


def test_a_hundred_levels_are_written() -> None:
    """
    A hundred levels are the deepest that is written.
    """
    assert dumps(nested(100)) == b"[" * 100 + b"]" * 100


@pytest.mark.parametrize("levels", [101, 100_000])
def test_deeper_levels_are_refused(levels: int) -> None:
    """
    Deeper nesting is our error, not the interpreter's.
    """
    with pytest.raises(CanonicalError, match="deeper than 100 levels"):
        dumps(nested(levels))


def test_a_circle_is_refused() -> None:
    """
    A list that holds itself is deeper than any other.
    """
    circle: list[Plain] = []
    circle.append(circle)
    with pytest.raises(CanonicalError, match="deeper than 100 levels"):
        dumps(circle)


def test_digest() -> None:
    """
    The digest is the SHA-256 of the bytes, as its published test value has it.
    """
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest(b"abc") == f"sha256:{abc}"
