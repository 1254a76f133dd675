"""
The names of countries.
"""

from __future__ import annotations

from recruitprivacy.errors import MissingTranslationError
from recruitprivacy.i18n._catalog import Catalog


def say_country(code: str, catalog: Catalog) -> str:
    """
    Name a country by its two-letter code.

    Raises:
        MissingTranslationError: If the language has no name for it.
    """
    from babel import Locale

    name = Locale.parse(catalog.about.locale).territories.get(code)
    if name is None:
        raise MissingTranslationError(f"country.{code}", catalog.about.language)
    return str(name)
