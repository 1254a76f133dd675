"""
What Cluster's declaration comes to, shown for the rows of its notice.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final, TypeVar

import attrs
import pytest

from recruitprivacy import i18n, law, notices
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    PartialDate,
    Permission,
    Policy,
    Tracker,
    Version,
    faults,
)
from recruitprivacy.timeline import (
    AnyEvent,
    ConsentGiven,
    ConsentWithdrawn,
    Happened,
    Keyring,
    Known,
    RecordKind,
    RecordOpened,
    clock_moment,
    fold,
    is_suppressed,
    suppression_token,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind
from recruitprivacy.wire import load_policy

T = TypeVar("T")

CLUSTER: Final = Path(__file__).parent.parent / "examples" / "policies" / "cluster"
LANGUAGES: Final = ("en", "nl", "sv", "de")
CLOCK: Final = "meaningful_contact"
COLLECTED: Final = date(2024, 3, 1)
LATER: Final = date(2025, 6, 2)
LATER_STILL: Final = date(2025, 9, 1)
NOW: Final = date(2026, 3, 3)

# What each section may say in the firm's own words, beside what the library says of it.
TOLD: Final = (
    "uses",
    "obligations",
    "recipients",
    "consents",
    "marketing",
    "automation",
    "clocks",
    "retention",
    "disposals",
)


@pytest.fixture(scope="module")
def policy() -> Policy:
    """
    Give Cluster's declaration.
    """
    return load_policy(CLUSTER)


def happened(what: str, on: date, *, role: str | None = None, company: str = "") -> Happened:
    """
    Write down that something happened with the person, or with a company alone.
    """
    return Happened(
        id=f"{what} {on} {role} {company}",
        person="p1" if role else "",
        what=what,
        role=role,
        company=company or None,
        record="r1" if what == "supplier.relation_ended" else None,
        happened=on,
        recorded_at=datetime(2026, 3, 1, 9, tzinfo=UTC),
    )


def opened(role: str = "candidate", *, supplier: str | None = None) -> tuple[AnyEvent, ...]:
    """
    Write down that a record was opened, and its data collected.
    """
    record = RecordOpened(
        id="opened",
        person="p1",
        record="r1",
        record_kind=RecordKind.PERSON,
        role=role,
        supplier=supplier,
        happened=COLLECTED,
        recorded_at=datetime(2024, 3, 1, 9, tzinfo=UTC),
    )
    return record, happened("data.collected", COLLECTED, role=role)


def moved_to(policy: Policy, *events: AnyEvent) -> date | None:
    """
    Find the day from which the two years run.
    """
    facts = fold(events, policy, on=NOW)
    moment = clock_moment(facts, policy, CLOCK, record="r1").moment
    return moment.day if isinstance(moment, Known) else None


def test_the_declaration_has_no_fault(policy: Policy) -> None:
    """
    Every word of the declaration is known, and every name in it is declared.
    """
    assert list(faults(policy, BUILT_IN)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_texts_have_the_same_keys(policy: Policy, language: str) -> None:
    """
    What is said in one language is said in each.
    """
    assert set(policy.texts["en"]) == set(policy.texts[language])


def test_every_part_told_has_a_text(policy: Policy) -> None:
    """
    Each use and each clock has a title, and each part a reader is told of says what it is.
    """
    says = {f"{part}.{name}.says" for part in TOLD for name in getattr(policy, part)}
    titles = {
        f"{part}.{name}.title" for part in ("uses", "clocks") for name in getattr(policy, part)
    }
    stated = {"statements.more_data.says", "statements.flow_down.says"}
    others = {"title", "intro", "cookies.says", *stated}
    assert others | says | titles == set(policy.texts["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_long(language: str) -> None:
    """
    A text is one to three sentences of plain length.
    """
    written = tomllib.loads((CLUSTER / "texts" / f"{language}.toml").read_text(encoding="utf-8"))
    texts = [text for text in _leaves(written) if not 10 <= len(text) <= 260]
    assert texts == []


def _leaves(table: object) -> list[str]:
    if isinstance(table, dict):
        return [text for part in table.values() for text in _leaves(part)]
    return [str(table)]


@pytest.mark.row("CLUSTER-130")
def test_legal_claims_are_never_called_criminal_proceedings(policy: Policy) -> None:
    """
    Legal claims are a rechtsvordering and rättsliga anspråk; nobody is threatened with a crime.
    """
    label = BUILT_IN.term(Kind.PURPOSE, "legal_claims").label
    said = {
        language: f"{i18n.say(label, language)} {policy.text('uses.legal_claims.says', language)}"
        for language in ("nl", "sv")
    }
    assert "rechtsvordering" in said["nl"]
    assert "rättsliga anspråk" in said["sv"]
    for language in LANGUAGES:
        whole = " ".join(policy.texts[language].values()).casefold()
        assert not any(word in whole for word in ("strafrechtelijke proc", "criminal proc"))


@pytest.mark.row("CLUSTER-179")
@pytest.mark.parametrize("what", ["conversation", "message.inbound", "online_service.used"])
@pytest.mark.parametrize("role", ["candidate", "client", "referee"])
def test_what_anybody_does_that_moves_the_clock(policy: Policy, what: str, role: str) -> None:
    """
    Talking, writing and taking part online move the clock; looking at a page does not.
    """
    assert moved_to(policy, *opened(role), happened(what, LATER, role=role)) == LATER
    seen = happened("website.visited", LATER, role=role)
    assert moved_to(policy, *opened(role), seen) == COLLECTED


@pytest.mark.row("CLUSTER-180")
@pytest.mark.parametrize("what", ["cv.updated", "training.taken"])
def test_what_only_a_candidate_does_that_moves_the_clock(policy: Policy, what: str) -> None:
    """
    A newer curriculum vitae and a training move a candidate's clock, and nobody else's.
    """
    assert moved_to(policy, *opened(), happened(what, LATER, role="candidate")) == LATER
    assert moved_to(policy, *opened("client"), happened(what, LATER, role="client")) == COLLECTED


@pytest.mark.row("CLUSTER-181")
@pytest.mark.parametrize("what", ["conversation.role", "message.clicked"])
def test_talking_of_roles_and_clicking_move_the_clock(policy: Policy, what: str) -> None:
    """
    A talk about roles and a click in a message move the clock; a call nobody took does not.
    """
    assert moved_to(policy, *opened(), happened(what, LATER, role="candidate")) == LATER
    missed = happened("call.attempted", LATER, role="candidate")
    assert moved_to(policy, *opened(), missed) == COLLECTED


@pytest.mark.row("CLUSTER-182")
@pytest.mark.parametrize("what", ["message.delivered", "message.opened", "message.outbound"])
def test_getting_or_opening_a_message_does_not_move_the_clock(policy: Policy, what: str) -> None:
    """
    Getting or opening a message moves nothing; answering it does.
    """
    got = happened(what, LATER, role="candidate")
    assert moved_to(policy, *opened(), got) == COLLECTED
    answered = happened("message.inbound", LATER_STILL, role="candidate")
    assert moved_to(policy, *opened(), got, answered) == LATER_STILL


@pytest.mark.row("CLUSTER-177")
def test_contact_with_the_supplier_counts_for_whom_it_supplies(policy: Policy) -> None:
    """
    While a company supplies somebody, its contact moves their clock, and that of nobody else.
    """
    contact = happened("supplier.contact", LATER, company="c1")
    assert moved_to(policy, *opened(supplier="c1"), contact) == LATER
    own = happened("message.inbound", COLLECTED + timedelta(days=9), role="candidate")
    assert moved_to(policy, *opened(), own, contact) == COLLECTED + timedelta(days=9)


@pytest.mark.row("CLUSTER-286")
def test_a_worker_of_a_supplier_is_treated_as_a_candidate(policy: Policy) -> None:
    """
    A supplier's worker is treated as a candidate; the supplier's contact person is not.
    """
    assert policy.role_of("supplier_worker") == "candidate"
    assert policy.role_of("supplier") == "supplier"


@pytest.mark.row("CLUSTER-293")
def test_the_uses_for_candidates_hold_for_workers_of_suppliers(policy: Policy) -> None:
    """
    What candidates' data are used for, theirs are used for, and nothing else.
    """
    assert policy.uses_of("supplier_worker") == policy.uses_of("candidate")
    assert "recruitment" in policy.uses_of("supplier_worker")
    assert "recruitment" not in policy.uses_of("supplier")


@pytest.mark.row("CLUSTER-120")
def test_who_opted_out_is_recognised_when_collected_again(policy: Policy) -> None:
    """
    A token is enough to know somebody again who opted out, however the address is written.
    """
    assert policy.statements["re_collection"].about == "re_collection"
    ring = Keyring(keys=FrozenMap({"k1": bytes(32)}), current="k1")
    tokens = [suppression_token("noor@example.org", ring)]
    assert is_suppressed(" Noor@Example.ORG", tokens, ring)
    assert not is_suppressed("noor@example.com", tokens, ring)


@pytest.mark.row("CLUSTER-267")
def test_a_consent_is_recorded_with_its_words_and_its_end(policy: Policy) -> None:
    """
    The ledger keeps what was agreed to, how, under which words, and when it was taken back.
    """
    given = ConsentGiven(
        id="yes",
        person="p1",
        purposes=("direct_marketing",),
        notice_digest="d1",
        language="nl",
        how="opted_in",
        happened=COLLECTED,
        recorded_at=datetime(2024, 3, 1, 9, tzinfo=UTC),
    )
    taken_back = ConsentWithdrawn(
        id="no",
        person="p1",
        purposes=("direct_marketing",),
        happened=LATER,
        recorded_at=datetime(2025, 6, 2, 9, tzinfo=UTC),
    )
    assert policy.consents["general"].recorded
    (kept,) = fold([given, taken_back], policy, on=LATER).consents
    assert (kept.permission, kept.notice_digest, kept.language, kept.how) == (
        Permission.CONSENT,
        "d1",
        "nl",
        "opted_in",
    )
    (before,) = fold([given, taken_back], policy, on=LATER - timedelta(days=1)).consents
    assert (before.stands(LATER - timedelta(days=1)), kept.stands(LATER)) == (True, False)


@pytest.mark.row("CLUSTER-280", "CLUSTER-281")
def test_the_authority_is_right_and_its_telephone_is_not(policy: Policy) -> None:
    """
    The authority named is the Dutch one; the number printed is one it no longer has.
    """
    directory = law.load("NL").authority("NL", on=NOW)
    printed = policy.authorities["NL"]
    assert directory is not None
    assert printed.name == directory.name.by_language["nl"]
    assert str(printed.phone).replace("(", "").replace(")", "") in directory.former_phones
    assert printed.phone != directory.phone


def put(entries: FrozenMap[str, T], name: str, entry: T) -> FrozenMap[str, T]:
    """
    Put an entry in the place of another.
    """
    return FrozenMap({**entries, name: entry})


def found(policy: Policy) -> set[tuple[str, str]]:
    """
    List what the check of a declaration finds, by code and path.
    """
    checked = notices.check(policy, law.load("NL"), on=NOW)
    return {(finding.code, finding.path) for finding in checked}


@pytest.mark.row("CLUSTER-001")
def test_a_notice_without_a_date_is_found(policy: Policy) -> None:
    """
    The notice carries no date; one that takes effect on a day is not found.
    """
    dated = Version(number="1", effective_on=PartialDate(2026, 1, 1))
    assert ("version.undated", "version") in found(policy)
    assert ("version.undated", "version") not in found(attrs.evolve(policy, version=dated))


@pytest.mark.row("CLUSTER-005")
def test_a_link_that_leads_nowhere_is_found(policy: Policy) -> None:
    """
    The link to the responsible company is lost; one with an address is not found.
    """
    lost = ("link.lost", "links.controller.url")
    whole = attrs.evolve(policy.links["controller"], url="https://example.org")
    assert lost in found(policy)
    assert lost not in found(attrs.evolve(policy, links=put(policy.links, "controller", whole)))


@pytest.mark.row("CLUSTER-040")
def test_an_open_list_of_data_is_found(policy: Policy) -> None:
    """
    The list of data calls itself incomplete; a complete one is not found.
    """
    open_ended = ("data.open_ended", "data.candidate.exhaustive")
    closed = attrs.evolve(policy.data["candidate"], exhaustive=True)
    assert open_ended in found(policy)
    assert open_ended not in found(attrs.evolve(policy, data=put(policy.data, "candidate", closed)))


@pytest.mark.row("CLUSTER-091")
@pytest.mark.parametrize("use", ["recruitment", "marketing"])
def test_an_open_list_of_purposes_is_found(policy: Policy, use: str) -> None:
    """
    Two lists of purposes call themselves incomplete; a complete one is not found.
    """
    open_ended = ("use.open_ended", f"uses.{use}.exhaustive")
    closed = attrs.evolve(policy.uses[use], exhaustive=True)
    assert open_ended in found(policy)
    assert open_ended not in found(attrs.evolve(policy, uses=put(policy.uses, use, closed)))


@pytest.mark.row("CLUSTER-083", "CLUSTER-245")
def test_cookies_without_consent_are_found(policy: Policy) -> None:
    """
    The settings of a browser are no consent to cookies; asking first is not found.
    """
    unasked = ("cookies.without_consent", "cookies.permission")
    assert policy.cookies is not None
    asked = attrs.evolve(policy.cookies, permission=Permission.CONSENT)
    assert unasked in found(policy)
    assert unasked not in found(attrs.evolve(policy, cookies=asked))


@pytest.mark.row("CLUSTER-282")
def test_an_authority_without_a_page_is_found(policy: Policy) -> None:
    """
    The place for the authority's page is empty; one filled in is not found.
    """
    empty = ("authority.page_unstated", "authorities.NL.url")
    whole = attrs.evolve(policy.authorities["NL"], url="https://example.org")
    assert empty in found(policy)
    assert empty not in found(
        attrs.evolve(policy, authorities=put(policy.authorities, "NL", whole))
    )


@pytest.mark.row("CLUSTER-284")
def test_a_tracker_of_which_nothing_is_told_is_found(policy: Policy) -> None:
    """
    Three trackers are told by name only; one told in full is not found.
    """
    bare = ("cookies.tracker_incomplete", "cookies.trackers.google_analytics")
    told = Tracker(
        provider="Example Ltd",
        names=("_ex",),
        kind="performance",
        purposes=("analytics_statistics",),
        lifetime=Period.parse("P1Y"),
        to=("analytics_providers",),
    )
    assert bare in found(policy)
    assert policy.cookies is not None
    trackers = put(policy.cookies.trackers, "google_analytics", told)
    better = attrs.evolve(policy, cookies=attrs.evolve(policy.cookies, trackers=trackers))
    assert bare not in found(better)


def composed(policy: Policy, role: str) -> str:
    """
    Compose the notice for a role in English.
    """
    notice = notices.compose(policy, role, language="en", law=law.load("NL"), on=NOW)
    return notices.to_text(notice)


@pytest.mark.row("CLUSTER-007")
def test_that_nobody_is_told_of_changes_is_found(policy: Policy) -> None:
    """
    The notice may change and asks to be read again; that it tells anybody is not said.
    """
    told = attrs.evolve(policy.changes, notified=True)
    gap = ("changes.telling_unstated", "changes.notified")
    assert gap in found(policy)
    assert gap not in found(attrs.evolve(policy, changes=told))


@pytest.mark.row("CLUSTER-239")
def test_persistent_cookies_that_do_not_last_are_found(policy: Policy) -> None:
    """
    Cookies called persistent are said to go with the browser; said to stay a year, none is found.
    """
    assert policy.cookies is not None
    persistent = attrs.evolve(policy.cookies.by_lifetime["persistent"], lifetime=Period(years=1))
    kinds = {**policy.cookies.by_lifetime, "persistent": persistent}
    cookies = attrs.evolve(policy.cookies, by_lifetime=FrozenMap(kinds))
    gap = ("cookies.not_persistent", "cookies.by_lifetime.persistent.lifetime")
    assert gap in found(policy)
    assert gap not in found(attrs.evolve(policy, cookies=cookies))


@pytest.mark.row("CLUSTER-238", "CLUSTER-243")
def test_the_visitor_is_told_how_long_cookies_stay(policy: Policy) -> None:
    """
    The notice for a visitor says how long session cookies and those of personalisation stay.
    """
    said = composed(policy, "website_user")
    assert "session cookies: kept until the end of your visit" in said
    assert "personalisation cookies: kept as long as you are registered with us" in said


@pytest.mark.row("CLUSTER-061", "CLUSTER-131")
def test_consequences_and_machines_are_told(policy: Policy) -> None:
    """
    The notice for a candidate says what follows from not giving data, and that no machine decides.
    """
    said = composed(attrs.evolve(policy, texts=FrozenMap()), "candidate")
    assert "we cannot perform the contract" in said
    assert "we cannot continue the relationship" in said
    assert "people and not machines take our decisions about you" in said


@pytest.mark.row("CLUSTER-256")
def test_a_legal_duty_that_is_called_an_interest_is_found(policy: Policy) -> None:
    """
    Obeying the law stands among the interests, and has a basis of its own in GDPR Art. 6(1)(c).
    """
    use = policy.uses["recruitment"]
    others = tuple(each for each in use.interests if each != "own_legal_obligations")
    mended = FrozenMap({**policy.uses, "recruitment": attrs.evolve(use, interests=others)})
    gap = ("use.duty_as_interest", "uses.recruitment.interests")
    assert gap in found(policy)
    assert gap not in found(attrs.evolve(policy, uses=mended))


@pytest.mark.row("CLUSTER-046", "CLUSTER-294")
def test_statements_are_told_to_whom_they_concern(policy: Policy) -> None:
    """
    A client hears of further data, a supplier of what its workers must be given, and nobody else.
    """
    further, passed_on = "If we need more data of you", "Suppliers must give their workers"
    client, supplier = composed(policy, "client"), composed(policy, "supplier")
    assert (further in client, passed_on in client) == (True, False)
    assert (further in supplier, passed_on in supplier) == (False, True)
