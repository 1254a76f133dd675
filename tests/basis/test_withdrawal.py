"""
What a purpose rests on for one person, before and after a consent is taken back.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitprivacy.basis import (
    ConsentAct,
    ConsentAsked,
    Resting,
    Verdict,
    assess,
    consent_stands,
    record_consent,
    rests_on,
)
from recruitprivacy.errors import ConsentNotRecordableError
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy import Controller, Permission, Policy, Role, Use, Version
from recruitprivacy.timeline import (
    ConsentFacts,
    Facts,
    Known,
    NoticeFacts,
    RecordFacts,
    RecordKind,
)
from recruitprivacy.vocabulary import LawfulBasis
from tests.basis.asking import (
    ARGUABLE,
    DAY,
    EXCLUDED,
    HERE,
    NL,
    POOLING,
    SOUND,
    STANDS,
    WEIGHED,
    changed,
)

CONSENT: Final = LawfulBasis.CONSENT
INTERESTS: Final = LawfulBasis.LEGITIMATE_INTERESTS
GIVEN: Final = date(2026, 1, 15)
TAKEN: Final = date(2026, 2, 10)


def policy(number: str, *bases: LawfulBasis, earlier: tuple[Policy, ...] = ()) -> Policy:
    """
    Declare a pool on some bases.
    """
    return Policy(
        id="house",
        firm=("House",),
        languages=("en",),
        version=Version(number=number),
        roles=FrozenMap({"candidate": Role()}),
        controllers=FrozenMap({"house": Controller(name="House BV", country="NL")}),
        uses=FrozenMap({"pool": Use(roles=("candidate",), purposes=("talent_pool",), basis=bases)}),
        earlier=earlier,
    )


CONSENT_ONLY: Final = policy("1", CONSENT)
BOTH_BASES: Final = policy("1", CONSENT, INTERESTS)
SWAPPED: Final = policy("2", CONSENT, INTERESTS, earlier=(CONSENT_ONLY,))


def facts(*, withdrawn: date | None = None, notice: str = "1", **more: Any) -> Facts:  # noqa: ANN401
    """
    Give a candidate who agreed to the pool, after having had a notice.
    """
    agreed = ConsentFacts(
        event="c1",
        purpose="talent_pool",
        permission=Permission.CONSENT,
        given=Known(day=GIVEN),
        notice_version="1",
        notice_digest="sha256:00",
        language="en",
    )
    if withdrawn is not None:
        agreed = attrs.evolve(agreed, withdrawn=Known(day=withdrawn))
    had = NoticeFacts(version=notice, language="en", role="candidate", given=Known(day=GIVEN))
    fields: dict[str, Any] = {
        "consents": (agreed,),
        "notices": (had,),
        "records": FrozenMap({"r1": RecordFacts(kind=RecordKind.APPLICATION, role="candidate")}),
        **more,
    }
    return Facts(person="p-1", on=DAY, policy="house", **fields)


def resting(known: Facts, declared: Policy, **more: Any) -> Resting:  # noqa: ANN401
    """
    Ask what the pool rests on.
    """
    return rests_on(known, declared, HERE, NL, record="r1", purpose="talent_pool", on=DAY, **more)


def test_a_standing_consent_carries() -> None:
    """
    While consent stands, the purpose rests on it.
    """
    found = resting(facts(), CONSENT_ONLY)
    assert (found.standing, found.bases) == (STANDS, (CONSENT,))


@pytest.mark.row("E2")
@pytest.mark.parametrize(
    ("declared", "verdict", "bases"),
    [
        (CONSENT_ONLY, EXCLUDED, ()),
        (BOTH_BASES, ARGUABLE, (INTERESTS,)),
        (SWAPPED, EXCLUDED, ()),
    ],
)
def test_only_what_was_told_before_counts(
    declared: Policy, verdict: Verdict, bases: tuple[LawfulBasis, ...]
) -> None:
    """
    After withdrawal a basis counts only where the notice the person had before names it.
    """
    found = resting(facts(withdrawn=TAKEN), declared)
    assert (found.standing, found.bases) == (verdict, bases)


def test_a_silent_swap_is_pointed_out() -> None:
    """
    A basis that a later notice adds is set aside, and the answer says so.
    """
    found = resting(facts(withdrawn=TAKEN), SWAPPED)
    assert [step.says.message.code for step in found.remarks] == ["basis.rests.later"]


@pytest.mark.parametrize(("interests", "verdict"), [(("client_service",), STANDS), ((), EXCLUDED)])
def test_a_declared_basis_must_truly_hold(interests: tuple[str, ...], verdict: Verdict) -> None:
    """
    What assessing said of the declared basis decides whether it carries.
    """
    weighed = changed(WEIGHED, purpose=POOLING.purpose)
    asked = changed(POOLING, interests=interests, public_task=False, assessment=weighed)
    options = assess(asked, HERE, NL, on=DAY)
    found = resting(facts(withdrawn=TAKEN), BOTH_BASES, assessed=options)
    assert found.standing is verdict


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        (facts(withdrawn=TAKEN, notices=()), EXCLUDED),
        (facts(withdrawn=TAKEN, notices=(), unknown=("notices",)), ARGUABLE),
        (facts(withdrawn=TAKEN, notice="9"), EXCLUDED),
    ],
)
def test_a_notice_nobody_had_carries_nothing(known: Facts, verdict: Verdict) -> None:
    """
    Where the person had no notice before, no other basis counts; where nobody knows, it is open.
    """
    assert resting(known, BOTH_BASES).standing is verdict


def test_a_notice_that_did_not_speak_of_the_role() -> None:
    """
    A version that did not speak of candidates told them of no basis.
    """
    before = attrs.evolve(BOTH_BASES, roles=FrozenMap({"client": Role()}), uses=FrozenMap())
    declared = policy("2", CONSENT, INTERESTS, earlier=(before,))
    assert resting(facts(withdrawn=TAKEN), declared).bases == ()


def test_a_notice_given_after_the_withdrawal_does_not_count() -> None:
    """
    A notice that came with the confirmation of the withdrawal told nothing before it.
    """
    late = NoticeFacts(version="2", language="en", role="candidate", given=Known(day=TAKEN))
    known = facts(withdrawn=TAKEN, notices=(*facts().notices, late))
    assert resting(known, SWAPPED).bases == ()


@given(st.dates(date(2018, 5, 25), date(2026, 3, 2)), st.sampled_from([CONSENT_ONLY, SWAPPED]))
def test_withdrawing_never_leaves_a_consent_only_use_alive(taken: date, declared: Policy) -> None:
    """
    Whenever it was taken back, a purpose told on consent alone rests on nothing afterwards.
    """
    assert resting(facts(withdrawn=taken), declared).standing is EXCLUDED


class TestRecording:
    """
    What we record as consent.
    """

    AT: Final = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def test_a_sound_consent_is_recorded_with_its_proof(self) -> None:
        """
        The event keeps the purposes, the version, the words' digest, the language and the names.
        """
        event = record_consent(SOUND, event="e1", person="p1", at=self.AT)
        assert (
            event.purposes,
            event.permission,
            event.notice_version,
            event.notice_digest,
            event.language,
            event.controllers,
        ) == (("talent_pool",), Permission.CONSENT, "3", "sha256:00", "nl", ("north",))

    def test_explicit_consent_is_recorded_as_such(self) -> None:
        """
        What must be explicit is recorded as explicit.
        """
        event = record_consent(SOUND, event="e1", person="p1", at=self.AT, explicit=True)
        assert event.permission is Permission.EXPLICIT_CONSENT

    @pytest.mark.parametrize(
        ("facts", "missing"),
        [
            ({"act": ConsentAct.SILENCE}, ("unambiguous",)),
            ({"act": ConsentAct.PRE_TICKED}, ("unambiguous",)),
            ({"act": None}, ("unambiguous",)),
            ({"purposes": ("talent_pool", "direct_marketing")}, ("granular",)),
            ({"purposes": ()}, ("specific", "granular")),
            ({"conditional": True}, ("not_conditional",)),
            ({"open_ended": True}, ("specific",)),
            ({"entities": ()}, ("specific",)),
            ({"notice_digest": ""}, ("demonstrable",)),
            ({"language": ""}, ("demonstrable",)),
            ({"told": ()}, ("informed",)),
        ],
    )
    def test_what_is_no_consent_is_not_recorded(
        self, facts: dict[str, Any], missing: tuple[str, ...]
    ) -> None:
        """
        Silent, pre-ticked, bundled, vague and unprovable agreement is refused by name.
        """
        asked = attrs.evolve(SOUND, **facts)
        with pytest.raises(ConsentNotRecordableError) as refused:
            record_consent(asked, event="e1", person="p1", at=self.AT)
        assert refused.value.missing == missing

    def test_what_was_recorded_is_judged(self) -> None:
        """
        What an event recorded is judged by what it says, and the rest is asked for.
        """
        event = record_consent(SOUND, event="e1", person="p1", at=self.AT)
        asked = ConsentAsked.recorded(event)
        found = consent_stands(asked, HERE, NL, on=DAY)
        assert (found.standing, "consent.recorded" in found.needs) == (ARGUABLE, False)
        assert "consent.act" in found.needs

    def test_a_box_without_words_is_not_explicit(self) -> None:
        """
        A ticked box whose words do not state the consent is not explicit.
        """
        asked = attrs.evolve(SOUND, explicit=False)
        with pytest.raises(ConsentNotRecordableError, match="explicit is missing"):
            record_consent(asked, event="e1", person="p1", at=self.AT, explicit=True)
