"""
Facts about the names of countries.
"""

from __future__ import annotations

import pytest

from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.i18n import country


def test_a_code_without_a_name_is_missing() -> None:
    """
    A code no language names is an error, and never printed as it is.
    """
    with pytest.raises(MissingTranslationError) as missing:
        country("QX", "sv")
    assert (missing.value.code, missing.value.language) == ("country.QX", "sv")
