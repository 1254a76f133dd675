"""
Tests of the codes of countries.
"""

from __future__ import annotations

import pytest
from babel import Locale

from recruitprivacy.policy._countries import COUNTRIES, nearest_country

NO_COUNTRIES = {
    *("AC", "CP", "CQ", "DG", "EA", "IC", "TA"),  # islands and exclaves, reserved for the post
    *("EU", "EZ", "UN"),  # unions of countries
    *("QO", "XA", "XB", "ZZ"),  # made up, for software
}


def test_the_codes_there_are() -> None:
    """
    They are the two-letter codes another list of them knows, but for what is no country.
    """
    codes = map(str, Locale("en").territories)
    known = {code for code in codes if len(code) == 2 and code.isalpha()}
    assert known - NO_COUNTRIES == COUNTRIES


@pytest.mark.parametrize(
    ("code", "expected"),
    [("UK", "GB"), ("EL", "GR"), ("nl", "NL"), (" se ", "SE"), ("DEU", "DE"), ("SWE", "SE")],
)
def test_the_nearest_code(code: str, expected: str) -> None:
    """
    What others than ISO write, and letters too many, lead to the code that is meant.
    """
    assert expected == nearest_country(code)


@pytest.mark.parametrize("code", ["Netherlands", "Europe", "", "12"])
def test_none_near(code: str) -> None:
    """
    A name is not taken for the code it begins with.
    """
    assert nearest_country(code) == ""
