"""
Who the notice speaks of, and who answers for their data.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy._keys import (
    AnyRoleKey,
    ConditionKey,
    ContactReasonKey,
    ControllerRef,
    RoleKey,
    ScopeKey,
)
from recruitprivacy.policy._stated import UNSTATED, Declared, Modality, UnstatedType


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
    """

    reasons: tuple[ContactReasonKey, ...] = ()
    email: str | UnstatedType = UNSTATED
    phone: str | UnstatedType = UNSTATED
    url: str | UnstatedType = UNSTATED
    address: tuple[str, ...] = ()

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
        dpo: Its data protection officer, or unstated.
        representative: Its representative in the Union, where it has none there itself.

    Law:
        GDPR Art. 4(7): who a controller is.
    """

    name: str
    country: str | UnstatedType = UNSTATED
    contact: Contact = Contact()
    dpo: Contact | UnstatedType = UNSTATED
    representative: Contact | UnstatedType = UNSTATED


@attrs.frozen(kw_only=True)
class Responsibility(Declared):
    """
    Which controller answers for which people.

    Attributes:
        roles: For whom; two entries that share a role, a country and a service overlap.
        by: How the controller is found.
        among: The controllers it can be.
        countries: Where, as two-letter codes; empty is everywhere.
        services: For which services only; empty is for all.
        capacity: In which capacity.
        acting_for: Whose processor we are, where we are one; then their policy governs.

    Law:
        GDPR Art. 26(1): joint controllers.
        GDPR Art. 28(3): processors.
    """

    roles: tuple[RoleKey, ...]
    by: Resolver = Resolver.NAMED
    among: tuple[ControllerRef, ...] = ()
    countries: tuple[str, ...] = ()
    services: tuple[ScopeKey, ...] = ()
    capacity: Capacity = Capacity.SOLE
    acting_for: AnyRoleKey | None = None

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
    """

    name: str
    email: str | UnstatedType = UNSTATED
    phone: str | UnstatedType = UNSTATED
    url: str | UnstatedType = UNSTATED
    address: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Scope:
    """
    What the notice covers.

    Attributes:
        situations: The dealings with people it covers.
        countries: Where, as two-letter codes.
        modality: How firmly.
    """

    situations: tuple[ScopeKey, ...] = ()
    countries: tuple[str, ...] = ()
    modality: Modality = Modality.DOES
