"""
What the law says, on that day, in that place; and time limits, counted as the law counts them.

Rules are data, in one *pack* per jurisdiction, each with its citation, weight, validity, and the
tie to a country through which it binds. :func:`load` takes the packs a situation needs;
:meth:`Law.rules` sorts the rules of a topic; :func:`answer_due` finds the day by which a person
must be answered, and :func:`count` counts any period.
"""

from __future__ import annotations

from recruitprivacy.law._calendar import Calendar, load_calendar
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._due import ANSWER, EXTENSION, answer_due, due
from recruitprivacy.law._holidays import holiday_name
from recruitprivacy.law._kinds import Confidence, Factor, Kind, Selects
from recruitprivacy.law._law import Law, load
from recruitprivacy.law._limits import count, count_back, last_day, local_day
from recruitprivacy.law._pack import Authority, Pack
from recruitprivacy.law._packfile import jurisdictions, read_pack
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._rule import Rule, RuleValue
from recruitprivacy.law._selection import Considered, Selection
from recruitprivacy.law._situation import Recruitment, Situation

__all__ = [
    "ANSWER",
    "EXTENSION",
    "Authority",
    "Calendar",
    "Confidence",
    "Considered",
    "Deadline",
    "Factor",
    "Kind",
    "Law",
    "Pack",
    "Recruitment",
    "Regime",
    "Rule",
    "RuleValue",
    "Selection",
    "Selects",
    "Situation",
    "answer_due",
    "count",
    "count_back",
    "due",
    "holiday_name",
    "jurisdictions",
    "last_day",
    "load",
    "load_calendar",
    "local_day",
    "read_pack",
]
