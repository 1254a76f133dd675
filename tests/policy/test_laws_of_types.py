"""
Tests of what the types of a declaration refuse, each law with a near miss.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recruitprivacy.errors import FaultsError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    Capacity,
    Clock,
    Contact,
    Exceptional,
    Holding,
    Item,
    Resolver,
    Responsibility,
    RetentionRule,
    Use,
)

YEAR = Period(years=1)
OTHERS: FrozenMap[str, tuple[str, ...]] = FrozenMap({"client": ("meeting.held",)})

REFUSED: list[tuple[Callable[[], object], list[str]]] = [
    (lambda: Holding(items=("name",), but=FrozenMap({"name": Item()})), ["but.name"]),
    (lambda: Holding(items=("name", "email", "name")), ["items"]),
    (
        lambda: Use(roles=(), purposes=(), but=FrozenMap({"matching": Exceptional()})),
        ["but.matching"],
    ),
    (lambda: Responsibility(roles=()), ["among"]),
    (
        lambda: Responsibility(roles=(), among=("a",), capacity=Capacity.PROCESSOR),
        ["acting_for"],
    ),
    (lambda: Responsibility(roles=(), among=("a",), acting_for="client"), ["acting_for"]),
    (
        lambda: Clock(counts=("conversation",), if_none="registered", ignores=("conversation",)),
        ["ignores"],
    ),
    (
        lambda: Clock(
            counts=(), if_none="registered", counts_for=OTHERS, ignores=("meeting.held",)
        ),
        ["ignores"],
    ),
    (RetentionRule, [""]),
    (lambda: RetentionRule(at_most=YEAR), ["after"]),
    (lambda: RetentionRule(at_once=True), ["after"]),
    (lambda: RetentionRule(at_most=Period(hours=72), after="registered"), ["at_most"]),
    (
        lambda: RetentionRule(at_most=Period(hours=72), aim=Period(hours=1)),
        ["after", "at_most", "aim"],
    ),
]


@pytest.mark.parametrize(("make", "paths"), REFUSED)
def test_refused(make: Callable[[], object], paths: list[str]) -> None:
    """
    A value that contradicts itself cannot be made; each contradiction is named at its path.
    """
    with pytest.raises(FaultsError) as raised:
        make()
    assert [fault.path for fault in raised.value.faults] == paths


STANDS: list[Callable[[], object]] = [
    lambda: Holding(items=("name",), but=FrozenMap({"email": Item()})),
    lambda: Use(roles=(), purposes=("matching",), but=FrozenMap({"matching": Exceptional()})),
    lambda: Responsibility(roles=(), by=Resolver.WHOLE_GROUP),
    lambda: Responsibility(
        roles=(), among=("a",), capacity=Capacity.PROCESSOR, acting_for="client"
    ),
    lambda: Clock(counts=("conversation",), if_none="registered", ignores=("message.opened",)),
    lambda: RetentionRule(at_most=YEAR, after="registered"),
    lambda: RetentionRule(at_once=True, after="registered"),
    lambda: RetentionRule(while_="registered"),
    lambda: RetentionRule(review=YEAR),
]


@pytest.mark.parametrize("make", STANDS)
def test_stands(make: Callable[[], object]) -> None:
    """
    What comes near a contradiction without being one can be made.
    """
    assert make() == make()


def test_every_category_held() -> None:
    """
    What is held is the plain items and then those that differ.
    """
    holding = Holding(items=("name", "email"), but=FrozenMap({"photo": Item()}))
    assert holding.categories == ("name", "email", "photo")


@pytest.mark.parametrize(
    ("role", "kinds"),
    [("candidate", ("conversation",)), ("client", ("conversation", "meeting.held"))],
)
def test_what_moves_a_clock(role: str, kinds: tuple[str, ...]) -> None:
    """
    What counts for everybody counts for a role, and what counts for that role besides.
    """
    clock = Clock(counts=("conversation",), if_none="registered", counts_for=OTHERS)
    assert clock.counted_for(role) == kinds


@pytest.mark.parametrize(
    ("contact", "stated"),
    [
        (Contact(), False),
        (Contact(reasons=("complaints",)), False),
        (Contact(email="privacy@acme.example"), True),
        (Contact(url="https://acme.example/privacy"), True),
        (Contact(address=("Harbour 1", "Rotterdam")), True),
    ],
)
def test_a_contact_that_names_a_way(contact: Contact, *, stated: bool) -> None:
    """
    A contact is stated once it names any way to reach somebody.
    """
    assert contact.stated is stated
