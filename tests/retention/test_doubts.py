"""
Facts that are old, not all there, or about things nobody declared: unknown never erases.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import load
from recruitprivacy.periods import Period
from recruitprivacy.policy import UNSTATED, Controller, PartialDate, Policy, RetentionRule, Use
from recruitprivacy.retention import Disposal, Open, Status, assess
from recruitprivacy.timeline import (
    Answered,
    Columns,
    ConsentGiven,
    ConsentWithdrawn,
    Event,
    HoldPlaced,
    Objected,
    RequestReceived,
    columns_of,
    facts_from_columns,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround
from tests.law.packs.keeping import Kept
from tests.retention.house import BOOK, HERE, HOUSE, RULE, of, with_rules, with_uses
from tests.timeline.making import happened, make, opened

EVENTS: Final = (
    opened("profile", date(2024, 1, 1)),
    happened("talk", "conversation", date(2024, 3, 10)),
)
AFTER: Final = date(2026, 3, 11)
POOL: Final = with_uses(
    with_rules(
        house=attrs.evolve(RULE, purpose="recruitment"),
        pool=RetentionRule(at_most=Period(years=5), after="meaningful_contact", purpose="pool"),
    ),
    pool=Use(roles=("candidate",), purposes=("talent_pool",), basis=(LawfulBasis.CONSENT,)),
)


def codes(found: Disposal) -> set[str]:
    """
    List the codes of the findings.
    """
    return {finding.code for finding in found.findings}


def from_columns(policy: Policy = HOUSE, *, without: str = "") -> Disposal:
    """
    Decide on facts read from columns of which one ledger may be left out.
    """
    columns = columns_of(fold(EVENTS, policy, on=AFTER, law=BOOK))
    kept = {
        each.name: getattr(columns, each.name)
        for each in attrs.fields(Columns)
        if each.name != without
    }
    facts = facts_from_columns(Columns(**kept), policy, on=AFTER, law=BOOK)
    return assess(policy, facts, BOOK, on=AFTER, situation=HERE)[1]


def test_all_ledgers_given_it_is_due() -> None:
    """
    Where every ledger is given, and empty, the schedule erases.
    """
    assert from_columns().status is Status.OVERDUE


@pytest.mark.parametrize(
    ("ledger", "fact"),
    [("holds", "hold.open"), ("freezes", "request.open"), ("restrictions", "restriction.open")],
)
def test_a_ledger_left_out_is_unknown(ledger: str, fact: str) -> None:
    """
    A host that does not say whether something stops erasing does not erase.
    """
    found = from_columns(without=ledger)
    assert (found.status, found.missing) == (Status.INDETERMINATE, (fact,))
    assert fact not in found.explain("en")


@pytest.mark.parametrize(
    ("ledger", "fact"), [("consents", "consent.state"), ("objections", "objection.state")]
)
def test_what_nobody_says_the_person_said(ledger: str, fact: str) -> None:
    """
    Without the ledger of consents or objections nobody knows which purposes go on.
    """
    found = from_columns(POOL, without=ledger)
    assert found.status is (Status.INDETERMINATE if ledger == "consents" else Status.OVERDUE)
    assert ledger == "objections" or fact in found.missing


def test_notices_nobody_handed_over() -> None:
    """
    Where there are several versions and nobody says which was given, nothing is erased.
    """
    two = attrs.evolve(HOUSE, earlier=(HOUSE,))
    assert from_columns(two).status is Status.OVERDUE
    assert from_columns(two, without="notices").missing == ("notice.state",)
    assert from_columns(without="notices").status is Status.OVERDUE


def agreed(*purposes: str) -> Event:
    """
    Agree to something early in 2024.
    """
    return make(ConsentGiven, "yes", date(2024, 2, 1), purposes=purposes)


def test_a_consent_to_a_misspelt_purpose_never_erases() -> None:
    """
    Whoever agreed to something nobody can read may have agreed to be kept.
    """
    assert of([*EVENTS, agreed("talent_pool")], AFTER, policy=POOL).status is Status.KEPT
    for misspelt in ("talentpool", "pool"):
        found = of([*EVENTS, agreed(misspelt)], AFTER, policy=POOL)
        assert found.status is Status.INDETERMINATE
        assert "consent.state" in found.missing
        assert "timeline.purpose_unknown" in codes(found)


def test_a_withdrawal_of_a_misspelt_purpose_keeps_nothing_for_sure() -> None:
    """
    What was taken back under a name nobody knows may be what the data are kept for.
    """
    taken = make(ConsentWithdrawn, "no", date(2024, 5, 1), purposes=("talentpool",))
    found = of([*EVENTS, agreed("talent_pool"), taken], AFTER, policy=POOL)
    assert found.status is Status.INDETERMINATE


def test_a_hold_on_a_misspelt_category_stops_all() -> None:
    """
    A hold on something nobody can read may be on anything.
    """
    hold = make(
        HoldPlaced,
        "h",
        date(2026, 1, 1),
        matter="m",
        ground="anticipated_litigation",
        categories=("cvv",),
    )
    found = of([*EVENTS, hold], AFTER)
    assert (found.status, found.missing) == (Status.INDETERMINATE, ("hold.open",))
    assert "timeline.category_unknown" in codes(found)


def test_an_objection_to_a_misspelt_purpose_leaves_it_unknown() -> None:
    """
    Nobody knows which purpose an objection stopped that names none there is.
    """
    objected = make(
        Objected,
        "o",
        date(2024, 5, 1),
        grounds=(ObjectionGround.LEGITIMATE_INTERESTS,),
        purposes=("talentpool",),
    )
    found = of([*EVENTS, agreed("talent_pool"), objected], AFTER, policy=POOL)
    assert found.status is Status.INDETERMINATE
    assert "objection.state" in found.missing


def test_findings_of_the_facts_travel() -> None:
    """
    What the fold found stands in every answer it may touch, and in no other.
    """
    other = opened("other", date(2024, 1, 1), role="client")
    closed = happened("end", "procedure_closed", date(2024, 2, 1), record="profile")
    facts = fold([*EVENTS, other, closed], HOUSE, on=AFTER, law=BOOK)
    found = assess(HOUSE, facts, BOOK, on=AFTER, situation=HERE)
    told = {each.record for each in found if "timeline.kind_unknown" in codes(each)}
    assert told == {"profile"}


def test_findings_about_the_person_are_in_every_answer() -> None:
    """
    A blanket hold is about everything, so that every answer tells of it.
    """
    hold = make(HoldPlaced, "h", date(2026, 1, 1), matter="m", ground="anticipated_litigation")
    other = opened("other", date(2024, 1, 1), role="client")
    facts = fold([*EVENTS, other, hold], HOUSE, on=AFTER, law=BOOK)
    found = assess(HOUSE, facts, BOOK, on=AFTER, situation=HERE)
    assert all("timeline.hold_blanket" in codes(each) for each in found)


@pytest.mark.parametrize(
    ("days", "status"),
    [(-1, Status.INDETERMINATE), (0, Status.OVERDUE), (1, Status.OVERDUE)],
)
def test_old_facts_never_erase(days: int, status: Status) -> None:
    """
    Facts from before the day asked about may have been overtaken; later ones may not.
    """
    facts = fold(EVENTS, HOUSE, on=AFTER + timedelta(days=days), law=BOOK)
    found = assess(HOUSE, facts, BOOK, on=AFTER, situation=HERE)[1]
    assert (found.status, "facts.on" in found.missing) == (status, days < 0)
    assert ("retention.facts_of_another_day" in codes(found)) == (days != 0)


def test_facts_for_another_policy_are_reported() -> None:
    """
    Facts gathered for another policy, or another version of it, are a finding.
    """
    facts = fold(EVENTS, attrs.evolve(HOUSE, id="other"), on=AFTER, law=BOOK)
    found = assess(HOUSE, facts, BOOK, on=AFTER, situation=HERE)
    assert all("retention.facts_of_another_policy" in codes(each) for each in found)
    assert "retention.facts_of_another_policy" not in codes(of(EVENTS, AFTER))


def test_a_misspelt_role_is_reported() -> None:
    """
    A role the policy does not speak of is out of its scope, and a finding names the nearest.
    """
    opening = opened("profile", date(2024, 1, 1), role="kandidate", categories=("cv",))
    found = of([opening], AFTER)
    (finding,) = [each for each in found.findings if each.code == "retention.role_not_declared"]
    assert found.status is Status.OUT_OF_SCOPE
    assert finding.mend is not None
    assert dict(finding.mend.values) == {"nearest": "candidate"}


def test_a_misspelt_controller_never_erases() -> None:
    """
    A controller the policy does not have may be anybody, so nothing is erased.
    """
    opening = opened("profile", date(2024, 1, 1), controller="huose")
    found = of([opening, EVENTS[1]], AFTER)
    (finding,) = [
        each for each in found.findings if each.code == "retention.controller_not_declared"
    ]
    assert (found.status, found.missing) == (Status.INDETERMINATE, ("record.controller",))
    assert finding.mend is not None
    assert dict(finding.mend.values) == {"nearest": "house"}


def test_an_employment_that_runs_keeps_the_copy() -> None:
    """
    What must be kept after the end of an employment is kept while it runs.
    """
    kept = Kept(role="temporary_worker", category="id_document_copy")
    began = ("employment.started", date(2020, 1, 6))
    running, over = date(2026, 1, 1), ("employment.ended", date(2021, 6, 30))
    assert not isinstance(kept.floor(running, began), Open)
    assert kept.on(running, began).missing == ("employment_ended",)
    assert str(kept.floor(date(2030, 1, 1), began, over)) == "2027-01-01"


def test_the_version_when_collected_is_found_without_law() -> None:
    """
    Facts hold the day of collection, whatever law was loaded, so that the version is found.
    """
    old = attrs.evolve(HOUSE, version=attrs.evolve(HOUSE.version, number="0"))
    new = attrs.evolve(
        HOUSE,
        earlier=(old,),
        version=attrs.evolve(HOUSE.version, number="1", published_on=PartialDate(2025, 5, 25)),
        retention=FrozenMap(),
    )
    facts = fold(EVENTS, new, on=AFTER)
    found = assess(new, facts, BOOK, on=AFTER, situation=HERE)
    assert {each.version for each in found} == {"0"}


@pytest.mark.parametrize("country", ["NL", UNSTATED])
def test_a_controller_nobody_knows_where(country: Any) -> None:  # noqa: ANN401 - text or unstated
    """
    Where the establishment is unknown some law may forbid erasing that nobody loaded.
    """
    house = FrozenMap({"house": Controller(name="House BV", country=country)})
    policy = attrs.evolve(HOUSE, controllers=house)
    book = BOOK if country == "NL" else load()
    found = of(EVENTS, AFTER, policy=policy, law=book, situation=None)
    unknown = country is UNSTATED
    assert found.status is (Status.INDETERMINATE if unknown else Status.OVERDUE)
    assert found.missing == (("establishment",) if unknown else ())


def forgets(*events: Event, on: date) -> Disposal:
    """
    Decide under a promise to forget at once whoever asks for it.
    """
    rule = RetentionRule(at_once=True, after="forget_me")
    policy = attrs.evolve(HOUSE, retention=FrozenMap({"house": RULE, "forget": rule}))
    return of(events, on, policy=policy)


@pytest.mark.parametrize(
    ("collected", "status"),
    [
        (date(2025, 5, 31), Status.OVERDUE),
        (date(2025, 6, 1), Status.OVERDUE),
        (date(2025, 6, 2), Status.KEPT),
        (None, Status.INDETERMINATE),
    ],
)
def test_who_applies_again_is_not_forgotten_anew(collected: date | None, status: Status) -> None:
    """
    A wish to be forgotten reaches what was held when it came, and nothing collected later.
    """
    opening = attrs.evolve(opened("profile", date(2025, 1, 1)), happened=collected)
    asked = make(
        RequestReceived, "r", date(2025, 6, 1), request="q", rights=(), wording="forget_me"
    )
    found = forgets(opening, asked, on=date(2025, 9, 1))
    assert found.status is Status.FROZEN
    assert forgets(opening, asked, _answered(), on=date(2025, 9, 1)).status is status


def _answered() -> Event:
    return make(Answered, "a", date(2025, 6, 5), request="q")


@pytest.mark.parametrize(
    ("kept", "fact", "near"),
    [
        ({"sources": ("website",)}, "record.obtained_from", "website"),
        ({"outcomes": ("rejected",)}, "record.outcome", "rejected"),
    ],
)
def test_a_word_nobody_knows_is_not_another_one(kept: dict[str, Any], fact: str, near: str) -> None:
    """
    A source or an outcome that is misspelt is unknown, and what was probably meant is told.
    """
    policy = with_rules(house=attrs.evolve(RULE, **kept))
    events = [
        opened("profile", date(2024, 1, 1), obtained_from="websit"),
        EVENTS[1],
        happened("end", "procedure.closed", date(2024, 4, 1), record="profile", outcome="rejectd"),
    ]
    found = of(events, AFTER, policy=policy)
    assert (found.status, fact in found.missing) == (Status.INDETERMINATE, True)
    told = [each for each in found.findings if each.code == "retention.word_unknown"]
    assert near in {dict(each.mend.values)["nearest"] for each in told if each.mend}
