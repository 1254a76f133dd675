"""
Who asked to be left alone is recognised, and heard by every engine.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from recruitprivacy.basis import Address, Verdict, may_contact
from recruitprivacy.errors import FaultsError, UnreadableIdentifierError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Situation, load
from recruitprivacy.periods import Period
from recruitprivacy.policy import Permission
from recruitprivacy.timeline import (
    Approach,
    ConsentFacts,
    Facts,
    Identifier,
    Keyring,
    Known,
    Suppression,
    found_among,
    remembered,
    suppress,
)

ASKED: Final = date(2024, 2, 29)
OLD: Final = Keyring(keys=FrozenMap({"old": bytes(range(32))}), current="old")
NEW: Final = Keyring(keys=FrozenMap({**OLD.keys, "new": bytes(range(1, 33))}), current="new")
KNOWN: Final = (
    (Identifier.EMAIL, "Noor@Example.org"),
    (Identifier.PHONE, "+31 6 1234 5678"),
    (Identifier.PROFILE, "https://www.example.com/in/noor"),
)
NOOR: Final = suppress(KNOWN, OLD, asked_on=ASKED, review_after=Period(years=1))
TODAY: Final = date(2026, 3, 2)
NOBODY: Final = Facts(person="found-1", on=TODAY, policy="house")


@pytest.mark.parametrize(
    ("approach", "blocked"),
    [
        (Approach.SOURCING, True),
        (Approach.IMPORT, True),
        (Approach.MARKETING, True),
        (Approach.BY_PERSON, False),
    ],
)
def test_only_what_the_firm_begins_is_stopped(approach: Approach, *, blocked: bool) -> None:
    """
    Looking, importing and advertising are stopped; what the person does themselves never is.
    """
    assert NOOR.blocks(approach) is blocked


@pytest.mark.parametrize(
    ("on", "due"), [(date(2025, 2, 27), False), (date(2025, 2, 28), True), (TODAY, True)]
)
def test_it_is_reviewed_and_does_not_run_out(on: date, *, due: bool) -> None:
    """
    Past its review it is to be looked at, and still stops what it stopped.
    """
    assert (NOOR.is_for_review(on), NOOR.blocks(Approach.IMPORT)) == (due, True)


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (Identifier.EMAIL, " noor@example.ORG", True),
        (Identifier.PHONE, "0031612345678", True),
        (Identifier.PROFILE, "nl.example.com/in/noor?trk=1", True),
        (Identifier.EMAIL, "noor+jobs@example.org", False),
        (Identifier.PHONE, "+31612345679", False),
    ],
)
def test_any_one_that_was_known_is_enough(kind: Identifier, value: str, *, found: bool) -> None:
    """
    A person is found by any address, number or link of then, under a new key, too; by no other.
    """
    assert found_among([NOOR], [(kind, value)], NEW) == ((NOOR,) if found else ())


def test_several_are_looked_for_at_once() -> None:
    """
    Whoever changed one address is found by the other.
    """
    now = [(Identifier.EMAIL, "new@example.org"), KNOWN[1]]
    assert found_among([NOOR], now, OLD) == (NOOR,)


def test_without_its_key_it_finds_nobody() -> None:
    """
    A key that left the ring takes with it all that was made with it.
    """
    ring = Keyring(keys=FrozenMap({"new": NEW.keys["new"]}), current="new")
    assert found_among([NOOR], KNOWN, ring) == ()


def test_nothing_known_recognises_nobody() -> None:
    """
    Without an address, number or link there is nothing to be remembered by.
    """
    with pytest.raises(FaultsError, match="tokens"):
        suppress([], OLD, asked_on=ASKED, review_after=Period(years=1))


def test_an_unreadable_one_is_refused_unquoted() -> None:
    """
    What cannot be read is named by its kind alone.
    """
    with pytest.raises(UnreadableIdentifierError) as caught:
        found_among([NOOR], [(Identifier.PHONE, "06 1234")], OLD)
    assert "1234" not in str(caught.value)


def test_it_shows_nothing_of_the_person() -> None:
    """
    In a log it tells keys and days.
    """
    assert all(token.digest not in repr(NOOR) for token in NOOR.tokens)
    assert "noor" not in repr(NOOR).casefold()


AGREED: Final = ConsentFacts(
    event="c1",
    purpose="direct_marketing",
    permission=Permission.CONSENT,
    given=Known(day=date(2023, 1, 15)),
    notice_version="3",
    notice_digest="sha256:00",
    language="nl",
)


@pytest.mark.parametrize(
    ("suppressions", "standing"), [((), Verdict.STANDS), ((NOOR,), Verdict.EXCLUDED)]
)
def test_nobody_writes_to_who_was_found(
    suppressions: tuple[Suppression, ...], standing: Verdict
) -> None:
    """
    Remembered, it is an objection to advertising that no older agreement overcomes.
    """
    facts = remembered(
        Facts(person="p", on=TODAY, policy="house", consents=(AGREED,)), suppressions
    )
    found = may_contact(
        facts,
        channel="email",
        message="unsolicited",
        address=Address.PERSON,
        situation=Situation(establishment="NL"),
        law=load("NL"),
        on=TODAY,
    )
    assert found.standing is standing


def test_what_the_person_asked_for_later_goes_out() -> None:
    """
    Whoever comes back and asks for an alert gets it; it is what they began.
    """
    alert = ConsentFacts(
        event="c2",
        purpose="job_alerts",
        permission=Permission.CONSENT,
        given=Known(day=date(2026, 1, 15)),
        notice_version="3",
        notice_digest="sha256:00",
        language="nl",
    )
    back = remembered(Facts(person="p", on=TODAY, policy="house", consents=(alert,)), [NOOR])
    found = may_contact(
        back,
        channel="email",
        message="alert",
        address=Address.PERSON,
        situation=Situation(establishment="NL"),
        law=load("NL"),
        on=TODAY,
    )
    assert found.standing is not Verdict.EXCLUDED


def test_remembering_twice_is_once() -> None:
    """
    The same memory added again adds nothing.
    """
    once = remembered(NOBODY, [NOOR])
    assert remembered(once, [NOOR]) == once
