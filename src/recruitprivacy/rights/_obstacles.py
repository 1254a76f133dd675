"""
What stands against a request: statutes and holds by themselves, and what the controller pleads.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import attrs

from recruitprivacy.citations import Citation
from recruitprivacy.findings import Step, Weight
from recruitprivacy.law import Confidence
from recruitprivacy.messages import Message, phrase
from recruitprivacy.retention import (
    Bar,
    BarKind,
    Effect,
    Ending,
    Interval,
    Status,
    Unknown,
)
from recruitprivacy.rights._pleas import GROUNDS, Against, Plea, stands_against
from recruitprivacy.rights._seen import Seen
from recruitprivacy.rights._weighed import step
from recruitprivacy.timeline import fact_label
from recruitprivacy.vocabulary import (
    AutomatedDecisionException,
    ErasureException,
    RefusalGround,
    Right,
)

__all__ = ["Obstacle", "house_rules", "obstacles", "set_aside"]

DAY: Final = timedelta(days=1)
UNDER_SAFEGUARDS: Final = frozenset(
    {AutomatedDecisionException.CONTRACT, AutomatedDecisionException.EXPLICIT_CONSENT}
)
"""The exceptions under which the law itself keeps a human at hand."""

BLANKET: Final = Message(
    "rights.against.blanket",
    "This hold names neither record nor category; a person must say what the matter needs.",
)
DOUBT: Final = Message(
    "rights.against.doubt",
    "Whether something forbids erasing it is not known; it depends on: {facts}.",
)
CONFLICT: Final = Message(
    "rights.against.conflict", "One statute wants it erased and another wants it kept."
)
SHOWN: Final = Message(
    "rights.against.shown", "Against it stands, as a person decided and wrote down: {ground}."
)
PLEADED: Final = Message(
    "rights.against.pleaded",
    "The controller names this against it: {ground}. It has to be shown; a person must decide.",
)
UNVERIFIED: Final = Message(
    "rights.against.unverified",
    "The controller names this against it: {ground}. The rule behind it has not been verified.",
)
UNFINDABLE: Final = Message(
    "rights.against.unidentified",
    "The controller cannot tell whose data these are; who tells more about themselves can use the "
    "right all the same.",
)
ONLY_OTHERS: Final = Message(
    "rights.against.others", "Only what is about other people is left out, and the rest is given."
)
MORE_THAN_ORDINARY: Final = Message(
    "rights.against.compelling",
    "They have to weigh more than the interest for which the data were collected. "
    "The rule behind this has not been verified.",
)
SAFEGUARDS: Final = Message(
    "rights.against.safeguards",
    "Even then the person can have a human look again, be heard, and contest the decision.",
)
NO_GROUND: Final = Message(
    "rights.aside.no_ground", "This is no ground against this right: {ground}."
)
PROMISED: Final = Message(
    "rights.aside.promised",
    "The notice promises to refuse on other grounds only, not on: {ground}.",
)
INVENTED: Final = Message(
    "rights.aside.invented", "The notice names a ground the law does not know: {condition}."
)
OVER: Final = Message(
    "rights.aside.over", "This was claimed until {day} only, and that day is past: {ground}."
)
HOUSE: Final = Message(
    "rights.aside.house", "How long the firm itself means to keep it stands against nobody’s right."
)


@attrs.frozen(kw_only=True)
class Obstacle:
    """
    Something that stands against a request.

    Attributes:
        ground: The ground it is.
        binds: Whether it does by itself; else a human decides.
        until: The first day on which it does no longer, or None where nothing says.
        missing: What a human has to find out.
        decided_by: Which human decided that it stands, as an opaque id, or empty.
        steps: Why.
    """

    ground: Against
    binds: bool
    until: Interval | None = None
    missing: tuple[str, ...] = ()
    decided_by: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def bound(self) -> date | None:
        """
        The first day on which it does no longer, or None where nobody knows.
        """
        known = self.until is not None and self.until.known
        return self.until.high if self.until is not None and known else None


def obstacles(seen: Seen, right: Right) -> Iterator[Obstacle]:
    """
    List what stands against a right for some data.

    Law:
        GDPR Art. 11(2): who cannot be found in the data.
        GDPR Art. 17(3): exceptions to erasure, as far as they are necessary.
    """
    if right is Right.ERASURE:
        yield from _floors(seen)
        yield from _holds(seen)
        yield from _doubts(seen)
    if seen.given.identified is False and RefusalGround.NOT_IDENTIFIABLE in GROUNDS[right]:
        yield Obstacle(
            ground=RefusalGround.NOT_IDENTIFIABLE,
            binds=False,
            missing=("identified",),
            steps=(step(seen, UNFINDABLE, "GDPR Art. 11(2)"),),
        )
    for plea in seen.pleas:
        if stands_against(right, plea.ground) and _counts(seen, plea, right):
            yield _pleaded(seen, plea, right)


def set_aside(seen: Seen, right: Right) -> Iterator[Step]:
    """
    Say what was named against a right and does not stand against it.
    """
    for plea in seen.pleas:
        if not seen.covers(plea):
            continue
        ground = plea.ground.label
        if not stands_against(right, plea.ground):
            yield step(seen, NO_GROUND, plea.ground.cites, ground=ground)
        elif _promised_away(seen, plea, right):
            yield step(seen, PROMISED, "GDPR Art. 5(1)(a)", ground=ground)
        elif plea.until is not None and not plea.runs(seen.frame.on):
            yield Step(says=phrase(OVER, ground=ground, day=plea.until))
    offered = seen.policy.rights.get(right)
    for condition in offered.own_refusals if offered else ():
        yield step(seen, INVENTED, "GDPR Art. 12(4)", condition=condition)


def house_rules(seen: Seen) -> Iterator[Step]:
    """
    Say that the firm's own terms keep nothing from a person who asks.
    """
    on, own = seen.frame.on, [each for each in seen.disposal.endings if each.clause.own]
    if any(each.days.high >= on for each in own):
        yield step(seen, HOUSE, "GDPR Art. 17(1)")


def _floors(seen: Seen) -> Iterator[Obstacle]:
    for ending in seen.disposal.endings:
        if ending.clause.effect is Effect.FLOOR and ending.days.high > seen.frame.on:
            yield _floor(seen, ending)


def _floor(seen: Seen, ending: Ending) -> Obstacle:
    clause, days = ending.clause, ending.days
    told = (each for each in seen.disposal.steps if each.rule.partition("@")[0] == clause.rule)
    return Obstacle(
        ground=ErasureException.LEGAL_OBLIGATION_PUBLIC_TASK,
        # Where another statute commands erasing, a human says which one yields.
        binds=days.low > seen.frame.on and clause.is_statute and not _contradicted(seen),
        until=days,
        missing=days.missing,
        steps=tuple(told),
    )


def _holds(seen: Seen) -> Iterator[Obstacle]:
    for bar in seen.disposal.bars:
        if bar.kind is BarKind.HOLD:
            yield _hold(seen, bar)


def _hold(seen: Seen, bar: Bar) -> Obstacle:
    blanket = {f"hold.{each.matter}.lifted" for each in seen.facts.holds if each.blanket}
    more = (step(seen, BLANKET, "GDPR Art. 17(3)(e)"),) if bar.name in blanket else ()
    return Obstacle(
        ground=ErasureException.LEGAL_CLAIMS,
        binds=True,
        until=bar.days,
        missing=(bar.name,),
        steps=(bar.step, *more),
    )


def _doubts(seen: Seen) -> Iterator[Obstacle]:
    if _contradicted(seen):
        yield Obstacle(
            ground=ErasureException.LEGAL_OBLIGATION_PUBLIC_TASK,
            binds=False,
            missing=("law.conflict",),
            steps=(step(seen, CONFLICT, "GDPR Art. 17(3)(b)"),),
        )
    missing = tuple(_unread(seen))
    if missing:
        words = seen.frame.vocabulary
        doubt = phrase(DOUBT, facts=tuple(fact_label(each, words) for each in missing))
        yield Obstacle(
            ground=ErasureException.LEGAL_OBLIGATION_PUBLIC_TASK,
            binds=False,
            missing=missing,
            steps=(Step(says=doubt, cites=seen.frame.cite("GDPR Art. 17(3)(b)")),),
        )


def _contradicted(seen: Seen) -> bool:
    return seen.disposal.status is Status.CONFLICT


def _unread(seen: Seen) -> Iterator[str]:
    """
    Name the facts that may hide something that forbids erasing.
    """
    allowed = seen.disposal.may_erase_from
    if not isinstance(allowed, Unknown):
        return
    told = {bar.name for bar in seen.disposal.bars}
    told |= {fact for each in seen.disposal.endings for fact in each.days.missing}
    yield from (fact for fact in allowed.missing if fact not in told)


def _counts(seen: Seen, plea: Plea, right: Right) -> bool:
    return plea.runs(seen.frame.on) and seen.covers(plea) and not _promised_away(seen, plea, right)


def _promised_away(seen: Seen, plea: Plea, right: Right) -> bool:
    offered = seen.policy.rights.get(right)
    if offered is None or not offered.only_these:
        return False
    named = (*offered.erasure_exceptions, *offered.refusals)
    return not any(plea.ground is each for each in named)


def _pleaded(seen: Seen, plea: Plea, right: Right) -> Obstacle:
    keeps = right is Right.ERASURE and isinstance(plea.ground, ErasureException)
    cites, verified = _source(seen, plea)
    says = PLEADED if not plea.shown else SHOWN if verified else UNVERIFIED
    told = Step(
        says=phrase(says, ground=plea.ground.label),
        rule=plea.rule,
        cites=(*seen.frame.cite(plea.ground.cites), *cites),
        weight=Weight.STATUTE,
    )
    return Obstacle(
        ground=plea.ground,
        binds=keeps and plea.shown and verified,
        until=None if plea.until is None else Interval.at(plea.until + DAY),
        missing=(f"plea.{plea.ground.value}",),
        decided_by=plea.by if plea.shown and verified else "",
        steps=(told, *_more(seen, plea)),
    )


def _more(seen: Seen, plea: Plea) -> Iterator[Step]:
    if plea.ground is RefusalGround.RIGHTS_OF_OTHERS:
        yield step(seen, ONLY_OTHERS, "GDPR Art. 15(4)")
    if plea.ground in UNDER_SAFEGUARDS:
        yield step(seen, SAFEGUARDS, "GDPR Art. 22(3)")
    if plea.ground is RefusalGround.COMPELLING_GROUNDS:
        yield step(seen, MORE_THAN_ORDINARY, "GDPR Art. 21(1)")


def _source(seen: Seen, plea: Plea) -> tuple[tuple[Citation, ...], bool]:
    given = seen.frame.cite(*plea.cites)
    # A provision of an act that no pack knows was looked up by nobody.
    found = len(given) == len(plea.cites)
    if not plea.rule:
        return given, found
    rule = seen.frame.law.rule(plea.rule, on=seen.frame.on)
    return (*given, *rule.cites), found and rule.confidence is Confidence.VERIFIED
