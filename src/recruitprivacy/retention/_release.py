"""
The last look before anything is done, and the record of what was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

import attrs

from recruitprivacy.errors import UnattestedError
from recruitprivacy.law import Law, Situation
from recruitprivacy.policy import Policy
from recruitprivacy.retention._assess import assess
from recruitprivacy.retention._disposal import Disposal
from recruitprivacy.retention._plan import EraseStep, Plan, PlanStep, staying_of
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["Outcome", "Release", "StepResult", "Stopped", "again", "release"]


@attrs.frozen(kw_only=True)
class Stopped:
    """
    A step that must not run.

    Attributes:
        step: The step.
        now: What the engine answers now, or None where nobody gave the facts of that record.
    """

    step: PlanStep
    now: Disposal | None


@attrs.frozen(kw_only=True)
class Release:
    """
    What of a plan may run now.

    Attributes:
        run: The steps that may, each made from the answer of now.
        stopped: Those that may not, and what the engine answers instead.
    """

    run: tuple[PlanStep, ...] = ()
    stopped: tuple[Stopped, ...] = ()


def release(  # noqa: PLR0913 - what assess() takes, and the plan
    plan: Plan,
    policy: Policy,
    facts: Facts | Iterable[Facts],
    law: Law,
    *,
    on: date,
    situation: Situation | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Release:
    """
    Judge the steps of a plan again, and let through what the engine still says.

    Args:
        plan: The plan, made on this day or before.
        policy: The declaration as it stands now.
        facts: The facts as they stand now, of every person whose records are in the plan.
        law: The law.
        on: The day on which the steps run.
        situation: As for :func:`assess`.
        vocabulary: The words of the policy and the facts.

    >>> from recruitprivacy.frozen import FrozenMap
    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.retention import DataMap, Place, assess, plan
    >>> from recruitprivacy.testing.examples import anna_applies, own_hiring
    >>> from recruitprivacy.timeline import fold
    >>> on, book = date(2026, 5, 4), load("NL")
    >>> facts = fold(anna_applies(), own_hiring(), on=on, law=book)
    >>> places = DataMap(places=FrozenMap({"ats": Place(kind="candidate_system")}))
    >>> found = plan(assess(own_hiring(), facts, book, on=on), places)
    >>> len(release(found, own_hiring(), facts, book, on=on).run)
    3
    >>> holds_unknown = attrs.evolve(facts, unknown=("holds",))
    >>> len(release(found, own_hiring(), holds_unknown, book, on=on).run)
    0
    """
    given = (facts,) if isinstance(facts, Facts) else tuple(facts)
    now = {
        (each.controller, each.record, each.category): each
        for one in given
        for each in assess(policy, one, law, on=on, situation=situation, vocabulary=vocabulary)
    }
    judged = [(step, _of_now(step, now)) for step in plan.steps]
    return Release(
        run=tuple(attrs.evolve(step, disposal=found) for step, found in judged if found),
        stopped=tuple(
            Stopped(step=step, now=now.get(step.key[:3])) for step, found in judged if not found
        ),
    )


def _of_now(step: PlanStep, now: Mapping[tuple[str, str, str], Disposal]) -> Disposal | None:
    found = now.get(step.key[:3])
    if found is None or found.status not in step.statuses:
        return None
    return None if isinstance(step, EraseStep) and _takes_more(step, found, now) else found


def _takes_more(
    step: EraseStep, found: Disposal, now: Mapping[tuple[str, str, str], Disposal]
) -> bool:
    """
    Say whether a record that goes as a whole would take along what stays, or is new since.
    """
    if step.along is None:
        return False
    new = set(found.together).difference(step.disposal.together)
    return bool(new or staying_of(step.along, now.values()))


class Outcome(StrEnum):
    """
    What came of a step.
    """

    ERASED = "erased"
    ANONYMISED = "anonymised"
    """Only with an attested assessment; else the data are still personal."""
    BEYOND_USE = "beyond_use"
    """A waiting state with an end; not restriction under Art. 18."""
    SEGREGATED = "segregated"
    HELD = "held"
    """Somebody stopped it at the last moment."""
    TOLD = "told"
    FAILED = "failed"


DONE: Final = frozenset(
    {Outcome.ERASED, Outcome.ANONYMISED, Outcome.BEYOND_USE, Outcome.SEGREGATED}
)


@attrs.frozen(kw_only=True)
class StepResult:
    """
    What came of one step; it holds no data but ids and days.

    Attributes:
        controller: Who decided.
        record: The record's id.
        category: The category.
        place: The place.
        outcome: What came of it.
        done_on: The day.
        residual_until: The last day on which something may still be there, or None.
        assessment: The id of the assessment, where it is called anonymous.
        fingerprint: That of the answer it rests on.

    Raises:
        UnattestedError: If it is called anonymous without an assessment.
    """

    controller: str
    record: str
    category: str
    place: str
    outcome: Outcome
    done_on: date
    residual_until: date | None = None
    assessment: str = ""
    fingerprint: str = ""

    def __attrs_post_init__(self) -> None:
        """
        Refuse what nobody attested.
        """
        if self.outcome is Outcome.ANONYMISED and not self.assessment:
            raise UnattestedError

    @classmethod
    def of(
        cls, step: PlanStep, outcome: Outcome, *, done_on: date, assessment: str = ""
    ) -> StepResult:
        """
        Note what came of a step.

        Raises:
            UnattestedError: If it is called anonymous without an assessment.
        """
        controller, record, category, place = step.key
        return cls(
            controller=controller,
            record=record,
            category=category,
            place=place,
            outcome=outcome,
            done_on=done_on,
            residual_until=step.gone_after(done_on) if isinstance(step, EraseStep) else None,
            assessment=assessment,
            fingerprint=step.disposal.fingerprint,
        )


def again(results: Iterable[StepResult], *, place: str, as_of: date) -> Iterator[StepResult]:
    """
    List what a back-up brings back: what was erased or set apart in a place since it was made.

    What comes back goes through :func:`assess` and :func:`release` like all else.

    Args:
        results: The record of what was done.
        place: The place that was put back.
        as_of: The day of the copy; what was done on that day may be in it.

    >>> done = StepResult(controller="harbour", record="a-1", category="cv", place="ats",
    ...                   outcome=Outcome.ERASED, done_on=date(2026, 5, 4))
    >>> [each.record for each in again([done], place="ats", as_of=date(2026, 5, 1))]
    ['a-1']
    >>> list(again([done], place="ats", as_of=date(2026, 5, 5)))
    []
    """
    for result in results:
        if result.place == place and result.outcome in DONE and result.done_on >= as_of:
            yield result
