"""
The record of processing a firm keeps, drawn from its declaration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeVar

import attrs

from recruitprivacy.periods import Period
from recruitprivacy.policy import (
    EVERYTHING,
    UNSTATED,
    Absence,
    Capacity,
    Contact,
    Controller,
    Policy,
    Responsibility,
    RetentionRule,
    Transfer,
    Unstated,
    Use,
)
from recruitprivacy.vocabulary import Art9Condition, LawfulBasis, TransferInstrument

__all__ = ["Abroad", "Body", "Entry", "Erasing", "ProcessorEntry", "Record", "record_of_processing"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Body:
    """
    A controller with whom it can be reached through.

    Attributes:
        name: Its legal name.
        country: Where it is established, or unstated.
        contact: How it is reached.
        representative: Its representative in the Union, or unstated.
        dpo: Its data protection officer, or unstated.
    """

    name: str
    country: str | Unstated = UNSTATED
    contact: Contact = Contact()
    representative: Contact | Absence | Unstated = UNSTATED
    dpo: Contact | Absence | Unstated = UNSTATED


@attrs.frozen(kw_only=True)
class Abroad:
    """
    A transfer as the record tells it.

    Attributes:
        to_countries: Where to, where countries are named.
        destinations: Where to, where none is.
        to: The recipients.
        instruments: What it rests on, or unstated.
    """

    to_countries: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    instruments: tuple[TransferInstrument, ...] | Unstated = UNSTATED


@attrs.frozen(kw_only=True)
class Erasing:
    """
    A time limit for erasing, as the record tells it.

    Attributes:
        rule: The rule's name in the declaration.
        at_most: How long the data are kept at most, or None.
        after: From what on: a trigger or a clock, or None.
    """

    rule: str
    at_most: Period | None = None
    after: str | None = None


@attrs.frozen(kw_only=True)
class Entry:
    """
    One processing of a controller; what the declaration leaves out is unstated or empty.

    Attributes:
        name: The path of the use in the declaration.
        controllers: Who is responsible.
        capacity: In which capacity, each for the roles below.
        purposes: What for.
        bases: On which basis, purpose by purpose; beyond what the law asks.
        art_9: The condition for special categories, or unstated; beyond what the law asks.
        roles: Whose data.
        categories: Which data.
        recipients: Who gets them, countries abroad included.
        transfers: Where they go.
        erasing: When they are erased.
        security: What guards them.
        missing: What the law asks for and the declaration does not say.

    Law:
        GDPR Art. 30(1): what a controller's record contains.
    """

    name: str
    controllers: tuple[Body, ...] = ()
    capacity: tuple[Capacity, ...] = ()
    purposes: tuple[str, ...] = ()
    bases: tuple[tuple[str, tuple[LawfulBasis, ...]], ...] = ()
    art_9: Art9Condition | Unstated = UNSTATED
    roles: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    transfers: tuple[Abroad, ...] = ()
    erasing: tuple[Erasing, ...] = ()
    security: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ProcessorEntry:
    """
    What a firm does for one kind of principal.

    Attributes:
        name: The path of the responsibility in the declaration.
        processors: The firm's own companies that may do it.
        acting_for: For whom: the role of the principal.
        roles: Whose data.
        processing: What is done, as purposes declared for those roles.
        transfers: Where the data go.
        security: What guards them.
        missing: What the law asks for and the declaration does not say.

    Law:
        GDPR Art. 30(2): what a processor's record contains.
    """

    name: str
    processors: tuple[Body, ...] = ()
    acting_for: str | Unstated = UNSTATED
    roles: tuple[str, ...] = ()
    processing: tuple[str, ...] = ()
    transfers: tuple[Abroad, ...] = ()
    security: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Record:
    """
    The record of processing, as far as the declaration fills it.

    Attributes:
        policy: The declaration's id.
        version: Its number, or empty.
        drawn_on: The day it was drawn.
        entries: What the firm does as a controller.
        for_others: What it does as a processor.
    """

    policy: str
    version: str = ""
    drawn_on: date
    entries: tuple[Entry, ...] = ()
    for_others: tuple[ProcessorEntry, ...] = ()


ASKED: Final = (
    ("controllers", "controllers"),
    ("purposes", "purposes"),
    ("categories", "categories"),
    ("recipients", "recipients"),
    ("erasing", "erasing"),
    ("security", "security"),
)
"""What the law asks a controller's record to contain, and where it stands here."""


def record_of_processing(policy: Policy, *, on: date) -> Record:
    """
    Draw the record of processing from a declaration, one entry for each use.

    It tells what is declared and names what is missing; whether what is declared is lawful is for
    :func:`audit`.

    Args:
        policy: The declaration.
        on: The day it is drawn.

    >>> from recruitprivacy.testing.examples import own_hiring
    >>> (entry,) = record_of_processing(own_hiring(), on=date(2026, 3, 2)).entries
    >>> entry.name, [body.name for body in entry.controllers], entry.missing
    ('uses.hiring', ['Harbour Bakery B.V.'], ('security',))

    Law:
        GDPR Art. 30(1): the controller's.
        GDPR Art. 30(2): the processor's.
    """
    number = policy.version.number
    return Record(
        policy=policy.id,
        version=number if isinstance(number, str) else "",
        drawn_on=on,
        entries=tuple(_entries(policy)),
        for_others=tuple(_for_others(policy)),
    )


