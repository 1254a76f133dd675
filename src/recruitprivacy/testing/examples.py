"""
Small examples with names, for tests and documentation; nobody in them exists.

>>> from recruitprivacy.law import load
>>> from recruitprivacy.retention import assess
>>> from recruitprivacy.timeline import fold
>>> on, book = date(2026, 5, 4), load("NL")
>>> facts = fold(anna_applies(), own_hiring(), on=on, law=book)
>>> decided = assess(own_hiring(), facts, book, on=on)
>>> {(disposal.status.value, str(disposal.must_be_gone_by)) for disposal in decided}
{('overdue', '2026-04-29')}
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from typing import Final, TypedDict

from recruitprivacy.policy import Policy
from recruitprivacy.timeline import (
    AnyEvent,
    Happened,
    NoticeGiven,
    RecordKind,
    RecordOpened,
    RequestReceived,
)
from recruitprivacy.vocabulary import Right
from recruitprivacy.wire import read_policy

__all__ = [
    "agency",
    "anna_applies",
    "anna_asks",
    "own_hiring",
    "quiet_candidate",
    "supplied_candidate",
]

CANDIDATE: Final = "candidate"

OWN_HIRING: Final = """
id = "harbour-hiring"
firm = "Harbour Bakery"
languages = ["en", "nl"]
version = { number = "1", published_on = 2026-01-05 }

[roles]
candidate = {}

[controllers.harbour]
name = "Harbour Bakery B.V."
country = "NL"
contact = { email = "jobs@harbour.example", reasons = ["questions"] }

[responsible.everybody]
roles = ["candidate"]
among = ["harbour"]

[data.candidate]
items = ["name", "contact_details", "cv"]

[ways.candidate]
given = { "*" = ["website", "interview"] }

[uses.hiring]
roles = ["candidate"]
purposes = ["recruitment_services"]
basis = "precontract"

[recipients.hosts]
roles = ["candidate"]
to = "it_providers"

[disposals.delete]
ends = ["erased"]

[retention.after_the_procedure]
at_most = "P4W"
after = "procedure_closed"
roles = ["candidate"]
purpose = "hiring"
then = "delete"
"""
AGENCY: Final = """
id = "north-agency"
firm = "North Recruitment"
languages = ["en", "sv"]
version = { number = "2", published_on = 2023-01-02 }

[roles]
candidate = {}
client = {}
supplier = {}

[controllers.north]
name = "North Recruitment AB"
country = "SE"
contact = { email = "privacy@north.example", reasons = ["questions"] }

[responsible.everybody]
roles = ["candidate", "client", "supplier"]
among = ["north"]

[data.candidate]
items = ["name", "contact_details", "cv"]
[data.client]
items = ["name", "contact_details"]
[data.supplier]
items = ["name", "contact_details"]

[uses.recruitment]
roles = ["candidate", "client", "supplier"]
purposes = ["recruitment_services"]
basis = "legitimate_interests"

[recipients.clients]
roles = ["candidate"]
to = "clients_prospective_employers"

[recipients.hosts]
roles = ["client", "supplier"]
to = "it_providers"

[clocks.meaningful_contact]
counts = ["message.inbound", "conversation", "message.clicked", "cv.uploaded"]
ignores = ["message.opened"]
if_none = "data_collected"
[clocks.meaningful_contact.supplied]
roles = ["candidate"]
contact_with = "supplier"
until = "supplier.relation_ended"
then = ["supplier.relation_ended", "contact_after"]

[disposals.delete]
ends = ["erased"]

