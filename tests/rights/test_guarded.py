"""
Lifting restrictions and turning down objections through us.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import attrs
import pytest

from recruitprivacy.errors import ObjectionStandsError, RestrictionStandsError
from recruitprivacy.rights import guarded
from recruitprivacy.testing.examples import anna_applies, own_hiring
from recruitprivacy.timeline import (
    AnyEvent,
    Facts,
    Happened,
    Objected,
    ObjectionDecided,
    RestrictionAnnounced,
    RestrictionLifted,
    RestrictionPlaced,
    fold,
)
from recruitprivacy.vocabulary import ObjectionGround, RefusalGround, RestrictionGround
from tests.rights.making import NL, noon

DAY: Final = date(2026, 4, 8)


def _event(kind: type[AnyEvent], day: date = DAY, **more: Any) -> AnyEvent:  # noqa: ANN401 - any
    given = {"id": kind.kind, "person": "anna", "recorded_at": noon(day), **more}
    return kind(happened=noon(day), **given)


def _known(*events: AnyEvent) -> Facts:
    return fold((*anna_applies(), *events), own_hiring(), on=date(2026, 6, 1), law=NL)


PLACED: Final = _event(RestrictionPlaced, id="r-1", ground=RestrictionGround.ACCURACY_CONTESTED)
WAITING: Final = _event(RestrictionPlaced, id="r-1", ground=RestrictionGround.OBJECTION_PENDING)
TOLD: Final = _event(RestrictionAnnounced, date(2026, 4, 20))
OBJECTED: Final = _event(Objected, id="o-1", grounds=(ObjectionGround.LEGITIMATE_INTERESTS,))
UPHELD: Final = _event(ObjectionDecided, date(2026, 4, 12), objection="o-1", upheld=True, by="r7")


@pytest.mark.parametrize("restriction", ["", "r-1"])
@pytest.mark.parametrize(
    ("events", "day", "why"),
    [
        ((PLACED,), date(2026, 4, 21), "untold"),
        ((PLACED, TOLD), date(2026, 4, 19), "untold"),
        ((PLACED, TOLD), date(2026, 4, 20), ""),
        ((WAITING, OBJECTED, TOLD), date(2026, 4, 21), "undecided"),
        ((WAITING, OBJECTED, UPHELD, TOLD), date(2026, 4, 21), ""),
        ((PLACED, OBJECTED, TOLD), date(2026, 4, 21), ""),
    ],
)
def test_lifting(events: tuple[AnyEvent, ...], day: date, why: str, restriction: str) -> None:
    """
    A restriction is lifted once the person was told, and one for an objection once it is decided.
    """
    lifted = _event(RestrictionLifted, day, restriction=restriction)
    if not why:
        assert guarded(lifted, _known(*events)) is lifted
        return
    with pytest.raises(RestrictionStandsError) as caught:
        guarded(lifted, _known(*events))
    assert (caught.value.restriction, caught.value.why) == ("r-1", why)


def test_lifting_another_one_is_not_ours_to_refuse() -> None:
    """
    A lift that names another restriction says nothing of this one; nor does one on no day pass.
    """
    other = _event(RestrictionLifted, restriction="r-2")
    assert guarded(other, _known(PLACED)) is other
    undated = attrs.evolve(_event(RestrictionLifted), happened=None)
    with pytest.raises(RestrictionStandsError, match="untold"):
        guarded(undated, _known(PLACED, TOLD))


MARKETING: Final = _event(Objected, id="o-1", grounds=(ObjectionGround.DIRECT_MARKETING,))
SHOWN: Final[dict[str, Any]] = {"by": "r7", "ground": RefusalGround.COMPELLING_GROUNDS}


@pytest.mark.parametrize(
    ("made", "more", "why"),
    [
        (OBJECTED, {"upheld": False, **SHOWN}, ""),
        (OBJECTED, {"upheld": False, "ground": SHOWN["ground"]}, "nobody_decided"),
        (OBJECTED, {"upheld": False, "by": "r7"}, "no_ground"),
        (MARKETING, {"upheld": False, **SHOWN}, "marketing"),
        (MARKETING, {"upheld": True}, ""),
    ],
)
def test_turning_down_an_objection(made: AnyEvent, more: dict[str, Any], why: str) -> None:
    """
    A human turns an objection down on a ground they show, and never one to direct marketing.
    """
    decided = _event(ObjectionDecided, date(2026, 4, 12), objection="o-1", **more)
    if not why:
        assert guarded(decided, _known(made)) is decided
        return
    with pytest.raises(ObjectionStandsError) as caught:
        guarded(decided, _known(made))
    assert (caught.value.objection, caught.value.why) == ("o-1", why)


def test_anything_else_passes() -> None:
    """
    What only happened is recorded as it is.
    """
    wrote = _event(Happened, what="message.inbound")
    assert guarded(wrote, _known()) is wrote
