"""
Every shipped pack can be asked, and none of them allows anything out of nothing.
"""

from __future__ import annotations

import pytest

from recruitprivacy.basis import Activity, Address, Verdict, layers, may_collect, may_contact
from recruitprivacy.law import Situation, jurisdictions, load
from recruitprivacy.vocabulary import BUILT_IN, Kind
from tests.basis.asking import DAY

PLACES = [place for place in jurisdictions() if place != "EU"]
GUARDED = [
    term.key
    for term in BUILT_IN.terms(Kind.CATEGORY)
    if term.sensitivity.value in {"special", "criminal", "national_identifier"}
]


def at(place: str) -> Situation:
    """
    Put everything in one place.
    """
    return Situation(
        establishment=place, place_of_work=place, formal_employer=place, residence=place
    )


@pytest.mark.parametrize("place", PLACES)
def test_guarded_data_are_never_simply_collected(place: str) -> None:
    """
    With need and telling shown and nothing else, no guarded data may be collected anywhere.
    """
    law = load(place)
    given = {"collect.needed": True, "collect.told": True}
    standing = [
        category
        for category in GUARDED
        if may_collect(category, "placement", at(place), law, on=DAY, given=given).standing
        is Verdict.STANDS
    ]
    assert standing == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("channel", ["email", "sms", "phone"])
def test_nobody_is_written_to_on_nothing(place: str, channel: str) -> None:
    """
    Of a person of whom nothing was folded, nothing unsolicited may be sent anywhere.
    """
    found = may_contact(
        None,
        channel=channel,
        message="unsolicited",
        situation=at(place),
        law=load(place),
        on=DAY,
        address=Address.PERSON,
    )
    assert found.standing in {Verdict.ARGUABLE, Verdict.UNKNOWN}


@pytest.mark.parametrize("place", PLACES)
def test_each_guard_has_an_answer(place: str) -> None:
    """
    Special, criminal and identifying data each get a verdict that is no permission.
    """
    asked = Activity(
        role="candidate",
        purpose="selection",
        categories=("health", "criminal_convictions", "national_id_number"),
    )
    found = layers(asked, at(place), load(place), on=DAY)
    assert Verdict.STANDS not in {layer.standing for layer in found}
    assert len(found) == 4
