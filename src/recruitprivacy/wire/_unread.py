"""
What could not be read, and what could be read all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TypeAlias

import attrs

from recruitprivacy.errors import Fault, RecruitPrivacyError

MOST_QUOTED: Final = 40
KEY: Final = re.compile(r"@?[\w.:*-]{1,40}")

Quote: TypeAlias = Callable[[str], str]
"""How a text that was found is shown: with a blank before it, or not at all."""


class Nothing:
    """
    What is left of a value of which nothing could be read.
    """


NOTHING: Final = Nothing()


class UnreadError(RecruitPrivacyError):
    """
    A value has faults; raised by each reading hook, gathered by the one above it.

    Attributes:
        faults: The faults, with paths from this value down.
        lost: The paths at which something is not known, because it could not be read.
        value: What is left: a value without what was lost, never to be handed out.
    """

    def __init__(
        self,
        faults: tuple[Fault, ...],
        lost: tuple[str, ...] = ("",),
        value: object = NOTHING,
    ) -> None:
        """
        Keep the faults and the rest.
        """
        self.faults = faults
        self.lost = lost
        self.value = value
        super().__init__(*faults)


@attrs.define
class Gathered:
    """
    The faults of the parts of one value, as they are found.
    """

    faults: list[Fault] = attrs.field(factory=list)
    lost: list[str] = attrs.field(factory=list)

    def add(self, fault: Fault, *, lost: str | None = None) -> None:
        """
        Add a fault of the value itself, and the name of the part it leaves unknown.
        """
        self.faults.append(fault)
        if lost is not None:
            self.lost.append(lost)

    def take(self, name: str, part: UnreadError) -> None:
        """
        Add the faults of a part under its name.
        """
        self.faults.extend(under(name, fault) for fault in part.faults)
        self.lost.extend(joined(name, path) for path in part.lost)

    def unread(self, value: object) -> UnreadError:
        """
        Make the error that carries them up.
        """
        return UnreadError(tuple(self.faults), tuple(self.lost), value)


def joined(name: str, path: str) -> str:
    """
    Write a path under a name.

    >>> joined("uses", "data[2]"), joined("data", "[2]"), joined("data", "")
    ('uses.data[2]', 'data[2]', 'data')
    """
    dot = "." if name and path and not path.startswith("[") else ""
    return f"{name}{dot}{path}"


def under(name: str, fault: Fault) -> Fault:
    """
    Put a fault under a name.
    """
    return attrs.evolve(fault, path=joined(name, fault.path))


def segment(key: str) -> str:
    """
    Write a key as a part of a path; what does not look like a key is not repeated.

    >>> segment("contact_details"), segment("call me at 06 1234")
    ('contact_details', '…')
    """
    return key if KEY.fullmatch(key) else "…"


def quoted(text: str) -> str:
    """
    Show a text of a declaration, cut short.
    """
    return f" {text if len(text) <= MOST_QUOTED else f'{text[:MOST_QUOTED]}…'!r}"


def silent(_: str) -> str:
    """
    Show nothing of a text that may be about a person.
    """
    return ""
