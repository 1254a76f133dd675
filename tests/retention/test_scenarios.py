"""
What other systems answer where periods overlap, beside what this one does.

Three parts, by what we make of theirs: the same here; reachable by how a firm writes its rules;
otherwise on purpose, and why. The letters name the system and its case.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import NotErasableError
from recruitprivacy.findings import Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load, read_pack
from recruitprivacy.periods import Period
from recruitprivacy.policy import PartialDate, Policy, RetentionRule, Use, Version, Which
from recruitprivacy.retention import (
    DataMap,
    Effect,
    EraseStep,
    On,
    Place,
    Status,
    assess,
    gaps,
    plan,
)
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    Disclosed,
    HoldLifted,
    HoldPlaced,
    NoticeGiven,
    PurposeEnded,
    RecordKind,
    fold,
)
from recruitprivacy.vocabulary import LawfulBasis
from tests.retention.house import BOOK, CLOCK, HERE, HOUSE, RULE, decide, of, with_rules, with_uses
from tests.timeline.making import happened, make, opened

CAME: Final = date(2024, 1, 10)
ONE, TWO, THREE, FIVE, SEVEN, TEN = (Period(years=years) for years in (1, 2, 3, 5, 7, 10))
PROFILE: Final = opened("profile", CAME)
DAY: Final = timedelta(days=1)
MAP: Final = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system")}))


def keeping(period: Period, **more: Any) -> RetentionRule:  # noqa: ANN401 - any field
    """
    Keep data at most so long from their collection.
    """
    return attrs.evolve(
        RetentionRule(at_most=period, after="data_collected", then="delete"), **more
    )


def firm(policy: Policy = HOUSE, /, **rules: RetentionRule) -> Policy:
    """
    Give a firm these rules and no other.
    """
    return attrs.evolve(policy, retention=FrozenMap(rules))


def years(count: int) -> date:
    """
    Name the day so many years after the data came.
    """
    return CAME.replace(year=CAME.year + count)


def floors(*periods: str) -> Law:
    """
    Make a law of statutes that each keep a résumé for a time.
    """
    rules = "".join(
        f"""
[[rules]]
id = "xx.retention.floor_{number}"
topic = "retention.tests:floor_{number}"
kind = "floor"
trigger = "data_collected"
period = "{period}"
categories = ["cv"]
applies_from = 2018-05-25
weight = "statute"
confidence = "verified"
checked_on = 2026-01-15
cites = ["Test Art. {number}"]
because = "A statute of these tests."
source = "made up"
"""
        for number, period in enumerate(periods, 1)
    )
    return load().with_pack(
        read_pack(
            f"""
jurisdiction = "XX"
extends = "EU"
checked_on = 2026-01-15
calendar = "NL"
time_zone = "Europe/Amsterdam"

[acts.Test]
title = "An act made up for these tests"
{rules}"""
        )
    )


THERE: Final = Situation(establishment="XX")
BARE: Final = load().with_pack(
    read_pack("""