[retention.house]
at_most = "P2Y"
after = "meaningful_contact"
purpose = "recruitment"
then = "delete"
"""


@cache
def own_hiring() -> Policy:
    """
    Give the declaration of a bakery that hires for itself: four weeks after the procedure.

    >>> own_hiring().retention["after_the_procedure"].at_most.weeks
    4
    """
    return read_policy(OWN_HIRING, source="own hiring")


@cache
def agency() -> Policy:
    """
    Give the declaration of an agency: two years after the last meaningful contact.

    >>> agency().clocks["meaningful_contact"].ignores
    ('message.opened',)
    """
    return read_policy(AGENCY, source="agency")


def anna_applies() -> tuple[AnyEvent, ...]:
    """
    Tell how Anna applied to the bakery, and was told on 1 April 2026 that another got the work.

    >>> [event.happened.isoformat() for event in anna_applies()][-1]
    '2026-04-01'
    """
    return (
        _opened("anna", date(2026, 3, 2), controller="harbour"),
        NoticeGiven(
            **_facts("anna", "2", date(2026, 3, 2)), version="1", language="nl", role=CANDIDATE
        ),
        _did("anna", "3", date(2026, 3, 2), "application.submitted"),
        _did("anna", "4", date(2026, 3, 17), "interview.held"),
        _did("anna", "5", date(2026, 4, 1), "candidate.rejected"),
        _did("anna", "6", date(2026, 4, 1), "procedure.closed"),
    )


def anna_asks() -> tuple[AnyEvent, ...]:
    """
    Tell what :func:`anna_applies` tells, and that she asked for a copy of her data on 8 April.

    >>> anna_asks()[-1].rights
    (<Right.ACCESS: 'access'>,)
    """
    asks = RequestReceived(
        **_facts("anna", "7", date(2026, 4, 8)),
        request="anna-request",
        rights=(Right.ACCESS,),
        channel="email",
    )
    return (*anna_applies(), asks)


def quiet_candidate() -> tuple[AnyEvent, ...]:
    """
    Tell of Bo, in the agency's books, who wrote on 10 June 2023 and opened a mail a year later.

    >>> {event.what for event in quiet_candidate() if isinstance(event, Happened)} >= {
    ...     "message.inbound", "message.opened"}
    True
    """
    return (
        _opened("bo", date(2023, 5, 2), controller="north"),
        _did("bo", "2", date(2023, 5, 2), "data.collected"),
        _did("bo", "3", date(2023, 6, 10), "message.inbound"),
        _did("bo", "4", date(2024, 6, 20), "message.opened"),
    )


def supplied_candidate() -> tuple[AnyEvent, ...]:
    """
    Tell of Cleo, supplied by a company that ended the relation on 30 September 2025.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import assess
    >>> from recruitprivacy.timeline import fold
    >>> on, book = date(2026, 3, 2), load("SE")
    >>> facts = fold(supplied_candidate(), agency(), on=on, law=book)
    >>> decided = assess(agency(), facts, book, on=on)
    >>> {str(disposal.must_be_gone_by) for disposal in decided}
    {'2027-09-30'}
    """
    return (
        _opened("cleo", date(2023, 1, 16), controller="north", supplier="company-1"),
        _did("cleo", "2", date(2023, 1, 16), "data.received"),
        _with("cleo", "3", date(2025, 6, 5), "supplier.contact"),
        _with("cleo", "4", date(2025, 9, 30), "supplier.relation_ended"),
    )


class _Facts(TypedDict):
    id: str
    person: str
    happened: date
    recorded_at: datetime
    source: str


def _facts(person: str, number: str, day: date) -> _Facts:
    noted = datetime.combine(day, time(9), tzinfo=UTC)
    return {
        "id": f"{person}-{number}",
        "person": person,
        "happened": day,
        "recorded_at": noted,
        "source": "ats",
    }


def _opened(person: str, day: date, *, controller: str, supplier: str | None = None) -> AnyEvent:
    return RecordOpened(
        **_facts(person, "1", day),
        record=f"{person}-record",
        record_kind=RecordKind.PERSON,
        role=CANDIDATE,
        controller=controller,
        supplier=supplier,
    )


def _did(person: str, number: str, day: date, what: str) -> AnyEvent:
    record = f"{person}-record"
    return Happened(**_facts(person, number, day), what=what, role=CANDIDATE, record=record)


def _with(person: str, number: str, day: date, what: str) -> AnyEvent:
    record = f"{person}-record"
    return Happened(**_facts(person, number, day), what=what, record=record, company="company-1")
