"""
Facts about the names of countries.
"""

from __future__ import annotations

import pytest

from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.i18n import country


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "Netherlands"), ("nl", "Nederland"), ("sv", "Nederländerna")]
)
def test_a_country_has_a_name_in_each_language(language: str, expected: str) -> None:
    """
    The name is the one the language uses, not the country's own.
    """
    assert country("NL", language) == expected


def test_a_code_without_a_name_is_missing() -> None:
    """
    A code no language names is an error, and never printed as it is.
    """
    with pytest.raises(MissingTranslationError) as missing:
        country("QX", "sv")
    assert (missing.value.code, missing.value.language) == ("country.QX", "sv")
