"""
A plan as it is stored: what was to be done where, and on which answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import attrs

from recruitprivacy.policy import End

if TYPE_CHECKING:  # who only loads a policy need not pay for retention
    from recruitprivacy.retention import Blocked, Disposal, Plan, PlanStep

__all__ = ["Does", "StoredAnswer", "StoredBlocked", "StoredPart", "StoredPlan", "StoredStep"]


class Does(StrEnum):
    """
    What a step does.
    """

    ERASE = "erase"
    SEGREGATE = "segregate"
    TELL = "tell"


STEPS: Final = {"EraseStep": Does.ERASE, "SegregateStep": Does.SEGREGATE, "TellStep": Does.TELL}


@attrs.frozen(kw_only=True)
class StoredAnswer:
    """
    An answer of the engine, by what it was about.

    Attributes:
        controller: Who decides.
        record: The record's id.
        category: The category.
        fingerprint: That of the answer, by which it can be replayed.
    """

    controller: str
    record: str
    category: str
    fingerprint: str

    @classmethod
    def of(cls, disposal: Disposal) -> StoredAnswer:
        """
        Name an answer.
        """
        return cls(
            controller=disposal.controller,
            record=disposal.record,
            category=disposal.category,
            fingerprint=disposal.fingerprint,
        )


@attrs.frozen(kw_only=True)
class StoredStep:
    """
    A step that was planned.

    Attributes:
        does: What it does.
        answer: The answer it rests on.
        place: The place, by its name in the data map.
        end: What is aimed at where it erases, else None.
        gone_on: The last day on which the data may still be there, or None.
        to: Whom it tells, or empty.
    """

    does: Does
    answer: StoredAnswer
    place: str
    end: End | None = None
    gone_on: date | None = None
    to: str = ""

    @classmethod
    def of(cls, step: PlanStep) -> StoredStep:
        """
        Note a step.
        """
        return cls(
            does=STEPS[type(step).__name__],
            answer=StoredAnswer.of(step.disposal),
            place=step.place,
            end=getattr(step, "end", None),
            gone_on=getattr(step, "gone_on", None),
            to=getattr(step, "to", ""),
        )

    @property
    def key(self) -> tuple[str, ...]:
        """
        What is done to what, and where; the same on another day, whatever the answer then says.
        """
        about = self.answer
        end = self.end.value if self.end else ""
        ids = (about.controller, about.record, about.category)
        return (self.does.value, *ids, self.place, end, self.to)


@attrs.frozen(kw_only=True)
class StoredPart:
    """
    One category of one record.

    Attributes:
        record: The record's id.
        category: The category.
    """

    record: str
    category: str


@attrs.frozen(kw_only=True)
class StoredBlocked:
    """
    What was due and could not go from a place, as something that stays would go with it.

    Attributes:
        answer: The answer that was due.
        place: The place, by its name in the data map.
        by: What stays.
    """

    answer: StoredAnswer
    place: str
    by: tuple[StoredPart, ...]

    @classmethod
    def of(cls, blocked: Blocked) -> StoredBlocked:
        """
        Note what could not go.
        """
        by = tuple(StoredPart(record=record, category=category) for record, category in blocked.by)
        return cls(answer=StoredAnswer.of(blocked.disposal), place=blocked.place, by=by)

    @property
    def key(self) -> tuple[str, ...]:
        """
        What could not go from where, whatever stood in the way.
        """
        return self.answer.controller, self.answer.record, self.answer.category, self.place


@attrs.frozen(kw_only=True)
class StoredPlan:
    """
    What a run proposed: kept for whoever approves it, and for the next run.

    It is a list and no more: nothing is erased on the word of a file. A step that may run is made
    from the engine's answer of the day, so :meth:`agreed` takes a plan of today.

    Attributes:
        on: The day of the answers; None where there were none.
        steps: The steps, in the order in which they were to be done.
        without_place: What was due and had no place in the data map.
        blocked: What was due and could not go, as something that stays would go with it.
        fingerprint: That of the plan.
    """

    on: date | None
    steps: tuple[StoredStep, ...] = ()
    without_place: tuple[StoredAnswer, ...] = ()
    blocked: tuple[StoredBlocked, ...] = ()
    fingerprint: str

    @classmethod
    def of(cls, plan: Plan) -> StoredPlan:
        """
        Note a plan.

        >>> from recruitprivacy import retention
        >>> StoredPlan.of(retention.Plan(on=None)).steps
        ()
        """
        return cls(
            on=plan.on,
            steps=tuple(map(StoredStep.of, plan.steps)),
            without_place=tuple(map(StoredAnswer.of, plan.without_place)),
            blocked=tuple(map(StoredBlocked.of, plan.blocked)),
            fingerprint=plan.fingerprint,
        )

    def agreed(self, plan: Plan) -> Plan:
        """
        Keep of a plan of today what stood in this one, too; the rest waits for another yes.
        """
        return self._kept(plan, lambda known: known)

    def new_in(self, plan: Plan) -> Plan:
        """
        Keep of a plan of today what did not stand in this one.
        """
        return self._kept(plan, lambda known: not known)

    def _kept(self, plan: Plan, keep: Callable[[bool], bool]) -> Plan:
        keys = {step.key for step in self.steps}
        stuck = {each.key for each in self.blocked}
        alone = {(each.controller, each.record, each.category) for each in self.without_place}
        return attrs.evolve(
            plan,
            steps=tuple(each for each in plan.steps if keep(StoredStep.of(each).key in keys)),
            without_place=tuple(
                each
                for each in plan.without_place
                if keep((each.controller, each.record, each.category) in alone)
            ),
            blocked=tuple(
                each for each in plan.blocked if keep(StoredBlocked.of(each).key in stuck)
            ),
        )
