"""
What the firm's and the law's rules do to one category of one record.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import attrs
import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    Capacity,
    Controller,
    PartialDate,
    Policy,
    Requests,
    Responsibility,
    RetentionRule,
    Role,
    Use,
    Version,
)
from recruitprivacy.retention import (
    BarKind,
    Disposal,
    Effect,
    On,
    Open,
    Status,
    Unknown,
    assess,
)
from recruitprivacy.timeline import (
    Answered,
    AnyEvent,
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    HoldPlaced,
    IdentityAsked,
    IdentityProved,
    NoticeGiven,
    Objected,
    PurposeEnded,
    RecordKind,
    RequestReceived,
    RestrictionLifted,
    RestrictionPlaced,
    Standing,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis, ObjectionGround, RestrictionGround, Right
from tests.retention.house import BOOK, HERE, HOUSE, RULE, decide, of, with_rules, with_uses
from tests.timeline.making import happened, make, opened

CONTACT: Final = date(2024, 3, 10)
LAST: Final = date(2026, 3, 10)
AFTER: Final = date(2026, 3, 11)
EVENTS: Final = (
    opened("profile", date(2024, 1, 1)),
    happened("talk", "conversation", CONTACT),
)
PACK: Final = """
jurisdiction = "{place}"
extends = "EU"
checked_on = 2026-01-15
calendar = "NL"
time_zone = "Europe/Amsterdam"

[acts.Test]
title = "An act made up for these tests"

