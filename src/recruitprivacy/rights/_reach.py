"""
Which data something reaches that names records and categories.
"""

from __future__ import annotations

from typing import Protocol

from recruitprivacy.basis import Frame

__all__ = ["Reaching", "reaches"]


class Reaching(Protocol):
    """
    What names records and categories, of which none stands for all.
    """

    @property
    def records(self) -> tuple[str, ...]:
        """
        The records; empty is all.
        """

    @property
    def categories(self) -> tuple[str, ...] | None:
        """
        The data; None is all.
        """


def reaches(
    named: Reaching, frame: Frame, *, record: str, category: str, parts: bool = True
) -> bool:
    """
    Say whether something reaches one category of a record.

    Args:
        named: What names records and categories.
        frame: The frame, for its words.
        record: The record.
        category: The category.
        parts: Whether naming a part of the category is enough to reach it.
    """
    if named.records and record not in named.records:
        return False
    return named.categories is None or any(
        frame.is_category(category, each) or (parts and frame.is_category(each, category))
        for each in named.categories
    )
