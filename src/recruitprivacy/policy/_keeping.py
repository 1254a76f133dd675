"""
How long data are kept, counted from what, and what happens then.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import Recruitment
from recruitprivacy.periods import MonthDay, Period
from recruitprivacy.policy._keys import (
    EVERYTHING,
    CategoryKey,
    ConditionKey,
    ControllerRef,
    DisposalRef,
    EventKey,
    ExceptionKey,
    OutcomeKey,
    RoleKey,
    SourceKey,
    SystemKey,
    TriggerKey,
    UseRef,
)
from recruitprivacy.policy._stated import Declared, Modality


class ContactWith(StrEnum):
    """
    Contact with whom counts.
    """

    SUBJECT = "subject"
    COMPANY = "company"
    """The company the person works for or with."""
    SUPPLIER = "supplier"
    """The company that supplies the person's services."""


@attrs.frozen(kw_only=True)
class Inherited:
    """
    A clock that runs on another's contact for a while.

    Attributes:
        roles: For whom.
        when: What must hold, as for a candidate supplied by a company.
        contact_with: Whose contact counts meanwhile.
        until: The event that ends the inheriting.
        then: What starts the clock after that, the latest of them: the ending event, and the
            person's own contact after it.
    """

    roles: tuple[RoleKey, ...] = ()
    when: tuple[ConditionKey, ...] = ()
    contact_with: ContactWith = ContactWith.SUPPLIER
    until: EventKey
    then: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Clock(Declared):
    """
    A moment that moves with what people do: the last meaningful contact.

    Attributes:
        counts: The kinds of event that move it, for everybody.
        counts_for: Further kinds, for people in one role.
        ignores: Kinds the firm says do not move it.
        contact_with: With whom.
        if_none: The trigger used where nothing has moved it yet.
        at_most: The longest it can be moved, from ``if_none``; None is no cap.
        revives: Whether contact after the end starts it again.
        supplied: How it runs for people supplied by a company, or None.
        called: The firm's own word for it, per language.
    """

    counts: tuple[EventKey, ...]
    if_none: TriggerKey
    counts_for: FrozenMap[RoleKey, tuple[EventKey, ...]] = FrozenMap()
    ignores: tuple[EventKey, ...] = ()
    contact_with: tuple[ContactWith, ...] = (ContactWith.SUBJECT,)
    at_most: Period | None = None
    revives: bool = True
    supplied: Inherited | None = None
    called: FrozenMap[str, str] = FrozenMap()

    def _faults(self) -> Iterator[Fault]:
        counted = {*self.counts, *(kind for kinds in self.counts_for.values() for kind in kinds)}
        for kind in self.ignores:
            if kind in counted:
                yield Fault(path="ignores", problem=f"{kind!r} counts, too")

    def counted_for(self, role: str) -> tuple[str, ...]:
        """
        List the kinds of event that move it for people in one role.
        """
        return (*self.counts, *self.counts_for.get(role, ()))


class Which(StrEnum):
    """
    Which of several events starts a length.
    """

    FIRST = "first"
    LAST = "last"
    EACH = "each"
    """Each starts one of its own, for what was kept with it; a record that holds several parts
    is undecided from the first end to the last."""