{rules}
"""
A_RULE: Final = """
[[rules]]
id = "{place}.retention.{kind}"
topic = "retention.tests:{kind}"
kind = "{kind}"
trigger = "registered"
period = "{period}"
categories = ["cv"]
applies_from = 2018-05-25
weight = "statute"
confidence = "verified"
checked_on = 2026-01-15
cites = ["Test Art. 1"]
because = "A statute of these tests."
source = "made up"
"""


def _law(**periods: str) -> Law:
    rules = "".join(
        A_RULE.format(place="xx", kind=kind, period=period) for kind, period in periods.items()
    )
    return load().with_pack(read_pack(PACK.format(place="XX", rules=rules)))


THERE: Final = Situation(establishment="XX")
REGISTERED: Final = happened("sign-up", "profile.registered", CONTACT)


def _there(on: date, *, policy: Policy = HOUSE, **periods: str) -> Disposal:
    return of([*EVENTS, REGISTERED], on, policy=policy, law=_law(**periods), situation=THERE)


def test_nothing_without_a_rule() -> None:
    """
    A policy without a period leaves the day open, and nothing is ever due.
    """
    found = of(EVENTS, date(2100, 1, 1), policy=attrs.evolve(HOUSE, retention=FrozenMap()))
    assert isinstance(found.must_be_gone_by, Open)
    assert found.status == Status.KEPT


def test_across_living_purposes_the_latest_counts() -> None:
    """
    Inside a purpose the earliest ceiling counts, across purposes that go on the latest.
    """
    policy = with_uses(
        with_rules(
            house=attrs.evolve(RULE, purpose="recruitment"),
            tax=attrs.evolve(RULE, at_most=Period(years=3), purpose="tax"),
            hard=attrs.evolve(RULE, at_most=Period(years=1), purpose="recruitment"),
        ),
        tax=Use(roles=("candidate",), purposes=("payroll_invoicing",)),
    )
    assert of(EVENTS, CONTACT, policy=policy).must_be_gone_by == On(day=date(2027, 3, 10))
    ended = make(PurposeEnded, "over", date(2024, 6, 1), use="tax", record=None)
    found = of([*EVENTS, ended], date(2024, 7, 1), policy=policy)
    assert found.must_be_gone_by == On(day=date(2025, 3, 10))
    assert found.uses == ("recruitment",)


def test_a_living_purpose_without_a_rule_leaves_it_open() -> None:
    """
    A ceiling for one purpose commands nothing while another purpose goes on without one.
    """
    policy = with_uses(
        with_rules(house=attrs.evolve(RULE, purpose="recruitment")),
        alumni=Use(roles=("candidate",), purposes=("satisfaction_survey",)),
    )
    found = of(EVENTS, date(2030, 1, 1), policy=policy)
    assert (found.status, str(found.must_be_gone_by)) == (Status.KEPT, "open")
    ended = make(PurposeEnded, "over", date(2024, 6, 1), use="alumni", record=None)
    assert of([*EVENTS, ended], AFTER, policy=policy).status == Status.OVERDUE


def test_a_ceiling_that_names_the_category_caps_every_purpose() -> None:
    """
    A period for one category ends it whatever the purposes say, and leaves its neighbours.
    """
    policy = with_rules(cv=attrs.evolve(RULE, at_most=Period(weeks=4), data=("cv",)))
    found = decide(EVENTS, date(2024, 5, 1), policy=policy)
    assert found["profile", "cv"].status == Status.OVERDUE
    assert found["profile", "name"].status == Status.KEPT


@pytest.mark.parametrize(
    ("on", "status"), [(date(2025, 3, 10), Status.KEPT), (date(2025, 3, 11), Status.ERASABLE)]
)
def test_a_wish_only_plans(on: date, status: Status) -> None:
    """
    A wish makes data erasable after its day, never overdue, and leaves the promise alone.
    """
    policy = with_rules(plan=RetentionRule(aim=Period(years=1), after="meaningful_contact"))
    found = of(EVENTS, on, policy=policy)
    assert (found.status, found.planned_on) == (status, On(day=date(2025, 3, 10)))
    assert found.must_be_gone_by == On(day=LAST)


def test_a_minimum_without_a_statute_is_a_wish() -> None:
    """
    A firm's own minimum forbids nothing and is reported.
    """
    policy = with_rules(least=RetentionRule(at_least=Period(years=5), after="meaningful_contact"))
    found = of(EVENTS, AFTER, policy=policy)
    assert (found.status, found.planned_on) == (Status.OVERDUE, On(day=date(2029, 3, 10)))
    assert "retention.minimum_unfounded" in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("years", "allowed", "code"),
    [(5, date(2029, 3, 11), None), (9, date(2031, 3, 11), "retention.minimum_longer")],
)
def test_a_minimum_counts_as_far_as_the_statute_it_cites(
    years: int, allowed: date, code: str | None
) -> None:
    """
    With a binding statute behind it a firm's minimum is a floor, as long as the statute's at most.
    """
    rule = RetentionRule(
        at_least=Period(years=years), after="meaningful_contact", cites=("Test Art. 1",)
    )
    found = _there(AFTER, policy=with_rules(least=rule), floor="P7Y")
    own = [each for each in found.endings if each.clause.rule == "retention.least"]
    assert own[0].bound == On(day=allowed)
    assert own[0].clause.effect is Effect.FLOOR
    codes = {finding.code for finding in found.findings if "minimum" in finding.code}
    assert codes == ({code} if code else set())


def test_a_minimum_that_cites_an_act_nobody_knows_is_a_wish() -> None:
    """
    A citation of an unknown act founds nothing.
    """
    rule = RetentionRule(at_least=Period(years=5), after="registered", cites=("Nowhere Art. 1",))
    found = of(EVENTS, AFTER, policy=with_rules(least=rule))
    assert "retention.minimum_unfounded" in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (LAST, Status.KEPT),
        (AFTER, Status.SEGREGATED),
        (date(2031, 3, 10), Status.SEGREGATED),
        (date(2031, 3, 11), Status.OVERDUE),
    ],
)
def test_a_floor_sets_apart(on: date, status: Status) -> None:
    """
    What a statute keeps beyond the promise is set apart until the day after the floor's last.
    """
    found = _there(on, floor="P7Y")
    assert (found.status, found.may_erase_from) == (status, On(day=date(2031, 3, 11)))


def test_a_floor_is_about_its_categories() -> None:
    """
    A floor for one category keeps no other.
    """
    found = decide([*EVENTS, REGISTERED], AFTER, law=_law(floor="P7Y"), situation=THERE)
    assert found["profile", "name"].status == Status.OVERDUE


def test_a_floor_rounds_up() -> None:
    """
    A minimum from a leap day is not undercut: it lasts to 1 March.
    """
    leap = happened("sign-up", "profile.registered", date(2024, 2, 29))
    found = of([*EVENTS, leap], AFTER, law=_law(floor="P1Y"), situation=THERE)
    assert found.may_erase_from == On(day=date(2025, 3, 2))


def test_a_floor_hangs_on_an_unknown_day() -> None:
    """
    A floor whose day nobody knows blocks erasing; without the event it does not run.
    """
    undated = attrs.evolve(REGISTERED, happened=None)
    blocked = of([*EVENTS, undated], AFTER, law=_law(floor="P7Y"), situation=THERE)
    assert blocked.status == Status.INDETERMINATE
    assert blocked.missing == ("profile.registered.first",)
    free = of(EVENTS, AFTER, law=_law(floor="P7Y"), situation=THERE)
    assert free.status == Status.OVERDUE


def test_a_floor_hangs_on_an_unknown_tie() -> None:
    """
    Where the establishment is unknown its floors block; where it is elsewhere they do not bind.
    """
    events = [*EVENTS, REGISTERED]
    book = load("NL").with_pack(_law(floor="P7Y").packs[-1])
    unknown = of(events, AFTER, law=book, situation=Situation())
    assert (unknown.status, unknown.missing) == (Status.INDETERMINATE, ("establishment",))
    elsewhere = of(events, AFTER, law=book, situation=HERE)
    assert elsewhere.status == Status.OVERDUE
    assert "xx.retention.floor" in {each.rule for each in elsewhere.set_aside}


def test_law_nobody_loaded_blocks() -> None:
    """
    What must be kept under a law that was not loaded is unknown, so nothing is erased.
    """
    found = of(EVENTS, AFTER, law=load(), situation=HERE)
    assert (found.status, found.missing) == (Status.INDETERMINATE, ("law.NL",))
    assert "retention.unloaded" in {finding.code for finding in found.findings}


def test_statutes_in_conflict() -> None:
    """
    Two statutes that contradict each other today are for a human; both are named.
    """
    before = _there(date(2024, 6, 1), floor="P7Y", ceiling="P1Y")
    assert (before.status, len(before.conflicts)) == (Status.KEPT, 1)
    found = _there(date(2026, 1, 1), floor="P7Y", ceiling="P1Y")
    assert found.status == Status.CONFLICT
    pair = found.conflicts[0]
    assert (pair.erase.clause.rule, pair.keep.clause.rule) == (
        "xx.retention.ceiling",
        "xx.retention.floor",
    )


def test_a_fixed_term_is_no_conflict_with_itself() -> None:
    """
    A statute that sets both ends is obeyed, not set against itself.
    """
    found = _there(date(2025, 3, 11), fixed="P1Y")
    assert (found.conflicts, found.status) == ((), Status.OVERDUE)


def test_statutes_that_end_together_agree() -> None:
    """
    A command to erase by the last day of a duty to keep contradicts nothing.
    """
    found = _there(AFTER, floor="P1Y", ceiling="P1Y")
    assert (found.conflicts, found.status) == ((), Status.OVERDUE)


def test_a_minimum_that_has_passed_plans_no_erasing() -> None:
    """
    After a minimum of its own the firm may erase, but has not said that it will.
    """
    least = RetentionRule(at_least=Period(years=1), after="meaningful_contact")
    found = of(EVENTS, date(2025, 6, 1), policy=with_rules(least=least))
    assert (found.planned_on, found.status) == (On(day=date(2025, 3, 10)), Status.KEPT)


def test_a_minimum_hangs_on_what_its_statute_hangs_on() -> None:
    """
    A firm's floor binds no more surely than the statute behind it.
    """
    rule = RetentionRule(at_least=Period(years=5), after="registered", cites=("Test Art. 1",))
    found = of(
        [*EVENTS, REGISTERED],
        AFTER,
        policy=with_rules(least=rule),
        law=_law(floor="P7Y"),
        situation=Situation(),
    )
    own = next(each for each in found.endings if each.clause.rule == "retention.least")
    assert own.bound == Unknown(missing=("establishment",), not_after=date(2029, 3, 11))


def test_guidance_binds_only_where_adopted() -> None:
    """
    The Dutch four weeks are looked at and set aside, as no statute asks for them.
    """
    found = of(EVENTS, date(2024, 6, 1))
    assert "nl.retention.unsuccessful.4w" in {each.rule for each in found.set_aside}
    assert found.must_be_gone_by == On(day=LAST)


FOUR_WEEKS: Final = "nl.retention.unsuccessful.4w"
CLOSED: Final = date(2024, 3, 20)
ADOPTER: Final = attrs.evolve(HOUSE, adopted=(FOUR_WEEKS,))


def _applied(outcome: str | None) -> list[AnyEvent]:
    return [*EVENTS, happened("closed", "procedure.closed", CLOSED, outcome=outcome)]


@pytest.mark.parametrize(
    ("on", "adopted", "status"),
    [
        (date(2024, 4, 16), True, Status.KEPT),
        (date(2024, 4, 17), True, Status.KEPT),
        (date(2024, 4, 18), True, Status.OVERDUE),
        (date(2024, 4, 18), False, Status.KEPT),
    ],
)
def test_adopted_guidance_is_a_ceiling(on: date, *, adopted: bool, status: Status) -> None:
    """
    The Dutch four weeks end on their last day where the firm adopted them, and nowhere else.
    """
    found = of(_applied("rejected"), on, policy=ADOPTER if adopted else HOUSE)
    last = date(2024, 4, 17) if adopted else LAST
    assert (found.status, found.must_be_gone_by) == (status, On(day=last))


@pytest.mark.parametrize(
    ("outcome", "status"), [("hired", Status.KEPT), (None, Status.INDETERMINATE)]
)
def test_adopted_guidance_is_about_who_was_not_hired(outcome: str | None, status: Status) -> None:
    """
    Guidance on those who were not chosen erases no one who was hired, and unknown never erases.
    """
    assert of(_applied(outcome), date(2024, 4, 18), policy=ADOPTER).status == status


@pytest.mark.parametrize(
    ("purpose", "status"), [("talent_pool", Status.KEPT), ("job_alerts", Status.OVERDUE)]
)
def test_adopted_guidance_yields_to_consent(purpose: str, status: Status) -> None:
    """
    Who agreed to be kept in mind for later is not forgotten after four weeks.
    """
    agreed = make(
        ConsentGiven, "yes", CLOSED, purposes=(purpose,), notice_version="1", language="nl"
    )
    found = of([*_applied("rejected"), agreed], date(2024, 4, 18), policy=ADOPTER)
    assert found.status == status


@pytest.mark.parametrize(("adopted", "departs"), [(True, False), (False, True)])
def test_departing_from_guidance_is_noted(*, adopted: bool, departs: bool) -> None:
    """
    Keeping longer than guidance would is a note, unless the firm adopted the guidance.
    """
    found = of(_applied("rejected"), date(2024, 4, 1), policy=ADOPTER if adopted else HOUSE)
    codes = {each.code for each in found.findings}
    assert ("retention.departs_from_guidance" in codes) is departs


def test_guidance_of_another_category_is_no_departure() -> None:
    """
    Guidance about one category is not departed from by keeping another.
    """
    guidance = ('weight = "statute"', 'weight = "guidance"')
    events = [*EVENTS, REGISTERED]
    book = _changed_law(guidance, kind="ceiling", period="P4W")
    found = decide(events, date(2024, 6, 1), law=book, situation=THERE)
    departed = {
        category
        for (_, category), each in found.items()
        if "retention.departs_from_guidance" in {finding.code for finding in each.findings}
    }
    assert departed == {"cv"}


def test_adopted_guidance_keeps_nothing() -> None:
    """
    Guidance cannot forbid erasing; only a statute can.
    """
    book = _changed_law(('weight = "statute"', 'weight = "guidance"'))
    policy = attrs.evolve(HOUSE, adopted=("xx.retention.floor",))
    found = of([*EVENTS, REGISTERED], AFTER, policy=policy, law=book, situation=THERE)
    aside = {each.rule: each.because.message.code for each in found.set_aside}
    assert (found.status, aside["xx.retention.floor"]) == (
        Status.OVERDUE,
        "retention.aside.guidance_keeps",
    )


def test_adopting_what_nobody_knows_is_a_finding() -> None:
    """
    A name of guidance that the law does not have changes nothing, and is reported.
    """
    found = of(EVENTS, AFTER, policy=attrs.evolve(HOUSE, adopted=("nl.retention.nothing",)))
    unknown = [each for each in found.findings if each.code == "retention.adopted_unknown"]
    assert [each.says.values["rule"] for each in unknown] == ["nl.retention.nothing"]
    assert found.must_be_gone_by == On(day=LAST)


def _two_versions() -> Policy:
    old = with_rules(
        attrs.evolve(HOUSE, version=Version(number="0", published_on=PartialDate(2018)))
    )
    old = attrs.evolve(
        old, retention=FrozenMap({"house": attrs.evolve(RULE, at_most=Period(years=1))})
    )
    new = attrs.evolve(HOUSE, version=Version(number="1", published_on=PartialDate(2025)))
    return attrs.evolve(new, earlier=(old,))


@pytest.mark.parametrize(
    ("given", "version", "last", "codes"),
    [
        ("0", "0", date(2025, 3, 10), set()),
        ("1", "1", LAST, set()),
        (None, "0", date(2025, 3, 10), {"retention.no_notice"}),
        ("7", "1", LAST, {"retention.no_version"}),
    ],
)
def test_the_version_given_binds(
    given: str | None, version: str, last: date, codes: set[str]
) -> None:
    """
    The promise of the notice given counts; without one, of that published at the collection.
    """
    notice = make(
        NoticeGiven, "given", date(2024, 1, 2), version=given or "", language="en", role="candidate"
    )
    events: list[AnyEvent] = [*EVENTS, notice] if given else list(EVENTS)
    found = of(events, date(2025, 1, 1), policy=_two_versions())
    assert (found.version, found.must_be_gone_by) == (version, On(day=last))
    assert {each.code for each in found.findings if each.code.startswith("retention.no")} == codes


def test_the_clock_of_the_version_given_runs() -> None:
    """
    What counts as contact is what the notice given said, not what a later one says.
    """
    policy = _two_versions()
    clock = attrs.evolve(HOUSE.clocks["meaningful_contact"], counts_for=FrozenMap())
    old = attrs.evolve(policy.earlier[0], clocks=FrozenMap({"meaningful_contact": clock}))
    events = [*EVENTS, happened("cv", "cv.uploaded", date(2024, 6, 1))]
    found = of(events, date(2024, 7, 1), policy=attrs.evolve(policy, earlier=(old,)))
    assert found.must_be_gone_by == On(day=date(2025, 3, 10))
    same_clock = of(events, date(2024, 7, 1), policy=policy)
    assert same_clock.must_be_gone_by == On(day=date(2025, 6, 1))


def _doubts(policy: Policy) -> set[str]:
    codes = {finding.code for finding in of(EVENTS, AFTER, policy=policy).findings}
    return {code for code in codes if code.startswith("retention.no_")}


def test_no_version_published_by_then() -> None:
    """
    Data older than every dated version are judged by the current one, with a finding.
    """
    policy = attrs.evolve(HOUSE, version=Version(published_on=PartialDate(2025)))
    assert _doubts(policy) == {"retention.no_version"}
    undated = attrs.evolve(HOUSE, version=Version())
    assert _doubts(attrs.evolve(undated, earlier=(HOUSE,))) == {"retention.no_notice"}
    assert _doubts(attrs.evolve(undated, earlier=(undated,))) == {"retention.no_version"}


def test_nothing_to_choose_is_nothing_unknown() -> None:
    """
    Where there is one version, dated before the data or not dated at all, it is the one given.
    """
    assert _doubts(attrs.evolve(HOUSE, version=Version())) == set()
    assert _doubts(HOUSE) == set()


def _asked(*rights: Right) -> RequestReceived:
    return make(RequestReceived, "asked", date(2026, 3, 1), request="r-1", rights=rights)


@pytest.mark.parametrize("right", [Right.ACCESS, Right.PORTABILITY])
def test_an_open_request_freezes(right: Right) -> None:
    """
    While a request for access or a copy is open the schedule erases nothing; answered, it does.
    """
    found = of([*EVENTS, _asked(right)], AFTER)
    assert (found.status, found.bars[0].kind) == (Status.FROZEN, BarKind.FREEZE)
    assert isinstance(found.may_erase_from, Unknown)
    answered = make(Answered, "answered", date(2026, 3, 20), request="r-1")
    assert of([*EVENTS, _asked(right), answered], date(2026, 3, 21)).status == Status.OVERDUE


ASKED: Final = date(2026, 3, 1)
DOUBTED: Final = (
    *EVENTS,
    make(RequestReceived, "asked", ASKED, request="r-1", rights=(Right.ACCESS,)),
    make(IdentityAsked, "doubt", date(2026, 3, 3), request="r-1"),
)


def _freezing(period: Period | None) -> Policy:
    within = UNSTATED if period is None else period
    return attrs.evolve(HOUSE, requests=Requests(unproved_freeze=within))


@pytest.mark.parametrize(
    ("period", "end"),
    [
        (None, date(2026, 6, 1)),
        (Period(weeks=6), date(2026, 4, 12)),
        (Period(working_days=5), date(2026, 3, 6)),
    ],
)
def test_the_freeze_of_a_stranger_ends(period: Period | None, end: date) -> None:
    """
    Who does not show who they are freezes for the time the firm set, or else for three months.
    """
    policy = _freezing(period)
    last = of(DOUBTED, end, policy=policy)
    assert (last.status, last.bars[0].kind) == (Status.FROZEN, BarKind.FREEZE)
    after = of(DOUBTED, end + timedelta(days=1), policy=policy)
    assert after.bars[0].kind is BarKind.ENDED_FREEZE
    assert after.may_erase_from == On(day=end + timedelta(days=1))
    assert after.status == (Status.OVERDUE if end >= LAST else Status.KEPT)


def test_a_freeze_in_hours_is_refused() -> None:
    """
    Erasing is judged by days, so a freeze is no number of hours.
    """
    with pytest.raises(FaultsError, match="unproved_freeze"):
        Requests(unproved_freeze=Period(hours=72))


def test_the_default_of_a_freeze_says_that_it_is_one() -> None:
    """
    A time that the library took because the firm set none is printed as such.
    """
    day = date(2026, 3, 20)
    assert "default of this library" in of(DOUBTED, day, policy=HOUSE).explain("en")
    stated = of(DOUBTED, day, policy=_freezing(Period(weeks=6))).explain("en")
    assert "The firm set this time: 6 weeks." in stated
    assert "default of this library" not in stated


def test_who_showed_who_they_are_freezes_until_the_answer() -> None:
    """
    Proof makes the freeze last until the request is closed.
    """
    proved = make(IdentityProved, "proof", date(2026, 3, 10), request="r-1")
    found = of([*DOUBTED, proved], date(2027, 3, 1))
    assert (found.status, found.bars[0].kind) == (Status.FROZEN, BarKind.FREEZE)


@pytest.mark.parametrize("period", [Period(years=9000), Period(working_days=30000)])
def test_a_freeze_that_cannot_be_counted_does_not_end(period: Period) -> None:
    """
    A time beyond any calendar leaves the freeze standing.
    """
    assert of(DOUBTED, date(2027, 3, 1), policy=_freezing(period)).status == Status.FROZEN


def test_working_days_of_nobody_knows_where_do_not_end_a_freeze() -> None:
    """
    Without a calendar the freeze of a stranger stands.
    """
    found = of(DOUBTED, date(2027, 3, 1), policy=_freezing(Period(working_days=5)), situation=THERE)
    assert found.status == Status.FROZEN


def test_a_freeze_since_nobody_knows_when_does_not_end() -> None:
    """
    Where nobody noted when a request came in, its freeze has no end of its own.
    """
    undated = make(RequestReceived, "asked", None, request="r-1", rights=(Right.ACCESS,))
    doubt = make(IdentityAsked, "doubt", date(2026, 3, 3), request="r-1")
    found = of([*EVENTS, undated, doubt], date(2030, 1, 1))
    assert found.status == Status.FROZEN
    assert "an open request" in found.explain("en")


def test_another_request_does_not_freeze() -> None:
    """
    A request for rectification freezes nothing.
    """
    assert of([*EVENTS, _asked(Right.RECTIFICATION)], AFTER).status == Status.OVERDUE


@pytest.mark.parametrize("ground", list(RestrictionGround))
def test_a_restriction_forbids(ground: RestrictionGround) -> None:
    """
    Restricted data are only stored, whatever the ground; lifted, they are due.
    """
    placed = make(RestrictionPlaced, "limit", date(2026, 1, 1), ground=ground, categories=("cv",))
    found = decide([*EVENTS, placed], AFTER)
    assert found["profile", "cv"].status == Status.FROZEN
    assert found["profile", "name"].status == Status.OVERDUE
    lifted = make(RestrictionLifted, "free", date(2026, 3, 20), restriction="limit")
    assert of([*EVENTS, placed, lifted], date(2026, 3, 21)).status == Status.OVERDUE


def test_a_restriction_of_another_record() -> None:
    """
    A restriction of one record leaves the others alone.
    """
    placed = make(
        RestrictionPlaced,
        "limit",
        date(2026, 1, 1),
        ground=RestrictionGround.ACCURACY_CONTESTED,
        records=("elsewhere",),
    )
    assert of([*EVENTS, placed], AFTER).status == Status.OVERDUE


def test_at_once() -> None:
    """
    What goes at once may exist until the day of its trigger, and not at all without one.
    """
    policy = with_rules(
        house=RetentionRule(at_once=True, after="registration_refused", then="delete")
    )
    assert str(of(EVENTS, AFTER, policy=policy).must_be_gone_by) == "open"
    refused = happened("no", "registration.refused", date(2024, 5, 1))
    found = of([*EVENTS, refused], date(2024, 5, 2), policy=policy)
    assert (found.status, found.must_be_gone_by) == (Status.OVERDUE, On(day=date(2024, 5, 1)))
    assert "it goes at once" in found.explain("en")


def test_if_none() -> None:
    """
    A rule whose start never came runs from what it names instead.
    """
    rule = RetentionRule(
        at_most=Period(years=1), after="employment_ended", if_none="data_collected"
    )
    found = of(EVENTS, date(2024, 6, 1), policy=with_rules(house=rule))
    assert found.must_be_gone_by == On(day=date(2025, 1, 1))


@pytest.mark.parametrize(
    ("holds", "status"),
    [(True, Status.OVERDUE), (None, Status.INDETERMINATE), (False, Status.KEPT)],
)
def test_conditions(holds: bool | None, status: Status) -> None:  # noqa: FBT001 - the table's column
    """
    A rule with a condition commands where it holds, and where nobody knows erases nothing.
    """
    policy = with_rules(house=attrs.evolve(RULE, when=("law_permits",)))
    events = list(EVENTS)
    known = [
        make(ConditionKnown, "known", CONTACT, condition="law_permits", holds=holds)
        for _ in range(holds is not None)
    ]
    assert of([*events, *known], AFTER, policy=policy).status == status


@pytest.mark.parametrize(
    ("lasts", "status"),
    [(True, Status.KEPT), (None, Status.INDETERMINATE), (False, Status.OVERDUE)],
)
def test_while(lasts: bool | None, status: Status) -> None:  # noqa: FBT001 - the table's column
    """
    What is kept while something lasts is not due before it is over.
    """
    policy = with_rules(house=attrs.evolve(RULE, while_="procedure_running"))
    known = [
        make(ConditionKnown, "known", CONTACT, condition="procedure_running", holds=lasts)
        for _ in range(lasts is not None)
    ]
    assert of([*EVENTS, *known], AFTER, policy=policy).status == status


def test_while_alone_ends_on_an_unknown_day() -> None:
    """
    Where only the end of something is waited for, its day is unknown and nothing is erased.
    """
    policy = with_rules(house=RetentionRule(while_="procedure_running"))
    known = make(ConditionKnown, "known", CONTACT, condition="procedure_running", holds=False)
    assert of([*EVENTS, known], AFTER, policy=policy).status == Status.INDETERMINATE


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        ("rejected_after_interview", Status.OVERDUE),
        ("hired", Status.KEPT),
        (None, Status.INDETERMINATE),
    ],
)
def test_outcomes(outcome: str | None, status: Status) -> None:
    """
    A rule for the rejected is about those who were, not about the hired, and unknown is unknown.
    """
    policy = with_rules(house=attrs.evolve(RULE, outcomes=("rejected",)))
    closed = happened("closed", "procedure.closed", date(2024, 2, 1), outcome=outcome)
    assert of([*EVENTS, closed], AFTER, policy=policy).status == status


@pytest.mark.parametrize(
    ("source", "status"), [("public_job_board", Status.OVERDUE), ("website", Status.KEPT)]
)
def test_sources(source: str, status: Status) -> None:
    """
    A rule for data from one source is about no other.
    """
    policy = with_rules(house=attrs.evolve(RULE, sources=("public_job_board",)))
    events = [opened("profile", date(2024, 1, 1), obtained_from=source), EVENTS[1]]
    assert of(events, AFTER, policy=policy).status == status


def test_a_rule_for_another_role_is_set_aside() -> None:
    """
    A rule for clients is not about a candidate, and the answer says so.
    """
    policy = with_rules(house=attrs.evolve(RULE, roles=("client",)))
    found = of(EVENTS, AFTER, policy=policy)
    assert found.status == Status.KEPT
    assert "retention.house" in {each.rule for each in found.set_aside}


def test_a_rule_for_one_place_is_set_aside() -> None:
    """
    A rule about the website is about no record.
    """
    policy = with_rules(web=attrs.evolve(RULE, at_most=Period(days=1), where="website"))
    assert of(EVENTS, date(2024, 6, 1), policy=policy).status == Status.KEPT


@pytest.mark.parametrize(
    ("on", "status"), [(date(2025, 1, 1), Status.KEPT), (date(2025, 1, 2), Status.REVIEW_DUE)]
)
def test_need_is_reviewed(on: date, status: Status) -> None:
    """
    What need keeps is due for review after its time, and never erased by itself.
    """
    policy = with_rules(house=RetentionRule(review=Period(years=1)))
    assert of(EVENTS, on, policy=policy).status == status


def test_objection_ends_a_purpose_once_upheld() -> None:
    """
    An open objection leaves the purpose in doubt; one to marketing ends it at once.
    """
    policy = with_uses(
        HOUSE,
        mail=Use(
            roles=("candidate",),
            purposes=("direct_marketing",),
            basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
        ),
    )
    marketing = make(Objected, "no-mail", CONTACT, grounds=(ObjectionGround.DIRECT_MARKETING,))
    assert of([*EVENTS, marketing], LAST, policy=policy).uses == ("recruitment",)
    assert of([*EVENTS, marketing], AFTER, policy=policy).uses == ()
    everything = make(Objected, "no", CONTACT, grounds=(ObjectionGround.LEGITIMATE_INTERESTS,))
    found = of([*EVENTS, everything], AFTER, policy=policy)
    assert found.uses == ()
    assert {each.standing for each in found.purposes} == {Standing.SUSPENDED}


def test_normal_use_is_over_without_a_purpose() -> None:
    """
    Where the last purpose ended and no end has passed, normal use is over.
    """
    ended = make(PurposeEnded, "over", date(2024, 6, 1), use="recruitment", record=None)
    found = of([*EVENTS, ended], date(2024, 7, 1))
    assert found.status == Status.NORMAL_USE_OVER
    assert "Purposes that go on" not in found.explain("en")


@pytest.mark.parametrize("withdrawn", [False, True])
def test_consent_alone_carries_a_purpose(*, withdrawn: bool) -> None:
    """
    A purpose on consent alone goes on while a consent stands; then the data go.
    """
    policy = attrs.evolve(
        HOUSE,
        uses=FrozenMap(
            {
                "pool": Use(
                    roles=("candidate",), purposes=("matching",), basis=(LawfulBasis.CONSENT,)
                )
            }
        ),
    )
    events: list[AnyEvent] = [
        *EVENTS,
        make(ConsentGiven, "yes", CONTACT, purposes=("matching",)),
    ]
    if withdrawn:
        events.append(make(ConsentWithdrawn, "no", date(2024, 6, 1), purposes=("matching",)))
    found = of(events, date(2024, 7, 1), policy=policy)
    assert found.uses == (() if withdrawn else ("pool",))
    assert found.status == (Status.OVERDUE if withdrawn else Status.KEPT)


def test_a_processor_decides_nothing() -> None:
    """
    Where we only act for another, our declaration does not govern.
    """
    policy = attrs.evolve(
        HOUSE,
        responsible=FrozenMap(
            {
                "all": Responsibility(
                    roles=("candidate",),
                    among=("house",),
                    capacity=Capacity.PROCESSOR,
                    acting_for="client",
                )
            }
        ),
    )
    assert of(EVENTS, AFTER, policy=policy).status == Status.OUT_OF_SCOPE


def test_a_role_the_notice_does_not_speak_of() -> None:
    """
    A role the notice does not speak of is not governed by it.
    """
    events = [opened("profile", date(2024, 1, 1), role="visitor")]
    assert of(events, AFTER, what="profile.*").status == Status.OUT_OF_SCOPE


def test_several_controllers_answer_each() -> None:
    """
    Of several controllers of one file each gets an answer, under its own ties.
    """
    policy = attrs.evolve(
        HOUSE,
        controllers=FrozenMap(
            {
                "nl": Controller(name="House BV", country="NL"),
                "se": Controller(name="House AB", country="SE"),
            }
        ),
        responsible=FrozenMap(
            {
                "all": Responsibility(
                    roles=("candidate",), among=("nl", "se"), capacity=Capacity.JOINT
                )
            }
        ),
    )
    facts = fold(EVENTS, policy, on=AFTER, law=BOOK)
    found = [each for each in assess(policy, facts, BOOK, on=AFTER) if each.category == "cv"]
    assert [(each.controller, each.status) for each in found] == [
        ("nl", Status.OVERDUE),
        ("se", Status.INDETERMINATE),
    ]


def test_nobody_knows_which_controller() -> None:
    """
    Where the policy leaves open who answers, the answer names no controller and says so.
    """
    policy = attrs.evolve(
        HOUSE,
        controllers=FrozenMap({"a": Controller(name="A"), "b": Controller(name="B")}),
        responsible=FrozenMap(),
    )
    found = of(EVENTS, AFTER, policy=policy)
    assert (found.controller, found.missing) == ("", ("record.controller",))
    assert "retention.role_without_controller" in {each.code for each in found.findings}


def test_an_undeclared_category() -> None:
    """
    A category the notice does not mention is judged all the same, with a finding.
    """
    events = [opened("profile", date(2024, 1, 1), categories=("health",)), EVENTS[1]]
    found = of(events, AFTER, what="profile.health")
    assert found.status == Status.OVERDUE
    assert "retention.category_not_declared" in {each.code for each in found.findings}


@pytest.mark.parametrize(("treated_as", "last"), [("candidate", LAST), (None, None)])
def test_treated_as_another_role(treated_as: str | None, last: date | None) -> None:
    """
    Somebody who is treated as a candidate has the candidate's periods.
    """
    roles = {"referee": Role(treated_as=treated_as)} if treated_as else {}
    policy = attrs.evolve(HOUSE, roles=FrozenMap({**HOUSE.roles, **roles}))
    talk = happened("talk", "conversation", CONTACT, role="referee")
    events = [opened("profile", date(2024, 1, 1), role="referee"), talk]
    found = of(events, AFTER, policy=policy, what="profile.cv" if treated_as else "profile.*")
    assert found.must_be_gone_by == (On(day=last) if last else found.must_be_gone_by)
    assert found.status == (Status.OVERDUE if last else Status.OUT_OF_SCOPE)


def test_a_placement_that_runs_is_not_free_yet() -> None:
    """
    What must be kept after an employment's end is not erased while a placement may run.
    """
    opening = opened(
        "job",
        date(2020, 1, 1),
        record_kind=RecordKind.PLACEMENT,
        categories=("id_document_copy", "cv"),
    )
    situation = Situation(establishment="NL", formal_employer="NL", place_of_work="NL")
    found = decide([opening], date(2026, 1, 1), situation=situation)
    assert found["job", "id_document_copy"].status == Status.INDETERMINATE
    assert found["job", "cv"].status == Status.OVERDUE


VACANCY: Final = make(
    HoldPlaced, "hold", date(2026, 1, 1), matter="m", ground="anticipated_litigation", vacancy="v"
)


@pytest.mark.parametrize(
    ("vacancy", "status"),
    [("v", Status.HELD), ("w", Status.OVERDUE), (None, Status.HELD)],
)
def test_a_hold_on_a_vacancy(vacancy: str | None, status: Status) -> None:
    """
    A hold on a vacancy keeps its applications, and those of which nobody noted the vacancy.
    """
    application = opened("a", date(2024, 1, 1), record_kind=RecordKind.APPLICATION, vacancy=vacancy)
    found = of([application, EVENTS[1], VACANCY], AFTER, what="a.cv")
    assert found.status == status
    assert ("hold.m" in {each.rule for each in found.set_aside}) == (status is Status.OVERDUE)


def test_a_document_is_held_with_what_it_belongs_to() -> None:
    """
    A hold on an application holds the documents that are part of it.
    """
    hold = make(
        HoldPlaced,
        "hold",
        date(2026, 1, 1),
        matter="m",
        ground="anticipated_litigation",
        records=("a",),
    )
    records = [
        opened("a", date(2024, 1, 1), record_kind=RecordKind.APPLICATION),
        opened("letter", date(2024, 1, 2), record_kind=RecordKind.DOCUMENT, part_of="a"),
        opened("other", date(2024, 1, 3), record_kind=RecordKind.DOCUMENT),
    ]
    found = decide([*records, EVENTS[1], hold], AFTER)
    assert found["letter", "cv"].status == Status.HELD
    assert found["other", "cv"].status == Status.OVERDUE


def test_a_hold_on_a_category() -> None:
    """
    A hold on one category holds it in every record, and nothing else; undated, it stands.
    """
    hold = make(
        HoldPlaced, "hold", None, matter="m", ground="anticipated_litigation", categories=("cv",)
    )
    found = decide([*EVENTS, attrs.evolve(hold, recorded_at=VACANCY.recorded_at)], AFTER)
    assert found["profile", "cv"].status == Status.HELD
    assert found["profile", "name"].status == Status.OVERDUE
    assert "m stops erasing" in found["profile", "cv"].explain("en")


def test_working_days_need_a_calendar() -> None:
    """
    A period in working days is counted where the controller is; without a calendar it is unknown.
    """
    rule = RetentionRule(at_most=Period(working_days=10), after="meaningful_contact")
    policy = with_rules(house=rule)
    found = of(EVENTS, CONTACT, policy=policy)
    assert found.must_be_gone_by == On(day=date(2024, 3, 22))
    lost = of(EVENTS, AFTER, policy=policy, situation=Situation())
    assert (lost.status, lost.missing) == (Status.INDETERMINATE, ("calendar", "establishment"))


def test_a_period_beyond_the_calendar_never_ends() -> None:
    """
    A length that leaves the calendar commands nothing.
    """
    rule = attrs.evolve(RULE, at_most=Period(years=9000))
    assert str(of(EVENTS, AFTER, policy=with_rules(house=rule)).must_be_gone_by) == "open"


def _changed_law(*changes: tuple[str, str], kind: str = "floor", period: str = "P7Y") -> Law:
    rule = A_RULE.format(place="xx", kind=kind, period=period)
    for old, new in changes:
        rule = rule.replace(old, new)
    return load().with_pack(read_pack(PACK.format(place="XX", rules=rule)))


@pytest.mark.parametrize(
    ("from_", "day", "status"),
    [
        ("2018-05-25", CONTACT, Status.SEGREGATED),
        ("2025-01-01", CONTACT, Status.OVERDUE),
        ("2018-05-25", None, Status.INDETERMINATE),
    ],
)
def test_law_selected_by_the_day_of_the_event(from_: str, day: date | None, status: Status) -> None:
    """
    A rule that is selected by its event binds for events within its days, and hangs on them.
    """
    book = _changed_law(
        ("applies_from = 2018-05-25", f'applies_from = {from_}\nselects = "event_day"')
    )
    signed = attrs.evolve(REGISTERED, happened=day)
    assert of([*EVENTS, signed], AFTER, law=book, situation=THERE).status == status


def test_years_that_run_from_their_end() -> None:
    """
    A floor from the end of the year keeps until the last day of its last year.
    """
    book = _changed_law(('period = "P7Y"', 'period = "P7Y"\nend_of_year = true'))
    found = of([*EVENTS, REGISTERED], AFTER, law=book, situation=THERE)
    assert found.may_erase_from == On(day=date(2032, 1, 1))


def test_an_unverified_rule_says_so() -> None:
    """
    Every answer that uses a rule nobody confirmed says so.
    """
    book = _changed_law(('confidence = "verified"', 'confidence = "unverified"'))
    found = of([*EVENTS, REGISTERED], AFTER, law=book, situation=THERE)
    assert "retention.unverified" in {finding.code for finding in found.findings}


def test_a_rule_of_the_law_for_one_purpose() -> None:
    """
    A ceiling of the law for one purpose ends that purpose, and leaves the others.
    """
    book = _changed_law(
        ('kind = "floor"', 'kind = "ceiling"\npurposes = ["matching"]'), ("P7Y", "P1Y")
    )
    policy = with_uses(other=Use(roles=("candidate",), purposes=("satisfaction_survey",)))
    events = [*EVENTS, REGISTERED]
    both = of(events, AFTER, policy=policy, law=book, situation=THERE)
    assert both.must_be_gone_by == On(day=LAST)
    one = of(events, AFTER, law=book, situation=THERE)
    assert one.must_be_gone_by == On(day=date(2025, 3, 10))


def test_a_purpose_in_doubt_leaves_the_end_in_doubt() -> None:
    """
    While an objection is open a purpose with a later end may come back, so nothing is erased.
    """
    policy = with_uses(
        with_rules(
            house=attrs.evolve(RULE, purpose="recruitment"),
            more=attrs.evolve(RULE, at_most=Period(years=9), purpose="more"),
        ),
        more=Use(
            roles=("candidate",),
            purposes=("satisfaction_survey",),
            basis=(LawfulBasis.PUBLIC_TASK,),
        ),
    )
    objected = make(Objected, "no", CONTACT, grounds=(ObjectionGround.PUBLIC_TASK,))
    found = of([*EVENTS, objected], AFTER, policy=policy)
    assert (found.status, found.missing) == (Status.INDETERMINATE, ("use.more.ended",))
    narrow = attrs.evolve(objected, purposes=("direct_marketing",))
    assert of([*EVENTS, narrow], AFTER, policy=policy).status == Status.KEPT


def test_a_floor_for_a_part_keeps_the_whole() -> None:
    """
    What holds a part that must be kept is kept as a whole.
    """
    book = _changed_law(('categories = ["cv"]', 'categories = ["name"]'))
    events = [
        opened("profile", date(2024, 1, 1), categories=("identity_details", "cv")),
        EVENTS[1],
        REGISTERED,
    ]
    found = decide(events, AFTER, law=book, situation=THERE)
    assert found["profile", "identity_details"].status == Status.SEGREGATED
    assert found["profile", "cv"].status == Status.OVERDUE


@pytest.mark.parametrize(("controller", "hangs"), [("nl", False), ("elsewhere", True)])
def test_a_record_names_its_controller(controller: str, *, hangs: bool) -> None:
    """
    The controller a record names answers; of one the policy does not know, the ties are unknown.
    """
    policy = attrs.evolve(
        HOUSE, controllers=FrozenMap({"nl": Controller(name="House BV", country="NL")})
    )
    opening = opened("profile", date(2024, 1, 1), controller=controller, categories=("timesheets",))
    found = of(
        [opening, EVENTS[1]], AFTER, what="profile.timesheets", policy=policy, situation=None
    )
    assert (found.controller, "establishment" in found.missing) == (controller, hangs)


@pytest.mark.parametrize("residence", ["NL", "BR"])
def test_where_the_person_lives_blocks_nothing(residence: str) -> None:
    """
    A residence whose law nobody loaded is a finding; the controller's law decides what is kept.
    """
    found = of(EVENTS, AFTER, situation=Situation(establishment="NL", residence=residence))
    codes = {finding.code for finding in found.findings}
    assert found.status == Status.OVERDUE
    assert ("retention.unloaded" in codes) == (residence == "BR")


def test_a_role_of_which_nothing_is_held() -> None:
    """
    Where neither the record nor the policy says what is held, the record is judged as a whole.
    """
    policy = attrs.evolve(HOUSE, data=FrozenMap())
    assert of(EVENTS, AFTER, what="profile.*", policy=policy).status == Status.OVERDUE


def test_an_undated_start_of_employment_blocks() -> None:
    """
    An employment that began on an unknown day may still run, so what follows it is kept.
    """
    policy = with_rules(staff=RetentionRule(aim=Period(years=9), after="employment_started"))
    began = happened("began", "employment.started", None, record="profile")
    events = [
        opened("profile", date(2020, 1, 1), categories=("id_document_copy",)),
        attrs.evolve(began, recorded_at=VACANCY.recorded_at),
    ]
    situation = Situation(establishment="NL", formal_employer="NL", place_of_work="NL")
    found = of(events, AFTER, what="profile.id_document_copy", policy=policy, situation=situation)
    assert found.status == Status.INDETERMINATE
    without = of(
        events[:1], AFTER, what="profile.id_document_copy", policy=policy, situation=situation
    )
    assert without.status == Status.OVERDUE
