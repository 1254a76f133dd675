"""
What is owed because of a request, to whom, by when, in which order.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import (
    Automation,
    Capacity,
    Controller,
    Modality,
    Permission,
    Policy,
    Responsibility,
    RightOffered,
    Running,
    Telling,
    Waiver,
)
from recruitprivacy.rights import (
    Addressee,
    Answered,
    Assisted,
    Circumstances,
    ClosedUnproved,
    Duty,
    DutyKind,
    Extended,
    ExtensionReason,
    First,
    Forwarded,
    IdentityAsked,
    LiftAnnounced,
    Plea,
    Refused,
    Reopened,
    RequestWithdrawn,
    next_duties,
    open_request,
    replay,
)
from recruitprivacy.timeline import (
    AnyRequestEvent,
    ConsentFacts,
    DisclosureFacts,
    Facts,
    Known,
    ObjectionFacts,
    RestrictionFacts,
)
from recruitprivacy.vocabulary import (
    ErasureException,
    ObjectionGround,
    RefusalGround,
    RestrictionGround,
    Right,
)
from tests.rights.making import RECEIVED, WHOLE, asked, noon, receipt, step
from tests.rights.weighing import (
    CONSENT,
    CONTRACT,
    DAY,
    HERE,
    INTERESTS,
    NL,
    agreed,
    explained_by,
    firm,
    owed,
    person,
    unfilled,
)

ANSWER_BY: Final = date(2026, 4, 7)
"""A month after 5 March ends in the Easter week-end."""
WEIGHED: Final = firm(INTERESTS)
FORGET_ME: Final = (
    Right.WITHDRAW_CONSENT,
    Right.OBJECT,
    Right.OBJECT_MARKETING,
    Right.ERASURE,
)
KEPT: Final = Plea(ground=ErasureException.LEGAL_CLAIMS, by="r7", reasons="memo-1")
SENT: Final = DisclosureFacts(
    recipient="clients_prospective_employers",
    to="client-7",
    records=("r1",),
    categories=("cv",),
    disclosed=Known(day=date(2026, 2, 1)),
)


def kinds(found: tuple[Duty, ...]) -> list[DutyKind]:
    """
    Name what is owed, in order.
    """
    return [each.kind for each in found]


def the(kind: DutyKind, found: tuple[Duty, ...]) -> Duty:
    """
    Give the one duty of a kind.
    """
    (only,) = [each for each in found if each.kind is kind]
    return only


@pytest.mark.row("H13")
def test_everything_at_once_has_its_order() -> None:
    """
    Marketing stops first, then nothing more is done; copies go before anything is erased.
    """
    rights = (Right.ERASURE, Right.PORTABILITY, Right.ACCESS, Right.RESTRICTION, *FORGET_ME[:3])
    facts = person(conditions={"automated_means": True}, consents=(agreed(),))
    found = owed(*rights, policy=firm(CONSENT), facts=facts)
    assert kinds(found) == [
        DutyKind.STOP_MARKETING,
        DutyKind.STOP_USE,
        DutyKind.SUSPEND_USE,
        DutyKind.RESTRICT,
        DutyKind.GIVE_ACCESS,
        DutyKind.GIVE_PORTABLE_COPY,
        DutyKind.ERASE,
        DutyKind.ANSWER,
        DutyKind.SUPPRESS,
        DutyKind.KEEP_PROOF,
    ]
    assert the(DutyKind.ERASE, found).first == (First.ACCESS,)
    assert kinds(owed(Right.ERASURE, policy=WEIGHED))[0] is DutyKind.ERASE


@pytest.mark.row("O3")
def test_marketing_stops_at_once_whatever_else_is_decided() -> None:
    """
    The stop is due on the day of receipt, even where nothing is kept of the person.
    """
    for facts in (person(), person(records=False)):
        found = the(
            DutyKind.STOP_MARKETING, owed(Right.OBJECT_MARKETING, policy=WEIGHED, facts=facts)
        )
        assert (found.due_on, found.at_once, found.to) == (RECEIVED, True, Addressee.OURSELVES)
    later = the(DutyKind.ANSWER, owed(Right.OBJECT_MARKETING, policy=WEIGHED))
    assert (later.due_on, later.at_once) == (ANSWER_BY, False)


def test_answers_are_due_by_the_law() -> None:
    """
    What goes to the person is due with the answer, an extension included; the refusal is not.
    """
    request = asked(Right.ACCESS, Right.ERASURE, situation=HERE)
    found = owed(policy=firm(CONTRACT), request=request)
    assert the(DutyKind.GIVE_ACCESS, found).due_on == ANSWER_BY
    assert the(DutyKind.SAY_WHY, found).due_on == ANSWER_BY
    longer = request.apply(
        step(Extended, DAY, reason=ExtensionReason.COMPLEXITY, told=True), law=NL
    )
    found = owed(policy=firm(CONTRACT), request=longer)
    assert the(DutyKind.GIVE_ACCESS, found).due_on == date(2026, 6, 5)
    assert the(DutyKind.SAY_WHY, found).due_on == ANSWER_BY


def test_no_month_runs_for_a_withdrawal_or_a_complaint() -> None:
    """
    Taking consent back and complaining have no day to answer; the withdrawal stops at once.
    """
    facts = person(consents=(agreed(),))
    found = owed(Right.WITHDRAW_CONSENT, Right.COMPLAINT, policy=firm(CONSENT), facts=facts)
    assert kinds(found) == [DutyKind.STOP_USE, DutyKind.KEEP_PROOF]
    refused = owed(Right.WITHDRAW_CONSENT, policy=firm(CONTRACT))
    assert the(DutyKind.SAY_WHY, refused).due_on is None


@pytest.mark.row("H11")
@pytest.mark.parametrize(
    ("policy", "pleas", "expected"),
    [
        (WEIGHED, [], set()),
        (firm(CONTRACT), [], {DutyKind.DECIDE, DutyKind.SAY_WHY}),
        (WEIGHED, [KEPT], {DutyKind.SAY_WHY}),
    ],
)
def test_what_is_not_done_is_explained(
    policy: Policy, pleas: list[Plea], expected: set[DutyKind]
) -> None:
    """
    A human decides what may be refused, and whatever is not done is explained with both remedies.
    """
    found = set(kinds(owed(Right.ERASURE, policy=policy, pleas=pleas)))
    assert found & {DutyKind.DECIDE, DutyKind.SAY_WHY} == expected


@pytest.mark.row("H10", "S12")
@pytest.mark.parametrize(
    ("right", "told"),
    [
        (Right.RECTIFICATION, True),
        (Right.ERASURE, True),
        (Right.RESTRICTION, True),
        (Right.OBJECT, False),
        (Right.WITHDRAW_CONSENT, False),
        (Right.ACCESS, False),
    ],
)
def test_recipients_are_told(*, right: Right, told: bool) -> None:
    """
    Each recipient is told of rectification, erasure and restriction, and of nothing else.
    """
    found = owed(right, policy=WEIGHED, facts=person(disclosures=(SENT,)))
    telling = [each for each in found if each.kind is DutyKind.TELL_RECIPIENT]
    assert [(each.whom, each.to) for each in telling] == (
        [("client-7", Addressee.RECIPIENT)] if told else []
    )
    assert all(each.unless == tuple(Waiver) for each in telling)


@pytest.mark.row("H10")
@pytest.mark.parametrize(
    ("change", "whom"),
    [
        ({}, ["client-7"]),
        ({"to": ""}, ["clients_prospective_employers"]),
        ({"records": ("r2",)}, []),
        ({"records": (), "categories": None}, ["client-7"]),
        ({"categories": ("interview_notes",)}, []),
        ({"categories": ("application_material",)}, ["client-7"]),
    ],
)
def test_who_has_what_is_told_about_it(change: dict[str, Any], whom: list[str]) -> None:
    """
    Who got these data of this record is told; who got others is not.
    """
    facts = person(disclosures=(attrs.evolve(SENT, **change),))
    found = owed(Right.ERASURE, policy=WEIGHED, facts=facts)
    assert [each.whom for each in found if each.kind is DutyKind.TELL_RECIPIENT] == whom


@pytest.mark.row("H10")
def test_recipients_nobody_recorded_are_looked_for() -> None:
    """
    Where nobody knows who has the data, somebody finds out; what is kept is nobody's news.
    """
    facts = person(unknown=("disclosures",))
    found = the(DutyKind.TELL_RECIPIENT, owed(Right.ERASURE, policy=WEIGHED, facts=facts))
    assert found.whom == ""
    kept = owed(Right.ERASURE, policy=WEIGHED, facts=facts, pleas=[KEPT])
    assert DutyKind.TELL_RECIPIENT not in kinds(kept)


@pytest.mark.row("R11", "H7")
def test_the_person_is_told_who_has_the_data() -> None:
    """
    Who asks is told the recipients by name, and so is who was promised it on rectification.
    """
    asking = owed(Right.RECIPIENTS_INFORMATION, policy=WEIGHED)
    assert the(DutyKind.NAME_RECIPIENTS, asking).to is Addressee.PERSON
    offered = RightOffered(telling=Telling(person_told_who=Modality.MAY))
    promising = firm(INTERESTS, rights=FrozenMap({Right.RECTIFICATION: offered}))
    assert DutyKind.NAME_RECIPIENTS in kinds(owed(Right.RECTIFICATION, policy=promising))
    assert DutyKind.NAME_RECIPIENTS not in kinds(owed(Right.RECTIFICATION, policy=WEIGHED))


@pytest.mark.row("S11")
def test_the_person_is_told_before_a_restriction_ends() -> None:
    """
    Who asks for erasing what they had restricted is told first, and the erasing waits for it.
    """
    locked = RestrictionFacts(
        event="s-1",
        ground=RestrictionGround.NEEDED_FOR_CLAIMS,
        categories=None,
        records=(),
        placed=Known(day=date(2026, 2, 1)),
    )
    facts = person(restrictions=(locked,))
    found = owed(Right.ERASURE, policy=WEIGHED, facts=facts)
    assert kinds(found)[:2] == [DutyKind.ANNOUNCE_LIFT, DutyKind.ERASE]
    assert the(DutyKind.ERASE, found).first == (First.ANNOUNCE,)
    request = asked(Right.ERASURE, situation=HERE).apply(step(LiftAnnounced, DAY, lifts_on=DAY))
    told = owed(policy=WEIGHED, facts=facts, request=request)
    assert the(DutyKind.ANNOUNCE_LIFT, told).done_on == DAY
    assert DutyKind.ANNOUNCE_LIFT not in kinds(owed(Right.ERASURE, policy=WEIGHED))


def test_what_was_made_public_is_told_on() -> None:
    """
    Who made data public that are erased tells others who process them.
    """
    public = Circumstances(made_public=True)
    found = the(DutyKind.TELL_CONTROLLERS, owed(Right.ERASURE, policy=WEIGHED, given=public))
    assert (found.to, [str(cite) for cite in found.cites]) == (
        Addressee.OTHER_CONTROLLERS,
        ["GDPR Art. 17(2)"],
    )
    assert DutyKind.TELL_CONTROLLERS not in kinds(owed(Right.ERASURE, policy=WEIGHED))


@pytest.mark.row("E8")
@pytest.mark.parametrize("right", [*Right])
def test_proof_is_kept_of_everything(right: Right) -> None:
    """
    Whatever was asked, proof stays; what is proved with it is codes and days.
    """
    found = owed(right, policy=WEIGHED)
    assert found[-1].kind is DutyKind.KEEP_PROOF
    done = owed(right, policy=WEIGHED, done={"keep_proof": DAY})
    assert done[-1].done_on == DAY


@pytest.mark.row("E9")
@pytest.mark.parametrize(
    ("right", "suppressed"),
    [(Right.OBJECT_MARKETING, True), (Right.OBJECT, True), (Right.ERASURE, False)],
)
def test_who_wants_to_be_left_alone_is_suppressed(*, right: Right, suppressed: bool) -> None:
    """
    A token is kept to honour an objection; erasing alone asks for none.
    """
    found = kinds(owed(right, policy=WEIGHED))
    assert (DutyKind.SUPPRESS in found) is suppressed
    assert found.index(DutyKind.KEEP_PROOF) == len(found) - 1


ACTING: Final = attrs.evolve(
    WEIGHED,
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
TOGETHER: Final = attrs.evolve(
    WEIGHED,
    controllers=FrozenMap(
        {
            "house": Controller(name="House BV", country="NL"),
            "group": Controller(name="Group NV", country="NL"),
        }
    ),
    responsible=FrozenMap(
        {
            "all": Responsibility(
                roles=("candidate",), among=("house", "group"), capacity=Capacity.JOINT
            )
        }
    ),
)


@pytest.mark.row("H15")
def test_a_processor_passes_on_and_decides_nothing() -> None:
    """
    A processor passes the request on at once and assists; it neither erases nor refuses.
    """
    found = owed(Right.ERASURE, policy=ACTING)
    forward = the(DutyKind.FORWARD, found)
    assert (forward.to, forward.whom, forward.due_on) == (Addressee.PRINCIPAL, "client", RECEIVED)
    ours = {DutyKind.ERASE, DutyKind.DECIDE, DutyKind.SAY_WHY, DutyKind.ANSWER}
    assert ours.isdisjoint(kinds(found))
    assert DutyKind.FORWARD not in kinds(owed(Right.ERASURE, policy=WEIGHED))


@pytest.mark.row("H15")
def test_passing_on_does_not_finish_it() -> None:
    """
    A request that was passed on is still assisted with, until that was done.
    """
    request = asked(Right.ERASURE, situation=HERE).apply(step(Forwarded, DAY, to="c-1"))
    found = owed(policy=ACTING, request=request)
    assert [the(kind, found).done_on for kind in (DutyKind.FORWARD, DutyKind.ASSIST)] == [
        DAY,
        None,
    ]
    helped = owed(policy=ACTING, request=request.apply(step(Assisted, DAY, hour=1)))
    assert the(DutyKind.ASSIST, helped).done_on == DAY


@pytest.mark.row("H15")
def test_each_joint_controller_may_be_addressed() -> None:
    """
    Whichever joint controller is asked answers, and the others are told; one alone tells nobody.
    """
    found = owed(Right.ACCESS, policy=TOGETHER)
    telling = [each for each in found if each.kind is DutyKind.TELL_JOINT_CONTROLLER]
    assert [each.whom for each in telling] == ["group", "house"]
    assert DutyKind.GIVE_ACCESS in kinds(found)
    assert DutyKind.TELL_JOINT_CONTROLLER not in kinds(owed(Right.ACCESS, policy=WEIGHED))


@pytest.mark.row("H14")
@pytest.mark.parametrize("right", [Right.ACCESS, Right.PORTABILITY])
def test_who_asks_after_everything_was_erased(right: Right) -> None:
    """
    Where nothing is left the person is told so, and no copy is owed.
    """
    nothing = kinds(owed(right, policy=WEIGHED, facts=person(records=False)))
    assert nothing == [DutyKind.SAY_NOTHING_IS_HELD, DutyKind.ANSWER, DutyKind.KEEP_PROOF]
    assert DutyKind.SAY_NOTHING_IS_HELD not in kinds(owed(right, policy=WEIGHED))


@pytest.mark.row("H16")
def test_for_the_dead_somebody_looks_up_the_law() -> None:
    """
    Where the person has died a human looks at national law, and nothing is given out.
    """
    found = kinds(owed(Right.ACCESS, policy=WEIGHED, given=Circumstances(deceased=True)))
    assert found[0] is DutyKind.LOOK_AT_NATIONAL_LAW
    assert DutyKind.GIVE_ACCESS not in found
    assert DutyKind.LOOK_AT_NATIONAL_LAW not in kinds(owed(Right.ACCESS, policy=WEIGHED))


def test_a_request_nobody_understands_is_read_first() -> None:
    """
    What nobody can name is read by a human on the day it comes, and answered in time.
    """
    request = open_request(request="r-1", person="p-1", received_at=noon(RECEIVED), situation=HERE)
    found = owed(policy=WEIGHED, request=request)
    assert kinds(found) == [DutyKind.READ_REQUEST, DutyKind.ANSWER, DutyKind.KEEP_PROOF]
    assert found[0].due_on == RECEIVED


@pytest.mark.row("H12")
@pytest.mark.parametrize(
    ("channel", "electronic"),
    [("email.official", True), ("webform", True), ("post", False), (None, False)],
)
def test_electronic_requests_are_answered_electronically(
    *, channel: str | None, electronic: bool
) -> None:
    """
    What came by electronic means is answered by them; a letter is not.
    """
    request = open_request(
        Right.ACCESS,
        request="r-1",
        person="p-1",
        received_at=noon(RECEIVED),
        channel=channel,
        situation=HERE,
    )
    found = owed(policy=WEIGHED, request=request)
    assert the(DutyKind.GIVE_ACCESS, found).electronic is electronic
    assert the(DutyKind.KEEP_PROOF, found).electronic is False


@pytest.mark.row("O6")
@pytest.mark.parametrize("channel", ["unsubscribe_link", "browser_settings", "sms", "post"])
def test_technical_signals_count(channel: str) -> None:
    """
    An objection counts by whatever means it comes, and stops marketing the same day.
    """
    request = open_request(
        Right.OBJECT_MARKETING,
        request="r-1",
        person="p-1",
        received_at=noon(RECEIVED),
        channel=channel,
        situation=HERE,
    )
    assert owed(policy=WEIGHED, request=request)[0].kind is DutyKind.STOP_MARKETING


PROFILING: Final = Automation(
    practices=(),
    running=Running.PLANNED,
    permission=Permission.CONSENT,
    refused=("manual_review", "excluded_from_matching"),
)


@pytest.mark.parametrize(
    ("right", "roles", "announced"),
    [
        (Right.WITHDRAW_CONSENT, (), True),
        (Right.NOT_SUBJECT_TO_AUTOMATED_DECISION, ("candidate",), True),
        (Right.WITHDRAW_CONSENT, ("client",), False),
        (Right.ACCESS, (), False),
    ],
)
def test_the_consequence_of_a_no_is_announced(
    *, right: Right, roles: tuple[str, ...], announced: bool
) -> None:
    """
    Who says no to the machine is told what the notice says follows from it.
    """
    policy = firm(
        INTERESTS,
        automation=FrozenMap({"profiling": attrs.evolve(PROFILING, roles=roles)}),
    )
    found = [
        each for each in owed(right, policy=policy) if each.kind is DutyKind.ANNOUNCE_CONSEQUENCE
    ]
    assert [each.whom for each in found] == (["profiling"] if announced else [])
    assert unfilled(each.step for each in found) == set()


@pytest.mark.row("A7")
@pytest.mark.parametrize(
    "right", [Right.NOT_SUBJECT_TO_AUTOMATED_DECISION, Right.HUMAN_INTERVENTION]
)
def test_a_human_looks_again(right: Right) -> None:
    """
    Who contests a decision by machine has a human look again, within the month.
    """
    found = the(DutyKind.LOOK_AGAIN, owed(right, policy=WEIGHED))
    assert (found.to, found.due_on) == (Addressee.PERSON, ANSWER_BY)
    assert DutyKind.LOOK_AGAIN not in kinds(owed(Right.ACCESS, policy=WEIGHED))


@pytest.mark.row("O1")
def test_what_was_objected_to_stands_still_while_it_is_weighed() -> None:
    """
    A purpose stands still at once even where grounds are pleaded, and a human decides in time.
    """
    compelling = Plea(ground=RefusalGround.COMPELLING_GROUNDS)
    found = owed(Right.OBJECT, policy=WEIGHED, pleas=[compelling])
    assert kinds(found)[:2] == [DutyKind.SUSPEND_USE, DutyKind.DECIDE]
    none = owed(Right.OBJECT, policy=firm(CONTRACT))
    assert DutyKind.SUSPEND_USE not in kinds(none)


MARKETING: Final = ObjectionFacts(
    event="o-1",
    grounds=(ObjectionGround.DIRECT_MARKETING,),
    purposes=(),
    made=Known(day=DAY),
)
LEDGERS: Final[dict[DutyKind, tuple[Right, dict[str, Any]]]] = {
    DutyKind.STOP_MARKETING: (Right.OBJECT_MARKETING, {"objections": (MARKETING,)}),
    DutyKind.STOP_USE: (
        Right.WITHDRAW_CONSENT,
        {"withdrawals": FrozenMap({"*": Known(day=DAY)})},
    ),
    DutyKind.SUSPEND_USE: (
        Right.OBJECT,
        {"objections": (attrs.evolve(MARKETING, grounds=(ObjectionGround.LEGITIMATE_INTERESTS,)),)},
    ),
    DutyKind.RESTRICT: (
        Right.RESTRICTION,
        {
            "restrictions": (
                RestrictionFacts(
                    event="s-1",
                    ground=RestrictionGround.ACCURACY_CONTESTED,
                    categories=None,
                    records=(),
                    placed=Known(day=DAY),
                ),
            )
        },
    ),
}


@pytest.mark.parametrize("kind", LEDGERS)
def test_what_stops_is_done_by_its_record(kind: DutyKind) -> None:
    """
    A stop is done as soon as it is recorded, and not by something from before the request.
    """
    right, ledgers = LEDGERS[kind]
    policy = firm()
    assert the(kind, owed(right, policy=policy, facts=person(**ledgers))).done_on == DAY
    assert the(kind, owed(right, policy=policy)).done_on is None
    request = asked(right, on=date(2026, 3, 11), situation=HERE)
    later = owed(policy=policy, facts=person(**ledgers), request=request)
    assert the(kind, later).done_on is None


def test_an_answer_does_what_it_answers() -> None:
    """
    An answer gives the copy and ends the decision; it explains only if it told everything.
    """
    rights = (Right.ACCESS, Right.ERASURE)
    for told, expected in ((WHOLE, DAY), ((), None)):
        answered = step(Answered, DAY, in_full=False, told=told)
        request = replay([receipt(*rights), answered], situation=HERE).request
        found = owed(policy=firm(CONTRACT), request=request)
        done = {each.kind: each.done_on for each in found}
        assert done[DutyKind.GIVE_ACCESS] == done[DutyKind.DECIDE] == done[DutyKind.ANSWER] == DAY
        assert done[DutyKind.SAY_WHY] == expected


def test_a_request_taken_up_again_waits_for_another_answer() -> None:
    """
    What was answered before is owed again once the request is taken up again.
    """
    events: list[AnyRequestEvent] = [
        receipt(Right.ACCESS),
        step(Answered, DAY),
        step(Reopened, DAY, hour=1),
    ]
    request = replay(events, situation=HERE).request
    assert the(DutyKind.GIVE_ACCESS, owed(policy=WEIGHED, request=request)).done_on is None
    before = replay(events[:2], situation=HERE).request
    assert the(DutyKind.GIVE_ACCESS, owed(policy=WEIGHED, request=before)).done_on == DAY


@pytest.mark.parametrize("right", [Right.ACCESS, Right.ERASURE, Right.RECTIFICATION])
def test_what_was_refused_is_owed_no_longer(right: Right) -> None:
    """
    After a lawful refusal nothing of the right is left to do; the proof is.
    """
    request = asked(right, situation=HERE).apply(
        step(Refused, DAY, ground=RefusalGround.EXCESSIVE, told=WHOLE)
    )
    facts = person(disclosures=(SENT,))
    assert kinds(next_duties(request, WEIGHED, facts, NL, on=DAY, situation=HERE)) == [
        DutyKind.KEEP_PROOF
    ]


@pytest.mark.parametrize(
    ("events", "left"),
    [
        ([step(RequestWithdrawn, DAY)], [DutyKind.KEEP_PROOF]),
        (
            [step(IdentityAsked, DAY, doubt="address_changed"), step(ClosedUnproved, DAY, hour=1)],
            [DutyKind.STOP_MARKETING, DutyKind.SUPPRESS, DutyKind.KEEP_PROOF],
        ),
    ],
)
def test_what_stays_owed_of_a_closed_request(
    events: list[AnyRequestEvent], left: list[DutyKind]
) -> None:
    """
    Who no longer asks is owed nothing; who never showed who they are is left alone all the same.
    """
    rights = (Right.ACCESS, Right.ERASURE, Right.OBJECT_MARKETING)
    request = replay([receipt(*rights), *events], situation=HERE).request
    assert kinds(owed(policy=WEIGHED, request=request)) == left
    assert DutyKind.GIVE_ACCESS in kinds(owed(*rights, policy=WEIGHED))


def test_what_is_next_leaves_out_what_was_done() -> None:
    """
    What was done, by an event or as the host says, is not next.
    """
    request = asked(Right.OBJECT_MARKETING, Right.ACCESS, situation=HERE)
    every = owed(policy=WEIGHED, request=request)
    left = next_duties(
        request, WEIGHED, person(), NL, on=DAY, done={every[0].key: DAY, "keep_proof": DAY}
    )
    assert kinds(left) == kinds(every)[1:-1]


def test_each_duty_has_a_key_of_its_own() -> None:
    """
    No two duties of a request share a key, so that each can be ticked off.
    """
    sent = (SENT, attrs.evolve(SENT, to="client-8"))
    facts: Facts = person(disclosures=sent, consents=(agreed(),))
    found = owed(*Right, policy=TOGETHER, facts=facts)
    assert len({each.key for each in found}) == len(found)
    assert unfilled(each.step for each in found) == set()


def test_a_duty_is_said_with_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A duty says by when it is due; what takes effect at once says no day.
    """
    said = explained_by(monkeypatch)
    for each in owed(Right.OBJECT_MARKETING, Right.ACCESS, policy=WEIGHED)[:2]:
        each.explain("en")
    assert said == ["rights.duty.stop_marketing", "rights.duty.by"]


