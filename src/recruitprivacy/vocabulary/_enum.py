"""
The base of every list the law closes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from recruitprivacy.errors import UnknownTermError
from recruitprivacy.messages import Message
from recruitprivacy.near import nearest

__all__ = ["ClosedTerm"]


class ClosedTerm(StrEnum):
    """
    A term of a list that only a legislator can lengthen.

    Its value is a stable key; what people read is the label, said by ``i18n``.

    Attributes:
        cites: The provision it stands in, as :meth:`Citation.parse` reads it; empty where the
            thing is known by name only.
        label: Its name as printed in a list of a notice.
        dpv: Its name in the Data Privacy Vocabulary, with prefix, or empty.
    """

    _value_: str
    cites: str
    label: Message
    dpv: str

    def __new__(
        cls, key: str, cites: str = "", label: Message | None = None, dpv: str = ""
    ) -> Self:
        """
        Keep the provision and the label beside the key; every member gives both.
        """
        member = str.__new__(cls, key)
        member._value_ = key
        member.cites = cites
        member.label = label or Message(key, key)
        member.dpv = dpv
        return member

    @classmethod
    def parse(cls, key: str) -> Self:
        """
        Read a key, or say which known key is nearest.

        Raises:
            UnknownTermError: If no member has the key.
        """
        if key in cls._value2member_map_:
            return cls(key)
        known = tuple(member.value for member in cls)
        raise UnknownTermError(cls.kind(), key, nearest(key, known), known)

    @classmethod
    def kind(cls) -> str:
        """
        Name the list, as its members' message codes begin: ``lawful_basis``.
        """
        return next(iter(cls)).label.code.partition(".")[0]
