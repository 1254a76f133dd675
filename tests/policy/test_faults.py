"""
Tests of what cannot stand in a declaration: each fault, and what comes near it and may stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs
import pytest

from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Clock,
    ComplaintRoute,
    Contact,
    ContactWith,
    Controller,
    Cookies,
    Disclosure,
    Holding,
    Inherited,
    Item,
    LawNamed,
    Link,
    PartialDate,
    Policy,
    Responsibility,
    RetentionRule,
    RightOffered,
    Role,
    Scope,
    Transfer,
    Use,
    Version,
    Ways,
    faults,
)
from recruitprivacy.vocabulary import BUILT_IN, Right

Part: TypeAlias = Any
"""Any part of a declaration: each field has a type of its own."""

YEAR = Period(years=1)
CLOCK = Clock(counts=("message.inbound",), if_none="registered")


def declared(**sections: Part) -> Policy:
    """
    Make a declaration without faults, with some sections changed.
    """
    policy = Policy(
        id="acme",
        firm=("Acme",),
        languages=("nl",),
        roles=FrozenMap({"candidate": Role(), "client": Role()}),
        controllers=FrozenMap({"acme": Controller(name="Acme B.V.")}),
        data=FrozenMap(
            {
                "candidate": Holding(
                    items=("name", "email"), but=FrozenMap({"photo": Item(voluntary=True)})
                ),
                "client": Holding(items=("name", "phone")),
            }
        ),
        uses=FrozenMap({"recruitment": Use(roles=("candidate",), purposes=("matching",))}),
        clocks=FrozenMap({"contact": CLOCK}),
    )
    return attrs.evolve(policy, **{name: _frozen(given) for name, given in sections.items()})


def _frozen(given: Part) -> Part:
    return FrozenMap(given) if isinstance(given, Mapping) else given


def found(policy: Policy, *lost: str) -> list[str]:
    """
    List the paths of the faults of a declaration.
    """
    return [fault.path for fault in faults(policy, BUILT_IN, lost=lost)]


def keeps(**rule: Part) -> dict[str, RetentionRule]:
    """
    Make a retention rule of a year.
    """
    given: dict[str, Part] = {"at_most": YEAR, "after": "registered"}
    return {"house": RetentionRule(**given | rule)}


def uses(**use: Part) -> dict[str, Use]:
    """
    Make a use of candidates' data.
    """
    given: dict[str, Part] = {"roles": ("candidate",), "purposes": ("matching",)}
    return {"recruitment": Use(**given | use)}


def named(**responsible: dict[str, Any]) -> dict[str, Responsibility]:
    """
    Make responsibilities of one controller.
    """
    return {
        name: Responsibility(**{"roles": ("candidate",), "among": ("acme",)} | given)
        for name, given in responsible.items()
    }


def test_none() -> None:
    """
    A small sensible declaration has no faults.
    """
    assert found(declared()) == []


FAULTY: list[tuple[str, dict[str, object]]] = [
    ("data.candidate.items", {"data": {"candidate": Holding(items=("emial",))}}),
    ("data.candidat", {"data": {"candidat": Holding(items=("name",))}}),
    ("data.referee", {"data": {"referee": Holding(items=("name",))}}),
    ("uses.recruitment.purposes", {"uses": uses(purposes=("matchmaking",))}),
    ("uses.recruitment.roles", {"uses": uses(roles=("candidate", "referee"))}),
    ("uses.recruitment.data", {"uses": uses(data=("*", "phone"))}),
    ("retention.house.data", {"retention": keeps(data=("salary_expectation_x",))}),
    ("retention.house.purpose", {"retention": keeps(purpose="marketing")}),
    ("retention.house.after", {"retention": keeps(after="some_day")}),
    ("retention.house.then", {"retention": keeps(then="shred")}),
    ("responsible.nl.among", {"responsible": named(nl={"among": ("acme", "beta")})}),
    ("responsible.b", {"responsible": named(a={}, b={})}),
    ("responsible.b", {"responsible": named(a={"countries": ("NL",)}, b={})}),
    (
        "responsible.b",
        {"responsible": named(a={"countries": ("NL", "SE")}, b={"countries": ("SE",)})},
    ),
    ("responsible.a.countries", {"responsible": named(a={"countries": ("Netherlands",)})}),
    (
        "controllers.acme.country",
        {"controllers": {"acme": Controller(name="Acme B.V.", country="nl")}},
    ),
    ("scope.countries", {"scope": Scope(countries=("NLD",))}),
    ("transfers.us.to_countries", {"transfers": {"us": Transfer(roles=(), to_countries=("USA",))}}),
    ("transfers.us.person_in", {"transfers": {"us": Transfer(roles=(), person_in=("Asia",))}}),
    ("languages", {"languages": ("nl", "nl_BE")}),
    ("texts", {"texts": {"Nederlands": FrozenMap()}}),
    ("version.names_itself", {"version": Version(names_itself=FrozenMap({"": ("notice",)}))}),
    ("laws.a.abbreviations", {"laws": {"a": LawNamed(abbreviations=FrozenMap({"n": "AVG"}))}}),
    (
        "recipients.clients.data",
        {"recipients": {"clients": Disclosure(roles=("candidate",), to=(), data=("phone",))}},
    ),
    ("ways.candidate.received", {"ways": {"candidate": Ways(received=FrozenMap({"phone": ()}))}}),
    ("languages", {"languages": ("nl", "nl_NL")}),
    (
        "controllers.acme.contact.url",
        {"controllers": {"acme": Controller(name="Acme B.V.", contact=Contact(url="data:,x"))}},
    ),
    ("links.us.url", {"links": {"us": Link(about="minimisation", url=" javascript:x")}}),
    ("texts.nl.uses", {"texts": {"nl": FrozenMap({"uses.pol.says": "x"})}}),
    ("texts.nl.uses.recruitment", {"texts": {"nl": FrozenMap({"uses.recruitment.titel": "x"})}}),
    ("texts.nl", {"texts": {"nl": FrozenMap({"says": "x"})}}),
    (
        "texts.nl.cookies",
        {"texts": {"nl": FrozenMap({"cookies.says.says": "x"})}, "cookies": Cookies()},
    ),
    ("texts.nl", {"texts": {"nl": FrozenMap({"cookies.says": "x"})}}),
    (
        "complaints.us.after",
        {"complaints": {"us": ComplaintRoute(to="supervisory_authority", after=("them",))}},
    ),
    (
        "clocks.contact.supplied.then",
        {
            "clocks": {
                "contact": attrs.evolve(
                    CLOCK,
                    supplied=Inherited(
                        until="supplier.relation_ended",
                        then=("contact_aftr",),
                        contact_with=ContactWith.SUPPLIER,
                    ),
                )
            }
        },
    ),
]


@pytest.mark.parametrize(("path", "sections"), FAULTY)
def test_a_fault(path: str, sections: dict[str, object]) -> None:
    """
    Each fault is found once, at its path.
    """
    assert set(found(declared(**sections))) == {path}


FINE: list[dict[str, object]] = [
    {"data": {"candidate": Holding(items=("email",))}},
    {"uses": uses(roles=("candidate", "client"))},
    {"uses": uses(data=("*", "photo"))},
    {"uses": uses(roles=("candidate", "client"), data=("phone",))},
    {"uses": uses(roles=(), data=("phone",))},
    {"retention": keeps(data=("photo",))},
    {"retention": keeps(purpose="recruitment")},
    {"retention": keeps(after="contact")},
    {"retention": keeps(after="procedure_closed")},
    {"responsible": named(a={"countries": ("NL",)}, b={"countries": ("SE",)})},
    {"responsible": named(a={"roles": ("client",)}, b={})},
    {"responsible": named(a={"services": ("website",)}, b={"services": ("app",)})},
    {"controllers": {"acme": Controller(name="Acme B.V.", country="NL")}},
    {"languages": ("nl", "nl-BE", "de-x-du")},
    {"transfers": {"us": Transfer(roles=(), to_countries=("US",))}},
    {"ways": {"candidate": Ways(given=FrozenMap({"*": ("website",), "photo": ("email",)}))}},
    {
        "clocks": {
            "contact": attrs.evolve(
                CLOCK,
                supplied=Inherited(
                    until="supplier.relation_ended",
                    then=("supplier.relation_ended", "contact_after"),
                ),
            )
        }
    },
    {"roles": {"candidate": Role(), "client": Role(treated_as="candidate")}},
    {"links": {"us": Link(about="minimisation", url="acme.example/a:b")}},
    {"links": {"us": Link(about="minimisation", url="HTTPS://acme.example")}},
    {
        "texts": {
            "nl": FrozenMap({"title": "x", "intro": "x", "data.candidate.but.photo.says": "x"})
        }
    },
    {
        "texts": {"nl": FrozenMap({"rights.access.says": "x"})},
        "rights": {Right.ACCESS: RightOffered()},
    },
]


@pytest.mark.parametrize("sections", FINE)
def test_what_comes_near(sections: dict[str, object]) -> None:
    """
    What comes near a fault without being one stands.
    """
    assert found(declared(**sections)) == []


def test_roles_treated_as_one_another() -> None:
    """
    Each role of a circle is named, one that merely leads into it is not.
    """
    roles = {
        "candidate": Role(treated_as="client"),
        "client": Role(treated_as="candidate"),
        "referee": Role(treated_as="candidate"),
    }
    assert found(declared(roles=roles)) == [
        "roles.candidate.treated_as",
        "roles.client.treated_as",
    ]


def test_a_role_treated_as_none_there_is() -> None:
    """
    A role treated as one that is not declared is one fault; what it holds is not judged.
    """
    roles = {"candidate": Role(treated_as="referee"), "client": Role()}
    assert found(declared(roles=roles, uses=uses(data=("phone",)))) == [
        "roles.candidate.treated_as"
    ]


def test_the_nearest_word() -> None:
    """
    A fault names the nearest known word of the kind that may stand there.
    """
    (fault,) = faults(declared(data={"candidate": Holding(items=("emial",))}), BUILT_IN)
    assert (fault.problem, fault.nearest) == ("unknown category 'emial'", "email")


def test_a_flood_in_one_word() -> None:
    """
    Of a word of a megabyte only the beginning is shown, and none is near it.
    """
    (fault,) = faults(declared(data={"candidate": Holding(items=("x" * 1_000_000,))}), BUILT_IN)
    assert (len(str(fault)) < 160, fault.nearest) == (True, "")


def versions(*dated: tuple[str, str]) -> Policy:
    """
    Make a declaration with earlier versions, each with its number and day.
    """
    made = [
        declared(version=Version(number=number, published_on=PartialDate.parse(day)))
        for number, day in dated
    ]
    return attrs.evolve(made[-1], earlier=tuple(made[:-1]))


@pytest.mark.parametrize(
    ("policy", "paths"),
    [
        (versions(("1", "2018"), ("2", "2020")), []),
        (versions(("1", "2018"), ("2", "2018-12-31")), []),
        (versions(("1", "2018"), ("2", "2018-05")), ["version"]),
        (versions(("1", "2018"), ("1", "2020")), ["version.number"]),
        (attrs.evolve(declared(), earlier=(declared(),)), []),
    ],
)
def test_versions_in_order(policy: Policy, paths: list[str]) -> None:
    """
    Versions follow one another in time under numbers of their own, as far as they say.
    """
    assert found(policy) == paths


@pytest.mark.parametrize(
    ("sections", "lost"),
    [
        ({"uses": uses(roles=("candidate", "referee"))}, "roles.referee"),
        ({"uses": uses(roles=("candidate", "referee"))}, "roles"),
        ({"uses": uses(data=("phone",))}, "data.candidate.items[2]"),
        ({"uses": uses(data=("phone",))}, "data.candidate.items"),
        ({"uses": uses(data=("phone",))}, "data.candidate.but.phone"),
        ({"uses": uses(data=("phone",))}, "data"),
        ({"uses": uses(data=("phone",))}, "uses.recruitment.roles[1]"),
        ({"uses": uses(data=("phone",))}, "roles.candidate.treated_as"),
        ({"responsible": named(a={}, b={})}, "responsible.a.countries"),
        ({"responsible": named(a={}, b={})}, "responsible.b.services"),
        ({"retention": keeps(after="some_day")}, "clocks"),
        ({"retention": keeps(after="some_day")}, "clocks.some_day.counts"),
        ({"retention": keeps(then="shred")}, "disposals.shred.ends"),
        ({"texts": {"nl": FrozenMap({"uses.pol.says": "x"})}}, "uses"),
        ({"texts": {"nl": FrozenMap({"uses.pol.says": "x"})}}, "uses.pol.data[2]"),
    ],
)
def test_what_hangs_on_a_lost_part(sections: dict[str, object], lost: str) -> None:
    """
    What hangs on a part that could not be read is not judged; with that part read it is.
    """
    policy = declared(**sections)
    assert (bool(found(policy)), found(policy, lost)) == (True, [])


def test_what_hangs_on_another_part() -> None:
    """
    A lost part keeps nothing silent that does not hang on it.
    """
    policy = declared(uses=uses(data=("phone",)))
    assert found(policy, "data.client.items", "retention") == ["uses.recruitment.data"]
