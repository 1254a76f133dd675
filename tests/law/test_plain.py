"""
The plain form of what a pack says.
"""

from __future__ import annotations

from datetime import date

import pytest

from recruitprivacy.canonical import dumps
from recruitprivacy.errors import CanonicalError
from recruitprivacy.law import Rule, load
from recruitprivacy.law._plain import plain


def test_a_rule_is_written_as_its_author_would() -> None:
    """
    Periods, days and citations are the texts one writes in a pack; what is empty is left out.
    """
    written = plain(load().rule("eu.deadline.breach", on=date(2026, 3, 2)))
    assert isinstance(written, dict)
    assert {key: written[key] for key in ("period", "applies_from", "cites")} == {
        "period": "PT72H",
        "applies_from": "2018-05-25",
        "cites": ["GDPR Art. 33(1)"],
    }
    assert "roles" not in written


def test_every_pack_has_a_plain_form() -> None:
    """
    Whatever stands in a shipped pack can be written canonically.
    """
    assert all(dumps(plain(pack)) for pack in load("NL", "SE").packs)


def test_no_and_nothing_differ() -> None:
    """
    An answer of no, or of zero, is not left out as if there were none.
    """
    assert plain({"no": False, "none": None, "zero": 0}) == {"no": False, "zero": 0}


@pytest.mark.parametrize("other", [1.5, {1, 2}, object(), Rule])
def test_what_no_pack_says_is_refused(other: object) -> None:
    """
    A value that no pack can say has no plain form.
    """
    with pytest.raises(CanonicalError):
        plain((other,))
