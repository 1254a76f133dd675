"""
What passes between the person and the controller before the answer, as dated values.

They are plain facts, recorded once; what follows from them is worked out anew each time.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeAlias

import attrs

from recruitprivacy.errors import EventTypeError
from recruitprivacy.periods import Period

__all__ = ["Clarification", "Doubt", "Exchanged", "Extension", "Fee", "Proof"]


def _a_day(instance: object, field: attrs.Attribute[Any], value: date | None) -> None:
    # An instant is a date to Python, and on which day it was hangs on where the controller is.
    if isinstance(value, datetime):
        expected = "the day where the controller is"
        raise EventTypeError(type(instance).__name__, field.name, expected, "datetime")


@attrs.frozen(kw_only=True)
class Doubt:
    """
    A doubt about who is asking, of which the person was told.

    Attributes:
        asked_on: The day on which they were asked to show who they are.
        reason: What made it doubtful, as a key; empty where nobody recorded it.

    >>> Doubt(asked_on=date(2026, 3, 3), reason="address_changed").reason
    'address_changed'

    Law:
        GDPR Art. 12(6): further information on reasonable doubt.
    """

    asked_on: date = attrs.field(validator=_a_day)
    reason: str = ""


@attrs.frozen(kw_only=True)
class Proof:
    """
    What a person sent to show who they are.

    Attributes:
        given_on: The day on which it came.
        sufficient: Whether it was enough; if not, the person is asked again.

    >>> Proof(given_on=date(2026, 3, 9)).sufficient
    True
    """

    given_on: date = attrs.field(validator=_a_day)
    sufficient: bool = True


@attrs.frozen(kw_only=True)
class Clarification:
    """
    A question what a request for access is about.

    Attributes:
        asked_on: The day on which the person was asked.
        given_on: The day on which they said; None while they have not.
        large_amount: Whether a large amount of data made the question necessary, as recorded.

    >>> Clarification(asked_on=date(2026, 3, 9)).given_on is None
    True

    Law:
        GDPR Recital 63: a controller that holds much may ask what a request for access is about.
    """

    asked_on: date = attrs.field(validator=_a_day)
    given_on: date | None = attrs.field(default=None, validator=_a_day)
    large_amount: bool = False


@attrs.frozen(kw_only=True)
class Fee:
    """
    A fee asked of a person before they are answered.

    Attributes:
        asked_on: The day on which they were asked.
        paid_on: The day on which they paid; None while they have not.

    >>> Fee(asked_on=date(2026, 3, 4), paid_on=date(2026, 3, 16)).paid_on
    datetime.date(2026, 3, 16)

    Law:
        GDPR Art. 12(5): a reasonable fee for what is manifestly unfounded or excessive.
    """

    asked_on: date = attrs.field(validator=_a_day)
    paid_on: date | None = attrs.field(default=None, validator=_a_day)


Exchanged: TypeAlias = Doubt | Proof | Clarification | Fee


@attrs.frozen(kw_only=True)
class Extension:
    """
    Further time a controller took for its answer.

    Attributes:
        told_on: The day on which the person was told; None where nobody recorded it.
        reason: Why, as a key; empty where nobody recorded it.
        by: How much longer; None for as much as the law allows.
        told: Whether the person was told at all.

    >>> Extension(told_on=date(2026, 4, 1), reason="complexity").by is None
    True

    Law:
        GDPR Art. 12(3): told with the reasons within a month of receipt.
    """

    told_on: date | None = attrs.field(validator=_a_day)
    reason: str = ""
    by: Period | None = None
    told: bool = True
