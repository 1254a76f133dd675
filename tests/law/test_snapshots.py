"""
What each shipped pack says, and when that changed: a change of law is a difference one can read.
"""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from recruitprivacy.canonical import Plain
from recruitprivacy.law import Confidence, Pack, jurisdictions, load
from recruitprivacy.law._plain import plain
from tests.conftest import Snapshot

DAY = timedelta(days=1)


def changes(pack: Pack) -> dict[str, dict[str, Plain]]:
    """
    List the days on which a rule begins or ends, with what begins and what ends then.
    """
    begins = {rule.applies_from for rule in pack.rules}
    ends = {rule.applies_until + DAY for rule in pack.rules if rule.applies_until}
    return {day.isoformat(): _on(pack, day) for day in sorted(begins | ends)}


def _on(pack: Pack, day: date) -> dict[str, Plain]:
    began = {rule.id: plain(rule) for rule in pack.rules if rule.applies_from == day}
    ended: list[Plain] = [
        rule.id for rule in pack.rules if rule.applies_until and rule.applies_until + DAY == day
    ]
    standing: list[Plain] = [rule.id for rule in pack.rules if rule.in_force(day)]
    return {"began": began, "ended": ended, "in_force": standing}


@pytest.mark.parametrize("place", jurisdictions())
def test_snapshot(place: str, snapshot: Snapshot) -> None:
    """
    The rules of a pack, on every day on which one begins or ends, are those that were read.
    """
    pack = next(pack for pack in load(place).packs if pack.jurisdiction == place)
    text = json.dumps(changes(pack), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert text == snapshot(f"{place.lower()}.json", text)


def test_snapshot_of_what_is_unverified(snapshot: Snapshot) -> None:
    """
    These rules could not be confirmed; whoever confirms one takes it off this list.
    """
    unsure = {
        pack.jurisdiction: sorted(
            {rule.id for rule in pack.rules if rule.confidence is Confidence.UNVERIFIED}
        )
        for pack in load(*jurisdictions()).packs
    }
    found = {place: ids for place, ids in unsure.items() if ids}
    text = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert text == snapshot("unverified.json", text)
