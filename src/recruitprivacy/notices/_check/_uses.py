"""
What the data are used for, on which basis and in whose interest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from recruitprivacy.findings import Finding, Level
from recruitprivacy.messages import Message, Value
from recruitprivacy.notices._check._subject import Subject
from recruitprivacy.policy import UNSTATED, Use
from recruitprivacy.vocabulary import Kind, LawfulBasis

NO_USE: Final = Message("check.use.none", "No purpose is declared for these people: {role}.")
ADD_USE: Final = Message("mend.use.none", "Add a use with its purposes and basis.")
NO_PURPOSE: Final = Message("check.use.purposes_unstated", "A use is declared without a purpose.")
ADD_PURPOSE: Final = Message("mend.use.purposes_unstated", "Say what the data are used for.")
NO_BASIS: Final = Message("check.use.basis_unstated", "No lawful basis is given for: {purposes}.")
ADD_BASIS: Final = Message(
    "mend.use.basis_unstated", "State the point of Art. 6(1) the firm relies on."
)
NO_INTEREST: Final = Message(
    "check.use.interests_unstated", "Legitimate interests are the basis, but none is named."
)
ADD_INTEREST: Final = Message("mend.use.interests_unstated", "Name the interest and whose it is.")
DUTY: Final = Message(
    "check.use.duty_as_interest",
    "Obeying the law is given as a legitimate interest; it has a basis of its own.",
)
REST_ON_DUTY: Final = Message(
    "mend.use.duty_as_interest", "State the legal obligation as the basis of these purposes."
)
OPEN_PURPOSES: Final = Message(
    "check.use.open_ended", "The list of purposes is said not to be complete."
)
CLOSE_PURPOSES: Final = Message("mend.use.open_ended", "Name every purpose, and say so.")
VAGUE_PURPOSE: Final = Message(
    "check.use.purpose_vague",
    "From these purposes people cannot tell what is done with their data: {purposes}.",
)
BE_CONCRETE: Final = Message(
    "mend.use.purpose_vague", "Say what is looked at, or made, and for what."
)
ELSEWHERE: Final = Message(
    "check.use.basis_varies",
    "{n} use is said to have another basis in some countries, and not which or where.",
    "{n} uses are said to have another basis in some countries, and not which or where.",
)
NAME_THERE: Final = Message(
    "mend.use.basis_varies", "Name the countries and the bases, or state one basis for all."
)

VAGUE: Final = frozenset({"business_purposes", "product_development", "research"})
DUTIES: Final = frozenset({"own_legal_obligations"})
"""Interests that are no choice of the firm's."""


def uses(subject: Subject) -> Iterator[Finding]:
    """
    Look for purposes, their bases and interests.
    """
    uses = subject.policy.uses_of(subject.role)
    if not uses and not subject.nothing_held:
        law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
        path = f"roles.{subject.role}"
        yield subject.lacks(NO_USE, Level.GAP, path, *law, mend=ADD_USE, role=subject.label)
    for name, use in uses.items():
        yield from _use(subject, f"uses.{name}", use)
    n = sum(use.basis_varies for use in subject.policy.uses.values())
    if n and any(use.basis_varies for use in uses.values()):
        law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
        yield subject.finding(ELSEWHERE, Level.NOTE, "uses", *law, mend=NAME_THERE, n=n)


def _use(subject: Subject, path: str, use: Use) -> Iterator[Finding]:
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    if not use.purposes:
        where = f"{path}.purposes"
        yield subject.lacks(NO_PURPOSE, Level.GAP, where, *law, mend=ADD_PURPOSE)
    yield from _basis(subject, f"{path}.basis", use)
    if any(_lacks_interest(use, purpose) for purpose in use.purposes):
        where = f"{path}.interests"
        law = ("GDPR Art. 13(1)(d)", "GDPR Art. 14(2)(b)")
        yield subject.lacks(NO_INTEREST, Level.GAP, where, *law, mend=ADD_INTEREST)
    if DUTIES.intersection(use.interests):
        where = f"{path}.interests"
        law = ("GDPR Art. 6(1)(c)", "GDPR Art. 6(1)(f)")
        yield subject.finding(DUTY, Level.WARNING, where, *law, mend=REST_ON_DUTY)
    vague = [purpose for purpose in use.purposes if purpose in VAGUE]
    if vague:
        where, named = f"{path}.purposes", _labels(subject, vague)
        cites = ("GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)", "WP260")
        yield subject.finding(
            VAGUE_PURPOSE, Level.WARNING, where, *cites, mend=BE_CONCRETE, purposes=named
        )
    if use.exhaustive is False:
        where = f"{path}.exhaustive"
        law = ("GDPR Art. 5(1)(b)", "GDPR Art. 13(1)(c)")
        yield subject.finding(OPEN_PURPOSES, Level.WARNING, where, *law, mend=CLOSE_PURPOSES)


def _basis(subject: Subject, path: str, use: Use) -> Iterator[Finding]:
    law = ("GDPR Art. 13(1)(c)", "GDPR Art. 14(1)(c)")
    without = [purpose for purpose in use.purposes if use.basis_of(purpose) is UNSTATED]
    if without:
        purposes = _labels(subject, without)
        yield subject.lacks(NO_BASIS, Level.GAP, path, *law, mend=ADD_BASIS, purposes=purposes)


def _labels(subject: Subject, purposes: Iterable[str]) -> tuple[Value, ...]:
    return tuple(subject.vocabulary.term(Kind.PURPOSE, purpose).label for purpose in purposes)


def _lacks_interest(use: Use, purpose: str) -> bool:
    basis = use.basis_of(purpose)
    exception = use.but.get(purpose)
    own = exception.interests if exception else None
    named = use.interests if own is None else own
    return basis is not UNSTATED and LawfulBasis.LEGITIMATE_INTERESTS in basis and not named
