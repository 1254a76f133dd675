"""
One value of each kind that is stored beside policies, events, facts and requests, every field said.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from recruitprivacy.basis import (
    Balance,
    ConsentAct,
    ConsentAsked,
    Exemption,
    InterestsAssessment,
    NewPurpose,
    Receipt,
    ReceiptController,
    ReceiptPurpose,
    Telling,
)
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.messages import Message, phrase
from recruitprivacy.periods import Period
from recruitprivacy.policy import End
from recruitprivacy.retention import DataMap, Outcome, Place, StepResult
from recruitprivacy.timeline import (
    ConsentWithdrawn,
    Happened,
    Identifier,
    Proof,
    RecordKind,
    RecordOpened,
    Suppression,
    SuppressionToken,
)
from recruitprivacy.vocabulary import InformationExemption, LawfulBasis
from recruitprivacy.wire import (
    Does,
    StoredAnswer,
    StoredBlocked,
    StoredPart,
    StoredPlan,
    StoredStep,
)

DAY: Final = date(2026, 3, 2)
HASH: Final = "4f" * 32
CV: Final = StoredAnswer(
    controller="harbour", record="application-1", category="cv", fingerprint=HASH
)
NOTES: Final = StoredAnswer(
    controller="harbour", record="application-1", category="interview_notes", fingerprint=HASH
)

PLAN: Final = StoredPlan(
    on=DAY,
    steps=(
        StoredStep(
            does=Does.ERASE, answer=CV, place="tapes", end=End.ERASED, gone_on=date(2026, 4, 6)
        ),
        StoredStep(does=Does.SEGREGATE, answer=NOTES, place="ats"),
        StoredStep(does=Does.TELL, answer=CV, place="client", to="client-1"),
    ),
    without_place=(NOTES,),
    blocked=(
        StoredBlocked(
            answer=CV,
            place="ats",
            by=(StoredPart(record="application-1", category="interview_notes"),),
        ),
    ),
    fingerprint=HASH,
)
STEP_RESULT: Final = StepResult(
    controller="harbour",
    record="application-1",
    category="cv",
    place="tapes",
    outcome=Outcome.ANONYMISED,
    done_on=DAY,
    residual_until=date(2026, 4, 6),
    assessment="assessment-1",
    fingerprint=HASH,
)
DATA_MAP: Final = DataMap(
    places=FrozenMap(
        {
            "ats": Place(kind="candidate_system", roles=("candidate",)),
            "index": Place(kind="search_index", data=("cv",), derived_from="ats"),
            "tapes": Place(kind="backup", can=(), overwritten_after=Period(days=35)),
            "client": Place(kind="client", data=("cv",), holder="client-1", decides=True),
        }
    ),
    nowhere=FrozenMap({"cctv_footage": "the bakery has no cameras"}),
)
CONSENT: Final = ConsentAsked(
    purposes=("talent_pool",),
    categories=("cv",),
    act=ConsentAct.TICKED,
    detriment=False,
    imbalance=False,
    conditional=False,
    separate=True,
    distinguishable=True,
    told=tuple(Telling),
    entities=("harbour",),
    open_ended=False,
    withdrawal_easy=True,
    explicit=True,
    notice_version="3",
    notice_digest=HASH,
    language="nl",
    given_on=DAY,
    age=34,
    online_service=False,
    parent_agreed=False,
)
RECEIPT: Final = Receipt(
    id="event-1",
    person="person-1",
    given_at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    method="web_form",
    jurisdiction="NL",
    language="nl",
    notice_version="3",
    notice_digest=HASH,
    policy_url="https://harbour.example/privacy",
    controllers=(
        ReceiptController(
            name="Harbour Bakery B.V.",
            contact="The office",
            address=("Quay 1", "Harbourtown"),
            country="NL",
            email="privacy@harbour.example",
            phone="+31000000000",
            url="https://harbour.example",
        ),
    ),
    purposes=(
        ReceiptPurpose(
            purpose="talent_pool",
            categories=("cv",),
            explicit=True,
            expires_on=date(2027, 3, 1),
            third_parties=("client",),
        ),
    ),
    sensitive=("health",),
)
INTERESTS: Final = InterestsAssessment(
    id="assessment-1",
    purpose="sourcing",
    interests=("finding people for a post",),
    of_third_parties=True,
    necessary=True,
    alternatives=("an advertisement alone",),
    expected=True,
    impact=("a message nobody asked for",),
    children=False,
    safeguards=("one message at most",),
    outcome=Balance.FAVOURABLE,
    reviewer="reviewer-1",
    assessed_on=DAY,
    review_on=date(2027, 3, 2),
)
COMPATIBILITY: Final = NewPurpose(
    collected_for="matching",
    wanted_for="talent_pool",
    role="applicant",
    becomes="candidate",
    collected_on=LawfulBasis.LEGITIMATE_INTERESTS,
    categories=("cv",),
    linked=True,
    expected=True,
    harmful=False,
    safeguards=True,
    duties=("GDPR Art. 13(3)",),
    consent=ConsentAsked(purposes=("talent_pool",)),
    told=True,
    outcome=Balance.FAVOURABLE,
    reviewer="reviewer-1",
)
EXEMPTION: Final = Exemption(
    ground=InformationExemption.IMPOSSIBLE_OR_DISPROPORTIONATE,
    proof=("memo-1",),
    reviewer="reviewer-1",
    decided_on=DAY,
    effort=True,
    measures=("published",),
    informed=False,
    duties=("GDPR Art. 14(5)(b)",),
    address_known=False,
)
SUPPRESSION: Final = SuppressionToken(identifier=Identifier.EMAIL, key="key-1", digest=HASH)
LEFT_ALONE: Final = Suppression(tokens=(SUPPRESSION,), asked_on=DAY, review_on=date(2028, 3, 2))
NOTED_AT: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)
PROOF: Final = Proof(
    events=(
        RecordOpened(
            id="proof-1-opened",
            person="person-1",
            happened=DAY,
            recorded_at=NOTED_AT,
            record="proof-1",
            record_kind=RecordKind.PERSON,
            role="candidate",
            categories=("timeline_record",),
        ),
        ConsentWithdrawn(
            id="event-1",
            person="person-1",
            happened=DAY,
            recorded_at=NOTED_AT,
            purposes=("talent_pool",),
        ),
        Happened(
            id="proof-1-data.erased-2026-03-02",
            person="person-1",
            happened=DAY,
            recorded_at=NOTED_AT,
            what="data.erased",
            record="proof-1",
        ),
    ),
    dropped=6,
    findings=(
        Finding(
            code="timeline.proof_period_unstated",
            level=Level.GAP,
            path="retention",
            says=phrase(Message("timeline.proof_period_unstated", "No rule says how long.")),
        ),
    ),
)

SAMPLES: Final[dict[str, object]] = {
    "plan": PLAN,
    "step_result": STEP_RESULT,
    "data_map": DATA_MAP,
    "receipt": RECEIPT,
    "consent": CONSENT,
    "interests": INTERESTS,
    "compatibility": COMPATIBILITY,
    "exemption": EXEMPTION,
    "suppression": SUPPRESSION,
    "left_alone": LEFT_ALONE,
    "proof": PROOF,
}
"""A value of each kind."""
