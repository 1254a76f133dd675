"""
The moment from which a period runs: by a clock of the policy, or by a trigger.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

import attrs

from recruitprivacy.findings import Finding, Level, Step, Weight
from recruitprivacy.messages import Message, Phrase, Words, phrase
from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import EVERYTHING, Clock, ContactWith, Inherited, Policy, Which
from recruitprivacy.timeline._facts import Facts, RecordFacts
from recruitprivacy.timeline._labels import fact_label, trigger_label
from recruitprivacy.timeline._moments import Absence, Known, Moment, earliest, latest
from recruitprivacy.timeline._needs import (
    FactSpec,
    Fold,
    Scope,
    company_specs,
    counted_specs,
    counts,
    ended_spec,
    first_contact,
    follows,
    trigger_specs,
    unbroken_contact,
)
from recruitprivacy.vocabulary import BUILT_IN, Kind, Vocabulary

CONTACT_AFTER: Final = "contact_after"
"""Stands in a policy for the person's own contact after another event."""

HAPPENED: Final = Message("clock.happened", "Last on record: {event}, on {day}.")
FIRST: Final = Message("clock.first", "First on record: {event}, on {day}.")
UNKNOWN: Final = Message("clock.unknown", "Nobody knows whether and when this happened: {event}.")
CONTACT: Final = Message("clock.contact", "The last contact that counts was on {day}: {event}.")
NO_CONTACT: Final = Message("clock.no_contact", "No contact that counts has happened yet.")
TOO_LATE: Final = Message(
    "clock.too_late", "Contact on {day} came after the end, and does not start it again."
)
REVIVED: Final = Message(
    "clock.revived",
    "The firm says that contact after the end does not start this clock again; "
    "for these people that is not followed here, and it does.",
)
SUPPLIED: Final = Message(
    "clock.supplied", "Contact with the company that supplies the person counts."
)
ENDED: Final = Message(
    "clock.supply_ended", "That company's relation with the person ended on {day}."
)
LAST_COMPANY_CONTACT: Final = "last_company_contact"
OUTER_LIMIT: Final = Message(
    "clock.reading.outer_limit",
    "The company's report sets an outer limit only: "
    "the time since the last contact with it, on {day}, runs on.",
)
CAPPED: Final = Message("clock.capped", "Contact can move it to {day} at most.")
UNCAPPED: Final = Message(
    "clock.uncapped", "Contact can move this clock again and again, without end."
)
CAP_IT: Final = Message("clock.cap_it", "Say how far it can be moved at most.")
NOT_COUNTED: Final = Message(
    "clock.not_counted",
    "The person does not do this themselves, or uses a right with it; it moves no clock.",
)


@attrs.frozen(kw_only=True)
class OtherStart:
    """
    Another moment from which a period runs, as careful people read the firm's text, too.

    Attributes:
        key: The stable name of the reading.
        moment: When.
        says: What the reading holds.
    """

    key: str
    moment: Known
    says: Phrase


@attrs.frozen(kw_only=True)
class Start:
    """
    The moment from which a period runs, and why it is that one.

    Attributes:
        moment: When.
        steps: How it was found; each names the fact it used.
        findings: What a careful reader would ask about the clock.
        others: The moments under other readings of the firm's text.
    """

    moment: Moment
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()
    others: tuple[OtherStart, ...] = ()

    @property
    def used(self) -> tuple[str, ...]:
        """
        The names of the facts it rests on.
        """
        return tuple(dict.fromkeys(step.fact for step in self.steps if step.fact))


@attrs.frozen(kw_only=True)
class _Asked:
    facts: Facts
    record: RecordFacts
    name: str
    whose: str = ""
    path: str = ""
    vocabulary: Vocabulary

    def moment(self, spec: FactSpec, *, company: str | None = None) -> Moment:
        """
        Look a fact up where its scope says.
        """
        match spec.scope:
            case Scope.RECORD:
                return self.facts.moment(spec.name, record=self.name)
            case Scope.ROLE:
                return self.facts.moment(spec.name, role=self.record.role)
            case Scope.COMPANY:
                at = company or self.record.company or self.record.supplier
                return (
                    Absence.NOT_STARTED if at is None else self.facts.moment(spec.name, company=at)
                )
            case _:
                return self.facts.moment(spec.name)

    def step(self, says: Phrase, *, fact: str = "", moment: Moment | None = None) -> Step:
        """
        Write one step, resting on the firm's own word.
        """
        known = moment if isinstance(moment, Known) else None
        return Step(
            says=says,
            rule=self.path,
            weight=Weight.PROMISE if self.path else None,
            fact=fact,
            reliability=known.reliability.value if known else "",
            after=known.day if known else None,
        )


