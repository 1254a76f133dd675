"""
What is to be done where: steps that only an answer of the engine can make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import ClassVar, Final, TypeAlias

import attrs

from recruitprivacy.canonical import Plain, digest, dumps
from recruitprivacy.citations import Citation, Unit
from recruitprivacy.errors import NotErasableError, SeveralDaysError
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import End
from recruitprivacy.retention._data_map import DataMap, Place
from recruitprivacy.retention._disposal import Disposal
from recruitprivacy.retention._status import DUE, Status
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = [
    "Blocked",
    "EraseStep",
    "Plan",
    "PlanStep",
    "SegregateStep",
    "TellStep",
    "plan",
    "staying_of",
]

Part: TypeAlias = tuple[str, str]
"""A record and one of its categories."""

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
        overwritten_after: Where the place is overwritten as a whole, how long the data are still
            in it; None where it is done at once.
        along: Where a record goes as a whole, each other record and category that goes with it;
            None where it does not.

    Raises:
        NotErasableError: If the answer does not propose erasing.
    """

    statuses: ClassVar[frozenset[Status]] = DUE

    end: End = End.ERASED
    overwritten_after: Period | None = None
    along: tuple[Part, ...] | None = None

    @property
    def gone_on(self) -> date | None:
        """
        The last day on which the data may still be there, if it is done on the day of the answer.
        """
        return self.gone_after(self.disposal.on)

    def gone_after(self, done_on: date) -> date | None:
        """
        Tell the last day on which the data may still be there; None where it is done at once.
        """
        if self.overwritten_after is None:
            return None
        return add(done_on, self.overwritten_after, rounding=Rounding.UP)


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
class Blocked:
    """
    What is due and cannot go from a place, as something that stays would go with it.

    Attributes:
        disposal: The answer that is due.
        place: The place, where records are erased only as a whole.
        by: Each record and category that would go along and is not due, or was not asked about.
    """

    disposal: Disposal
    place: str
    by: tuple[Part, ...]


@attrs.frozen(kw_only=True)
class Plan:
    """
    What is to be done, place by place; nothing in it has been done.

    Attributes:
        on: The day of the answers; None where there were none.
        steps: The steps, in the order in which they are done.
        without_place: What is due and has no place in the data map.
        blocked: What is due and cannot go, as something that stays would go with it.
    """

    on: date | None
    steps: tuple[PlanStep, ...] = ()
    without_place: tuple[Disposal, ...] = ()
    blocked: tuple[Blocked, ...] = ()

    worked_out: ClassVar[tuple[str, ...]] = ("fingerprint",)

    @cached_property
    def fingerprint(self) -> str:
        """
        A hash of the steps and of the answers they rest on.
        """
        return digest(dumps([_noted(step) for step in self.steps]))


def plan(
    disposals: Iterable[Disposal], data_map: DataMap, *, vocabulary: Vocabulary = BUILT_IN
) -> Plan:
    """
    Say what is to be done in which place; the same answers make the same plan.

    What is kept, held, frozen or undecided makes no step. Where a place erases records only as a
    whole, nothing of a record goes before all of it may; give the answers of all of it.

    Args:
        disposals: The answers, of one day.
        data_map: The places.
        vocabulary: The words of both, where a host added its own.

    Raises:
        SeveralDaysError: If the answers are of several days.

    >>> from recruitprivacy.frozen import FrozenMap
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import assess
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> on, book = date(2026, 5, 4), load("NL")
    >>> facts = fold(anna_applies(), own_hiring(), on=on, law=book)
    >>> places = FrozenMap({"ats": Place(kind="candidate_system", data=("cv",))})
    >>> found = plan(assess(own_hiring(), facts, book, on=on), DataMap(places=places))
    >>> [(type(step).__name__, step.key[1:]) for step in found.steps]
    [('EraseStep', ('anna-record', 'cv', 'ats'))]
    >>> [each.category for each in found.without_place]
    ['contact_details', 'name']

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
    found = [
        step
        for answer in answers
        for name in places[answer]
        for step in _steps(answer, name, data_map.places[name], places)
    ]
    steps = [each for each in found if not isinstance(each, Blocked)]
    return Plan(
        on=max(days, default=None),
        steps=tuple(sorted(steps, key=lambda step: (rank[step.place], step.key))),
        without_place=tuple(each for each in answers if each.is_due and not places[each]),
        blocked=tuple(each for each in found if isinstance(each, Blocked)),
    )


Places: TypeAlias = Mapping[Disposal, tuple[str, ...]]


def _steps(
    answer: Disposal, name: str, place: Place, places: Places
) -> Iterator[PlanStep | Blocked]:
    if answer.status is Status.SEGREGATED and not place.decides:
        yield SegregateStep(disposal=answer, place=name)
    if answer.is_due and place.decides:
        yield TellStep(disposal=answer, place=name, to=place.holder)
    elif answer.is_due:
        along = tuple(_along(answer, name, places)) if place.whole else None
        staying = staying_of(along or (), places)
        if staying:
            yield Blocked(disposal=answer, place=name, by=staying)
            return
        yield EraseStep(
            disposal=answer,
            place=name,
            end=next((each for each in answer.ends if each in place.can), End.ERASED),
            overwritten_after=place.overwritten_after,
            along=along,
        )


def _along(answer: Disposal, name: str, places: Places) -> Iterator[Part]:
    """
    List what goes from a place with a record, but for what is known to be elsewhere.
    """
    elsewhere = {
        (each.record, each.category) for each, found in places.items() if name not in found
    }
    own = (answer.record, answer.category)
    yield from (part for part in answer.together if part != own and part not in elsewhere)


def staying_of(along: Iterable[Part], answers: Iterable[Disposal]) -> tuple[Part, ...]:
    """
    List those of some parts that must not go: not due for somebody, or not asked about.
    """
    due: dict[Part, bool] = {}
    for each in answers:
        part = (each.record, each.category)
        due[part] = each.is_due and due.get(part, True)
    return tuple(part for part in along if not due.get(part, False))


def _noted(step: PlanStep) -> list[Plain]:
    noted: list[Plain] = [type(step).__name__, *step.key, step.disposal.fingerprint]
    if isinstance(step, EraseStep):
        return [*noted, str(step.end), str(step.overwritten_after or "")]
    return [*noted, step.to] if isinstance(step, TellStep) else noted
