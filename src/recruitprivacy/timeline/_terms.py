"""
How long an agreement stands, where the notice under which it was given says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from recruitprivacy.periods import Period, Rounding, add
from recruitprivacy.policy import Consent, Policy
from recruitprivacy.timeline._facts import ConsentFacts
from recruitprivacy.timeline._moments import Absence, Known
from recruitprivacy.vocabulary import Kind, Vocabulary

__all__ = ["declared_for", "with_terms"]


def with_terms(
    consents: Iterable[ConsentFacts], policy: Policy, vocabulary: Vocabulary
) -> tuple[ConsentFacts, ...]:
    """
    Give each agreement its last day, where the notice says how long it stands.

    A last day that was recorded with it stays. Of an agreement of which nobody knows when it was
    given, nobody knows when it ends.

    Law:
        GDPR Art. 5(1)(a): what was told when it was asked for is kept to.
    """
    found: list[ConsentFacts] = []
    for each in consents:
        found.append(_with_term(each, found, policy, vocabulary))
    return tuple(found)


def declared_for(
    consent: ConsentFacts, policy: Policy, vocabulary: Vocabulary
) -> tuple[Consent, ...]:
    """
    List what the notice the person had before says of agreements to this purpose.

    Without one that is known it is the policy as it stands.
    """
    versions = {each.version_number: each for each in policy.versions()}
    version = versions.get(consent.notice_version, policy) if consent.notice_version else policy
    return tuple(
        asked
        for asked in version.consents.values()
        if consent.permission in asked.kind and _is_for(asked, consent.purpose, vocabulary)
    )


def _is_for(asked: Consent, purpose: str, vocabulary: Vocabulary) -> bool:
    return not asked.purposes or any(
        vocabulary.is_kind(Kind.PURPOSE, purpose, each) for each in asked.purposes
    )


def _with_term(
    consent: ConsentFacts, before: Iterable[ConsentFacts], policy: Policy, vocabulary: Vocabulary
) -> ConsentFacts:
    given = consent.given
    if consent.expires_on is not None or not isinstance(given, Known):
        return consent
    renews = any(_runs_on(each, consent.purpose, given) for each in before)
    ends = [
        add(given.day, length, rounding=Rounding.DOWN)
        for asked in declared_for(consent, policy, vocabulary)
        for length in _lengths(asked, renews=renews)
    ]
    return attrs.evolve(consent, expires_on=min(ends, default=None))


def _lengths(asked: Consent, *, renews: bool) -> Iterator[Period]:
    again = asked.renewal.lasts if asked.renewal and renews else None
    if again is not None:
        yield again
    elif asked.lasts is not None:
        yield asked.lasts


def _runs_on(earlier: ConsentFacts, purpose: str, given: Known) -> bool:
    """
    Say whether an earlier agreement to a purpose still stood when another was given.
    """
    if earlier.purpose != purpose or earlier.withdrawn is not Absence.NOT_STARTED:
        return False
    return earlier.expires_on is not None and earlier.expires_on >= given.day
