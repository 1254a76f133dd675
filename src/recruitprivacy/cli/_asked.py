"""
A request as the arguments of a command tell of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

if TYPE_CHECKING:
    from recruitprivacy.law import Situation
    from recruitprivacy.periods import Period
    from recruitprivacy.rights import AnyRequestEvent, ExtensionReason, RightsRequest

ID: Final = "request"
PERSON: Final = "person"
DAY: Final = "write the day, and after a colon what made it so, as in 2026-03-05:{example}"


@attrs.frozen(kw_only=True)
class Asked:
    """
    What the arguments say of a request.

    Attributes:
        received: When it came in.
        rights: The rights used, by key.
        identity_asked: The days on which the person was asked who they are, each with a doubt
            after a colon.
        identity_proved: The days on which they showed it.
        extended: The day on which they were told of an extension, with the reason after a colon.
        extended_by: By how much.
    """

    received: date
    rights: tuple[str, ...]
    identity_asked: tuple[str, ...] = ()
    identity_proved: tuple[date, ...] = ()
    extended: str | None = None
    extended_by: Period | None = None

    def request(self, situation: Situation) -> RightsRequest:
        """
        Read the request back from what happened.
        """
        from recruitprivacy import rights
        from recruitprivacy.vocabulary import Right

        wanted = tuple(dict.fromkeys(Right.parse(each) for each in self.rights))
        base = _base("received", self.received)
        receipt = rights.RequestReceived(**base, rights=wanted)
        return rights.replay((receipt, *self._later()), situation=situation).request

    def _later(self) -> Iterator[AnyRequestEvent]:
        from recruitprivacy.rights import Extended, IdentityAsked, IdentityProved
        from recruitprivacy.vocabulary import BUILT_IN, Kind

        for nth, text in enumerate(self.identity_asked):
            on, doubt = _noted(text, "address_changed")
            key = BUILT_IN.term(Kind.DOUBT, doubt).key if doubt else None
            yield IdentityAsked(**_base(f"asked-{nth}", on), doubt=key)
        for nth, day in enumerate(self.identity_proved):
            yield IdentityProved(**_base(f"proved-{nth}", day))
        if self.extended:
            on, why = _noted(self.extended, "complexity")
            reason = _reason(why) if why else None
            base = _base("extended", on)
            yield Extended(**base, reason=reason, by=self.extended_by, told=True)


def _base(event: str, happened: date) -> dict[str, Any]:
    known = happened
    if not isinstance(known, datetime):
        known = datetime.combine(happened, time(), tzinfo=UTC)
    return {
        "id": f"{ID}/{event}",
        "request": ID,
        "person": PERSON,
        "happened": happened,
        "recorded_at": known,
    }


def _reason(text: str) -> ExtensionReason:
    from recruitprivacy.errors import UnknownTermError
    from recruitprivacy.near import nearest
    from recruitprivacy.rights import ExtensionReason

    known = [reason.value for reason in ExtensionReason]
    if text not in known:
        raise UnknownTermError("reason", text, nearest(text, known) or known[0])
    return ExtensionReason(text)


def _noted(text: str, example: str) -> tuple[date, str]:
    day, _, note = text.partition(":")
    try:
        return date.fromisoformat(day), note
    except ValueError:
        raise click.UsageError(DAY.format(example=example)) from None