jurisdiction = "XX"
extends = "EU"
checked_on = 2026-01-15
""")
)


def hold(matter: str, placed: date, **scope: object) -> AnyEvent:
    """
    Place a hold.
    """
    ground = "anticipated_litigation"
    return make(HoldPlaced, matter, placed, matter=matter, ground=ground, owner="dpo", **scope)


# The same here.


def test_ef_1_what_must_stay_makes_no_step() -> None:
    """
    EF-1: where a part must stay, no step can erase it, and the parent's own steps leave it.
    """
    letter = opened("letter", CAME, record_kind=RecordKind.DOCUMENT, part_of="profile")
    kept = hold("m", CAME, records=("letter",))
    found = decide([PROFILE, letter, kept], years(3), policy=firm(all=keeping(TWO)))
    with pytest.raises(NotErasableError):
        EraseStep(disposal=found["letter", "cv"], place="ats")
    steps = plan(found.values(), MAP).steps
    assert {step.disposal.record for step in steps} == {"profile"}


def test_gh_4_silence_extends_nothing() -> None:
    """
    GH-4: a question whether to stay in the pool, left unanswered, moves no end.
    """
    agreed = make(ConsentGiven, "yes", CAME, purposes=("talent_pool",))
    asked = happened("asked", "message.outbound", date(2024, 12, 20))
    rule = keeping(ONE, after="consent_given")
    found = of([PROFILE, agreed, asked], years(1) + DAY, policy=firm(pool=rule))
    assert (found.must_be_gone_by, found.status) == (On(day=years(1)), Status.OVERDUE)


@pytest.mark.parametrize(
    ("periods", "free"),
    [(("P2Y", "P5Y"), years(5) + DAY), (("P5Y", "P10Y"), years(10) + DAY)],
    ids=["GV-2", "MP-2"],
)
def test_of_floors_the_latest_counts(periods: tuple[str, ...], free: date) -> None:
    """
    GV-2, MP-2: of several duties to keep the longest counts; promises to erase are another matter.
    """
    found = of([PROFILE], CAME, law=floors(*periods), situation=THERE)
    assert found.may_erase_from == On(day=free)
    both = firm(short=keeping(TWO), long=keeping(FIVE))
    assert of([PROFILE], CAME, policy=both).must_be_gone_by == On(day=years(2))


@pytest.mark.parametrize(
    ("lifted", "status"), [(("a",), Status.HELD), (("a", "b"), Status.OVERDUE)]
)
def test_ibm_1_every_hold_must_be_lifted(lifted: tuple[str, ...], status: Status) -> None:
    """
    IBM-1: of two holds one lifted leaves the data held; both lifted let them go.
    """
    events = (
        PROFILE,
        *(hold(matter, CAME) for matter in ("a", "b")),
        *(make(HoldLifted, f"{each}-over", years(1), matter=each) for each in lifted),
    )
    assert of(events, years(3), policy=firm(all=keeping(TWO))).status is status


def test_ibm_1_a_hold_on_a_vacancy_catches_who_comes_later() -> None:
    """
    IBM-1: an application for the vacancy that came after the hold is held with the others.
    """
    placed = hold("m", CAME, vacancy="v")
    later = [
        opened(name, years(1), record_kind=RecordKind.APPLICATION, vacancy=vacancy)
        for name, vacancy in (("a", "v"), ("b", "w"))
    ]
    found = decide([placed, *later], years(4), policy=firm(all=keeping(TWO)))
    assert [found[name, "cv"].status for name in ("a", "b")] == [Status.HELD, Status.OVERDUE]


def test_mp_6_keeping_and_erasing_are_two_answers() -> None:
    """
    MP-6: a duty to keep and a promise to erase stand side by side, and neither overwrites.
    """
    policy = firm(all=keeping(TWO))
    found = of([PROFILE], years(3), policy=policy, law=floors("P5Y"), situation=THERE)
    assert found.must_be_gone_by == On(day=years(2))
    assert found.may_erase_from == On(day=years(5) + DAY)
    assert found.status is Status.SEGREGATED


def test_nd_1_no_rule_is_no_licence() -> None:
    """
    ND-1: without a rule nothing is ever due, and the check of the places says so.
    """
    found = of([PROFILE], date(2090, 1, 1), policy=firm())
    assert (found.status, str(found.must_be_gone_by)) == (Status.KEPT, "open")
    assert "retention.data_map.no_rule" in {each.code for each in gaps(MAP, firm())}


def test_tt_2_an_application_goes_and_the_profile_stays() -> None:
    """
    TT-2: what one rejected application holds goes; the profile and the other one stay.
    """
    applications = [opened(name, CAME, record_kind=RecordKind.APPLICATION) for name in ("a", "b")]
    closed = happened("no", "procedure.closed", CAME, record="a", outcome="rejected")
    rule = keeping(Period(weeks=4), after="procedure_closed", outcomes=("rejected",))
    found = decide([PROFILE, *applications, closed], date(2024, 3, 1), policy=firm(no=rule))
    assert found["a", "cv"].status is Status.OVERDUE
    assert not found["b", "cv"].is_due


def test_tt_3_nothing_the_data_are_needed_for() -> None:
    """
    TT-3: where no use goes on the answer says that normal use is over.
    """
    over = make(PurposeEnded, "over", CAME, use="recruitment", record=None)
    found = of([PROFILE, over], CAME + DAY)
    assert (found.status, found.uses) == (Status.NORMAL_USE_OVER, ())


# Reachable by how the firm writes its rules.

NEWER: Final = attrs.evolve(
    HOUSE,
    version=Version(number="2", published_on=PartialDate(2025, 1, 1)),
    retention=FrozenMap({"house": keeping(ONE)}),
    earlier=(firm(house=keeping(THREE)),),
)
GIVEN: Final = make(NoticeGiven, "told", CAME, version="1", language="en", role="candidate")


def test_gh_2_a_new_rule_reaches_old_data() -> None:
    """
    GH-2: as a plan a new rule reaches all at once; as a promise it binds who was given it.

    To people who were promised longer the firm may still erase sooner: it plans it.
    """
    events, on = [PROFILE, GIVEN], years(1) + DAY
    promised = of(events, on, policy=NEWER)
    assert (promised.must_be_gone_by, promised.status) == (On(day=years(3)), Status.KEPT)
    plan_too = RetentionRule(aim=ONE, after="data_collected")
    planned = attrs.evolve(NEWER, retention=FrozenMap({"house": keeping(ONE), "plan": plan_too}))
    assert of(events, on, policy=planned).status is Status.ERASABLE
    unversioned = of([PROFILE], on, policy=firm(house=keeping(ONE)))
    assert unversioned.status is Status.OVERDUE


def test_gh_3_an_extension_lasts_as_long_as_the_first() -> None:
    """
    GH-3: a rule that counts from consent gives each new consent the same length.
    """
    agreed = [
        make(ConsentGiven, f"yes-{day}", day, purposes=("talent_pool",))
        for day in (CAME, date(2024, 12, 1))
    ]
    found = of(
        [PROFILE, *agreed], date(2025, 1, 1), policy=firm(pool=keeping(ONE, after="consent_given"))
    )
    assert found.must_be_gone_by == On(day=date(2025, 12, 1))


@pytest.mark.parametrize(("category", "last"), [("name", years(1)), ("cv", years(3))])
def test_gv_1_a_special_rule_stands_in_for_the_general(category: str, last: date) -> None:
    """
    GV-1: a firm that wants a longer rule to replace a shorter one says of which data each is.

    Written for the same data the shorter one counts, for it was promised too.
    """
    apart = firm(general=keeping(ONE, data=("name",)), special=keeping(THREE, data=("cv",)))
    found = of([PROFILE], CAME, what=f"profile.{category}", policy=apart)
    assert found.must_be_gone_by == On(day=last)
    together = firm(general=keeping(ONE), special=keeping(THREE, data=("cv",)))
    assert of([PROFILE], CAME, policy=together).must_be_gone_by == On(day=years(1))


def test_mp_3_a_rule_for_the_item_between_two_for_uses() -> None:
    """
    MP-3: of two uses the longer counts, unless a rule for the data themselves ends it sooner.
    """
    other = Use(
        roles=("candidate",),
        purposes=("satisfaction_survey",),
        basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
    )
    policy = firm(
        with_uses(survey=other),
        short=keeping(FIVE, purpose="recruitment"),
        long=keeping(TEN, purpose="survey"),
    )
    assert of([PROFILE], CAME, policy=policy).must_be_gone_by == On(day=years(10))
    item = with_rules(policy, item=keeping(SEVEN, data=("cv",)))
    assert of([PROFILE], CAME, policy=item).must_be_gone_by == On(day=years(7))


@pytest.mark.parametrize(
    ("which", "last"), [(Which.LAST, date(2027, 5, 1)), (Which.FIRST, date(2026, 1, 10))]
)
def test_rc_1_the_last_application_governs(which: Which, last: date) -> None:
    """
    RC-1: a rule may run from the last application of a profile, or from the first.
    """
    applied = [
        happened(f"a-{day}", "application.submitted", day) for day in (CAME, date(2025, 5, 1))
    ]
    rule = keeping(TWO, after="application_received", which=which)
    found = of([PROFILE, *applied], date(2025, 6, 1), policy=firm(all=rule))
    assert found.must_be_gone_by == On(day=last)


def test_tt_1_the_first_of_several_ends_and_a_week_of_warning() -> None:
    """
    TT-1: the earliest end counts and is told a week before; without it the next one counts.
    """
    warn = Period(days=7)
    first, second = keeping(ONE, warn=warn), keeping(TWO, warn=warn)
    both = of([PROFILE], years(1) - timedelta(days=7), policy=firm(a=first, b=second))
    assert (both.must_be_gone_by, both.status) == (On(day=years(1)), Status.WARN)
    cleared = of([PROFILE], years(1), policy=firm(b=second))
    assert (cleared.must_be_gone_by, cleared.status) == (On(day=years(2)), Status.KEPT)


SOURCED: Final = opened("profile", CAME, obtained_from="linkedin")
FOUND: Final = happened("found", "data.received", CAME, record="profile")
MONTH: Final = date(2024, 2, 12)  # 10 February 2024 is a Saturday


@pytest.mark.parametrize(
    ("on", "uses", "found"), [(MONTH, ("recruitment",), False), (MONTH + DAY, (), True)]
)
def test_wk_1_who_was_not_told_in_time(on: date, uses: tuple[str, ...], *, found: bool) -> None:
    """
    WK-1: a month after sourcing without a notice use stops and a breach is flagged; nothing goes.
    """
    answer = of([SOURCED, FOUND], on)
    breaches = [each for each in answer.findings if each.code == "retention.not_told"]
    assert (answer.uses, answer.status) == (uses, Status.KEPT)
    assert [each.level for each in breaches] == ([Level.ERROR] if found else [])
    assert not answer.is_due


@pytest.mark.parametrize(
    "more",
    [
        (GIVEN,),
        (attrs.evolve(GIVEN, happened=None),),
    ],
    ids=["told", "told on some day"],
)
def test_wk_1_who_was_told(more: tuple[AnyEvent, ...]) -> None:
    """
    WK-1: once the person was given the notice, use goes on.
    """
    assert of([SOURCED, FOUND, *more], MONTH + DAY).uses == ("recruitment",)


@pytest.mark.parametrize("source", ["application_form", None])
def test_wk_1_whose_data_came_from_themselves(source: str | None) -> None:
    """
    WK-1: the month is for data from elsewhere; of what nobody knows the source nothing is said.
    """
    own = opened("profile", CAME, obtained_from=source)
    assert of([own], MONTH + DAY).uses == ("recruitment",)


@pytest.mark.parametrize(
    ("law", "situation"),
    [(None, Situation(establishment="FR")), (BARE, THERE)],
    ids=["law not loaded", "no calendar"],
)
def test_wk_1_where_the_month_cannot_be_counted(law: Law | None, situation: Situation) -> None:
    """
    WK-1: where nobody can count the month, nobody is called late.
    """
    found = of([SOURCED, FOUND], date(2024, 6, 1), law=law or BOOK, situation=situation)
    assert "retention.not_told" not in {each.code for each in found.findings}


def test_wk_1_where_nobody_kept_the_notices() -> None:
    """
    WK-1: where a host hands over no notices, nobody says that none was given.
    """
    on = MONTH + DAY
    facts = fold([SOURCED, FOUND], HOUSE, on=on, law=BOOK)
    unkept = attrs.evolve(facts, unknown=("notices",))
    found = [
        {each.code for one in assess(HOUSE, given, BOOK, on=on) for each in one.findings}
        for given in (facts, unkept)
    ]
    assert ["retention.not_told" in codes for codes in found] == [True, False]


def test_wk_1_a_source_nobody_knows() -> None:
    """
    WK-1: of a source the vocabulary does not have, nobody says where it lies.
    """
    odd = opened("profile", CAME, obtained_from="a_friend")
    assert of([odd, FOUND], MONTH + DAY).uses == ("recruitment",)


def test_wk_1_passed_on_before_the_month_was_over() -> None:
    """
    WK-1: who passes the data on tells the person by then.
    """
    sent = make(Disclosed, "sent", date(2024, 1, 20), recipient="client", to="c-1")
    days = [date(2024, 1, 20), date(2024, 1, 21)]
    assert [of([SOURCED, FOUND, sent], on).uses for on in days] == [("recruitment",), ()]
    elsewhere = attrs.evolve(sent, records=("other",))
    assert of([SOURCED, FOUND, elsewhere], days[1]).uses == ("recruitment",)


# Otherwise on purpose.


def test_gv_3_a_shorter_rule_proposes_and_a_dropped_one_keeps() -> None:
    """
    GV-3: a rule made shorter erases nothing by itself; one that is dropped leaves all in place.

    What is gone cannot come back, so an answer only makes a step possible, and the step is judged
    again before it runs.
    """
    on = years(1) + DAY
    shorter = of([PROFILE], on, policy=firm(house=keeping(ONE)))
    dropped = of([PROFILE], on, policy=firm())
    assert (shorter.is_due, dropped.is_due) == (True, False)
    assert [type(step) for step in plan([shorter, dropped], MAP).steps] == [EraseStep]


def test_hr_2_contact_cannot_prolong_without_end() -> None:
    """
    HR-2: contact moves the end only up to the cap, and a clock without one is found.

    A length that starts again with each message is no limit of storage.
    """
    talks = [happened(f"t{year}", "conversation", years(year)) for year in range(5)]
    capped = attrs.evolve(
        HOUSE,
        clocks=FrozenMap({"meaningful_contact": attrs.evolve(CLOCK, at_most=THREE)}),
    )
    found = [of([PROFILE, *talks], years(4), policy=policy) for policy in (capped, HOUSE)]
    assert [each.must_be_gone_by for each in found] == [On(day=years(5)), On(day=years(6))]
    uncapped = [{"clock.uncapped"} & {each.code for each in one.findings} for one in found]
    assert uncapped == [set(), {"clock.uncapped"}]


def test_what_decides_is_a_rule_of_the_firm_here() -> None:
    """
    The firm of these tests promises, and no statute of the place commands erasing.
    """
    found = of([PROFILE], CAME, policy=with_rules(house=RULE), situation=HERE)
    assert {each.clause.effect for each in found.endings} == {Effect.CEILING}
