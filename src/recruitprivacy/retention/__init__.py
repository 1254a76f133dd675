"""
How long data may, must and are meant to be kept, decided per controller, record and category.

:func:`assess` answers with a :class:`Disposal` each: three days that never overwrite one another,
one :class:`Status`, and every rule, hold and missing fact behind them. :func:`plan` makes steps of
the answers, place by place, :func:`second_approver` asks for another pair of eyes where that is
much, and :func:`release` judges each step again before it runs.
:func:`cutoffs` turns the schedule round for a day, so that a sweep compares days where the data
are: :mod:`recruitprivacy.retention.frames` and :mod:`recruitprivacy.retention.sql` ask it there,
of columns a host has or of days that :mod:`recruitprivacy.retention.folding` folds from its events.
:func:`reason` says of a row they found which rule decides, and since when.
:func:`impact` says what a change of policy or law would do before it applies, and
:func:`renewals` who may be asked to agree again.
"""

from __future__ import annotations

from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._approval import second_approver
from recruitprivacy.retention._assess import assess
from recruitprivacy.retention._bars import Bar, BarKind
from recruitprivacy.retention._bound import Bound, Interval, On, Open, Unknown
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._cutoffs import (
    Apart,
    Cap,
    Cell,
    CellKind,
    Compared,
    Cutoffs,
    Lasting,
    NeededFact,
    Origin,
    Reason,
    Requirement,
    Row,
    Schedule,
    Span,
    Term,
    compared,
    cutoffs,
    reason,
    row_of,
)
from recruitprivacy.retention._data_map import DataMap, Place, gaps
from recruitprivacy.retention._disposal import Conflict, Disposal
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._impact import Impact, Moved, impact
from recruitprivacy.retention._limitation import Limitation
from recruitprivacy.retention._plan import (
    Blocked,
    EraseStep,
    Plan,
    PlanStep,
    SegregateStep,
    TellStep,
    plan,
)
from recruitprivacy.retention._release import Outcome, Release, StepResult, Stopped, again, release
from recruitprivacy.retention._renewal import Asking, Renewal, renewals
from recruitprivacy.retention._shift import Shift
from recruitprivacy.retention._status import Status

__all__ = [
    "Apart",
    "Asking",
    "Bar",
    "BarKind",
    "Blocked",
    "Bound",
    "Cap",
    "Cell",
    "CellKind",
    "Clause",
    "Compared",
    "Conflict",
    "Cutoffs",
    "DataMap",
    "Disposal",
    "Effect",
    "Ending",
    "EraseStep",
    "Impact",
    "Interval",
    "Lasting",
    "Limitation",
    "Moved",
    "NeededFact",
    "On",
    "Open",
    "Origin",
    "Outcome",
    "Place",
    "Plan",
    "PlanStep",
    "Reason",
    "Release",
    "Renewal",
    "Requirement",
    "Row",
    "Schedule",
    "SegregateStep",
    "SetAside",
    "Shift",
    "Span",
    "Status",
    "StepResult",
    "Stopped",
    "TellStep",
    "Term",
    "Unknown",
    "again",
    "assess",
    "compared",
    "cutoffs",
    "gaps",
    "impact",
    "plan",
    "reason",
    "release",
    "renewals",
    "row_of",
    "second_approver",
]