def test_a_duty_says_what_frees_from_it_and_that_it_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    What must happen before, what frees from a duty, and the day it was done are said with it.
    """
    said = explained_by(monkeypatch)
    found = owed(Right.ERASURE, policy=WEIGHED, facts=person(disclosures=(SENT,)))
    telling = the(DutyKind.TELL_RECIPIENT, found)
    attrs.evolve(telling, first=(First.IDENTITY,), done_on=DAY).explain("en")
    assert said[1:] == [
        "rights.first.identity",
        "rights.duty.unless.impossible",
        "rights.duty.unless.disproportionate",
        "rights.duty.done",
    ]


@given(
    rights=st.sets(st.sampled_from(Right), min_size=1),
    consents=st.lists(st.just(agreed()), max_size=1),
    bases=st.sets(st.sampled_from([CONSENT, CONTRACT, INTERESTS])),
)
def test_whatever_is_asked_is_owed_something(
    rights: set[Right], consents: list[ConsentFacts], bases: set[Any]
) -> None:
    """
    Every request leaves its proof, marketing comes first of all, and what is dated is so by law.
    """
    facts = person(consents=tuple(consents))
    found = owed(*sorted(rights), policy=firm(*sorted(bases)), facts=facts)
    order = [tuple(DutyKind).index(each.kind) for each in found]
    assert order == sorted(order)
    assert found[-1].kind is DutyKind.KEEP_PROOF
    assert (DutyKind.STOP_MARKETING in kinds(found)) is (Right.OBJECT_MARKETING in rights)
    assert {each.due_on for each in found} <= {None, RECEIVED, ANSWER_BY}
