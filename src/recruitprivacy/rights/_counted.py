"""
When the time for an answer ends, and whether any runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.law import Deadline, Law, answer_due
from recruitprivacy.rights._extension import Extension, extensions
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.timeline import AnyRequestEvent
from recruitprivacy.vocabulary import Right

__all__ = ["NO_PERIOD", "Counted", "counted"]

# Art. 12(3) speaks of requests under Articles 15 to 22.
NO_PERIOD: Final[Mapping[Right, str]] = MappingProxyType(
    {Right.WITHDRAW_CONSENT: "GDPR Art. 7(3)", Right.COMPLAINT: "GDPR Art. 77(1)"}
)
"""The rights for whose use no month runs."""


@attrs.frozen(kw_only=True)
class Counted:
    """
    The time for an answer.

    Attributes:
        first: Its end without an extension.
        extensions: The extensions recorded.
    """

    first: Deadline
    extensions: tuple[Extension, ...] = ()

    @property
    def extension(self) -> Extension | None:
        """
        The extension that counts, or None.
        """
        return next((each for each in self.extensions if each.counts), None)

    @property
    def deadline(self) -> Deadline:
        """
        Its end.
        """
        return self.extension.until if self.extension else self.first


def counted(request: RightsRequest, history: Iterable[AnyRequestEvent], law: Law) -> Counted | None:
    """
    Count the time for an answer; None where no right is asked for that has one.

    Args:
        request: The request; one whose rights nobody knows may be of any kind.
        history: What is looked at of its events, in the controller's time zone.
        law: The law.

    Law:
        GDPR Art. 12(3): one month from receipt, for requests under Articles 15 to 22.
    """
    if request.rights and NO_PERIOD.keys() >= set(request.rights):
        return None
    received, situation = request.received_at, request.situation
    return Counted(
        first=answer_due(received, law=law, situation=situation),
        extensions=extensions(received, situation, history, law),
    )
