"""
What hosts do wrong with a column, and how it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

import attrs

from recruitprivacy.messages import Message
from recruitprivacy.retention import Cell
from recruitprivacy.retention._cutoffs import NEVER_DAYS
from recruitprivacy.testing._other_folds import Folds
from recruitprivacy.timeline import Absence, day_of

__all__ = ["LOOK", "OTHER_KIND", "Case", "day_in_cell", "likeliest"]

OTHER_END: Final = Message(
    "testing.facts.other_end",
    "It holds the first day where the last is asked, or the last where the first is.",
)
ZONE: Final = Message(
    "testing.facts.zone",
    "It is a day off; take the day in the time zone of the controller, not in that of the server.",
)
RIGHTS: Final = Message(
    "testing.facts.rights",
    "It counts the use of a right as contact; leave out objections, opt-outs and requests.",
)
OTHER_KIND: Final = Message(
    "testing.facts.other_kind", "It counts another kind of event, too: {kinds}."
)
OTHER_RECORD: Final = Message(
    "testing.facts.other_record", "It counts events in another role, or of another record."
)
SAY_NEVER: Final = Message(
    "testing.facts.say_never",
    "An empty cell is read as unknown, but nothing ever happened there; say under “nulls” that "
    "empty means never, if it always does.",
)
NOT_NEVER: Final = Message(
    "testing.facts.not_never",
    "An empty cell is read as never, but something did happen there, or nobody knows when.",
)
FILLER: Final = Message(
    "testing.facts.filler",
    "It holds a day that stands for none, as 1 January 1970, where nothing ever happened; leave "
    "the cell empty.",
)
AHEAD: Final = Message("testing.facts.ahead", "It holds a day that has not come.")
INVERTED: Final = Message("testing.facts.inverted", "It says yes for no, and no for yes.")
LOOK: Final = Message("testing.facts.look", "Look at one of the rows and at its events.")


@attrs.frozen(kw_only=True)
class Case:
    """
    A cell that says something else than the events do.
    """

    stated: Cell
    expected: Cell
    folds: Folds
    on: date
    never: bool


@attrs.frozen(kw_only=True)
class _Mistake:
    """
    What a host may have done, and whether that tells a cell.
    """

    message: Message
    tells: Callable[[Case], bool]


def day_in_cell(cell: Cell) -> date | None:
    """
    Read a day; None where a cell holds none.
    """
    return day_of(cell) if isinstance(cell, date) else None


def _is_zone(case: Case) -> bool:
    stated, expected = day_in_cell(case.stated), day_in_cell(case.expected)
    return bool(stated and expected and abs((stated - expected).days) == 1)


def _is_inverted(case: Case) -> bool:
    return isinstance(case.stated, bool) and case.stated is (not case.expected)


MISTAKES: Final = (
    _Mistake(message=AHEAD, tells=lambda case: (day_in_cell(case.stated) or case.on) > case.on),
    _Mistake(
        message=FILLER,
        tells=lambda case: case.expected is Absence.NOT_STARTED and case.stated in NEVER_DAYS,
    ),
    _Mistake(
        message=SAY_NEVER,
        tells=lambda case: (
            case.stated is None and not case.never and case.expected is Absence.NOT_STARTED
        ),
    ),
    _Mistake(message=NOT_NEVER, tells=lambda case: case.stated is None and case.never),
    _Mistake(message=INVERTED, tells=_is_inverted),
    _Mistake(message=RIGHTS, tells=lambda case: case.folds.with_rights == day_in_cell(case.stated)),
    _Mistake(
        message=OTHER_END, tells=lambda case: case.folds.other_end == day_in_cell(case.stated)
    ),
    _Mistake(
        message=OTHER_RECORD, tells=lambda case: case.folds.anywhere == day_in_cell(case.stated)
    ),
    _Mistake(message=ZONE, tells=_is_zone),
    _Mistake(
        message=OTHER_KIND, tells=lambda case: bool(case.folds.kinds_on(day_in_cell(case.stated)))
    ),
)
"""What hosts do wrong; where two explain a column alike, the first."""


def likeliest(cases: Sequence[Case]) -> Message:
    """
    Find the mistake that tells most of the cells, if it tells more than half.
    """
    best, most = LOOK, len(cases) / 2
    for mistake in MISTAKES:
        count = sum(mistake.tells(case) for case in cases)
        if count > most:
            best, most = mistake.message, count
    return best
