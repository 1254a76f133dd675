"""
What the law says, on that day, in that place; and time limits, counted as the law counts them.

Rules are data, in one *pack* per jurisdiction, each with its citation, weight, validity, and the
tie to a country through which it binds. :func:`load` takes the packs a situation needs;
:meth:`Law.rules` sorts the rules of a topic; :func:`answer_due` finds the day by which a person
must be answered, and :func:`count` counts any period.
"""

from __future__ import annotations

from recruitprivacy.law._answer import answer_due
from recruitprivacy.law._calendar import Calendar
from recruitprivacy.law._calendarfile import load_calendar
from recruitprivacy.law._changes import Change, ChangeKind
from recruitprivacy.law._deadline import Deadline
from recruitprivacy.law._due import due
from recruitprivacy.law._holidays import holiday_name
from recruitprivacy.law._inverse import latest_event_for
from recruitprivacy.law._kinds import Confidence, Factor, Kind, Selects
from recruitprivacy.law._law import Law, load
from recruitprivacy.law._limits import count, count_back, last_day, local_day
from recruitprivacy.law._pack import Authority, Pack
from recruitprivacy.law._packfile import jurisdictions, load_regime, read_pack
from recruitprivacy.law._receipt import Clarification, Doubt, Exchanged, Extension, Fee, Proof
from recruitprivacy.law._regime import Regime
from recruitprivacy.law._replay import Replayable, law_line, replay_lines
from recruitprivacy.law._rule import Rule, RuleValue
from recruitprivacy.law._selection import Considered, Selection
from recruitprivacy.law._situation import CALENDAR_YEAR, TIES, Recruitment, Situation
from recruitprivacy.law._topics import TOPICS, Shape, Topic
from recruitprivacy.law._values import ANSWERS

__all__ = [
    "ANSWERS",
    "CALENDAR_YEAR",
    "TIES",
    "TOPICS",
    "Authority",
    "Calendar",
    "Change",
    "ChangeKind",
    "Clarification",
    "Confidence",
    "Considered",
    "Deadline",
    "Doubt",
    "Exchanged",
    "Extension",
    "Factor",
    "Fee",
    "Kind",
    "Law",
    "Pack",
    "Proof",
    "Recruitment",
    "Regime",
    "Replayable",
    "Rule",
    "RuleValue",
    "Selection",
    "Selects",
    "Shape",
    "Situation",
    "Topic",
    "answer_due",
    "count",
    "count_back",
    "due",
    "holiday_name",
    "jurisdictions",
    "last_day",
    "latest_event_for",
    "law_line",
    "load",
    "load_calendar",
    "load_regime",
    "local_day",
    "read_pack",
    "replay_lines",
]
