"""
What is to be done where: steps that only an answer of the engine can make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import ClassVar, Final, TypeAlias

import attrs

from recruitprivacy.canonical import digest, dumps
from recruitprivacy.citations import Citation, Unit
from recruitprivacy.errors import NotErasableError, SeveralDaysError
from recruitprivacy.periods import Rounding, add
from recruitprivacy.policy import End
from recruitprivacy.retention._data_map import DataMap, Place
from recruitprivacy.retention._disposal import Disposal
from recruitprivacy.retention._status import DUE, Status
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["EraseStep", "Plan", "PlanStep", "SegregateStep", "TellStep", "plan"]

ART_19: Final = Citation(act="GDPR", unit=Unit.ARTICLE, number="19", sentence="1")


@attrs.frozen(kw_only=True)
class _Step:
    """
    Something to do in one place with one category of one record.

    Attributes:
        disposal: The answer it rests on.
        place: The place, by its name in the data map.
    """

    statuses: ClassVar[frozenset[Status]]

    disposal: Disposal
    place: str

    def __attrs_post_init__(self) -> None:
        """
        Refuse a step the answer does not call for.
        """
        if self.disposal.status not in self.statuses:
            raise NotErasableError(
                self.disposal.record, self.disposal.category, self.disposal.status.value
            )

    @property
    def key(self) -> tuple[str, str, str, str]:
        """
        What it is about: controller, record, category and place.
        """
        found = self.disposal
        return found.controller, found.record, found.category, self.place


@attrs.frozen(kw_only=True)
class EraseStep(_Step):
    """
    Erase, or do what the notice calls deleting.

    Attributes:
        end: What is aimed at; what is called anonymous takes an attested assessment.
        gone_on: Where the place is overwritten as a whole, the last day on which the data may
            still be in it, counted from the day of the answer; None where it is done at once.

    Raises:
        NotErasableError: If the answer does not propose erasing.
    """

    statuses: ClassVar[frozenset[Status]] = DUE

    end: End = End.ERASED
    gone_on: date | None = None


@attrs.frozen(kw_only=True)
class SegregateStep(_Step):
    """
    Set apart what a statute keeps, so that it serves that statute alone.

    Raises:
        NotErasableError: If the answer does not say so.
    """

    statuses: ClassVar[frozenset[Status]] = frozenset({Status.SEGREGATED})


@attrs.frozen(kw_only=True)
class TellStep(_Step):
    """
    Tell somebody who decides for themselves that the data were erased here.

    Attributes:
        to: Whom, by the opaque id in the data map.
        cites: The provision.

    Raises:
        NotErasableError: If the answer does not propose erasing.

    Law:
        GDPR Art. 19: each recipient is told, unless that is impossible or disproportionate.
    """

    statuses: ClassVar[frozenset[Status]] = DUE

    to: str
    cites: tuple[Citation, ...] = (ART_19,)


PlanStep: TypeAlias = EraseStep | SegregateStep | TellStep


@attrs.frozen(kw_only=True)
class Plan:
    """
    What is to be done, place by place; nothing in it has been done.

    Attributes:
        on: The day of the answers; None where there were none.
        steps: The steps, in the order in which they are done.
        without_place: What is due and has no place in the data map.
    """

    on: date | None
    steps: tuple[PlanStep, ...] = ()
    without_place: tuple[Disposal, ...] = ()

    worked_out: ClassVar[tuple[str, ...]] = ("fingerprint",)

    @cached_property
    def fingerprint(self) -> str:
        """
        A hash of the steps and of the answers they rest on.
        """
        return digest(
            dumps(
                [[type(step).__name__, *step.key, step.disposal.fingerprint] for step in self.steps]
            )
        )


def plan(
    disposals: Iterable[Disposal], data_map: DataMap, *, vocabulary: Vocabulary = BUILT_IN
) -> Plan:
    """
    Say what is to be done in which place; the same answers make the same plan.

    What is kept, held, frozen or undecided makes no step.

    Args:
        disposals: The answers, of one day.
        data_map: The places.
        vocabulary: The words of both, where a host added its own.

    Raises:
        SeveralDaysError: If the answers are of several days.

    Law:
        GDPR Art. 17(1): erased wherever it is.
        GDPR Art. 19: recipients are told.
    """
    answers = sorted(
        dict.fromkeys(disposals), key=lambda each: (each.controller, each.record, each.category)
    )
    days = {each.on for each in answers}
    if len(days) > 1:
        raise SeveralDaysError(tuple(sorted(days)))
    places = {
        each: data_map.where(each.category, each.role, vocabulary=vocabulary) for each in answers
    }
    rank = {name: index for index, name in enumerate(data_map.order)}
    steps = [
        step
        for answer in answers
        for name in places[answer]
        for step in _steps(answer, name, data_map.places[name])
    ]
    return Plan(
        on=max(days, default=None),
        steps=tuple(sorted(steps, key=lambda step: (rank[step.place], step.key))),
        without_place=tuple(each for each in answers if each.is_due and not places[each]),
    )


def _steps(answer: Disposal, name: str, place: Place) -> Iterator[PlanStep]:
    if answer.status is Status.SEGREGATED and not place.decides:
        yield SegregateStep(disposal=answer, place=name)
    if answer.is_due and place.decides:
        yield TellStep(disposal=answer, place=name, to=place.holder)
    elif answer.is_due:
        end = next((each for each in answer.ends if each in place.can), End.ERASED)
        yield EraseStep(disposal=answer, place=name, end=end, gone_on=_gone_on(answer, place))


def _gone_on(answer: Disposal, place: Place) -> date | None:
    if place.overwritten_after is None:
        return None
    return add(answer.on, place.overwritten_after, rounding=Rounding.UP)
