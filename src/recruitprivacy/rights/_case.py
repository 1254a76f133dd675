"""
A request as those see it who have to do what it takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final, TypedDict, Unpack

import attrs

from recruitprivacy.basis import Frame
from recruitprivacy.findings import Step
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import local_day
from recruitprivacy.messages import Value, phrase
from recruitprivacy.policy import Capacity, Policy, Responsibility, Waiver
from recruitprivacy.rights._circumstances import Circumstances
from recruitprivacy.rights._counted import counted
from recruitprivacy.rights._due import due
from recruitprivacy.rights._duty import Addressee, Duty, DutyKind
from recruitprivacy.rights._late import refusal_ends
from recruitprivacy.rights._local import in_own_zone, place_of_controller
from recruitprivacy.rights._request import RightsRequest
from recruitprivacy.rights._seen import MARKETING
from recruitprivacy.rights._settled import settled_on
from recruitprivacy.rights._verdict import First, Judgement, Verdict
from recruitprivacy.timeline import Facts
from recruitprivacy.vocabulary import Kind, Right

__all__ = ["Case"]

ELECTRONIC: Final = (
    "email",
    "webform",
    "website",
    "account",
    "app",
    "chat",
    "professional_network",
    "unsubscribe_link",
)
ENDING_ADS: Final = (Right.OBJECT_MARKETING, Right.OBJECT, Right.ERASURE)
"""The rights with which advertising ends; what they are asked for does not matter."""


class _More(TypedDict, total=False):
    whom: str
    records: tuple[str, ...]
    categories: tuple[str, ...] | None
    data: FrozenMap[str, tuple[str, ...]]
    at_once: bool
    first: tuple[First, ...]
    unless: tuple[Waiver, ...]


@attrs.frozen(kw_only=True, slots=False)
class Case:
    """
    A request, and all that is looked at to find what it takes.
    """

    frame: Frame
    request: RightsRequest
    policy: Policy
    facts: Facts
    given: tuple[Circumstances, ...]
    judged: tuple[Judgement, ...]
    done: Mapping[str, date]

    @cached_property
    def answer_by(self) -> date | None:
        return due(self.request, self.frame.law, on=self.frame.on).last_day

    @cached_property
    def refuse_by(self) -> date | None:
        request, law = self.request, self.frame.law
        history = in_own_zone(request.history, request.situation, law)
        time = counted(request, history, law)
        return refusal_ends(request, time, law).last_day if time else None

    @cached_property
    def received_on(self) -> date:
        zone = self.frame.law.zone(place_of_controller(self.request.situation))
        return local_day(self.request.received_at, zone)

    @cached_property
    def electronic(self) -> bool:
        channel, words = self.request.channel, self.frame.vocabulary
        return channel is not None and any(
            words.is_kind(Kind.CHANNEL, channel, each) for each in ELECTRONIC
        )

    @cached_property
    def responsible(self) -> tuple[Responsibility, ...]:
        roles = {each.role for each in self.facts.records.values()} & set(self.policy.roles)
        found = (
            one for role in sorted(roles) for one in self.policy.responsible_for(role).values()
        )
        return tuple(dict.fromkeys(found))

    @property
    def acting(self) -> bool:
        processor = any(each.capacity is Capacity.PROCESSOR for each in self.responsible)
        elsewhere = {each.verdict for each in self.judged} == {Verdict.OUT_OF_SCOPE}
        return processor and elsewhere

    def of(self, right: Right) -> tuple[Judgement, ...]:
        """
        List what is judged of a right.
        """
        return tuple(each for each in self.judged if each.right is right)

    def met(self, right: Right) -> tuple[Judgement, ...]:
        """
        List what is judged of a right and must be met.
        """
        return tuple(each for each in self.of(right) if each.verdict is Verdict.COMPLY)

    @cached_property
    def stops_ads(self) -> Right | None:
        """
        The right by which advertising ends, or None where it does not.
        """
        asked = (each for each in ENDING_ADS if each in self.request.rights)
        return next((each for each in asked if self._stops_ads(each)), None)

    def _stops_ads(self, right: Right) -> bool:
        # Whoever is told to stop stops, even where nothing is kept of the person.
        stops = (stop for each in self.of(right) for stop in each.stops)
        return right is Right.OBJECT_MARKETING or any(
            self.frame.is_purpose(each, MARKETING) for each in stops
        )

    def duty(
        self,
        kind: DutyKind,
        *cites: str,
        to: Addressee = Addressee.PERSON,
        right: Right | None = None,
        due_on: date | None = None,
        values: Mapping[str, Value] = FrozenMap(),
        **more: Unpack[_More],
    ) -> Duty:
        """
        Say what is owed, and whether it was done.
        """
        says = Step(says=phrase(kind.what, **values), cites=self.frame.cite(*cites))
        made = Duty(
            kind=kind,
            to=to,
            right=right,
            due_on=due_on,
            electronic=self.electronic and to is Addressee.PERSON,
            step=says,
            acts=FrozenMap(self.frame.law.acts),
            **more,
        )
        done = self.done.get(made.key) or settled_on(made, self.request, self.facts)
        return attrs.evolve(made, done_on=done)
