"""
What a person may be asked, to show who they are.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import (
    CheckTooMuchError,
    IdentityNeedsDoubtError,
    UnknownTermError,
)
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Law, Situation, load
from recruitprivacy.rights import (
    Check,
    ClarificationAsked,
    ComplaintLodged,
    Fitting,
    IdentityAsked,
    IdentityProved,
    Mandate,
    Reopened,
    RequestWithdrawn,
    RightsRequest,
    ask_for,
    collected,
    due,
    identity_checks,
    identity_data,
    open_request,
    receive,
)
from recruitprivacy.testing.examples import own_hiring
from recruitprivacy.vocabulary import BUILT_IN, Kind
from recruitprivacy.wire import load_policy
from tests.rights.making import NL, RECEIVED, asked, noon, receipt, step
from tests.rights.weighing import explained_by

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
ON: Final = date(2026, 3, 10)
SE: Final = load("SE")
DOUBTS: Final = [term.key for term in BUILT_IN.terms(Kind.DOUBT)]
LIGHT: Final = {
    "existing_login",
    "known_address",
    "matching_details",
    "call_back",
    "in_person",
    "mandate",
}


def _by_channel(channel: str | None, **more: Any) -> RightsRequest:  # noqa: ANN401 - any field
    came = attrs.evolve(receipt(), channel=channel, **more)
    return receive(came, situation=Situation(establishment="NL"))


def _fitting(
    doubt: str | None, *, request: RightsRequest | None = None, tried: tuple[str, ...] = ()
) -> dict[str, Fitting]:
    found = identity_checks(request or asked(), NL, on=ON, doubt=doubt, tried=tried)
    return {each.key: each.fitting for each in found}


def _fits(doubt: str, **more: Any) -> set[str]:  # noqa: ANN401 - any argument
    return {key for key, each in _fitting(doubt, **more).items() if each is Fitting.FITS}


@pytest.mark.row("H4")
def test_nothing_is_asked_without_a_doubt() -> None:
    """
    H4: without a reason for doubt every way is too much.
    """
    assert set(_fitting(None).values()) == {Fitting.TOO_MUCH}


@pytest.mark.row("H4")
@pytest.mark.parametrize("doubt", DOUBTS)
def test_every_doubt_can_be_settled_lightly(doubt: str) -> None:
    """
    H4: each doubt has a light way to settle it, and a document is not the first.
    """
    fitting = _fitting(doubt)
    fits = _fits(doubt)
    assert fits & LIGHT
    assert fitting["document_shown"] is fitting["document_copy"] is Fitting.TOO_MUCH


@pytest.mark.parametrize(
    ("doubt", "asked_for", "fits"),
    [
        ("unknown_address", "known_address", True),
        ("address_changed", "known_address", False),
        ("account_compromised", "existing_login", False),
        ("account_compromised", "call_back", True),
        ("name_differs", "mandate", False),
        ("through_third_party", "mandate", True),
        ("unknown_address", "password_and_user_id", True),
    ],
)
def test_what_settles_which_doubt(
    doubt: str,
    asked_for: str,
    fits: bool,  # noqa: FBT001 - a table
) -> None:
    """
    A code to an address that has just been changed proves nothing; nor does a stolen login.
    """
    assert (asked_for in _fits(doubt)) is fits


@pytest.mark.row("H4")
@pytest.mark.parametrize("channel", ["account", "preference_centre"])
def test_who_is_logged_in_is_known(channel: str) -> None:
    """
    H4: asked from inside an account, nothing but that login is asked for; by e-mail, more is.
    """
    inside = _by_channel(channel)
    login = {"existing_login", "password_and_user_id"}
    assert _fits("name_differs", request=inside) == login
    assert "known_address" in _fits("name_differs", request=_by_channel("email"))
    assert "call_back" in _fits("account_compromised", request=inside)


@pytest.mark.row("H4")
def test_documents_come_after_all_else() -> None:
    """
    H4: shown once the lighter ways failed, by a human's decision; copied after that, too.
    """
    tried = ("known_address", "matching_details")
    fitting = _fitting("name_differs", tried=tried)
    assert fitting["document_shown"] is Fitting.A_HUMAN_DECIDES
    assert fitting["document_copy"] is Fitting.TOO_MUCH
    after = _fitting("name_differs", tried=(*tried, "document_shown"))
    assert after["document_copy"] is Fitting.A_HUMAN_DECIDES
    one = _fitting("name_differs", tried=tried[:1])
    assert one["document_shown"] is Fitting.TOO_MUCH


@pytest.mark.row("H5")
def test_who_acts_for_another_shows_that_they_may() -> None:
    """
    H5: with a mandate noted, showing it fits whatever the doubt.
    """
    acted = _by_channel("email", mandate=Mandate.PARENT)
    assert "mandate" in _fits("name_differs", request=acted)
    assert "mandate" in _fits("through_third_party", request=acted)


def test_a_hosts_own_doubt_is_judged_as_what_it_is_a_kind_of() -> None:
    """
    A doubt under a built-in one is settled as that is.
    """
    words = BUILT_IN.extend(
        "acme", doubts={"sim_swap": {"under": "address_changed", "definition": "A number moved."}}
    )
    found = identity_checks(asked(), NL, on=ON, doubt="acme:sim_swap", vocabulary=words)
    fits = {each.key for each in found if each.fitting is Fitting.FITS}
    assert fits == _fits("address_changed")


def test_words_nobody_knows() -> None:
    """
    A doubt or a way that is no term is refused.
    """
    with pytest.raises(UnknownTermError):
        identity_checks(asked(), NL, on=ON, doubt="mood")
    with pytest.raises(UnknownTermError):
        identity_checks(asked(), NL, on=ON, doubt="name_differs", tried=("horoscope",))


def test_asking_for_too_much_is_refused() -> None:
    """
    What is about to be asked is given back, or refused with what fits; a human's call passes.
    """
    told: dict[str, Any] = {"request": asked(), "law": NL, "on": ON, "doubt": "name_differs"}
    assert ask_for("known_address", **told) == ("known_address",)
    with pytest.raises(CheckTooMuchError, match="ask for existing_login or") as caught:
        ask_for("known_address", "document_copy", **told)
    assert caught.value.checks == ("document_copy",)
    tried = ("known_address", "matching_details", "document_shown")
    assert ask_for("document_copy", **told, tried=tried) == ("document_copy",)


def _datum(key: str, law: Law, **more: Any) -> Check:  # noqa: ANN401 - any argument
    policy = own_hiring()
    held = attrs.evolve(policy.data["candidate"], items=("name", "cv", "national_id_number"))
    policy = attrs.evolve(policy, data=FrozenMap({"candidate": held}))
    ties = Situation(establishment="SE" if law is SE else "NL")
    told = {"on": ON, "role": "candidate", "situation": ties, **more}
    (found,) = identity_data([key], asked(), policy, law, **told)
    return found


@pytest.mark.parametrize(
    ("law", "given", "fitting"),
    [
        (NL, {}, Fitting.TOO_MUCH),
        (NL, {"law_requires": True}, Fitting.FITS),
        (SE, {}, Fitting.A_HUMAN_DECIDES),
        (SE, {"national.ground": True}, Fitting.FITS),
        (SE, {"national.ground": False}, Fitting.A_HUMAN_DECIDES),
    ],
)
def test_a_swedish_number_is_not_a_dutch_one(
    law: Law, given: dict[str, bool], fitting: Fitting
) -> None:
    """
    Where one law leaves the number to a weighty reason, another keeps it for statutes.
    """
    found = _datum("national_id_number", law, given=given)
    assert found.fitting is fitting
    assert {step.rule for step in found.steps} == {
        "se.national_id.personnummer" if law is SE else "nl.national_id.bsn"
    }
    assert found.cites


def test_where_no_law_is_known_a_number_is_not_asked_for() -> None:
    """
    A place whose law on numbers nobody noted leaves it unknown, and unknown is no yes.
    """
    found = _datum("national_id_number", load("US"), situation=Situation(establishment="US"))
    assert found.fitting is Fitting.TOO_MUCH
    assert found.steps


@pytest.mark.parametrize(
    ("key", "fitting"),
    [
        ("name", Fitting.FITS),
        ("photo", Fitting.TOO_MUCH),
        ("health", Fitting.TOO_MUCH),
        ("criminal_convictions", Fitting.TOO_MUCH),
    ],
)
def test_what_is_not_held_proves_nothing(key: str, fitting: Fitting) -> None:
    """
    Only what is held can be compared, and what the law protects in particular is not asked.
    """
    assert _datum(key, NL).fitting is fitting


def test_a_role_without_data_has_nothing_to_compare() -> None:
    """
    Where nothing is declared as held, nothing is asked for.
    """
    policy = attrs.evolve(own_hiring(), data=FrozenMap())
    found = identity_data(["name"], asked(), policy, NL, on=ON, role="candidate")
    assert [each.fitting for each in found] == [Fitting.TOO_MUCH]


def test_what_was_collected_goes() -> None:
    """
    A copy goes once identity is shown, or the request is closed; a code leaves nothing.
    """
    doubted = step(
        IdentityAsked, ON, doubt="name_differs", checks=("document_copy", "known_address")
    )
    waiting = asked().apply(doubted)
    assert [(each.check, each.erase_on) for each in collected(waiting, NL)] == [
        ("document_copy", None)
    ]
    shown = waiting.apply(step(IdentityProved, date(2026, 3, 12), by="document_copy"))
    assert collected(shown, NL)[0].erase_on == date(2026, 3, 12)
    gone = waiting.apply(step(RequestWithdrawn, date(2026, 3, 15)))
    assert collected(gone, NL)[0].erase_on == date(2026, 3, 15)
    again = gone.apply(step(Reopened, date(2026, 3, 16)))
    assert collected(again, NL)[0].erase_on is None
    assert collected(asked(), NL) == ()


@pytest.mark.parametrize("key", ["reference_feedback", "test_results"])
def test_what_the_person_need_not_know_proves_nothing(key: str) -> None:
    """
    A reference and a score are held, and no proof: they did not come from the person.
    """
    cluster = load_policy(POLICIES / "cluster")
    held = cluster.data["candidate"]
    policy = attrs.evolve(
        cluster, data=FrozenMap({"candidate": attrs.evolve(held, items=(key, "email"))})
    )
    found = identity_data([key, "email"], asked(), policy, NL, on=ON, role="candidate")
    assert [each.fitting for each in found] == [Fitting.TOO_MUCH, Fitting.FITS]
    assert found[0].steps[0].says.message.code == "rights.identity.not_theirs"


def test_a_login_shows_no_mandate() -> None:
    """
    Who asks for another from inside that one's account is asked for the mandate all the same.
    """
    own, parent = _by_channel("account"), _by_channel("account", mandate=Mandate.PARENT)
    assert "mandate" not in _fits("name_differs", request=own)
    assert "mandate" in _fits("name_differs", request=parent)


def test_what_is_offered_unasked_goes_the_same_day() -> None:
    """
    A passport copy nobody asked for is noted as shown, and has to go at once.
    """
    offered = asked().apply(step(IdentityProved, ON, id="e-2", by="document_copy"))
    (paper,) = collected(offered, NL)
    assert (paper.event, paper.check, paper.erase_on) == ("e-2", "document_copy", ON)
    assert collected(asked().apply(step(IdentityProved, ON, by="known_address")), NL) == ()


def test_a_complaint_gives_papers_no_more_time() -> None:
    """
    Papers go with the closing, whatever happens to the closed request after it.
    """
    doubted = step(IdentityAsked, ON, doubt="name_differs", checks=("document_copy",))
    closed = asked().apply(doubted).apply(step(RequestWithdrawn, date(2026, 3, 15)))
    complained = closed.apply(step(ComplaintLodged, date(2026, 5, 4)))
    assert complained.status.is_closed
    assert collected(complained, NL)[0].erase_on == date(2026, 3, 15)


def test_a_hosts_own_document_goes_as_well() -> None:
    """
    A kind of copy a host has a word of its own for is too much, and goes, like any copy.
    """
    words = BUILT_IN.extend("acme", identity_checks={"passport_scan": {"under": "document_copy"}})
    checks = identity_checks(asked(), NL, on=ON, doubt="name_differs", vocabulary=words)
    (scan,) = [each for each in checks if each.key == "acme:passport_scan"]
    assert (scan.fitting, scan.kept) == (Fitting.TOO_MUCH, True)
    tried = ("known_address", "matching_details", "document_shown")
    left = identity_checks(asked(), NL, on=ON, doubt="name_differs", tried=tried, vocabulary=words)
    assert left[-1].fitting is Fitting.A_HUMAN_DECIDES
    came = asked().apply(step(IdentityProved, ON, by="acme:passport_scan"))
    assert [each.erase_on for each in collected(came, NL, vocabulary=words)] == [ON]
    assert collected(came, NL) == ()


@pytest.mark.row("ALLEGIS-138")
def test_what_allegis_compares_is_what_it_holds() -> None:
    """
    With an account the login is compared, without one the address, as far as either is held.
    """
    policy = load_policy(POLICIES / "allegis")
    stated = policy.requests.identity
    assert stated is not None
    asks = (*stated.with_account, *stated.otherwise)
    held = policy.data["candidate"].categories
    told: dict[str, Any] = {"on": ON, "role": "candidate"}
    found = identity_data(asks, asked(), policy, NL, **told)
    fits = {each.key for each in found if each.fitting is Fitting.FITS}
    assert "postal_address" in fits
    assert fits <= {
        key
        for key in asks
        if any(
            BUILT_IN.is_kind(Kind.CATEGORY, key, each) or BUILT_IN.is_kind(Kind.CATEGORY, each, key)
            for each in held
        )
    }


@pytest.mark.row("CLUSTER-195")
def test_cluster_may_ask_who_and_what_only_with_reason() -> None:
    """
    It says it may ask; who asks is asked on doubt alone, and what is meant may always be asked.
    """
    policy = load_policy(POLICIES / "cluster")
    assert policy.requests.identity is not None
    assert policy.requests.identity.more_about_request
    assert set(_fitting(None).values()) == {Fitting.TOO_MUCH}
    with pytest.raises(IdentityNeedsDoubtError):
        asked().apply(step(IdentityAsked, ON))
    meant = asked().apply(step(ClarificationAsked, ON))
    assert not meant.is_doubted


@pytest.mark.row("ALLEGIS-155")
@pytest.mark.parametrize("channel", ["webform", "email", "phone"])
def test_the_channel_a_firm_prefers_binds_nobody(channel: str) -> None:
    """
    Allegis would rather have its form used; whatever way a request comes, it is one, with its day.
    """
    policy = load_policy(POLICIES / "allegis")
    assert policy.requests.preferred == "webform"
    came = open_request(
        "access",
        request="r-1",
        person="p-1",
        received_at=noon(RECEIVED),
        channel=channel,
        situation=Situation(establishment="NL"),
    )
    assert due(came, NL, on=ON, policy=policy).last_day == date(2026, 4, 7)


def test_each_check_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Whether something may be asked for is said with the reason.
    """
    said = explained_by(monkeypatch)
    first = identity_checks(asked(), NL, on=ON, doubt="name_differs")[0]
    first.explain("en")
    _datum("health", NL).explain("en")
    assert said == [
        "rights.identity.fits",
        "rights.identity.suffices",
        "rights.identity.too_much",
        "rights.identity.sensitive",
    ]
