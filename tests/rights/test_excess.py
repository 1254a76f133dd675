"""
Repetition, excess and fees: what a human is told, and what never counts.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
import pytest

from recruitprivacy.basis import Verdict
from recruitprivacy.rights import RightsRequest, Sign, excess, may_charge, open_request
from recruitprivacy.vocabulary import RefusalGround, Right
from tests.rights.making import asked, noon
from tests.rights.weighing import DAY, HERE, NL, codes, unfilled

REQUEST: Final = asked(Right.ACCESS, situation=HERE)
NEVER: Final = (Sign.EFFORT, Sign.RUDENESS, Sign.CLAIM_PREPARED)
MAY: Final = (Sign.PAID_SILENCE, Sign.MADE_UP_CLAIM, Sign.PATTERN)


def before(on: date, *rights: Right, person: str = "p-1") -> RightsRequest:
    """
    Give an earlier request, of the same person if nothing else is said.
    """
    made = asked(*(rights or (Right.ACCESS,)), on=on, situation=HERE)
    return attrs.evolve(made, id=f"r-{on}", person=person)


@pytest.mark.row("H1")
@pytest.mark.parametrize("sign", [*Sign])
def test_effort_rudeness_and_lawsuits_never_count(sign: Sign) -> None:
    """
    How much work it is, how it is asked and what for never count; some signs are for a human.
    """
    found = excess(REQUEST, NL, on=DAY, signs=(sign,))
    counts = sign in MAY
    assert found.standing is (Verdict.ARGUABLE if counts else Verdict.EXCLUDED)
    assert bool(found.grounds) is counts
    said = codes(found.steps)
    never = {"rights.excess.never", "rights.excess.long_ago"} & said
    assert ("rights.excess.may" in said, bool(never)) == (counts, not counts)
    assert ("rights.excess.long_ago" in said) is (sign is Sign.REPEATED)
    assert unfilled(found.steps) == set()


@pytest.mark.row("H1")
@pytest.mark.parametrize(
    ("earlier", "standing"),
    [
        ((), Verdict.EXCLUDED),
        ((before(date(2025, 3, 5)),), Verdict.EXCLUDED),
        ((before(date(2025, 3, 6)),), Verdict.ARGUABLE),
        ((before(date(2026, 2, 1), Right.ERASURE),), Verdict.EXCLUDED),
        ((before(date(2026, 2, 1), person="p-2"),), Verdict.EXCLUDED),
        ((before(date(2026, 4, 1)),), Verdict.EXCLUDED),
        ((REQUEST,), Verdict.EXCLUDED),
    ],
)
def test_a_year_later_it_is_never_too_soon(
    earlier: tuple[RightsRequest, ...], standing: Verdict
) -> None:
    """
    The same asked for within a year may be too soon, by the day; a year later it never is.
    """
    found = excess(REQUEST, NL, on=DAY, earlier=earlier, signs=(Sign.REPEATED,))
    assert found.standing is standing


def test_how_often_is_a_fact() -> None:
    """
    How often and when the same was asked before is told, whatever it is worth.
    """
    earlier = (before(date(2024, 1, 1)), before(date(2025, 1, 1)))
    found = excess(REQUEST, NL, on=DAY, earlier=earlier)
    assert (found.earlier, found.last_on) == (2, date(2025, 1, 1))
    assert "rights.excess.count" in codes(found.steps)
    first = excess(REQUEST, NL, on=DAY)
    assert (first.earlier, first.last_on) == (0, None)
    assert "rights.excess.first" in codes(first.steps)


@pytest.mark.row("H2")
@pytest.mark.parametrize("sign", [Sign.MADE_UP_CLAIM, Sign.PATTERN])
def test_even_a_first_request_may_be_abused(sign: Sign) -> None:
    """
    A first request made only to have a claim is for a human to judge, by the Court's word.
    """
    found = excess(REQUEST, NL, on=DAY, signs=(sign,))
    assert found.grounds == (RefusalGround.MANIFESTLY_UNFOUNDED, RefusalGround.EXCESSIVE)
    assert "C-526/24" in {str(cite) for step in found.steps for cite in step.cites}
    assert "shown" in found.needs
    assert excess(REQUEST, NL, on=DAY).grounds == ()


@pytest.mark.row("H1")
def test_no_machine_calls_a_request_excessive() -> None:
    """
    Whatever is put forward, the controller has to show it: it never stands by itself.
    """
    for signs in ((), (Sign.REPEATED,), NEVER, MAY, tuple(Sign)):
        earlier = (before(date(2026, 3, 1)),)
        found = excess(REQUEST, NL, on=DAY, earlier=earlier, signs=signs)
        assert found.standing in {Verdict.ARGUABLE, Verdict.EXCLUDED}


@pytest.mark.row("H8")
@pytest.mark.parametrize(
    ("rights", "copies", "standing"),
    [
        ((Right.ACCESS,), 1, Verdict.EXCLUDED),
        ((Right.ACCESS,), 2, Verdict.STANDS),
        ((Right.ERASURE,), 2, Verdict.EXCLUDED),
    ],
)
def test_the_first_copy_is_free(rights: tuple[Right, ...], copies: int, standing: Verdict) -> None:
    """
    A first copy is free, for whatever purpose; a further one may cost what it costs to make.
    """
    request = asked(*rights, situation=HERE)
    assert may_charge(request, NL, on=DAY, copies=copies, warned=True).standing is standing


@pytest.mark.row("H8")
@pytest.mark.parametrize(
    ("wording", "standing"), [("copy", Verdict.EXCLUDED), ("extra_copy", Verdict.STANDS)]
)
def test_who_calls_it_a_further_copy_asks_for_one(wording: str, standing: Verdict) -> None:
    """
    What the person calls a further copy is one; what they call a copy is the first.
    """
    request = open_request(
        request="r-1", person="p-1", wording=wording, received_at=noon(DAY), situation=HERE
    )
    assert request.rights == (Right.ACCESS,)
    assert may_charge(request, NL, on=DAY, warned=True).standing is standing


@pytest.mark.row("H3")
@pytest.mark.parametrize(
    ("warned", "standing"),
    [(True, Verdict.STANDS), (None, Verdict.ARGUABLE), (False, Verdict.EXCLUDED)],
)
def test_a_fee_is_told_before(*, warned: bool | None, standing: Verdict) -> None:
    """
    Nobody is charged who was not told first, so that they could withdraw the request.
    """
    found = may_charge(REQUEST, NL, on=DAY, copies=2, warned=warned)
    assert found.standing is standing


@pytest.mark.row("H1")
@pytest.mark.parametrize(
    ("signs", "standing"), [(MAY, Verdict.ARGUABLE), (NEVER, Verdict.EXCLUDED)]
)
def test_a_fee_for_excess_is_for_a_human(signs: tuple[Sign, ...], standing: Verdict) -> None:
    """
    Instead of refusing, a fee may be asked where a human shows excess; where nothing counts, never.
    """
    judged = excess(REQUEST, NL, on=DAY, signs=signs)
    found = may_charge(REQUEST, NL, on=DAY, judged=judged, warned=True)
    assert found.standing is standing
    assert unfilled(found.steps) == set()