def clock_moment(
    facts: Facts,
    policy: Policy,
    clock: str,
    *,
    record: str,
    length: Period | None = None,
    vocabulary: Vocabulary = BUILT_IN,
) -> Start:
    """
    Find the last contact by which a clock of the policy runs for a record.

    Contact counts only if the policy names it, the person did it, in the record's role, and used
    no right with it. Where nothing has counted yet, the clock's ``if_none`` stands in.

    Args:
        facts: The person's facts.
        policy: The declaration that has the clock.
        clock: Its name there.
        record: The record the period is for.
        length: The length that runs from it. Where the firm says that contact after the end does
            not start the clock again, it tells which contact that was.
        vocabulary: The words of the policy.

    Raises:
        KeyError: If there is no such clock or record.
    """
    declared, role = policy.clocks[clock], facts.records[record].role
    asked = _Asked(
        facts=facts,
        record=facts.records[record],
        name=record,
        whose=policy.role_of(role) if role in policy.roles else role,
        path=f"clocks.{clock}",
        vocabulary=vocabulary,
    )
    inherited = declared.supplied
    if inherited is not None and _supplied(asked, inherited):
        found = _inherited(asked, declared, inherited)
    elif length is not None and not declared.revives and follows(length):
        found = _unrevived(asked, declared, clock, length)
    else:
        found = _own(asked, declared)
    started = _or_else(asked, declared, found)
    findings = (*_findings(asked, declared), *_not_followed(asked, declared, length))
    return attrs.evolve(started, findings=findings)


def trigger_moment(
    facts: Facts,
    trigger: str,
    *,
    record: str,
    which: Which | None = None,
    purposes: Collection[str] = (),
    vocabulary: Vocabulary = BUILT_IN,
) -> Start:
    """
    Find when a trigger fired for a record.

    What no event fires (the end of a calendar year, the knowledge of a claim) is unknown here.

    Args:
        facts: The person's facts.
        trigger: The trigger's key.
        record: The record the period is for.
        which: Which of several events counts; None is as the trigger means it, and each is the
            last.
        purposes: What it is asked for: consent to something else, given or withdrawn, does not
            count then; none is consent to anything.
        vocabulary: The words of the trigger.

    Raises:
        KeyError: If there is no such record.
    """
    asked = _Asked(
        facts=facts,
        record=facts.records[record],
        name=record,
        vocabulary=vocabulary,
    )
    which = Which.LAST if which is Which.EACH else which
    return _triggered(asked, trigger, which, purposes)


def start_moment(
    facts: Facts, policy: Policy, after: str, *, record: str, vocabulary: Vocabulary = BUILT_IN
) -> Start:
    """
    Find the moment from which a period runs, whether after a clock of the policy or a trigger.

    Args:
        facts: The person's facts.
        policy: The declaration.
        after: The name of a clock of the policy, or the key of a trigger.
        record: The record the period is for.
        vocabulary: The words of both.

    Raises:
        KeyError: If there is no such record.
    """
    if after in policy.clocks:
        return clock_moment(facts, policy, after, record=record, vocabulary=vocabulary)
    return trigger_moment(facts, after, record=record, vocabulary=vocabulary)


def _triggered(
    asked: _Asked, trigger: str, which: Which | None = None, purposes: Collection[str] = ()
) -> Start:
    specs = trigger_specs(trigger, asked.vocabulary, which)
    moments = [_of_purposes(asked, spec, purposes) for spec in specs]
    event = trigger_label(trigger, asked.vocabulary)
    if not specs:
        return Start(moment=Absence.UNKNOWN, steps=(asked.step(phrase(UNKNOWN, event=event)),))
    first = specs[0].fold is Fold.FIRST
    moment = earliest(moments) if first else latest(moments)
    says = FIRST if first else HAPPENED
    steps = tuple(
        asked.step(_said(each, says, event), fact=spec.name, moment=each)
        for spec, each in zip(specs, moments, strict=True)
        if each in {moment, Absence.UNKNOWN}
        if each is not Absence.NOT_STARTED
    )
    return Start(moment=moment, steps=steps)


