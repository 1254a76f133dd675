"""
A finding points to where it stands: in the declaration, or where what is missing would stand.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from recruitprivacy import law, notices
from recruitprivacy.policy import Policy
from recruitprivacy.wire import load_policy
from tests.claims import resolve

POLICIES: Final = Path(__file__).parents[2] / "examples" / "policies"
FIRMS: Final = sorted(path.parent.name for path in POLICIES.glob("*/policy.toml"))
ON: Final = date(2026, 11, 22)
ABSENT: Final = frozenset({"right.unstated", "consent.withdrawal_unstated"})
"""Entries that are missing as a whole."""


def stands(policy: Policy, path: str) -> bool:
    """
    Say whether anything stands at a path.
    """
    try:
        resolve(policy, path)
    except KeyError:
        return False
    return True


@pytest.mark.parametrize("firm", FIRMS)
def test_every_path_leads_somewhere(firm: str) -> None:
    """
    A path leads to something declared, in one of the texts; only a missing right has none.
    """
    policy = load_policy(POLICIES / firm)
    texts = (policy, *policy.variants.values())
    found = notices.check(policy, law.load("NL"), on=ON)
    lost = {
        (each.code, each.path)
        for each in found
        if not any(stands(text, each.path) for text in texts)
    }
    assert {code for code, _ in lost} <= ABSENT
    assert all(path.startswith("rights.") for _, path in lost)
    assert len(found) > len(lost)
