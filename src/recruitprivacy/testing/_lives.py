"""
Made-up lives of people in a recruiter's books, as plain days and words.

The same seed makes the same lives everywhere: only ``random.Random.random`` is drawn from, whose
numbers Python promises not to change.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from random import Random
from typing import Final, NamedTuple, TypeVar

import attrs

from recruitprivacy.law import Law
from recruitprivacy.policy import UNSTATED, Policy
from recruitprivacy.timeline import RecordKind, facts_needed
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["Deed", "Kept", "Life", "Stage", "lives", "stage_of"]

T = TypeVar("T")

BEGIN: Final = date(2017, 1, 1).toordinal()
NEWEST: Final = date(2026, 3, 31).toordinal()
"""The last day on which somebody new comes in."""
LATEST: Final = date(2031, 12, 31).toordinal()
SPREAD: Final = 1 << 40
"""Between the seeds of two runs lie more persons than there are."""
LEAPS: Final = tuple(date(year, 2, 29).toordinal() for year in (2020, 2024, 2028))
FAVOURED: Final = tuple(
    day.toordinal() - before
    for year in range(2017, 2032)
    for month in range(1, 13)
    for day in (date(year, month, 1),)
    for before in (1, 0)
)
"""The first and the last day of each month."""
COIN: Final = 1000
"""What a draw is multiplied by, so that it is as often even as odd."""
LEAPING: Final = 0.05
FAVOURING: Final = 0.33
LATE: Final = 0.04
"""The share of what is noted late, by up to 400 days."""
UNSURE: Final = 0.045
"""The share of what is noted late, or with a day nobody knows."""
CANDIDATE: Final = "candidate"
OUTCOMES: Final = ("rejected", "rejected", "rejected", "never_decided", "withdrew", "hired")
THIRD: Final = ("linkedin", "referee", "supplier_referral", "public_job_board")
GIVEN: Final = ("application_form", "website", "email", "phone", "recruitment_fair")
CONTACTS: Final = (
    *("message.inbound", "message.inbound", "conversation", "conversation.role", "call.held"),
    *("cv.uploaded", "cv.updated", "message.clicked", "profile.logged_in", "profile.updated"),
    *("message.opened", "message.outbound", "message.outbound", "meeting.held", "unsubscribed"),
    *("online_service.used", "training.taken", "survey.answered", "event.attended"),
)
OPT_OUT: Final = "message.inbound"
"""What somebody writes who writes "remove me"."""


class Deed(NamedTuple):
    """
    Something that happened.

    Attributes:
        day: The day, as an ordinal; 0 where nobody knows.
        noted: The day on which it was noted.
        what: A kind of event.
        record: The place of the record it belongs to.
        detail: Which one: a matter, an outcome, a version.
    """

    day: int
    noted: int
    what: str
    record: int
    detail: str = ""


class Kept(NamedTuple):
    """
    A record of somebody.

    Attributes:
        role: The role as it was noted.
        walled: The role the policy speaks of.
    """

    opened: int
    kind: RecordKind
    role: str
    walled: str
    controller: str | None
    source: str | None
    company: str | None
    supplier: str | None


class Life(NamedTuple):
    """
    What happened to one person.

    Attributes:
        number: Their number in the run.
        twice: Whether they were in the books under two ids, until somebody saw it.
    """

    number: int
    twice: bool
    records: tuple[Kept, ...]
    deeds: list[Deed]


@attrs.frozen(kw_only=True)
class Stage:
    """
    What lives are made of: the words of a policy.

    Attributes:
        roles: The roles of the policy; those of candidates many times.
        notes: How a role is noted, by role.
        candidates: The roles that go through procedures.
        controllers: Who may be noted with a record.
        sources: Where data come from.
        outcomes: How procedures end.
        conditions: The conditions on which periods hang.
        uses: The uses of a role.
        versions: The numbers of the versions of the notice.
        purposes: To what people agree.
        others: What else the policy or the law asks for.
    """

    roles: tuple[str, ...]
    notes: dict[str, tuple[str, ...]]
    candidates: frozenset[str]
    controllers: tuple[str | None, ...]
    sources: tuple[str, ...]
    outcomes: tuple[str, ...]
    conditions: tuple[str, ...]
    uses: dict[str, tuple[str, ...]]
    versions: tuple[str, ...]
    purposes: tuple[str, ...]
    others: tuple[str, ...]


def stage_of(policy: Policy, law: Law | None, vocabulary: Vocabulary) -> Stage:
    """
    Gather the words of which lives are made.
    """
    own = [rule for version in policy.versions() for rule in version.retention.values()]
    laws = [rule for pack in (law.packs if law else ()) for rule in pack.rules if rule.kind]
    candidates = frozenset(
        role for role in policy.roles if vocabulary.is_kind(Kind.ROLE, role, CANDIDATE)
    )
    numbers = [each.version.number for each in policy.versions()]
    purposes = {purpose for use in policy.uses.values() for purpose in use.purposes}
    return Stage(
        roles=(*policy.roles, *sorted(candidates) * (6 * len(policy.roles))),
        notes={role: tuple(_noted_as(role, policy, vocabulary)) for role in policy.roles},
        candidates=candidates,
        controllers=(*sorted(policy.controllers) * 20, None),
        sources=_all((*GIVEN, *THIRD), (each for rule in own for each in rule.sources)),
        outcomes=_all(
            OUTCOMES,
            (
                *(each for rule in own for each in rule.outcomes),
                *(each for rule in laws for each in rule.outcomes),
            ),
        ),
        conditions=_all(
            (),
            (
                *(each for rule in own for each in rule.when),
                *(rule.while_ for rule in own if rule.while_ is not None),
                *(each for rule in laws for each in rule.conditions),
            ),
        ),
        uses={role: tuple(policy.uses_of(role)) for role in policy.roles},
        versions=_all((), (each for each in numbers if each is not UNSTATED)),
        purposes=tuple(sorted(purposes)),
        others=tuple(_asked(policy, law, vocabulary)),
    )


def _all(some: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return (*some, *sorted({*more}.difference(some)))


def _noted_as(role: str, policy: Policy, vocabulary: Vocabulary) -> Iterator[str]:
    for term in vocabulary.terms(Kind.ROLE):
        nearest = [each.key for each in vocabulary.lineage(Kind.ROLE, term.key)]
        if next((each for each in nearest if each in policy.roles), None) == role:
            yield from (term.key,) * (1 if term.key != role else 60)
    if not vocabulary.has(Kind.ROLE, role):
        yield role


def _asked(policy: Policy, law: Law | None, vocabulary: Vocabulary) -> Iterator[str]:
    told = {"data.collected", "data.received", "data.disclosed", *CONTACTS}
    found = {
        kind
        for spec in facts_needed(policy, law, vocabulary=vocabulary)
        for kind in spec.kinds
        if vocabulary.has(Kind.EVENT, kind)
    }
    yield from sorted(found - told)


def lives(stage: Stage, *, seed: int, start: int, count: int) -> Iterator[Life]:
    """
    Make up lives, each from its own number, so that any part of a run can be made alone.
    """
    random = Random()  # noqa: S311 - nothing is kept secret with it
    for number in range(start, start + count):
        random.seed(seed * SPREAD + number)
        yield _Writer(stage, random).life(number)


def _next(days: Sequence[int], day: int, *, beyond: int = 0) -> int:
    return days[min(bisect_left(days, day) + beyond, len(days) - 1)]


class _Writer:
    """
    What writes one life.
    """

    __slots__ = ("_draw", "_stage", "deeds")

    def __init__(self, stage: Stage, random: Random) -> None:
        self._stage = stage
        self._draw = random.random
        self.deeds: list[Deed] = []

    def life(self, number: int) -> Life:
        """
        Write everything.
        """
        first = self._kept(RecordKind.PERSON)
        records = [first]
        self._story(first, 0)
        if self._chance(0.04):
            same = self._chance(0.5)
            records.append(self._again(first) if same else self._kept(RecordKind.PERSON))
            if not same and records[1].walled == first.walled:
                records[1] = records[1]._replace(kind=RecordKind.APPLICATION)
            self._story(records[1], 1)
        self._ledgers(records)
        return Life(number, self._chance(0.02), tuple(records), self.deeds)

    def _chance(self, share: float) -> bool:
        return self._draw() < share

    def _one(self, among: tuple[T, ...]) -> T:
        return among[int(self._draw() * len(among))]

    def _day(self, after: int, within: int) -> int:
        """
        Choose a day in some days after one; often the end of a month or a leap day.
        """
        day = after + int(self._draw() * within)
        chance = self._draw()
        if chance < LEAPING:
            leap = _next(LEAPS, after)
            day = leap if leap < after + within else day
        elif chance < FAVOURING:
            day = _next(FAVOURED, day, beyond=int(chance * COIN) % 2)
        return min(day, LATEST)

    def _deed(self, day: int, what: str, record: int, detail: str = "") -> None:
        """
        Note something; now and then late, or with a day nobody knows.
        """
        chance = self._draw()
        noted = day + int(chance * 10_000) if chance < LATE else day
        known = 0 if LATE <= chance < UNSURE else day
        self.deeds.append(Deed(known, noted, what, record, detail))

    def _sure(self, day: int, what: str, record: int, detail: str = "") -> None:
        self.deeds.append(Deed(day, day, what, record, detail))

    def _kept(self, kind: RecordKind) -> Kept:
        stage = self._stage
        walled = self._one(stage.roles)
        looking = walled in stage.candidates
        return Kept(
            opened=self._day(BEGIN, NEWEST - BEGIN - 40),
            kind=kind,
            role=self._one(stage.notes[walled]),
            walled=walled,
            controller=self._one(stage.controllers),
            source=None if self._chance(0.1) else self._one(stage.sources),
            company=None if looking or self._chance(0.7) else self._company(),
            supplier=self._company() if looking and self._chance(0.05) else None,
        )

    def _again(self, first: Kept) -> Kept:
        opened = self._day(first.opened + 1, 30)
        return first._replace(opened=opened, kind=RecordKind.APPLICATION, supplier=None)

    def _company(self) -> str:
        return f"company-{int(self._draw() * 200)}"

    def _story(self, kept: Kept, place: int) -> None:
        self._sure(kept.opened, "record.opened", place)
        way = "data.received" if kept.source in THIRD else "data.collected"
        self._sure(kept.opened, way, place)
        if not self._chance(0.15) and self._stage.versions:
            self._sure(kept.opened, "notice.given", place, self._one(self._stage.versions))
        self._contacts(kept.opened, place)
        if kept.walled in self._stage.candidates and self._chance(0.7):
            self._procedure(self._day(kept.opened, 60), place)
        while self._stage.others and self._chance(0.4):
            self._deed(self._day(kept.opened, 900), self._one(self._stage.others), place)
        self._rest(kept, place)

    def _contacts(self, day: int, place: int) -> None:
        while self._chance(0.75):
            day = self._day(day, 300)
            self._deed(day, self._one(CONTACTS), place)
        if self._chance(0.02):
            self._deed(self._day(day, 200), OPT_OUT, place, "right")

    def _procedure(self, day: int, place: int) -> None:
        self._deed(day, "application.submitted", place)
        closed = self._day(day, 120)
        if self._chance(0.5):
            self._deed(self._day(day, 60), "interview.held", place)
        if not self._chance(0.9):
            return
        outcome = self._one(self._stage.outcomes)
        self._sure(closed, "procedure.closed", place, outcome)
        if outcome == "hired":
            self._work(closed, place)
        elif outcome.startswith("rejected"):
            self._deed(closed, "candidate.rejected", place)

    def _work(self, day: int, place: int) -> None:
        self._deed(day, "hired", place)
        work = "placement" if self._chance(0.5) else "employment"
        began = self._day(day, 60)
        self._deed(began, f"{work}.started", place)
        if self._chance(0.7):
            self._deed(self._day(began, 700), f"{work}.ended", place)

    def _rest(self, kept: Kept, place: int) -> None:
        uses = self._stage.uses[kept.walled]
        while uses and self._chance(0.2):
            self._sure(self._day(kept.opened, 800), "purpose.ended", place, self._one(uses))
        for condition in self._stage.conditions:
            if self._chance(0.8):
                holds = "yes" if self._chance(0.6) else "no"
                self._sure(kept.opened, "condition.known", place, f"{condition}={holds}")

    def _ledgers(self, records: list[Kept]) -> None:
        day = records[-1].opened
        if self._chance(0.02):
            self._undone(self._day(day, 700), "hold.placed", "hold.lifted", "matter")
        if self._chance(0.01):
            self._undone(self._day(day, 900), "request.received", "request.answered", "access")
        if self._chance(0.005):
            self._undone(self._day(day, 900), "restriction.placed", "restriction.lifted", "")
        if self._chance(0.01):
            self._sure(self._day(day, 900), "objection.made", 0)
        if self._chance(0.005):
            asked = self._day(day, 900)
            self._sure(asked, "request.received", 0, "erasure")
            self._sure(self._day(asked, 30), "request.erasure_granted", 0, "erasure")
        if self._stage.purposes and self._chance(0.1):
            agreed = self._one(self._stage.purposes)
            self._undone(self._day(day, 900), "consent.given", "consent.withdrawn", agreed)

    def _undone(self, day: int, what: str, end: str, detail: str) -> None:
        """
        Note something that often ends later.
        """
        self._sure(day, what, 0, detail)
        if self._chance(0.6):
            self._sure(self._day(day + 1, 90), end, 0, detail)
