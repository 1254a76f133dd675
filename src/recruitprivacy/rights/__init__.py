"""
What a person asks of a controller, by when an answer is due, and what must not be done.

:func:`open_request` opens a request; :meth:`RightsRequest.apply` takes the next step and refuses
an unlawful one; :func:`replay` reads back what happened, lawful or not; :func:`due` finds the last
day and says why. The life of a request stands in one table, :data:`MOVES`.

==============================  ============================================================
which rights are there?         :func:`rights_for`, on a use of the policy or an activity
what is done with this request  :func:`assess`, for each category of each record
what may stand against it?      :data:`GROUNDS`, and a :class:`Plea` for each
what is owed, and what next?    :func:`duties`, :func:`next_duties`
is it too much, may it cost?    :func:`excess`, :func:`may_charge`
may restricted data be used?    :func:`may_use`
where can one complain?         :func:`complaint_routes`
==============================  ============================================================

Nothing is refused by a machine: where something may be refused, the answer says which facts a
human has to decide on.
"""

from __future__ import annotations

from recruitprivacy.rights._assess import assess
from recruitprivacy.rights._breaches import breaches
from recruitprivacy.rights._circumstances import Circumstances, Provenance
from recruitprivacy.rights._complaints import Complaining, complaint_routes
from recruitprivacy.rights._due import Due, due
from recruitprivacy.rights._duties import duties, next_duties
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._excess import Excess, Sign, excess, may_charge
from recruitprivacy.rights._guarded import guarded
from recruitprivacy.rights._pleas import GROUNDS, Plea, grounds_against
from recruitprivacy.rights._replay import Replay, replay
from recruitprivacy.rights._request import SCHEMA, RightsRequest, open_request, opens, receive
from recruitprivacy.rights._restricted import may_use
from recruitprivacy.rights._table import TABLE, Carried, Dependence
from recruitprivacy.rights._verdict import First, Judgement, Verdict
from recruitprivacy.rights._which import Entitlement, rights_for
from recruitprivacy.timeline import (
    MOVES,
    Acknowledged,
    Answered,
    AnswerPart,
    AnyRequestEvent,
    Assisted,
    ClarificationAsked,
    Clarified,
    ClosedUnproved,
    ComplaintLodged,
    CourtSeized,
    Extended,
    ExtensionReason,
    FeeAsked,
    FeePaid,
    Forwarded,
    IdentityAsked,
    IdentityProved,
    Instructed,
    Instruction,
    LiftAnnounced,
    Mandate,
    Move,
    Refused,
    Reopened,
    RequestReceived,
    RequestStatus,
    RequestWithdrawn,
    allowed,
    move_of,
    why_not,
)

__all__ = [
    "GROUNDS",
    "MOVES",
    "SCHEMA",
    "TABLE",
    "Acknowledged",
    "Addressee",
    "AnswerPart",
    "Answered",
    "AnyRequestEvent",
    "Assisted",
    "Carried",
    "Circumstances",
    "ClarificationAsked",
    "Clarified",
    "ClosedUnproved",
    "Complaining",
    "ComplaintLodged",
    "CourtSeized",
    "Dependence",
    "Due",
    "Duty",
    "DutyKind",
    "Entitlement",
    "Excess",
    "Extended",
    "ExtensionReason",
    "FeeAsked",
    "FeePaid",
    "First",
    "Forwarded",
    "IdentityAsked",
    "IdentityProved",
    "Instructed",
    "Instruction",
    "Judgement",
    "LiftAnnounced",
    "Mandate",
    "Move",
    "Plea",
    "Provenance",
    "Refused",
    "Reopened",
    "Replay",
    "RequestReceived",
    "RequestStatus",
    "RequestWithdrawn",
    "RightsRequest",
    "Sign",
    "Verdict",
    "allowed",
    "assess",
    "breaches",
    "complaint_routes",
    "due",
    "duties",
    "excess",
    "grounds_against",
    "guarded",
    "may_charge",
    "may_use",
    "move_of",
    "next_duties",
    "open_request",
    "opens",
    "receive",
    "replay",
    "rights_for",
    "why_not",
]
