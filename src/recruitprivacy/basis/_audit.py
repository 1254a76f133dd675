"""
What a declaration says about bases, consent, marketing, machines and transfers, held against law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, TypeAlias

from recruitprivacy.basis import _audit_words as words
from recruitprivacy.basis._audit_asking import consents, machines, messages, trackers
from recruitprivacy.basis._audit_bases import bases, roles_changed
from recruitprivacy.basis._audit_data import asked_as_well, duties, guarded
from recruitprivacy.basis._audit_sending import transfers
from recruitprivacy.basis._audit_tracking import advertising, opens
from recruitprivacy.basis._audited import Audited
from recruitprivacy.basis._declared import places
from recruitprivacy.findings import Finding, Level
from recruitprivacy.law import Law
from recruitprivacy.policy import Policy
from recruitprivacy.vocabulary import BUILT_IN, Vocabulary

__all__ = ["audit"]

Auditing: TypeAlias = Callable[[Audited], Iterator[Finding]]


def _places(audited: Audited) -> Iterator[Finding]:
    declared = places(audited.policy)
    if not declared:
        yield audited.finding(
            words.NO_PLACE, Level.NOTE, "controllers", "GDPR Art. 3(1)", mend=words.ADD_PLACE
        )
    loaded = [pack for pack in audited.law.packs if not pack.members]
    for place in declared:
        if not any(pack.reaches(place) for pack in loaded):
            yield audited.finding(
                words.NOT_LOADED, Level.NOTE, "controllers", mend=words.LOAD_IT, place=place
            )


AUDITS: Final[tuple[Auditing, ...]] = (
    _places,
    bases,
    roles_changed,
    guarded,
    duties,
    asked_as_well,
    consents,
    messages,
    trackers,
    opens,
    advertising,
    machines,
    transfers,
)


def audit(
    policy: Policy, law: Law, *, on: date, vocabulary: Vocabulary = BUILT_IN
) -> tuple[Finding, ...]:
    """
    List what a declaration says that the law does not bear out, or leaves unknown.

    Bases, guarded data, consents, messages, machines and transfers are looked at, under the law of
    each place the declaration names; what a notice must say at all is for
    :func:`recruitprivacy.notices.check`. No finding means that nothing was found among what is
    looked at here, and nothing more.

    Args:
        policy: The declaration.
        law: The packs.
        on: The day whose law is asked.
        vocabulary: The words of the declaration, where a host added its own.

    >>> from recruitprivacy.law import load
    >>> from recruitprivacy.testing.examples import own_hiring
    >>> audit(own_hiring(), load("NL"), on=date(2026, 3, 2))
    ()

    Law:
        GDPR Art. 6(1): each purpose rests on a basis that carries it.
        GDPR Art. 7: consent.
        GDPR Art. 22(1): machines.
        GDPR Art. 44: transfers.
        Dir. 2002/58 Art. 13(1): messages.
    """
    audited = Audited(policy=policy, law=law, on=on, vocabulary=vocabulary)
    found = (finding for each in AUDITS for finding in each(audited))
    return tuple(dict.fromkeys(found))