def _entries(policy: Policy) -> Iterator[Entry]:
    for name, use in policy.uses.items():
        roles = tuple(role for role in use.roles or policy.roles if _ours(policy, role))
        if roles:
            yield _entry(policy, name, use, roles)


def _ours(policy: Policy, role: str) -> bool:
    entries = tuple(policy.responsible_for(role).values()) if role in policy.roles else ()
    return not entries or any(entry.answers for entry in entries)


def _entry(policy: Policy, name: str, use: Use, roles: tuple[str, ...]) -> Entry:
    responsible = _responsible(policy, roles)
    entry = Entry(
        name=f"uses.{name}",
        controllers=tuple(_bodies(policy, responsible)),
        capacity=_once(each.capacity for each in responsible),
        purposes=use.purposes,
        bases=tuple(_bases(use)),
        art_9=use.art_9,
        roles=roles,
        categories=_once(_categories(policy, use, roles)),
        recipients=_once(_recipients(policy, use, roles)),
        transfers=tuple(_transfers(policy, roles)),
        erasing=tuple(_erasing(policy, name, roles)),
        security=policy.security.measures,
    )
    missing = tuple(asked for asked, field in ASKED if not getattr(entry, field))
    return attrs.evolve(entry, missing=missing)


def _responsible(policy: Policy, roles: Iterable[str]) -> tuple[Responsibility, ...]:
    found = (each for role in roles for each in policy.responsible_for(role).values())
    return _once(each for each in found if each.answers)


def _bodies(policy: Policy, responsible: Iterable[Responsibility]) -> Iterator[Body]:
    for name in _once(each for entry in responsible for each in entry.among):
        yield _body(policy.controllers[name])


def _body(controller: Controller) -> Body:
    return Body(
        name=controller.name,
        country=controller.country,
        contact=controller.contact,
        representative=controller.representative,
        dpo=controller.dpo,
    )


def _bases(use: Use) -> Iterator[tuple[str, tuple[LawfulBasis, ...]]]:
    for purpose in use.purposes:
        basis = use.basis_of(purpose)
        yield purpose, () if basis is UNSTATED else basis


def _categories(policy: Policy, use: Use, roles: Iterable[str]) -> Iterator[str]:
    reached = [use.data, *(each.data for each in use.but.values() if each.data is not None)]
    for data in reached:
        for role in roles if EVERYTHING in data else ():
            holding = policy.data.get(policy.role_of(role))
            yield from holding.items if holding else ()
        yield from (each for each in data if each != EVERYTHING)


def _recipients(policy: Policy, use: Use, roles: tuple[str, ...]) -> Iterator[str]:
    for entry in policy.recipients.values():
        for_this = not entry.purposes or not set(use.purposes).isdisjoint(entry.purposes)
        if for_this and _reaches(entry.roles, roles):
            yield from entry.to


def _transfers(policy: Policy, roles: tuple[str, ...]) -> Iterator[Abroad]:
    for entry in policy.transfers.values():
        if _reaches(entry.roles, roles):
            yield _abroad(entry)


def _abroad(entry: Transfer) -> Abroad:
    return Abroad(
        to_countries=entry.to_countries,
        destinations=entry.destinations,
        to=entry.to,
        instruments=entry.instruments,
    )


def _erasing(policy: Policy, use: str, roles: tuple[str, ...]) -> Iterator[Erasing]:
    for name, rule in policy.retention.items():
        if _reaches(rule.roles, roles) and _for_use(rule, use):
            yield Erasing(rule=f"retention.{name}", at_most=rule.at_most, after=rule.after)


def _for_use(rule: RetentionRule, use: str) -> bool:
    return rule.purpose is None or rule.purpose == use


def _reaches(declared: tuple[str, ...], roles: tuple[str, ...]) -> bool:
    return not declared or not set(declared).isdisjoint(roles)


def _for_others(policy: Policy) -> Iterator[ProcessorEntry]:
    for name, entry in policy.responsible.items():
        if not entry.answers:
            yield _processing(policy, f"responsible.{name}", entry)


def _processing(policy: Policy, name: str, entry: Responsibility) -> ProcessorEntry:
    uses = (use for role in entry.roles for use in policy.uses_of(role).values())
    found = ProcessorEntry(
        name=name,
        processors=tuple(_bodies(policy, (entry,))),
        acting_for=entry.acting_for or UNSTATED,
        roles=entry.roles,
        processing=_once(purpose for use in uses for purpose in use.purposes),
        transfers=tuple(_transfers(policy, entry.roles)),
        security=policy.security.measures,
    )
    asked = ("processors", "acting_for", "processing", "security")
    empty = (UNSTATED, ())
    return attrs.evolve(found, missing=tuple(x for x in asked if getattr(found, x) in empty))


def _once(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))
