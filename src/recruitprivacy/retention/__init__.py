"""
How long data may, must and are meant to be kept, decided per controller, record and category.

:func:`assess` answers with a :class:`Disposal` each: three days that never overwrite one another,
one :class:`Status`, and every rule, hold and missing fact behind them.
"""

from __future__ import annotations

from recruitprivacy.retention._applies import SetAside
from recruitprivacy.retention._assess import assess
from recruitprivacy.retention._bars import Bar, BarKind
from recruitprivacy.retention._bound import Bound, Interval, On, Open, Unknown
from recruitprivacy.retention._clause import Clause, Effect
from recruitprivacy.retention._disposal import Conflict, Disposal
from recruitprivacy.retention._ending import Ending
from recruitprivacy.retention._status import Status

__all__ = [
    "Bar",
    "BarKind",
    "Bound",
    "Clause",
    "Conflict",
    "Disposal",
    "Effect",
    "Ending",
    "Interval",
    "On",
    "Open",
    "SetAside",
    "Status",
    "Unknown",
    "assess",
]
