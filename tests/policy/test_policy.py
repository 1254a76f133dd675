"""
Tests of a declaration as a whole: whose parts apply, which version counts, what it says.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

import attrs
import pytest

from recruitprivacy.errors import MissingTextError, UnknownTermError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import (
    UNSTATED,
    Controller,
    Exceptional,
    PartialDate,
    Policy,
    Role,
    Use,
    Version,
)
from recruitprivacy.vocabulary import LawfulBasis

Part: TypeAlias = Any
"""Any part of a declaration: each field has a type of its own."""

RECRUITMENT = Use(roles=("candidate",), purposes=("matching", "payroll_invoicing"))


def declared(number: str = "3", **changes: Part) -> Policy:
    """
    Make a small declaration with some changes.
    """
    policy = Policy(
        id="acme",
        firm=("Acme",),
        languages=("nl",),
        version=Version(number=number),
        roles=FrozenMap(
            {
                "candidate": Role(),
                "contractor": Role(treated_as="supplier_worker"),
                "supplier_worker": Role(treated_as="candidate"),
                "client": Role(),
            }
        ),
        controllers=FrozenMap({"acme": Controller(name="Acme B.V.")}),
        uses=FrozenMap({"recruitment": RECRUITMENT, "sales": Use(roles=("client",), purposes=())}),
        texts=FrozenMap({"nl": FrozenMap({"title": "Onze privacyverklaring"})}),
    )
    return attrs.evolve(policy, **changes)


@pytest.mark.parametrize(
    ("role", "whose"),
    [("candidate", "candidate"), ("supplier_worker", "candidate"), ("contractor", "candidate")],
)
def test_whose_parts_apply(role: str, whose: str) -> None:
    """
    The parts of another role apply through as many steps as the notice names.
    """
    assert declared().role_of(role) == whose


def test_a_role_the_notice_does_not_speak_of() -> None:
    """
    A role the notice is silent about is refused, not taken for another.
    """
    with pytest.raises(UnknownTermError, match="unknown role 'referee'"):
        declared().role_of("referee")


def test_uses_follow_the_role_treated_as() -> None:
    """
    A supplier's worker treated as a candidate is in the candidate's uses, and in no other.
    """
    assert list(declared().uses_of("supplier_worker")) == ["recruitment"]


def test_own_words_at_a_path() -> None:
    """
    The firm's words are found under their path in their language.
    """
    assert declared().text("title", "nl") == "Onze privacyverklaring"


@pytest.mark.parametrize(("path", "language"), [("title", "sv"), ("intro", "nl")])
def test_a_missing_text_is_never_replaced(path: str, language: str) -> None:
    """
    Neither another language nor another path stands in for words that are missing.
    """
    with pytest.raises(MissingTextError) as raised:
        declared().text(path, language)
    assert (raised.value.path, raised.value.language) == (path, language)


def dated(number: str, published: str, effective: str = "") -> Policy:
    """
    Make a version with its days.
    """
    days = Version(
        number=number,
        published_on=PartialDate.parse(published),
        effective_on=PartialDate.parse(effective) if effective else UNSTATED,
    )
    return declared(version=days)


HISTORY = attrs.evolve(
    dated("3", "2026-01-10", "2026-02-01"),
    earlier=(dated("1", "2018-05"), dated("2", "2020-01-01")),
)


def test_the_version_a_person_was_given() -> None:
    """
    A version is found by its number, be it the present one or an earlier one.
    """
    assert [HISTORY.given(number).version.number for number in ("1", "3")] == ["1", "3"]


def test_a_version_nobody_kept() -> None:
    """
    A number that no version has is refused with the way out.
    """
    with pytest.raises(LookupError, match="add it under versions/"):
        HISTORY.given("0")


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2018, 5, 30), None),
        (date(2018, 5, 31), "1"),
        (date(2019, 12, 31), "1"),
        (date(2020, 1, 1), "2"),
        (date(2026, 1, 31), "2"),
        (date(2026, 2, 1), "3"),
    ],
)
def test_the_version_that_counted_on_a_day(day: date, number: str | None) -> None:
    """
    A version counts from its effective day, a month alone from its last day on.
    """
    found = HISTORY.published_by(day)
    assert (found and found.version.number) == number


def test_no_version_says_since_when() -> None:
    """
    Where no version is dated, none is taken to count.
    """
    assert declared().published_by(date(2026, 1, 1)) is None


USE = attrs.evolve(
    RECRUITMENT,
    basis=(LawfulBasis.LEGITIMATE_INTERESTS,),
    but=FrozenMap(
        {
            "matching": Exceptional(),
            "payroll_invoicing": Exceptional(basis=(LawfulBasis.CONTRACT,)),
        }
    ),
)


@pytest.mark.parametrize(
    ("purpose", "basis"),
    [
        ("matching", (LawfulBasis.LEGITIMATE_INTERESTS,)),
        ("payroll_invoicing", (LawfulBasis.CONTRACT,)),
    ],
)
def test_the_basis_of_a_purpose(purpose: str, basis: tuple[LawfulBasis, ...]) -> None:
    """
    A purpose has the basis of its exception, else that of its use.
    """
    assert USE.basis_of(purpose) == basis


def test_a_basis_left_out() -> None:
    """
    A basis nobody stated is unstated, not none.
    """
    assert RECRUITMENT.basis_of("matching") is UNSTATED
