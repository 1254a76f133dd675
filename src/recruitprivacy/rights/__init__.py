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
what comes next, by when?       :func:`upcoming`
may the person be asked who?    :func:`identity_checks`, :func:`identity_data`, :func:`ask_for`
what do they get?               :func:`access_package`, :func:`portable_package`
what of the request itself?     :func:`audit_trail`, :func:`case_file`, :func:`collected`
where can one complain?         :func:`complaint_routes`
==============================  ============================================================

Nothing is refused by a machine: where something may be refused, the answer says which facts a
human has to decide on.
"""

from __future__ import annotations

from recruitprivacy.rights._assess import assess
from recruitprivacy.rights._audited import AuditLine, audit_trail, case_file
from recruitprivacy.rights._breaches import breaches
from recruitprivacy.rights._circumstances import Circumstances, Provenance
from recruitprivacy.rights._complaints import Complaining, complaint_routes
from recruitprivacy.rights._due import Due, due
from recruitprivacy.rights._duties import duties, next_duties
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._excess import Excess, Sign, excess, may_charge
from recruitprivacy.rights._guarded import guarded
from recruitprivacy.rights._held import HeldItem, HeldValue, Mark, MarkKind, ThirdParty
from recruitprivacy.rights._identity import (
    Check,
    Fitting,
    ask_for,
    identity_checks,
    identity_data,
)
from recruitprivacy.rights._package import (
    AccessPackage,
    CopiedItem,
    LeftOut,
    PortablePackage,
    access_package,
    portable_package,
)
from recruitprivacy.rights._papers import Collected, collected
from recruitprivacy.rights._particulars import Kept, Particulars, Passed
from recruitprivacy.rights._pleas import GROUNDS, Plea, grounds_against
from recruitprivacy.rights._redaction import Fate, Redaction, redacted
from recruitprivacy.rights._replay import Replay, replay
from recruitprivacy.rights._request import SCHEMA, RightsRequest, open_request, opens, receive
from recruitprivacy.rights._restricted import may_use
from recruitprivacy.rights._table import TABLE, Carried, Dependence
from recruitprivacy.rights._upcoming import Coming, Next, Urgency, upcoming
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
    ErasureGranted,
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
    "AccessPackage",
    "Acknowledged",
    "Addressee",
    "AnswerPart",
    "Answered",
    "AnyRequestEvent",
    "Assisted",
    "AuditLine",
    "Carried",
    "Check",
    "Circumstances",
    "ClarificationAsked",
    "Clarified",
    "ClosedUnproved",
    "Collected",
    "Coming",
    "Complaining",
    "ComplaintLodged",
    "CopiedItem",
    "CourtSeized",
    "Dependence",
    "Due",
    "Duty",
    "DutyKind",
    "Entitlement",
    "ErasureGranted",
    "Excess",
    "Extended",
    "ExtensionReason",
    "Fate",
    "FeeAsked",
    "FeePaid",
    "First",
    "Fitting",
    "Forwarded",
    "HeldItem",
    "HeldValue",
    "IdentityAsked",
    "IdentityProved",
    "Instructed",
    "Instruction",
    "Judgement",
    "Kept",
    "LeftOut",
    "LiftAnnounced",
    "Mandate",
    "Mark",
    "MarkKind",
    "Move",
    "Next",
    "Particulars",
    "Passed",
    "Plea",
    "PortablePackage",
    "Provenance",
    "Redaction",
    "Refused",
    "Reopened",
    "Replay",
    "RequestReceived",
    "RequestStatus",
    "RequestWithdrawn",
    "RightsRequest",
    "Sign",
    "ThirdParty",
    "Urgency",
    "Verdict",
    "access_package",
    "allowed",
    "ask_for",
    "assess",
    "audit_trail",
    "breaches",
    "case_file",
    "collected",
    "complaint_routes",
    "due",
    "duties",
    "excess",
    "grounds_against",
    "guarded",
    "identity_checks",
    "identity_data",
    "may_charge",
    "may_use",
    "move_of",
    "next_duties",
    "open_request",
    "opens",
    "portable_package",
    "receive",
    "redacted",
    "replay",
    "rights_for",
    "upcoming",
    "why_not",
]
