"""
TOML, from bytes to plain values, with what is wrong in it as faults.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from recruitprivacy.errors import Fault, FaultsError, TooLargeError
from recruitprivacy.wire._migrate import Document
from recruitprivacy.wire._unread import quoted

MOST_BYTES: Final = 1_000_000
PLACE: Final = re.compile(r"(?P<what>.*) \(at (?P<place>.*)\)", re.DOTALL)
TWICE: Final = re.compile(r"Cannot (?:declare|overwrite|mutate)|Duplicate")
NAMED: Final = re.compile(r"\((?P<table>'.*'),?\)|key '(?P<key>.*)'$")
LINE: Final = re.compile(r"line (?P<number>[0-9]+)")
KEY: Final = re.compile(r"\s*\[*\s*(?P<key>[\w.:*\"'-]+)\s*[=\]]")
MARK: Final = "\ufeff"
"""Put before a text by some editors; no part of it."""


def read_bytes(path: Path, max_bytes: int) -> bytes:
    """
    Read a file that must not be longer than told.

    Raises:
        FaultsError: If it cannot be opened.
        TooLargeError: If it is longer.
    """
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
            size = max(path.stat().st_size, len(data))
    except (OSError, ValueError) as error:  # a path with a null byte in it is no OSError
        missing = isinstance(error, FileNotFoundError)
        problem = "there is no such file" if missing else "cannot be opened as a file"
        raise FaultsError([Fault(path="", problem=problem)], source=str(path)) from None
    if len(data) > max_bytes:
        raise TooLargeError(size, max_bytes)
    return data


def parse(data: bytes | str, *, max_bytes: int = MOST_BYTES) -> Document:
    """
    Read a TOML document.

    Raises:
        FaultsError: If it is not UTF-8, or not TOML; with the line and column.
        TooLargeError: If it is longer than told.
    """
    if len(data) > max_bytes:
        raise TooLargeError(len(data), max_bytes)
    try:
        text = data.decode() if isinstance(data, bytes) else data
    except UnicodeDecodeError as error:
        raise FaultsError([_not_utf_8(error)]) from None
    text = text.removeprefix(MARK)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FaultsError([_told(error, text)]) from None


def _told(error: Exception, text: str) -> Fault:
    if isinstance(error, tomllib.TOMLDecodeError):
        return _not_toml(str(error), text)
    if isinstance(error, RecursionError):
        return Fault(path="", problem="is nested too deeply")
    # What is left is a number of thousands of digits.
    return Fault(path="", problem="holds a number nobody can read")


def _not_utf_8(error: UnicodeDecodeError) -> Fault:
    line = error.object.count(b"\n", 0, error.start) + 1
    way_out = "save the file in UTF-8"
    return Fault(path=f"line {line}", problem="is not UTF-8 text", way_out=way_out)


def _not_toml(said: str, text: str) -> Fault:
    found = PLACE.fullmatch(said)
    what, place = (found["what"], found["place"]) if found else (said, "")
    if TWICE.match(what):
        problem = f"{_key(what, place, text)} is given twice"
        return Fault(path=place, problem=problem, way_out="keep one")
    if what.startswith("Invalid date"):
        problem = "the calendar or the clock has no such date or time"
        return Fault(path=place, problem=problem, way_out="write one that there is")
    if _is_a_path(text):
        problem = "is the name of a file, not TOML"
        return Fault(path="", problem=problem, way_out="read a file with load_policy")
    shown = what[:80].lower()
    return Fault(path=place, problem=f"is not TOML: {shown}", way_out="mend the line")


def _key(what: str, place: str, text: str) -> str:
    named = NAMED.search(what)
    if named:
        key = named["key"] or ".".join(part.strip(" '") for part in named["table"].split(","))
        return quoted(key).lstrip()
    line = LINE.match(place)
    lines = text.rstrip().split("\n")
    found = KEY.match(lines[int(line["number"]) - 1 if line else -1])
    return quoted(found["key"]).lstrip() if found else "this key or table"


def _is_a_path(text: str) -> bool:
    return text.endswith(".toml") and re.search(r"[=\[\n]", text) is None


def flattened(document: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """
    Write nested tables as one, with dotted keys.

    >>> dict(flattened({"title": "Our notice", "uses": {"recruitment": {"title": "Finding work"}}}))
    {'title': 'Our notice', 'uses.recruitment.title': 'Finding work'}
    """
    for key, part in document.items():
        name = f"{path}.{key}" if path else key
        if isinstance(part, dict):
            yield from flattened(part, name)
        else:
            yield name, part
