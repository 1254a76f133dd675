"""
What data are used for, on which basis as stated, who gets them, where they go.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from recruitprivacy.errors import Fault
from recruitprivacy.frozen import FrozenMap
from recruitprivacy.policy._data import Form
from recruitprivacy.policy._keys import (
    EVERYTHING,
    CategoryKey,
    ConditionKey,
    CountryKey,
    DestinationKey,
    InterestKey,
    PlaceKey,
    PurposeKey,
    RecipientKey,
    RoleKey,
    ScopeKey,
    StageKey,
)
from recruitprivacy.policy._parties import Capacity, Contact
from recruitprivacy.policy._stated import UNSTATED, Declared, Modality, UnstatedType
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, TransferInstrument


class Standard(StrEnum):
    """
    By which law a firm promises to protect data that went abroad.
    """

    WHEREVER_PROCESSED = "wherever_processed"
    """The law that protects the person, wherever the data are."""
    WHERE_PROCESSED = "where_processed"
    """The law of the place where the data are, which may protect less."""


@attrs.frozen(kw_only=True)
class Exceptional:
    """
    What differs for one purpose from the rest of its use; what is None is as in the use.

    Attributes:
        basis: Its basis, as stated.
        interests: The interests pursued with it.
        data: The categories it reaches.
        when: What it depends on.
        stage: The earliest stage.
        form: In what form.
        modality: How firmly.
        art_9: The condition for special categories, as stated.
        roles_joined: Other roles of the same person whose data it brings together.
    """

    basis: tuple[LawfulBasis, ...] | None = None
    interests: tuple[InterestKey, ...] | None = None
    data: tuple[CategoryKey, ...] | None = None
    when: tuple[ConditionKey, ...] | None = None
    stage: StageKey | None = None
    form: Form | None = None
    modality: Modality | None = None
    art_9: Art9Condition | None = None
    roles_joined: tuple[RoleKey, ...] | None = None


@attrs.frozen(kw_only=True)
class Use(Declared):
    """
    What data of some roles are used for.

    Attributes:
        roles: Whose data; empty is everybody's.
        roles_joined: Other roles of the same person whose data it brings together.
        treated_as: A role whose uses apply to these people from then on, or None.
        purposes: What for.
        data: Which categories; ``*`` is the plain items, those under ``but`` must be named.
        basis: The Art. 6 basis or bases as stated, or unstated.
        art_9: The Art. 9 condition as stated, or unstated.
        interests: The legitimate interests named.
        of_third_parties: Whether interests of third parties are among them.
        expected: Whether the firm argues that people expect it.
        balanced: Whether the firm says it weighed the interests.
        basis_varies: Whether the firm says the basis differs by country.
        exhaustive: Whether the firm calls the list of purposes complete.
        only: Whether the data are used for nothing else.
        form: In what form.
        modality: Whether it happens or may.
        when: What it depends on.
        stage: The earliest stage.
        but: What differs for single purposes.

    Law:
        GDPR Art. 6(1): lawful bases.
        GDPR Art. 13(1)(c): purposes and basis are told.
    """

    roles: tuple[RoleKey, ...] = ()
    purposes: tuple[PurposeKey, ...]
    data: tuple[CategoryKey, ...] = (EVERYTHING,)
    roles_joined: tuple[RoleKey, ...] = ()
    treated_as: RoleKey | None = None
    basis: tuple[LawfulBasis, ...] | UnstatedType = UNSTATED
    art_9: Art9Condition | UnstatedType = UNSTATED
    interests: tuple[InterestKey, ...] = ()
    of_third_parties: bool = False
    expected: bool = False
    balanced: bool = False
    basis_varies: bool = False
    exhaustive: bool | UnstatedType = UNSTATED
    only: bool = False
    form: Form = Form.IDENTIFIED
    modality: Modality = Modality.DOES
    when: tuple[ConditionKey, ...] = ()
    stage: StageKey | None = None
    but: FrozenMap[PurposeKey, Exceptional] = FrozenMap()

    def _faults(self) -> Iterator[Fault]:
        for purpose in self.but:
            if purpose not in self.purposes:
                yield Fault(
                    path=f"but.{purpose}",
                    problem="is no purpose of this use",
                    way_out="add it to purposes",
                )

    def basis_of(self, purpose: str) -> tuple[LawfulBasis, ...] | UnstatedType:
        """
        Tell the basis stated for one purpose.
        """
        exception = self.but.get(purpose)
        if exception is None or exception.basis is None:
            return self.basis
        return exception.basis


@attrs.frozen(kw_only=True)
class Disclosure:
    """
    Who gets data of some roles.

    Attributes:
        roles: Whose data; empty is everybody's.
        to: The recipients, by category.
        data: Which categories.
        purposes: What for, where that is said.
        shared_unless_objected: Whether it happens unless the person says no.
        form: In what form.
        modality: Whether it happens or may.
        when: What it depends on; all of them.
        when_any: What it depends on; one of them.
        stage: The earliest stage.
        capacity: In which capacity the recipient acts, or unstated.
        functions: What those who get them do there, where that is said.
        called: The firm's own word for them, per language.

    Law:
        GDPR Art. 13(1)(e): recipients are told.
    """

    roles: tuple[RoleKey, ...] = ()
    to: tuple[RecipientKey, ...]
    data: tuple[CategoryKey, ...] = (EVERYTHING,)
    purposes: tuple[PurposeKey, ...] = ()
    shared_unless_objected: bool = False
    form: Form = Form.IDENTIFIED
    modality: Modality = Modality.DOES
    when: tuple[ConditionKey, ...] = ()
    when_any: tuple[ConditionKey, ...] = ()
    stage: StageKey | None = None
    capacity: Capacity | UnstatedType = UNSTATED
    functions: tuple[ScopeKey, ...] = ()
    called: FrozenMap[str, str] = FrozenMap()


@attrs.frozen(kw_only=True)
class Transfer:
    """
    Data going to a third country.

    Attributes:
        roles: Whose data; empty is everybody's.
        to_countries: Two-letter codes, where countries are named.
        destinations: Where they go, where no country is named.
        to: The recipients there.
        access: Whether the firm says that data may be looked at from there, too.
        services: For which services only; empty is for all.
        instruments: What the firm relies on.
        purposes: What for.
        person_in: Where the person must be for it to happen: two-letter codes, or ``EEA``; empty
            is anywhere.
        copy_at: Where a copy of the safeguards is to be had, or unstated.
        capacity: In which capacity the recipient acts.
        on_behalf_in: Countries of the companies of the group for which it acts.
        risk_told: Whether the firm says protection may be weaker there.
        onward: Whether passing on from there is spoken of.
        standard: By which law the data are protected there, as promised, or unstated.

    Law:
        GDPR Art. 13(1)(f): transfers are told.
        GDPR Art. 46(1): safeguards.
    """

    roles: tuple[RoleKey, ...] = ()
    to_countries: tuple[CountryKey, ...] = ()
    destinations: tuple[DestinationKey, ...] = ()
    to: tuple[RecipientKey, ...] = ()
    access: bool = False
    services: tuple[ScopeKey, ...] = ()
    instruments: tuple[TransferInstrument, ...] | UnstatedType = UNSTATED
    purposes: tuple[PurposeKey, ...] = ()
    person_in: tuple[PlaceKey, ...] = ()
    copy_at: Contact | UnstatedType = UNSTATED
    capacity: Capacity | UnstatedType = UNSTATED
    on_behalf_in: tuple[CountryKey, ...] = ()
    modality: Modality = Modality.DOES
    risk_told: bool = False
    onward: bool = False
    standard: Standard | UnstatedType = UNSTATED
