"""
JSON, from bytes to plain values, with what is wrong in it as faults that repeat nothing of it.
"""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

from recruitprivacy.errors import Fault, FaultsError, TooLargeError
from recruitprivacy.wire._migrate import Document

MOST_BYTES: Final = 10_000_000
MARK: Final = "\ufeff"
"""Put before a text by some editors; no part of it."""


def parse(data: bytes | str, *, max_bytes: int = MOST_BYTES) -> Document:
    """
    Read a JSON document, which must be an object with each key once.

    Raises:
        FaultsError: If it is not UTF-8, or not JSON; with the line and column.
        TooLargeError: If it is longer than told.
    """
    if len(data) > max_bytes:
        raise TooLargeError(len(data), max_bytes)
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data.removeprefix(MARK)
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse_constant)
    except FaultsError:
        raise
    except (ValueError, RecursionError) as error:
        raise FaultsError([_told(error)]) from None
    if not isinstance(document, dict):
        raise FaultsError([Fault(path="", problem="expected an object")])
    return document


def _told(error: Exception) -> Fault:
    if isinstance(error, UnicodeDecodeError):
        return Fault(path="", problem="is not UTF-8 text", way_out="save it in UTF-8")
    if isinstance(error, json.JSONDecodeError):
        place = f"line {error.lineno}, column {error.colno}"
        return Fault(path=place, problem=f"is not JSON: {error.msg.lower()}")
    if isinstance(error, RecursionError):
        return Fault(path="", problem="is nested too deeply")
    # What is left is a number of thousands of digits.
    return Fault(path="", problem="holds a number nobody can read")


def _once(pairs: list[tuple[str, Any]]) -> Document:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Fault(path="", problem="an object has a key twice", way_out="keep one")
        raise FaultsError([twice])
    return found


def _refuse_constant(_: str) -> NoReturn:
    raise FaultsError([Fault(path="", problem="holds a number JSON does not know")])
