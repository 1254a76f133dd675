"""
Lists in running text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from recruitprivacy.i18n._catalog import Catalog
from recruitprivacy.messages import Message

NONE: Final = Message("list.none", "none")

Joined: TypeAlias = Literal["standard", "or"]


def join(items: Sequence[str], catalog: Catalog, joined: Joined = "standard") -> str:
    """
    Join texts as a language does; what has commas in it is kept apart by semicolons.

    >>> from recruitprivacy.i18n._catalog import load
    >>> join(["name", "address", "photo"], load("sv"))
    'name, address och photo'
    """
    if not items:
        return catalog.text(NONE)
    if len(items) == 1:
        return items[0]
    if joined == "standard" and any("," in item for item in items):
        return "; ".join(items)
    from babel.lists import format_list

    return format_list(items, style=joined, locale=catalog.about.locale)
