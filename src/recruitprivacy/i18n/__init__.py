"""
Saying values in a language: sentences, citations, lengths of time, days, lists, labels.

Nothing falls back in silence: a language without a catalog, a message without a translation and a
value without words are errors of their own.

===============  ======================================================================
in a message     says
===============  ======================================================================
``{name}``       the value; a day in its long form, a tuple as a list joined by *and*
``{x:capital}``  the same, beginning with a capital letter
``{x:or}``       a tuple as a list joined by *or*
``{x:for}``      a period as in *for 2 years*; also ``after``, ``within``, and ``cell``
                 (*2 years*), which is what a period says when nothing is asked for
===============  ======================================================================
"""

from __future__ import annotations

from recruitprivacy.i18n._catalog import About, about, languages
from recruitprivacy.i18n._explained import explained
from recruitprivacy.i18n._language import Language
from recruitprivacy.i18n._periods import Frame
from recruitprivacy.i18n._say import (
    citation,
    country,
    date,
    datetime,
    label,
    month,
    month_day,
    period,
    say,
)

__all__ = [
    "About",
    "Frame",
    "Language",
    "about",
    "citation",
    "country",
    "date",
    "datetime",
    "explained",
    "label",
    "languages",
    "month",
    "month_day",
    "period",
    "say",
]