@attrs.frozen(kw_only=True)
class RetentionRule(Declared):
    """
    How long some data are kept, as the firm says.

    At most one length of each kind: ``at_most`` commands erasing, ``aim`` only plans,
    ``at_least`` forbids it, and only where it cites a binding statute.

    Attributes:
        at_most: The longest it is kept.
        aim: The length the firm plans, never printed.
        at_least: The shortest it is kept.
        cites: The statutes behind ``at_least``, as a lawyer writes them.
        at_once: Whether it goes as soon as ``after`` happens.
        while_: Where it is kept as long as something lasts, what that is.
        after: What starts the length: a clock of this policy or a trigger.
        which: Which of several events of a trigger starts it; None is as the trigger means it.
        from_next: Where the length runs only from the next such day of a year on or after the
            event, that day: every 1 July.
        if_none: The trigger used where ``after`` never happened; else it is not started.
        purpose: The use whose keeping it limits, or None for all uses.
        roles: Whose data; empty is everybody's.
        data: Which categories; ``*`` is every one held.
        where: In which place only, as in ``website``; empty is everywhere.
        when: What must hold.
        outcomes: After which outcomes only.
        sources: For data from which sources only.
        controllers: For which controllers only; empty is each.
        recruitment: In which kinds of recruitment only; empty is all.
        warn: How long before its end one is warned of it; working days are counted backwards too.
        review: How often need is looked at again, where it is need that keeps them.
        unless: What keeps them longer, as the firm says.
        good_faith: Whether the firm's own belief is enough for that.
        then: What happens at the end.
        told: Whether the person is told when it happens.
        modality: Whether data are kept that long, or may be.
        reasons: What the firm gives as reasons to keep them that long.

    Law:
        GDPR Art. 5(1)(e): storage limitation.
        GDPR Art. 13(2)(a): the period, or how it is found, is told.
    """

    after: str | None = None
    which: Which | None = None
    from_next: MonthDay | None = None
    at_most: Period | None = None
    aim: Period | None = None
    at_least: Period | None = None
    cites: tuple[str, ...] = ()
    at_once: bool = False
    while_: ConditionKey | None = attrs.field(default=None, alias="while_")
    if_none: TriggerKey | None = None
    purpose: UseRef | None = None
    roles: tuple[RoleKey, ...] = ()
    data: tuple[CategoryKey, ...] = (EVERYTHING,)
    where: str = ""
    when: tuple[ConditionKey, ...] = ()
    outcomes: tuple[OutcomeKey, ...] = ()
    sources: tuple[SourceKey, ...] = ()
    controllers: tuple[ControllerRef, ...] = ()
    recruitment: tuple[Recruitment, ...] = ()
    warn: Period | None = None
    review: Period | None = None
    unless: tuple[ExceptionKey, ...] = ()
    good_faith: bool = False
    then: DisposalRef | None = None
    told: bool = False
    modality: Modality = Modality.DOES
    reasons: tuple[ExceptionKey, ...] = ()

    def _faults(self) -> Iterator[Fault]:
        lengths = (self.at_most, self.aim, self.at_least)
        if not (any(lengths) or self.at_once or self.while_ or self.review):
            yield Fault(
                path="",
                problem="says no length",
                way_out="give at_most, aim, at_least, at_once, while or review",
            )
        if (any(lengths) or self.at_once) and self.after is None:
            yield Fault(
                path="after", problem="counts from nothing", way_out="name a clock or a trigger"
            )
        yield from self._vain()
        for name, length in (
            ("at_most", self.at_most),
            ("aim", self.aim),
            ("at_least", self.at_least),
            ("warn", self.warn),
        ):
            if length is not None and length.hours:
                yield Fault(path=name, problem="is in hours; data are kept by days")

    def _vain(self) -> Iterator[Fault]:
        if self.after is None:
            for name in ("which", "from_next"):
                if getattr(self, name) is not None:
                    yield Fault(path=name, problem="counts from nothing", way_out="name after")
        if self.warn is not None and self.at_most is None and self.aim is None:
            yield Fault(path="warn", problem="warns of no end", way_out="give at_most or aim, too")


class End(StrEnum):
    """
    What can become of data at the end.
    """

    ERASED = "erased"
    ANONYMISED = "anonymised"
    """Only with an attested assessment; else still personal data."""
    BEYOND_USE = "beyond_use"
    """A waiting state with an end; not restriction under Art. 18."""
    ISOLATED = "isolated"
    USE_STOPPED = "use_stopped"
    NOTED = "noted"
    """The request itself is kept."""


class Closed(StrEnum):
    """
    Who or what can no longer reach data that are left.
    """

    OPERATIONAL_SYSTEMS = "operational_systems"
    PROCESSES = "processes"
    STAFF = "staff"


@attrs.frozen(kw_only=True)
class Residue:
    """
    What is left after a disposal, for a while.

    Attributes:
        present_in: Where it still is.
        closed_to: Who and what can no longer reach it.
        at_most: How long it may be left, or None where the firm does not say.
    """

    present_in: tuple[SystemKey, ...] = ()
    closed_to: tuple[Closed, ...] = ()
    at_most: Period | None = None


@attrs.frozen(kw_only=True)
class DisposalMeaning:
    """
    What a word like "delete" means in this notice.

    Attributes:
        ends: The states data can be in after it, the aim first.
        residue: What is left where the aim is not reached at once, or None.
        modality: How firmly it is promised.
        called: The firm's own word for it, per language.
    """

    ends: tuple[End, ...]
    residue: Residue | None = None
    modality: Modality = Modality.DOES
    called: FrozenMap[str, str] = FrozenMap()
