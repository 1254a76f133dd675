"""
The check of a declaration: each gap is found, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy import law
from recruitprivacy.findings import Finding, Level
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.notices import check
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    UNSTATED,
    AnswerPromise,
    Authority,
    Changes,
    Clock,
    Contact,
    Cookies,
    Holding,
    Item,
    Link,
    NationalRule,
    Obligation,
    Permission,
    Policy,
    Requests,
    RetentionRule,
    Role,
    Tracker,
    Transfer,
    Use,
    Version,
)
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, Right, TransferInstrument
from tests.notices.policies import COMPLETE

ON: Final = date(2026, 11, 22)
Change = Callable[[Policy], Policy]


def found(policy: Policy) -> list[tuple[str, str]]:
    """
    List what the check finds, as code and path.
    """
    return [(finding.code, finding.path) for finding in check(policy, law.load("NL"), on=ON)]


def evolved(section: str, key: str, **changes: object) -> Change:
    """
    Change fields of one entry of a section.
    """

    def change(policy: Policy) -> Policy:
        entries: dict[str, Any] = dict(getattr(policy, section))
        entries[key] = attrs.evolve(entries[key], **changes)
        return replaced(**{section: FrozenMap(entries)})(policy)

    return change


def replaced(**sections: object) -> Change:
    """
    Replace whole sections.
    """
    values: dict[str, Any] = dict(sections)
    return lambda policy: attrs.evolve(policy, **values)


def test_complete() -> None:
    """
    A declaration that says all the elements has no finding.
    """
    assert [] == found(COMPLETE)


TRANSFER: Final = Transfer(
    roles=("candidate",),
    instruments=(TransferInstrument.STANDARD_CONTRACTUAL_CLAUSES,),
    copy_at=Contact(email="privacy@example.org"),
)
HEALTH: Final = Holding(items=("name",), but=FrozenMap({"health": Item()}), exhaustive=True)
CRIME: Final = Holding(
    items=("name",), but=FrozenMap({"criminal_convictions": Item()}), exhaustive=True
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (replaced(responsible=FrozenMap()), ("role.uncontrolled", "roles.candidate")),
        (
            evolved("controllers", "kade", contact=Contact()),
            ("controller.contact_unstated", "controllers.kade.contact"),
        ),
        (
            evolved("controllers", "kade", dpo=UNSTATED),
            ("controller.dpo_unstated", "controllers.kade.dpo"),
        ),
        (replaced(uses=FrozenMap()), ("use.none", "roles.candidate")),
        (evolved("uses", "hiring", basis=UNSTATED), ("use.basis_unstated", "uses.hiring.basis")),
        (
            evolved("uses", "hiring", interests=()),
            ("use.interests_unstated", "uses.hiring.interests"),
        ),
        (evolved("uses", "hiring", exhaustive=False), ("use.open_ended", "uses.hiring.exhaustive")),
        (
            evolved("data", "candidate", exhaustive=False),
            ("data.open_ended", "data.candidate.exhaustive"),
        ),
        (
            replaced(data=FrozenMap({"candidate": HEALTH})),
            ("data.art_9_unstated", "data.candidate.health"),
        ),
        (
            replaced(data=FrozenMap({"candidate": CRIME})),
            ("data.art_10_unstated", "data.candidate.criminal_convictions"),
        ),
        (replaced(ways=FrozenMap()), ("source.unstated", "ways.candidate")),
        (replaced(obligations=FrozenMap()), ("obligation.unstated", "roles.candidate")),
        (replaced(retention=FrozenMap()), ("retention.unstated", "roles.candidate")),
        (
            evolved("retention", "rejected", at_least=Period(years=2)),
            ("retention.floor_without_statute", "retention.rejected.at_least"),
        ),
        (
            replaced(transfers=FrozenMap({"us": attrs.evolve(TRANSFER, instruments=UNSTATED)})),
            ("transfer.instrument_unstated", "transfers.us.instruments"),
        ),
        (
            replaced(transfers=FrozenMap({"us": attrs.evolve(TRANSFER, copy_at=UNSTATED)})),
            ("transfer.copy_unstated", "transfers.us.copy_at"),
        ),
        (replaced(authorities=FrozenMap()), ("authority.unstated", "authorities")),
        (
            replaced(authorities=FrozenMap({"NL": Authority(name="AP")})),
            ("authority.page_unstated", "authorities.NL.url"),
        ),
        (replaced(version=Version(number="3")), ("version.undated", "version")),
        (
            replaced(version=attrs.evolve(COMPLETE.version, number=UNSTATED)),
            ("version.unnumbered", "version.number"),
        ),
        (
            replaced(version=attrs.evolve(COMPLETE.version, complete=False)),
            ("version.truncated", "version.complete"),
        ),
        (replaced(changes=Changes(notified=False)), ("changes.not_notified", "changes.notified")),
        (
            replaced(links=FrozenMap({"here": Link(about="pass_on_notice")})),
            ("link.lost", "links.here.url"),
        ),
        (
            replaced(requests=Requests(answer=AnswerPromise(within=Period(days=45)))),
            ("requests.promise_later_than_law", "requests.answer.within"),
        ),
    ],
)
def test_gap(change: Change, expected: tuple[str, str]) -> None:
    """
    Each gap alone yields its one finding, at its path.
    """
    assert [expected] == found(change(COMPLETE))


@pytest.mark.parametrize("right", [*sorted(COMPLETE.rights)])
def test_right_left_out(right: Right) -> None:
    """
    A right the law wants named is missed when it is left out; one it does not list is not.
    """
    rights = FrozenMap(
        (name, offer) for name, offer in COMPLETE.rights.items() if name is not right
    )
    expected = {
        Right.OBJECT_MARKETING: [],
        Right.WITHDRAW_CONSENT: [("consent.withdrawal_unstated", "rights.withdraw_consent")],
    }.get(right, [("right.unstated", f"rights.{right.value}")])

    assert expected == found(attrs.evolve(COMPLETE, rights=rights))


@pytest.mark.parametrize(
    "change",
    [
        replaced(transfers=FrozenMap({"us": TRANSFER})),
        replaced(
            data=FrozenMap(
                {
                    "candidate": attrs.evolve(
                        HEALTH,
                        but=FrozenMap({"health": Item(art_9=Art9Condition.EXPLICIT_CONSENT)}),
                    )
                }
            )
        ),
        replaced(
            data=FrozenMap(
                {
                    "candidate": attrs.evolve(
                        CRIME,
                        but=FrozenMap({"criminal_convictions": Item(art_10=NationalRule.NATIONAL)}),
                    )
                }
            )
        ),
        evolved("uses", "hiring", basis=(LawfulBasis.PRECONTRACT,), interests=()),
        evolved("retention", "rejected", aim=Period(weeks=2)),
        replaced(changes=Changes(notified=True)),
        replaced(requests=Requests(answer=AnswerPromise(within=Period(working_days=10)))),
        replaced(requests=Requests(answer=AnswerPromise(within=Period(days=28)))),
    ],
)
def test_near_miss(change: Change) -> None:
    """
    What is stated is not reported.
    """
    assert [] == found(change(COMPLETE))


def test_explicit_consent_for_the_data_is_a_condition() -> None:
    """
    Explicit consent asked for a category is the condition of Art. 9(2)(a) for it.
    """
    consents = dict(COMPLETE.consents)
    consents["health"] = attrs.evolve(
        consents["pool"], kind=(Permission.EXPLICIT_CONSENT,), data=("health",)
    )
    policy = attrs.evolve(
        COMPLETE, data=FrozenMap({"candidate": HEALTH}), consents=FrozenMap(consents)
    )

    assert [] == found(policy)


def test_use_with_a_condition_covers_its_data() -> None:
    """
    A special category reached only by uses with an Art. 9 condition is covered by them.
    """
    use = COMPLETE.uses["hiring"]
    uses = FrozenMap({"hiring": attrs.evolve(use, data=("*", "health"))})
    bare = attrs.evolve(COMPLETE, data=FrozenMap({"candidate": HEALTH}), uses=uses)
    covered = FrozenMap(
        {"hiring": attrs.evolve(uses["hiring"], art_9=Art9Condition.EXPLICIT_CONSENT)}
    )

    assert [("data.art_9_unstated", "data.candidate.health")] == found(bare)
    assert [] == found(attrs.evolve(bare, uses=covered))


def test_clock_without_a_cap() -> None:
    """
    A clock that contact moves on for ever is a finding; with a longest time it is not.
    """
    clock = Clock(counts=("message.inbound",), if_none="registered")
    rule = RetentionRule(at_most=Period(years=2), after="contact")
    policy = attrs.evolve(
        COMPLETE, clocks=FrozenMap({"contact": clock}), retention=FrozenMap({"house": rule})
    )
    capped = FrozenMap({"contact": attrs.evolve(clock, at_most=Period(years=6))})

    assert [("clock.no_cap", "clocks.contact.at_most")] == found(policy)
    assert [] == found(attrs.evolve(policy, clocks=capped))


def website(cookies: Cookies) -> Policy:
    """
    Make a declaration whose readers visit a website.
    """
    text = COMPLETE
    renamed = {
        "data": FrozenMap({"website_user": Holding(items=("ip_address",), exhaustive=True)}),
        "ways": FrozenMap(
            {"website_user": attrs.evolve(text.ways["candidate"], given=FrozenMap())}
        ),
        "roles": FrozenMap({"website_user": Role()}),
        "responsible": FrozenMap(
            {"all": attrs.evolve(text.responsible["all"], roles=("website_user",))}
        ),
        "uses": FrozenMap({"site": attrs.evolve(text.uses["hiring"], roles=("website_user",))}),
        "retention": FrozenMap({"all": attrs.evolve(text.retention["rejected"], roles=())}),
    }
    return replaced(cookies=cookies, **renamed)(text)


def test_cookies() -> None:
    """
    Cookies without prior consent, and trackers told of too briefly, are findings.
    """
    bare = Cookies(trackers=FrozenMap({"google_analytics": Tracker()}))
    whole = Cookies(
        permission=Permission.CONSENT,
        trackers=FrozenMap(
            {
                "google_analytics": Tracker(
                    provider="Google",
                    kind="performance",
                    purposes=("analytics_statistics",),
                    lifetime=Period(months=14),
                    to=("analytics_providers",),
                )
            }
        ),
    )

    assert [
        ("cookies.without_consent", "cookies.permission"),
        ("cookies.tracker_incomplete", "cookies.trackers.google_analytics"),
    ] == found(website(bare))
    assert [] == found(website(whole))


def test_one_role_only() -> None:
    """
    Asked for one role, the check leaves the others alone.
    """
    roles = FrozenMap({"candidate": Role(), "referee": Role()})
    policy = attrs.evolve(COMPLETE, roles=roles)
    findings = check(policy, law.load("NL"), on=ON, role="candidate")

    assert () == findings
    assert {"role.uncontrolled", "use.none", "data.none"} <= {code for code, _ in found(policy)}


def test_treated_as_another_role() -> None:
    """
    People treated as candidates have what candidates have.
    """
    roles = FrozenMap({"candidate": Role(), "supplier_worker": Role(treated_as="candidate")})

    assert [] == found(attrs.evolve(COMPLETE, roles=roles))


def test_levels() -> None:
    """
    A role nobody controls is graver than a notice without a number.
    """
    law_nl = law.load("NL")
    uncontrolled = check(attrs.evolve(COMPLETE, responsible=FrozenMap()), law_nl, on=ON)
    unnumbered = check(
        attrs.evolve(COMPLETE, version=attrs.evolve(COMPLETE.version, number=UNSTATED)),
        law_nl,
        on=ON,
    )
    levels: list[Finding] = [*uncontrolled, *unnumbered]

    assert [Level.ERROR, Level.NOTE] == [finding.level for finding in levels]


def test_every_finding_cites_and_mends() -> None:
    """
    No finding comes without a provision and a way to mend it.
    """
    empty = Policy(
        id="empty",
        firm=("Nobody",),
        languages=("en",),
        roles=FrozenMap({"candidate": Role()}),
        controllers=FrozenMap(),
        obligations=FrozenMap({"x": Obligation(roles=("candidate",))}),
        uses=FrozenMap({"x": Use(roles=("candidate",), purposes=("matching",))}),
    )
    findings = check(empty, law.load(), on=ON)

    assert findings
    assert all(finding.cites and finding.mend for finding in findings)
