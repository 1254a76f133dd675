"""
The one byte form of a stored value, and its digest.

Keys are sorted by code point, nothing is padded, text is UTF-8 as given. Fractions have no
canonical form, nor have whole numbers beyond those every JSON reader keeps exactly, so that two
machines never write one number in two ways.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final, TypeAlias

from recruitprivacy.errors import CanonicalError

__all__ = ["Plain", "digest", "dumps"]

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"

MOST_EXACT: Final = 2**53 - 1
MOST_DEEP: Final = 100


def dumps(value: Plain) -> bytes:
    """
    Write a plain value as its canonical bytes.

    Raises:
        CanonicalError: If a part is not text, a whole number, a truth value, null, a list or an
            object with text keys; is text that UTF-8 cannot write; is a whole number beyond
            2**53 - 1 either way; or lies deeper than 100 lists and objects.

    >>> dumps({"b": [1, True, None], "a": "é"}).decode()
    '{"a":"é","b":[1,true,null]}'
    """
    _refuse_others(value, "", MOST_DEEP)
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")


def digest(data: bytes) -> str:
    """
    Name bytes by their SHA-256, as ``sha256:`` and 64 hexadecimal digits.

    >>> digest(dumps({}))
    'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    """
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _refuse_others(value: object, path: str, levels: int) -> None:
    if isinstance(value, str):
        _refuse_unwritable(value, path)
    elif isinstance(value, int):
        _refuse_inexact(value, path)
    elif isinstance(value, list | dict):
        _refuse_inside(value, path, levels)
    elif value is not None:
        raise CanonicalError(path, type(value).__name__)


def _refuse_inside(value: list[object] | dict[object, object], path: str, levels: int) -> None:
    if not levels:
        raise CanonicalError(path, f"value deeper than {MOST_DEEP} levels")
    if isinstance(value, list):
        for index, part in enumerate(value):
            _refuse_others(part, f"{path}[{index}]", levels - 1)
        return
    for key, part in value.items():
        name = _text_key(key, path)
        _refuse_others(part, f"{path}.{name}" if path else name, levels - 1)


def _text_key(key: object, path: str) -> str:
    if not isinstance(key, str):
        raise CanonicalError(path, f"{type(key).__name__} key")
    _refuse_unwritable(key, path)
    return key


def _refuse_inexact(number: int, path: str) -> None:
    if abs(number) > MOST_EXACT:
        raise CanonicalError(path, "whole number beyond 2**53 - 1")


def _refuse_unwritable(text: str, path: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise CanonicalError(path, "text with a lone surrogate") from None
