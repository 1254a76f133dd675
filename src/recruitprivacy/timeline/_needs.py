"""
Which facts a policy and the law ask a host to keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import attrs

from recruitprivacy.law import Law
from recruitprivacy.periods import Period
from recruitprivacy.policy import Clock, ContactWith, Policy, Which
from recruitprivacy.timeline._any import KINDS
from recruitprivacy.vocabulary import BUILT_IN, Actor, Kind, Vocabulary

COMPANY_CONTACT: Final = "company.contact"
COLLECTED: Final = "data_collected"
CHILD_FOUND: Final = "child_found"
ENDED: Final = "_ended"
STARTED: Final = "_started"


class Scope(StrEnum):
    """
    Of what a fact is a fact.
    """

    PERSON = "person"
    ROLE = "role"
    RECORD = "record"
    COMPANY = "company"


class Fold(StrEnum):
    """
    What becomes of several events.
    """

    FIRST = "first"
    LAST = "last"
    UNBROKEN = "unbroken"
    """The last of those of which each came within a length after the one before."""
    STATE = "state"
    """What holds after all of them."""
    OPEN = "open"
    """Those that are not closed."""


class IfAbsent(StrEnum):
    """
    What it means that something never happened.
    """

    NOT_STARTED = "not_started"
    """What hangs on it has not begun."""
    UNKNOWN = "unknown"
    """Nothing: it may hold or not."""
    USE_ANOTHER = "use_another"
    """Another fact stands in."""


@attrs.frozen(kw_only=True)
class FactSpec:
    """
    One fact a host keeps, as events or in a column of its own.

    Attributes:
        name: Its stable name, as in ``message.inbound.last``.
        scope: Of what it is a fact.
        fold: What becomes of several events.
        kinds: The kinds of event it is folded from.
        if_absent: What it means that it never happened.
        instead: The facts that stand in then.
        clock: The clock of the policy whose contact it is, where nothing revives that; else empty.
        length: The length within which contact goes on, or None.
    """

    name: str
    scope: Scope
    fold: Fold
    kinds: tuple[str, ...]
    if_absent: IfAbsent = IfAbsent.NOT_STARTED
    instead: tuple[str, ...] = ()
    clock: str = ""
    length: Period | None = None


WHICH: Final[Mapping[Which, tuple[Fold, ...]]] = MappingProxyType(
    {
        Which.FIRST: (Fold.FIRST,),
        Which.LAST: (Fold.LAST,),
        Which.EACH: (Fold.FIRST, Fold.LAST),
    }
)
"""By which folds one finds which of several events counts."""

FIRST_COUNTS: Final = frozenset(
    {
        "registered",
        "application_received",
        "data_collected",
        "data_received",
        "data_disclosed",
        "record_made",
        "hired",
        "employment_started",
        "placement_started",
        "contract_signed",
    }
)
"""Triggers that mean the first time; all others mean the last."""

OUR_KINDS: Final = {
    "record_made": ("record.opened",),
    "data_collected": ("data.collected", "data.received", "record.opened"),
    "consent_given": ("consent.given",),
    "consent_withdrawn": ("consent.withdrawn",),
    "request_received": ("right.exercised", "request.received"),
    "forget_me": ("request.received.forget_me", "request.received.delete_account"),
    "erasure_granted": ("request.erasure_granted",),
    "purpose_ended": ("purpose.ended",),
}
"""Triggers fired by events that have a type of their own."""

OF_RECORDS: Final = frozenset(
    {
        *("application", "candidate", "check", "contract", "data", "employment", "hired"),
        *("interview", "invoice", "offer", "placement", "procedure", "purpose", "record"),
        *("reference", "supplier", "test", "timesheet"),
    }
)
"""How kinds of event begin that happen to one record, not in a role at large."""

OF_PERSONS: Final = frozenset({"consent", "request", "right", "person"})

STATES: Final = (
    ("notice.state", Fold.STATE, ("notice.given",)),
    ("consent.state", Fold.STATE, ("consent.given", "consent.withdrawn")),
    ("objection.state", Fold.STATE, ("objection.decided", "objection.made")),
    (
        "restriction.open",
        Fold.OPEN,
        ("restriction.announced", "restriction.lifted", "restriction.placed"),
    ),
    ("hold.open", Fold.OPEN, ("hold.lifted", "hold.placed")),
    ("request.open", Fold.OPEN, tuple(kind for kind in KINDS if kind.startswith("request."))),
    ("erasure.state", Fold.STATE, ("request.erasure_granted",)),
    ("disclosure.state", Fold.STATE, ("data.disclosed",)),
)


def facts_needed(
    policy: Policy, law: Law | None = None, *, vocabulary: Vocabulary = BUILT_IN
) -> tuple[FactSpec, ...]:
    """
    List each fact that the clocks and periods of a policy, and of the law, hang on.

    Earlier versions of the policy ask, too: their promises bind to whom they were given.

    Args:
        policy: The declaration, with its earlier versions.
        law: The packs whose triggers are asked for, too, or None.
        vocabulary: The words both are written in.
    """
    specs: dict[tuple[Scope, str], FactSpec] = {}
    for spec in (
        *_of_clocks(policy, vocabulary),
        *_of_triggers(policy, law, vocabulary),
        *_of_states(policy),
    ):
        specs.setdefault((spec.scope, spec.name), spec)
    return tuple(specs[key] for key in sorted(specs))


def is_moment(spec: FactSpec) -> bool:
    """
    Say whether a fact is a day.
    """
    return spec.fold in {Fold.FIRST, Fold.LAST, Fold.UNBROKEN}


@lru_cache(maxsize=4096)
def trigger_specs(
    trigger: str, vocabulary: Vocabulary, which: Which | None = None
) -> tuple[FactSpec, ...]:
    """
    List the facts a trigger is worked out from; none where the calendar or a clock fires it.

    Where each of several events counts, the first and the last are asked for.
    """
    folds = WHICH[which] if which else _own_folds(trigger, vocabulary)
    return tuple(
        FactSpec(
            name=f"{kind}.{fold}",
            scope=scope_of(kind, vocabulary),
            fold=fold,
            kinds=expanded(kind, (), vocabulary),
        )
        for fold in folds
        for kind in _fired_by(trigger, vocabulary)
    )


@lru_cache(maxsize=1024)
def beginning_of(trigger: str, vocabulary: Vocabulary) -> str | None:
    """
    Name the trigger that begins what another one ends; None where nothing does.
    """
    begins = trigger.removesuffix(ENDED) + STARTED
    known = trigger.endswith(ENDED) and vocabulary.has(Kind.TRIGGER, begins)
    return begins if known else None


def counted_specs(
    clock: Clock, role: str, scope: Scope, vocabulary: Vocabulary
) -> tuple[FactSpec, ...]:
    """
    List the facts by which contact moves a clock for people in a role.
    """
    return tuple(
        _counted(kind, clock, scope, vocabulary)
        for kind in dict.fromkeys(clock.counted_for(role))
        if counts(kind, vocabulary) and not _with_company(kind, vocabulary)
    )


def counts(kind: str, vocabulary: Vocabulary) -> bool:
    """
    Say whether a kind of event can move a clock: the person did it, and did not use a right.
    """
    term = vocabulary.term(Kind.EVENT, kind)
    by_them = term.by is Actor.SUBJECT or _with_company(kind, vocabulary)
    return by_them and not term.exercises_right


def company_specs(clock: Clock, vocabulary: Vocabulary) -> tuple[FactSpec, ...]:
    """
    List the facts by which contact with a company moves a clock.
    """
    kinds = (*clock.counts, *(kind for more in clock.counts_for.values() for kind in more))
    return tuple(
        _counted(kind, clock, Scope.COMPANY, vocabulary)
        for kind in dict.fromkeys((COMPANY_CONTACT, *kinds))
        if counts(kind, vocabulary)
    )


def scope_of(kind: str, vocabulary: Vocabulary) -> Scope:
    """
    Tell of what a kind of event makes a fact.
    """
    root = vocabulary.lineage(Kind.EVENT, kind)[-1].key if _has(kind, vocabulary) else kind
    if root == COMPANY_CONTACT:
        return Scope.COMPANY
    head = root.partition(".")[0]
    if head in OF_PERSONS:
        return Scope.PERSON
    return Scope.RECORD if head in OF_RECORDS else Scope.ROLE


@lru_cache(maxsize=4096)
def expanded(kind: str, without: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """
    List the kinds of event that are of a kind, but for some.

    A kind that uses a right is left out of one that does not.
    """
    if not _has(kind, vocabulary):
        return (kind,)
    rights = vocabulary.term(Kind.EVENT, kind).exercises_right
    found = []
    for term in vocabulary.terms(Kind.EVENT):
        above = {each.key for each in vocabulary.lineage(Kind.EVENT, term.key)}
        fits = kind in above and above.isdisjoint(without)
        if fits and (rights or not term.exercises_right):
            found.append(term.key)
    return (*found, kind) if kind in KINDS else tuple(found)


def _with_company(kind: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_under(Kind.EVENT, kind, COMPANY_CONTACT)


def _has(kind: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.has(Kind.EVENT, kind)


def _counted(kind: str, clock: Clock, scope: Scope, vocabulary: Vocabulary) -> FactSpec:
    without = tuple(
        ignored
        for ignored in sorted(clock.ignores)
        if vocabulary.is_under(Kind.EVENT, ignored, kind)
    )
    but = f".but.{'+'.join(without)}" if without else ""
    instead = tuple(spec.name for spec in trigger_specs(clock.if_none, vocabulary))
    return FactSpec(
        name=f"{kind}.{Fold.LAST}{but}",
        scope=scope,
        fold=Fold.LAST,
        kinds=expanded(kind, without, vocabulary),
        if_absent=IfAbsent.USE_ANOTHER,
        instead=instead,
    )


def _of_clocks(policy: Policy, vocabulary: Vocabulary) -> Iterator[FactSpec]:
    for clock in _clocks(policy):
        for role in ("", *clock.counts_for):
            yield from counted_specs(clock, role, Scope.ROLE, vocabulary)
        if clock.supplied or set(clock.contact_with) - {ContactWith.SUBJECT}:
            yield from company_specs(clock, vocabulary)
        if clock.supplied:
            yield ended_spec(clock.supplied.until, vocabulary)
    yield from _of_chains(policy, vocabulary)


def _clocks(policy: Policy) -> Iterator[Clock]:
    for version in reversed(policy.versions()):
        yield from version.clocks.values()


def _of_chains(policy: Policy, vocabulary: Vocabulary) -> Iterator[FactSpec]:
    for rule in policy.retention.values():
        clock = policy.clocks.get(rule.after or "")
        lengths = {rule.at_most, rule.aim, rule.at_least, rule.review} - {None}
        if rule.after is not None and clock is not None and not clock.revives:
            yield from chain_specs(rule.after, clock, lengths, vocabulary)


def chain_specs(
    name: str, clock: Clock, lengths: Iterable[Period | None], vocabulary: Vocabulary
) -> Iterator[FactSpec]:
    """
    Name the facts by which a clock runs that contact after the end does not start again.
    """
    roles = ("", *clock.counts_for)
    specs = [spec for role in roles for spec in counted_specs(clock, role, Scope.ROLE, vocabulary)]
    if set(clock.contact_with) - {ContactWith.SUBJECT}:
        specs += company_specs(clock, vocabulary)
    kinds = tuple(dict.fromkeys(kind for spec in specs for kind in spec.kinds))
    first = FactSpec(
        name=first_contact(name), scope=Scope.RECORD, fold=Fold.FIRST, kinds=kinds, clock=name
    )
    yield first
    for length in lengths:
        if length is not None and follows(length):
            named = unbroken_contact(name, length)
            yield attrs.evolve(first, name=named, fold=Fold.UNBROKEN, length=length)


def follows(length: Period) -> bool:
    """
    Say whether a chain can be counted in a length; working days need a calendar.
    """
    return not length.working_days


def first_contact(clock: str) -> str:
    """
    Name the fact that is the first contact of a clock.
    """
    return f"clock.{clock}.{Fold.FIRST}"


def unbroken_contact(clock: str, length: Period) -> str:
    """
    Name the fact that is the last contact of a clock before a longer silence.
    """
    return f"clock.{clock}.{Fold.UNBROKEN}.{length}"


def ended_spec(kind: str, vocabulary: Vocabulary) -> FactSpec:
    """
    Name the fact by which a clock stops running on another's contact.
    """
    return FactSpec(
        name=f"{kind}.{Fold.LAST}",
        scope=Scope.RECORD,
        fold=Fold.LAST,
        kinds=expanded(kind, (), vocabulary),
    )


def _of_triggers(policy: Policy, law: Law | None, vocabulary: Vocabulary) -> Iterator[FactSpec]:
    for trigger, instead, which in _starts(policy, law):
        # What must be kept after an end is kept before it, too: ask whether it has begun.
        begins = beginning_of(trigger, vocabulary)
        if begins is not None:
            yield from trigger_specs(begins, vocabulary, Which.EACH)
        for spec in trigger_specs(trigger, vocabulary, which):
            if instead is None:
                yield spec
                continue
            names = tuple(each.name for each in trigger_specs(instead, vocabulary))
            yield attrs.evolve(spec, if_absent=IfAbsent.USE_ANOTHER, instead=names)


def _starts(policy: Policy, law: Law | None) -> Iterator[tuple[str, str | None, Which | None]]:
    for version in reversed(policy.versions()):
        yield from _starts_of(version)
    for pack in law.packs if law else ():
        yield from ((rule.trigger, None, None) for rule in pack.rules if rule.trigger)
    # It tells which version of the notice people were given.
    yield COLLECTED, None, None


def _starts_of(policy: Policy) -> Iterator[tuple[str, str | None, Which | None]]:
    for clock in policy.clocks.values():
        yield clock.if_none, None, None
    for rule in policy.retention.values():
        if rule.if_none is not None:
            yield rule.if_none, None, None
        if rule.after is not None and rule.after not in policy.clocks:
            yield rule.after, rule.if_none, rule.which
    if policy.children.then:
        yield CHILD_FOUND, None, None


def _of_states(policy: Policy) -> Iterator[FactSpec]:
    for name, fold, kinds in STATES:
        yield FactSpec(
            name=name, scope=Scope.PERSON, fold=fold, kinds=kinds, if_absent=IfAbsent.NOT_STARTED
        )
    yield FactSpec(
        name="use.state",
        scope=Scope.RECORD,
        fold=Fold.STATE,
        kinds=("purpose.ended", "purpose.started"),
    )
    rules = (rule for version in policy.versions() for rule in version.retention.values())
    for condition in sorted({key for rule in rules for key in rule.when}):
        yield FactSpec(
            name=f"condition.{condition}",
            scope=Scope.PERSON,
            fold=Fold.STATE,
            kinds=("condition.known",),
            if_absent=IfAbsent.UNKNOWN,
        )


def _fired_by(trigger: str, vocabulary: Vocabulary) -> Iterable[str]:
    for term in _lineage(trigger, vocabulary):
        fired = OUR_KINDS.get(term, vocabulary.term(Kind.TRIGGER, term).events)
        if fired:
            return fired
    return ()


def _own_folds(trigger: str, vocabulary: Vocabulary) -> tuple[Fold, ...]:
    first = any(term in FIRST_COUNTS for term in _lineage(trigger, vocabulary))
    return (Fold.FIRST,) if first else (Fold.LAST,)


def _lineage(trigger: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if not vocabulary.has(Kind.TRIGGER, trigger):
        return ()
    return tuple(term.key for term in vocabulary.lineage(Kind.TRIGGER, trigger))
