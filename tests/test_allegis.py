"""
What Allegis's declaration comes to, shown for the rows of its two texts.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

import attrs
import pytest

from recruitprivacy import law, notices, rights
from recruitprivacy.errors import MoveNotAllowedError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    AnswerPromise,
    Capacity,
    Permission,
    Policy,
    Routing,
    differences,
    faults,
)
from recruitprivacy.retention import Disposal, Status, assess
from recruitprivacy.rights import RequestStatus, RightsRequest
from recruitprivacy.timeline import (
    AnyEvent,
    Assisted,
    ClarificationAsked,
    Clarified,
    ConditionKnown,
    ConsentGiven,
    ConsentWithdrawn,
    Forwarded,
    Happened,
    Instructed,
    Instruction,
    PurposeEnded,
    RecordKind,
    RecordOpened,
    RequestEvent,
    RequestReceived,
    fold,
)
from recruitprivacy.vocabulary import BUILT_IN, LawfulBasis, Right
from recruitprivacy.wire import load_policy

T = TypeVar("T")
E = TypeVar("E", bound=RequestEvent)

ALLEGIS: Final = Path(__file__).parent.parent / "examples" / "policies" / "allegis"
LANGUAGES: Final = ("en", "nl", "sv", "de")
NEED: Final = "ongoing_business_need"
ASKED: Final = datetime(2026, 3, 3, 9, tzinfo=UTC)
DUE: Final = date(2026, 4, 7)  # 3 April is Good Friday, and 6 April Easter Monday
DUTCH: Final = Situation(establishment="NL")
COLLECTED: Final = date(2024, 3, 1)
ENDED: Final = date(2025, 6, 2)
NOW: Final = date(2026, 3, 3)

# What each section may say in the firm's own words, beside what the library says of it.
TOLD: Final = (
    "uses",
    "obligations",
    "recipients",
    "consents",
    "marketing",
    "retention",
    "disposals",
)


@pytest.fixture(scope="module")
def policy() -> Policy:
    """
    Give Allegis's declaration.
    """
    return load_policy(ALLEGIS)


@pytest.fixture(scope="module")
def differing(policy: Policy) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """
    Give what the Swedish text says otherwise, by path.
    """
    return {each.path: (each.declared, each.said) for each in differences(policy, "sv")}


def at(day: date) -> datetime:
    """
    Give the morning of a day.
    """
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def opened(
    role: str = "candidate", controller: str = "allegis_group_limited"
) -> tuple[AnyEvent, ...]:
    """
    Write down that a record was opened, and its data collected.
    """
    record = RecordOpened(
        id="opened",
        person="p1",
        record="r1",
        record_kind=RecordKind.PERSON,
        role=role,
        controller=controller,
        happened=COLLECTED,
        recorded_at=at(COLLECTED),
    )
    collected = Happened(
        id="collected",
        person="p1",
        what="data.collected",
        role=role,
        record="r1",
        happened=COLLECTED,
        recorded_at=at(COLLECTED),
    )
    return record, collected


def known(condition: str, *, holds: bool) -> ConditionKnown:
    """
    Write down whether a condition holds.
    """
    return ConditionKnown(
        id=condition,
        person="p1",
        condition=condition,
        holds=holds,
        record="r1",
        happened=ENDED,
        recorded_at=at(ENDED),
    )


def outcome(what: str, how: str) -> Happened:
    """
    Write down how an application ended.
    """
    return Happened(
        id=what,
        person="p1",
        what=what,
        role="candidate",
        record="r1",
        outcome=how,
        happened=ENDED,
        recorded_at=at(ENDED),
    )


def over(policy: Policy, role: str = "candidate") -> tuple[AnyEvent, ...]:
    """
    Write down that nothing is needed any more.
    """
    return tuple(
        PurposeEnded(
            id=f"{use} over",
            person="p1",
            use=use,
            record="r1",
            happened=ENDED,
            recorded_at=at(ENDED),
        )
        for use in policy.uses_of(role)
    )


def decided(policy: Policy, *events: AnyEvent) -> Disposal:
    """
    Decide on the record's first category.
    """
    return assess(policy, fold(events, policy, on=NOW), law.load("NL"), on=NOW)[0]


def found(policy: Policy, role: str | None = None) -> set[tuple[str, str]]:
    """
    List what the check of a declaration finds, by code and path.
    """
    checked = notices.check(policy, law.load("NL"), on=NOW, role=role)
    return {(finding.code, finding.path) for finding in checked}


def put(entries: FrozenMap[str, T], name: str, entry: T) -> FrozenMap[str, T]:
    """
    Put an entry in the place of another.
    """
    return FrozenMap({**entries, name: entry})


def asked(*wanted: Right, channel: str = "webform") -> RightsRequest:
    """
    Open a request of a Dutch establishment.
    """
    return rights.open_request(
        *wanted, request="q1", person="p1", received_at=ASKED, channel=channel, situation=DUTCH
    )


def step(kind: type[E], days: int, **more: Any) -> E:  # noqa: ANN401
    """
    Write down what happened to the request, some days after it came.
    """
    return kind(
        id=f"{kind.kind} {days}",
        person="p1",
        request="q1",
        happened=ASKED + timedelta(days=days),
        recorded_at=ASKED + timedelta(days=days),
        **more,
    )


def test_the_declaration_has_no_fault(policy: Policy) -> None:
    """
    Every word of both texts is known, and every name in them is declared.
    """
    assert list(faults(policy, BUILT_IN)) == []
    assert list(faults(policy.said_in("sv"), BUILT_IN)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_have_the_same_keys(policy: Policy, language: str) -> None:
    """
    What is said in one language is said in each.
    """
    assert set(policy.texts["en"]) == set(policy.texts[language])


def test_every_part_told_has_a_text(policy: Policy) -> None:
    """
    Each use has a title, and each part a reader is told of says what it is.
    """
    says = {f"{part}.{name}.says" for part in TOLD for name in getattr(policy, part)}
    titles = {f"uses.{name}.title" for name in policy.uses}
    stated = {"statements.third_party_data.says", "statements.further_interests.says"}
    others = {"title", "intro", "cookies.says", *stated}
    assert others | says | titles == set(policy.texts["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_long(language: str) -> None:
    """
    A text is one to three sentences of plain length.
    """
    written = tomllib.loads((ALLEGIS / "texts" / f"{language}.toml").read_text(encoding="utf-8"))
    texts = [text for text in _leaves(written) if not 10 <= len(text) <= 260]
    assert texts == []


def _leaves(table: object) -> list[str]:
    if isinstance(table, dict):
        return [text for part in table.values() for text in _leaves(part)]
    return [str(table)]


@pytest.mark.row("ALLEGIS-SV-010", "ALLEGIS-SV-024")
@pytest.mark.parametrize(
    ("path", "dutch", "swedish"),
    [
        ("consents.sensitive.kind", "explicit_consent", "consent"),
        ("marketing.updates.permission", "preference", "consent"),
    ],
)
def test_the_swedish_text_asks_for_another_permission(
    policy: Policy,
    differing: dict[str, tuple[tuple[str, ...], tuple[str, ...]]],
    path: str,
    dutch: str,
    swedish: str,
) -> None:
    """
    Weaker consent to sensitive data, and consent to mail: both are seen; the same is not.
    """
    assert differing[path] == ((dutch,), (swedish,))
    assert "consents.some_cases.kind" not in differing
    assert policy.said_in("sv").consents["some_cases"].kind == (Permission.CONSENT,)


@pytest.mark.row("ALLEGIS-SV-021")
def test_the_swedish_text_says_it_more_firmly(
    policy: Policy, differing: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    """
    Those not hired are kept in Swedish where they may be in Dutch; the condition is the same.
    """
    assert differing["retention.talent_pool.modality"] == (("may",), ("does",))
    assert "retention.talent_pool.while" not in differing
    assert policy.retention["talent_pool"].while_ == "expressed_interest"


@pytest.mark.row("ALLEGIS-SV-008", "ALLEGIS-SV-013")
@pytest.mark.parametrize(
    ("category", "dutch", "swedish"),
    [
        ("race_ethnic_origin", ("ras of etnische afstamming",), ("etniskt ursprung",)),
        ("national_id_number", ("BSN",), ("personnummer", "nationellt ID")),
    ],
)
def test_the_swedish_text_names_other_things(
    differing: dict[str, tuple[tuple[str, ...], tuple[str, ...]]],
    category: str,
    dutch: tuple[str, ...],
    swedish: tuple[str, ...],
) -> None:
    """
    Race is not named in Swedish, and a number has the name of the place; both hold the category.
    """
    assert differing[f"data.candidate.but.{category}.called"] == (dutch, swedish)
    assert "data.candidate.but" not in differing


@pytest.mark.row("ALLEGIS-SV-014")
def test_the_swedish_text_leaves_something_out(
    differing: dict[str, tuple[tuple[str, ...], tuple[str, ...]]],
) -> None:
    """
    Those who train and assess get nothing by the Swedish text; the other recipients stay.
    """
    assert differing["recipients.vendors.to"] == (("training_assessment_providers",), ())
    assert "recipients.placement.to" not in differing


@pytest.mark.row("ALLEGIS-002")
def test_the_notice_counts_from_its_date(policy: Policy) -> None:
    """
    On 24 August 2018 it is the notice in force, in both languages; the day before it is not.
    """
    assert policy.published_by(date(2018, 8, 24)) is policy
    assert policy.published_by(date(2018, 8, 23)) is None
    assert policy.said_in("sv").version == policy.version


@pytest.mark.row("ALLEGIS-032")
@pytest.mark.parametrize("role", ["candidate", "client", "website_user"])
def test_open_lists_of_data_are_found(policy: Policy, role: str) -> None:
    """
    Each list of data calls itself incomplete; a complete one is not found.
    """
    open_ended = ("data.open_ended", f"data.{role}.exhaustive")
    closed = attrs.evolve(policy.data[role], exhaustive=True)
    assert open_ended in found(policy)
    assert open_ended not in found(attrs.evolve(policy, data=put(policy.data, role, closed)))


@pytest.mark.row("ALLEGIS-192")
def test_a_consumer_is_the_customers_to_decide_on(policy: Policy) -> None:
    """
    What is kept of a consumer is the retailer's; what is kept of a visitor is the group's own.
    """
    theirs = decided(policy, *opened("end_consumer", "marketsource"))
    ours = decided(policy, *opened("website_user"))
    assert (theirs.status, theirs.is_due) == (Status.OUT_OF_SCOPE, False)
    assert ours.status is not Status.OUT_OF_SCOPE


@pytest.mark.row("ALLEGIS-185")
def test_who_answers_depends_on_the_service(policy: Policy) -> None:
    """
    Advising on talent may be done for a client; searching executives is done for the group alone.
    """
    for_clients = policy.responsible_for("candidate", service="talent_advisory")
    own = policy.responsible_for("candidate", service="executive_search")
    assert [(name, one.capacity) for name, one in for_clients.items()] == [
        ("group", Capacity.SOLE),
        ("for_clients", Capacity.PROCESSOR),
    ]
    assert list(own) == ["group"]
    assert policy.responsible["for_clients"].when == ("received_from_client",)


@pytest.mark.row("ALLEGIS-187", "ALLEGIS-193", "ALLEGIS-194")
def test_a_request_is_passed_on_to_whom_it_is_for(policy: Policy) -> None:
    """
    A consumer's request goes to the retailer, and is done with when told what to do was done.
    """
    assert policy.responsible["for_clients"].requests is Routing.FORWARDED
    assert policy.responsible["retail"].requests is Routing.REFERRED
    assert (policy.responsible["retail"].assists, policy.responsible["group"].assists) == (
        True,
        False,
    )
    received = rights.receive(step(RequestReceived, 0, rights=(Right.ERASURE,)), situation=DUTCH)
    with pytest.raises(MoveNotAllowedError):
        received.apply(step(Assisted, 1))
    forwarded = received.apply(step(Forwarded, 1, to="retailer-1"))
    assert (forwarded.status, forwarded.status.is_closed) == (RequestStatus.FORWARDED, False)
    told = forwarded.apply(step(Instructed, 2, instruction=next(iter(Instruction))))
    assert told.apply(step(Assisted, 3)).history[-1].kind == "request.assisted"


@pytest.mark.row("ALLEGIS-129")
@pytest.mark.parametrize("channel", ["webform", "email", "post"])
def test_no_channel_is_refused(policy: Policy, channel: str) -> None:
    """
    The form is preferred and never needed: whatever way a request comes, it is open, and due.
    """
    assert policy.requests.preferred == "webform"
    request = asked(Right.ACCESS, channel=channel)
    assert request.status is RequestStatus.RECEIVED
    assert rights.due(request, law.load("NL"), on=NOW, policy=policy).last_day == DUE


@pytest.mark.row("ALLEGIS-116")
def test_a_word_to_a_recruiter_has_its_own_clock(policy: Policy) -> None:
    """
    A worry told to a recruiter is an objection, due like any other; a month later is too late.
    """
    assert policy.statements["talent_pool_worries"].via == ("recruiter",)
    said = asked(Right.OBJECT, Right.ERASURE, channel="recruiter")
    assert rights.due(said, law.load("NL"), on=DUE, policy=policy).is_past is False
    late = rights.due(said, law.load("NL"), on=DUE + timedelta(days=1), policy=policy)
    assert (late.last_day, late.is_past) == (DUE, True)


@pytest.mark.row("ALLEGIS-157")
def test_asking_back_does_not_start_the_month_again(policy: Policy) -> None:
    """
    Who writes an e-mail may be asked for more; the day to work to stays.
    """
    request = asked(Right.ERASURE, channel="email")
    answered = request.apply(step(ClarificationAsked, 5)).apply(step(Clarified, 9))
    assert rights.due(answered, law.load("NL"), on=DUE, policy=policy).last_day == DUE


@pytest.mark.row("ALLEGIS-127")
def test_asking_whether_is_asking_for_access(policy: Policy) -> None:
    """
    To ask whether data are held is to ask for access; to be left alone is not.
    """
    assert policy.rights[Right.ACCESS].person_in == ("EEA", "CH")
    assert Right.ACCESS in rights.opens("confirmation")
    assert Right.ACCESS not in rights.opens("unsubscribe")


@pytest.mark.row("ALLEGIS-130", "ALLEGIS-158")
@pytest.mark.parametrize("right", [Right.ERASURE, Right.ACCESS])
def test_a_reasonable_time_is_no_longer_than_the_laws(policy: Policy, right: Right) -> None:
    """
    Neither a reasonable time nor the law's own is a promise of days; a length named would be.
    """
    assert policy.rights[Right.ERASURE].answer == AnswerPromise(reasonable=True)
    assert policy.requests.answer == AnswerPromise(as_lawful=True)
    vague = rights.due(asked(right), law.load("NL"), on=NOW, policy=policy)
    assert (vague.last_day, vague.promised_on) == (DUE, None)
    length = AnswerPromise(within=Period.parse("P45D"))
    promised = attrs.evolve(policy, requests=attrs.evolve(policy.requests, answer=length))
    plain = rights.due(asked(right), law.load("NL"), on=NOW, policy=promised)
    assert [finding.code for finding in plain.findings] == ["request.promise_late"]


@pytest.mark.row("ALLEGIS-141")
def test_a_complaint_is_answered_in_45_days(policy: Policy) -> None:
    """
    A complaint under the Shield has 45 days from receipt; a request has the law's month.
    """
    within = policy.complaints["firm"].within
    assert isinstance(within, Period)
    dutch = law.load("NL")
    complaint = law.count(ASKED, within, calendar=dutch.calendar("NL"), zone=dutch.zone("NL"))
    assert complaint.last_day == date(2026, 4, 17)
    assert rights.due(asked(Right.ACCESS), dutch, on=NOW, policy=policy).last_day == DUE


@pytest.mark.row("ALLEGIS-159")
@pytest.mark.parametrize(("place", "short"), [("NL", "AP"), ("SE", "IMY")])
def test_the_local_authority_is_found(policy: Policy, place: str, short: str) -> None:
    """
    The notice names no data protection authority; the directory knows that of each place.
    """
    assert place not in policy.authorities
    directory = law.load(place).authority(place, on=NOW)
    assert directory is not None
    assert directory.abbreviation == short


@pytest.mark.row("ALLEGIS-153", "ALLEGIS-154")
def test_a_withdrawal_ends_consent_from_then_on(policy: Policy) -> None:
    """
    Before the withdrawal consent stood, and stays so; from that day on it does not.
    """
    given = ConsentGiven(
        id="yes",
        person="p1",
        purposes=("direct_marketing",),
        how="marketing_choices",
        happened=COLLECTED,
        recorded_at=at(COLLECTED),
    )
    taken_back = ConsentWithdrawn(
        id="no",
        person="p1",
        purposes=("direct_marketing",),
        happened=ENDED,
        recorded_at=at(ENDED),
    )
    assert policy.rights[Right.WITHDRAW_CONSENT].earlier_stands
    the_day_before = ENDED - timedelta(days=1)
    (then,) = fold([given, taken_back], policy, on=the_day_before).consents
    (now,) = fold([given, taken_back], policy, on=NOW).consents
    assert (then.stands(the_day_before), now.stands(ENDED)) == (True, False)


@pytest.mark.row("ALLEGIS-167")
def test_data_stay_while_the_need_lasts(policy: Policy) -> None:
    """
    While the need goes on there is no end; once it is over and so are the purposes, there is one.
    """
    goes_on = decided(policy, *opened("website_user"), known(NEED, holds=True))
    is_over = decided(
        policy,
        *opened("website_user"),
        known(NEED, holds=False),
        *over(policy, "website_user"),
    )
    assert (goes_on.status, str(goes_on.must_be_gone_by)) == (Status.KEPT, "open")
    assert (str(is_over.must_be_gone_by), is_over.action) == (str(ENDED), "end_of_need")


@pytest.mark.row("ALLEGIS-115")
def test_who_was_rejected_stays_while_interested(policy: Policy) -> None:
    """
    The pool is for those rejected who want to hear more; it is not about those who were hired.
    """
    pool = "retention.talent_pool"
    interested = known("expressed_interest", holds=True)
    kept = decided(policy, *opened(), outcome("candidate.rejected", "rejected"), interested)
    hired = decided(policy, *opened(), outcome("hired", "hired"), interested)
    assert (kept.status, pool in {each.clause.rule for each in kept.endings}) == (
        Status.KEPT,
        True,
    )
    assert pool in {aside.rule for aside in hired.set_aside}


@pytest.mark.row("ALLEGIS-107")
def test_bases_nobody_tells_apart_are_found(policy: Policy) -> None:
    """
    Four bases stand for eighteen purposes at once; with one basis for all, nothing is mixed up.
    """
    one = attrs.evolve(policy.uses["services"], basis=(LawfulBasis.CONTRACT,))
    gap = ("basis.several", "uses.services.basis")
    assert gap in found(policy)
    assert gap not in found(attrs.evolve(policy, uses=put(policy.uses, "services", one)))


@pytest.mark.row("ALLEGIS-042", "ALLEGIS-112")
@pytest.mark.parametrize("name", ["asked", "contract_or_statute"])
def test_consequences_left_to_another_moment_are_found(policy: Policy, name: str) -> None:
    """
    What follows from not giving data is promised for later; once said, it is found no more.
    """
    duty = attrs.evolve(policy.obligations[name], consequences=("cannot_provide_services",))
    said = attrs.evolve(policy, obligations=put(policy.obligations, name, duty))
    gap = ("obligation.postponed", f"obligations.{name}.consequences")
    assert gap in found(policy)
    assert gap not in found(said)


@pytest.mark.row("ALLEGIS-091")
def test_an_opt_out_that_leads_nowhere_is_found(policy: Policy) -> None:
    """
    The page on which one opts out of the tracker cannot be found from the text.
    """
    link = attrs.evolve(policy.links["hotjar_opt_out"], url="https://tracker.example/opt-out")
    gap = ("link.lost", "links.hotjar_opt_out.url")
    assert gap in found(policy)
    assert gap not in found(attrs.evolve(policy, links=put(policy.links, "hotjar_opt_out", link)))


@pytest.mark.row("ALLEGIS-SV-033")
def test_four_words_for_consent_are_found(policy: Policy) -> None:
    """
    The Swedish text calls consent by four names, and the Dutch text by one.
    """
    told = found(policy)
    assert ("wording.several", "wording.lawful_basis.consent.sv") in told
    assert ("wording.several", "wording.lawful_basis.consent.nl") not in told


@pytest.mark.row("ALLEGIS-143", "ALLEGIS-183")
def test_the_reader_is_told_where_to_complain_and_since_when(policy: Policy) -> None:
    """
    The address for people in Europe says whom it is for, and the date says since when it counts.
    """
    notice = notices.compose(policy, "candidate", language="en", law=law.load("NL"), on=NOW)
    said = notices.to_text(notice)
    here = "the European Economic Area or Switzerland:"
    places = [part for part in said.split("If you are in ") if part.startswith(here)]
    assert any("Bracknell" in each and "datasubjectrequests@" in each for each in places)
    assert [each for each in places if "Hanover" in each.partition("\n\nIf ")[0]] == []
    assert "from 24 August 2018" in said


def test_what_the_swedish_text_says_otherwise_is_found(
    policy: Policy, differing: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    """
    Each difference of meaning is a finding, whichever role it concerns; a name is none.
    """
    told = {path for code, path in found(policy) if code.startswith("language.")}
    meant = {path for path in differing if path.rpartition(".")[2] not in {"called", "named"}}
    assert told == meant
    assert len(meant) == 30


def test_a_difference_concerns_whom_it_is_about(policy: Policy) -> None:
    """
    A client is not told what differs for job seekers, and both what differs for everybody.
    """
    client, candidate = (
        {path for code, path in found(policy, role) if code.startswith("language.")}
        for role in ("client", "candidate")
    )
    assert "ways.client.fetched" in client - candidate
    assert "retention.talent_pool.modality" in candidate - client
    assert "marketing.updates.permission" in client & candidate


@pytest.mark.row("ALLEGIS-181", "ALLEGIS-182")
def test_the_reader_is_told_how_changes_are_told(policy: Policy) -> None:
    """
    The notice says that its date changes with it, and how changes that matter may be told.
    """
    notice = notices.compose(policy, "candidate", language="en", law=law.load("NL"), on=NOW)
    said = notices.to_text(notice)
    assert "Its date changes with it." in said
    assert "We may also tell you about important changes in this way: e-mail or website." in said


@pytest.mark.row("ALLEGIS-026", "ALLEGIS-114")
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_by_itself_is_told(policy: Policy, language: str) -> None:
    """
    Whoever gives data of others, and of interests told later, hears it in the firm's own words.
    """
    notice = notices.compose(policy, "candidate", language=language, law=law.load("NL"), on=NOW)
    (section,) = (each for each in notice.sections if each.key == "more")
    told = [block.path for block in section.blocks if block.path.startswith("statements")]
    assert told == ["statements.third_party_data.says", "statements.further_interests.says"]
