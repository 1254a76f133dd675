"""
Who the notice speaks of, and who answers for their data.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.law import CALENDAR_YEAR
from recruitprivacy.periods import MonthDay
from recruitprivacy.policy._keys import (
    AnyRoleKey,
    ConditionKey,
    ContactReasonKey,
    ControllerRef,
    CountryKey,
    LinkRef,
    PlaceKey,
    RoleKey,
    ScopeKey,
)
from recruitprivacy.policy._stated import UNSTATED, Absence, Declared, Modality, UnstatedType
from recruitprivacy.vocabulary import TransferInstrument


class Capacity(StrEnum):
    """
    In what capacity somebody handles the data.
    """

    SOLE = "sole"
    JOINT = "joint"
    SEVERAL = "several"
    """Each for itself, of the same data: agency and client of one CV."""
    PROCESSOR = "processor"


class Resolver(StrEnum):
    """
    How one finds which controller answers.
    """

    NAMED = "named"
    WHOLE_GROUP = "whole_group"
    COUNTERPARTY_OF_AGREEMENT = "counterparty_of_agreement"
    MANAGES_APPLICATION = "manages_application"
    CONSULTANT_ENTITY = "consultant_entity"
    WEBSITE_OWNER = "website_owner"
    CUSTOMER = "customer"


class Routing(StrEnum):
    """
    What becomes of a request that is for another to answer.
    """

    FORWARDED = "forwarded"
    """The firm passes it on and works it out with them."""
    REFERRED = "referred"
    """The person is asked to turn to them."""


@attrs.frozen(kw_only=True)
class Role:
    """
    A group of people the notice speaks of.

    Attributes:
        called: The firm's own word for them, per language.
        includes: Who belongs to it, in the firm's words' terms.
        treated_as: Another role whose parts apply to these people, or empty.
        when: What must hold for that treatment.
        addressed: Whether the notice is written to them.
    """

    called: FrozenMap[str, str] = FrozenMap()
    includes: tuple[ScopeKey, ...] = ()
    treated_as: RoleKey | None = None
    when: tuple[ConditionKey, ...] = ()
    addressed: bool = True


@attrs.frozen(kw_only=True)
class Contact:
    """
    How somebody is reached, and what for.

    Attributes:
        reasons: What one may write about there.
        address: The postal address, line by line.
        url: A page or form.
        attention: The person or desk it is for, as printed.
        country: Where the address is: a two-letter code.
        person_in: Only for people there: two-letter codes, or ``EEA``; empty is for all.
    """

    reasons: tuple[ContactReasonKey, ...] = ()
    email: str | UnstatedType = UNSTATED
    phone: str | UnstatedType = UNSTATED
    url: str | UnstatedType = UNSTATED
    address: tuple[str, ...] = ()
    attention: str = ""
    country: CountryKey | UnstatedType = UNSTATED
    person_in: tuple[PlaceKey, ...] = ()

    @property
    def stated(self) -> bool:
        """
        Whether it names any way at all.
        """
        return bool(self.address) or any(
            way is not UNSTATED for way in (self.email, self.phone, self.url)
        )


@attrs.frozen(kw_only=True)
class Controller:
    """
    A body that decides why and how data are processed, or does so for another.

    Attributes:
        name: Its legal name.
        country: Where it is established: a two-letter code.
        contact: How it is reached.
        dpo: Its data protection officer; none where it says so, or unstated.
        representative: Its representative in the Union, where it is not established there; none
            where it says so, or unstated.
        services: What it offers, as the firm says.
        financial_year_ends: The last day of its financial year, by which some books are kept.

    Law:
        GDPR Art. 4(7): who a controller is.
    """

    name: str
    country: CountryKey | UnstatedType = UNSTATED
    contact: Contact = Contact()
    dpo: Contact | Absence | UnstatedType = UNSTATED
    representative: Contact | Absence | UnstatedType = UNSTATED
    services: tuple[ScopeKey, ...] = ()
    financial_year_ends: MonthDay = CALENDAR_YEAR


@attrs.frozen(kw_only=True)
class Responsibility(Declared):
    """
    Which controller answers for which people.

    Attributes:
        roles: For whom; two entries that share a role, a country, a service and what must hold
            overlap.
        by: How the controller is found.
        among: The controllers it can be.
        countries: Where, as two-letter codes; empty is everywhere.
        services: For which services only; empty is for all.
        capacity: In which capacity.
        acting_for: Whose processor we are, where we are one; then their policy governs.
        when: What must hold; where it does, the entry stands before one that asks for nothing.
        requests: What becomes of requests that are for whom we act for, or None.
        assists: Whether the firm says it helps them to answer.
        found_at: The pages that tell which company it is.

    Law:
        GDPR Art. 26(1): joint controllers.
        GDPR Art. 28(3): processors.
    """

    roles: tuple[RoleKey, ...]
    by: Resolver = Resolver.NAMED
    among: tuple[ControllerRef, ...] = ()
    countries: tuple[CountryKey, ...] = ()
    services: tuple[ScopeKey, ...] = ()
    capacity: Capacity = Capacity.SOLE
    acting_for: AnyRoleKey | None = None
    when: tuple[ConditionKey, ...] = ()
    requests: Routing | None = None
    assists: bool = False
    found_at: tuple[LinkRef, ...] = ()

    @property
    def answers(self) -> bool:
        """
        Whether the firm answers for the data itself, and neither its principal nor its client.
        """
        return self.capacity is not Capacity.PROCESSOR and self.by is not Resolver.CUSTOMER

    def _faults(self) -> Iterator[Fault]:
        if (self.capacity is Capacity.PROCESSOR) != (self.acting_for is not None):
            yield Fault(
                path="acting_for",
                problem="a processor acts for somebody, and nobody else does",
                way_out="give capacity = 'processor' and acting_for together",
            )
        if self.by is Resolver.NAMED and not self.among:
            yield Fault(path="among", problem="nobody is named", way_out="name a controller")


@attrs.frozen(kw_only=True)
class Authority:
    """
    A supervisory authority as the firm prints it.

    Attributes:
        name: Its name as printed.
        under: The transfer instruments it watches over, where that is all it does.
    """

    name: str
    email: str | UnstatedType = UNSTATED
    phone: str | UnstatedType = UNSTATED
    url: str | UnstatedType = UNSTATED
    address: tuple[str, ...] = ()
    under: tuple[TransferInstrument, ...] = ()


@attrs.frozen(kw_only=True)
class Scope:
    """
    What the notice covers.

    Attributes:
        situations: The dealings with people it covers.
        work: The kinds of work it is about, in the firm's words, per language.
        countries: Where, as two-letter codes.
        modality: How firmly.
        excludes: What it says it does not cover.
        supplements: The names of parts for one service only, at its end or elsewhere.
    """

    situations: tuple[ScopeKey, ...] = ()
    work: FrozenMap[str, tuple[str, ...]] = FrozenMap()
    countries: tuple[CountryKey, ...] = ()
    modality: Modality = Modality.DOES
    excludes: tuple[ScopeKey, ...] = ()
    supplements: tuple[str, ...] = ()