def _of_purposes(asked: _Asked, spec: FactSpec, purposes: Collection[str]) -> Moment:
    """
    Look a fact up; that of consent in the ledger, where it matters to what was agreed.
    """
    facts = asked.facts
    match spec.kinds:
        case ("consent.given",) if purposes:
            agreed = [(each.purpose, each.given) for each in facts.consents]
        case ("consent.withdrawn",) if purposes:
            agreed = list(facts.withdrawals.items())
        case _:
            return asked.moment(spec)
    of = asked.vocabulary
    found = [
        moment
        for to, moment in agreed
        if to == EVERYTHING or any(of.is_kind(Kind.PURPOSE, each, to) for each in purposes)
    ]
    unread = [Absence.UNKNOWN] if "consents" in facts.unknown else []
    return (earliest if spec.fold is Fold.FIRST else latest)([*found, *unread])


def _said(moment: Moment, known: Message, event: Message | Words | str) -> Phrase:
    if isinstance(moment, Known):
        return phrase(known, day=moment.day, event=event)
    return phrase(UNKNOWN, event=event)


def _own(asked: _Asked, clock: Clock) -> Start:
    specs = counted_specs(clock, asked.whose, Scope.ROLE, asked.vocabulary)
    found = [(spec.name, asked.moment(spec)) for spec in specs]
    for kind, company in _companies(asked.record):
        if kind in clock.contact_with:
            found += _with_company(asked, clock, company)
    return _last(asked, found)


def _unrevived(asked: _Asked, clock: Clock, name: str, length: Period) -> Start:
    first = asked.facts.moment(first_contact(name), record=asked.name)
    began = _triggered(asked, clock.if_none).moment
    if isinstance(first, Known) and not isinstance(began, Known):
        return _last(asked, [(first_contact(name), Absence.UNKNOWN)])
    if isinstance(first, Known) and isinstance(began, Known):
        last_in_time = add(began.day, length, rounding=Rounding.DOWN)
        if first.day > last_in_time:
            step = asked.step(phrase(TOO_LATE, day=first.day), moment=first)
            return Start(moment=Absence.NOT_STARTED, steps=(step,))
    last = unbroken_contact(name, length)
    return _last(asked, [(last, asked.facts.moment(last, record=asked.name))])


def _companies(record: RecordFacts) -> Iterator[tuple[ContactWith, str]]:
    if record.company is not None:
        yield ContactWith.COMPANY, record.company
    if record.supplier is not None:
        yield ContactWith.SUPPLIER, record.supplier


def _with_company(asked: _Asked, clock: Clock, company: str) -> list[tuple[str, Moment]]:
    specs = company_specs(clock, asked.vocabulary)
    return [(spec.name, asked.moment(spec, company=company)) for spec in specs]


def _last(asked: _Asked, found: list[tuple[str, Moment]]) -> Start:
    moment = latest(each for _, each in found)
    if moment is Absence.NOT_STARTED:
        return Start(moment=moment, steps=(asked.step(phrase(NO_CONTACT)),))
    steps = tuple(
        asked.step(_said(each, CONTACT, fact_label(name, asked.vocabulary)), fact=name, moment=each)
        for name, each in found
        if each == moment
    )
    return Start(moment=moment, steps=steps)


def _supplied(asked: _Asked, inherited: Inherited) -> bool:
    # A record that names its supplier says itself that the person is supplied.
    if asked.record.supplier is None:
        return False
    if inherited.roles and {asked.record.role, asked.whose}.isdisjoint(inherited.roles):
        return False
    return all(
        asked.facts.condition(condition, record=asked.name) is not False
        for condition in inherited.when
    )


