"""
What Allegro's declaration comes to, shown for the rows of its notice.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import attrs
import pytest

from recruitprivacy import law, notices, rights
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    ComplaintRoute,
    PartialDate,
    Policy,
    RetentionRule,
    RightOffered,
    Third,
    Version,
    faults,
)
from recruitprivacy.retention import Disposal, assess
from recruitprivacy.rights import AnyRequestEvent, RightsRequest
from recruitprivacy.timeline import (
    AnyEvent,
    Happened,
    IdentityAsked,
    IdentityProved,
    Keyring,
    RecordKind,
    RecordOpened,
    RequestReceived,
    fold,
    is_suppressed,
    suppression_token,
)
from recruitprivacy.vocabulary import BUILT_IN, LawfulBasis, Right
from recruitprivacy.wire import load_policy

ALLEGRO: Final = Path(__file__).parent.parent / "examples" / "policies" / "allegro"
LANGUAGES: Final = ("en", "nl-x-je", "sv", "de", "de-x-du")
NL: Final = Situation(establishment="NL")
SIGNED_UP: Final = date(2026, 2, 16)
DECIDED: Final = date(2026, 2, 20)
NOW: Final = date(2026, 3, 2)
NOTED: Final = datetime(2026, 3, 1, 9, tzinfo=UTC)
APPLIED: Final = date(2018, 5, 25)
ASKED_AT: Final = datetime(2026, 4, 20, 9, tzinfo=UTC)
RING: Final = Keyring(keys=FrozenMap({"k1": bytes(32)}), current="k1")
TITLED: Final = ("uses",)
TOLD: Final = (*TITLED, "recipients", "consents", "marketing", "retention", "disposals")


@pytest.fixture(scope="module")
def policy() -> Policy:
    """
    Give Allegro's declaration.
    """
    return load_policy(ALLEGRO)


def opened(role: str = "prospective_candidate", *, record: str = "r1") -> RecordOpened:
    """
    Write down that a registration was opened, or went over to the candidate file.
    """
    return RecordOpened(
        id=f"opened {record} {role}",
        person="p1",
        record=record,
        record_kind=RecordKind.APPLICATION,
        role=role,
        controller="allegro",
        categories=("name", "cv", "photo"),
        happened=SIGNED_UP if role == "prospective_candidate" else DECIDED,
        recorded_at=NOTED,
    )


def happened(
    what: str,
    on: date = SIGNED_UP,
    *,
    role: str = "prospective_candidate",
    outcome: str | None = None,
) -> Happened:
    """
    Write down that something happened with the registration.
    """
    return Happened(
        id=f"{what} {on}",
        person="p1",
        what=what,
        role=role,
        record="r1",
        outcome=outcome,
        happened=on,
        recorded_at=NOTED,
    )


def asked(wording: str) -> RequestReceived:
    """
    Write down that the person asked for something by e-mail.
    """
    return RequestReceived(
        id=wording,
        person="p1",
        request="q1",
        rights=rights.opens(wording),
        wording=wording,
        channel="email",
        happened=DECIDED,
        recorded_at=NOTED,
    )


REFUSED: Final = happened("registration.refused", DECIDED, outcome="registration_refused")
ACCEPTED: Final = happened("registration.accepted", DECIDED, outcome="registration_accepted")


def decided(policy: Policy, *events: AnyEvent, on: date = NOW) -> tuple[Disposal, ...]:
    """
    Decide what becomes of the data.
    """
    return assess(policy, fold(events, policy, on=on), law.load("NL"), on=on, situation=NL)


def statuses(policy: Policy, *events: AnyEvent, on: date = NOW) -> set[str]:
    """
    List where the data stand.
    """
    return {each.status.value for each in decided(policy, *events, on=on)}


def found(policy: Policy) -> set[tuple[str, str]]:
    """
    List what the check of a declaration finds, by code and path.
    """
    checked = notices.check(policy, law.load("NL"), on=NOW)
    return {(finding.code, finding.path) for finding in checked}


def test_the_declaration_has_no_fault(policy: Policy) -> None:
    """
    Every word of the declaration is known, and every name in it is declared.
    """
    assert list(faults(policy, BUILT_IN)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_told_has_a_text(policy: Policy, language: str) -> None:
    """
    Each use has a title, and each part a reader is told of says what it is, in each language.
    """
    says = {f"{part}.{name}.says" for part in TOLD for name in getattr(policy, part)}
    titles = {f"uses.{name}.title" for name in policy.uses}
    assert set(policy.texts[language]) == {"title", "intro"} | says | titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_long(language: str) -> None:
    """
    A text is one to three sentences of plain length.
    """
    written = tomllib.loads((ALLEGRO / "texts" / f"{language}.toml").read_text(encoding="utf-8"))
    assert [text for text in _leaves(written) if not 10 <= len(text) <= 280] == []


def _leaves(table: object) -> list[str]:
    if isinstance(table, dict):
        return [text for part in table.values() for text in _leaves(part)]
    return [str(table)]


def test_the_texts_say_je(policy: Policy) -> None:
    """
    Nothing in the Dutch texts, and nothing in a whole notice, says u.
    """
    composed = [
        notices.to_text(
            notices.compose(policy, role, language="nl-x-je", law=law.load("NL"), on=NOW)
        )
        for role in ("candidate", "prospective_candidate", "client", "website_user")
    ]
    words = " ".join([*policy.texts["nl-x-je"].values(), *composed]).casefold().split()
    assert {"u", "uw", "uzelf"} & {word.strip(".,:;?!()‘’") for word in words} == set()


@pytest.mark.row("ALLEGRO-006")
def test_a_notice_without_any_basis_is_found(policy: Policy) -> None:
    """
    No use has a basis; the one that is given one is not found any more.
    """
    unstated = {("use.basis_unstated", f"uses.{name}.basis") for name in policy.uses}
    assert unstated <= found(policy)
    named = attrs.evolve(policy.uses["services"], basis=(LawfulBasis.CONTRACT,))
    better = attrs.evolve(policy, uses=FrozenMap({**policy.uses, "services": named}))
    assert ("use.basis_unstated", "uses.services.basis") not in found(better)


@pytest.mark.row("ALLEGRO-007")
def test_what_is_held_of_a_visitor_is_found(policy: Policy) -> None:
    """
    A record of a mere visitor contradicts the notice; one of a candidate does not.
    """
    visit = attrs.evolve(opened("website_user"), categories=("ip_address",))
    entered = opened("candidate")
    assert {finding.code for each in decided(policy, visit) for finding in each.findings} >= {
        "retention.category_not_declared"
    }
    assert "retention.category_not_declared" not in {
        finding.code for each in decided(policy, entered) for finding in each.findings
    }


@pytest.mark.row("ALLEGRO-008")
def test_signing_up_begins_a_registration(policy: Policy) -> None:
    """
    A visit of the website begins nothing; signing up does, and from then on there is a record.
    """
    looked = fold([happened("website.visited", role="website_user")], policy, on=NOW)
    signed_up = fold([opened(), happened("profile.registered")], policy, on=NOW)
    assert dict(looked.records) == {}
    assert signed_up.records["r1"].role == "prospective_candidate"
    assert policy.data["candidate"].but["online_activity"].when == ("registered",)


@pytest.mark.row("ALLEGRO-010")
@pytest.mark.parametrize(
    ("events", "outcome"),
    [((), None), ((REFUSED,), "registration_refused"), ((ACCEPTED,), "registration_accepted")],
)
def test_a_registration_is_open_then_accepted_or_refused(
    policy: Policy, events: tuple[AnyEvent, ...], outcome: str | None
) -> None:
    """
    Until it is checked nobody knows how a registration ends.
    """
    facts = fold([opened(), happened("profile.registered"), *events], policy, on=NOW)
    assert facts.records["r1"].outcome == outcome


@pytest.mark.row("ALLEGRO-013")
def test_whoever_is_accepted_becomes_a_candidate(policy: Policy) -> None:
    """
    The record goes over to the candidate file on the day it is accepted, and not before.
    """
    events: list[AnyEvent] = [opened(), ACCEPTED, opened("candidate")]
    before = fold(events, policy, on=DECIDED.replace(day=DECIDED.day - 1))
    after = fold(events, policy, on=DECIDED)
    assert (before.records["r1"].role, after.records["r1"].role) == (
        "prospective_candidate",
        "candidate",
    )
    assert policy.role_of("prospective_candidate") == "candidate"


@pytest.mark.row("ALLEGRO-012")
def test_a_refused_registration_goes_at_once(policy: Policy) -> None:
    """
    What was entered may exist on the day of the refusal, and is overdue on the next.
    """
    assert statuses(policy, opened(), REFUSED, on=DECIDED) == {"kept"}
    after = DECIDED.replace(day=DECIDED.day + 1)
    assert statuses(policy, opened(), REFUSED, on=after) == {"overdue"}
    assert {each.action for each in decided(policy, opened(), REFUSED)} == {"destroy"}
    assert statuses(policy, opened()) == {"kept"}
    assert statuses(policy, opened(), ACCEPTED) == {"kept"}


@pytest.mark.row("ALLEGRO-021")
def test_who_is_forgotten_is_erased_at_once(policy: Policy) -> None:
    """
    Asking to be forgotten ends the keeping on that day; asking for a copy does not.
    """
    forgotten = decided(policy, opened("candidate"), asked("forget_me"))
    assert {(each.status.value, each.action) for each in forgotten} == {("overdue", "forget")}
    assert statuses(policy, opened("candidate"), asked("copy")) == {"frozen"}


@pytest.mark.row("ALLEGRO-042")
def test_unsubscribing_is_not_being_forgotten(policy: Policy) -> None:
    """
    Who unsubscribes is kept, however long ago it was.
    """
    unsubscribed = happened("unsubscribed", DECIDED, role="candidate")
    years_later = date(2036, 3, 3)
    assert statuses(policy, opened("candidate"), unsubscribed, on=years_later) == {"kept"}
    forgotten = (opened("candidate"), unsubscribed, asked("forget_me"))
    assert statuses(policy, *forgotten, on=years_later) == {"overdue"}


@pytest.mark.row("ALLEGRO-020")
def test_of_who_is_forgotten_a_token_is_left(policy: Policy) -> None:
    """
    The note that stays says who asked to nobody who does not know it already.
    """
    assert policy.further_requests["forget_me"].kept
    token = suppression_token("Noor.Bos@example.org", RING)
    assert "noor" not in repr(token).casefold() + token.digest
    assert not policy.further_requests["unsubscribe_from_mediation"].kept


@pytest.mark.row("ALLEGRO-022")
def test_who_was_forgotten_is_recognised_before_anybody_writes(policy: Policy) -> None:
    """
    An address that comes in again is known as one not to be approached; another is not.
    """
    assert policy.further_requests["forget_me"].stops == ("contact_subject",)
    tokens = [suppression_token("noor.bos@example.org", RING)]
    assert is_suppressed(" Noor.Bos@Example.org", tokens, RING)
    assert not is_suppressed("noor@example.org", tokens, RING)


@pytest.mark.row("ALLEGRO-051")
def test_the_rights_left_out_are_found(policy: Policy) -> None:
    """
    Four rights a notice must name are found missing, and the three it names are not.
    """
    missing = {path for code, path in found(policy) if code == "right.unstated"}
    assert missing >= {"rights.restriction", "rights.object", "rights.portability"}
    for role in ("candidate", "client"):
        of_role = notices.check(policy, law.load("NL"), on=NOW, role=role)
        assert {"rights.access", "rights.rectification", "rights.erasure"}.isdisjoint(
            finding.path for finding in of_role
        )
    whole = {right: RightOffered() for right in Right}
    assert not any(
        code == "right.unstated" for code, _ in found(attrs.evolve(policy, rights=FrozenMap(whole)))
    )


@pytest.mark.row("ALLEGRO-052")
@pytest.mark.parametrize(
    ("wording", "opened_rights"),
    [
        ("copy", {Right.ACCESS}),
        ("forget_me", {Right.ERASURE}),
        ("unsubscribe_from_mediation", {Right.OBJECT_MARKETING}),
    ],
)
def test_what_a_mail_asks_opens_its_right(
    policy: Policy, wording: str, opened_rights: set[Right]
) -> None:
    """
    Mail is the one way to ask, and what it asks for opens the right that is meant.
    """
    assert policy.requests.channels == ("email",)
    assert opened_rights <= set(rights.opens(wording))


def request(*events: AnyRequestEvent) -> RightsRequest:
    """
    Open a request for access and take what happened to it.
    """
    opened_request = rights.open_request(
        Right.ACCESS,
        request="q1",
        person="p1",
        received_at=ASKED_AT,
        channel="email",
        situation=NL,
    )
    for event in events:
        opened_request = opened_request.apply(event)
    return opened_request


@pytest.mark.row("ALLEGRO-053")
def test_ten_working_days_are_promised_and_a_month_is_the_law(policy: Policy) -> None:
    """
    Ten working days skip King's Day and Liberation Day, and the law's month stands beside them.

    With weekends alone it would be 4 May 2026.
    """
    due = rights.due(request(), law.load("NL"), on=date(2026, 4, 20), policy=policy)
    assert policy.requests.answer.within == Period(working_days=10)
    assert policy.requests.answer.normally
    assert due.promised_on == date(2026, 5, 6)
    assert due.last_day == date(2026, 5, 20)
    assert due.findings == ()


@pytest.mark.row("ALLEGRO-054")
def test_the_ten_working_days_run_from_receipt(policy: Policy) -> None:
    """
    Asking who somebody is, and hearing it a week later, moves the promised day by nothing.
    """
    first = rights.due(request(), law.load("NL"), on=date(2026, 4, 28), policy=policy)
    doubted = request(
        IdentityAsked(
            id="asked",
            happened=datetime(2026, 4, 21, 9, tzinfo=UTC),
            recorded_at=datetime(2026, 4, 21, 9, tzinfo=UTC),
            person="p1",
            request="q1",
            doubt="unknown_address",
        ),
        IdentityProved(
            id="proved",
            happened=datetime(2026, 4, 28, 9, tzinfo=UTC),
            recorded_at=datetime(2026, 4, 28, 9, tzinfo=UTC),
            person="p1",
            request="q1",
        ),
    )
    later = rights.due(doubted, law.load("NL"), on=date(2026, 4, 28), policy=policy)
    assert later.promised_on == first.promised_on


@pytest.mark.row("ALLEGRO-058")
def test_a_complaint_that_goes_to_the_firm_only_is_found(policy: Policy) -> None:
    """
    The notice takes complaints itself and names no authority; naming the right is enough for it.
    """
    assert policy.complaints == {"firm": ComplaintRoute(to="controller", via=("email", "phone"))}
    assert {("right.unstated", "rights.complaint"), ("authority.unstated", "authorities")} <= found(
        policy
    )
    named = attrs.evolve(
        policy, rights=FrozenMap({**policy.rights, Right.COMPLAINT: RightOffered()})
    )
    assert ("right.unstated", "rights.complaint") not in found(named)


@pytest.mark.row("ALLEGRO-063")
def test_the_newest_version_is_found(policy: Policy) -> None:
    """
    Of two versions the last that counted on a day is found; before the first there is none.
    """
    newer = attrs.evolve(
        policy,
        version=Version(published_on=PartialDate(2026, 1, 1)),
        earlier=(policy,),
    )
    assert newer.published_by(date(2026, 3, 2)) == newer
    assert newer.published_by(date(2025, 12, 31)) == policy
    assert newer.published_by(date(2018, 5, 9)) is None


@pytest.mark.row("ALLEGRO-064")
def test_the_beginning_of_a_month_is_a_date(policy: Policy) -> None:
    """
    The beginning of May 2018 is before the GDPR applied; May 2018 alone would not say so.
    """
    published = policy.version.published_on
    assert (
        published == PartialDate.parse("early 2018-05") == PartialDate(2018, 5, third=Third.EARLY)
    )
    assert published.latest < APPLIED
    assert PartialDate.parse("2018-05").latest >= APPLIED


@pytest.mark.row("ALLEGRO-005")
def test_a_repealed_act_is_found(policy: Policy) -> None:
    """
    The act the notice names for security has been repealed; in its last month it still counted.
    """
    gap = ("law.repealed", "laws.Wbp")
    before = notices.check(policy, law.load("NL"), on=date(2018, 5, 10))
    assert gap in found(policy)
    assert gap not in {(each.code, each.path) for each in before}


@pytest.mark.row("ALLEGRO-019", "ALLEGRO-039")
def test_keeping_that_only_the_person_ends_is_found(policy: Policy) -> None:
    """
    Nothing ends the file of a candidate but their own wish; a length beside it would.
    """
    length = RetentionRule(at_most=Period(years=2), after="registered", roles=("candidate",))
    ended = attrs.evolve(policy, retention=FrozenMap({**policy.retention, "length": length}))
    gap = ("retention.until_asked", "roles.candidate")
    assert gap in found(policy)
    assert gap not in found(ended)