def _inherited(asked: _Asked, clock: Clock, inherited: Inherited) -> Start:
    ended_by = ended_spec(inherited.until, asked.vocabulary)
    ended = asked.moment(ended_by)
    if ended is Absence.UNKNOWN:
        event = fact_label(ended_by.name, asked.vocabulary)
        step = asked.step(phrase(UNKNOWN, event=event), fact=ended_by.name)
        return Start(moment=ended, steps=(step,))
    if isinstance(ended, Known):
        return _after_supply(asked, clock, (ended_by.name, ended), inherited)
    at = asked.record.supplier
    if inherited.contact_with is ContactWith.COMPANY:
        at = asked.record.company
    found = _with_company(asked, clock, at) if at is not None else []
    started = _last(asked, found)
    return attrs.evolve(started, steps=(asked.step(phrase(SUPPLIED)), *started.steps))


def _after_supply(
    asked: _Asked, clock: Clock, ended: tuple[str, Known], inherited: Inherited
) -> Start:
    name, moment = ended
    own = _own(asked, clock)
    first = asked.step(phrase(ENDED, day=moment.day), fact=name, moment=moment)
    starts = [moment] if inherited.until in inherited.then else []
    ending = Start(
        moment=latest(starts), steps=(first,), others=tuple(_before(asked, clock, moment, starts))
    )
    if CONTACT_AFTER not in inherited.then or own.moment is Absence.NOT_STARTED:
        return ending
    if isinstance(own.moment, Known) and own.moment.day <= moment.day:
        return ending
    return Start(moment=latest([*starts, own.moment]), steps=(first, *own.steps))


def _before(asked: _Asked, clock: Clock, ended: Known, starts: list[Known]) -> Iterator[OtherStart]:
    """
    Find the last contact with the company before it reported the end.

    Some read its report as an outer limit, beside which the length after that contact runs on.
    """
    if not starts or asked.record.supplier is None:
        return
    found = _last(asked, _with_company(asked, clock, asked.record.supplier)).moment
    if isinstance(found, Known) and found.day < ended.day:
        yield OtherStart(
            key=LAST_COMPANY_CONTACT, moment=found, says=phrase(OUTER_LIMIT, day=found.day)
        )


def _or_else(asked: _Asked, clock: Clock, found: Start) -> Start:
    instead = _triggered(asked, clock.if_none)
    if found.moment is Absence.NOT_STARTED:
        return Start(moment=instead.moment, steps=(*found.steps, *instead.steps))
    return _capped(asked, clock, found, instead)


def _capped(asked: _Asked, clock: Clock, found: Start, instead: Start) -> Start:
    if clock.at_most is None or not isinstance(found.moment, Known):
        return found
    if not isinstance(instead.moment, Known):
        return Start(moment=Absence.UNKNOWN, steps=(*found.steps, *instead.steps))
    cap = add(instead.moment.day, clock.at_most, rounding=Rounding.DOWN)
    if found.moment.day <= cap:
        return found
    moved = attrs.evolve(found.moment, day=cap)
    step = asked.step(phrase(CAPPED, day=cap), fact=instead.used[0], moment=moved)
    return Start(moment=moved, steps=(*found.steps, *instead.steps, step))


def _not_followed(asked: _Asked, clock: Clock, length: Period | None) -> Iterator[Finding]:
    supplied = clock.supplied is not None and _supplied(asked, clock.supplied)
    if not clock.revives and (supplied or (length is not None and not follows(length))):
        yield Finding(
            code=REVIVED.code,
            level=Level.WARNING,
            path=f"{asked.path}.revives",
            says=phrase(REVIVED),
        )


def _findings(asked: _Asked, clock: Clock) -> Iterator[Finding]:
    if clock.at_most is None:
        yield Finding(
            code=UNCAPPED.code,
            level=Level.WARNING,
            path=f"{asked.path}.at_most",
            says=phrase(UNCAPPED),
            mend=phrase(CAP_IT),
        )
    for kind in dict.fromkeys(clock.counted_for(asked.whose)):
        if not asked.vocabulary.has(Kind.EVENT, kind) or not counts(kind, asked.vocabulary):
            yield Finding(
                code=NOT_COUNTED.code,
                level=Level.WARNING,
                path=f"{asked.path}.counts",
                says=phrase(NOT_COUNTED),
            )
